#pragma once
// Makes PNG files, sound and odd ones, without libpng: what the tests expect comes from here, not from the library that
// they test.

#include "core/Bytes.h"

#include <functional>
#include <string>
#include <string_view>

namespace exhibit::test {

[[nodiscard]] Bytes big32(std::uint32_t value);
[[nodiscard]] Bytes joined(std::initializer_list<ByteView> parts);
[[nodiscard]] Bytes deflated(ByteView bytes);

/// Length, type, data and the right CRC.
[[nodiscard]] Bytes chunk(std::string_view type, ByteView data);
[[nodiscard]] Bytes chunk(std::string_view type, std::string_view data);
[[nodiscard]] Bytes signature();
[[nodiscard]] Bytes header(std::uint32_t width, std::uint32_t height, int depth, int colour, bool interlaced = false);
[[nodiscard]] Bytes end();

/// Samples of one pixel, as many as the colour type has, each below 2^depth.
using Pixel = std::array<std::uint32_t, 4>;
using Sampler = std::function<Pixel(std::uint32_t x, std::uint32_t y)>;

struct PngSpec {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    int depth = 8;
    int colour = 2; ///< as in IHDR
    bool interlaced = false;

    [[nodiscard]] std::uint32_t channels() const;
};

/// The rows with filter 0, Adam7 passes one after another if interlaced; not compressed.
[[nodiscard]] Bytes rows(const PngSpec& spec, const Sampler& sample);

/// A whole file. `before` stands between IHDR and IDAT, `after` between IDAT and IEND. IDAT is cut into `pieces`.
[[nodiscard]] Bytes png(const PngSpec& spec, const Sampler& sample, ByteView before = {}, ByteView after = {},
                        std::size_t pieces = 1);

/// A small RGB picture with something to see.
[[nodiscard]] Bytes smallPng(ByteView before = {}, ByteView after = {});

/// Sets every chunk's CRC right, as far as there are whole chunks.
void repairCrcs(Bytes& file);

/// A PNG of equal rows of zeros, made without ever holding its data.
[[nodiscard]] Bytes bomb(const PngSpec& spec);
/// A zlib stream that inflates to `size` zeros.
[[nodiscard]] Bytes zeros(std::uint64_t size);

/// A sound profile, 132 bytes of header and one tag, for "RGB " or "GRAY".
[[nodiscard]] Bytes iccProfile(std::string_view colourSpace);
[[nodiscard]] Bytes iccpChunk(ByteView profile);

/// The pixels of a PNG as plain as ours: 8 bits, not interlaced, filter 0. Empty if it isn't that plain.
struct PlainPixels {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t channels = 0;
    Bytes samples;
};
[[nodiscard]] PlainPixels plainPixels(ByteView file);
/// The chunk types in their order, joined by spaces.
[[nodiscard]] std::string chunkTypes(ByteView file);

} // namespace exhibit::test
