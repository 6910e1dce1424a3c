#pragma once
// Whether a person can see what a page shows.

#include "pdf/reader/Content.h"

#include <unordered_map>

namespace exhibit::pdf::reader {

class Visibility {
public:
    Visibility(const PageContent& content, const Box& page);

    /// A sentence if the glyph can't be seen; nullptr if it can, and for what is invisible by design.
    [[nodiscard]] const char* problemOf(const Glyph& glyph);
    /// True if something was painted over a part of the box that was drawn at `order`. Pictures of the same marked
    /// content don't count: in a text they are emoji, whose places are checked by their carriers.
    [[nodiscard]] bool isCovered(const Box& box, std::uint32_t order, std::uint32_t ownContent = kNoContent);
    /// True if the page has so many areas that not everything was compared with everything.
    [[nodiscard]] bool isExhausted() const { return m_comparisonsLeft == 0; }

private:
    /// True if a glyph of another marked content stands in the same place.
    [[nodiscard]] bool isOverwritten(const Glyph& glyph, const Box& core);
    [[nodiscard]] Rgb groundOf(const Point& point, std::uint32_t order);
    bool spend(std::size_t comparisons);

    const PageContent& m_content;
    Box m_page;
    std::unordered_map<int, std::vector<std::uint32_t>> m_rows; ///< glyphs by the rows of the page that they touch
    std::size_t m_comparisonsLeft = 50'000'000;
};

/// WCAG 2.1: 1 for the same colour, 21 for black on white.
[[nodiscard]] double contrast(const Rgb& a, const Rgb& b);

/// Accents may be stacked so high that they reach into the line above, and stand before their letter.
[[nodiscard]] bool isAccent(std::u32string_view text);

} // namespace exhibit::pdf::reader
