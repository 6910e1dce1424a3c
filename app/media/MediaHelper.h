#pragma once
// What is too risky to do in this process: decoding WebP and HEIC, and reading EXIF and XMP in full.

#include "core/Bytes.h"
#include "pdf/image/ImageScan.h"

#include <string>
#include <vector>

namespace exhibit::media {

/// One entry of a picture's metadata, as exiv2 names it: "Exif.Photo.DateTimeOriginal", "Xmp.xmp.CreatorTool".
struct MetadataFact {
    std::string key;
    std::string value;      ///< UTF-8, cut to a bounded length
    bool disclosing = true; ///< may tell place, time, device or program; false only for what describes the pixels
};

/// A picture turned into a PNG: grey or RGB, 8 bits, opaque (on white), upright, the colour profile kept.
struct DecodedPicture {
    std::shared_ptr<const MemorySource> png;
    std::string operation; ///< what was done: "decode-heic", "decode-webp+flatten-alpha"
    bool alpha = false;    ///< the original had an alpha channel
    bool animated = false; ///< the original has further frames or pictures; the first or main one was taken
    bool metadata = false; ///< the original carries EXIF, XMP or something unknown
};

class MediaHelper {
public:
    virtual ~MediaHelper() = default;
    /// WebP and HEIC. Unsupported if there is no helper.
    [[nodiscard]] virtual Result<DecodedPicture> decode(const ByteSource& picture, image::Format format,
                                                        const image::Limits& limits) const = 0;
    /// EXIF, XMP and IPTC of a picture of any of the four formats. Unsupported if there is no helper.
    [[nodiscard]] virtual Result<std::vector<MetadataFact>> metadata(const ByteSource& picture, image::Format format,
                                                                     const image::Limits& limits) const = 0;
};

/// Where there is no helper: says so.
class NullMediaHelper final : public MediaHelper {
public:
    [[nodiscard]] Result<DecodedPicture> decode(const ByteSource& picture, image::Format format,
                                                const image::Limits& limits) const override;
    [[nodiscard]] Result<std::vector<MetadataFact>> metadata(const ByteSource& picture, image::Format format,
                                                             const image::Limits& limits) const override;
};

} // namespace exhibit::media
