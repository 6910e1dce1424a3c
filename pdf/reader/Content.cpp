#include "pdf/reader/Content.h"

#include "pdf/reader/TextStrings.h"

#include <unordered_map>

namespace exhibit::pdf::reader {
namespace {

constexpr std::size_t kMostOperands = 50'000; // of one operator, arrays counted out: a TJ has two a glyph
constexpr std::size_t kDeepest = 16;
constexpr std::size_t kMostSaved = 64;
constexpr std::size_t kMostShown = 200'000; // glyphs, pictures or areas of one page
constexpr std::int64_t kMostMcids = 1'000'000;
constexpr double kThinLine = 3; // points; a thicker one could cover something
constexpr double kLargestNumber = 1e6;

bool areNumbers(const std::vector<Value>& operands) {
    return std::all_of(operands.begin(), operands.end(), [](const Value& value) {
        return value.isNumber() && std::fabs(value.number()) <= kLargestNumber;
    });
}

bool isColour(const std::vector<Value>& operands) {
    return std::all_of(operands.begin(), operands.end(),
                       [](const Value& value) { return value.number() >= 0 && value.number() <= 1; });
}

} // namespace

enum class Operands : std::uint8_t { Numbers, NameNumber, AString, AnArray, AName, NameProperties, ArrayNumber };

struct ContentReader::Operator {
    std::size_t count = 0;
    Operands operands = Operands::Numbers;
    void (ContentReader::*run)() = nullptr;

    [[nodiscard]] bool accepts(const std::vector<Value>& given) const {
        if (given.size() != count)
            return false;
        switch (operands) {
        case Operands::Numbers:
            return areNumbers(given);
        case Operands::NameNumber:
            return given[0].name() != nullptr && given[1].isNumber();
        case Operands::AString:
            return given[0].string() != nullptr;
        case Operands::AnArray:
            return given[0].array() != nullptr;
        case Operands::AName:
            return given[0].name() != nullptr;
        case Operands::NameProperties:
            return given[0].name() != nullptr && given[1].dictionary() != nullptr;
        case Operands::ArrayNumber:
            return given[0].array() != nullptr && given[1].isNumber();
        }
        return false;
    }
};

const ContentReader::Operator* ContentReader::find(std::string_view name) {
    using R = ContentReader;
    static const std::unordered_map<std::string_view, Operator> kOperators = {
        {"q", {0, Operands::Numbers, &R::save}},           {"Q", {0, Operands::Numbers, &R::restore}},
        {"cm", {6, Operands::Numbers, &R::concatenate}},   {"w", {1, Operands::Numbers, &R::setLineWidth}},
        {"J", {1, Operands::Numbers, &R::ignore}},         {"j", {1, Operands::Numbers, &R::ignore}},
        {"d", {2, Operands::ArrayNumber, &R::ignore}},     {"g", {1, Operands::Numbers, &R::setFillGrey}},
        {"rg", {3, Operands::Numbers, &R::setFillRgb}},    {"G", {1, Operands::Numbers, &R::setStrokeGrey}},
        {"RG", {3, Operands::Numbers, &R::setStrokeRgb}},  {"m", {2, Operands::Numbers, &R::movePoint}},
        {"l", {2, Operands::Numbers, &R::movePoint}},      {"c", {6, Operands::Numbers, &R::curve}},
        {"h", {0, Operands::Numbers, &R::ignore}},         {"re", {4, Operands::Numbers, &R::rectangle}},
        {"W", {0, Operands::Numbers, &R::clipPath}},       {"S", {0, Operands::Numbers, &R::strokePath}},
        {"f", {0, Operands::Numbers, &R::fillPath}},       {"B", {0, Operands::Numbers, &R::fillAndStrokePath}},
        {"n", {0, Operands::Numbers, &R::endPath}},        {"BT", {0, Operands::Numbers, &R::beginText}},
        {"ET", {0, Operands::Numbers, &R::endText}},       {"Tf", {2, Operands::NameNumber, &R::setFont}},
        {"Tm", {6, Operands::Numbers, &R::setTextMatrix}}, {"Td", {2, Operands::Numbers, &R::moveText}},
        {"Ts", {1, Operands::Numbers, &R::setRise}},       {"Tr", {1, Operands::Numbers, &R::setRenderMode}},
        {"Tj", {1, Operands::AString, &R::showText}},      {"TJ", {1, Operands::AnArray, &R::showTexts}},
        {"Do", {1, Operands::AName, &R::drawObject}},      {"BDC", {2, Operands::NameProperties, &R::beginMarked}},
        {"BMC", {1, Operands::AName, &R::beginMarked}},    {"EMC", {0, Operands::Numbers, &R::endMarked}},
    };
    const auto found = kOperators.find(name);
    return found == kOperators.end() ? nullptr : &found->second;
}

void ContentReader::fail(std::string code, Severity severity, std::string message) {
    if (!m_fault)
        m_fault = ContentFault{std::move(code), severity, std::move(message)};
}

void ContentReader::contradiction(std::string message) {
    fail("page-content", Severity::Contradiction, std::move(message));
}

PageContent ContentReader::read(const Page& page, std::string_view operators) {
    m_fault.reset();
    m_content = {};
    m_saved.clear();
    m_marks.clear();
    m_usedMcids.clear();
    m_path.reset();
    m_inText = false;
    m_order = 0;
    m_state = {};
    m_state.clip = {page.box[0], page.box[1], page.box[2], page.box[3]};
    const Dictionary* resources = m_file.resolve(page.dictionary().find("Resources")).dictionary();
    m_xobjects = resources == nullptr ? nullptr : m_file.resolve(resources->find("XObject")).dictionary();
    m_fontNames = resources == nullptr ? nullptr : m_file.resolve(resources->find("Font")).dictionary();

    ParseBudget budget;
    ValueParser parser(operators, 0, budget);
    std::string name;
    m_operands.clear();
    while (!m_fault) {
        budget = {kMostOperands, kDeepest};
        Result<std::optional<Value>> operand = parser.operand(name);
        if (!operand) {
            fail("syntax", Severity::Indeterminate, operand.error().message);
        } else if (*operand) {
            m_operands.push_back(std::move(**operand));
            if (m_operands.size() > 6)
                contradiction("The page has an instruction with too many values.");
        } else if (name.empty()) {
            break;
        } else {
            execute(name);
            m_operands.clear();
        }
    }
    if (!m_fault && (!m_operands.empty() || !m_saved.empty() || !m_marks.empty() || m_inText || m_path))
        contradiction("The page's content ends in the middle of something.");
    std::sort(m_usedMcids.begin(), m_usedMcids.end());
    if (std::adjacent_find(m_usedMcids.begin(), m_usedMcids.end()) != m_usedMcids.end())
        contradiction("Two parts of the page have the same number.");
    return std::move(m_content);
}

void ContentReader::execute(const std::string& name) {
    const Operator* found = find(name);
    if (found == nullptr || !found->accepts(m_operands)) {
        fail("page-operator", Severity::Contradiction,
             "The page is drawn with an instruction that this program never uses.");
        return;
    }
    (this->*found->run)();
}

bool ContentReader::hasRoom() {
    if (m_content.glyphs.size() + m_content.images.size() + m_content.paints.size() < kMostShown)
        return true;
    fail("limit-exceeded", Severity::Indeterminate, "The page shows more than this program reads.");
    return false;
}

// Graphics state (8.4)

void ContentReader::save() {
    if (m_inText || m_saved.size() >= kMostSaved)
        contradiction("The page's content is nested wrongly or too deeply.");
    else
        m_saved.push_back(m_state);
}

void ContentReader::restore() {
    if (m_inText || m_saved.empty()) {
        contradiction("The page's content isn't nested rightly.");
        return;
    }
    m_state = m_saved.back();
    m_saved.pop_back();
}

void ContentReader::concatenate() {
    const Matrix matrix{number(0), number(1), number(2), number(3), number(4), number(5)};
    m_state.matrix = matrix.then(m_state.matrix);
}

void ContentReader::setLineWidth() {
    m_state.lineWidth = number(0);
}

void ContentReader::setFillGrey() {
    m_state.fill = {number(0), number(0), number(0)};
    if (!isColour(m_operands))
        contradiction("The page has a colour that isn't one.");
}

void ContentReader::setFillRgb() {
    m_state.fill = {number(0), number(1), number(2)};
    if (!isColour(m_operands))
        contradiction("The page has a colour that isn't one.");
}

void ContentReader::setStrokeGrey() {
    m_state.stroke = {number(0), number(0), number(0)};
}

void ContentReader::setStrokeRgb() {
    m_state.stroke = {number(0), number(1), number(2)};
}

// Paths (8.5). Only the boxes around them matter here.

void ContentReader::addPoint(double x, double y) {
    const Point point = m_state.matrix.map(x, y);
    if (m_path)
        m_path->include(point);
    else
        m_path = Box::around(point);
}

void ContentReader::movePoint() {
    addPoint(number(0), number(1));
    m_onlyRectangles = false;
}

void ContentReader::curve() {
    addPoint(number(0), number(1));
    addPoint(number(2), number(3));
    addPoint(number(4), number(5));
    m_onlyRectangles = false;
}

void ContentReader::rectangle() {
    addPoint(number(0), number(1));
    addPoint(number(0) + number(2), number(1) + number(3));
    ++m_rectangles;
    if (!m_state.matrix.isRightAngled())
        m_onlyRectangles = false;
}

void ContentReader::clipPath() {
    if (!m_path || m_rectangles != 1 || !m_onlyRectangles)
        contradiction("The page cuts something off along a line that isn't a rectangle.");
    m_clipping = true;
}

void ContentReader::finishPath() {
    if (m_clipping && m_path)
        m_state.clip = m_state.clip.intersection(*m_path);
    m_path.reset();
    m_rectangles = 0;
    m_onlyRectangles = true;
    m_clipping = false;
}

void ContentReader::paint(const Rgb& colour, double grow) {
    if (!m_path || !hasRoom())
        return;
    const Box box = m_path->inset(-grow).intersection(m_state.clip);
    if (!box.isEmpty())
        m_content.paints.push_back({box, colour, m_order++});
}

void ContentReader::strokePath() {
    const double scale = std::max({std::fabs(m_state.matrix.a), std::fabs(m_state.matrix.b),
                                   std::fabs(m_state.matrix.c), std::fabs(m_state.matrix.d)});
    if (m_state.lineWidth * scale > kThinLine)
        paint(m_state.stroke, m_state.lineWidth * scale / 2);
    finishPath();
}

void ContentReader::fillPath() {
    paint(m_state.fill, 0);
    finishPath();
}

void ContentReader::fillAndStrokePath() {
    paint(m_state.fill, 0);
    strokePath();
}

void ContentReader::endPath() {
    finishPath();
}

// Text (9.3, 9.4)

void ContentReader::beginText() {
    if (m_inText)
        contradiction("The page's text isn't nested rightly.");
    m_inText = true;
    m_text = m_textLine = {};
}

void ContentReader::endText() {
    if (!m_inText)
        contradiction("The page's text isn't nested rightly.");
    m_inText = false;
}

void ContentReader::setFont() {
    const Value* reference = m_fontNames == nullptr ? nullptr : m_fontNames->find(m_operands[0].name()->text);
    const Result<const FontMap*> font = m_fonts.get(reference);
    if (!font) {
        const bool limit = font.error().code == ErrorCode::LimitExceeded;
        fail(limit ? "limit-exceeded" : "font", limit ? Severity::Indeterminate : Severity::Contradiction,
             font.error().message);
        return;
    }
    m_state.font = *font;
    m_state.fontSize = number(1);
}

void ContentReader::setTextMatrix() {
    m_text = m_textLine = {number(0), number(1), number(2), number(3), number(4), number(5)};
}

void ContentReader::moveText() {
    m_text = m_textLine = Matrix{1, 0, 0, 1, number(0), number(1)}.then(m_textLine);
}

void ContentReader::setRise() {
    m_state.rise = number(0);
}

void ContentReader::setRenderMode() {
    const std::int64_t* mode = m_operands[0].integer();
    if (mode == nullptr || (*mode != 0 && *mode != 3))
        contradiction("The page shows text in a way that this program never uses.");
    else
        m_state.renderMode = *mode;
}

void ContentReader::showText() {
    showString(m_operands[0].string()->bytes);
}

void ContentReader::showTexts() {
    const std::vector<Value> operands = std::move(m_operands);
    for (const Value& item : *operands[0].array()) {
        if (const String* codes = item.string())
            showString(codes->bytes);
        else if (item.isNumber())
            m_text = Matrix{1, 0, 0, 1, -item.number() / 1000 * m_state.fontSize, 0}.then(m_text);
        else
            contradiction("The page shows something as text that is none.");
    }
}

void ContentReader::showString(const std::string& codes) {
    if (!m_inText || m_state.font == nullptr || codes.size() % 2 != 0) {
        contradiction("The page shows text without a font.");
        return;
    }
    const Matrix& page = m_state.matrix;
    for (std::size_t i = 0; i < codes.size() && !m_fault && hasRoom(); i += 2) {
        const auto code = static_cast<std::uint16_t>(static_cast<unsigned char>(codes[i]) << 8 |
                                                     static_cast<unsigned char>(codes[i + 1]));
        if (!m_state.font->has(code)) {
            contradiction("The page shows a character that its font doesn't know.");
            return;
        }
        const Matrix whole = m_text.then(page);
        const double width = m_state.font->width(code) / 1000 * m_state.fontSize;
        Glyph glyph;
        glyph.text = m_state.font->text(code);
        glyph.mark = m_marks.empty() ? Mark() : m_marks.back();
        glyph.x = static_cast<float>(whole.e);
        glyph.y = static_cast<float>(whole.f);
        glyph.width = static_cast<float>(width * whole.a);
        glyph.rise = static_cast<float>(m_state.rise * whole.d);
        glyph.size = static_cast<float>(m_state.fontSize * whole.d);
        glyph.clip = m_state.clip;
        glyph.colour = m_state.fill;
        glyph.order = m_order++;
        glyph.invisible = m_state.renderMode == 3;
        glyph.upright = whole.isUpright();
        m_content.glyphs.push_back(glyph);
        m_text = Matrix{1, 0, 0, 1, width, 0}.then(m_text);
    }
}

// Pictures (8.9) and marked content (14.6)

void ContentReader::drawObject() {
    const Value* reference = m_xobjects == nullptr ? nullptr : m_xobjects->find(m_operands[0].name()->text);
    const Object* object = m_file.object(reference);
    const Dictionary* dictionary = object == nullptr ? nullptr : object->value.dictionary();
    if (dictionary == nullptr || !object->stream || !m_file.resolve(dictionary->find("Subtype")).isName("Image")) {
        contradiction("The page draws something that isn't a picture.");
        return;
    }
    if (hasRoom())
        m_content.images.push_back(
            {object, m_marks.empty() ? Mark() : m_marks.back(), m_state.matrix, m_state.clip, m_order++});
}

void ContentReader::beginMarked() {
    Mark mark = m_marks.empty() ? Mark() : m_marks.back();
    const std::string& tag = m_operands[0].name()->text;
    if (tag == "OC")
        fail("hidden-layer", Severity::Contradiction, "The page has parts that can be switched on and off.");
    if (tag == "Artifact" && (mark.mcid != kNoContent || mark.artifact))
        contradiction("The page's content isn't nested rightly.");
    mark.artifact = mark.artifact || tag == "Artifact";
    if (m_operands.size() == 2)
        readProperties(*m_operands[1].dictionary(), mark);
    if (m_marks.size() >= kMostSaved)
        contradiction("The page's content is nested too deeply.");
    m_marks.push_back(mark);
}

void ContentReader::readProperties(const Dictionary& properties, Mark& mark) {
    if (const Value* number = properties.find("MCID")) {
        const std::int64_t* mcid = number->integer();
        if (mcid == nullptr || *mcid < 0 || *mcid >= kMostMcids || mark.mcid != kNoContent || mark.artifact) {
            contradiction("The page's content is numbered wrongly.");
            return;
        }
        mark.mcid = static_cast<std::uint32_t>(*mcid);
        m_usedMcids.push_back(mark.mcid);
    }
    if (const Value* text = properties.find("ActualText")) {
        const std::optional<std::u32string> characters = textCharacters(*text);
        if (!characters || mark.span != kNoContent) {
            contradiction("The page has a replacement text that isn't one.");
            return;
        }
        mark.span = static_cast<std::uint32_t>(m_content.actualTexts.size());
        m_content.actualTexts.push_back(*characters);
    }
    if (const Value* level = properties.find("Exhibit17Level")) {
        const std::int64_t* value = level->integer();
        if (value == nullptr || *value < 1 || *value > 126 || mark.level != 0 || mark.span != kNoContent)
            contradiction("The page's text has a direction that isn't one.");
        else
            mark.level = static_cast<std::uint8_t>(*value);
    }
}

void ContentReader::endMarked() {
    if (m_marks.empty())
        contradiction("The page's content isn't nested rightly.");
    else
        m_marks.pop_back();
}

} // namespace exhibit::pdf::reader
