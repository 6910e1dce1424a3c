#include "media/Whitelist.h"

#include <algorithm>
#include <array>

namespace exhibit::media {

namespace {

using namespace std::string_view_literals;

template <class List>
bool isOneOf(std::string_view text, const List& list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

} // namespace

bool belongsToPicture(const image::PngChunk& chunk) {
    static constexpr std::array kPicture = {"IHDR"sv, "PLTE"sv, "tRNS"sv, "sRGB"sv, "iCCP"sv,
                                            "gAMA"sv, "cHRM"sv, "pHYs"sv, "IDAT"sv, "IEND"sv};
    return !chunk.ignored && isOneOf(chunk.type, kPicture);
}

bool isHarmless(const image::PngChunk& chunk) {
    // Longer than its kind may be (ISO/IEC 15948 11.3), it may carry anything.
    static constexpr std::uint32_t kMostLength = 512;
    static constexpr std::array kHarmless = {"bKGD"sv, "hIST"sv, "sBIT"sv};
    return chunk.length <= kMostLength && isOneOf(chunk.type, kHarmless);
}

SegmentKind kindOf(const image::JpegSegment& segment, ByteView data) {
    const std::string_view text = textOf(data);
    switch (segment.marker) {
    case 0xe0:
        return text.starts_with("JFIF\0"sv) && data.size() >= kJfifLength ? SegmentKind::Jfif : SegmentKind::Other;
    case 0xe1:
        if (text.starts_with("Exif\0"sv))
            return SegmentKind::Exif;
        return text.starts_with("http://ns.adobe.com/x"sv) ? SegmentKind::Xmp : SegmentKind::Other;
    case 0xe2:
        return text.starts_with("ICC_PROFILE\0"sv) ? SegmentKind::Profile : SegmentKind::Other;
    case 0xee:
        return text.starts_with("Adobe"sv) && data.size() >= kAdobeLength ? SegmentKind::Adobe : SegmentKind::Other;
    case 0xfe:
        return SegmentKind::Comment;
    default:
        return segment.marker >= 0xe0 && segment.marker <= 0xef ? SegmentKind::Other : SegmentKind::Picture;
    }
}

bool isHarmlessMetadata(std::string_view key) {
    static constexpr std::array kHarmless = {"Exif.Image.Orientation"sv,      "Exif.Image.XResolution"sv,
                                             "Exif.Image.YResolution"sv,      "Exif.Image.ResolutionUnit"sv,
                                             "Exif.Image.YCbCrPositioning"sv, "Exif.Image.ExifTag"sv,
                                             "Exif.Image.ImageWidth"sv,       "Exif.Image.ImageLength"sv,
                                             "Exif.Image.BitsPerSample"sv,    "Exif.Image.SamplesPerPixel"sv,
                                             "Exif.Photo.ColorSpace"sv,       "Exif.Photo.PixelXDimension"sv,
                                             "Exif.Photo.PixelYDimension"sv,  "Exif.Photo.ExifVersion"sv,
                                             "Exif.Photo.FlashpixVersion"sv,  "Exif.Photo.ComponentsConfiguration"sv};
    return isOneOf(key, kHarmless);
}

} // namespace exhibit::media
