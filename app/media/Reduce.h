#pragma once
// A picture that takes less room, for a file that may not be larger than a form accepts.

#include "core/Manifest.h"
#include "pdf/image/ImageScan.h"

namespace exhibit::media {

struct Reduced {
    Bytes bytes;
    image::Format format = image::Format::Png;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    Reduction reduction; ///< what was done: `quality` is 0 if it became a PNG
};

/// A PNG, or a JPEG of wanted.quality if that is smaller (0: always a PNG), scaled and in grey as wanted, upright,
/// opaque, 8 bits. It holds pixels and nothing else: no profile, text, preview or time. With {100, colour, 0} the
/// pixels are those of the source. Unsupported for what is neither PNG nor JPEG, Malformed for what can't be decoded.
[[nodiscard]] Result<Reduced> reduce(const ByteSource& source, const Reduction& wanted,
                                     const image::Limits& limits = {});

/// The smallest scale, in percent, at which text on a screenshot stays legible: one pixel for a logical pixel where
/// there are several, three quarters otherwise. `scalePercent` is that of the screen (PictureFacts), 0 if unknown.
[[nodiscard]] int smallestLegibleScale(std::uint32_t width, std::uint32_t height, int scalePercent);

} // namespace exhibit::media
