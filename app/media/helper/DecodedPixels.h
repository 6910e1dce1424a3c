#pragma once
// From a decoder's pixels to the PNG that the helper hands back.

#include "media/Flatten.h"
#include "media/helper/Jobs.h"

namespace exhibit::media {

/// Refuses sizes beyond the limits before a decoder takes memory for them.
[[nodiscard]] Result<> checkSize(std::uint64_t width, std::uint64_t height, const image::Limits& limits);

/// Rows of RGB or RGBA as decoders give them.
struct DecodedPixels {
    PixelLayout layout;
    const std::uint8_t* first = nullptr;
    std::size_t stride = 0; ///< bytes from row to row
    int orientation = 1;    ///< still to be applied
    ByteView profile = {};  ///< ICC; left out if it isn't sound
};

/// `operation` is the decoder's word; what else was done is appended.
[[nodiscard]] Result<JobResult> encodePixels(const DecodedPixels& pixels, std::string operation);

} // namespace exhibit::media
