#include "pdf/Shaper.h"

#include "pdf/EmojiBitmap.h"
#include "pdf/Syntax.h"

#include <algorithm>
#include <fribidi.h>
#include <limits>

namespace exhibit::pdf {
namespace {

hb_script_t scriptOf(char32_t c) {
    return hb_unicode_script(hb_unicode_funcs_get_default(), c);
}

bool isShared(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

/// A script for every character: shared ones (punctuation, marks) take that of the text before them, or behind.
std::vector<hb_script_t> scriptsOf(std::u32string_view text) {
    std::vector<hb_script_t> scripts(text.size(), HB_SCRIPT_COMMON);
    hb_script_t current = HB_SCRIPT_COMMON;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const hb_script_t own = scriptOf(text[i]);
        if (!isShared(own)) {
            if (current == HB_SCRIPT_COMMON)
                std::fill(scripts.begin(), scripts.begin() + static_cast<std::ptrdiff_t>(i), own);
            current = own;
        }
        scripts[i] = current;
    }
    return scripts;
}

bool mayBeBidirectional(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= 0x590; });
}

/// UAX #9 levels; `baseLevel` by the first strong character (P2, P3).
std::vector<std::uint8_t> levelsOf(std::u32string_view text, std::uint8_t& baseLevel) {
    std::vector<std::uint8_t> levels(text.size(), 0);
    if (!mayBeBidirectional(text) || text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return levels;
    const auto length = static_cast<FriBidiStrIndex>(text.size());
    const std::vector<FriBidiChar> characters(text.begin(), text.end());
    std::vector<FriBidiCharType> types(text.size());
    fribidi_get_bidi_types(characters.data(), length, types.data());
    std::vector<FriBidiBracketType> brackets(text.size());
    fribidi_get_bracket_types(characters.data(), length, types.data(), brackets.data());
    FriBidiParType direction = FRIBIDI_PAR_ON;
    std::vector<FriBidiLevel> found(text.size());
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &direction, found.data()) == 0)
        return levels;
    for (std::size_t i = 0; i < levels.size(); ++i)
        levels[i] = static_cast<std::uint8_t>(std::max<int>(0, found[i]));
    baseLevel = FRIBIDI_IS_RTL(direction) ? 1 : 0;
    return levels;
}

bool startsWith(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

CjkForm cjkFormOf(std::u32string_view text, std::string_view language) {
    if (startsWith(language, "ja"))
        return CjkForm::Japanese;
    if (startsWith(language, "ko"))
        return CjkForm::Korean;
    if (startsWith(language, "zh-Hant") || startsWith(language, "zh-TW") || startsWith(language, "zh-HK"))
        return CjkForm::Traditional;
    if (startsWith(language, "zh"))
        return CjkForm::Simplified;
    for (const char32_t c : text) {
        if (c >= 0x3040 && c <= 0x30FF)
            return CjkForm::Japanese;
        if ((c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF))
            return CjkForm::Korean;
    }
    return CjkForm::Simplified;
}

std::size_t rangeAt(const StyledText& text, std::size_t at) {
    const auto found = std::upper_bound(text.ranges.begin(), text.ranges.end(), at,
                                        [](std::size_t i, const StyledText::Range& range) { return i < range.end; });
    return std::min(static_cast<std::size_t>(found - text.ranges.begin()), text.ranges.size() - 1);
}

bool continues(const Item& item, const Item& next) {
    return item.end == next.begin && item.shown == Shown::Text && next.shown == Shown::Text && item.face == next.face &&
           item.level == next.level && item.script == next.script && item.range == next.range && item.face != nullptr;
}

} // namespace

BoxDigits boxDigits(char32_t c) {
    const std::string digits = hexNumber(c, c <= 0xFF ? 2 : 4);
    if (digits.size() <= 2)
        return {digits, ""};
    const std::size_t half = (digits.size() + 1) / 2;
    return {digits.substr(0, half), digits.substr(half)};
}

Shaper::Shaper(FontLibrary& fonts) : m_fonts(fonts), m_buffer(hb_buffer_create()) {}

Shaper::~Shaper() {
    hb_buffer_destroy(m_buffer);
}

ShapedText Shaper::shape(StyledText text) {
    ShapedText shaped;
    shaped.source = std::move(text);
    const std::vector<std::uint8_t> levels = levelsOf(shaped.source.text, shaped.baseLevel);
    for (const Portion& portion : portionsOf(shaped.source.text))
        addItems(shaped, portion, levels);
    for (Item& item : shaped.items)
        shapeItem(shaped, item);
    return shaped;
}

void Shaper::addItems(ShapedText& shaped, const Portion& portion, const std::vector<std::uint8_t>& levels) {
    if (portion.shown == Shown::Text) {
        addTextItems(shaped, portion, levels);
        return;
    }
    Item item;
    item.begin = portion.begin;
    item.end = portion.end;
    item.shown = portion.shown;
    item.level = levels[portion.begin];
    item.range = rangeAt(shaped.source, portion.begin);
    if (portion.shown != Shown::Box)
        item.face = portion.shown == Shown::Emoji ? m_fonts.emoji() : &m_fonts.base();
    if (portion.shown == Shown::Emoji && item.face == nullptr)
        addTextItems(shaped, portion, levels);
    else
        shaped.items.push_back(item);
}

void Shaper::addTextItems(ShapedText& shaped, const Portion& portion, const std::vector<std::uint8_t>& levels) {
    const std::u32string& text = shaped.source.text;
    const std::u32string_view whole(text);
    const std::vector<hb_script_t> scripts =
        scriptsOf(whole.substr(portion.begin, portion.end - portion.begin)); // portions are cut at boxes and emoji only
    FontFace* previous = nullptr;
    std::size_t range = rangeAt(shaped.source, portion.begin);
    std::optional<CjkForm> form;
    for (std::size_t at = portion.begin; at < portion.end;) {
        range = at < shaped.source.ranges[range].end ? range : rangeAt(shaped.source, at);
        const TextLook& look = shaped.source.ranges[range].look;
        std::size_t end = at + 1;
        while (end < portion.end && extendsPrevious(text[end]) && levels[end] == levels[at])
            ++end;
        FontWish wish{look.weight, look.mono, scripts[at - portion.begin], CjkForm::Simplified};
        if (text[at] >= 0x2000) {
            if (!form)
                form = cjkFormOf(whole, look.language.empty() ? shaped.source.language : look.language);
            wish.cjk = *form;
        }
        FontFace* face = nullptr;
        const bool sharesFace = previous != nullptr && isShared(scriptOf(text[at])) && !shaped.items.empty() &&
                                shaped.items.back().range == range;
        if (sharesFace && end == at + 1 && previous->has(text[at]))
            face = previous;
        else
            face = m_fonts.choose(whole.substr(at, end - at), wish);
        if (face == nullptr && end > at + 1) { // no face has the letter with all its marks: each for itself
            end = at + 1;
            face = m_fonts.choose(whole.substr(at, 1), wish);
        }
        Item item{at, end, face == nullptr ? Shown::Box : Shown::Text, face, levels[at], wish.script, range, 0, 0};
        if (face == nullptr)
            m_fonts.noteMissing(text[at], scriptOf(text[at]));
        if (!shaped.items.empty() && continues(shaped.items.back(), item))
            shaped.items.back().end = end;
        else
            shaped.items.push_back(item);
        previous = face;
        at = end;
    }
}

void Shaper::shapeItem(ShapedText& shaped, Item& item) {
    item.firstCluster = shaped.clusters.size();
    if (item.shown == Shown::Emoji && !addEmoji(shaped, item))
        item.shown = Shown::Box;
    if (item.shown == Shown::Text) {
        runHarfBuzz(shaped, item);
        collectClusters(shaped, item);
    } else if (item.shown != Shown::Emoji) {
        addBoxOrBlank(shaped, item);
    }
    item.clusterEnd = shaped.clusters.size();
}

void Shaper::runHarfBuzz(const ShapedText& shaped, const Item& item) {
    const std::u32string& text = shaped.source.text;
    const std::string& own = shaped.lookOf(item).language;
    const std::string& language = own.empty() ? shaped.source.language : own;
    hb_buffer_reset(m_buffer);
    hb_buffer_set_cluster_level(m_buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    // A circle under a mark without a letter would be ink that isn't in the text.
    hb_buffer_set_flags(m_buffer, HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE);
    hb_buffer_add_codepoints(m_buffer, reinterpret_cast<const hb_codepoint_t*>(text.data()),
                             static_cast<int>(text.size()), static_cast<unsigned>(item.begin),
                             static_cast<int>(item.end - item.begin));
    hb_buffer_set_direction(m_buffer, item.level % 2 != 0 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(m_buffer, item.script);
    hb_buffer_set_language(m_buffer, hb_language_from_string(language.empty() ? "und" : language.c_str(), -1));
    hb_shape(item.face->shaper(), m_buffer, nullptr, 0);
}

void Shaper::collectClusters(ShapedText& shaped, Item& item) {
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(m_buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(m_buffer, &count);
    const double points = item.face->thousandths(1) * shaped.lookOf(item).size / 1000;
    const std::size_t first = shaped.clusters.size();
    for (unsigned i = 0; i < count; ++i) {
        const bool isNew = shaped.clusters.size() == first || shaped.clusters.back().begin != infos[i].cluster;
        if (isNew)
            shaped.clusters.push_back({infos[i].cluster, 0, static_cast<std::uint32_t>(shaped.glyphs.size()), 0, 0});
        Cluster& cluster = shaped.clusters.back();
        shaped.glyphs.push_back({infos[i].codepoint, static_cast<float>(positions[i].x_advance),
                                 static_cast<float>(positions[i].x_offset), static_cast<float>(positions[i].y_offset)});
        ++cluster.glyphCount;
        cluster.advance += static_cast<float>(positions[i].x_advance * points);
    }
    const auto begin = shaped.clusters.begin() + static_cast<std::ptrdiff_t>(first);
    if (item.level % 2 != 0) // HarfBuzz hands over visual order
        std::reverse(begin, shaped.clusters.end());
    for (std::size_t i = first; i < shaped.clusters.size(); ++i)
        shaped.clusters[i].end =
            i + 1 < shaped.clusters.size() ? shaped.clusters[i + 1].begin : static_cast<std::uint32_t>(item.end);
}

bool Shaper::addEmoji(ShapedText& shaped, Item& item) {
    runHarfBuzz(shaped, item);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(m_buffer, &count);
    Cluster cluster{static_cast<std::uint32_t>(item.begin), static_cast<std::uint32_t>(item.end),
                    static_cast<std::uint32_t>(shaped.glyphs.size()), 0, 0};
    for (unsigned i = 0; i < count; ++i)
        if (infos[i].codepoint == 0)
            return false;
    const auto advance = static_cast<float>(shaped.lookOf(item).size * 1.25);
    for (unsigned i = 0; i < count; ++i) {
        if (!hasEmojiBitmap(*item.face, infos[i].codepoint))
            continue;
        shaped.glyphs.push_back({infos[i].codepoint, 0, 0, 0});
        ++cluster.glyphCount;
        cluster.advance += advance;
    }
    if (cluster.glyphCount == 0)
        return false;
    shaped.clusters.push_back(cluster);
    return true;
}

/// One cluster for each character: a sequence that the emoji font doesn't have becomes a row of boxes.
void Shaper::addBoxOrBlank(ShapedText& shaped, Item& item) {
    const double size = shaped.lookOf(item).size;
    FontFace& face = m_fonts.base();
    for (std::size_t at = item.begin; at < item.end; ++at) {
        double advance = 0;
        if (item.shown == Shown::Blank) {
            advance = 4 * face.pdfWidth(face.glyphOf(U' ').value_or(0)) * size / 1000;
        } else {
            const BoxDigits digits = boxDigits(shaped.source.text[at]);
            const double digit = face.pdfWidth(face.glyphOf(U'0').value_or(0)) * kBoxDigitSize * size / 1000;
            advance = digit * static_cast<double>(digits.top.size()) + 0.36 * size;
        }
        shaped.clusters.push_back(
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1), 0, 0, static_cast<float>(advance)});
    }
}

} // namespace exhibit::pdf
