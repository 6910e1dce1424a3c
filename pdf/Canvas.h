#pragma once
// One page while it is being drawn: its content stream with marked content, its backgrounds, links and pictures.

#include "pdf/Finisher.h"
#include "pdf/LinePainter.h"
#include "pdf/PageWriter.h"
#include "pdf/StructureTree.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace exhibit::pdf {

/// What all pages of a document share.
struct Workshop {
    PageWriter& writer;
    StructureTree& structure;
    LinePainter& painter;
    std::vector<ImageSource>& images;
    std::vector<std::vector<LinkTarget>>& links;
    std::map<const Picture*, ImageNumber> pictureNumbers = {};
    std::map<std::pair<const FontFace*, hb_codepoint_t>, ImageNumber> emojiNumbers = {};
    std::optional<Error> error = std::nullopt; ///< the first one; drawing goes on without effect
};

/// a b c d e f of the operator cm
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

class Canvas final : public PaintTarget {
public:
    Canvas(Workshop& workshop, std::size_t page) : m_workshop(workshop), m_page(page) {}

    [[nodiscard]] std::size_t page() const { return m_page; }
    [[nodiscard]] LinePainter& painter() { return m_workshop.painter; }
    [[nodiscard]] StructureTree& structure() { return m_workshop.structure; }

    // Every operator stands in exactly one of these (ISO 14289-1 7.1).
    void beginContent(ElementId element);
    void beginArtifact();
    void end();

    [[nodiscard]] std::string& content() override { return m_content; }
    void setFill(const Colour& colour) override;
    [[nodiscard]] std::string emojiName(FontFace& face, hb_codepoint_t glyph) override;
    void fillRectangle(const Rectangle& area, const Colour& colour);
    void fillPath(std::string_view operators, const Colour& colour);
    void strokeRectangle(const Rectangle& area, double width, const Colour& colour);
    void strokeLine(double fromX, double fromY, double toX, double toY, double width, const Colour& colour);
    /// A horizontal line, as an artifact.
    void rule(double left, double right, double y, double width, const Colour& colour);
    /// The picture's unit square is mapped by `matrix`; only what lies in `clip` is shown.
    void image(const SharedPicture& picture, const Matrix& matrix, const Rectangle& clip);
    void link(const Rectangle& area, const std::string& uri, const std::string& description, ElementId element);

    /// Drawn below everything else of the page, as an artifact; deeper ones later.
    struct Background {
        int depth = 0;
        Rectangle area;
        std::optional<Colour> fill;
        std::optional<Colour> leftRule;
        std::optional<Colour> outline;
    };
    void addBackground(Background background) { m_backgrounds.push_back(background); }

    /// Hands everything to the page writer.
    void finish();

private:
    template <class T>
    [[nodiscard]] std::optional<T> checked(Result<T> result);
    [[nodiscard]] std::string nameOf(ImageNumber image);
    [[nodiscard]] std::string backgroundOperators();
    void strokePath(std::string_view operators, double width, const Colour& colour);

    Workshop& m_workshop;
    std::size_t m_page;
    std::string m_content;
    std::vector<Background> m_backgrounds;
    std::optional<Colour> m_fill;
};

} // namespace exhibit::pdf
