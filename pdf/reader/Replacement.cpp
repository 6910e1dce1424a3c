#include "pdf/reader/Replacement.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <utility>

namespace exhibit::pdf::reader {
namespace {

// Characters that Noto's fonts show by one glyph although Unicode makes no connection between them: ideographs that
// were encoded twice, and signs that look the same.
constexpr auto kSameGlyph = std::to_array<std::pair<char32_t, char32_t>>({
    {0x2EAB, 0x2EB2},   {0x2022, 0x2027},  {0x301C, 0xFF5E},   {0x301C, 0x7E},     {0x3588, 0x439B},
    {0x363D, 0x39B3},   {0x3ADA, 0x66F6},  {0x3B35, 0x80F6},   {0x3B3A, 0x5E50},   {0x3B3B, 0x4420},
    {0x3BA3, 0x69E9},   {0x3DB7, 0x2420E}, {0x58AB, 0x58FF},   {0x7468, 0x24A01},  {0x90DE, 0x90CE},
    {0x29FCE, 0x29FD7}, {0x27EAF, 0xFA23}, {0x20984, 0x2F82C}, {0x233CC, 0x2F8DB}, {0x270F0, 0x2F9B2},
});

bool has(char32_t c, UProperty property) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

/// NFKC without what has no glyph of its own.
std::u32string reduced(const std::u32string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status))
        return text;
    const auto utf16 = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                                     static_cast<std::int32_t>(text.size()));
    const icu::UnicodeString normal = normalizer->normalize(utf16, status);
    if (U_FAILURE(status))
        return text;
    std::u32string result;
    for (std::int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
        const auto c = static_cast<char32_t>(normal.char32At(i));
        if (!has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && !has(c, UCHAR_WHITE_SPACE))
            result += c;
    }
    return result;
}

bool lookAlike(char32_t a, char32_t b) {
    if (a == b || u_charMirror(static_cast<UChar32>(a)) == static_cast<UChar32>(b)) // UAX #9 L4
        return true;
    if (has(a, UCHAR_DASH) && has(b, UCHAR_DASH))
        return true;
    // A radical (U+2E80 to U+2FDF) and the ideograph that it is.
    if (has(a, UCHAR_IDEOGRAPHIC) != has(b, UCHAR_IDEOGRAPHIC) && (has(a, UCHAR_RADICAL) || has(b, UCHAR_RADICAL)))
        return true;
    return std::any_of(kSameGlyph.begin(), kSameGlyph.end(), [&](const auto& pair) {
        return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
    });
}

/// Each character of the one is shown by one of the other.
bool isShownBy(const std::u32string& part, const std::u32string& whole) {
    return std::all_of(part.begin(), part.end(), [&](char32_t c) {
        return std::any_of(whole.begin(), whole.end(), [&](char32_t other) { return lookAlike(c, other); });
    });
}

bool isBoxOf(const std::u32string& replacement, std::u32string glyphs) {
    std::erase(glyphs, U'\u2060'); // blanks at the edges of the box
    if (replacement.size() != 1 || glyphs.size() < 2 || glyphs.size() > 6)
        return false;
    std::array<char, 8> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<std::uint32_t>(replacement[0]), 16);
    std::u32string digits;
    for (const char* at = buffer.data(); at != end.ptr; ++at)
        digits += static_cast<char32_t>(*at >= 'a' ? *at - 'a' + 'A' : *at);
    const std::size_t width = replacement[0] <= 0xFF ? 2 : 4;
    digits.insert(0, width - std::min(width, digits.size()), U'0');
    return digits == glyphs;
}

} // namespace

bool replacementIsHonest(const std::u32string& replacement, const std::u32string& glyphs) {
    constexpr std::size_t kLongest = 256; // a cluster is a few characters
    if (replacement.size() > kLongest || glyphs.size() > kLongest)
        return false;
    if (isBoxOf(replacement, glyphs))
        return true;
    // A character can be compatible with several others, so the plain texts are compared as well.
    const std::u32string a = reduced(replacement), b = reduced(glyphs);
    return (isShownBy(a, b) && isShownBy(b, a)) || (isShownBy(replacement, glyphs) && isShownBy(glyphs, replacement));
}

} // namespace exhibit::pdf::reader
