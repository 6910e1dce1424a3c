#include "pdf/Marks.h"

#include "pdf/Syntax.h"

#include <algorithm>
#include <hb.h>

namespace exhibit::pdf {
namespace {

constexpr Colour kMarkColour{0.72, 0.05, 0.20}; // stands out on light and dark, and stays dark in black and white
constexpr double kOutline = 0.9;
constexpr double kLeader = 0.6;      // the line to the number: it may cross what is shown, so it is thin
constexpr double kHalo = 0.9;        // white, around both lines together: on a dark picture it is what is seen
constexpr double kPad = 1.5;         // between what is marked and its outline
constexpr double kDisc = 6.3;        // radius of the disc around a number
constexpr double kGutter = 8;        // between picture and disc
constexpr double kBetween = 1.5;     // between two discs
constexpr double kDigitSize = 8.5;   // of the font
constexpr double kDigitRoom = 9.5;   // width that the digits of a number may take
constexpr double kUnderline = 1.0;   // thickness
constexpr double kUnderlineAt = 2.6; // below the baseline: lower than a link's

// ---- digits as outlines --------------------------------------------------------------------------------------------

/// Where a glyph's outline goes: font units -> points.
struct OutlineTarget {
    std::string* out = nullptr;
    double x = 0, y = 0, scale = 1;

    void add(std::initializer_list<float> coordinates, const char* operation) {
        bool isX = true;
        for (const float value : coordinates) {
            appendNumbers(*out, (isX ? x : y) + static_cast<double>(value) * scale);
            isX = !isX;
        }
        *out += operation;
    }
};

OutlineTarget& targetOf(void* data) {
    return *static_cast<OutlineTarget*>(data);
}

/// HarfBuzz makes cubic curves of quadratic ones where no function for those is given.
hb_draw_funcs_t* outlineFunctions() {
    hb_draw_funcs_t* functions = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(
        functions,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
            targetOf(data).add({x, y}, "m\n");
        },
        nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(
        functions,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
            targetOf(data).add({x, y}, "l\n");
        },
        nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(
        functions,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y,
           void*) {
            targetOf(data).add({x1, y1, x2, y2, x, y}, "c\n");
        },
        nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(
        functions, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { targetOf(data).add({}, "h\n"); },
        nullptr, nullptr);
    hb_draw_funcs_make_immutable(functions);
    return functions;
}

std::string digitsOutline(const FontFace& face, int number, double centre, double baseline) {
    static hb_draw_funcs_t* const functions = outlineFunctions();
    std::vector<hb_codepoint_t> glyphs;
    double width = 0; // thousandths
    for (const char digit : decimal(static_cast<std::uint64_t>(std::max(number, 0))))
        if (const auto glyph = face.glyphOf(static_cast<char32_t>(digit))) {
            glyphs.push_back(*glyph);
            width += face.pdfWidth(*glyph);
        }
    const double size = std::min(kDigitSize, kDigitRoom * 1000 / std::max(width, 1.0));
    std::string out;
    OutlineTarget target{&out, centre - width * size / 2000, baseline, face.thousandths(1) * size / 1000};
    for (const hb_codepoint_t glyph : glyphs) {
        hb_font_get_glyph_shape(face.shaper(), glyph, functions, &target);
        target.x += face.pdfWidth(glyph) * size / 1000;
    }
    return out;
}

/// Four Bézier curves, the usual way: 0.5523 is 4/3 * (sqrt(2) - 1).
std::string discOutline(double x, double y, double radius) {
    const double k = 0.5523 * radius;
    std::string out;
    appendNumbers(out, x + radius, y);
    out += "m\n";
    const auto curve = [&](double x1, double y1, double x2, double y2, double x3, double y3) {
        appendNumbers(out, x + x1, y + y1, x + x2, y + y2, x + x3, y + y3);
        out += "c\n";
    };
    curve(radius, k, k, radius, 0, radius);
    curve(-k, radius, -radius, k, -radius, 0);
    curve(-radius, -k, -k, -radius, 0, -radius);
    curve(k, -radius, radius, -k, radius, 0);
    return out + "h\n";
}

/// Within an artifact.
void drawNumber(Canvas& canvas, const FontFace& digits, int number, double x, double y) {
    constexpr double kHalfDigit = 0.357; // of a digit's height, as a share of the font's size
    canvas.fillPath(discOutline(x, y, kDisc), kMarkColour);
    canvas.fillPath(digitsOutline(digits, number, x, y - kHalfDigit * kDigitSize), style::kPaper);
}

// ---- on pictures ---------------------------------------------------------------------------------------------------

/// The marks of one part of a picture, from the top down.
class MarkDrawing {
public:
    MarkDrawing(Canvas& canvas, const FontFace& digits, const Rectangle& area)
        : m_canvas(canvas), m_digits(digits), m_area(area), m_freeLeft(area.top + kDisc), m_freeRight(m_freeLeft) {}

    void draw(const Rectangle& outline, int number) {
        const bool atLeft = outline.left + outline.right < m_area.left + m_area.right;
        double& free = atLeft ? m_freeLeft : m_freeRight;
        const double y = std::max(std::min(free - kDisc, outline.top), style::kBodyBottom + kDisc);
        free = y - kDisc - kBetween;
        const double edge = atLeft ? m_area.left : m_area.right;
        const double x = atLeft ? edge - kGutter - kDisc : edge + kGutter + kDisc;
        m_canvas.strokeRectangle(outline, kOutline + kHalo, style::kPaper);
        line(atLeft ? outline.left : outline.right, edge, outline.top, kLeader + kHalo, style::kPaper);
        m_canvas.strokeRectangle(outline, kOutline, kMarkColour);
        line(atLeft ? outline.left : outline.right, edge, outline.top, kLeader, kMarkColour);
        m_canvas.strokeLine(edge, outline.top, x, y, kLeader, kMarkColour);
        drawNumber(m_canvas, m_digits, number, x, y);
    }

private:
    /// Along the outline's upper edge, where it crosses no line of text.
    void line(double from, double to, double y, double width, const Colour& colour) {
        m_canvas.strokeLine(from, y, to, y, width, colour);
    }

    Canvas& m_canvas;
    const FontFace& m_digits;
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

void drawFigureMarks(Canvas& canvas, const FontFace& digits, const Figure& figure, const FigurePart& part,
                     const Rectangle& area) {
    if (figure.marks.empty())
        return;
    std::vector<FigureMark> marks = figure.marks;
    std::stable_sort(marks.begin(), marks.end(), [](const FigureMark& a, const FigureMark& b) { return a.y < b.y; });
    canvas.beginArtifact();
    MarkDrawing drawing(canvas, digits, area);
    for (const FigureMark& mark : marks)
        if (const auto outline = outlineOf(mark, part.width / figure.picture->width(), part, area))
            drawing.draw(*outline, mark.number);
    canvas.end();
}

// ---- under words ---------------------------------------------------------------------------------------------------

namespace {

struct Stretch {
    double left = 0, right = 0;
};

bool isMarked(const StyledText& text, const TextLook& look, const std::vector<TextMark>& marks) {
    std::size_t begin = 0;
    for (const StyledText::Range& range : text.ranges) {
        if (&range.look == &look)
            return std::any_of(marks.begin(), marks.end(),
                               [&](const TextMark& mark) { return mark.begin <= begin && range.end <= mark.end; });
        begin = range.end;
    }
    return false;
}

/// The characters that a line shows of its text.
TextMark charactersOf(const SetLine& line) {
    const std::vector<Cluster>& clusters = line.text->shaped.clusters;
    if (line.range.begin >= line.range.end)
        return {};
    return {clusters[line.range.begin].begin, clusters[line.range.end - 1].end, 0};
}

/// The numbers of the marks that begin in the line, in rows as wide as the margin allows.
void drawNumbers(Canvas& canvas, const FontFace& digits, const MarkedLine& marked, double left, double y) {
    constexpr double kPageEdge = 8; // that printers need
    const TextMark shown = charactersOf(marked.line);
    double x = left + kDisc;
    for (const TextMark& mark : marked.marks) {
        if (mark.begin < shown.begin || mark.begin >= shown.end)
            continue;
        if (x + kDisc > style::kPageWidth - kPageEdge) {
            x = left + kDisc;
            y -= 2 * kDisc + kBetween;
        }
        canvas.beginArtifact();
        drawNumber(canvas, digits, mark.number, x, y);
        canvas.end();
        x += 2 * kDisc + kBetween;
    }
}

} // namespace

void drawMarkedLine(Canvas& canvas, const FontFace& digits, const MarkedLine& marked, const Rectangle& area,
                    double numbersLeft) {
    const SetLine& line = marked.line;
    std::vector<Stretch> underlined;
    bool open = false;
    const auto onLook = [&](const TextLook& look, double x) {
        if (open)
            underlined.back().right = x;
        open = isMarked(line.text->shaped.source, look, marked.marks);
        if (open)
            underlined.push_back({x, x});
    };
    canvas.beginContent(marked.element);
    const double end = TextSetter::drawPlain(canvas, line, area.left, area.top, area.right - area.left,
                                             Alignment::Start, marked.lineEnd, onLook);
    canvas.end();
    if (open)
        underlined.back().right = end;
    const double baseline = area.top - line.baseline;
    for (const Stretch& stretch : underlined)
        canvas.rule(stretch.left, stretch.right, baseline - kUnderlineAt, kUnderline, kMarkColour);
    drawNumbers(canvas, digits, marked, numbersLeft, baseline + 0.3 * style::kVerbatim.size);
}

} // namespace exhibit::pdf
