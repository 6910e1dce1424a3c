#include "pdf/reader/FontMap.h"

#include "pdf/reader/Lexer.h"
#include "pdf/reader/TextStrings.h"

#include <limits>

namespace exhibit::pdf::reader {
namespace {

constexpr std::size_t kLargestMap = std::size_t{8} << 20; // 65,536 codes of a hundred bytes
constexpr std::size_t kMostCodes = 8'000'000;             // of all fonts together
constexpr std::int64_t kLargestCode = 65535;

tl::unexpected<Error> badFont(const std::string& name) {
    return fail(ErrorCode::Malformed, "A font isn't as this program writes it.", name);
}

} // namespace

Result<FontMap> FontMap::read(const File& file, const Object& font) {
    const Dictionary* dictionary = font.value.dictionary();
    if (dictionary == nullptr || !file.resolve(dictionary->find("Subtype")).isName("Type0") ||
        !file.resolve(dictionary->find("Encoding")).isName("Identity-H"))
        return badFont(font.name());
    const Array* descendants = file.resolve(dictionary->find("DescendantFonts")).array();
    const Dictionary* descendant =
        descendants == nullptr || descendants->size() != 1 ? nullptr : file.resolve(&descendants->front()).dictionary();
    const Object* map = file.object(dictionary->find("ToUnicode"));
    if (descendant == nullptr || map == nullptr)
        return badFont(font.name());
    FontMap result;
    EXHIBIT_ASSIGN(const std::string text, file.streamText(*map, kLargestMap));
    EXHIBIT_TRY(result.readMap(text, map->name()));
    EXHIBIT_TRY(result.readWidths(file, *descendant, font.name()));
    return result;
}

/// Only bfchar entries carry texts; a range would be another writer's.
Result<> FontMap::readMap(const std::string& map, const std::string& name) {
    Lexer lexer(map);
    Token token;
    bool inside = false;
    std::string code;
    bool haveCode = false;
    for (lexer.next(token); token.kind != TokenKind::End; lexer.next(token)) {
        if (token.kind == TokenKind::Bad || (token.kind == TokenKind::Keyword && token.bytes == "beginbfrange"))
            return badFont(name);
        if (token.kind == TokenKind::Keyword && (token.bytes == "beginbfchar" || token.bytes == "endbfchar")) {
            if (haveCode)
                return badFont(name);
            inside = token.bytes == "beginbfchar";
        } else if (inside) {
            if (token.kind != TokenKind::String)
                return badFont(name);
            if (haveCode) {
                EXHIBIT_TRY(addText(code, token.bytes, name));
            } else {
                code = token.bytes;
            }
            haveCode = !haveCode;
        }
    }
    return {};
}

Result<> FontMap::addText(std::string_view code, std::string_view utf16, const std::string& name) {
    const std::optional<std::u32string> text = fromUtf16(utf16);
    if (code.size() != 2 || !text || text->size() > std::numeric_limits<std::uint16_t>::max())
        return badFont(name);
    const auto at =
        static_cast<std::size_t>(static_cast<unsigned char>(code[0]) << 8 | static_cast<unsigned char>(code[1]));
    if (m_places.size() <= at)
        m_places.resize(at + 1);
    if (m_places[at].known)
        return badFont(name);
    m_places[at] = {static_cast<std::uint32_t>(m_texts.size()), static_cast<std::uint16_t>(text->size()), true};
    m_texts += *text;
    return {};
}

/// 9.7.4.3: "c [w1 w2 ...]" again and again.
Result<> FontMap::readWidths(const File& file, const Dictionary& descendant, const std::string& name) {
    if (const Value& width = file.resolve(descendant.find("DW")); width.isNumber())
        m_defaultWidth = static_cast<float>(width.number());
    const Array* widths = file.resolve(descendant.find("W")).array();
    if (widths == nullptr || widths->size() % 2 != 0)
        return badFont(name);
    std::size_t rowsLeft = kLargestCode + 1; // rows may be shared objects: the input alone doesn't bound the work
    for (std::size_t i = 0; i < widths->size(); i += 2) {
        const std::int64_t* first = (*widths)[i].integer();
        const Array* row = file.resolve(&(*widths)[i + 1]).array();
        if (first == nullptr || row == nullptr || *first < 0 || row->size() > rowsLeft ||
            *first > kLargestCode + 1 - static_cast<std::int64_t>(row->size()))
            return badFont(name);
        rowsLeft -= row->size();
        auto code = static_cast<std::size_t>(*first);
        m_widths.resize(std::max(m_widths.size(), code + row->size()), m_defaultWidth);
        for (const Value& width : *row)
            m_widths[code++] = static_cast<float>(width.number());
    }
    return {};
}

std::u32string_view FontMap::text(std::uint16_t code) const {
    if (!has(code))
        return {};
    return std::u32string_view(m_texts).substr(m_places[code].begin, m_places[code].length);
}

FontMaps::FontMaps(const File& file) : m_file(file), m_codesLeft(kMostCodes) {}

Result<const FontMap*> FontMaps::get(const Value* reference) {
    const Object* font = m_file.object(reference);
    if (font == nullptr)
        return badFont("");
    if (const auto found = m_fonts.find(font->number); found != m_fonts.end()) {
        if (found->second == nullptr)
            return badFont(font->name());
        return found->second.get();
    }
    std::unique_ptr<FontMap>& kept = m_fonts[font->number]; // stays null for a bad one, which is then read only once
    EXHIBIT_ASSIGN(FontMap map, FontMap::read(m_file, *font));
    if (map.codeCount() > m_codesLeft)
        return fail(ErrorCode::LimitExceeded, "The file has too many fonts.", font->name());
    m_codesLeft -= map.codeCount();
    kept = std::make_unique<FontMap>(std::move(map));
    return kept.get();
}

} // namespace exhibit::pdf::reader
