#pragma once
// Links that a person is sent to. Nothing is opened or resolved here.

#include "core/Result.h"

#include <span>
#include <string>
#include <string_view>

namespace exhibit::request {

struct FormUrl {
    std::string text;      ///< as it may be shown and opened: ASCII, host in lower case, without tracking parameters
    std::string host;      ///< lower case; internationalised names in punycode ("xn--...")
    bool official = false; ///< one of the hosts on which Meta's forms are known to live
    bool punycode = false; ///< the host stands for letters outside ASCII: it may look like another one
    bool stripped = false; ///< tracking parameters were taken off
};

/// Strict reading of a link to a form (RFC 3986, narrowed): https only, ASCII only, at most 2048 bytes, no user name,
/// no port but 443, no control characters or spaces even as percent codes, a host name (no address) with a dot.
/// InvalidArgument says what is wrong; what is shown of the link in an error is escaped. A host that isn't official is
/// allowed, since forms move: the caller marks it as the person's own choice.
[[nodiscard]] Result<FormUrl> checkFormUrl(std::string_view text);

/// The hosts of Meta that the directory's links use, in lower case.
[[nodiscard]] std::span<const std::string_view> officialHosts();

} // namespace exhibit::request
