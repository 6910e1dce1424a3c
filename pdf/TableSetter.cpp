// Tables (ISO 32000-1 14.8.4.3.4): rows go on over pages, and every page begins with the header again.

#include "pdf/BlockSetter.h"

#include <algorithm>

namespace exhibit::pdf {
namespace {

constexpr double kCellPad = 4;         ///< above and below a cell's text
constexpr double kCellGap = 10;        ///< between the texts of two columns
constexpr std::size_t kLinesKept = 12; ///< a row of no more lines isn't torn apart

std::vector<double> columnWidths(const Table& table, double width) {
    double sum = 0;
    for (const TableColumn& column : table.columns)
        sum += std::max(0.01, column.weight);
    std::vector<double> widths;
    for (const TableColumn& column : table.columns)
        widths.push_back(width * std::max(0.01, column.weight) / sum);
    return widths;
}

const style::TextStyle& styleOf(const Table& table) {
    return table.small ? style::kSmallTableText : style::kTableText;
}

style::TextStyle headerStyle(const Table& table) {
    style::TextStyle look = styleOf(table);
    look.weight = FontWeight::Bold;
    look.colour = style::kAccent;
    return look;
}

bool hasHeader(const Table& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const TableColumn& column) { return !column.header.empty(); });
}

/// A row of cells, each with its lines.
struct Row {
    std::vector<std::vector<SetLine>> cells;
    std::vector<double> widths;
};

double heightBetween(const std::vector<SetLine>& lines, std::size_t begin, std::size_t end) {
    double height = 0;
    for (std::size_t i = begin; i < std::min(end, lines.size()); ++i)
        height += lines[i].height;
    return height;
}

double heightBetween(const Row& row, std::size_t begin, std::size_t end) {
    double height = 0;
    for (const auto& lines : row.cells)
        height = std::max(height, heightBetween(lines, begin, end));
    return height;
}

enum class Tagging : std::uint8_t { Elements, Artifact };

void drawRow(Canvas& canvas, const Row& row, double left, double top, std::size_t begin, std::size_t end,
             Tagging tagging) {
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        double y = top;
        for (std::size_t i = begin; i < std::min(end, row.cells[column].size()); ++i) {
            const SetLine& line = row.cells[column][i];
            const double width = row.widths[column] - kCellGap;
            if (tagging == Tagging::Elements)
                TextSetter::draw(canvas, line, left, y, width);
            else
                TextSetter::drawPlain(canvas, line, left, y, width);
            y -= line.height;
        }
        left += row.widths[column];
    }
}

} // namespace

ElementId BlockSetter::tableCell(ElementId row, const char* type, const char* scope) {
    const ElementId cell = element(row, type);
    if (scope != nullptr) // ISO 14289-1 7.5: a reader must know what a header cell is for
        m_workshop.structure.element(cell).attributes = std::string("<</O/Table/Scope/") + scope + ">>";
    return cell;
}

Result<> BlockSetter::setBlock(const Table& table, const Frame& frame, FragmentSink& sink) {
    if (table.columns.empty())
        return fail(ErrorCode::InvalidArgument, "A table needs columns.");
    for (const TableColumn& column : table.columns)
        EXHIBIT_TRY(check(column.header));
    if (table.rows.empty() && !hasHeader(table))
        return {};
    const std::vector<double> widths = columnWidths(table, frame.width);
    const ElementId tableElement = element(frame.parent, "Table");
    std::shared_ptr<const Fragment> head;
    if (hasHeader(table)) {
        addTableHeader(table, widths, tableElement, frame, sink);
        head = repeatedHeader(table, widths, frame);
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        EXHIBIT_TRY(addTableRow(table, row, widths, tableElement, head, frame, sink));
    return {};
}

void BlockSetter::addTableHeader(const Table& table, const std::vector<double>& widths, ElementId tableElement,
                                 const Frame& frame, FragmentSink& sink) {
    const ElementId rowElement = element(tableElement, "TR");
    auto row = std::make_shared<Row>();
    row->widths = widths;
    for (std::size_t i = 0; i < widths.size(); ++i)
        row->cells.push_back(m_text.lines(table.columns[i].header, headerStyle(table), widths[i] - kCellGap,
                                          tableCell(rowElement, "TH", "Column")));
    Fragment fragment;
    const double height = heightBetween(*row, 0, static_cast<std::size_t>(-1)) + 2 * kCellPad;
    fragment.height = height;
    fragment.before = style::kBlockSpace;
    fragment.keepWithNext = true;
    fragment.decorations = frame.boxes;
    fragment.draw = [row, height, offset = frame.left, width = frame.width](Canvas& canvas, double left, double top) {
        drawRow(canvas, *row, left + offset, top - kCellPad, 0, static_cast<std::size_t>(-1), Tagging::Elements);
        canvas.rule(left + offset, left + offset + width, top - height, 0.9, style::kAccent);
    };
    sink.add(std::move(fragment));
}

std::shared_ptr<const Fragment> BlockSetter::repeatedHeader(const Table& table, const std::vector<double>& widths,
                                                            const Frame& frame) {
    auto row = std::make_shared<Row>();
    row->widths = widths;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        Spans plain = table.columns[i].header;
        for (Span& span : plain)
            span.uri.clear();
        row->cells.push_back(m_text.lines(plain, headerStyle(table), widths[i] - kCellGap, StructureTree::kDocument));
    }
    auto fragment = std::make_shared<Fragment>();
    const double height = heightBetween(*row, 0, static_cast<std::size_t>(-1)) + 2 * kCellPad;
    fragment->height = height;
    fragment->decorations = frame.boxes;
    fragment->draw = [row, height, offset = frame.left, width = frame.width](Canvas& canvas, double left, double top) {
        canvas.beginArtifact();
        drawRow(canvas, *row, left + offset, top - kCellPad, 0, static_cast<std::size_t>(-1), Tagging::Artifact);
        canvas.end();
        canvas.rule(left + offset, left + offset + width, top - height, 0.9, style::kAccent);
    };
    return fragment;
}

Result<> BlockSetter::addTableRow(const Table& table, std::size_t rowNumber, const std::vector<double>& widths,
                                  ElementId tableElement, const std::shared_ptr<const Fragment>& head,
                                  const Frame& frame, FragmentSink& sink) {
    const ElementId rowElement = element(tableElement, "TR");
    auto row = std::make_shared<Row>();
    row->widths = widths;
    std::size_t lineCount = 1;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto& cells = table.rows[rowNumber];
        const Spans spans = i < cells.size() ? cells[i] : Spans();
        EXHIBIT_TRY(check(spans));
        const bool isHeader = i == 0 && table.firstColumnIsHeader;
        style::TextStyle look = styleOf(table);
        look.mono = table.columns[i].mono;
        if (isHeader)
            look.colour = style::kQuiet;
        const ElementId cell = tableCell(rowElement, isHeader ? "TH" : "TD", isHeader ? "Row" : nullptr);
        if (i + 1 == widths.size() && rowNumber < table.valueIds.size()) {
            EXHIBIT_TRY(takeId(table.valueIds[rowNumber]));
            m_workshop.structure.element(cell).id = table.valueIds[rowNumber];
        }
        // Tables name files and addresses, as captions do.
        const BreakRule rule = look.mono ? BreakRule::Anywhere : BreakRule::NotAtHyphens;
        row->cells.push_back(m_text.lines(spans, look, widths[i] - kCellGap, cell, rule));
        lineCount = std::max(lineCount, row->cells.back().size());
    }
    const std::size_t step = lineCount <= kLinesKept ? lineCount : 4;
    for (std::size_t begin = 0; begin < lineCount; begin += step) {
        const bool isFirst = begin == 0, isLast = begin + step >= lineCount;
        const double topPad = isFirst ? kCellPad : 0, bottomPad = isLast ? kCellPad : 0;
        Fragment fragment;
        const double height = heightBetween(*row, begin, begin + step) + topPad + bottomPad;
        fragment.height = height;
        const bool isTableEnd = isLast && rowNumber + 1 == table.rows.size();
        const bool hasRule = isLast && (head != nullptr || !isTableEnd);
        fragment.before = rowNumber == 0 && isFirst && head == nullptr ? style::kBlockSpace : 0;
        fragment.after = isTableEnd ? style::kBlockSpace : 0;
        fragment.decorations = frame.boxes;
        fragment.repeatedHead = head;
        fragment.draw = [row, begin, step, topPad, height, hasRule, offset = frame.left,
                         width = frame.width](Canvas& canvas, double left, double top) {
            drawRow(canvas, *row, left + offset, top - topPad, begin, begin + step, Tagging::Elements);
            if (hasRule)
                canvas.rule(left + offset, left + offset + width, top - height, 0.5, style::kHairline);
        };
        sink.add(std::move(fragment));
    }
    return {};
}

Result<> BlockSetter::setBlock(const Facts& facts, const Frame& frame, FragmentSink& sink) {
    Table table;
    table.columns = {{.weight = 0.3}, {.weight = 0.7}};
    table.firstColumnIsHeader = true;
    for (const Fact& fact : facts.facts) {
        Spans value = fact.value;
        for (Span& span : value)
            if (fact.mono && span.style == SpanStyle::Regular)
                span.style = SpanStyle::Mono;
        table.rows.push_back({fact.key, std::move(value)});
        table.valueIds.push_back(fact.id);
    }
    return setBlock(table, frame, sink);
}

} // namespace exhibit::pdf
