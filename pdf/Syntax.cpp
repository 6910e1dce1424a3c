#include "pdf/Syntax.h"

#include "core/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace exhibit::pdf {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

void appendUnit(std::string& out, std::uint32_t unit) {
    for (int shift = 12; shift >= 0; shift -= 4)
        out += kHexDigits.at((unit >> shift) & 0xF);
}

struct Coded {
    char32_t character;
    unsigned char code;
};
/// ISO 32000-1 D.2: where PDFDocEncoding isn't Latin-1. The signs that our texts have.
constexpr std::array<Coded, 15> kDocCodes{{{0x2022, 0x80},
                                           {0x2026, 0x83},
                                           {0x2014, 0x84},
                                           {0x2013, 0x85},
                                           {0x2039, 0x88},
                                           {0x203A, 0x89},
                                           {0x2212, 0x8A},
                                           {0x201E, 0x8C},
                                           {0x201C, 0x8D},
                                           {0x201D, 0x8E},
                                           {0x2018, 0x8F},
                                           {0x2019, 0x90},
                                           {0x201A, 0x91},
                                           {0x2122, 0x92},
                                           {0x20AC, 0xA0}}};

/// 0 if there is none.
unsigned char docCode(char32_t c) {
    const bool isAscii = c >= 0x20 && c <= 0x7E;
    const bool isLatin1 = c >= 0xA1 && c <= 0xFF && c != 0xAD;
    if (isAscii || isLatin1)
        return static_cast<unsigned char>(c);
    const auto* const found =
        std::find_if(kDocCodes.begin(), kDocCodes.end(), [c](const Coded& coded) { return coded.character == c; });
    return found == kDocCodes.end() ? static_cast<unsigned char>(0) : found->code;
}

/// In PDFDocEncoding; nothing if it can't be, or would be taken for another one that begins with a byte order mark.
std::optional<std::string> docEncoded(std::u32string_view text) {
    std::string bytes;
    for (const char32_t c : text) {
        bytes += static_cast<char>(docCode(c));
        if (bytes.back() == '\0')
            return std::nullopt;
    }
    for (const std::string_view mark : {"\xFE\xFF", "\xFF\xFE", "\xEF\xBB"})
        if (bytes.starts_with(mark))
            return std::nullopt;
    return bytes;
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
    const std::optional<std::string> bytes = docEncoded(text);
    if (!bytes)
        return "<FEFF" + utf16Hex(text) + ">";
    std::string literal = "(";
    for (const char c : *bytes) {
        if (c == '(' || c == ')' || c == '\\')
            literal += '\\';
        literal += c;
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
