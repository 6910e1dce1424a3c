#pragma once
// Pictures row by row. The libraries behind it report errors by longjmp; that stays inside.

#include "core/Bytes.h"
#include "pdf/image/ImageScan.h"

#include <memory>
#include <span>

namespace exhibit::media {

/// What a decoded row holds: `channels` samples a pixel (1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha), each of
/// `sampleBytes` bytes, most significant first. Alpha isn't multiplied in.
struct PixelLayout {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::size_t channels = 0;
    std::size_t sampleBytes = 1;

    [[nodiscard]] bool hasAlpha() const { return channels == 2 || channels == 4; }
    [[nodiscard]] std::size_t pixelBytes() const { return channels * sampleBytes; }
    [[nodiscard]] std::size_t rowBytes() const { return pixelBytes() * width; }
};

class RowDecoder {
public:
    virtual ~RowDecoder() = default;
    [[nodiscard]] virtual const PixelLayout& layout() const = 0;
    /// The next row, valid until the next call. At most `height` calls.
    [[nodiscard]] virtual Result<ByteView> nextRow() = 0;
    /// After the last row: checks what follows the picture's data.
    [[nodiscard]] virtual Result<> finish() = 0;
};

/// Palettes, low depths and transparent colours are expanded. The source must outlive the decoder. An interlaced
/// picture is held whole: LimitExceeded if that takes more than limits.memory.
[[nodiscard]] Result<std::unique_ptr<RowDecoder>> openPng(const ByteSource& source, const image::PngLayout& layout,
                                                          const image::Limits& limits);

/// Gives grey or RGB; CMYK is converted without its profile. Not turned by the EXIF orientation.
[[nodiscard]] Result<std::unique_ptr<RowDecoder>> openJpeg(const ByteSource& source, const image::JpegLayout& layout,
                                                           const image::Limits& limits);

} // namespace exhibit::media
