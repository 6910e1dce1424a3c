#pragma once
// JSON that is compared byte by byte and read from strangers.

#include "core/Result.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace exhibit {

using Json = nlohmann::json;

/// The largest integer that every JSON reader keeps exactly: 2^53 - 1 (RFC 7493 2.2). Larger ones are written as
/// strings.
inline constexpr std::int64_t kMaxJsonInteger = (std::int64_t{1} << 53) - 1;

/// The canonical form of RFC 8785: members sorted by UTF-16 code units, no white space, ECMAScript numbers, the
/// shortest escapes. InvalidArgument for what I-JSON can't carry: invalid UTF-8, NaN, infinities, integers beyond 2^53
/// - 1.
[[nodiscard]] Result<std::string> canonicalJson(const Json& value);

struct JsonLimits {
    std::size_t size = std::size_t{64} << 20; ///< bytes
    std::size_t depth = 64;                   ///< nested arrays and objects
};

/// Strict reading (RFC 8259, RFC 7493): refuses duplicate names, a byte order mark, trailing data, numbers out of
/// range, lone surrogates, and nesting beyond the limit. Error::offset is the byte at which it stopped.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const JsonLimits& limits = {});

} // namespace exhibit
