#include "media/Redact.h"

#include "media/Flatten.h"
#include "media/PngWriter.h"
#include "media/UprightRows.h"

#include <algorithm>

namespace exhibit::media {

namespace {

constexpr std::uint8_t kBlack = 0;
constexpr std::uint8_t kWhite = 255;
constexpr std::uint32_t kFrame = 2; ///< pixels

/// From `left` and `top` up to, but not including, `right` and `bottom`.
struct Box {
    std::uint32_t left = 0;
    std::uint32_t top = 0;
    std::uint32_t right = 0;
    std::uint32_t bottom = 0;
};

/// Where a box of a picture lies in the same picture turned or mirrored otherwise, whose size is this.
Box mapped(const Box& box, const Size& size, int orientation) {
    const Position first = storedAt(size.width, size.height, orientation, box.left, box.top);
    const Position last = storedAt(size.width, size.height, orientation, box.right - 1, box.bottom - 1);
    return {static_cast<std::uint32_t>(std::min(first.x, last.x)),
            static_cast<std::uint32_t>(std::min(first.y, last.y)),
            static_cast<std::uint32_t>(std::max(first.x, last.x) + 1),
            static_cast<std::uint32_t>(std::max(first.y, last.y) + 1)};
}

/// The orientation that undoes another one: quarter turns undo each other, everything else undoes itself.
int inverse(int orientation) {
    return orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
}

/// The largest sampling factors of a JPEG's components; 1 each for other formats.
struct Sampling {
    std::uint32_t horizontal = 1;
    std::uint32_t vertical = 1;
};

bool isFrameHeader(std::uint8_t marker) {
    return marker >= 0xc0 && marker <= 0xc2; // SOF0 to SOF2: what the scan lets pass
}

Result<Sampling> samplingOf(const ByteSource& source, const Inspection& inspection) {
    Sampling sampling;
    if (!inspection.jpeg)
        return sampling;
    for (const image::JpegSegment& segment : inspection.jpeg->segments) {
        if (!isFrameHeader(segment.marker))
            continue;
        EXHIBIT_ASSIGN(const Bytes data, source.readExactly(segment.dataOffset, segment.length));
        // ITU-T T.81 B.2.2: six bytes, then three a component, the second of which has both factors.
        for (std::size_t at = 7; at < data.size(); at += 3) {
            sampling.horizontal = std::max<std::uint32_t>(sampling.horizontal, data[at] >> 4);
            sampling.vertical = std::max<std::uint32_t>(sampling.vertical, data[at] & 0x0f);
        }
    }
    return sampling;
}

/// Grows a box to whole coding units of 8 by 8 samples of the coarsest component, and over what a reader smooths
/// colours over at their edges: one of its samples.
Box unitsOf(const Box& box, const Sampling& sampling) {
    const std::uint32_t across = 8 * sampling.horizontal;
    const std::uint32_t down = 8 * sampling.vertical;
    const auto before = [](std::uint32_t at, std::uint32_t unit, std::uint32_t sample) {
        const std::uint32_t start = at / unit * unit;
        return start - std::min(start, sample);
    };
    const auto behind = [](std::uint32_t at, std::uint32_t unit, std::uint32_t sample) {
        return (at + unit - 1) / unit * unit + sample;
    };
    return {before(box.left, across, sampling.horizontal), before(box.top, down, sampling.vertical),
            behind(box.right, across, sampling.horizontal), behind(box.bottom, down, sampling.vertical)};
}

Box grown(const Box& box, std::uint32_t by) {
    return {box.left - std::min(box.left, by), box.top - std::min(box.top, by), box.right + by, box.bottom + by};
}

Box within(const Box& box, const Size& size) {
    return {box.left, box.top, std::min(box.right, size.width), std::min(box.bottom, size.height)};
}

/// What is painted for a region: both are in the upright picture.
Box paintedBox(const Region& region, const Inspection& inspection, const Sampling& sampling, std::uint32_t traces) {
    const Size upright = uprightSize(inspection);
    Box box{region.x, region.y, region.x + region.width, region.y + region.height};
    if (inspection.jpeg) {
        const Size stored{inspection.width, inspection.height};
        const Box units = unitsOf(mapped(box, stored, inspection.orientation), sampling);
        box = mapped(within(units, stored), upright, inverse(inspection.orientation));
    }
    return within(grown(box, traces), upright);
}

/// True for the outermost pixels of a box that has room for a frame and its inside.
bool isFrame(const Box& box, std::uint32_t x, std::uint32_t y) {
    if (box.right - box.left < 4 * kFrame || box.bottom - box.top < 4 * kFrame)
        return false;
    return x - box.left < kFrame || box.right - x <= kFrame || y - box.top < kFrame || box.bottom - y <= kFrame;
}

void paint(std::span<std::uint8_t> row, std::uint32_t y, std::size_t channels, const Box& box) {
    if (y < box.top || y >= box.bottom)
        return;
    for (std::uint32_t x = box.left; x < box.right; ++x)
        std::fill_n(row.begin() + static_cast<std::ptrdiff_t>(x * channels), channels,
                    isFrame(box, x, y) ? kWhite : kBlack);
}

bool isPaint(ByteView pixel) {
    return (pixel.front() == kBlack || pixel.front() == kWhite) &&
           std::all_of(pixel.begin(), pixel.end(), [&](std::uint8_t sample) { return sample == pixel.front(); });
}

Result<> checkRegions(std::span<const Region> regions, const Size& size) {
    for (const Region& region : regions)
        if (!liesWithin(region, size.width, size.height))
            return fail(ErrorCode::InvalidArgument, "A rectangle isn't within the picture, which has " +
                                                        std::to_string(size.width) + " x " +
                                                        std::to_string(size.height) + " pixels.");
    return {};
}

bool isPaintedRow(ByteView row, std::uint32_t y, std::size_t pixelBytes, const Region& region) {
    if (y < region.y || y - region.y >= region.height)
        return true;
    for (std::size_t x = region.x; x < std::size_t{region.x} + region.width; ++x)
        if (!isPaint(row.subspan(x * pixelBytes, pixelBytes)))
            return false;
    return true;
}

} // namespace

Size uprightSize(const Inspection& inspection) {
    const bool turned = inspection.jpeg && inspection.orientation >= 5;
    return turned ? Size{inspection.height, inspection.width} : Size{inspection.width, inspection.height};
}

Result<Derived> redact(const ByteSource& source, const Inspection& inspection, std::span<const Region> regions,
                       std::uint32_t traces, const image::Limits& limits) {
    EXHIBIT_TRY(checkRegions(regions, uprightSize(inspection)));
    EXHIBIT_ASSIGN(const Sampling sampling, samplingOf(source, inspection));
    std::vector<Box> boxes;
    for (const Region& region : regions)
        boxes.push_back(paintedBox(region, inspection, sampling, traces));
    EXHIBIT_ASSIGN(const auto rows, UprightRows::open(source, inspection, limits));
    const bool srgb = inspection.png && inspection.png->srgb;
    EXHIBIT_ASSIGN(const auto writer, PngWriter::open({rows->width(), rows->height(), rows->channels(), {}, srgb}));
    for (std::uint32_t y = 0; y < rows->height(); ++y) {
        EXHIBIT_ASSIGN(const ByteView row, rows->next());
        Bytes painting(row.begin(), row.end());
        for (const Box& box : boxes)
            paint(painting, y, rows->channels(), box);
        EXHIBIT_TRY(writer->writeRow(painting));
    }
    EXHIBIT_ASSIGN(Bytes png, writer->finish());
    return Derived{std::move(png), image::Format::Png, std::string(kRedactOperation)};
}

Result<bool> isPaintedOver(const ByteSource& png, std::span<const Region> regions, const image::Limits& limits) {
    EXHIBIT_ASSIGN(const image::PngLayout layout, image::scanPng(png, limits));
    EXHIBIT_TRY(checkRegions(regions, {layout.width, layout.height}));
    EXHIBIT_ASSIGN(const auto decoder, openPng(png, layout, limits));
    for (std::uint32_t y = 0; y < layout.height; ++y) {
        EXHIBIT_ASSIGN(const ByteView row, decoder->nextRow());
        for (const Region& region : regions)
            if (!isPaintedRow(row, y, decoder->layout().pixelBytes(), region))
                return false;
    }
    return true;
}

} // namespace exhibit::media
