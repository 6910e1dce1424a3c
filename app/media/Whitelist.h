#pragma once
// Which parts of a PNG or JPEG file make the picture. A cleaned copy holds these and nothing else.

#include "core/Bytes.h"
#include "pdf/image/ImageScan.h"

namespace exhibit::media {

[[nodiscard]] bool belongsToPicture(const image::PngChunk& chunk);
/// Left out of a copy too, but tells nothing: background colour, histogram, significant bits.
[[nodiscard]] bool isHarmless(const image::PngChunk& chunk);

enum class SegmentKind : std::uint8_t {
    Picture, ///< frame, scan, tables, start and end
    Jfif,
    Profile, ///< part of a colour profile
    Adobe,
    Exif,
    Xmp,
    Comment,
    Other, ///< anything else that a program put there
};

/// `data` is what the segment holds.
[[nodiscard]] SegmentKind kindOf(const image::JpegSegment& segment, ByteView data);

/// JFIF 1.02 and Adobe Technical Note 5116: what these headers hold without a preview picture or appendix.
inline constexpr std::size_t kJfifLength = 14;
inline constexpr std::size_t kAdobeLength = 12;

/// Metadata that describes the pixels and nothing else.
[[nodiscard]] bool isHarmlessMetadata(std::string_view key);

} // namespace exhibit::media
