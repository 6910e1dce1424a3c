#pragma once
// Text -> glyphs: bidirectional levels (UAX #9, FriBidi), runs of one face, level and script, shaping (HarfBuzz).

#include "pdf/Characters.h"
#include "pdf/FontLibrary.h"

#include <optional>
#include <string>
#include <vector>

namespace exhibit::pdf {

struct Colour {
    double red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;
};

/// How a range of a text looks, and what it is.
struct TextLook {
    double size = 10;
    FontWeight weight = FontWeight::Regular;
    bool mono = false;
    Colour colour = {};
    std::string language = {}; ///< if it differs from that of its surroundings
    std::string uri = {};
};

/// The text of one paragraph: no line ends in it.
struct StyledText {
    struct Range {
        std::size_t end = 0;
        TextLook look;
    };
    std::u32string text;
    std::vector<Range> ranges; ///< without gaps; the last one ends with the text. Never empty.
    std::string language;      ///< of what has no language of its own; may be empty
};

struct ShapedGlyph {
    hb_codepoint_t glyph = 0;
    float advance = 0, xOffset = 0, yOffset = 0; ///< font units
};

/// The smallest unit that may stand alone: some characters and their glyphs, in visual order.
struct Cluster {
    std::uint32_t begin = 0, end = 0;             ///< characters
    std::uint32_t firstGlyph = 0, glyphCount = 0; ///< none for a blank or a box
    float advance = 0;                            ///< points
};

/// Neighbouring characters of one face, level, script and look.
struct Item {
    std::size_t begin = 0, end = 0;
    Shown shown = Shown::Text;
    FontFace* face = nullptr; ///< null for a box
    std::uint8_t level = 0;   ///< odd: right to left
    hb_script_t script = HB_SCRIPT_COMMON;
    std::size_t range = 0;
    std::size_t firstCluster = 0, clusterEnd = 0;
};

struct ShapedText {
    StyledText source;
    std::vector<Item> items;       ///< in logical order
    std::vector<Cluster> clusters; ///< in logical order
    std::vector<ShapedGlyph> glyphs;
    std::uint8_t baseLevel = 0; ///< 1 if the paragraph runs from right to left

    [[nodiscard]] const TextLook& lookOf(const Item& item) const { return source.ranges.at(item.range).look; }
};

class Shaper {
public:
    explicit Shaper(FontLibrary& fonts);
    ~Shaper();
    Shaper(const Shaper&) = delete;
    Shaper& operator=(const Shaper&) = delete;

    [[nodiscard]] ShapedText shape(StyledText text);
    [[nodiscard]] FontLibrary& fonts() { return m_fonts; }

private:
    struct Run;
    void addItems(ShapedText& shaped, const Portion& portion, const std::vector<std::uint8_t>& levels);
    void addTextItems(ShapedText& shaped, const Portion& portion, const std::vector<std::uint8_t>& levels);
    void shapeItem(ShapedText& shaped, Item& item);
    bool addEmoji(ShapedText& shaped, Item& item);
    void addBoxOrBlank(ShapedText& shaped, Item& item);
    void runHarfBuzz(const ShapedText& shaped, const Item& item);
    void collectClusters(ShapedText& shaped, Item& item);

    FontLibrary& m_fonts;
    hb_buffer_t* m_buffer;
};

/// How a box for a character looks: two rows of hexadecimal digits.
struct BoxDigits {
    std::string top, bottom;
};
[[nodiscard]] BoxDigits boxDigits(char32_t c);
inline constexpr double kBoxDigitSize = 0.42; ///< share of the text's size

} // namespace exhibit::pdf
