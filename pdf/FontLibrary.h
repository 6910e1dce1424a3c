#pragma once
// Chooses a face for each character by the preference list, and opens only what is needed.

#include "pdf/FontFace.h"
#include "pdf/FontList.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace exhibit::pdf {

/// What a character's face depends on besides the character.
struct FontWish {
    FontWeight weight = FontWeight::Regular;
    bool mono = false;
    hb_script_t script = HB_SCRIPT_COMMON; ///< of the run
    CjkForm cjk = CjkForm::Simplified;
};

class FontLibrary {
public:
    /// NotFound if the base family isn't there, Malformed if its file is damaged.
    static Result<std::unique_ptr<FontLibrary>> open(const FontProvider& provider);

    /// The first face of the list that has all of the characters; null if none has.
    [[nodiscard]] FontFace* choose(std::u32string_view characters, const FontWish& wish);
    [[nodiscard]] FontFace& base(FontWeight weight = FontWeight::Regular);
    [[nodiscard]] FontFace* emoji();

    /// Those that show something, in the order in which they were opened.
    [[nodiscard]] std::vector<FontFace*> used() const;
    /// Takes note of a character that is shown as a box because no face has it.
    void noteMissing(char32_t c, hb_script_t script);
    /// A sentence for each script that has characters without a font.
    [[nodiscard]] std::vector<std::string> warnings() const;

private:
    struct Missing {
        char32_t first = 0;
        std::size_t count = 0;
    };
    explicit FontLibrary(const FontProvider& provider) : m_provider(provider) {}
    [[nodiscard]] FontFace* find(std::string_view family, FontWeight weight);
    [[nodiscard]] FontFace* open(std::string_view family, FontWeight weight);

    const FontProvider& m_provider;
    std::vector<std::unique_ptr<FontFace>> m_faces;
    std::map<std::pair<std::string_view, FontWeight>, FontFace*> m_found;
    std::map<hb_script_t, Missing> m_missing;
    std::vector<std::string> m_broken;
};

} // namespace exhibit::pdf
