#pragma once
// PDF syntax as text: numbers, strings, names (ISO 32000-1 7.3).

#include "core/Clock.h"

#include <string>
#include <string_view>

namespace exhibit::pdf {

/// Code points of valid UTF-8.
[[nodiscard]] std::u32string codePoints(std::string_view utf8);
[[nodiscard]] std::string utf8Of(std::u32string_view text);

/// A number with at most `decimals` decimals, without an exponent, whatever the locale.
void appendNumber(std::string& out, double value, int decimals = 2);
/// The numbers separated by blanks, and one blank behind.
template <class... Numbers>
void appendNumbers(std::string& out, Numbers... values) {
    ((appendNumber(out, static_cast<double>(values)), out += ' '), ...);
}
void appendInteger(std::string& out, std::uint64_t value);
[[nodiscard]] std::string decimal(std::uint64_t value);
/// "%05u"
[[nodiscard]] std::string decimal(std::uint64_t value, std::size_t digits);
/// Upper case, at least `digits` long.
[[nodiscard]] std::string hexNumber(std::uint32_t value, std::size_t digits);

/// UTF-16BE in hexadecimal, without brackets: what ToUnicode maps hold.
[[nodiscard]] std::string utf16Hex(std::u32string_view text);
/// A text string object with its delimiters: a literal string in PDFDocEncoding if it can be, otherwise UTF-16BE with a
/// byte order mark, in hexadecimal (7.9.2.2).
[[nodiscard]] std::string textString(std::string_view utf8);
[[nodiscard]] std::string textString(std::u32string_view text);
/// D:YYYYMMDDHHmmSSZ without delimiters (7.9.4)
[[nodiscard]] std::string dateText(Instant instant);

} // namespace exhibit::pdf
