#include "PdfProbe.h"

#include "core/Text.h"

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>
#include <sstream>

namespace exhibit::test {
namespace {

using Object = QPDFObjectHandle;

std::u32string fromUtf16(const std::string& bytes) {
    std::u32string text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto unit = static_cast<char32_t>((static_cast<unsigned char>(bytes[i]) << 8) |
                                                static_cast<unsigned char>(bytes[i + 1]));
        if (unit >= 0xDC00 && unit < 0xE000 && !text.empty())
            text.back() = 0x10000 + ((text.back() - 0xD800) << 10) + (unit - 0xDC00);
        else
            text += unit;
    }
    return text;
}

std::string fromHex(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

using CodeTexts = std::map<unsigned, std::u32string>;

CodeTexts readToUnicode(Object font) {
    CodeTexts texts;
    const auto data = font.getKey("/ToUnicode").getStreamData();
    std::istringstream lines(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()));
    for (std::string line; std::getline(lines, line);) {
        if (line.size() < 9 || line[0] != '<' || line[5] != '>' || line[6] != ' ')
            continue;
        const std::string text = line.substr(8, line.size() - 9);
        texts[static_cast<unsigned>(std::stoul(line.substr(1, 4), nullptr, 16))] = fromUtf16(fromHex(text));
    }
    return texts;
}

struct ShownChar {
    char32_t c = 0;
    int level = 0;
};

struct Content {
    std::vector<ShownChar> shown;
    std::vector<ProbedImage> images;
    std::string language; ///< of a span within it
};

/// Walks one page's content stream.
class PageReader final : public Object::ParserCallbacks {
public:
    PageReader(Object page, std::size_t number) : m_page(page), m_number(number) {}
    void handleObject(Object object) override {
        if (object.isOperator())
            run(object.getOperatorValue());
        else
            m_operands.push_back(object);
    }
    void handleEOF() override {}

    std::map<int, Content> contents;
    std::size_t untagged = 0;
    bool isOnPage = true;

private:
    struct Mark {
        bool artifact = false;
        int mcid = -1;
        int level = 0;
        bool hasText = false;
        std::u32string text;
    };

    void run(const std::string& op) {
        if (op == "BMC" || op == "BDC")
            begin();
        else if (op == "EMC" && !m_marks.empty())
            end();
        else
            draw(op);
        m_operands.clear();
    }
    void begin() {
        Mark mark;
        mark.artifact = m_operands.at(0).getName() == "/Artifact";
        Object properties = m_operands.size() > 1 ? m_operands[1] : Object::newNull();
        if (properties.isDictionary() && properties.hasKey("/MCID"))
            mark.mcid = properties.getKey("/MCID").getIntValueAsInt();
        if (properties.isDictionary() && properties.hasKey("/Exhibit17Level"))
            mark.level = properties.getKey("/Exhibit17Level").getIntValueAsInt();
        if (properties.isDictionary() && properties.hasKey("/ActualText")) {
            mark.hasText = true;
            mark.text = fromUtf16(properties.getKey("/ActualText").getStringValue().substr(2));
        }
        m_marks.push_back(mark);
        if (properties.isDictionary() && properties.hasKey("/Lang") && current() != nullptr)
            current()->language = properties.getKey("/Lang").getUTF8Value();
    }
    void end() {
        const Mark mark = m_marks.back();
        m_marks.pop_back();
        if (mark.hasText)
            show(mark.text);
    }
    void draw(const std::string& op) {
        const bool tagged = std::any_of(m_marks.begin(), m_marks.end(),
                                        [](const Mark& mark) { return mark.artifact || mark.mcid >= 0; });
        untagged += tagged ? 0U : 1U;
        if (op == "Tf")
            m_font = m_operands.at(0).getName();
        else if (op == "Tj")
            showCodes(m_operands.at(0).getStringValue());
        else if (op == "TJ")
            for (Object item : m_operands.at(0).getArrayAsVector()) {
                if (item.isString())
                    showCodes(item.getStringValue());
            }
        else if (op == "cm" || op == "Tm")
            takeMatrix(op);
        else if (op == "Do")
            drawImage();
        else if (op == "m" || op == "l" || op == "c" || op == "re")
            checkPath(op == "re");
    }
    /// Paths stand in the page's own coordinates: a matrix is set for pictures alone.
    void checkPath(bool isRectangle) {
        std::vector<double> at;
        for (Object number : m_operands)
            at.push_back(number.getNumericValue());
        if (isRectangle)
            at = {at.at(0), at.at(1), at.at(0) + at.at(2), at.at(1) + at.at(3)};
        for (std::size_t i = 0; i + 1 < at.size(); i += 2)
            isOnPage = isOnPage && at[i] >= 0 && at[i] <= 596 && at[i + 1] >= 0 && at[i + 1] <= 842;
    }
    void takeMatrix(const std::string& op) {
        std::vector<double> matrix;
        for (Object number : m_operands)
            matrix.push_back(number.getNumericValue());
        if (op == "cm")
            m_matrix = matrix;
        else
            isOnPage = isOnPage && matrix.at(4) >= 0 && matrix[4] <= 596 && matrix.at(5) >= 0 && matrix[5] <= 842;
    }
    void drawImage() {
        Object image = m_page.getKey("/Resources").getKey("/XObject").getKey(m_operands.at(0).getName());
        Content* content = current();
        if (content != nullptr)
            content->images.push_back({std::to_string(image.getObjectID()), m_number,
                                       image.getDict().getKey("/Width").getNumericValue(),
                                       image.getDict().getKey("/Height").getNumericValue(), m_matrix});
    }
    void showCodes(const std::string& codes) {
        if (std::any_of(m_marks.begin(), m_marks.end(), [](const Mark& mark) { return mark.hasText; }))
            return;
        auto known = m_texts.find(m_font);
        if (known == m_texts.end())
            known = m_texts.emplace(m_font, readToUnicode(m_page.getKey("/Resources").getKey("/Font").getKey(m_font)))
                        .first;
        for (std::size_t i = 0; i + 1 < codes.size(); i += 2)
            show(known->second.at((static_cast<unsigned char>(codes[i]) * 256U) +
                                  static_cast<unsigned char>(codes[i + 1])));
    }
    void show(const std::u32string& text) {
        Content* content = current();
        if (content == nullptr)
            return;
        int level = 0;
        for (const Mark& mark : m_marks)
            level = std::max(level, mark.level);
        for (const char32_t c : text)
            content->shown.push_back({c, level});
    }
    Content* current() {
        for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark)
            if (mark->mcid >= 0)
                return &contents[mark->mcid];
        return nullptr;
    }

    Object m_page;
    std::size_t m_number;
    std::vector<Object> m_operands;
    std::vector<Mark> m_marks;
    std::string m_font;
    std::vector<double> m_matrix;
    std::map<std::string, CodeTexts> m_texts;
};

std::u32string logicalOrder(std::vector<ShownChar> line) {
    int highest = 0;
    for (const ShownChar& shown : line)
        highest = std::max(highest, shown.level);
    for (int level = 1; level <= highest; ++level)
        for (auto at = line.begin(); at != line.end();) {
            const auto isIn = [&](const ShownChar& shown) { return shown.level >= level; };
            const auto begin = std::find_if(at, line.end(), isIn);
            at = std::find_if_not(begin, line.end(), isIn);
            std::reverse(begin, at);
        }
    std::u32string text;
    for (const ShownChar& shown : line)
        text += shown.c;
    return text;
}

} // namespace

struct PdfProbe::State {
    Bytes bytes;
    QPDF pdf;
    std::vector<Object> pages;
    std::vector<PageReader> readers;

    [[nodiscard]] std::size_t pageIndex(Object page) const {
        for (std::size_t i = 0; i < pages.size(); ++i)
            if (pages[i].getObjGen() == page.getObjGen())
                return i;
        return pages.size();
    }
    [[nodiscard]] Object elementById(const std::string& id) {
        const auto names = pdf.getRoot().getKey("/StructTreeRoot").getKey("/IDTree").getKey("/Names");
        auto items = Object(names).getArrayAsVector();
        for (std::size_t i = 0; i + 1 < items.size(); i += 2)
            if (items[i].getStringValue() == id)
                return items[i + 1];
        return Object::newNull();
    }
    [[nodiscard]] std::string contentText(std::size_t page, int mcid);
    [[nodiscard]] std::string inlineText(Object element);
    void describe(Object element, std::size_t depth, std::vector<std::string>& lines);
    /// Calls `visit` with each marked content below the element.
    template <class Visit>
    void forEachContent(Object element, const Visit& visit) {
        Object kids = element.getKey("/K");
        for (Object kid : kids.isArray() ? kids.getArrayAsVector() : std::vector<Object>{kids}) {
            if (kid.isInteger())
                visit(pageIndex(element.getKey("/Pg")), kid.getIntValueAsInt(), element);
            else if (kid.isDictionary() && kid.hasKey("/MCID"))
                visit(pageIndex(kid.getKey("/Pg")), kid.getKey("/MCID").getIntValueAsInt(), element);
            else if (kid.isDictionary() && kid.hasKey("/S"))
                forEachContent(kid, visit);
        }
    }
};

PdfProbe::PdfProbe(Bytes file) : m_state(std::make_unique<State>()) {
    m_state->bytes = std::move(file);
    m_state->pdf.setSuppressWarnings(true);
    m_state->pdf.processMemoryFile("probe", reinterpret_cast<const char*>(m_state->bytes.data()),
                                   m_state->bytes.size());
    for (auto& page : QPDFPageDocumentHelper(m_state->pdf).getAllPages()) {
        m_state->pages.push_back(page.getObjectHandle());
        m_state->readers.emplace_back(page.getObjectHandle(), m_state->readers.size());
        page.parseContents(&m_state->readers.back());
    }
}

PdfProbe::~PdfProbe() = default;

std::vector<std::string> PdfProbe::complaints() const {
    std::vector<std::string> texts;
    for (const auto& warning : m_state->pdf.getWarnings())
        texts.emplace_back(warning.what());
    return texts;
}

std::size_t PdfProbe::pageCount() const {
    return m_state->pages.size();
}

std::optional<std::string> PdfProbe::text(const std::string& id) const {
    const Object element = m_state->elementById(id);
    if (Object(element).isNull())
        return std::nullopt;
    std::string text;
    m_state->forEachContent(element, [&](std::size_t page, int mcid, Object) {
        for (const char32_t c : logicalOrder(m_state->readers.at(page).contents[mcid].shown))
            appendUtf8(text, c);
    });
    return text;
}

std::vector<ProbedImage> PdfProbe::images(const std::string& id) const {
    std::vector<ProbedImage> images;
    m_state->forEachContent(m_state->elementById(id), [&](std::size_t page, int mcid, Object) {
        const auto& found = m_state->readers.at(page).contents[mcid].images;
        images.insert(images.end(), found.begin(), found.end());
    });
    return images;
}

std::string PdfProbe::rawStream(const std::string& objectId) const {
    const auto data = m_state->pdf.getObjectByID(std::stoi(objectId), 0).getRawStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

namespace {

/// All structure elements in reading order.
std::vector<Object> elementsOf(QPDF& pdf) {
    std::vector<Object> elements;
    std::vector<Object> open = {pdf.getRoot().getKey("/StructTreeRoot").getKey("/K")};
    while (!open.empty()) {
        Object element = open.back();
        open.pop_back();
        if (!element.isDictionary() || !element.hasKey("/S"))
            continue;
        elements.push_back(element);
        Object kids = element.getKey("/K");
        if (kids.isArray()) {
            auto items = kids.getArrayAsVector();
            open.insert(open.end(), items.rbegin(), items.rend());
        }
    }
    return elements;
}

} // namespace

std::vector<std::string> PdfProbe::elementTypes() const {
    std::vector<std::string> types;
    for (Object& element : elementsOf(m_state->pdf))
        types.push_back(element.getKey("/S").getName().substr(1));
    return types;
}

std::vector<std::vector<double>> PdfProbe::figureBoxes() const {
    std::vector<std::vector<double>> boxes;
    for (Object& element : elementsOf(m_state->pdf)) {
        if (element.getKey("/S").getName() != "/Figure")
            continue;
        boxes.emplace_back();
        for (const Object& number : element.getKey("/A").getKey("/BBox").getArrayAsVector())
            boxes.back().push_back(Object(number).getNumericValue());
    }
    return boxes;
}

namespace {

/// ", column" and so on: what a reader says beside the role.
std::string detailsOf(Object element) {
    std::string details;
    if (element.hasKey("/Lang"))
        details += ", " + element.getKey("/Lang").getUTF8Value();
    Object attributes = element.getKey("/A");
    if (attributes.isDictionary() && attributes.hasKey("/Scope"))
        details += ", of its " + attributes.getKey("/Scope").getName().substr(1);
    if (attributes.isDictionary() && attributes.hasKey("/ListNumbering"))
        details += ", " + attributes.getKey("/ListNumbering").getName().substr(1);
    return details.empty() ? details : " (" + details.substr(2) + ")";
}

bool isInline(Object kid) {
    return !kid.isDictionary() || !kid.hasKey("/S") || kid.getKey("/S").getName() == "/Link";
}

std::vector<Object> kidsOf(Object element) {
    Object kids = element.getKey("/K");
    return kids.isArray() ? kids.getArrayAsVector() : std::vector<Object>{kids};
}

} // namespace

std::string PdfProbe::State::contentText(std::size_t page, int mcid) {
    const Content& content = readers.at(page).contents[mcid];
    std::string text;
    for (const char32_t c : logicalOrder(content.shown))
        appendUtf8(text, c);
    if (!content.images.empty() && text.empty())
        text = "[picture]";
    return content.language.empty() ? text : "[" + content.language + ": " + text + "]";
}

std::string PdfProbe::State::inlineText(Object element) {
    std::string text, description;
    for (Object kid : kidsOf(element)) {
        if (kid.isInteger())
            text += contentText(pageIndex(element.getKey("/Pg")), kid.getIntValueAsInt());
        else if (kid.isDictionary() && kid.hasKey("/MCID"))
            text += contentText(pageIndex(kid.getKey("/Pg")), kid.getKey("/MCID").getIntValueAsInt());
        else if (kid.isDictionary() && kid.hasKey("/Obj") && kid.getKey("/Obj").hasKey("/Contents"))
            description = " -> " + kid.getKey("/Obj").getKey("/Contents").getUTF8Value(); // the same for each line
        else if (kid.isDictionary() && kid.hasKey("/S"))
            text += "[" + kid.getKey("/S").getName().substr(1) + ": " + inlineText(kid) + "]";
    }
    return text + description;
}

void PdfProbe::State::describe(Object element, std::size_t depth, std::vector<std::string>& lines) {
    std::string line = std::string(2 * depth, ' ') + element.getKey("/S").getName().substr(1) + detailsOf(element);
    if (element.hasKey("/Alt"))
        line += ": \"" + element.getKey("/Alt").getUTF8Value() + "\"";
    const std::vector<Object> kids = kidsOf(element);
    if (std::all_of(kids.begin(), kids.end(), isInline)) {
        const std::string text = inlineText(element);
        const std::string shown = escapeForDisplay(text, EscapeStyle::Line);
        lines.push_back(element.hasKey("/Alt") || text.empty() ? line : line + ": " + shown);
        return;
    }
    lines.push_back(line);
    for (const Object& kid : kids)
        describe(kid, depth + 1, lines);
}

std::vector<std::string> PdfProbe::readingOrder() const {
    std::vector<std::string> lines;
    m_state->describe(m_state->pdf.getRoot().getKey("/StructTreeRoot").getKey("/K"), 0, lines);
    return lines;
}

std::size_t PdfProbe::untaggedOperators() const {
    std::size_t count = 0;
    for (const PageReader& reader : m_state->readers)
        count += reader.untagged;
    return count;
}

std::size_t PdfProbe::brokenParents() const {
    Object root = m_state->pdf.getRoot().getKey("/StructTreeRoot");
    auto numbers = root.getKey("/ParentTree").getKey("/Nums").getArrayAsVector();
    std::map<long long, Object> parents;
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
        parents.emplace(numbers[i].getIntValue(), numbers[i + 1]);
    std::size_t broken = 0;
    std::vector<std::set<int>> seen(m_state->pages.size());
    m_state->forEachContent(root.getKey("/K"), [&](std::size_t page, int mcid, Object element) {
        Object parent = parents.at(m_state->pages.at(page).getKey("/StructParents").getIntValue()).getArrayItem(mcid);
        const bool isNew = seen.at(page).insert(mcid).second;
        broken += parent.getObjGen() == element.getObjGen() && isNew ? 0U : 1U;
    });
    for (std::size_t page = 0; page < m_state->pages.size(); ++page)
        for (const auto& [mcid, content] : m_state->readers[page].contents)
            broken += seen[page].contains(mcid) ? 0U : 1U;
    return broken;
}

std::string PdfProbe::catalog(const std::string& key) const {
    Object value = m_state->pdf.getRoot().getKey(key);
    return value.isNull() ? "" : value.unparseResolved();
}

std::string PdfProbe::information(const std::string& key) const {
    Object value = m_state->pdf.getTrailer().getKey("/Info").getKey(key);
    return value.isNull() ? "" : value.getUTF8Value();
}

std::string PdfProbe::xmp() const {
    const auto data = m_state->pdf.getRoot().getKey("/Metadata").getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

std::map<std::string, std::string> PdfProbe::attachments() const {
    std::map<std::string, std::string> files;
    for (const auto& [name, file] : QPDFEmbeddedFileDocumentHelper(m_state->pdf).getEmbeddedFiles()) {
        const auto data = file->getEmbeddedFileStream().getStreamData();
        files[file->getFilename()] = {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
    }
    return files;
}

bool PdfProbe::staysOnPages() const {
    return std::all_of(m_state->readers.begin(), m_state->readers.end(),
                       [](const PageReader& reader) { return reader.isOnPage; });
}

} // namespace exhibit::test
