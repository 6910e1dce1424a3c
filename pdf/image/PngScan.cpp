#include "pdf/image/ColourProfile.h"
#include "pdf/image/Cursor.h"
#include "pdf/image/ImageScan.h"

#include <algorithm>
#include <set>
#include <zlib.h>

namespace exhibit::image {

namespace {

constexpr std::array<std::uint8_t, 8> kSignature = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
constexpr std::uint32_t kHeaderLength = 13;

tl::unexpected<Error> malformed(std::string message, const PngChunk& chunk) {
    return fail(ErrorCode::Malformed, std::move(message), "PNG chunk " + chunk.type, chunk.dataOffset - 8);
}

bool isLetter(char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/// ISO/IEC 15948 5.4: bit 5 of the first letter.
bool isCritical(const PngChunk& chunk) {
    return chunk.type.front() >= 'A' && chunk.type.front() <= 'Z';
}

/// ISO/IEC 15948 table 11.1.
bool isLegalDepth(int colour, int depth) {
    const bool byteOrTwo = depth == 8 || depth == 16;
    switch (colour) {
    case 0:
        return byteOrTwo || depth == 1 || depth == 2 || depth == 4;
    case 3:
        return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    case 2:
    case 4:
    case 6:
        return byteOrTwo;
    default:
        return false;
    }
}

class PngScanner {
public:
    PngScanner(const ByteSource& source, const Limits& limits) : m_cursor(source), m_limits(limits) {}

    Result<PngLayout> scan();

private:
    Result<> readSignature();
    Result<PngChunk> readChunk();
    Result<PngChunk> readChunkHead();
    Result<> take(PngChunk& chunk);
    Result<> takeHeader(const PngChunk& chunk);
    Result<> checkSize() const;
    Result<> takePalette(const PngChunk& chunk);
    Result<> takeTransparency(const PngChunk& chunk);
    Result<> takeData(const PngChunk& chunk);
    void takeAncillary(PngChunk& chunk);
    bool isSound(const PngChunk& chunk);
    bool takeResolution();
    bool takeProfile();
    Result<> checkWhole() const;
    [[nodiscard]] std::uint32_t kept(const PngChunk& chunk) const;

    Cursor m_cursor;
    const Limits& m_limits;
    PngLayout m_layout;
    Bytes m_data; ///< of the chunk at hand, if its content matters here
    bool m_dataEnded = false;
    bool m_ended = false;
    std::set<std::string, std::less<>> m_seen;
};

Result<PngLayout> PngScanner::scan() {
    if (m_cursor.left() > m_limits.bytes)
        return fail(ErrorCode::LimitExceeded, "The picture's file is too large.");
    EXHIBIT_TRY(readSignature());
    while (!m_ended) {
        if (m_layout.chunks.size() >= m_limits.parts)
            return fail(ErrorCode::LimitExceeded, "The picture is cut into too many pieces.", {}, m_cursor.position());
        EXHIBIT_ASSIGN(PngChunk chunk, readChunk());
        EXHIBIT_TRY(take(chunk));
        m_layout.chunks.push_back(std::move(chunk));
    }
    EXHIBIT_TRY(checkWhole());
    m_layout.imageEnd = m_cursor.position();
    m_layout.trailingBytes = m_cursor.left();
    return std::move(m_layout);
}

Result<> PngScanner::readSignature() {
    std::array<std::uint8_t, 8> signature{};
    EXHIBIT_TRY(m_cursor.read(signature));
    if (signature != kSignature)
        return fail(ErrorCode::Malformed, "This is not a PNG picture.", {}, 0);
    return {};
}

Result<PngChunk> PngScanner::readChunkHead() {
    std::array<std::uint8_t, 8> head{};
    EXHIBIT_TRY(m_cursor.read(head));
    PngChunk chunk;
    chunk.length = big32(head);
    chunk.type = std::string(textOf(ByteView(head).subspan(4)));
    chunk.dataOffset = m_cursor.position();
    // ISO/IEC 15948 5.3: a length is below 2^31, a type has four letters.
    if (!std::all_of(chunk.type.begin(), chunk.type.end(), isLetter))
        return fail(ErrorCode::Malformed, "The picture is damaged: a piece of it has no proper name.", {},
                    chunk.dataOffset - 8);
    if (chunk.length > 0x7fffffffU)
        return malformed("The picture is damaged: a piece of it has an impossible length.", chunk);
    if (m_cursor.left() < std::uint64_t{chunk.length} + 4)
        return malformed("The picture is cut off: the file ends in the middle of it.", chunk);
    return chunk;
}

Result<PngChunk> PngScanner::readChunk() {
    EXHIBIT_ASSIGN(PngChunk chunk, readChunkHead());
    const std::uint32_t keep = kept(chunk);
    m_data.clear();
    auto crc = ::crc32(0, reinterpret_cast<const Bytef*>(chunk.type.data()), 4);
    for (std::uint32_t left = chunk.length; left > 0;) {
        EXHIBIT_ASSIGN(const ByteView bytes, m_cursor.piece(std::min<std::uint64_t>(left, kPieceLength)));
        crc = ::crc32(crc, bytes.data(), static_cast<uInt>(bytes.size()));
        if (keep > 0)
            m_data.insert(m_data.end(), bytes.begin(), bytes.end());
        left -= static_cast<std::uint32_t>(bytes.size());
    }
    std::array<std::uint8_t, 4> stored{};
    EXHIBIT_TRY(m_cursor.read(stored));
    chunk.crc = big32(stored);
    if (chunk.crc != crc)
        return malformed("The picture is damaged: a checksum in it doesn't match its data.", chunk);
    return chunk;
}

/// How much of a chunk's data is needed here: all or nothing. What is longer than its kind may be isn't held.
std::uint32_t PngScanner::kept(const PngChunk& chunk) const {
    static constexpr std::array<std::string_view, 5> small = {"IHDR", "PLTE", "tRNS", "pHYs", "sRGB"};
    const std::size_t most = chunk.type == "iCCP"                                               ? m_limits.profile
                             : std::find(small.begin(), small.end(), chunk.type) != small.end() ? std::size_t{768}
                                                                                                : std::size_t{0};
    return chunk.length <= most ? chunk.length : 0;
}

Result<> PngScanner::take(PngChunk& chunk) {
    if (m_layout.chunks.empty() != (chunk.type == "IHDR"))
        return malformed("The picture is damaged: its header isn't at its start.", chunk);
    // ISO/IEC 15948 5.6: IDAT chunks follow one another without anything between.
    if (chunk.type != "IDAT" && !m_layout.idat.empty())
        m_dataEnded = true;
    if (chunk.type == "IHDR")
        return takeHeader(chunk);
    if (chunk.type == "PLTE")
        return takePalette(chunk);
    if (chunk.type == "tRNS")
        return takeTransparency(chunk);
    if (chunk.type == "IDAT")
        return takeData(chunk);
    if (chunk.type == "IEND") {
        m_ended = true;
        if (chunk.length != 0)
            return malformed("The picture is damaged: its end mark carries data.", chunk);
        return {};
    }
    if (isCritical(chunk))
        return fail(ErrorCode::Unsupported, "The picture needs a PNG extension that this program doesn't know.",
                    "PNG chunk " + chunk.type, chunk.dataOffset - 8);
    takeAncillary(chunk);
    return {};
}

Result<> PngScanner::takeHeader(const PngChunk& chunk) {
    if (chunk.length != kHeaderLength)
        return malformed("The picture is damaged: its header has the wrong length.", chunk);
    const ByteView data(m_data);
    m_layout.width = big32(data);
    m_layout.height = big32(data.subspan(4));
    m_layout.bitDepth = data[8];
    if (!isLegalDepth(data[9], data[8]))
        return malformed("The picture is damaged: its colour type and depth don't go together.", chunk);
    m_layout.colour = static_cast<PngColour>(data[9]);
    // ISO/IEC 15948 11.2.2: method 0 is the only one of compression and of filtering; interlacing is 0 or 1.
    if (data[10] != 0 || data[11] != 0 || data[12] > 1)
        return malformed("The picture is damaged: its header names an unknown method.", chunk);
    m_layout.interlaced = data[12] == 1;
    return checkSize();
}

Result<> PngScanner::checkSize() const {
    const std::uint64_t pixels = std::uint64_t{m_layout.width} * m_layout.height;
    if (m_layout.width > 0x7fffffffU || m_layout.height > 0x7fffffffU)
        return fail(ErrorCode::Malformed, "The picture is damaged: its size is impossible.", "PNG chunk IHDR", 8);
    if (pixels == 0)
        return fail(ErrorCode::Malformed, "The picture is empty: its width or height is zero.", "PNG chunk IHDR", 8);
    if (pixels > m_limits.pixels || std::max(m_layout.width, m_layout.height) > m_limits.side)
        return fail(ErrorCode::LimitExceeded,
                    "The picture is too large: " + std::to_string(m_layout.width) + " x " +
                        std::to_string(m_layout.height) + " pixels.",
                    "PNG chunk IHDR", 8);
    return {};
}

Result<> PngScanner::takePalette(const PngChunk& chunk) {
    const bool forbidden = m_layout.colour == PngColour::Grey || m_layout.colour == PngColour::GreyAlpha;
    const std::size_t most =
        m_layout.colour == PngColour::Palette ? std::size_t{1} << m_layout.bitDepth : std::size_t{256};
    // ISO/IEC 15948 11.2.3, and 5.6 for the order.
    if (forbidden || !m_layout.palette.empty() || !m_layout.idat.empty() || m_layout.hasTransparency)
        return malformed("The picture is damaged: it has a palette where none may be.", chunk);
    if (chunk.length == 0 || chunk.length % 3 != 0 || chunk.length / 3 > most)
        return malformed("The picture is damaged: its palette has the wrong length.", chunk);
    m_layout.palette = m_data;
    return {};
}

Result<> PngScanner::takeTransparency(const PngChunk& chunk) {
    if (m_layout.hasAlpha() || m_layout.hasTransparency || !m_layout.idat.empty())
        return malformed("The picture is damaged: it names transparent colours where none may be.", chunk);
    // ISO/IEC 15948 11.3.2.1
    const bool fits = m_layout.colour == PngColour::Palette
                          ? chunk.length > 0 && chunk.length <= m_layout.palette.size() / 3
                          : chunk.length == (m_layout.colour == PngColour::Grey ? 2U : 6U);
    if (!fits)
        return malformed("The picture is damaged: its list of transparent colours has the wrong length.", chunk);
    m_layout.hasTransparency = true;
    return {};
}

Result<> PngScanner::takeData(const PngChunk& chunk) {
    if (m_dataEnded)
        return malformed("The picture is damaged: its data is torn apart.", chunk);
    if (m_layout.colour == PngColour::Palette && m_layout.palette.empty())
        return malformed("The picture is damaged: its palette is missing.", chunk);
    m_layout.idat.push_back({chunk.dataOffset, chunk.length});
    return {};
}

void PngScanner::takeAncillary(PngChunk& chunk) {
    static constexpr std::array<std::string_view, 5> beforePalette = {"cHRM", "gAMA", "iCCP", "sBIT", "sRGB"};
    const auto isOneOf = [&chunk](const auto& types) {
        return std::find(types.begin(), types.end(), chunk.type) != types.end();
    };
    // ISO/IEC 15948 table 5.3; readers skip what breaks it, and so does this one.
    const bool late = (isOneOf(beforePalette) && (!m_layout.palette.empty() || !m_layout.idat.empty())) ||
                      (chunk.type == "pHYs" && !m_layout.idat.empty());
    const bool known = chunk.type == "pHYs" || chunk.type == "eXIf" || chunk.type == "tIME" || isOneOf(beforePalette);
    const bool repeated = known && !m_seen.insert(chunk.type).second;
    chunk.ignored = late || repeated || !isSound(chunk);
    if (chunk.type == "acTL")
        m_layout.animated = true;
    if (chunk.type == "eXIf" && !chunk.ignored)
        m_layout.exif = ByteRange{chunk.dataOffset, chunk.length};
}

/// Reads those ancillary chunks whose content matters here.
bool PngScanner::isSound(const PngChunk& chunk) {
    if (chunk.type == "pHYs")
        return takeResolution();
    if (chunk.type == "iCCP")
        return takeProfile();
    if (chunk.type == "sRGB") {
        m_layout.srgb = m_data.size() == 1 && m_data.front() <= 3;
        return m_layout.srgb;
    }
    // ISO/IEC 15948 11.3.3: fixed lengths; what is longer carries something else.
    if (chunk.type == "gAMA")
        return chunk.length == 4;
    return chunk.type != "cHRM" || chunk.length == 32;
}

bool PngScanner::takeResolution() {
    if (m_data.size() != 9)
        return false;
    const ByteView data(m_data);
    const std::uint32_t x = big32(data);
    const std::uint32_t y = big32(data.subspan(4));
    // ISO/IEC 15948 11.3.5.3: unit 1 is the metre, 0 says only how wide a pixel is to its height.
    if (data[8] == 1 && x > 0 && y > 0)
        m_layout.resolution = Resolution{static_cast<double>(x), static_cast<double>(y)};
    return data[8] <= 1;
}

/// ISO/IEC 15948 11.3.3.3: a name of 1 to 79 bytes, a zero, the method, the profile as a zlib stream.
bool PngScanner::takeProfile() {
    const auto zero = std::find(m_data.begin(), m_data.end(), std::uint8_t{0});
    const auto name = static_cast<std::size_t>(zero - m_data.begin());
    if (name == 0 || name > 79 || name + 2 >= m_data.size() || m_data[name + 1] != 0)
        return false;
    const bool grey = m_layout.colour == PngColour::Grey || m_layout.colour == PngColour::GreyAlpha;
    Bytes profile = inflateBounded(ByteView(m_data).subspan(name + 2), m_limits.profile);
    if (!isSoundProfile(profile, grey ? 1 : 3))
        return false;
    m_layout.iccProfile = std::move(profile);
    return true;
}

Result<> PngScanner::checkWhole() const {
    const bool empty = std::all_of(m_layout.idat.begin(), m_layout.idat.end(),
                                   [](const ByteRange& range) { return range.length == 0; });
    if (empty)
        return fail(ErrorCode::Malformed, "The picture is damaged: it has no picture data.");
    return {};
}

} // namespace

bool PngLayout::hasAlpha() const {
    return colour == PngColour::GreyAlpha || colour == PngColour::Rgba;
}

int PngLayout::channels() const {
    switch (colour) {
    case PngColour::Grey:
    case PngColour::Palette:
        return 1;
    case PngColour::GreyAlpha:
        return 2;
    case PngColour::Rgb:
        return 3;
    case PngColour::Rgba:
        return 4;
    }
    return 0;
}

bool PngLayout::canPassThrough() const {
    return !hasAlpha() && !hasTransparency && !interlaced && bitDepth <= 8;
}

Result<PngLayout> scanPng(const ByteSource& source, const Limits& limits) {
    return PngScanner(source, limits).scan();
}

} // namespace exhibit::image
