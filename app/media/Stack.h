#pragma once
// Pictures of pages, one below the other as one picture.

#include "core/Bytes.h"

namespace exhibit::media {

/// What of each page is kept: shares of its height, from the top. White rows at the edges of that are left out.
struct PageBand {
    double top = 0;
    double bottom = 1;
};

enum class StackColours : std::uint8_t { AsTheyAre, Grey };

/// Holds what is stacked in memory, three bytes a pixel.
class PageStack {
public:
    /// All pages have this width in pixels.
    PageStack(std::uint32_t width, const PageBand& band);

    /// RGB, 8 bits a sample. InvalidArgument if that isn't rows of the stack's width, LimitExceeded beyond
    /// `kMostPixels` in all.
    [[nodiscard]] Result<> add(ByteView page);
    /// A PNG as plain as PngWriter's, with a white margin around everything. InvalidArgument if there is nothing.
    [[nodiscard]] Result<Bytes> png(StackColours colours) const;

    static constexpr std::uint64_t kMostPixels = 50'000'000;

private:
    void addMargin();

    std::uint32_t m_width;
    PageBand m_band;
    std::uint32_t m_height = 0;
    Bytes m_samples;
};

} // namespace exhibit::media
