#pragma once
// How each part of a text is shown: as text, as a colour emoji, as blank space, or as a box with its number.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace exhibit::pdf {

enum class Shown : std::uint8_t {
    Text,
    Emoji, ///< one sequence (UTS #51)
    Blank, ///< a tab
    Box,   ///< one character that nobody could see: a control, a zero-width or bidirectional mark, private use, a mark
           ///< on top of too many others
};

/// [begin, end) of the text.
struct Portion {
    std::size_t begin = 0;
    std::size_t end = 0;
    Shown shown = Shown::Text;
};

/// The whole text in order, without gaps.
[[nodiscard]] std::vector<Portion> portionsOf(std::u32string_view text);

/// Combining marks, joiners and variation selectors: they stay with the character before them.
[[nodiscard]] bool extendsPrevious(char32_t c);

/// UAX #14 spaces that may hang over the end of a line.
[[nodiscard]] bool isBreakingSpace(char32_t c);

} // namespace exhibit::pdf
