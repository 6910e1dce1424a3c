#pragma once
// Pictures of pages, one below the other as one picture.

#include "core/Bytes.h"
#include "pdf/image/ImageScan.h"

#include <vector>

namespace exhibit::media {

/// What of each page is kept: shares of its height, from the top. White rows at the edges of that are left out.
struct PageBand {
    double top = 0;
    double bottom = 1;
};

enum class StackColours : std::uint8_t { AsTheyAre, Grey };

/// `pages` are PNGs of one width, grey or RGB. Answers a PNG of the same plainness as PngWriter's, with a white margin
/// around everything. InvalidArgument if the widths differ or nothing is left, LimitExceeded beyond limits.pixels.
[[nodiscard]] Result<Bytes> stackPages(const std::vector<SharedSource>& pages, const PageBand& band,
                                       StackColours colours, const image::Limits& limits = {});

} // namespace exhibit::media
