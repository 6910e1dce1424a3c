#include "pdf/LinePainter.h"

#include "pdf/Syntax.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace exhibit::pdf {
namespace {

constexpr double kEmojiSize = 1.17; ///< shares of the text's size
constexpr double kEmojiDescent = 0.2;
constexpr double kGap = 15; ///< thousandths of the size; pdftotext sees the end of a word at 30
/// The text of a blank that is no space. Readers that know nothing of ActualText pass over it.
constexpr const char32_t* kWordJoiner = U"\u2060";

std::u32string inVisualOrder(std::u32string text, std::uint8_t level) {
    if (level % 2 != 0)
        std::reverse(text.begin(), text.end());
    return text;
}

std::string hexCode(std::uint16_t code) {
    return "<" + hexNumber(code, 4) + ">";
}

void beginText(std::string& out, const std::string& font, double size, double x, double baseline) {
    out += "BT /" + font + " ";
    appendNumbers(out, size);
    out += "Tf 1 0 0 1 ";
    appendNumbers(out, x, baseline);
    out += "Tm\n";
}

void beginActualText(std::string& out, const std::u32string& text) {
    out += "/Span <</ActualText <FEFF" + utf16Hex(text) + ">>> BDC\n";
}

/// The characters of a cluster, dealt out to its glyphs in logical order: one each, the rest to the last. With fewer
/// characters than glyphs the last character is repeated, and the cluster needs an ActualText.
std::vector<std::u32string> dealOut(const std::u32string& text, std::size_t glyphs, std::uint8_t level) {
    std::vector<std::u32string> parts(glyphs);
    for (std::size_t visual = 0; visual < glyphs; ++visual) {
        const std::size_t logical = level % 2 != 0 ? glyphs - 1 - visual : visual;
        if (text.size() < glyphs)
            parts[visual] = text.substr(std::min(logical, text.size() - 1), 1);
        else
            parts[visual] = logical + 1 < glyphs ? text.substr(logical, 1) : text.substr(logical);
        parts[visual] = inVisualOrder(std::move(parts[visual]), level);
    }
    return parts;
}

/// How far the ink of a cluster begins behind its left edge, and ends before its right one; thousandths of the size.
struct Edges {
    double left = 0, right = 0;
};

Edges edgesOf(const FontFace& face, std::span<const ShapedGlyph> glyphs) {
    double pen = 0, end = 0;
    for (const ShapedGlyph& glyph : glyphs) {
        end = pen + face.thousandths(glyph.xOffset) + face.pdfWidth(glyph.glyph);
        pen += face.thousandths(glyph.advance);
    }
    return {face.thousandths(glyphs.front().xOffset), pen - end};
}

/// Marks that are moved to their place over or under a letter, letters with room around them, and what takes no room:
/// some readers see words of their own there, so that the text of the whole cluster is said.
bool isSpread(const FontFace& face, std::span<const ShapedGlyph> glyphs) {
    const bool several = glyphs.size() > 1;
    return std::any_of(glyphs.begin(), glyphs.end(), [&](const ShapedGlyph& glyph) {
        const double room = face.thousandths(glyph.advance) - face.pdfWidth(glyph.glyph);
        const bool moved = several ? glyph.xOffset != 0 || glyph.yOffset != 0 : face.thousandths(glyph.xOffset) > kGap;
        return moved || room > kGap || (room < -kGap && (several || glyph.advance == 0));
    });
}

/// Glyphs of one face in one TJ operator after another; keeps account of where the pen is and where it should be.
class GlyphRow {
public:
    GlyphRow(std::string& out, FontFace& face, double size) : m_out(out), m_face(face), m_size(size) {}

    void show(const ShapedGlyph& glyph, const GlyphCode& code) {
        if (m_part != code.part)
            changePart(code.part);
        setRise(m_face.thousandths(glyph.yOffset) * m_size / 1000);
        const double xOffset = m_face.thousandths(glyph.xOffset);
        const double adjustment = std::round(m_lead - xOffset);
        if (adjustment != 0) {
            closeString();
            appendNumber(m_row, adjustment);
            m_lead -= adjustment;
        }
        if (!m_inString)
            m_row += '<';
        m_inString = true;
        m_row += hexNumber(code.code, 4);
        m_lead += m_face.pdfWidth(glyph.glyph) - m_face.thousandths(glyph.advance);
    }
    /// Shows the glyphs of a cluster as one unit, whose text is `actualText`. Readers measure such a unit from its
    /// first glyph to the end of its last one. Where that isn't all of it they would see gaps between words: there a
    /// blank is put at the edge.
    void showUnit(std::span<const ShapedGlyph> glyphs, std::span<const GlyphCode> codes, const Edges& edges,
                  const std::u32string& actualText) {
        flush();
        beginActualText(m_out, actualText);
        if (isGap(edges.left) || glyphs.front().yOffset != 0)
            showBlank(false);
        for (std::size_t i = 0; i < glyphs.size(); ++i)
            show(glyphs[i], codes[i]);
        if (isGap(edges.right))
            showBlank(true);
        setRise(0);
        flush();
        m_out += "EMC\n";
    }
    void flush() {
        closeString();
        if (!m_row.empty())
            m_out += "[" + m_row + "]TJ\n";
        m_row.clear();
    }
    void finish() {
        setRise(0);
        flush();
    }

private:
    static bool isGap(double thousandths) { return std::fabs(thousandths) > kGap; }
    /// Without ink and without moving the pen: it begins here, or it ends here.
    void showBlank(bool endsHere) {
        const auto blank = m_face.glyphOf(U' ');
        if (!blank)
            return;
        const auto width = static_cast<float>(hb_font_get_glyph_h_advance(m_face.shaper(), *blank));
        // A CFF font has one text for each glyph.
        show({*blank, 0, endsHere ? -width : 0, 0}, m_face.code(*blank, m_face.isCff() ? U" " : kWordJoiner));
    }
    void closeString() {
        if (m_inString)
            m_row += '>';
        m_inString = false;
    }
    void setRise(double rise) {
        if (std::fabs(rise - m_rise) < 0.005)
            return;
        flush();
        appendNumbers(m_out, rise);
        m_out += "Ts\n";
        m_rise = rise;
    }
    void changePart(std::size_t part) {
        flush();
        m_part = part;
        m_out += "/" + m_face.resourceName(part) + " ";
        appendNumbers(m_out, m_size);
        m_out += "Tf\n";
    }

    std::string& m_out;
    FontFace& m_face;
    double m_size;
    std::string m_row;
    bool m_inString = false;
    double m_lead = 0; ///< thousandths by which the pen is ahead of the shaper's position
    double m_rise = 0;
    std::size_t m_part = 0;
};

} // namespace

LinePainter::LinePainter(FontLibrary& fonts) : m_fonts(fonts) {
    // The digits of boxes get their codes first, so that they are all in the first part of the font.
    for (const char32_t digit : U"0123456789ABCDEF")
        if (const auto glyph = digit == 0 ? std::nullopt : fonts.base().glyphOf(digit))
            (void)fonts.base().code(*glyph, std::u32string(1, digit));
}

/// The parts of the items that lie in the line, reordered for display (UAX #9 L1, L2).
std::vector<LinePainter::Segment> LinePainter::visualSegments(const ShapedText& text, const LineRange& line) {
    std::size_t inkEnd = line.end; // L1: spaces at the end of a line have the level of the paragraph
    while (inkEnd > line.begin && isBreakingSpace(text.source.text[text.clusters[inkEnd - 1].begin]))
        --inkEnd;
    std::vector<Segment> segments;
    const auto first = std::upper_bound(text.items.begin(), text.items.end(), line.begin,
                                        [](std::size_t at, const Item& item) { return at < item.clusterEnd; });
    std::uint8_t highest = 0;
    for (auto item = first; item != text.items.end() && item->firstCluster < line.end; ++item) {
        const std::size_t begin = std::max(item->firstCluster, line.begin);
        const std::size_t end = std::min(item->clusterEnd, line.end);
        const std::size_t ink = std::clamp(inkEnd, begin, end);
        if (begin < ink)
            segments.push_back({&*item, begin, ink, item->level});
        if (ink < end)
            segments.push_back({&*item, ink, end, text.baseLevel});
        highest = std::max({highest, item->level, text.baseLevel});
    }
    for (int level = highest; level > 0; --level)
        for (auto at = segments.begin(); at != segments.end();) {
            const auto isIn = [&](const Segment& segment) { return segment.level >= level; };
            const auto begin = std::find_if(at, segments.end(), isIn);
            at = std::find_if_not(begin, segments.end(), isIn);
            std::reverse(begin, at);
        }
    return segments;
}

double LinePainter::paint(PaintTarget& target, const ShapedText& text, const LineRange& line, double x, double baseline,
                          const std::u32string& lineEnd, const LookHook& onLook) {
    const TextLook* look = nullptr;
    std::vector<Segment> segments = visualSegments(text, line);
    const bool joinsEnd = !lineEnd.empty() && splitHyphen(text, segments);
    for (const Segment& segment : segments) {
        const TextLook& own = text.lookOf(*segment.item);
        if (onLook && &own != look)
            onLook(own, x);
        look = &own;
        target.setFill(own.colour);
        if (joinsEnd && &segment == &segments.back())
            beginActualText(target.content(), U"-" + lineEnd);
        if (segment.level > 0)
            target.content() += "/Span <</Exhibit17Level " + std::to_string(segment.level) + ">> BDC\n";
        paintSegment(target, text, segment, x, baseline);
        if (segment.level > 0)
            target.content() += "EMC\n";
    }
    for (const char32_t c : lineEnd)
        paintCarrier(target, std::u32string(1, c), x, baseline, text.source.ranges.back().look.size);
    if (joinsEnd)
        target.content() += "EMC\n";
    return x;
}

/// Programs that read a page drop a hyphen at the end of a line. Not one that says its line end too: such a hyphen gets
/// a segment of its own.
bool LinePainter::splitHyphen(const ShapedText& text, std::vector<Segment>& segments) {
    if (segments.empty() || segments.back().level > 0 || segments.back().item->shown != Shown::Text)
        return false;
    Segment hyphen = segments.back();
    hyphen.begin = hyphen.end - 1;
    const Cluster& cluster = text.clusters[hyphen.begin];
    if (cluster.end - cluster.begin != 1 || text.source.text[cluster.begin] != U'-')
        return false;
    segments.back().end = hyphen.begin;
    if (segments.back().begin == hyphen.begin)
        segments.pop_back();
    segments.push_back(hyphen);
    return true;
}

void LinePainter::paintSegment(PaintTarget& target, const ShapedText& text, const Segment& segment, double& x,
                               double baseline) {
    if (segment.item->shown == Shown::Text) {
        paintGlyphs(target, text, segment, x, baseline);
        return;
    }
    for (std::size_t i = 0; i < segment.end - segment.begin; ++i) {
        const std::size_t at = segment.level % 2 != 0 ? segment.end - 1 - i : segment.begin + i;
        const Cluster& cluster = text.clusters[at];
        const std::u32string characters = text.source.text.substr(cluster.begin, cluster.end - cluster.begin);
        if (segment.item->shown == Shown::Emoji)
            paintEmoji(target, text, segment, cluster, x, baseline);
        else if (segment.item->shown == Shown::Box)
            paintBox(target, text, segment, cluster, x, baseline);
        else
            paintCarrier(target, characters, x, baseline, text.lookOf(*segment.item).size);
        x += static_cast<double>(cluster.advance);
    }
}

void LinePainter::paintGlyphs(PaintTarget& target, const ShapedText& text, const Segment& segment, double& x,
                              double baseline) {
    FontFace& face = *segment.item->face;
    const double size = text.lookOf(*segment.item).size;
    std::string& out = target.content();
    beginText(out, face.resourceName(0), size, x, baseline);
    GlyphRow row(out, face, size);
    for (std::size_t i = 0; i < segment.end - segment.begin; ++i) {
        const Cluster& cluster = text.clusters[segment.level % 2 != 0 ? segment.end - 1 - i : segment.begin + i];
        const std::u32string characters = text.source.text.substr(cluster.begin, cluster.end - cluster.begin);
        const auto parts = dealOut(characters, cluster.glyphCount, segment.level);
        const std::span glyphs(text.glyphs.data() + cluster.firstGlyph, cluster.glyphCount);
        const Edges edges = edgesOf(face, glyphs);
        std::vector<GlyphCode> codes;
        bool exact = characters.size() >= glyphs.size() && !isSpread(face, glyphs);
        for (std::size_t g = 0; g < glyphs.size(); ++g) {
            codes.push_back(face.code(glyphs[g].glyph, parts[g]));
            exact = exact && codes.back().exact;
        }
        if (!exact)
            row.showUnit(glyphs, codes, edges, inVisualOrder(characters, segment.level));
        for (std::size_t g = 0; exact && g < glyphs.size(); ++g)
            row.show(glyphs[g], codes[g]);
        x += static_cast<double>(cluster.advance);
    }
    row.finish();
    out += "ET\n";
}

/// A picture has no text: an invisible glyph under it carries the whole sequence. (Some readers give an ActualText only
/// if there is a glyph inside.)
void LinePainter::paintEmoji(PaintTarget& target, const ShapedText& text, const Segment& segment,
                             const Cluster& cluster, double x, double baseline) {
    const double size = text.lookOf(*segment.item).size;
    const double step = static_cast<double>(cluster.advance) / std::max<std::uint32_t>(1, cluster.glyphCount);
    for (std::uint32_t g = 0; g < cluster.glyphCount; ++g) {
        const std::string name = target.emojiName(*segment.item->face, text.glyphs[cluster.firstGlyph + g].glyph);
        if (name.empty())
            continue;
        std::string& out = target.content();
        out += "q ";
        appendNumbers(out, size * kEmojiSize, 0, 0, size * kEmojiSize, x + g * step + (step - size * kEmojiSize) / 2,
                      baseline - size * kEmojiDescent);
        out += "cm /" + name + " Do Q\n";
    }
    const std::u32string characters = text.source.text.substr(cluster.begin, cluster.end - cluster.begin);
    paintCarrier(target, inVisualOrder(characters, segment.level), x, baseline, size);
}

void LinePainter::paintCarrier(PaintTarget& target, const std::u32string& text, double x, double baseline,
                               double size) {
    FontFace& face = m_fonts.base();
    const GlyphCode code = face.code(face.glyphOf(U' ').value_or(0), text);
    std::string& out = target.content();
    beginText(out, face.resourceName(code.part), size, x, baseline);
    out += "3 Tr " + hexCode(code.code) + " Tj 0 Tr ET\n";
}

void LinePainter::paintBox(PaintTarget& target, const ShapedText& text, const Segment& segment, const Cluster& cluster,
                           double x, double baseline) {
    const double size = text.lookOf(*segment.item).size;
    const char32_t character = text.source.text[cluster.begin];
    const BoxDigits digits = boxDigits(character);
    const double advance = static_cast<double>(cluster.advance);
    const double inset = 0.08 * size, width = advance - 2 * inset;
    std::string& out = target.content();
    beginActualText(out, std::u32string(1, character));
    // Blanks at both edges: see GlyphRow::showUnit.
    showBlank(out, x, baseline, size);
    appendNumbers(out, 0.045 * size);
    out += "w ";
    appendNumbers(out, x + inset, baseline - 0.17 * size, width, 0.92 * size);
    out += "re S\n";
    const double digitSize = kBoxDigitSize * size, left = x + 0.18 * size;
    if (digits.bottom.empty()) {
        showDigits(out, digits.top, left, baseline + 0.14 * size, digitSize);
    } else {
        showDigits(out, digits.top, left, baseline + 0.34 * size, digitSize);
        showDigits(out, digits.bottom, left, baseline - 0.07 * size, digitSize);
    }
    const FontFace& face = m_fonts.base();
    const double blank = face.pdfWidth(face.glyphOf(U' ').value_or(0)) * size / 1000;
    showBlank(out, x + advance - blank, baseline, size);
    out += "EMC\n";
}

void LinePainter::showBlank(std::string& out, double x, double baseline, double size) {
    FontFace& face = m_fonts.base();
    const GlyphCode code = face.code(face.glyphOf(U' ').value_or(0), kWordJoiner);
    beginText(out, face.resourceName(code.part), size, x, baseline);
    out += hexCode(code.code) + " Tj ET\n";
}

void LinePainter::showDigits(std::string& out, const std::string& digits, double x, double baseline, double size) {
    FontFace& face = m_fonts.base();
    beginText(out, face.resourceName(0), size, x, baseline);
    std::string codes;
    for (const char digit : digits) {
        const auto c = static_cast<char32_t>(digit);
        codes += hexNumber(face.code(face.glyphOf(c).value_or(0), std::u32string(1, c)).code, 4);
    }
    out += "<" + codes + "> Tj ET\n";
}

} // namespace exhibit::pdf
