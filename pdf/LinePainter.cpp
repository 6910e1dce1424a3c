#include "pdf/LinePainter.h"

#include "pdf/Syntax.h"

#include <algorithm>
#include <cmath>

namespace exhibit::pdf {
namespace {

constexpr double kEmojiSize = 1.17; ///< shares of the text's size
constexpr double kEmojiDescent = 0.2;

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

/// Marks that are moved to their place over or under a letter: some readers then take them for words of their own, so
/// that the text of the whole cluster is said.
bool hasPlacedMarks(const ShapedText& text, const Cluster& cluster) {
    const auto first = text.glyphs.begin() + cluster.firstGlyph;
    return cluster.glyphCount > 1 && std::any_of(first, first + cluster.glyphCount, [](const ShapedGlyph& glyph) {
               return glyph.xOffset != 0 || glyph.yOffset != 0;
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
                          const LookHook& onLook) {
    const TextLook* look = nullptr;
    for (const Segment& segment : visualSegments(text, line)) {
        const TextLook& own = text.lookOf(*segment.item);
        if (onLook && &own != look)
            onLook(own, x);
        look = &own;
        target.setFill(own.colour);
        if (segment.level > 0)
            target.content() += "/Span <</Exhibit17Level " + std::to_string(segment.level) + ">> BDC\n";
        paintSegment(target, text, segment, x, baseline);
        if (segment.level > 0)
            target.content() += "EMC\n";
    }
    return x;
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
        std::vector<GlyphCode> codes;
        bool exact = characters.size() >= cluster.glyphCount && !hasPlacedMarks(text, cluster);
        for (std::size_t g = 0; g < parts.size(); ++g) {
            codes.push_back(face.code(text.glyphs[cluster.firstGlyph + g].glyph, parts[g]));
            exact = exact && codes.back().exact;
        }
        if (!exact) {
            row.flush();
            beginActualText(out, inVisualOrder(characters, segment.level));
        }
        for (std::size_t g = 0; g < codes.size(); ++g)
            row.show(text.glyphs[cluster.firstGlyph + g], codes[g]);
        if (!exact) {
            row.flush();
            out += "EMC\n";
        }
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
    const double inset = 0.08 * size, width = static_cast<double>(cluster.advance) - 2 * inset;
    std::string& out = target.content();
    beginActualText(out, std::u32string(1, character));
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
    out += "EMC\n";
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
