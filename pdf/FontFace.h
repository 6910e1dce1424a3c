#pragma once
// One face of a font: its measures, and the codes by which a page shows its glyphs.

#include "pdf/Fonts.h"

#include <hb.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace exhibit::pdf {

/// A glyph as it is shown: with the text that it stands for. The text may be empty.
struct GlyphText {
    hb_codepoint_t glyph = 0;
    std::u32string text;
    auto operator<=>(const GlyphText&) const = default;
};

/// Two-byte codes for the glyphs of a face. Each distinct pair of glyph and text has a code of its own, so that the
/// ToUnicode map gives back exactly what was set, whatever shaping did. A font of the PDF holds 65,535 codes; when one
/// is full, the next begins: `part` tells them apart.
struct GlyphCode {
    std::size_t part = 0;
    std::uint16_t code = 0;
    bool exact = true; ///< false: the code's text is another one (CFF fonts only), so the page must say the text
};

class FontFace {
public:
    /// Malformed if the file is no font.
    static Result<std::unique_ptr<FontFace>> open(FontFile file, std::string_view family, std::size_t number);
    ~FontFace();
    FontFace(const FontFace&) = delete;
    FontFace& operator=(const FontFace&) = delete;

    [[nodiscard]] bool has(char32_t c) const;
    [[nodiscard]] std::optional<hb_codepoint_t> glyphOf(char32_t c) const;
    [[nodiscard]] hb_font_t* shaper() const { return m_font; }
    [[nodiscard]] hb_face_t* face() const { return m_face; }
    [[nodiscard]] bool isCff() const { return m_isCff; }
    /// Font units to thousandths of the size.
    [[nodiscard]] double thousandths(double units) const { return units * 1000 / m_unitsPerEm; }
    /// The advance that the PDF's width array gives: in whole thousandths.
    [[nodiscard]] double pdfWidth(hb_codepoint_t glyph) const;
    [[nodiscard]] double ascent() const { return m_ascent; }   ///< shares of the size
    [[nodiscard]] double descent() const { return m_descent; } ///< positive
    [[nodiscard]] const FontFile& file() const { return m_file; }
    [[nodiscard]] const std::string& family() const { return m_family; }
    [[nodiscard]] std::string postScriptName() const;
    /// The name of a part in the pages' resources, without the slash.
    [[nodiscard]] std::string resourceName(std::size_t part) const;

    [[nodiscard]] GlyphCode code(hb_codepoint_t glyph, const std::u32string& text);
    /// What each part shows, by code; code 0 is .notdef and never shown.
    [[nodiscard]] const std::vector<std::vector<GlyphText>>& parts() const { return m_parts; }
    /// CFF: code == glyph, with its one text.
    [[nodiscard]] const std::map<hb_codepoint_t, std::u32string>& cffTexts() const { return m_cffTexts; }
    [[nodiscard]] bool isUsed() const { return !m_cffTexts.empty() || !m_parts.empty(); }

private:
    FontFace(FontFile file, std::string_view family, std::size_t number);
    [[nodiscard]] GlyphCode cffCode(hb_codepoint_t glyph, const std::u32string& text);

    FontFile m_file;
    std::string m_family;
    std::size_t m_number;
    hb_blob_t* m_blob = nullptr;
    hb_face_t* m_face = nullptr;
    hb_font_t* m_font = nullptr;
    double m_unitsPerEm = 1000, m_ascent = 0, m_descent = 0;
    bool m_isCff = false;
    std::map<GlyphText, GlyphCode> m_codes;
    std::vector<std::vector<GlyphText>> m_parts;
    std::map<hb_codepoint_t, std::u32string> m_cffTexts;
};

} // namespace exhibit::pdf
