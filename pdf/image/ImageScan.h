#pragma once
// What a picture file is made of, read strictly and without decoding a pixel: where its parts lie, and whether a PDF
// can carry its compressed data as it stands. Knows no picture library; memory doesn't grow with the picture.

#include "core/Bytes.h"
#include "core/Result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exhibit::image {

enum class Format : std::uint8_t { Png, Jpeg, WebP, Heic };

/// How many bytes recognise() needs to see.
inline constexpr std::size_t kHeadSize = 64;

/// The format that the first bytes say; a file's name is never looked at. Nothing if it is none of the four.
[[nodiscard]] std::optional<Format> recognise(ByteView head);
/// "image/png" and so on.
[[nodiscard]] std::string_view mediaType(Format format);
/// "PNG" and so on, for people.
[[nodiscard]] std::string_view displayName(Format format);

/// What is still read. The defaults take the tallest stitched screenshots and the largest phone photos.
struct Limits {
    std::uint64_t bytes = std::uint64_t{512} << 20; ///< size of the file
    std::uint64_t pixels = 200'000'000;             ///< width times height
    std::uint32_t side = 1'000'000;                 ///< pixels in one direction
    std::size_t parts = 200'000;                    ///< PNG chunks or JPEG segments
    std::size_t profile = std::size_t{4} << 20;     ///< bytes of a colour profile once inflated
    std::uint64_t memory = std::uint64_t{1} << 30;  ///< bytes that a decoder may take
};

struct ByteRange {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// ISO/IEC 15948, table 11.1.
enum class PngColour : std::uint8_t { Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, Rgba = 6 };

struct PngChunk {
    std::string type;             ///< four letters
    std::uint64_t dataOffset = 0; ///< of the chunk's data: 8 bytes behind its start
    std::uint32_t length = 0;     ///< of the data alone
    std::uint32_t crc = 0;        ///< checked
    bool ignored = false;         ///< out of place, repeated or invalid, but harmless: readers skip it
};

/// Dots per metre (PNG pHYs with unit 1, JFIF density).
struct Resolution {
    double x = 0;
    double y = 0;
};

struct PngLayout {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    int bitDepth = 0; ///< of a sample or palette index
    PngColour colour = PngColour::Grey;
    bool interlaced = false;
    bool animated = false; ///< has an acTL chunk (APNG)
    std::vector<PngChunk> chunks;
    std::vector<ByteRange> idat;  ///< together one zlib stream, PNG predictors in it
    Bytes palette;                ///< PLTE: three bytes an entry
    bool hasTransparency = false; ///< tRNS
    bool srgb = false;            ///< sRGB chunk
    Bytes iccProfile; ///< inflated and of the picture's colour space; empty if there is none or it is invalid
    std::optional<Resolution> resolution;
    std::optional<ByteRange> exif;   ///< data of an eXIf chunk
    std::uint64_t imageEnd = 0;      ///< offset behind IEND
    std::uint64_t trailingBytes = 0; ///< behind IEND: no part of the picture

    [[nodiscard]] bool hasAlpha() const;
    /// Samples of a pixel in the IDAT data: 1 to 4.
    [[nodiscard]] int channels() const;
    /// True if the IDAT data can stand in a PDF as a FlateDecode stream with predictor 15 (ISO 32000-2 7.4.4.4):
    /// opaque, not interlaced, at most 8 bits a sample. That the stream inflates is for a decoder to prove.
    [[nodiscard]] bool canPassThrough() const;
};

/// Reads the whole file: signature, every chunk's CRC, the order and number of chunks, legal colour type and depth,
/// palette rules (ISO/IEC 15948 5 and 11). Unknown critical chunks are Unsupported, data behind IEND is only recorded.
/// Malformed, Unsupported or LimitExceeded otherwise.
[[nodiscard]] Result<PngLayout> scanPng(const ByteSource& source, const Limits& limits = {});

struct JpegSegment {
    std::uint8_t marker = 0;      ///< 0xD8 (SOI) to 0xFE (COM)
    std::uint64_t offset = 0;     ///< of the 0xFF byte of the marker
    std::uint64_t dataOffset = 0; ///< behind the length field
    std::uint32_t length = 0;     ///< of the data, without marker and length field
};

struct JpegLayout {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    int components = 0; ///< 1, 3 or 4
    int precision = 0;  ///< bits a sample: always 8
    bool progressive = false;
    std::array<std::uint8_t, 4> componentIds{};
    std::vector<JpegSegment> segments;          ///< in order, without the coded data of the scans
    bool jfif = false;                          ///< has a JFIF APP0
    std::optional<std::uint8_t> adobeTransform; ///< Adobe APP14: 0 none, 1 YCbCr, 2 YCCK
    Bytes iccProfile;                           ///< put together; empty if there is none or it is invalid
    std::optional<Resolution> resolution;
    std::optional<ByteRange> exif;   ///< the TIFF structure in the first Exif APP1
    int orientation = 1;             ///< EXIF orientation, 1 to 8; 1 if absent or invalid
    std::uint64_t imageEnd = 0;      ///< offset behind EOI
    std::uint64_t trailingBytes = 0; ///< behind EOI: no part of the picture

    /// True if the file up to imageEnd can stand in a PDF as a DCTDecode stream (ISO 32000-2 7.4.8): one component, or
    /// three that a PDF reader takes for the same colours as a picture viewer does.
    [[nodiscard]] bool canPassThrough() const;
};

/// Reads the whole file: markers and lengths, one frame header of a kind that PDF readers know (baseline, extended or
/// progressive Huffman, 8 bits), at least one scan, EOI (ITU-T T.81 annex B). Data behind EOI is only recorded.
[[nodiscard]] Result<JpegLayout> scanJpeg(const ByteSource& source, const Limits& limits = {});

/// The orientation (tag 0x0112) of a TIFF structure as EXIF has it. Nothing if it is absent or the bytes aren't sound.
[[nodiscard]] std::optional<int> exifOrientation(ByteView tiff);

} // namespace exhibit::image
