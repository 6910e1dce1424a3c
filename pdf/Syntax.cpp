#include "pdf/Syntax.h"

#include "core/Text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace exhibit::pdf {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

void appendUnit(std::string& out, std::uint32_t unit) {
    for (int shift = 12; shift >= 0; shift -= 4)
        out += kHexDigits.at((unit >> shift) & 0xF);
}

bool isPlainAscii(std::u32string_view text) {
    for (const char32_t c : text)
        if (c < 0x20 || c > 0x7E)
            return false;
    return true;
}

} // namespace

std::u32string codePoints(std::string_view utf8) {
    std::u32string text;
    text.reserve(utf8.size());
    while (!utf8.empty()) {
        const DecodedChar decoded = decodeUtf8(utf8);
        text += decoded.codePoint.value_or(U'\uFFFD');
        utf8.remove_prefix(decoded.length);
    }
    return text;
}

std::string utf8Of(std::u32string_view text) {
    std::string utf8;
    for (const char32_t c : text)
        appendUtf8(utf8, c);
    return utf8;
}

void appendNumber(std::string& out, double value, int decimals) {
    std::array<char, 64> buffer{};
    const double limit = 1e9; // far beyond any page; keeps the digits bounded whatever comes in
    const double bounded = std::isfinite(value) ? std::min(std::max(value, -limit), limit) : 0;
    const auto result =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), bounded, std::chars_format::fixed, decimals);
    std::string_view digits(buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data()));
    if (digits.find('.') != std::string_view::npos) {
        digits = digits.substr(0, digits.find_last_not_of('0') + 1);
        if (digits.back() == '.')
            digits.remove_suffix(1);
    }
    out += digits == "-0" ? "0" : digits;
}

void appendInteger(std::string& out, std::uint64_t value) {
    std::array<char, 24> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    out.append(buffer.data(), result.ptr);
}

std::string decimal(std::uint64_t value) {
    std::string text;
    appendInteger(text, value);
    return text;
}

std::string decimal(std::uint64_t value, std::size_t digits) {
    const std::string text = decimal(value);
    return text.size() >= digits ? text : std::string(digits - text.size(), '0') + text;
}

std::string hexNumber(std::uint32_t value, std::size_t digits) {
    std::string text;
    for (int shift = 28; shift >= 0; shift -= 4)
        if ((value >> shift) != 0 || static_cast<std::size_t>(shift / 4) < digits)
            text += kHexDigits.at((value >> shift) & 0xF);
    return text;
}

std::string utf16Hex(std::u32string_view text) {
    std::string hex;
    hex.reserve(text.size() * 4);
    for (const char32_t c : text) {
        if (c > 0xFFFF) {
            appendUnit(hex, 0xD800 + ((c - 0x10000) >> 10));
            appendUnit(hex, 0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
            appendUnit(hex, c);
        }
    }
    return hex;
}

std::string textString(std::u32string_view text) {
    if (!isPlainAscii(text))
        return "<FEFF" + utf16Hex(text) + ">";
    std::string literal = "(";
    for (const char32_t c : text) {
        if (c == U'(' || c == U')' || c == U'\\')
            literal += '\\';
        literal += static_cast<char>(c);
    }
    return literal + ")";
}

std::string textString(std::string_view utf8) {
    return textString(codePoints(utf8));
}

std::string dateText(Instant instant) {
    const CivilTime time = civilTime(instant);
    const auto two = [](int value) { return decimal(static_cast<std::uint64_t>(value), 2); };
    return "D:" + decimal(static_cast<std::uint64_t>(time.year), 4) + two(time.month) + two(time.day) + two(time.hour) +
           two(time.minute) + two(time.second) + "Z";
}

} // namespace exhibit::pdf
