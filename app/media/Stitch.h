#pragma once
// Pictures of one chat, taken while it was scrolled, put together as one long picture.

#include "core/Bytes.h"
#include "pdf/image/ImageScan.h"

#include <string_view>
#include <vector>

namespace exhibit::media {

/// The operation of a picture that was derived by stitchFrames().
inline constexpr std::string_view kStitchOperation = "stitch";

/// The rows of one frame that are in the whole: from `from` up to, but not including, `to`.
struct StitchedPart {
    std::size_t frame = 0; ///< index of the frame
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    bool operator==(const StitchedPart&) const = default;
};

struct Stitched {
    Bytes png; ///< as plain as PngWriter's
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::vector<StitchedPart> parts; ///< from the top; the first frame's rows, then what each further one adds
};

/// `frames` are opaque PNGs of one width, in the order in which they were taken, scrolled down or scrolled up by less
/// than their height. Two frames belong together where rows of both are equal, sample by sample, over a part that holds
/// enough to be sure, and in no other way nearly as well. What doesn't scroll above and below it (titles, a field to
/// write in) appears once, and a scroll bar at the right edge may differ. Equal frames count once.
/// InvalidArgument for less than two frames, or different widths; NotFound if two frames have no sure overlap, with
/// their numbers; LimitExceeded beyond limits.pixels.
[[nodiscard]] Result<Stitched> stitchFrames(const std::vector<SharedSource>& frames, const image::Limits& limits = {});

} // namespace exhibit::media
