#pragma once
// Blocks -> fragments and structure elements.

#include "pdf/Flow.h"
#include "pdf/TextSetter.h"

#include <map>
#include <string>

namespace exhibit::pdf {

/// The rows of a picture, in points from its top as it is drawn, that one page shows.
struct FigurePart {
    double width = 0, height = 0; ///< of the whole picture
    double top = 0, bottom = 0;
    std::size_t number = 0, count = 0;
    bool fromBeside = false, toBeside = false; ///< it goes on in a column of the same page
};

/// Where blocks are set: a column, in the boxes around it, below an element.
struct Frame {
    double left = 0; ///< from the left of the flow
    double width = style::kTextWidth;
    ElementId parent = StructureTree::kDocument;
    Decorations boxes = {};
};

inline constexpr double kCaptionSpace = 5; ///< between a picture and its caption

class BlockSetter {
public:
    BlockSetter(Workshop& workshop, TextSetter& text, const Document& document)
        : m_workshop(workshop), m_text(text), m_document(document) {}

    /// InvalidArgument for a document that breaks the rules of Document.h.
    [[nodiscard]] Result<> set(const Blocks& blocks, const Frame& frame, FragmentSink& sink);

    [[nodiscard]] const std::vector<std::string>& bookmarks() const { return m_bookmarks; }
    /// The page, from 0, on which the block with this id begins.
    [[nodiscard]] const std::map<std::string, std::size_t, std::less<>>& pagesOfIds() const { return m_pages; }
    /// For each page from which it changes, the text at the right of the header.
    [[nodiscard]] const std::map<std::size_t, std::string>& runningTitles() const { return m_runningTitles; }

private:
    using Lines = std::vector<SetLine>;
    [[nodiscard]] Result<> setBlock(const Heading& heading, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const Paragraph& paragraph, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const Verbatim& verbatim, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const List& list, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const Table& table, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const Facts& facts, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const Figure& figure, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const FigureColumns& block, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const Gallery& gallery, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const QrCode& code, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const Panel& panel, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const Columns& columns, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const Choice& choice, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const Rule& rule, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const Spacer& spacer, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Result<> setBlock(const PageBreak& pageBreak, const Frame& frame, FragmentSink& sink);

    /// Invalid UTF-8 and U+0000 are refused.
    [[nodiscard]] static Result<> check(std::string_view text);
    [[nodiscard]] static Result<> check(const Spans& spans);
    /// An id may be used once, and be plain.
    [[nodiscard]] Result<> takeId(const std::string& id);
    [[nodiscard]] ElementId element(ElementId parent, std::string type, std::string language = {}, std::string id = {});
    /// Lines as fragments, with no fewer than two of a paragraph left alone on a page.
    void addLines(const Lines& lines, const Frame& frame, FragmentSink& sink, double before, double after,
                  bool keepWithNext = false, Alignment alignment = Alignment::Start);
    void addCaption(const Spans& caption, const Frame& frame, FragmentSink& sink, Alignment alignment);
    [[nodiscard]] Lines captionLines(const Spans& caption, double width, ElementId element);
    void noteStart(const std::string& id, Fragment& fragment);

    /// What setting changes, but for the sink.
    struct Standing {
        std::size_t kids = 0, elements = 0;
        int headingLevel = 0;
        std::map<std::string, bool> ids;
    };
    [[nodiscard]] Standing standing(ElementId parent) const;
    /// As if the blocks that were set below `parent` since then hadn't been; they may not have been drawn.
    void takeBack(ElementId parent, const Standing& standing);

    struct HardLine;
    void addHardLine(const Verbatim& verbatim, HardLine line, const Frame& inside, FragmentSink& sink);
    [[nodiscard]] ElementId tableCell(ElementId row, const char* type, const char* scope);
    void addTableHeader(const Table& table, const std::vector<double>& widths, ElementId tableElement,
                        const Frame& frame, FragmentSink& sink);
    [[nodiscard]] std::shared_ptr<const Fragment> repeatedHeader(const Table& table, const std::vector<double>& widths,
                                                                 const Frame& frame);
    [[nodiscard]] Result<> addTableRow(const Table& table, std::size_t row, const std::vector<double>& widths,
                                       ElementId tableElement, const std::shared_ptr<const Fragment>& head,
                                       const Frame& frame, FragmentSink& sink);
    struct GalleryCell;
    [[nodiscard]] Result<GalleryCell> galleryCell(const Thumbnail& thumbnail, double cellWidth, double room,
                                                  ElementId parent);
    static void drawCell(Canvas& canvas, const GalleryCell& cell, double left, double top, double captionTop);
    class ColumnPages;
    [[nodiscard]] Result<> check(const Figure& figure);
    void addColumns(const Figure& figure, ColumnPages& pages);
    void addCutFigure(const Figure& figure, double width, const Frame& frame, FragmentSink& sink);
    [[nodiscard]] Fragment figureFragment(const Figure& figure, const FigurePart& part, ElementId parent,
                                          const Frame& frame);
    void drawMarkers(Canvas& canvas, const FigurePart& part, const Rectangle& area);

    Workshop& m_workshop;
    TextSetter& m_text;
    const Document& m_document;
    int m_headingLevel = 0;
    std::vector<std::string> m_bookmarks;
    std::map<std::string, std::size_t, std::less<>> m_pages;
    std::map<std::string, bool> m_ids;
    std::map<std::size_t, std::string> m_runningTitles;
};

/// Makes room for a box around the fragments that pass: its inside above the first and below the last of them.
class BoxSink final : public FragmentSink {
public:
    /// `before` is the space between the box and what stands above it.
    BoxSink(FragmentSink& next, const std::shared_ptr<const Decoration>& box, double before = style::kBlockSpace)
        : m_next(next), m_box(box), m_before(before) {}
    void add(Fragment fragment) override;
    [[nodiscard]] double remaining(double before) const override { return m_next.remaining(before) - 2 * m_box->pad; }
    /// The last fragment goes on its way.
    void finish();

private:
    FragmentSink& m_next;
    std::shared_ptr<const Decoration> m_box;
    double m_before;
    std::optional<Fragment> m_held;
    bool m_isFirst = true;
};

} // namespace exhibit::pdf
