#pragma once
// What a page shows: its content stream (ISO 32000-1 7.8.2, 8, 9, 14.6), interpreted with the few operators that our
// writer uses. Any other operator is a contradiction: it could show or hide something that this program doesn't see.

#include "pdf/reader/FontMap.h"
#include "pdf/reader/Geometry.h"
#include "pdf/reader/Pages.h"

#include <limits>

namespace exhibit::pdf::reader {

inline constexpr std::uint32_t kNoContent = std::numeric_limits<std::uint32_t>::max();

struct Rgb {
    double red = 0, green = 0, blue = 0;
    bool operator==(const Rgb&) const = default;
};

/// Where in the logical structure something is.
struct Mark {
    std::uint32_t mcid = kNoContent;
    std::uint32_t span = kNoContent; ///< index into PageContent::actualTexts
    std::uint8_t level = 0;          ///< bidirectional
    bool artifact = false;
};

struct Glyph {
    std::u32string_view text; ///< in the font's map
    Mark mark;
    float x = 0, y = 0; ///< origin on the page, without rise
    float width = 0;
    float rise = 0;
    float size = 0;
    Box clip;
    Rgb colour;
    std::uint32_t order = 0;
    bool invisible = false; ///< 3 Tr
    bool upright = true;
};

struct DrawnImage {
    const Object* object = nullptr;
    Mark mark;
    Matrix matrix;
    Box clip;
    std::uint32_t order = 0;
};

/// A painted area, by the box around it.
struct Paint {
    Box box;
    Rgb colour;
    std::uint32_t order = 0;
};

/// In the order in which it is painted; `order` is common to all three lists.
struct PageContent {
    std::vector<Glyph> glyphs;
    std::vector<DrawnImage> images;
    std::vector<Paint> paints;
    std::vector<std::u32string> actualTexts;
};

/// Why the reading of a page stopped, as a finding says it.
struct ContentFault {
    std::string code;
    Severity severity = Severity::Contradiction;
    std::string message;
};

class ContentReader {
public:
    ContentReader(const File& file, FontMaps& fonts) : m_file(file), m_fonts(fonts) {}
    /// What the page shows up to the end or to the first fault.
    PageContent read(const Page& page, std::string_view operators);
    [[nodiscard]] const std::optional<ContentFault>& fault() const { return m_fault; }

private:
    struct State {
        Matrix matrix;
        Box clip;
        Rgb fill;
        Rgb stroke;
        double lineWidth = 1;
        const FontMap* font = nullptr;
        double fontSize = 0;
        double rise = 0;
        std::int64_t renderMode = 0;
    };
    struct Operator;
    [[nodiscard]] static const Operator* find(std::string_view name);
    void execute(const std::string& name);
    [[nodiscard]] double number(std::size_t index) const { return m_operands[index].number(); }
    void contradiction(std::string message);
    void fail(std::string code, Severity severity, std::string message);
    [[nodiscard]] bool hasRoom();

    // The operators, by what they do.
    void save();
    void restore();
    void concatenate();
    void setLineWidth();
    void setFillGrey();
    void setFillRgb();
    void setStrokeGrey();
    void setStrokeRgb();
    void ignore() {}
    void movePoint();
    void curve();
    void rectangle();
    void clipPath();
    void strokePath();
    void fillPath();
    void fillAndStrokePath();
    void endPath();
    void beginText();
    void endText();
    void setFont();
    void setTextMatrix();
    void moveText();
    void setRise();
    void setRenderMode();
    void showText();
    void showTexts();
    void drawObject();
    void beginMarked();
    void endMarked();

    void addPoint(double x, double y);
    void paint(const Rgb& colour, double grow);
    void finishPath();
    void showString(const std::string& codes);
    void readProperties(const Dictionary& properties, Mark& mark);

    const File& m_file;
    FontMaps& m_fonts;
    std::optional<ContentFault> m_fault;
    PageContent m_content;
    const Dictionary* m_xobjects = nullptr;
    const Dictionary* m_fontNames = nullptr;
    std::vector<Value> m_operands;
    State m_state;
    std::vector<State> m_saved;
    std::vector<Mark> m_marks;
    std::optional<Box> m_path;
    std::size_t m_rectangles = 0;
    bool m_onlyRectangles = true;
    bool m_clipping = false;
    bool m_inText = false;
    Matrix m_textLine;
    Matrix m_text;
    std::uint32_t m_order = 0;
    std::vector<std::uint32_t> m_usedMcids;
};

} // namespace exhibit::pdf::reader
