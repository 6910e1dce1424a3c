#include "media/helper/DecodedPixels.h"

#include <algorithm>
#include <libheif/heif.h>
#include <memory>

namespace exhibit::media {

namespace {

using Context = std::unique_ptr<heif_context, decltype(&heif_context_free)>;
using Handle = std::unique_ptr<heif_image_handle, decltype(&heif_image_handle_release)>;
using Image = std::unique_ptr<heif_image, decltype(&heif_image_release)>;

tl::unexpected<Error> failure(const heif_error& error) {
    const bool unsupported =
        error.code == heif_error_Unsupported_feature || error.code == heif_error_Unsupported_filetype;
    if (unsupported)
        return fail(ErrorCode::Unsupported, "The picture uses a kind of HEIC that this program doesn't know.");
    return fail(ErrorCode::Malformed, "The picture is damaged or cut off: its data can't be unpacked.");
}

struct Opened {
    Context context{nullptr, heif_context_free};
    Handle handle{nullptr, heif_image_handle_release};
};

Result<Opened> open(ByteView picture) {
    Opened opened;
    opened.context.reset(heif_context_alloc());
    if (!opened.context)
        return fail(ErrorCode::LimitExceeded, "There isn't enough memory for the picture.");
    heif_error error =
        heif_context_read_from_memory_without_copy(opened.context.get(), picture.data(), picture.size(), nullptr);
    if (error.code != heif_error_Ok)
        return failure(error);
    heif_image_handle* handle = nullptr;
    error = heif_context_get_primary_image_handle(opened.context.get(), &handle);
    opened.handle.reset(handle);
    if (error.code != heif_error_Ok)
        return failure(error);
    return opened;
}

Bytes profileOf(const heif_image_handle* handle) {
    Bytes profile(heif_image_handle_get_raw_color_profile_size(handle));
    if (profile.empty() || heif_image_handle_get_raw_color_profile(handle, profile.data()).code != heif_error_Ok)
        return {};
    return profile;
}

std::vector<heif_item_id> metadataOf(const heif_image_handle* handle) {
    const int count = heif_image_handle_get_number_of_metadata_blocks(handle, nullptr);
    std::vector<heif_item_id> ids(static_cast<std::size_t>(std::max(count, 0)));
    if (count > 0)
        heif_image_handle_get_list_of_metadata_block_IDs(handle, nullptr, ids.data(), count);
    return ids;
}

Bytes blockOf(const heif_image_handle* handle, heif_item_id id) {
    constexpr std::size_t kMost = std::size_t{16} << 20;
    const std::size_t size = heif_image_handle_get_metadata_size(handle, id);
    Bytes block(size <= kMost ? size : 0);
    if (block.empty() || heif_image_handle_get_metadata(handle, id, block.data()).code != heif_error_Ok)
        return {};
    return block;
}

/// ISO/IEC 23008-12 A.2.1: an Exif item starts with the offset, behind these four bytes, of the TIFF header.
Bytes tiffOf(ByteView block) {
    if (block.size() < 4)
        return {};
    std::uint64_t offset = 4;
    for (std::size_t i = 0; i < 4; ++i)
        offset += std::uint64_t{block[i]} << (24 - 8 * i);
    if (offset >= block.size())
        return {};
    const ByteView tiff = block.subspan(static_cast<std::size_t>(offset));
    return {tiff.begin(), tiff.end()};
}

} // namespace

Result<JobResult> decodeHeic(ByteView picture, const image::Limits& limits) {
    EXHIBIT_ASSIGN(const Opened opened, open(picture));
    const heif_image_handle* handle = opened.handle.get();
    DecodedPixels pixels;
    pixels.layout.width = static_cast<std::uint32_t>(std::max(heif_image_handle_get_width(handle), 0));
    pixels.layout.height = static_cast<std::uint32_t>(std::max(heif_image_handle_get_height(handle), 0));
    EXHIBIT_TRY(checkSize(pixels.layout.width, pixels.layout.height, limits));
    const bool alpha = heif_image_handle_has_alpha_channel(handle) != 0;
    heif_image* decoded = nullptr;
    // The rotation and mirroring of the file itself are applied by the library; its EXIF orientation says the same
    // again.
    const heif_error error =
        heif_decode_image(handle, &decoded, heif_colorspace_RGB,
                          alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, nullptr);
    const Image owned(decoded, heif_image_release);
    if (error.code != heif_error_Ok)
        return failure(error);
    int stride = 0;
    pixels.first = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    pixels.layout.width = static_cast<std::uint32_t>(heif_image_get_width(decoded, heif_channel_interleaved));
    pixels.layout.height = static_cast<std::uint32_t>(heif_image_get_height(decoded, heif_channel_interleaved));
    pixels.layout.channels = alpha ? 4 : 3;
    pixels.stride = static_cast<std::size_t>(std::max(stride, 0));
    EXHIBIT_TRY(checkSize(pixels.layout.width, pixels.layout.height, limits));
    if (pixels.first == nullptr || pixels.stride < pixels.layout.rowBytes())
        return fail(ErrorCode::Malformed, "The picture can't be unpacked.");
    const Bytes profile = profileOf(handle);
    pixels.profile = profile;
    EXHIBIT_ASSIGN(JobResult result, encodePixels(pixels, "decode-heic"));
    result.reply.animated = heif_context_get_number_of_top_level_images(opened.context.get()) > 1;
    result.reply.metadata = !metadataOf(handle).empty();
    return result;
}

Result<MetadataBlocks> heicMetadata(ByteView picture) {
    EXHIBIT_ASSIGN(const Opened opened, open(picture));
    const heif_image_handle* handle = opened.handle.get();
    MetadataBlocks blocks;
    for (const heif_item_id id : metadataOf(handle)) {
        const std::string_view type = heif_image_handle_get_metadata_type(handle, id);
        const Bytes block = blockOf(handle, id);
        if (type == "Exif" && blocks.exif.empty())
            blocks.exif = tiffOf(block);
        else if (type == "mime" && blocks.xmp.empty())
            blocks.xmp = std::string(textOf(block));
    }
    return blocks;
}

} // namespace exhibit::media
