#include "core/Text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace exhibit {

namespace {

struct Interval {
    char32_t first, last;
};

// General categories Cc, Cf, Co, Zl, Zp of Unicode 15, the variation selectors, and the spaces that look like none.
constexpr std::array<Interval, 26> kInvisible{{
    {0x0000, 0x0008},    {0x000B, 0x001F},   {0x007F, 0x009F}, {0x00AD, 0x00AD}, {0x0600, 0x0605}, {0x061C, 0x061C},
    {0x06DD, 0x06DD},    {0x070F, 0x070F},   {0x0890, 0x0891}, {0x08E2, 0x08E2}, {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F},    {0x200B, 0x200F},   {0x2028, 0x202E}, {0x2060, 0x206F}, {0x2800, 0x2800}, {0x3164, 0x3164},
    {0xE000, 0xF8FF},    {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF},
    {0xF0000, 0x10FFFF}, {0x1D173, 0x1D17A},
}};

void appendHex(std::string& out, std::uint32_t value, int digits) {
    std::array<char, 8> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, 16).ptr;
    for (auto length = end - buffer.data(); length < digits; ++length)
        out += '0';
    std::transform(buffer.data(), end, std::back_inserter(out),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
}

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

DecodedChar decodeUtf8(std::string_view text) {
    if (text.empty())
        return {std::nullopt, 0};
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return {};
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(text[i]))
            return {};
        value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    static constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (value < smallest.at(length) || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return {};
    return {value, length};
}

void appendUtf8(std::string& text, char32_t codePoint) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6));
        put(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        put(0xE0 | (codePoint >> 12));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    } else {
        put(0xF0 | (codePoint >> 18));
        put(0x80 | ((codePoint >> 12) & 0x3F));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    }
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const DecodedChar c = decodeUtf8(text.substr(at));
        if (!c.codePoint)
            return at;
        at += c.length;
    }
    return std::nullopt;
}

bool isInvisible(char32_t codePoint) {
    if ((codePoint & 0xFFFE) == 0xFFFE)
        return true;
    return std::any_of(kInvisible.begin(), kInvisible.end(),
                       [&](Interval i) { return codePoint >= i.first && codePoint <= i.last; });
}

namespace {

/// How many bytes at the beginning are such as every style shows as they are: most of all texts, at once.
std::size_t plainLength(std::string_view text) {
    const auto isPlain = [](char c) { return c >= ' ' && c <= '~' && c != '\\'; };
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isPlain) - text.begin());
}

bool mustEscape(char32_t c, EscapeStyle style) {
    if (c == '\n' || c == '\t')
        return style != EscapeStyle::Block;
    if (style == EscapeStyle::Ascii)
        return c < 0x20 || c > 0x7E;
    return isInvisible(c);
}

} // namespace

std::string escapeForDisplay(std::string_view text, EscapeStyle style) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t plain = plainLength(text.substr(at)); plain > 0) {
            out += text.substr(at, plain);
            at += plain;
            continue;
        }
        const DecodedChar c = decodeUtf8(text.substr(at));
        if (!c.codePoint) {
            out += "\\x{";
            appendHex(out, static_cast<unsigned char>(text[at]), 2);
            out += '}';
        } else if (style == EscapeStyle::Ascii && *c.codePoint == '\\') {
            out += "\\\\";
        } else if (mustEscape(*c.codePoint, style)) {
            out += "\\u{";
            appendHex(out, *c.codePoint, 4);
            out += '}';
        } else {
            out += text.substr(at, c.length);
        }
        at += c.length;
    }
    return out;
}

bool hasInvisible(std::string_view text) {
    for (std::size_t at = plainLength(text); at < text.size(); at += plainLength(text.substr(at))) {
        const DecodedChar c = decodeUtf8(text.substr(at));
        if (!c.codePoint || mustEscape(*c.codePoint, EscapeStyle::Block))
            return true;
        at += c.length;
    }
    return false;
}

} // namespace exhibit
