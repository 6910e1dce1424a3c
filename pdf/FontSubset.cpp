#include "pdf/FontSubset.h"

#include "pdf/Syntax.h"

#include <array>
#include <hb-ot.h>
#include <hb-subset.h>
#include <set>

namespace exhibit::pdf {
namespace {

using Object = QPDFObjectHandle;

template <class T, void (*destroy)(T*)>
struct Destroy {
    void operator()(T* object) const { destroy(object); }
};
template <class T, void (*destroy)(T*)>
using Owned = std::unique_ptr<T, Destroy<T, destroy>>;
using Blob = Owned<hb_blob_t, hb_blob_destroy>;
using Face = Owned<hb_face_t, hb_face_destroy>;
using Plan = Owned<hb_subset_plan_t, hb_subset_plan_destroy>;
using Input = Owned<hb_subset_input_t, hb_subset_input_destroy>;

// What a PDF reader needs of a font program is outlines and metrics (ISO 32000-1 9.9); without GSUB the subset keeps
// exactly the glyphs asked for.
constexpr std::array kDroppedTables = {"GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap",
                                       "STAT", "BASE", "VORG", "vhea", "vmtx", "DSIG", "meta"};

struct Subset {
    std::string program;
    std::map<hb_codepoint_t, hb_codepoint_t> newGlyphs;
};

std::string contentOf(const Blob& blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return data == nullptr ? std::string() : std::string(data, length);
}

Result<Subset> subsetOf(const FontFace& face, const std::set<hb_codepoint_t>& glyphs) {
    const auto failed = [&] {
        return fail(ErrorCode::Malformed, "The font can't be embedded. Install its package again.", face.file().name);
    };
    const Input input(hb_subset_input_create_or_fail());
    if (input == nullptr)
        return failed();
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    hb_set_add(wanted, 0);
    for (const hb_codepoint_t glyph : glyphs)
        hb_set_add(wanted, glyph);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* table : kDroppedTables)
        hb_set_add(dropped, hb_tag_from_string(table, 4));
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NOTDEF_OUTLINE);

    const Plan plan(hb_subset_plan_create_or_fail(face.face(), input.get()));
    const Face subset(plan == nullptr ? nullptr : hb_subset_plan_execute_or_fail(plan.get()));
    if (subset == nullptr)
        return failed();
    Subset result;
    const hb_map_t* newGlyphs = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const hb_codepoint_t glyph : glyphs) {
        if (!hb_map_has(newGlyphs, glyph))
            return failed();
        result.newGlyphs[glyph] = hb_map_get(newGlyphs, glyph);
    }
    const Blob program(face.isCff() ? hb_face_reference_table(subset.get(), HB_TAG('C', 'F', 'F', ' '))
                                    : hb_face_reference_blob(subset.get()));
    result.program = contentOf(program);
    return result.program.empty() ? Result<Subset>(failed()) : Result<Subset>(std::move(result));
}

/// Six capital letters that depend on the subset alone (ISO 32000-1 9.6.4).
std::string subsetTag(std::string_view program) {
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a
    for (const char c : program)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26)
        tag += static_cast<char>('A' + static_cast<char>(hash % 26));
    return tag;
}

std::string fontBox(const FontFace& face) {
    const Blob head(hb_face_reference_table(face.face(), HB_TAG('h', 'e', 'a', 'd')));
    const std::string data = contentOf(head);
    std::string box;
    for (const std::size_t at : {36U, 38U, 40U, 42U}) {
        int value = 0;
        if (at + 1 < data.size())
            value = static_cast<std::int16_t>((static_cast<unsigned char>(data[at]) << 8) |
                                              static_cast<unsigned char>(data[at + 1]));
        appendNumbers(box, face.thousandths(value));
    }
    return box;
}

Object descriptorObject(QPDF& pdf, const FontFace& face, const std::string& fontName, const std::string& program) {
    hb_position_t capHeight = 0;
    hb_ot_metrics_get_position(face.shaper(), HB_OT_METRICS_TAG_CAP_HEIGHT, &capHeight);
    std::string text = "<</Type/FontDescriptor/Flags 4/ItalicAngle 0/StemV 80/FontBBox[" + fontBox(face) + "]/Ascent ";
    appendNumber(text, face.ascent() * 1000);
    text += "/Descent ";
    appendNumber(text, -face.descent() * 1000);
    text += "/CapHeight ";
    appendNumber(text, face.thousandths(capHeight));
    Object descriptor = pdf.makeIndirectObject(Object::parse(text + ">>"));
    descriptor.replaceKey("/FontName", Object::newName("/" + fontName));
    Object stream = pdf.newStream(program);
    if (face.isCff())
        stream.getDict().replaceKey("/Subtype", Object::newName("/CIDFontType0C"));
    else
        stream.getDict().replaceKey("/Length1", Object::newInteger(static_cast<long long>(program.size())));
    descriptor.replaceKey(face.isCff() ? "/FontFile3" : "/FontFile2", stream);
    return descriptor;
}

/// ISO 32000-1 9.10.3: blocks of at most 100 entries.
std::string toUnicodeMap(const std::vector<std::pair<std::uint32_t, std::u32string>>& texts) {
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe)"
        " /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i % 100 == 0)
            map += decimal(std::min<std::size_t>(100, texts.size() - i)) + " beginbfchar\n";
        map += "<" + hexNumber(texts[i].first, 4) + "> <" + utf16Hex(texts[i].second) + ">\n";
        if (i % 100 == 99 || i + 1 == texts.size())
            map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// The codes of one font object: code, glyph in the original font, text.
struct CodeTable {
    std::vector<std::pair<std::uint32_t, hb_codepoint_t>> glyphs;
    std::vector<std::pair<std::uint32_t, std::u32string>> texts;
};

CodeTable tableOf(const std::vector<GlyphText>& part) {
    CodeTable table;
    for (std::uint32_t code = 1; code < part.size(); ++code) {
        table.glyphs.emplace_back(code, part[code].glyph);
        table.texts.emplace_back(code, part[code].text);
    }
    return table;
}

CodeTable tableOf(const std::map<hb_codepoint_t, std::u32string>& cffTexts) {
    CodeTable table;
    for (const auto& [glyph, text] : cffTexts) {
        table.glyphs.emplace_back(glyph, glyph);
        table.texts.emplace_back(glyph, text);
    }
    return table;
}

std::string widthArray(const FontFace& face, const CodeTable& table) {
    std::string widths;
    std::uint32_t expected = 0;
    for (const auto& [code, glyph] : table.glyphs) {
        if (code != expected)
            widths += (widths.empty() ? "" : "] ") + decimal(code) + " [";
        appendNumbers(widths, face.pdfWidth(glyph));
        expected = code + 1;
    }
    return "[" + widths + "]]";
}

std::string glyphMap(const CodeTable& table, const Subset& subset) {
    std::string map(2, '\0'); // code 0 is .notdef
    for (const auto& [code, glyph] : table.glyphs) {
        const hb_codepoint_t newGlyph = subset.newGlyphs.at(glyph);
        map += static_cast<char>(newGlyph >> 8);
        map += static_cast<char>(newGlyph & 0xFF);
    }
    return map;
}

Result<Object> fontObject(QPDF& pdf, const FontFace& face, const CodeTable& table) {
    std::set<hb_codepoint_t> glyphs;
    for (const auto& [code, glyph] : table.glyphs)
        glyphs.insert(glyph);
    EXHIBIT_ASSIGN(const Subset subset, subsetOf(face, glyphs));
    const std::string fontName = subsetTag(subset.program) + "+" + face.postScriptName();

    const std::string kind = face.isCff() ? "/CIDFontType0" : "/CIDFontType2";
    Object descendant = pdf.makeIndirectObject(
        Object::parse("<</Type/Font/Subtype" + kind +
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W " +
                      widthArray(face, table) + ">>"));
    descendant.replaceKey("/BaseFont", Object::newName("/" + fontName));
    descendant.replaceKey("/FontDescriptor", descriptorObject(pdf, face, fontName, subset.program));
    if (!face.isCff())
        descendant.replaceKey("/CIDToGIDMap", pdf.newStream(glyphMap(table, subset)));
    Object font = pdf.makeIndirectObject(Object::parse("<</Type/Font/Subtype/Type0/Encoding/Identity-H>>"));
    font.replaceKey("/BaseFont", Object::newName("/" + fontName + (face.isCff() ? "-Identity-H" : "")));
    font.replaceKey("/DescendantFonts", Object::newArray({descendant}));
    font.replaceKey("/ToUnicode", pdf.newStream(toUnicodeMap(table.texts)));
    return font;
}

} // namespace

Result<std::vector<FontObject>> fontObjects(QPDF& pdf, const FontFace& face) {
    std::vector<FontObject> fonts;
    if (face.isCff()) {
        EXHIBIT_ASSIGN(Object font, fontObject(pdf, face, tableOf(face.cffTexts())));
        fonts.push_back({face.resourceName(0), font});
        return fonts;
    }
    for (std::size_t part = 0; part < face.parts().size(); ++part) {
        EXHIBIT_ASSIGN(Object font, fontObject(pdf, face, tableOf(face.parts()[part])));
        fonts.push_back({face.resourceName(part), font});
    }
    return fonts;
}

} // namespace exhibit::pdf
