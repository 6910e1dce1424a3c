#include "pdf/Characters.h"

#include "core/Text.h"

#include <hb.h>
#include <unicode/uchar.h>

namespace exhibit::pdf {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kTextSelector = 0xFE0E;
constexpr char32_t kEmojiSelector = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;
/// UAX #15 D3: no language piles up more marks on a letter. Further ones would hide one another and other lines.
constexpr std::size_t kMostMarks = 30;

bool has(char32_t c, UProperty property) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

bool isVariationSelector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180D);
}

hb_script_t scriptOf(char32_t c) {
    return hb_unicode_script(hb_unicode_funcs_get_default(), c);
}

bool isJoiner(char32_t c) {
    return c == kZeroWidthJoiner || c == kZeroWidthNonJoiner;
}

/// Joiners shape letters of some scripts, also behind their marks; elsewhere, and behind one another, they are
/// invisible.
bool shapesLetters(std::u32string_view text, std::size_t joiner) {
    std::size_t letter = joiner;
    while (letter > 0 && scriptOf(text[letter - 1]) == HB_SCRIPT_INHERITED && !isJoiner(text[letter - 1]))
        --letter;
    switch (letter == 0 ? HB_SCRIPT_COMMON : scriptOf(text[letter - 1])) {
    case HB_SCRIPT_INHERITED:
    case HB_SCRIPT_COMMON:
    case HB_SCRIPT_UNKNOWN:
    case HB_SCRIPT_LATIN:
    case HB_SCRIPT_GREEK:
    case HB_SCRIPT_CYRILLIC:
    case HB_SCRIPT_HAN:
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
    case HB_SCRIPT_HANGUL:
    case HB_SCRIPT_HEBREW:
    case HB_SCRIPT_THAI:
        return false;
    default:
        return true;
    }
}

/// A selector that has something to select; any other one hides in the text.
bool selectsForm(char32_t selector, char32_t previous) {
    if (selector == kTextSelector || selector == kEmojiSelector)
        return has(previous, UCHAR_EMOJI);
    if (selector >= 0x180B && selector <= 0x180D)
        return scriptOf(previous) == HB_SCRIPT_MONGOLIAN;
    if (selector >= 0xE0100)
        return scriptOf(previous) == HB_SCRIPT_HAN;
    return u_charType(static_cast<UChar32>(previous)) == U_MATH_SYMBOL || scriptOf(previous) == HB_SCRIPT_HAN ||
           scriptOf(previous) == HB_SCRIPT_MYANMAR || scriptOf(previous) == HB_SCRIPT_PHAGS_PA;
}

bool isPiledUp(std::u32string_view text, std::size_t at) {
    std::size_t marks = 0;
    while (marks <= kMostMarks && marks < at && extendsPrevious(text[at - marks]))
        ++marks;
    return marks > kMostMarks;
}

bool needsBox(std::u32string_view text, std::size_t at) {
    const char32_t c = text[at];
    const char32_t previous = at == 0 ? U' ' : text[at - 1];
    if (c >= 0x20 && c < 0x7F)
        return false;
    if (isJoiner(c))
        return !shapesLetters(text, at);
    if (isVariationSelector(c))
        return !selectsForm(c, previous);
    if (u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR)
        return false;
    return isInvisible(c) || isPiledUp(text, at);
}

/// One element of a sequence: a pictograph with its selector, skin tone, keycap or tags (UTS #51 ED-14a, ED-15a).
std::size_t emojiElementEnd(std::u32string_view text, std::size_t at, bool& inColour) {
    inColour = has(text[at], UCHAR_EMOJI_PRESENTATION);
    std::size_t end = at + 1;
    if (end < text.size() && (text[end] == kEmojiSelector || has(text[end], UCHAR_EMOJI_MODIFIER))) {
        inColour = true;
        ++end;
    }
    while (text[at] == 0x1F3F4 && end < text.size() && text[end] >= 0xE0020 && text[end] <= 0xE007F)
        ++end;
    return end;
}

/// The end of the colour emoji that begins at `at`, or `at` if there is none.
std::size_t emojiEnd(std::u32string_view text, std::size_t at) {
    const char32_t c = text[at];
    const auto is = [&](std::size_t index, char32_t wanted) { return index < text.size() && text[index] == wanted; };
    if (c < 0x80) {
        const std::size_t keycap = is(at + 1, kEmojiSelector) ? at + 2 : at + 1;
        return has(c, UCHAR_EMOJI) && is(keycap, kKeycap) ? keycap + 1 : at;
    }
    if (!has(c, UCHAR_EMOJI) || is(at + 1, kTextSelector))
        return at;
    if (has(c, UCHAR_REGIONAL_INDICATOR))
        return at + 1 < text.size() && has(text[at + 1], UCHAR_REGIONAL_INDICATOR) ? at + 2 : at + 1;
    bool inColour = false;
    std::size_t end = emojiElementEnd(text, at, inColour);
    while (is(end, kZeroWidthJoiner) && end + 1 < text.size() && text[end + 1] >= 0x80 &&
           has(text[end + 1], UCHAR_EMOJI)) {
        bool ignored = false;
        end = emojiElementEnd(text, end + 1, ignored);
        inColour = true;
    }
    return inColour ? end : at;
}

Portion portionAt(std::u32string_view text, std::size_t at) {
    const char32_t c = text[at];
    if (c == U'\t')
        return {at, at + 1, Shown::Blank};
    // Nothing below U+00A9 but a digit with a keycap is an emoji.
    const bool mayBeEmoji = c >= 0xA9 || (at + 1 < text.size() && text[at + 1] > 0x2000);
    const std::size_t end = mayBeEmoji ? emojiEnd(text, at) : at;
    if (end > at)
        return {at, end, Shown::Emoji};
    return {at, at + 1, needsBox(text, at) ? Shown::Box : Shown::Text};
}

} // namespace

std::vector<Portion> portionsOf(std::u32string_view text) {
    std::vector<Portion> portions;
    for (std::size_t at = 0; at < text.size();) {
        const Portion next = portionAt(text, at);
        if (next.shown == Shown::Text && !portions.empty() && portions.back().shown == Shown::Text)
            portions.back().end = next.end;
        else
            portions.push_back(next);
        at = next.end;
    }
    return portions;
}

bool extendsPrevious(char32_t c) {
    if (c < 0x300)
        return false;
    if (isJoiner(c) || isVariationSelector(c))
        return true;
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK;
}

bool isBreakingSpace(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x205F ||
           c == 0x3000;
}

} // namespace exhibit::pdf
