#pragma once
// Replacement texts (/ActualText, ISO 32000-1 14.9.4) against what is seen in their place.

#include <string>

namespace exhibit::pdf::reader {

/// Whether a replacement text says what the glyphs in its place show by their own texts: the hexadecimal digits of a
/// box for one character, the same characters in another number, or characters that fonts show by the same glyph.
[[nodiscard]] bool replacementIsHonest(const std::u32string& replacement, const std::u32string& glyphs);

} // namespace exhibit::pdf::reader
