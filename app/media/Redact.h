#pragma once
// A picture without some of its parts.

#include "core/Markup.h"
#include "media/Derive.h"

#include <span>

namespace exhibit::media {

/// Width and height of a picture of the gate's own formats as it is looked at: JPEG orientations 5 to 8 turn it by a
/// quarter (CIPA DC-008 4.6.4).
struct Size {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};
[[nodiscard]] Size uprightSize(const Inspection& inspection);

/// A new PNG, upright, 8 bits, opaque, with the regions painted over in the decoded picture, black with a white frame
/// so that they stand out in light and dark pictures. Everything is encoded anew: old pixels, previews, texts, colour
/// profile and trailing data are in no byte of it; it has no chunk but IHDR, sRGB, IDAT and IEND. The operation is
/// "redact".
///
/// Regions are in pixels of the upright picture. What a lossy format codes together with their pixels goes too, since
/// it carries traces of them: in a JPEG the units of a region (ITU-T T.81 A.2) and as much as a reader smooths colours
/// over. `traces` says how many pixels more to each side, for a picture that was decoded from another format.
/// InvalidArgument for a region that isn't within the picture.
[[nodiscard]] Result<Derived> redact(const ByteSource& source, const Inspection& inspection,
                                     std::span<const Region> regions, std::uint32_t traces = 0,
                                     const image::Limits& limits = {});

/// True if the regions of a PNG hold nothing but the paint of redact(). Malformed or InvalidArgument if it isn't a PNG of
/// that size.
[[nodiscard]] Result<bool> isPaintedOver(const ByteSource& png, std::span<const Region> regions,
                                         const image::Limits& limits = {});

} // namespace exhibit::media
