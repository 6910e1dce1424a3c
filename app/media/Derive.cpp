#include "media/Derive.h"

#include "media/PngWriter.h"
#include "media/UprightRows.h"

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

/// A CMYK profile says nothing about the RGB values that came of it.
ByteView profileOf(const Inspection& inspection) {
    if (inspection.png)
        return inspection.png->iccProfile;
    return inspection.colour == ColourKind::Cmyk ? ByteView() : ByteView(inspection.jpeg->iccProfile);
}

Result<Bytes> upright(const ByteSource& source, const Inspection& inspection, const image::Limits& limits) {
    EXHIBIT_ASSIGN(const auto rows, UprightRows::open(source, inspection, limits));
    const bool srgb = inspection.png && inspection.png->srgb;
    EXHIBIT_ASSIGN(const auto writer,
                   PngWriter::open({rows->width(), rows->height(), rows->channels(), profileOf(inspection), srgb}));
    for (std::uint32_t y = 0; y < rows->height(); ++y) {
        EXHIBIT_ASSIGN(const ByteView row, rows->next());
        EXHIBIT_TRY(writer->writeRow(row));
    }
    return writer->finish();
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
    EXHIBIT_ASSIGN(Bytes png, upright(source, inspection, limits));
    return Derived{std::move(png), image::Format::Png, operationOf(inspection)};
}

} // namespace exhibit::media
