#include "pdf/FontLibrary.h"

#include "pdf/Syntax.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

namespace exhibit::pdf {
namespace {

/// Joiners and selectors behind a letter need no glyph: shaping uses them up.
bool hasAll(const FontFace& face, std::u32string_view characters) {
    const auto isShown = [](char32_t c) {
        return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0;
    };
    return face.has(characters.front()) && std::all_of(characters.begin() + 1, characters.end(),
                                                       [&](char32_t c) { return face.has(c) || !isShown(c); });
}

std::string scriptName(hb_script_t script) {
    std::array<char, 5> tag{};
    hb_tag_to_string(hb_script_to_iso15924_tag(script), tag.data());
    return std::string(tag.data(), 4);
}

} // namespace

Result<std::unique_ptr<FontLibrary>> FontLibrary::open(const FontProvider& provider) {
    std::unique_ptr<FontLibrary> library(new FontLibrary(provider));
    if (library->find(kBaseFamily, FontWeight::Regular) != nullptr)
        return library;
    if (!library->m_broken.empty())
        return fail(ErrorCode::Malformed, library->m_broken.front());
    return fail(ErrorCode::NotFound, "The font Noto Sans isn't installed. Install the package fonts-noto-core.");
}

FontFace* FontLibrary::find(std::string_view family, FontWeight weight) {
    const auto key = std::make_pair(family, weight);
    const auto known = m_found.find(key);
    if (known != m_found.end())
        return known->second;
    FontFace* face = open(family, weight);
    if (face == nullptr && weight == FontWeight::Bold)
        face = find(family, FontWeight::Regular);
    m_found.emplace(key, face);
    return face;
}

FontFace* FontLibrary::open(std::string_view family, FontWeight weight) {
    auto file = m_provider.find(family, weight);
    if (!file)
        return nullptr;
    auto face = FontFace::open(std::move(*file), family, m_faces.size() + 1);
    if (!face) {
        m_broken.push_back(face.error().text());
        return nullptr;
    }
    m_faces.push_back(std::move(*face));
    return m_faces.back().get();
}

FontFace& FontLibrary::base(FontWeight weight) {
    return *find(kBaseFamily, weight); // open() has seen to it that it is there
}

FontFace* FontLibrary::emoji() {
    return find(kEmojiFamily, FontWeight::Regular);
}

FontFace* FontLibrary::choose(std::u32string_view characters, const FontWish& wish) {
    const auto fits = [&](std::string_view family) -> FontFace* {
        FontFace* face = family.empty() ? nullptr : find(family, wish.weight);
        return face != nullptr && hasAll(*face, characters) ? face : nullptr;
    };
    if (wish.mono)
        if (FontFace* face = fits(kMonoFamily))
            return face;
    if (FontFace* face = fits(kBaseFamily))
        return face;
    if (FontFace* face = fits(isCjk(wish.script) ? cjkFamily(wish.cjk) : familyOf(wish.script)))
        return face;
    for (const std::string_view family : symbolFamilies())
        if (FontFace* face = fits(family))
            return face;
    // Full-width forms, CJK punctuation and the like stand in every CJK face.
    return characters.front() >= 0x2000 ? fits(cjkFamily(wish.cjk)) : nullptr;
}

std::vector<FontFace*> FontLibrary::used() const {
    std::vector<FontFace*> faces;
    for (const auto& face : m_faces)
        if (face->isUsed())
            faces.push_back(face.get());
    return faces;
}

void FontLibrary::noteMissing(char32_t c, hb_script_t script) {
    Missing& missing = m_missing[script];
    if (missing.count++ == 0)
        missing.first = c;
}

std::vector<std::string> FontLibrary::warnings() const {
    constexpr std::size_t kScriptsNamed = 8;
    std::vector<std::string> sentences;
    for (const std::string& broken : m_broken)
        sentences.push_back("A font can't be used, and another takes its place: " + broken);
    std::size_t count = 0, named = 0;
    std::string examples;
    for (const auto& [script, missing] : m_missing) {
        count += missing.count;
        if (++named <= kScriptsNamed)
            examples += (examples.empty() ? "" : ", ") + scriptName(script) + " U+" + hexNumber(missing.first, 4);
    }
    if (count > 0)
        sentences.push_back("No installed font has " + decimal(count) + " of the characters (for example " + examples +
                            "). They are shown as boxes with their numbers. The packages fonts-noto-core, "
                            "fonts-noto-cjk and fonts-noto-color-emoji hold the fonts that are used.");
    return sentences;
}

} // namespace exhibit::pdf
