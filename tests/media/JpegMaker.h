#pragma once
// Makes JPEG files with libjpeg's compressor, and the metadata that phones put into them.

#include "core/Bytes.h"

#include <functional>
#include <string_view>

namespace exhibit::test {

struct JpegSpec {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    int channels = 3; ///< 1 grey, 3 RGB, 4 CMYK as given
    bool progressive = false;
    bool adobeMarker = false; ///< by default only CMYK has one
    bool rgbStored = false;   ///< three components named R, G, B, without JFIF
    int quality = 100;
};

using JpegSampler = std::function<std::uint8_t(std::uint32_t x, std::uint32_t y, int channel)>;

[[nodiscard]] Bytes jpeg(const JpegSpec& spec, const JpegSampler& sample);

/// Marker, length, data.
[[nodiscard]] Bytes segment(std::uint8_t marker, ByteView data);
/// The file with more segments right behind SOI.
[[nodiscard]] Bytes withSegments(ByteView file, ByteView segments);

/// A TIFF structure with the given orientation and, if asked for, make, model, software and a GPS position.
[[nodiscard]] Bytes exif(int orientation, bool revealing);
/// An APP1 segment around it.
[[nodiscard]] Bytes exifSegment(int orientation, bool revealing);

} // namespace exhibit::test
