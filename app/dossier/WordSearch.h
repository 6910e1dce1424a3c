#pragma once
// Finding words in a text however they are written there, and taking them out.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace exhibit::dossier {

/// The bytes from `begin` up to `end` of a text.
struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Extent&) const = default;
};

/// Where the phrases stand in a text of less than 4 GiB, in order; places that overlap are one. Compared are the
/// identifier caseless forms (Unicode 15, 3.13, D146: toNFKC_Casefold), so that capitals, composed and decomposed
/// letters, ligatures and wide forms make no difference. Neither do invisible characters between the letters, kind and
/// length of white space, typographic quotes and dashes, or percent-encoding (RFC 3986 2.1) with '+' for a space. Found
/// are whole characters alone: "Jose" doesn't stand in "José", however that is written. A phrase without a visible
/// character is found nowhere.
[[nodiscard]] std::vector<Extent> findWords(std::string_view text, std::span<const std::string> phrases);

/// What stands in the place of redacted words, however long they were: five full blocks.
inline constexpr std::string_view kRedactionToken = "\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88";

/// A text without the words that were looked for.
struct RedactedText {
    std::string text;
    std::size_t count = 0; ///< of the places that were replaced
};
/// Puts kRedactionToken in every place that findWords() finds.
[[nodiscard]] RedactedText redactText(std::string_view text, std::span<const std::string> phrases);

} // namespace exhibit::dossier
