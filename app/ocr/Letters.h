#pragma once
// Texts as letters that can be compared although a machine read them, and searching with a few letters wrong.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace exhibit::ocr {

/// A text for comparison: white space of any kind and length is one space, none at the ends; quotes and dashes are
/// plain ones; what can't be seen is left out.
struct Letters {
    struct Source {
        std::size_t begin = 0; ///< bytes of the text that the letter stands for
        std::size_t end = 0;
    };
    std::u32string letters;
    std::vector<Source> sources; ///< of each letter
};
enum class Capitals { Distinct, Same };
[[nodiscard]] Letters lettersOf(std::string_view text, Capitals capitals);

/// What looks the same on a screen: I, l and | are one letter.
[[nodiscard]] std::u32string lookAlike(std::u32string letters);

/// How many letters must be put in, taken out or exchanged to make one of the other.
[[nodiscard]] std::size_t editDistance(std::u32string_view a, std::u32string_view b);

/// A part of a text that is like a pattern.
struct Similar {
    std::size_t begin = 0; ///< letters of the text
    std::size_t end = 0;
    std::size_t edits = 0;
};
/// The part of the text that is most like the pattern: the first of several.
[[nodiscard]] Similar mostSimilar(std::u32string_view pattern, std::u32string_view text);
/// Every part, apart from one another, with at most so many edits that consists of whole words.
[[nodiscard]] std::vector<Similar> allSimilar(std::u32string_view pattern, std::u32string_view text,
                                              std::size_t mostEdits);

[[nodiscard]] bool isLetterOrDigit(char32_t c);

} // namespace exhibit::ocr
