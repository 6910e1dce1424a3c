#include "media/Flatten.h"

#include "media/PngWriter.h"

namespace exhibit::media {

namespace {

std::uint32_t sampleAt(ByteView row, std::size_t index, std::size_t sampleBytes) {
    if (sampleBytes == 1)
        return row[index];
    return (std::uint32_t{row[2 * index]} << 8) | row[2 * index + 1];
}

} // namespace

Bytes flattenRow(ByteView row, const PixelLayout& layout) {
    const std::size_t colours = layout.hasAlpha() ? layout.channels - 1 : layout.channels;
    if (!layout.hasAlpha() && layout.sampleBytes == 1)
        return {row.begin(), row.end()};
    const std::uint64_t most = layout.sampleBytes == 1 ? 255 : 65535;
    Bytes out(colours * layout.width);
    for (std::size_t x = 0; x < layout.width; ++x) {
        const std::size_t pixel = x * layout.channels;
        const std::uint64_t alpha = layout.hasAlpha() ? sampleAt(row, pixel + colours, layout.sampleBytes) : most;
        for (std::size_t channel = 0; channel < colours; ++channel) {
            const std::uint64_t sample = sampleAt(row, pixel + channel, layout.sampleBytes);
            // One rounding from the exact value: (sample * alpha + white * (1 - alpha)) scaled to 255.
            const std::uint64_t blended = sample * alpha + most * (most - alpha);
            out[x * colours + channel] = static_cast<std::uint8_t>((blended * 255 + most * most / 2) / (most * most));
        }
    }
    return out;
}

Bytes greyRow(ByteView row) {
    constexpr std::uint32_t kRed = 299, kGreen = 587, kBlue = 114, kAll = 1000;
    Bytes grey(row.size() / 3);
    for (std::size_t x = 0; x < grey.size(); ++x)
        grey[x] = static_cast<std::uint8_t>(
            (kRed * row[3 * x] + kGreen * row[3 * x + 1] + kBlue * row[3 * x + 2] + kAll / 2) / kAll);
    return grey;
}

Position storedAt(std::size_t width, std::size_t height, int orientation, std::size_t x, std::size_t y) {
    const std::size_t right = width - 1;
    const std::size_t bottom = height - 1;
    switch (orientation) {
    case 2:
        return {right - x, y};
    case 3:
        return {right - x, bottom - y};
    case 4:
        return {x, bottom - y};
    case 5:
        return {y, x};
    case 6:
        return {y, bottom - x};
    case 7:
        return {right - y, bottom - x};
    case 8:
        return {right - y, x};
    default:
        return {x, y};
    }
}

Raster turnUpright(const Raster& stored, int orientation) {
    const bool swapped = orientation >= 5;
    Raster upright{swapped ? stored.height : stored.width, swapped ? stored.width : stored.height, stored.channels, {}};
    upright.pixels.resize(stored.pixels.size());
    std::size_t next = 0;
    for (std::size_t y = 0; y < upright.height; ++y) {
        for (std::size_t x = 0; x < upright.width; ++x) {
            const Position from = storedAt(stored.width, stored.height, orientation, x, y);
            const std::size_t at = (from.y * stored.width + from.x) * stored.channels;
            for (std::size_t channel = 0; channel < stored.channels; ++channel)
                upright.pixels[next++] = stored.pixels[at + channel];
        }
    }
    return upright;
}

Result<Bytes> writePng(const Raster& raster, ByteView iccProfile, bool srgb) {
    EXHIBIT_ASSIGN(const auto writer,
                   PngWriter::open({raster.width, raster.height, raster.channels, iccProfile, srgb}));
    const std::size_t rowBytes = raster.width * raster.channels;
    for (std::size_t y = 0; y < raster.height; ++y) {
        EXHIBIT_TRY(writer->writeRow(ByteView(raster.pixels).subspan(y * rowBytes, rowBytes)));
    }
    return writer->finish();
}

} // namespace exhibit::media
