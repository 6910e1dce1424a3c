// What the pages show can be told from its ground, by everybody and in black and white: the contrast ratios of WCAG 2,
// of all that the content streams paint.

#include "MadeDocument.h"
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

using namespace exhibit;
using namespace exhibit::pdf;
using namespace exhibit::test;

namespace {

using Object = QPDFObjectHandle;
using Rgb = std::array<double, 3>;

constexpr Rgb kPaper{1, 1, 1};
/// Between rows that space parts too: it may be faint.
constexpr Rgb kHairline{0.78, 0.81, 0.85};

/// WCAG 2.1, "relative luminance"
double luminance(const Rgb& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

/// WCAG 2.1, "contrast ratio"
double contrast(const Rgb& a, const Rgb& b) {
    const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

struct Box {
    double left = 1e9, bottom = 1e9, right = -1e9, top = -1e9;
    void take(double x, double y) {
        left = std::min(left, x);
        right = std::max(right, x);
        bottom = std::min(bottom, y);
        top = std::max(top, y);
    }
    [[nodiscard]] bool holds(double x, double y) const { return x >= left && x <= right && y >= bottom && y <= top; }
};

struct Painted {
    Rgb colour{}, ground{};
    Box box;
    [[nodiscard]] double ratio() const { return contrast(colour, ground); }
    /// Something that others stand on: a box, or the white below a QR code.
    [[nodiscard]] bool isGround() const { return box.right - box.left > 30 && box.top - box.bottom > 10; }
};

/// What one page paints, in order.
class PaintReader final : public Object::ParserCallbacks {
public:
    void handleObject(Object object) override {
        if (object.isOperator()) {
            run(object.getOperatorValue());
            m_operands.clear();
        } else {
            m_operands.push_back(object);
        }
    }
    void handleEOF() override {}

    std::vector<Painted> texts, fills, strokes;

private:
    struct State {
        Rgb fill{0, 0, 0}, stroke{0, 0, 0};
        int mode = 0; ///< of text; 3 is invisible
    };

    [[nodiscard]] double number(std::size_t i) { return m_operands.at(i).getNumericValue(); }
    [[nodiscard]] Rgb colour() { return {number(0), number(1), number(2)}; }

    void run(const std::string& op) {
        if (op == "q")
            m_saved.push_back(m_state);
        else if (op == "Q")
            restore();
        else if (op == "rg")
            m_state.fill = colour();
        else if (op == "RG")
            m_state.stroke = colour();
        else if (op == "Tr")
            m_state.mode = m_operands.at(0).getIntValueAsInt();
        else if (op == "Tm")
            m_at = {number(4), number(5)};
        else if (op == "Tj" || op == "TJ")
            showText();
        else
            runPath(op);
    }
    void restore() {
        m_state = m_saved.back();
        m_saved.pop_back();
    }
    void runPath(const std::string& op) {
        if (op == "re") {
            m_path.take(number(0), number(1));
            m_path.take(number(0) + number(2), number(1) + number(3));
        } else if (op == "m" || op == "l" || op == "c") {
            for (std::size_t i = 0; i + 1 < m_operands.size(); i += 2)
                m_path.take(number(i), number(i + 1));
        } else if (op == "f" || op == "f*") {
            fills.push_back(painted(m_state.fill));
        } else if (op == "S") {
            strokes.push_back(painted(m_state.stroke));
        }
        if (op == "f" || op == "f*" || op == "S" || op == "n")
            m_path = {};
    }
    [[nodiscard]] Painted painted(const Rgb& colour) const {
        return {colour, groundAt((m_path.left + m_path.right) / 2, (m_path.bottom + m_path.top) / 2), m_path};
    }
    void showText() {
        if (m_state.mode != 3)
            texts.push_back({m_state.fill, groundAt(m_at[0] + 1, m_at[1] + 1), {m_at[0], m_at[1], m_at[0], m_at[1]}});
    }
    [[nodiscard]] Rgb groundAt(double x, double y) const {
        const auto below =
            std::find_if(fills.rbegin(), fills.rend(), [&](const Painted& fill) { return fill.box.holds(x, y); });
        return below == fills.rend() ? kPaper : below->colour;
    }

    State m_state;
    std::vector<State> m_saved;
    std::array<double, 2> m_at{};
    Box m_path;
    std::vector<Object> m_operands;
};

/// Every kind of block, and what is drawn over them.
Document everyLook() {
    Document document = emptyDocument();
    document.header = "Header";
    document.footer = "Footer";
    const SharedPicture picture = pictureOf(madePng(320, 200));
    auto& blocks = document.blocks;
    for (const HeadingLook look : {HeadingLook::Document, HeadingLook::Dense, HeadingLook::Letter})
        for (const int level : {1, 2, 3})
            blocks.emplace_back(Heading{.level = level, .text = "Heading", .look = look});
    for (const ParagraphStyle style : {ParagraphStyle::Body, ParagraphStyle::Lead, ParagraphStyle::Small,
                                       ParagraphStyle::Note, ParagraphStyle::Caption})
        blocks.emplace_back(Paragraph{{{"Text "}, {"link", SpanStyle::Regular, "", "https://example.org/"}}, style});
    blocks.emplace_back(List{true, {{{"One"}}}});
    blocks.emplace_back(Facts{{{{{"Key"}}, {{"Value"}}}, {{{"Hash"}}, {{"abc"}}, true}}});
    blocks.emplace_back(Table{{{1, {{"File"}}}}, {{{{"a"}}}, {{{"b"}}}}});
    blocks.emplace_back(
        Verbatim{.text = "a\u200Bb", .id = "text", .label = "Label", .marks = {{.begin = 0, .end = 1, .number = 12}}});
    blocks.emplace_back(Panel{{Paragraph{{{"Inside"}}, ParagraphStyle::Note}}});
    blocks.emplace_back(Panel{{Paragraph{{{"Inside"}}}}, true});
    blocks.emplace_back(QrCode{"https://example.org/", "A code", {{"Scan"}}});
    blocks.emplace_back(Gallery{{{picture, "Small", {{"A"}}}}, 4, 60});
    blocks.emplace_back(Figure{.picture = picture,
                               .alt = "Large",
                               .caption = {{"Caption"}},
                               .marks = {{.x = 10, .y = 10, .width = 50, .height = 20, .number = 1}}});
    blocks.emplace_back(Figure{.picture = pictureOf(madePng(100, 2000)), .alt = "Tall", .maxWidth = 400});
    blocks.emplace_back(Rule{});
    return document;
}

} // namespace

TEST_CASE("Text and graphics stand out from their ground") {
    const Bytes file = written(everyLook());
    QPDF pdf;
    pdf.processMemoryFile("made", reinterpret_cast<const char*>(file.data()), file.size());
    std::size_t texts = 0, shapes = 0, onTint = 0, faint = 0;
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        PaintReader reader;
        page.parseContents(&reader);
        for (const Painted& text : reader.texts) {
            CAPTURE(text.colour, text.ground, text.box.left, text.box.bottom);
            CHECK(text.ratio() >= 4.5); // WCAG 2.1, 1.4.3
            ++texts;
            onTint += text.ground == kPaper ? 0U : 1U;
        }
        std::vector<Painted> all = reader.fills;
        for (const Painted& stroke : reader.strokes)
            if (stroke.colour != kPaper) // around the lines of marks: seen on dark pictures alone
                all.push_back(stroke);
        for (const Painted& shape : all) {
            if (shape.isGround())
                continue;
            CAPTURE(shape.colour, shape.ground, shape.box.left, shape.box.bottom, shape.box.right, shape.box.top);
            if (shape.colour == kHairline) {
                ++faint;
                continue;
            }
            CHECK(shape.ratio() >= 3); // WCAG 2.1, 1.4.11
            ++shapes;
        }
    }
    CHECK(texts > 50);
    CHECK(onTint > 3);
    CHECK(shapes > 100);
    CHECK(faint > 3);
}
