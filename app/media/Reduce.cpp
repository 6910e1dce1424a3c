#include "media/Reduce.h"

#include "media/Flatten.h"
#include "media/JpegWriter.h"
#include "media/PngWriter.h"
#include "media/Scale.h"
#include "media/UprightRows.h"

#include <algorithm>

namespace exhibit::media {

namespace {

constexpr std::uint32_t kLargestJpegSide = 65'535; ///< ITU-T T.81 B.2.2
constexpr int kWhole = 100;
constexpr int kSmallestOfPlain = 75;       ///< percent, of a screen with one pixel for a logical pixel
constexpr int kSmallestOfAny = 34;         ///< percent: no screen has more than three
constexpr std::uint32_t kPhoneWidth = 420; ///< logical pixels

std::uint32_t scaled(std::uint32_t side, int percent) {
    const std::uint64_t exact = (std::uint64_t{side} * static_cast<std::uint64_t>(percent) + kWhole / 2) / kWhole;
    return static_cast<std::uint32_t>(std::max<std::uint64_t>(exact, 1));
}

/// Both encodings at once, in one pass over the source.
class Encoder {
public:
    static Result<Encoder> open(std::uint32_t width, std::uint32_t height, std::size_t channels, int quality) {
        Encoder encoder;
        EXHIBIT_ASSIGN(encoder.m_png, PngWriter::open({width, height, channels, {}, false, PngEffort::Smallest}));
        if (quality > 0 && width <= kLargestJpegSide && height <= kLargestJpegSide) {
            EXHIBIT_ASSIGN(encoder.m_jpeg, JpegWriter::open({width, height, channels, quality}));
        }
        return encoder;
    }
    Result<> writeRow(ByteView row) {
        EXHIBIT_TRY(m_png->writeRow(row));
        if (m_jpeg) {
            EXHIBIT_TRY(m_jpeg->writeRow(row));
        }
        return {};
    }
    /// The smaller one.
    Result<> finish(Reduced& reduced) {
        EXHIBIT_ASSIGN(reduced.bytes, m_png->finish());
        if (!m_jpeg)
            return {};
        EXHIBIT_ASSIGN(Bytes jpeg, m_jpeg->finish());
        if (jpeg.size() >= reduced.bytes.size())
            return {};
        reduced.bytes = std::move(jpeg);
        reduced.format = image::Format::Jpeg;
        return {};
    }

private:
    std::unique_ptr<PngWriter> m_png;
    std::unique_ptr<JpegWriter> m_jpeg;
};

/// As much of an inspection as reading the rows takes.
Result<Inspection> layoutOf(const ByteSource& source, const image::Limits& limits) {
    Bytes head(image::kHeadSize);
    EXHIBIT_ASSIGN(const std::size_t length, source.read(0, head));
    Inspection inspection;
    if (image::recognise(ByteView(head).first(length)) == image::Format::Jpeg) {
        EXHIBIT_ASSIGN(inspection.jpeg, image::scanJpeg(source, limits));
        inspection.orientation = inspection.jpeg->orientation;
    } else {
        EXHIBIT_ASSIGN(inspection.png, image::scanPng(source, limits));
    }
    return inspection;
}

} // namespace

Result<Reduced> reduce(const ByteSource& source, const Reduction& wanted, const image::Limits& limits) {
    EXHIBIT_ASSIGN(const Inspection inspection, layoutOf(source, limits));
    EXHIBIT_ASSIGN(const auto rows, UprightRows::open(source, inspection, limits));
    const bool toGrey = wanted.grey && rows->channels() == 3;
    const std::size_t channels = toGrey ? 1 : rows->channels();
    Reduced reduced;
    reduced.width = scaled(rows->width(), wanted.scalePercent);
    reduced.height = scaled(rows->height(), wanted.scalePercent);
    RowScaler scaler(rows->width(), rows->height(), channels, reduced.width, reduced.height);
    EXHIBIT_ASSIGN(Encoder encoder, Encoder::open(reduced.width, reduced.height, channels, wanted.quality));
    for (std::uint32_t y = 0; y < rows->height(); ++y) {
        EXHIBIT_ASSIGN(const ByteView row, rows->next());
        const Bytes grey = toGrey ? greyRow(row) : Bytes();
        const ByteView flat = toGrey ? ByteView(grey) : row;
        const ByteView done = wanted.scalePercent == kWhole ? flat : scaler.add(flat);
        if (!done.empty()) {
            EXHIBIT_TRY(encoder.writeRow(done));
        }
    }
    EXHIBIT_TRY(encoder.finish(reduced));
    reduced.reduction = wanted;
    if (reduced.format == image::Format::Png)
        reduced.reduction.quality = 0;
    return reduced;
}

int smallestLegibleScale(std::uint32_t width, std::uint32_t height, int scalePercent) {
    int smallest = kSmallestOfPlain;
    if (scalePercent > 0)
        smallest = (kWhole * kWhole + scalePercent - 1) / scalePercent;
    else if (height > width + width / 5) // as tall as a phone's
        smallest = static_cast<int>((kPhoneWidth * kWhole + width - 1) / width);
    return std::clamp(smallest, kSmallestOfAny, kSmallestOfPlain);
}

} // namespace exhibit::media
