#include "media/Derive.h"

#include "media/Flatten.h"
#include "media/PngWriter.h"

namespace exhibit::media {

namespace {

void add(std::string& operation, std::string_view word) {
    if (!operation.empty())
        operation += '+';
    operation += word;
}

std::string operationOf(const Inspection& inspection) {
    std::string operation;
    if (inspection.jpeg)
        add(operation, inspection.colour == ColourKind::Cmyk ? "cmyk-to-rgb" : "jpeg-to-png");
    if (inspection.alpha)
        add(operation, "flatten-alpha");
    if (inspection.bitDepth == 16)
        add(operation, "reduce-to-8-bit");
    if (inspection.interlaced)
        add(operation, "deinterlace");
    if (inspection.jpeg && inspection.orientation != 1)
        add(operation, "turn-upright");
    return operation;
}

Result<std::unique_ptr<RowDecoder>> openAny(const ByteSource& source, const Inspection& inspection,
                                            const image::Limits& limits) {
    if (inspection.png)
        return openPng(source, *inspection.png, limits);
    return openJpeg(source, *inspection.jpeg, limits);
}

/// A CMYK profile says nothing about the RGB values that came of it.
ByteView profileOf(const Inspection& inspection) {
    if (inspection.png)
        return inspection.png->iccProfile;
    return inspection.colour == ColourKind::Cmyk ? ByteView() : ByteView(inspection.jpeg->iccProfile);
}

std::size_t coloursOf(const PixelLayout& layout) {
    return layout.hasAlpha() ? layout.channels - 1 : layout.channels;
}

Result<Bytes> streamed(RowDecoder& decoder, const Inspection& inspection) {
    const PixelLayout& layout = decoder.layout();
    const bool srgb = inspection.png && inspection.png->srgb;
    EXHIBIT_ASSIGN(const auto writer,
                   PngWriter::open({layout.width, layout.height, coloursOf(layout), profileOf(inspection), srgb}));
    for (std::uint32_t y = 0; y < layout.height; ++y) {
        EXHIBIT_ASSIGN(const ByteView row, decoder.nextRow());
        EXHIBIT_TRY(writer->writeRow(flattenRow(row, layout)));
    }
    return writer->finish();
}

Result<Bytes> turned(RowDecoder& decoder, const Inspection& inspection, const image::Limits& limits) {
    const PixelLayout& layout = decoder.layout();
    const std::uint64_t size = std::uint64_t{layout.rowBytes()} * layout.height;
    // Held twice: as stored, and upright.
    if (size > limits.memory / 2)
        return fail(ErrorCode::LimitExceeded, "The picture is too large to be turned upright.");
    Raster raster{layout.width, layout.height, coloursOf(layout), {}};
    raster.pixels.reserve(static_cast<std::size_t>(size));
    for (std::uint32_t y = 0; y < layout.height; ++y) {
        EXHIBIT_ASSIGN(const ByteView row, decoder.nextRow());
        const Bytes flat = flattenRow(row, layout);
        raster.pixels.insert(raster.pixels.end(), flat.begin(), flat.end());
    }
    return writePng(turnUpright(raster, inspection.orientation), profileOf(inspection), false);
}

} // namespace

bool needsDerivation(const Inspection& inspection) {
    if (inspection.png)
        return !inspection.png->canPassThrough();
    return !inspection.jpeg || !inspection.jpeg->canPassThrough();
}

Result<Derived> derive(const ByteSource& source, const Inspection& inspection, const image::Limits& limits) {
    if (!needsDerivation(inspection))
        return fail(ErrorCode::InvalidArgument, "A PDF can carry this picture as it is.");
    if (inspection.decoded) {
        EXHIBIT_ASSIGN(Bytes png, inspection.decoded->png->readAll(limits.bytes));
        return Derived{std::move(png), image::Format::Png, inspection.decoded->operation};
    }
    if (!inspection.png && !inspection.jpeg)
        return fail(ErrorCode::InvalidArgument, "The picture hasn't passed the gate.");
    EXHIBIT_ASSIGN(const auto decoder, openAny(source, inspection, limits));
    const bool turn = inspection.jpeg && inspection.orientation != 1;
    EXHIBIT_ASSIGN(Bytes png, turn ? turned(*decoder, inspection, limits) : streamed(*decoder, inspection));
    return Derived{std::move(png), image::Format::Png, operationOf(inspection)};
}

} // namespace exhibit::media
