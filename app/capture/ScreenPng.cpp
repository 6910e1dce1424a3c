#include "capture/ScreenPng.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <string_view>
#include <zlib.h>

namespace exhibit::capture {

namespace {

constexpr std::array<std::uint8_t, 8> kSignature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
constexpr std::size_t kBytesPerPixel = 3;
/// The highest level without lazy matching: a third of the default's time for a tenth more bytes of a chat.
constexpr int kLevel = 3;
constexpr std::size_t kOutputPiece = std::size_t{64} << 10;
/// The size that a chunk of ours has at most; the standard allows 2^31 - 1 (ISO/IEC 15948, 5.3).
constexpr std::size_t kLargestChunk = std::size_t{1} << 30;

void appendBig32(Bytes& bytes, std::uint32_t value) {
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

/// ISO/IEC 15948, 5.3: length, type, data, CRC of type and data.
void appendChunk(Bytes& png, std::string_view type, ByteView data) {
    appendBig32(png, static_cast<std::uint32_t>(data.size()));
    const std::size_t start = png.size();
    png.insert(png.end(), type.begin(), type.end());
    png.insert(png.end(), data.begin(), data.end());
    appendBig32(png, static_cast<std::uint32_t>(crc32_z(0, png.data() + start, png.size() - start)));
}

/// ISO/IEC 15948, 11.2.2: 8 bits a sample, colour type 2, deflate, adaptive filtering, not interlaced.
Bytes header(const QImage& image) {
    Bytes data;
    appendBig32(data, static_cast<std::uint32_t>(image.width()));
    appendBig32(data, static_cast<std::uint32_t>(image.height()));
    constexpr std::array<std::uint8_t, 5> kind{8, 2, 0, 0, 0};
    data.insert(data.end(), kind.begin(), kind.end());
    return data;
}

struct DeflateEnd {
    void operator()(z_stream* stream) const { deflateEnd(stream); }
};

/// Compresses what it is given, piece by piece, into `out`.
class Deflater {
public:
    Deflater() {
        if (deflateInit(&m_stream, kLevel) == Z_OK)
            m_ready.reset(&m_stream);
    }
    [[nodiscard]] bool isReady() const { return m_ready != nullptr; }

    void add(ByteView bytes, bool last, Bytes& out) {
        m_input.assign(bytes.begin(), bytes.end());
        m_stream.next_in = m_input.data();
        m_stream.avail_in = static_cast<uInt>(m_input.size());
        do {
            m_stream.next_out = m_output.data();
            m_stream.avail_out = static_cast<uInt>(m_output.size());
            deflate(&m_stream, last ? Z_FINISH : Z_NO_FLUSH);
            out.insert(out.end(), m_output.begin(), m_output.end() - m_stream.avail_out);
        } while (m_stream.avail_out == 0);
    }

private:
    z_stream m_stream{};
    std::unique_ptr<z_stream, DeflateEnd> m_ready;
    Bytes m_input;
    Bytes m_output = Bytes(kOutputPiece);
};

/// Each row behind the number of its filter, 0 for none (ISO/IEC 15948, 7.3, 9.2).
Result<Bytes> compressedRows(const QImage& rgb) {
    Deflater deflater;
    if (!deflater.isReady())
        return fail(ErrorCode::Internal, "There is not enough memory to compress the picture.");
    const std::size_t rowSize = static_cast<std::size_t>(rgb.width()) * kBytesPerPixel;
    Bytes row(1 + rowSize);
    Bytes out;
    for (int y = 0; y < rgb.height(); ++y) {
        std::copy_n(rgb.constScanLine(y), rowSize, row.begin() + 1);
        deflater.add(row, y + 1 == rgb.height(), out);
    }
    return out;
}

} // namespace

Result<Bytes> screenPng(const QImage& image) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    if (rgb.isNull())
        return fail(ErrorCode::Internal, "There is no picture to save.");
    EXHIBIT_ASSIGN(const Bytes rows, compressedRows(rgb));
    if (rows.size() > kLargestChunk)
        return fail(ErrorCode::LimitExceeded, "The picture is too large to save.");
    Bytes png(kSignature.begin(), kSignature.end());
    appendChunk(png, "IHDR", header(rgb));
    appendChunk(png, "IDAT", rows);
    appendChunk(png, "IEND", {});
    return png;
}

std::optional<std::uint32_t> onlyColour(const QImage& image) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB32);
    if (rgb.isNull())
        return std::nullopt;
    const QRgb first = rgb.pixel(0, 0);
    for (int y = 0; y < rgb.height(); ++y) {
        const auto* const row = reinterpret_cast<const QRgb*>(rgb.constScanLine(y));
        if (!std::all_of(row, row + rgb.width(), [&](QRgb pixel) { return (pixel & RGB_MASK) == (first & RGB_MASK); }))
            return std::nullopt;
    }
    return first & RGB_MASK;
}

} // namespace exhibit::capture
