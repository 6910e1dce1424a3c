#include "pdf/FigureMarks.h"

#include "pdf/Syntax.h"

#include <algorithm>

namespace exhibit::pdf {
namespace {

constexpr Colour kMarkColour{0.72, 0.05, 0.20}; // stands out on light and dark, and stays dark in black and white
constexpr style::TextStyle kMarkText{8, 11, FontWeight::Bold, false, kMarkColour};
constexpr double kOutline = 1.1;
constexpr double kHalo = 2.3;  // white, around the outline
constexpr double kPad = 1.5;   // between what is marked and its outline
constexpr double kBadge = 13;  // side of the box around a number
constexpr double kGutter = 7;  // between picture and number
constexpr double kBetween = 2; // between two numbers

/// The marks of one part of a picture, from the top down.
class MarkDrawing {
public:
    MarkDrawing(Canvas& canvas, TextSetter& text, const Rectangle& area)
        : m_canvas(canvas), m_text(text), m_area(area), m_freeLeft(area.top + kBadge), m_freeRight(m_freeLeft) {}

    void draw(const Rectangle& outline, int number) {
        stroke(outline);
        const bool atLeft = outline.left + outline.right < m_area.left + m_area.right;
        double& free = atLeft ? m_freeLeft : m_freeRight;
        const double top = std::max(std::min(free, outline.top + kBadge / 2), style::kBodyBottom + kBadge);
        free = top - kBadge - kBetween;
        const double left = atLeft ? m_area.left - kGutter - kBadge : m_area.right + kGutter;
        const Rectangle badge{left, top - kBadge, left + kBadge, top};
        connect(outline, badge, atLeft);
        m_canvas.strokeRectangle(badge, 0.75, kMarkColour);
        const SetLine line = m_text.shortened(decimal(static_cast<std::size_t>(number)), kMarkText, kBadge);
        TextSetter::drawPlain(m_canvas, line, badge.left, badge.top - 1, kBadge, Alignment::Centre);
    }

private:
    void stroke(const Rectangle& area) {
        m_canvas.strokeRectangle(area, kHalo, style::kPaper);
        m_canvas.strokeRectangle(area, kOutline, kMarkColour);
    }

    /// Along the outline's upper edge, where it crosses no line of text, and then to the number.
    void connect(const Rectangle& outline, const Rectangle& badge, bool atLeft) {
        const double gutter = atLeft ? badge.right + kGutter / 2 : badge.left - kGutter / 2;
        const double middle = (badge.bottom + badge.top) / 2;
        const double from = atLeft ? outline.left : outline.right;
        const double edge = atLeft ? badge.right : badge.left;
        stroke({std::min(from, gutter), outline.top, std::max(from, gutter), outline.top});
        m_canvas.strokeRectangle({gutter, std::min(middle, outline.top), gutter, std::max(middle, outline.top)},
                                 kOutline, kMarkColour);
        m_canvas.strokeRectangle({std::min(edge, gutter), middle, std::max(edge, gutter), middle}, kOutline,
                                 kMarkColour);
    }

    Canvas& m_canvas;
    TextSetter& m_text;
    const Rectangle& m_area;
    double m_freeLeft; ///< upper edge of the next number's place
    double m_freeRight;
};

/// Where the mark is on the page; nothing if it isn't in this part.
std::optional<Rectangle> outlineOf(const FigureMark& mark, double scale, const FigurePart& part,
                                   const Rectangle& area) {
    const double top = area.top + part.top; // of the whole picture
    const Rectangle whole{area.left + mark.x * scale - kPad, top - (mark.y + mark.height) * scale - kPad,
                          area.left + (mark.x + mark.width) * scale + kPad, top - mark.y * scale + kPad};
    const Rectangle seen{std::max(whole.left, area.left), std::max(whole.bottom, area.bottom),
                         std::min(whole.right, area.right), std::min(whole.top, area.top)};
    const bool isThere = seen.right - seen.left > kPad && seen.top - seen.bottom > kPad;
    return isThere ? std::optional(seen) : std::nullopt;
}

} // namespace

void drawFigureMarks(Canvas& canvas, TextSetter& text, const Figure& figure, const FigurePart& part,
                     const Rectangle& area) {
    if (figure.marks.empty())
        return;
    std::vector<FigureMark> marks = figure.marks;
    std::stable_sort(marks.begin(), marks.end(), [](const FigureMark& a, const FigureMark& b) { return a.y < b.y; });
    canvas.beginArtifact();
    MarkDrawing drawing(canvas, text, area);
    for (const FigureMark& mark : marks)
        if (const auto outline = outlineOf(mark, part.width / figure.picture->width(), part, area))
            drawing.draw(*outline, mark.number);
    canvas.end();
}

} // namespace exhibit::pdf
