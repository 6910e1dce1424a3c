#include "media/ImageGate.h"

#include "media/Disclosures.h"
#include "media/PictureTexts.h"
#include "media/RowDecoder.h"
#include "media/UniformCheck.h"

#include <algorithm>

namespace exhibit::media {

namespace {

Result<> decodeOnce(RowDecoder& decoder) {
    UniformCheck uniform(decoder.layout());
    for (std::uint32_t y = 0; y < decoder.layout().height; ++y) {
        EXHIBIT_ASSIGN(const ByteView row, decoder.nextRow());
        uniform.add(row);
    }
    EXHIBIT_TRY(decoder.finish());
    if (uniform.isUniform())
        return fail(ErrorCode::InvalidArgument,
                    "Every pixel of the picture has the same colour: it shows nothing. Take it again.");
    return {};
}

ColourKind kindOf(image::PngColour colour) {
    switch (colour) {
    case image::PngColour::Grey:
    case image::PngColour::GreyAlpha:
        return ColourKind::Grey;
    case image::PngColour::Palette:
        return ColourKind::Palette;
    case image::PngColour::Rgb:
    case image::PngColour::Rgba:
        return ColourKind::Rgb;
    }
    return ColourKind::Rgb;
}

Result<int> orientationOf(const ByteSource& source, const image::ByteRange& exif) {
    constexpr std::uint64_t kMost = std::uint64_t{64} << 10; // its directory stands at its start
    EXHIBIT_ASSIGN(const Bytes tiff,
                   source.readExactly(exif.offset, static_cast<std::size_t>(std::min(exif.length, kMost))));
    return image::exifOrientation(tiff).value_or(1);
}

Result<Inspection> inspectPng(const ByteSource& source, const image::Limits& limits) {
    EXHIBIT_ASSIGN(image::PngLayout layout, image::scanPng(source, limits));
    EXHIBIT_ASSIGN(const auto decoder, openPng(source, layout, limits));
    EXHIBIT_TRY(decodeOnce(*decoder));
    Inspection result;
    result.format = image::Format::Png;
    result.width = layout.width;
    result.height = layout.height;
    result.bitDepth = layout.bitDepth;
    result.colour = kindOf(layout.colour);
    result.alpha = layout.hasAlpha() || layout.hasTransparency;
    result.interlaced = layout.interlaced;
    result.animated = layout.animated;
    result.resolution = layout.resolution;
    result.colourProfile = !layout.iccProfile.empty();
    result.trailingBytes = layout.trailingBytes;
    if (layout.exif) {
        EXHIBIT_ASSIGN(result.orientation, orientationOf(source, *layout.exif));
    }
    EXHIBIT_ASSIGN(result.texts, textsOf(source, layout));
    result.png = std::move(layout);
    return result;
}

Result<Inspection> inspectJpeg(const ByteSource& source, const image::Limits& limits) {
    EXHIBIT_ASSIGN(image::JpegLayout layout, image::scanJpeg(source, limits));
    EXHIBIT_ASSIGN(const auto decoder, openJpeg(source, layout, limits));
    EXHIBIT_TRY(decodeOnce(*decoder));
    Inspection result;
    result.format = image::Format::Jpeg;
    result.width = layout.width;
    result.height = layout.height;
    result.bitDepth = layout.precision;
    result.colour = layout.components == 1   ? ColourKind::Grey
                    : layout.components == 4 ? ColourKind::Cmyk
                                             : ColourKind::Rgb;
    result.progressive = layout.progressive;
    result.orientation = layout.orientation;
    result.resolution = layout.resolution;
    result.colourProfile = !layout.iccProfile.empty();
    result.trailingBytes = layout.trailingBytes;
    EXHIBIT_ASSIGN(result.texts, textsOf(source, layout));
    result.jpeg = std::move(layout);
    return result;
}

/// The helper is believed in nothing: what it made passes the gate like any other picture, and must be what it
/// promised.
Result<Inspection> inspectByHelper(const ByteSource& source, image::Format format, const MediaHelper& helper,
                                   const image::Limits& limits) {
    EXHIBIT_ASSIGN(DecodedPicture decoded, helper.decode(source, format, limits));
    EXHIBIT_ASSIGN(Inspection inner, inspectPng(*decoded.png, limits));
    EXHIBIT_TRY(findDisclosures(*decoded.png, inner));
    if (!inner.png->canPassThrough() || disclosesPlaceOrDevice(inner))
        return fail(ErrorCode::Malformed, "The picture can't be read: its decoder answered with something odd.");
    Inspection result;
    result.format = format;
    result.width = inner.width;
    result.height = inner.height;
    result.colour = inner.colour;
    result.alpha = decoded.alpha;
    result.animated = decoded.animated;
    result.colourProfile = inner.colourProfile;
    result.decoded = std::move(decoded);
    return result;
}

bool hasMetadata(const Inspection& inspection) {
    const auto wrapsMetadata = [](const TextEntry& entry) {
        return entry.keyword == "XML:com.adobe.xmp" || entry.keyword.starts_with("Raw profile type ");
    };
    if (inspection.png)
        return inspection.png->exif || std::any_of(inspection.texts.begin(), inspection.texts.end(), wrapsMetadata);
    if (inspection.jpeg)
        return std::any_of(
            inspection.jpeg->segments.begin(), inspection.jpeg->segments.end(),
            [](const image::JpegSegment& segment) { return segment.marker == 0xe1 || segment.marker == 0xed; });
    return inspection.decoded && inspection.decoded->metadata;
}

Result<Inspection> inspectFormat(const ByteSource& source, image::Format format, const MediaHelper& helper,
                                 const image::Limits& limits) {
    switch (format) {
    case image::Format::Png:
        return inspectPng(source, limits);
    case image::Format::Jpeg:
        return inspectJpeg(source, limits);
    case image::Format::WebP:
    case image::Format::Heic:
        return inspectByHelper(source, format, helper, limits);
    }
    return fail(ErrorCode::Internal, "The picture's kind is unknown.");
}

} // namespace

std::string_view name(ColourKind kind) {
    switch (kind) {
    case ColourKind::Grey:
        return "grey";
    case ColourKind::Rgb:
        return "rgb";
    case ColourKind::Palette:
        return "palette";
    case ColourKind::Cmyk:
        return "cmyk";
    }
    return "unknown";
}

Result<Inspection> inspect(const ByteSource& source, const MediaHelper& helper, const image::Limits& limits) {
    if (source.size() == 0)
        return fail(ErrorCode::Malformed, "The picture is empty: its file has no bytes.");
    if (source.size() > limits.bytes)
        return fail(ErrorCode::LimitExceeded, "The picture's file is too large.");
    const auto headSize = static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), image::kHeadSize));
    EXHIBIT_ASSIGN(const Bytes head, source.readExactly(0, headSize));
    const auto format = image::recognise(head);
    if (!format)
        return fail(ErrorCode::Unsupported, "This is not a PNG, JPEG, WebP or HEIC picture, whatever its name says.");
    EXHIBIT_ASSIGN(Inspection result, inspectFormat(source, *format, helper, limits));
    if (hasMetadata(result)) {
        auto metadata = helper.metadata(source, *format, limits);
        if (metadata)
            result.metadata = std::move(*metadata);
        else
            result.metadataProblem = metadata.error().message;
    }
    EXHIBIT_TRY(findDisclosures(source, result));
    return result;
}

} // namespace exhibit::media
