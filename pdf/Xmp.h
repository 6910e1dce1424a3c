#pragma once
// The metadata of the document, which stand twice in the file and must agree (ISO 19005-3 6.6.2, 6.1.5): in the
// information dictionary and as an XMP packet.

#include "core/Clock.h"

#include <string>

namespace exhibit::pdf {

struct Metadata {
    std::string title, subject, author, keywords, producer;
    Instant created;
};

/// Texts as both places can carry them: what XML 1.0 doesn't allow becomes U+FFFD, line ends and tabs blanks, and what
/// is longer than 2,000 characters ends in an ellipsis (a PDF/A string has at most 32,767 bytes).
[[nodiscard]] Metadata cleaned(Metadata metadata);
[[nodiscard]] std::string cleanedText(std::string_view utf8);

/// The packet, padded, with the identification of PDF/A-3a and PDF/UA-1.
[[nodiscard]] std::string xmpPacket(const Metadata& metadata);

} // namespace exhibit::pdf
