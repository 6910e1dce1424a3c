#pragma once
// Spans -> lines, and lines -> page, with links and language spans.

#include "pdf/Canvas.h"
#include "pdf/Style.h"

#include <map>
#include <memory>
#include <vector>

namespace exhibit::pdf {

/// A shaped paragraph with the structure elements of its links.
struct SetText {
    ShapedText shaped;
    ElementId element = 0;                           ///< that it belongs to
    std::map<const TextLook*, ElementId> links = {}; ///< made when they are first drawn
    std::string linkLabel = {};                      ///< Labels::opensLink
};

/// One line, ready to be drawn.
struct SetLine {
    std::shared_ptr<SetText> text; ///< null for an empty line
    LineRange range;
    double height = 0;
    double baseline = 0;  ///< below the line's top
    double fullWidth = 0; ///< with the spaces at its end
};

enum class Alignment : std::uint8_t { Start, Left, Centre };

class TextSetter {
public:
    TextSetter(Workshop& workshop, Shaper& shaper, LineBreaker& breaker, const Document& document)
        : m_workshop(workshop), m_shaper(shaper), m_breaker(breaker), m_document(document) {}

    /// Line ends in the spans begin new lines. `element` is what the text belongs to.
    [[nodiscard]] std::vector<SetLine> lines(const Spans& spans, const style::TextStyle& textStyle, double width,
                                             ElementId element, BreakRule rule = BreakRule::Words);
    /// The same for one line of text that has no line ends.
    [[nodiscard]] std::vector<SetLine> linesOf(StyledText text, const style::TextStyle& textStyle, double width,
                                               ElementId element, BreakRule rule = BreakRule::Words);
    /// One line, shortened with an ellipsis if it is too long. It belongs to no element.
    [[nodiscard]] SetLine shortened(const std::string& text, const style::TextStyle& textStyle, double width);

    /// Within content of its element; `top` is the upper edge of the line. Answers the right end.
    static double draw(Canvas& canvas, const SetLine& line, double left, double top, double width,
                       Alignment alignment = Alignment::Start);
    /// Within marked content that is open: no links, no language spans. Answers the right end. `lineEnd` as
    /// LinePainter::paint.
    static double drawPlain(Canvas& canvas, const SetLine& line, double left, double top, double width,
                            Alignment alignment = Alignment::Start, const std::u32string& lineEnd = {},
                            const LookHook& onLook = {});
    /// The face for numbers that are drawn as outlines.
    [[nodiscard]] const FontFace& digits() const { return m_shaper.fonts().base(FontWeight::Bold); }

private:
    [[nodiscard]] SetLine lineOf(const std::shared_ptr<SetText>& text, const LineRange& range,
                                 const style::TextStyle& textStyle);
    [[nodiscard]] TextLook lookOf(const Span& span, const style::TextStyle& textStyle) const;

    Workshop& m_workshop;
    Shaper& m_shaper;
    LineBreaker& m_breaker;
    const Document& m_document;
};

[[nodiscard]] double heightOf(const std::vector<SetLine>& lines);
/// {page} and the like
[[nodiscard]] std::string filledIn(std::string text, std::string_view placeholder, std::string_view value);

} // namespace exhibit::pdf
