#include "media/helper/DecodedPixels.h"

#include <memory>
#include <webp/decode.h>
#include <webp/demux.h>

namespace exhibit::media {

namespace {

tl::unexpected<Error> damaged() {
    return fail(ErrorCode::Malformed, "The picture is damaged or cut off: its data can't be unpacked.");
}

using Demuxer = std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)>;
using Animation = std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)>;

ByteView chunkOf(const WebPDemuxer* demuxer, const char* name, WebPChunkIterator& iterator) {
    if (WebPDemuxGetChunk(demuxer, name, 1, &iterator) == 0)
        return {};
    return {iterator.chunk.bytes, iterator.chunk.size};
}

/// A copy of the first chunk of that name; empty if there is none.
Bytes copyOfChunk(const WebPDemuxer* demuxer, const char* name) {
    WebPChunkIterator iterator{};
    const ByteView view = chunkOf(demuxer, name, iterator);
    Bytes copy(view.begin(), view.end());
    WebPDemuxReleaseChunkIterator(&iterator);
    return copy;
}

/// True if the RIFF container (https://developers.google.com/speed/webp/docs/riff_container) holds anything but picture
/// and colour profile, or if something follows it.
bool holdsMore(ByteView file) {
    static constexpr std::string_view kPicture = "VP8X VP8  VP8L ALPH ICCP ANIM";
    const auto little32 = [&file](std::size_t at) {
        return std::uint64_t{file[at]} | (std::uint64_t{file[at + 1]} << 8) | (std::uint64_t{file[at + 2]} << 16) |
               (std::uint64_t{file[at + 3]} << 24);
    };
    std::uint64_t at = 12;
    while (at + 8 <= file.size()) {
        const auto offset = static_cast<std::size_t>(at);
        const std::string_view type = textOf(file.subspan(offset, 4));
        if (kPicture.find(type) == std::string_view::npos && type != "ANMF")
            return true;
        const std::uint64_t length = little32(offset + 4);
        at += 8 + length + length % 2; // chunks are padded to an even size
    }
    return at != file.size() || little32(4) + 8 != file.size();
}

/// EXIF in WebP starts with the TIFF header, in some files with "Exif" and two zeros before it.
int orientationOf(const WebPDemuxer* demuxer) {
    using namespace std::string_view_literals;
    const Bytes exif = copyOfChunk(demuxer, "EXIF");
    const ByteView block(exif);
    const bool prefixed = textOf(block).starts_with("Exif\0\0"sv);
    return image::exifOrientation(prefixed ? block.subspan(6) : block).value_or(1);
}

Result<JobResult> decodeFirstFrame(ByteView picture, DecodedPixels pixels) {
    WebPAnimDecoderOptions options{};
    WebPAnimDecoderOptionsInit(&options);
    options.color_mode = MODE_RGBA;
    options.use_threads = 0;
    const WebPData data{picture.data(), picture.size()};
    const Animation animation(WebPAnimDecoderNew(&data, &options), WebPAnimDecoderDelete);
    std::uint8_t* frame = nullptr;
    int timestamp = 0;
    if (!animation || WebPAnimDecoderGetNext(animation.get(), &frame, &timestamp) == 0)
        return damaged();
    pixels.layout.channels = 4;
    pixels.first = frame;
    pixels.stride = pixels.layout.rowBytes();
    return encodePixels(pixels, "decode-webp");
}

Result<JobResult> decodeStill(ByteView picture, DecodedPixels pixels, bool alpha) {
    int width = 0;
    int height = 0;
    std::uint8_t* decoded = alpha ? WebPDecodeRGBA(picture.data(), picture.size(), &width, &height)
                                  : WebPDecodeRGB(picture.data(), picture.size(), &width, &height);
    const std::unique_ptr<std::uint8_t, decltype(&WebPFree)> owned(decoded, WebPFree);
    const bool sameSize = width >= 0 && height >= 0 && static_cast<std::uint32_t>(width) == pixels.layout.width &&
                          static_cast<std::uint32_t>(height) == pixels.layout.height;
    if (decoded == nullptr || !sameSize)
        return damaged();
    pixels.layout.channels = alpha ? 4 : 3;
    pixels.first = decoded;
    pixels.stride = pixels.layout.rowBytes();
    return encodePixels(pixels, "decode-webp");
}

} // namespace

Result<JobResult> decodeWebP(ByteView picture, const image::Limits& limits) {
    WebPBitstreamFeatures features{};
    if (WebPGetFeatures(picture.data(), picture.size(), &features) != VP8_STATUS_OK || features.width <= 0 ||
        features.height <= 0)
        return damaged();
    DecodedPixels pixels;
    pixels.layout.width = static_cast<std::uint32_t>(features.width);
    pixels.layout.height = static_cast<std::uint32_t>(features.height);
    EXHIBIT_TRY(checkSize(pixels.layout.width, pixels.layout.height, limits));
    const WebPData data{picture.data(), picture.size()};
    const Demuxer demuxer(WebPDemux(&data), WebPDemuxDelete);
    if (!demuxer)
        return damaged();
    const Bytes profile = copyOfChunk(demuxer.get(), "ICCP");
    pixels.profile = profile;
    pixels.orientation = orientationOf(demuxer.get());
    const bool animated = features.has_animation != 0;
    EXHIBIT_ASSIGN(JobResult result, animated ? decodeFirstFrame(picture, pixels)
                                              : decodeStill(picture, pixels, features.has_alpha != 0));
    result.reply.animated = animated;
    result.reply.metadata = holdsMore(picture);
    return result;
}

} // namespace exhibit::media
