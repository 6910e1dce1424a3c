#include "media/UprightRows.h"

#include "media/Flatten.h"

namespace exhibit::media {

namespace {

std::size_t coloursOf(const PixelLayout& layout) {
    return layout.hasAlpha() ? layout.channels - 1 : layout.channels;
}

class StreamedRows final : public UprightRows {
public:
    explicit StreamedRows(std::unique_ptr<RowDecoder> decoder) : m_decoder(std::move(decoder)) {}
    [[nodiscard]] std::uint32_t width() const override { return m_decoder->layout().width; }
    [[nodiscard]] std::uint32_t height() const override { return m_decoder->layout().height; }
    [[nodiscard]] std::size_t channels() const override { return coloursOf(m_decoder->layout()); }
    Result<ByteView> next() override {
        EXHIBIT_ASSIGN(const ByteView row, m_decoder->nextRow());
        m_row = flattenRow(row, m_decoder->layout());
        return ByteView(m_row);
    }

private:
    std::unique_ptr<RowDecoder> m_decoder;
    Bytes m_row;
};

class TurnedRows final : public UprightRows {
public:
    explicit TurnedRows(Raster raster) : m_raster(std::move(raster)) {}
    [[nodiscard]] std::uint32_t width() const override { return m_raster.width; }
    [[nodiscard]] std::uint32_t height() const override { return m_raster.height; }
    [[nodiscard]] std::size_t channels() const override { return m_raster.channels; }
    Result<ByteView> next() override {
        const std::size_t length = m_raster.width * m_raster.channels;
        if (m_next >= m_raster.height)
            return fail(ErrorCode::Internal, "The picture has no more rows.");
        return ByteView(m_raster.pixels).subspan(m_next++ * length, length);
    }

private:
    Raster m_raster;
    std::size_t m_next = 0;
};

Result<Raster> turned(RowDecoder& decoder, int orientation, const image::Limits& limits) {
    const PixelLayout& layout = decoder.layout();
    // Held twice: as stored, and upright.
    if (std::uint64_t{layout.rowBytes()} * layout.height > limits.memory / 2)
        return fail(ErrorCode::LimitExceeded, "The picture is too large to be turned upright.");
    Raster stored{layout.width, layout.height, coloursOf(layout), {}};
    for (std::uint32_t y = 0; y < layout.height; ++y) {
        EXHIBIT_ASSIGN(const ByteView row, decoder.nextRow());
        const Bytes flat = flattenRow(row, layout);
        stored.pixels.insert(stored.pixels.end(), flat.begin(), flat.end());
    }
    return turnUpright(stored, orientation);
}

} // namespace

Result<std::unique_ptr<UprightRows>> UprightRows::open(const ByteSource& source, const Inspection& inspection,
                                                       const image::Limits& limits) {
    if (inspection.png) {
        EXHIBIT_ASSIGN(auto decoder, openPng(source, *inspection.png, limits));
        return std::make_unique<StreamedRows>(std::move(decoder));
    }
    if (!inspection.jpeg)
        return fail(ErrorCode::Unsupported, "Only PNG and JPEG pictures can be read row by row.");
    EXHIBIT_ASSIGN(auto decoder, openJpeg(source, *inspection.jpeg, limits));
    if (inspection.orientation == 1)
        return std::make_unique<StreamedRows>(std::move(decoder));
    EXHIBIT_ASSIGN(Raster upright, turned(*decoder, inspection.orientation, limits));
    return std::make_unique<TurnedRows>(std::move(upright));
}

} // namespace exhibit::media
