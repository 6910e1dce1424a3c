#include "media/Derive.h"
#include "media/Whitelist.h"

#include <algorithm>
#include <array>

namespace exhibit::media {

namespace {

using namespace std::string_view_literals;

constexpr std::uint8_t kSoi = 0xd8;
constexpr std::size_t kPngSignatureSize = 8;
constexpr std::uint64_t kPngChunkOverhead = 12; ///< length, type, CRC

Result<> copyRange(const ByteSource& source, std::uint64_t offset, std::uint64_t length, Bytes& out) {
    return source.forEachPiece(offset, length, [&out](ByteView piece) -> Result<> {
        out.insert(out.end(), piece.begin(), piece.end());
        return {};
    });
}

void append(Bytes& out, ByteView bytes) {
    out.insert(out.end(), bytes.begin(), bytes.end());
}

Result<Bytes> cleanPng(const ByteSource& source, const image::PngLayout& layout) {
    Bytes out;
    EXHIBIT_TRY(copyRange(source, 0, kPngSignatureSize, out));
    for (const image::PngChunk& chunk : layout.chunks) {
        if (!belongsToPicture(chunk))
            continue;
        EXHIBIT_TRY(copyRange(source, chunk.dataOffset - 8, chunk.length + kPngChunkOverhead, out));
    }
    return out;
}

/// An EXIF segment that holds the orientation and nothing else (TIFF 6.0 section 2, tag 0x0112, one SHORT).
void appendOrientation(Bytes& out, int orientation) {
    append(out, bytesOf("\xff\xe1\x00\x22"
                        "Exif\0\0MM\0\x2a\0\0\0\x08"
                        "\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv));
    out.push_back(static_cast<std::uint8_t>(orientation));
    append(out, bytesOf("\0\0\0\0\0\0"sv));
}

/// A segment without what may follow its proper content: a preview picture, an appendix.
void appendSegment(Bytes& out, std::uint8_t marker, ByteView data) {
    const std::size_t length = data.size() + 2;
    const std::array<std::uint8_t, 4> head = {0xff, marker, static_cast<std::uint8_t>(length >> 8),
                                              static_cast<std::uint8_t>(length & 0xff)};
    append(out, head);
    append(out, data);
}

void appendJfif(Bytes& out, const image::JpegSegment& segment, ByteView data) {
    Bytes header(data.begin(), data.begin() + kJfifLength);
    header[kJfifLength - 2] = 0; // width and height of the preview picture
    header[kJfifLength - 1] = 0;
    appendSegment(out, segment.marker, header);
}

/// What stays of a segment that isn't part of the picture's own structure.
void appendApplicationSegment(Bytes& out, const image::JpegSegment& segment, ByteView data,
                              const image::JpegLayout& layout) {
    switch (kindOf(segment, data)) {
    case SegmentKind::Jfif:
        appendJfif(out, segment, data);
        return;
    case SegmentKind::Adobe:
        appendSegment(out, segment.marker, data.first(kAdobeLength));
        return;
    case SegmentKind::Profile:
        if (!layout.iccProfile.empty())
            appendSegment(out, segment.marker, data);
        return;
    default:
        return;
    }
}

Result<Bytes> cleanJpeg(const ByteSource& source, const image::JpegLayout& layout) {
    Bytes out;
    bool orientationWritten = layout.orientation == 1;
    for (std::size_t i = 0; i < layout.segments.size(); ++i) {
        const image::JpegSegment& segment = layout.segments[i];
        const std::uint64_t end = i + 1 < layout.segments.size() ? layout.segments[i + 1].offset : layout.imageEnd;
        EXHIBIT_ASSIGN(const Bytes data, source.readExactly(segment.dataOffset, segment.length));
        const SegmentKind kind = kindOf(segment, data);
        // JFIF 1.02 wants its header right behind SOI; the orientation follows it.
        if (!orientationWritten && segment.marker != kSoi && kind != SegmentKind::Jfif) {
            appendOrientation(out, layout.orientation);
            orientationWritten = true;
        }
        if (kind != SegmentKind::Picture) {
            appendApplicationSegment(out, segment, data, layout);
            continue;
        }
        EXHIBIT_TRY(copyRange(source, segment.offset, end - segment.offset, out));
    }
    return out;
}

} // namespace

Result<Derived> clean(const ByteSource& source, const Inspection& inspection) {
    if (inspection.png) {
        EXHIBIT_ASSIGN(Bytes bytes, cleanPng(source, *inspection.png));
        return Derived{std::move(bytes), image::Format::Png, "strip-metadata"};
    }
    if (inspection.jpeg) {
        EXHIBIT_ASSIGN(Bytes bytes, cleanJpeg(source, *inspection.jpeg));
        return Derived{std::move(bytes), image::Format::Jpeg, "strip-metadata"};
    }
    return fail(ErrorCode::Unsupported, "Only PNG and JPEG pictures can be cleaned without decoding them.");
}

} // namespace exhibit::media
