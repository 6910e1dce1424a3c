#pragma once
// What a font of the file says about its codes: the text that each stands for and its width. Only the one kind of font
// that our writer makes: Type 0, two-byte identity codes, embedded, with a ToUnicode map (ISO 32000-1 9.7, 9.10).

#include "pdf/reader/File.h"

#include <memory>
#include <unordered_map>

namespace exhibit::pdf::reader {

class FontMap {
public:
    static Result<FontMap> read(const File& file, const Object& font);

    /// Empty if the code has no text.
    [[nodiscard]] std::u32string_view text(std::uint16_t code) const;
    [[nodiscard]] bool has(std::uint16_t code) const { return code < m_places.size() && m_places[code].known; }
    /// How many codes it has room for.
    [[nodiscard]] std::size_t codeCount() const { return m_places.size() + m_widths.size(); }
    /// Thousandths of the size.
    [[nodiscard]] double width(std::uint16_t code) const {
        return static_cast<double>(code < m_widths.size() ? m_widths[code] : m_defaultWidth);
    }

private:
    struct Place {
        std::uint32_t begin = 0;
        std::uint16_t length = 0;
        bool known = false;
    };
    Result<> readMap(const std::string& map, const std::string& name);
    Result<> addText(std::string_view code, std::string_view utf16, const std::string& name);
    Result<> readWidths(const File& file, const Dictionary& descendant, const std::string& name);

    std::u32string m_texts;
    std::vector<Place> m_places;
    std::vector<float> m_widths;
    float m_defaultWidth = 1000;
};

/// Every font once.
class FontMaps {
public:
    explicit FontMaps(const File& file);
    /// The font that this reference leads to.
    Result<const FontMap*> get(const Value* reference);

private:
    const File& m_file;
    std::size_t m_codesLeft;
    std::unordered_map<std::uint32_t, std::unique_ptr<FontMap>> m_fonts;
};

} // namespace exhibit::pdf::reader
