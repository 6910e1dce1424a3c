#include "pdf/FontFace.h"

#include "pdf/FontFileCheck.h"

#include <array>
#include <cmath>
#include <hb-ot.h>
#include <limits>

namespace exhibit::pdf {
namespace {

constexpr std::size_t kCodesPerPart = 65536;

bool hasTable(hb_face_t* face, hb_tag_t tag) {
    hb_blob_t* table = hb_face_reference_table(face, tag);
    const bool present = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return present;
}

} // namespace

Result<std::unique_ptr<FontFace>> FontFace::open(FontFile file, std::string_view family, std::size_t number) {
    const std::string name = file.name;
    if (file.bytes.size() > std::numeric_limits<unsigned>::max())
        return fail(ErrorCode::LimitExceeded, "The font file is too large.", name);
    if (!fontTablesAreSound(file.bytes, file.face))
        return fail(ErrorCode::Malformed, "The font file is damaged. Install the font package again.", name);
    std::unique_ptr<FontFace> face(new FontFace(std::move(file), family, number));
    if (hb_face_get_glyph_count(face->m_face) == 0)
        return fail(ErrorCode::Malformed, "The file isn't a font that can be used. Install the font package again.",
                    name);
    return face;
}

FontFace::FontFace(FontFile file, std::string_view family, std::size_t number)
    : m_file(std::move(file)), m_family(family), m_number(number) {
    m_blob = hb_blob_create(reinterpret_cast<const char*>(m_file.bytes.data()),
                            static_cast<unsigned>(m_file.bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    m_face = hb_face_create(m_blob, m_file.face);
    m_font = hb_font_create(m_face);
    m_unitsPerEm = std::max(1U, hb_face_get_upem(m_face));
    m_isCff = hasTable(m_face, HB_TAG('C', 'F', 'F', ' '));
    hb_font_extents_t extents{};
    hb_font_get_h_extents(m_font, &extents);
    m_ascent = extents.ascender / m_unitsPerEm;
    m_descent = -extents.descender / m_unitsPerEm;
}

FontFace::~FontFace() {
    hb_font_destroy(m_font);
    hb_face_destroy(m_face);
    hb_blob_destroy(m_blob);
}

std::optional<hb_codepoint_t> FontFace::glyphOf(char32_t c) const {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(m_font, c, &glyph) == 0 || glyph == 0)
        return std::nullopt;
    return glyph;
}

bool FontFace::has(char32_t c) const {
    return glyphOf(c).has_value();
}

double FontFace::pdfWidth(hb_codepoint_t glyph) const {
    return std::round(thousandths(hb_font_get_glyph_h_advance(m_font, glyph)));
}

std::string FontFace::postScriptName() const {
    std::array<char, 128> name{};
    unsigned length = name.size();
    hb_ot_name_get_utf8(m_face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name.data());
    std::string result;
    for (const char c : std::string_view(name.data()))
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
            result += c;
    return result.empty() ? "Unnamed" : result;
}

std::string FontFace::resourceName(std::size_t part) const {
    return "F" + std::to_string(m_number) + (part == 0 ? "" : "-" + std::to_string(part));
}

GlyphCode FontFace::code(hb_codepoint_t glyph, const std::u32string& text) {
    if (m_isCff)
        return cffCode(glyph, text);
    const auto known = m_codes.find(GlyphText{glyph, text});
    if (known != m_codes.end())
        return known->second;
    if (m_parts.empty() || m_parts.back().size() == kCodesPerPart)
        m_parts.push_back({GlyphText{}});
    const GlyphCode code{m_parts.size() - 1, static_cast<std::uint16_t>(m_parts.back().size()), true};
    m_parts.back().push_back({glyph, text});
    m_codes.emplace(GlyphText{glyph, text}, code);
    return code;
}

// A CFF font program has no CIDToGIDMap (ISO 32000-1 9.7.4.2): the code is the CID, which in the Noto CJK fonts is the
// glyph's number. So a glyph has one text only.
GlyphCode FontFace::cffCode(hb_codepoint_t glyph, const std::u32string& text) {
    const auto [entry, isNew] = m_cffTexts.try_emplace(glyph, text);
    return {0, static_cast<std::uint16_t>(glyph), isNew || entry->second == text};
}

} // namespace exhibit::pdf
