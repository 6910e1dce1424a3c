#include "media/Redact.h"

#include "media/Flatten.h"
#include "media/PngWriter.h"

#include <algorithm>

namespace exhibit::media {

namespace {

constexpr std::uint32_t kJpegBlock = 16; ///< of the usual sampling of colours, two blocks of 8

struct Size {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

Size uprightSize(const Inspection& inspection) {
    // EXIF orientations 5 to 8 turn a picture by a quarter (CIPA DC-008 4.6.4).
    if (inspection.orientation >= 5)
        return {inspection.height, inspection.width};
    return {inspection.width, inspection.height};
}

Region grown(const Region& region, std::uint32_t by, const Size& size) {
    Region result;
    result.x = region.x - std::min(region.x, by);
    result.y = region.y - std::min(region.y, by);
    result.width = std::min(size.width, region.x + region.width + by) - result.x;
    result.height = std::min(size.height, region.y + region.height + by) - result.y;
    return result;
}

/// Blackens what lies in the row `y` of the upright picture.
void paint(std::span<std::uint8_t> row, std::uint32_t y, std::size_t channels, std::span<const Region> regions) {
    for (const Region& region : regions)
        if (y >= region.y && y - region.y < region.height)
            std::fill_n(row.begin() + static_cast<std::ptrdiff_t>(region.x * channels), region.width * channels,
                        std::uint8_t{0});
}

std::size_t coloursOf(const PixelLayout& layout) {
    return layout.hasAlpha() ? layout.channels - 1 : layout.channels;
}

Result<Bytes> streamed(RowDecoder& decoder, bool srgb, std::span<const Region> regions) {
    const PixelLayout& layout = decoder.layout();
    const std::size_t channels = coloursOf(layout);
    EXHIBIT_ASSIGN(const auto writer, PngWriter::open({layout.width, layout.height, channels, {}, srgb}));
    for (std::uint32_t y = 0; y < layout.height; ++y) {
        EXHIBIT_ASSIGN(const ByteView row, decoder.nextRow());
        Bytes flat = flattenRow(row, layout);
        paint(flat, y, channels, regions);
        EXHIBIT_TRY(writer->writeRow(flat));
    }
    return writer->finish();
}

Result<Bytes> turned(RowDecoder& decoder, int orientation, std::span<const Region> regions,
                     const image::Limits& limits) {
    const PixelLayout& layout = decoder.layout();
    const std::size_t channels = coloursOf(layout);
    const std::uint64_t size = std::uint64_t{layout.rowBytes()} * layout.height;
    // Held twice: as stored, and upright.
    if (size > limits.memory / 2)
        return fail(ErrorCode::LimitExceeded, "The picture is too large to be turned upright.");
    Raster stored{layout.width, layout.height, channels, {}};
    for (std::uint32_t y = 0; y < layout.height; ++y) {
        EXHIBIT_ASSIGN(const ByteView row, decoder.nextRow());
        const Bytes flat = flattenRow(row, layout);
        stored.pixels.insert(stored.pixels.end(), flat.begin(), flat.end());
    }
    Raster upright = turnUpright(stored, orientation);
    const std::size_t rowBytes = upright.width * channels;
    for (std::uint32_t y = 0; y < upright.height; ++y)
        paint(std::span(upright.pixels).subspan(y * rowBytes, rowBytes), y, channels, regions);
    return writePng(upright, {}, false);
}

Result<std::unique_ptr<RowDecoder>> openAny(const ByteSource& source, const Inspection& inspection,
                                            const image::Limits& limits) {
    if (inspection.png)
        return openPng(source, *inspection.png, limits);
    if (inspection.jpeg)
        return openJpeg(source, *inspection.jpeg, limits);
    return fail(ErrorCode::Unsupported, "Only PNG and JPEG pictures can be redacted.");
}

} // namespace

Result<Derived> redact(const ByteSource& source, const Inspection& inspection, std::span<const Region> regions,
                       const image::Limits& limits) {
    const Size size = uprightSize(inspection);
    std::vector<Region> painted;
    for (const Region& region : regions) {
        if (!liesWithin(region, size.width, size.height))
            return fail(ErrorCode::InvalidArgument, "A rectangle isn't within the picture, which has " +
                                                        std::to_string(size.width) + " x " +
                                                        std::to_string(size.height) + " pixels.");
        painted.push_back(grown(region, inspection.jpeg ? kJpegBlock : 0, size));
    }
    EXHIBIT_ASSIGN(const auto decoder, openAny(source, inspection, limits));
    const bool srgb = inspection.png && inspection.png->srgb;
    const bool turn = inspection.jpeg && inspection.orientation != 1;
    EXHIBIT_ASSIGN(Bytes png, turn ? turned(*decoder, inspection.orientation, painted, limits)
                                   : streamed(*decoder, srgb, painted));
    return Derived{std::move(png), image::Format::Png, std::string(kRedactOperation)};
}

} // namespace exhibit::media
