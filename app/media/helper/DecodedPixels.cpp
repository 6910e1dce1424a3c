#include "media/helper/DecodedPixels.h"

#include "pdf/image/ColourProfile.h"

#include <algorithm>

namespace exhibit::media {

Result<> checkSize(std::uint64_t width, std::uint64_t height, const image::Limits& limits) {
    if (width == 0 || height == 0)
        return fail(ErrorCode::Malformed, "The picture is empty: its width or height is zero.");
    // The decoder's own planes, its RGBA, and the opaque copy: about three times four bytes a pixel.
    constexpr std::uint64_t kBytesPerPixel = 12;
    const bool tooLarge = width > limits.side || height > limits.side || width * height > limits.pixels ||
                          width * height > limits.memory / kBytesPerPixel;
    if (tooLarge)
        return fail(ErrorCode::LimitExceeded,
                    "The picture is too large: " + std::to_string(width) + " x " + std::to_string(height) + " pixels.");
    return {};
}

Result<JobResult> encodePixels(const DecodedPixels& pixels, std::string operation) {
    const PixelLayout& layout = pixels.layout;
    Raster raster{layout.width, layout.height, 3, {}};
    raster.pixels.reserve(std::size_t{3} * layout.width * layout.height);
    for (std::size_t y = 0; y < layout.height; ++y) {
        const Bytes row = flattenRow(ByteView(pixels.first + y * pixels.stride, layout.rowBytes()), layout);
        raster.pixels.insert(raster.pixels.end(), row.begin(), row.end());
    }
    if (layout.hasAlpha())
        operation += "+flatten-alpha";
    if (pixels.orientation != 1) {
        raster = turnUpright(raster, pixels.orientation);
        operation += "+turn-upright";
    }
    const bool sound = image::isSoundProfile(pixels.profile, 3);
    JobResult result;
    EXHIBIT_ASSIGN(result.body, writePng(raster, sound ? pixels.profile : ByteView(), false));
    result.reply.operation = std::move(operation);
    result.reply.alpha = layout.hasAlpha();
    return result;
}

} // namespace exhibit::media
