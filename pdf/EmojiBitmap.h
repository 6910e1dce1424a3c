#pragma once
#include "pdf/FontFace.h"

namespace exhibit::pdf {

/// A colour glyph: 8-bit RGB and alpha samples, row by row.
struct EmojiBitmap {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::string rgb;
    std::string alpha;
};

/// False for glyphs that take no ink: joiners, selectors.
[[nodiscard]] bool hasEmojiBitmap(const FontFace& face, hb_codepoint_t glyph);

struct PixelSize {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};
/// As the PNG's header says.
[[nodiscard]] Result<PixelSize> emojiSize(const FontFace& face, hb_codepoint_t glyph);

/// Decodes the PNG that the font holds for the glyph (OpenType CBDT). Malformed if it holds none, or a broken one.
[[nodiscard]] Result<EmojiBitmap> emojiBitmap(const FontFace& face, hb_codepoint_t glyph);

} // namespace exhibit::pdf
