#include "media/MediaHelper.h"

namespace exhibit::media {

Result<DecodedPicture> NullMediaHelper::decode(const ByteSource&, image::Format format, const image::Limits&) const {
    return fail(ErrorCode::Unsupported,
                std::string(image::displayName(format)) + " pictures need exhibit17-media beside the program.");
}

Result<std::vector<MetadataFact>> NullMediaHelper::metadata(const ByteSource&, image::Format,
                                                            const image::Limits&) const {
    return fail(ErrorCode::Unsupported, "Reading a picture's metadata needs exhibit17-media beside the program.");
}

} // namespace exhibit::media
