#pragma once
// Text as bytes: checking UTF-8 and showing what can't be seen.

#include "core/Bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace exhibit {

/// One step through UTF-8 text. An invalid byte gives no code point and length 1 (Unicode 15, 3.9, table 3-7:
/// no overlong forms, no surrogates, nothing above U+10FFFF).
struct DecodedChar {
    std::optional<char32_t> codePoint;
    std::size_t length = 1;
};
[[nodiscard]] DecodedChar decodeUtf8(std::string_view text);
void appendUtf8(std::string& text, char32_t codePoint);

/// The offset of the first byte that isn't part of valid UTF-8.
[[nodiscard]] std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

/// A character that a reader can't see or that changes how its neighbours are shown: controls, zero-width and
/// bidirectional formatting characters, private use, noncharacters, soft hyphen, unusual spaces.
[[nodiscard]] bool isInvisible(char32_t codePoint);

enum class EscapeStyle {
    Line,  ///< for one line on a terminal: line ends and tabs are escaped too
    Block, ///< line ends and tabs stay
    Ascii, ///< everything outside printable ASCII is escaped; line ends too
};

/// Text that is safe to show: invisible characters as \u{200B}, invalid bytes as \x{FF}. In style Ascii a backslash is
/// doubled, so that the escaped text can be read back without loss.
[[nodiscard]] std::string escapeForDisplay(std::string_view text, EscapeStyle style);

/// True if escapeForDisplay in style Block would change the text: a reader should be told.
[[nodiscard]] bool hasInvisible(std::string_view text);

} // namespace exhibit
