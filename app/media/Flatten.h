#pragma once
// Rows as a PDF carries them best: grey or RGB, 8 bits, opaque, upright.

#include "media/RowDecoder.h"

namespace exhibit::media {

/// One row onto white paper: 16 bits are rounded to 8, alpha is worked in. 1 or 3 channels come out.
[[nodiscard]] Bytes flattenRow(ByteView row, const PixelLayout& layout);

/// A row of RGB in grey (Rec. ITU-R BT.601-7 2.5.1).
[[nodiscard]] Bytes greyRow(ByteView row);

/// A whole picture, 8 bits a sample.
struct Raster {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::size_t channels = 3;
    Bytes pixels;
};

/// Where the upright pixel (x, y) of a picture is stored, whose stored size is this (Exif 2.32, 4.6.4 A, Orientation).
struct Position {
    std::size_t x = 0;
    std::size_t y = 0;
};
[[nodiscard]] Position storedAt(std::size_t width, std::size_t height, int orientation, std::size_t x, std::size_t y);

/// Turns a picture that was stored with an EXIF orientation (2 to 8).
[[nodiscard]] Raster turnUpright(const Raster& stored, int orientation);

/// Writes it as PNG.
[[nodiscard]] Result<Bytes> writePng(const Raster& raster, ByteView iccProfile, bool srgb);

} // namespace exhibit::media
