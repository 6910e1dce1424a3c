#pragma once
// A picture without some of its parts.

#include "core/Markup.h"
#include "media/Derive.h"

namespace exhibit::media {

/// A new PNG, upright, 8 bits, opaque, with the regions painted black in the decoded picture and everything encoded
/// anew: the old pixels, previews, texts, colour profile and trailing data are in no byte of it. It has no chunk but
/// IHDR, sRGB, IDAT and IEND. Regions are in pixels of the upright picture. In a JPEG every pixel carries traces of its
/// neighbours within a block (ITU-T T.81 A.1), so that regions grow by 16 pixels to each side there. InvalidArgument
/// for a region that isn't within the picture. The operation is "redact".
[[nodiscard]] Result<Derived> redact(const ByteSource& source, const Inspection& inspection,
                                     std::span<const Region> regions, const image::Limits& limits = {});

} // namespace exhibit::media
