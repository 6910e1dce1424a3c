#include "pdf/image/PngSkeleton.h"

#include "pdf/image/Cursor.h"
#include "pdf/image/JoinedSource.h"

namespace exhibit::image {

namespace {

constexpr std::uint64_t kSignatureLength = 8;
constexpr std::uint64_t kHeadLength = 8; ///< of a chunk: length and name
constexpr std::uint64_t kCrcLength = 4;

tl::unexpected<Error> doesNotFit(std::uint64_t offset) {
    return fail(ErrorCode::Malformed, "The rest of the picture doesn't fit the picture on the page.", {}, offset);
}

struct ChunkHead {
    std::uint32_t length = 0;
    bool isData = false;
    bool isEnd = false;
};

Result<ChunkHead> headAt(const ByteSource& skeleton, std::uint64_t offset) {
    EXHIBIT_ASSIGN(const Bytes head, skeleton.readExactly(offset, kHeadLength));
    const std::string_view name = textOf(ByteView(head).subspan(4));
    return ChunkHead{big32(head), name == "IDAT", name == "IEND"};
}

} // namespace

SharedSource skeletonOf(const SharedSource& png, const PngLayout& layout) {
    auto skeleton = std::make_shared<JoinedSource>();
    std::uint64_t position = 0;
    for (const ByteRange& data : layout.idat) {
        skeleton->add(png, position, data.offset - position);
        position = data.offset + data.length;
    }
    skeleton->add(png, position, png->size() - position);
    return skeleton;
}

Result<SharedSource> rebuiltPng(const SharedSource& skeleton, const SharedSource& pixels, const Limits& limits) {
    if (skeleton->size() > limits.bytes || pixels->size() > limits.bytes)
        return fail(ErrorCode::LimitExceeded, "The picture's file is too large.");
    auto png = std::make_shared<JoinedSource>();
    std::uint64_t copied = 0; // of the skeleton
    std::uint64_t taken = 0;  // of the pixels
    std::uint64_t position = kSignatureLength;
    for (std::size_t count = 0;; ++count) {
        if (count >= limits.parts)
            return fail(ErrorCode::LimitExceeded, "The picture is cut into too many pieces.", {}, position);
        EXHIBIT_ASSIGN(const ChunkHead head, headAt(*skeleton, position));
        if (head.isEnd)
            break;
        position += kHeadLength;
        if (head.isData) {
            if (head.length > pixels->size() - taken)
                return doesNotFit(position);
            png->add(skeleton, copied, position - copied);
            png->add(pixels, taken, head.length);
            copied = position;
            taken += head.length;
        } else {
            position += head.length;
        }
        position += kCrcLength;
    }
    if (taken != pixels->size())
        return doesNotFit(position);
    png->add(skeleton, copied, skeleton->size() - copied);
    return SharedSource(std::move(png));
}

} // namespace exhibit::image
