#include "media/Redact.h"

#include "media/PngWriter.h"
#include "media/UprightRows.h"

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
    EXHIBIT_ASSIGN(const auto rows, UprightRows::open(source, inspection, limits));
    const bool srgb = inspection.png && inspection.png->srgb;
    EXHIBIT_ASSIGN(const auto writer, PngWriter::open({rows->width(), rows->height(), rows->channels(), {}, srgb}));
    for (std::uint32_t y = 0; y < rows->height(); ++y) {
        EXHIBIT_ASSIGN(const ByteView row, rows->next());
        Bytes painting(row.begin(), row.end());
        paint(painting, y, rows->channels(), painted);
        EXHIBIT_TRY(writer->writeRow(painting));
    }
    EXHIBIT_ASSIGN(Bytes png, writer->finish());
    return Derived{std::move(png), image::Format::Png, std::string(kRedactOperation)};
}

} // namespace exhibit::media
