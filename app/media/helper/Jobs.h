#pragma once
// What exhibit17-media does with one picture. Runs in a process of its own, with limits.

#include "media/HelperProtocol.h"

namespace exhibit::media {

struct JobResult {
    HelperReply reply;
    Bytes body;
};

/// A WebP as PNG; of an animation the first frame. Transparency lies on white, the EXIF orientation is applied.
[[nodiscard]] Result<JobResult> decodeWebP(ByteView picture, const image::Limits& limits);
/// The main picture of a HEIC file as PNG, upright.
[[nodiscard]] Result<JobResult> decodeHeic(ByteView picture, const image::Limits& limits);
/// EXIF, XMP and IPTC.
[[nodiscard]] Result<JobResult> readMetadata(ByteView picture, const HelperRequest& request);

/// Metadata of a HEIC file's main picture, as blocks that exiv2 understands.
struct MetadataBlocks {
    Bytes exif; ///< a TIFF structure
    std::string xmp;
};
[[nodiscard]] Result<MetadataBlocks> heicMetadata(ByteView picture);

} // namespace exhibit::media
