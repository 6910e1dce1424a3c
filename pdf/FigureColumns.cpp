// Pictures side by side, column by column: two phones on a page instead of one.

#include "pdf/BlockSetter.h"
#include "pdf/FigureDrawing.h"

#include <algorithm>

namespace exhibit::pdf {
namespace {

constexpr double kGutter = 18;
constexpr double kMarkedGutter = 46;   ///< with room for the numbers of marks at both sides
constexpr double kEnoughOfPage = 0.75; ///< of a page that a first row needs; otherwise it begins on the next

} // namespace

/// Gives out the columns of one page after the other. Those of a page are one fragment.
class BlockSetter::ColumnPages {
public:
    ColumnPages(const Frame& frame, FragmentSink& sink, std::size_t columns, double gutter)
        : m_frame(frame), m_sink(sink), m_columns(columns), m_gutter(gutter),
          m_width((frame.width - gutter * static_cast<double>(columns - 1)) / static_cast<double>(columns)) {
        const double here = sink.remaining(style::kBlockSpace);
        m_room = here > kEnoughOfPage * style::kBodyHeight ? here : style::kBodyHeight;
    }

    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] PartRooms rooms() const { return {m_room, m_columns - m_taken.size(), style::kBodyHeight}; }
    [[nodiscard]] bool isFirst() const { return m_taken.empty(); }
    [[nodiscard]] bool isLast() const { return m_taken.size() + 1 == m_columns; }
    /// Where the next column stands.
    [[nodiscard]] Frame frame() const {
        Frame column = m_frame;
        column.left += static_cast<double>(m_taken.size()) * (m_width + m_gutter);
        column.width = m_width;
        column.boxes.clear();
        return column;
    }

    /// `goesOn`: it begins with the rest of a picture, so that its page follows the one before.
    void add(FragmentStack column, bool goesOn) {
        m_newPage = m_newPage || (goesOn && m_taken.empty());
        m_taken.push_back(std::move(column));
        if (m_taken.size() == m_columns)
            finish();
    }

    void finish() {
        if (m_taken.empty())
            return;
        Fragment fragment;
        for (const FragmentStack& column : m_taken)
            fragment.height = std::max(fragment.height, column.height());
        fragment.before = fragment.after = style::kBlockSpace;
        fragment.newPage = m_newPage;
        fragment.decorations = m_frame.boxes;
        fragment.draw = [columns = std::move(m_taken)](Canvas& canvas, double left, double top) {
            for (const FragmentStack& column : columns)
                column.draw(canvas, left, top);
        };
        m_sink.add(std::move(fragment));
        m_taken.clear();
        m_newPage = false;
        m_room = style::kBodyHeight;
    }

private:
    const Frame& m_frame;
    FragmentSink& m_sink;
    std::size_t m_columns;
    double m_gutter, m_width, m_room;
    bool m_newPage = false;
    std::vector<FragmentStack> m_taken;
};

Result<> BlockSetter::setBlock(const FigureColumns& block, const Frame& frame, FragmentSink& sink) {
    constexpr int kMostColumns = 6;
    const bool isMarked = std::any_of(block.figures.begin(), block.figures.end(),
                                      [](const Figure& figure) { return !figure.marks.empty(); });
    ColumnPages pages(frame, sink, static_cast<std::size_t>(std::clamp(block.columns, 1, kMostColumns)),
                      isMarked ? kMarkedGutter : kGutter);
    for (const Figure& figure : block.figures) {
        EXHIBIT_TRY(check(figure));
        addColumns(figure, pages);
    }
    pages.finish();
    return {};
}

void BlockSetter::addColumns(const Figure& figure, ColumnPages& pages) {
    const double ratio = static_cast<double>(figure.picture->height()) / figure.picture->width();
    double width = naturalWidth(*figure.picture, pages.width());
    const ElementId parent = pages.frame().parent;
    // The caption's element follows those of the picture, whose number depends on the caption's height.
    const Lines caption = captionLines(figure.caption, pages.width(), parent);
    const double captionHeight = figure.caption.empty() ? 0 : kCaptionSpace + heightOf(caption);
    const double scale = (pages.rooms().first - captionHeight) / (width * ratio);
    const bool isCut = scale < figure.minScale;
    width *= isCut ? 1 : std::min(1.0, scale);
    std::vector<FigurePart> parts{{width, width * ratio, 0, width * ratio, 1, 1}};
    if (isCut)
        parts = cutFigure(figure, width, pages.rooms(), captionHeight);
    const ElementId whole = parts.size() > 1 ? element(parent, "Div", {}, figure.id) : parent;
    for (FigurePart& part : parts) {
        part.fromBeside = !pages.isFirst();
        part.toBeside = !pages.isLast();
        FragmentStack column;
        column.add(figureFragment(figure, part, whole, pages.frame()));
        if (part.number == part.count && !figure.caption.empty())
            addCaption(figure.caption, pages.frame(), column, Alignment::Start);
        pages.add(std::move(column), part.number > 1);
    }
}

} // namespace exhibit::pdf
