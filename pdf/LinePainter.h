#pragma once
// One line of shaped text -> operators of a content stream, in visual order (ISO 32000-1 9.4).
//
// What is shown can be read back exactly: each code's ToUnicode text and each /ActualText is the text of its cluster,
// reversed in runs that go from right to left, so that the code points stand in visual order throughout; and a run of a
// level other than 0 stands in `/Span <</Exhibit17Level n>> BDC ... EMC`. Composition.h has the whole rule.

#include "pdf/LineBreaker.h"

#include <functional>

namespace exhibit::pdf {

/// What the painter needs of the page that it draws on.
class PaintTarget {
public:
    virtual ~PaintTarget() = default;
    /// Operators are added here.
    [[nodiscard]] virtual std::string& content() = 0;
    virtual void setFill(const Colour& colour) = 0;
    /// The resource name of a colour glyph's picture on this page, without the slash. Empty if it can't be had.
    [[nodiscard]] virtual std::string emojiName(FontFace& face, hb_codepoint_t glyph) = 0;
};

/// Called before what belongs to a look is drawn at `x`, whenever the look changes (links, languages).
using LookHook = std::function<void(const TextLook& look, double x)>;

class LinePainter {
public:
    explicit LinePainter(FontLibrary& fonts);

    /// `x` is the left end of the line, `baseline` its height on the page. Answers the right end. The characters of
    /// `lineEnd` take no ink, but can be read back like any others.
    double paint(PaintTarget& target, const ShapedText& text, const LineRange& line, double x, double baseline,
                 const std::u32string& lineEnd = {}, const LookHook& onLook = {});

private:
    struct Segment {
        const Item* item = nullptr;
        std::size_t begin = 0, end = 0; ///< clusters
        std::uint8_t level = 0;
    };
    [[nodiscard]] static std::vector<Segment> visualSegments(const ShapedText& text, const LineRange& line);
    [[nodiscard]] static bool splitHyphen(const ShapedText& text, std::vector<Segment>& segments);
    void paintSegment(PaintTarget& target, const ShapedText& text, const Segment& segment, double& x, double baseline);
    void paintGlyphs(PaintTarget& target, const ShapedText& text, const Segment& segment, double& x, double baseline);
    void paintEmoji(PaintTarget& target, const ShapedText& text, const Segment& segment, const Cluster& cluster,
                    double x, double baseline);
    void paintBox(PaintTarget& target, const ShapedText& text, const Segment& segment, const Cluster& cluster, double x,
                  double baseline);
    void paintCarrier(PaintTarget& target, const std::u32string& text, double x, double baseline, double size);
    void showBlank(std::string& out, double x, double baseline, double size);
    void showDigits(std::string& out, const std::string& digits, double x, double baseline, double size);

    FontLibrary& m_fonts;
};

} // namespace exhibit::pdf
