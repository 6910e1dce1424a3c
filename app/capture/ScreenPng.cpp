#include "capture/ScreenPng.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <span>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>
#include <zlib.h>

namespace exhibit::capture {

namespace {

constexpr std::array<std::uint8_t, 8> kSignature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
constexpr std::size_t kBytesPerPixel = 3;
/// The highest level without lazy matching: a third of the default's time for a tenth more bytes of a chat.
constexpr int kLevel = 3;
/// Rows are compressed in pieces of about this size by as many threads as the computer has. The size doesn't depend on
/// their number, so that the same picture makes the same file everywhere.
constexpr std::size_t kPieceSize = std::size_t{512} << 10;
/// How far back deflate looks (RFC 1951, 2).
constexpr std::size_t kWindow = std::size_t{32} << 10;
/// What an empty stored block at the end of a piece may add (RFC 1951, 3.2.4).
constexpr std::size_t kFlushSize = 16;
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

/// A stretch of rows, as it goes to deflate and as it comes from there.
struct Piece {
    int begin = 0, end = 0;
    Bytes compressed;
    uLong check = 0; ///< Adler-32 of what was compressed
    z_off_t size = 0;
    bool isDone = false;
};

std::vector<Piece> piecesOf(int height, std::size_t rowSize) {
    const auto rows = static_cast<int>(std::max<std::size_t>(1, kPieceSize / rowSize));
    std::vector<Piece> pieces;
    for (int begin = 0; begin < height; begin += rows)
        pieces.push_back({begin, std::min(height, begin + rows), {}, 0, 0, false});
    return pieces;
}

/// Each row behind the number of its filter, 0 for none (ISO/IEC 15948, 7.3, 9.2).
Bytes rowsOf(const QImage& image, int begin, int end) {
    const auto width = static_cast<std::size_t>(image.width());
    Bytes rows(static_cast<std::size_t>(end - begin) * (1 + width * kBytesPerPixel));
    std::uint8_t* out = rows.data();
    for (int y = begin; y < end; ++y) {
        *out++ = 0;
        for (const QRgb pixel : std::span(reinterpret_cast<const QRgb*>(image.constScanLine(y)), width)) {
            *out++ = static_cast<std::uint8_t>(pixel >> 16);
            *out++ = static_cast<std::uint8_t>(pixel >> 8);
            *out++ = static_cast<std::uint8_t>(pixel);
        }
    }
    return rows;
}

struct DeflateEnd {
    void operator()(z_stream* stream) const { deflateEnd(stream); }
};

/// Like a part of one stream: with the bytes before it to look back at, and ending at a whole byte. Not done if there
/// is not enough memory.
void compress(const QImage& image, std::size_t rowSize, Piece& piece) {
    z_stream stream{};
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
        return;
    const std::unique_ptr<z_stream, DeflateEnd> end(&stream);
    const auto rowsBefore = std::min(piece.begin, static_cast<int>((kWindow + rowSize - 1) / rowSize));
    const Bytes before = rowsOf(image, piece.begin - rowsBefore, piece.begin);
    const std::size_t seen = std::min(before.size(), kWindow);
    deflateSetDictionary(&stream, before.data() + before.size() - seen, static_cast<uInt>(seen));
    Bytes rows = rowsOf(image, piece.begin, piece.end);
    piece.compressed.resize(deflateBound(&stream, static_cast<uLong>(rows.size())) + kFlushSize);
    stream.next_in = rows.data();
    stream.avail_in = static_cast<uInt>(rows.size());
    stream.next_out = piece.compressed.data();
    stream.avail_out = static_cast<uInt>(piece.compressed.size());
    const bool isLast = piece.end == image.height();
    piece.isDone = deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH) == (isLast ? Z_STREAM_END : Z_OK);
    piece.compressed.resize(stream.total_out);
    piece.check = adler32_z(adler32_z(0, nullptr, 0), rows.data(), rows.size());
    piece.size = static_cast<z_off_t>(rows.size());
}

void compressAll(const QImage& image, std::size_t rowSize, std::vector<Piece>& pieces) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t index = next++; index < pieces.size(); index = next++)
            compress(image, rowSize, pieces.at(index));
    };
    std::vector<std::jthread> helpers;
    try {
        while (helpers.size() + 1 < std::min<std::size_t>(pieces.size(), std::thread::hardware_concurrency()))
            helpers.emplace_back(work);
    } catch (const std::system_error&) { // no more threads: those that there are do it
    }
    work();
}

/// A zlib stream (RFC 1950, 2.2) of all rows.
Result<Bytes> compressedRows(const QImage& image) {
    const std::size_t rowSize = 1 + static_cast<std::size_t>(image.width()) * kBytesPerPixel;
    std::vector<Piece> pieces = piecesOf(image.height(), rowSize);
    compressAll(image, rowSize, pieces);
    Bytes out{0x78, 0x5e}; // deflate with a window of 32 KiB, compressed fast
    uLong check = adler32_z(0, nullptr, 0);
    for (const Piece& piece : pieces) {
        if (!piece.isDone)
            return fail(ErrorCode::Internal, "There is not enough memory to compress the picture.");
        out.insert(out.end(), piece.compressed.begin(), piece.compressed.end());
        check = adler32_combine(check, piece.check, piece.size);
    }
    appendBig32(out, static_cast<std::uint32_t>(check));
    return out;
}

} // namespace

Result<Bytes> screenPng(const QImage& image) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB32);
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
