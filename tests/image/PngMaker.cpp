#include "image/PngMaker.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <zlib.h>

namespace exhibit::test {

namespace {

std::uint32_t read32(ByteView bytes) {
    return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) | (std::uint32_t{bytes[2]} << 8) |
           bytes[3];
}

void append(Bytes& out, ByteView bytes) {
    out.insert(out.end(), bytes.begin(), bytes.end());
}

std::uint32_t crcOf(ByteView bytes) {
    return static_cast<std::uint32_t>(::crc32(0, bytes.data(), static_cast<uInt>(bytes.size())));
}

/// Adam7 (ISO/IEC 15948 8.2): first column and row, and the steps.
struct Pass {
    std::uint32_t x, y, stepX, stepY;
};
constexpr std::array<Pass, 7> kAdam7 = {
    {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}};

Bytes packedRow(const PngSpec& spec, const Sampler& sample, const Pass& pass, std::uint32_t y) {
    Bytes row;
    std::uint32_t bits = 0;
    int count = 0;
    for (std::uint32_t x = pass.x; x < spec.width; x += pass.stepX) {
        const Pixel pixel = sample(x, y);
        for (std::uint32_t channel = 0; channel < spec.channels(); ++channel) {
            bits = (bits << spec.depth) | pixel.at(channel);
            for (count += spec.depth; count >= 8; count -= 8)
                row.push_back(static_cast<std::uint8_t>(bits >> (count - 8)));
        }
    }
    if (count > 0)
        row.push_back(static_cast<std::uint8_t>(bits << (8 - count)));
    return row;
}

Bytes deflateRows(ByteView row, std::uint64_t times) {
    z_stream stream{};
    if (::deflateInit(&stream, 9) != Z_OK)
        throw std::runtime_error("deflateInit");
    Bytes out;
    std::array<std::uint8_t, 4096> piece{};
    for (std::uint64_t i = 0; i < times; ++i) {
        stream.next_in = const_cast<Bytef*>(row.data());
        stream.avail_in = static_cast<uInt>(row.size());
        const int flush = i + 1 == times ? Z_FINISH : Z_NO_FLUSH;
        do {
            stream.next_out = piece.data();
            stream.avail_out = static_cast<uInt>(piece.size());
            ::deflate(&stream, flush);
            append(out, ByteView(piece).first(piece.size() - stream.avail_out));
        } while (stream.avail_out == 0);
    }
    ::deflateEnd(&stream);
    return out;
}

} // namespace

Bytes big32(std::uint32_t value) {
    return {static_cast<std::uint8_t>(value >> 24), static_cast<std::uint8_t>(value >> 16),
            static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
}

Bytes joined(std::initializer_list<ByteView> parts) {
    Bytes out;
    for (const ByteView part : parts)
        append(out, part);
    return out;
}

Bytes deflated(ByteView bytes) {
    return deflateRows(bytes, 1);
}

Bytes zeros(std::uint64_t size) {
    return deflateRows(Bytes(std::size_t{1} << 16), size >> 16);
}

Bytes chunk(std::string_view type, ByteView data) {
    const Bytes body = joined({bytesOf(type), data});
    return joined({big32(static_cast<std::uint32_t>(data.size())), body, big32(crcOf(body))});
}

Bytes chunk(std::string_view type, std::string_view data) {
    return chunk(type, bytesOf(data));
}

Bytes signature() {
    return {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
}

Bytes header(std::uint32_t width, std::uint32_t height, int depth, int colour, bool interlaced) {
    const Bytes rest = {static_cast<std::uint8_t>(depth), static_cast<std::uint8_t>(colour), 0, 0,
                        static_cast<std::uint8_t>(interlaced ? 1 : 0)};
    return chunk("IHDR", joined({big32(width), big32(height), rest}));
}

Bytes end() {
    return chunk("IEND", ByteView());
}

std::uint32_t PngSpec::channels() const {
    switch (colour) {
    case 2:
        return 3;
    case 4:
        return 2;
    case 6:
        return 4;
    default:
        return 1;
    }
}

Bytes rows(const PngSpec& spec, const Sampler& sample) {
    Bytes out;
    const std::vector<Pass> passes =
        spec.interlaced ? std::vector<Pass>(kAdam7.begin(), kAdam7.end()) : std::vector<Pass>{{0, 0, 1, 1}};
    for (const Pass& pass : passes) {
        for (std::uint32_t y = pass.y; y < spec.height && pass.x < spec.width; y += pass.stepY) {
            out.push_back(0);
            append(out, packedRow(spec, sample, pass, y));
        }
    }
    return out;
}

Bytes png(const PngSpec& spec, const Sampler& sample, ByteView before, ByteView after, std::size_t pieces) {
    const Bytes data = deflated(rows(spec, sample));
    Bytes idat;
    for (std::size_t i = 0; i < pieces; ++i) {
        const std::size_t from = data.size() * i / pieces;
        append(idat, chunk("IDAT", ByteView(data).subspan(from, data.size() * (i + 1) / pieces - from)));
    }
    return joined({signature(), header(spec.width, spec.height, spec.depth, spec.colour, spec.interlaced), before, idat,
                   after, end()});
}

Bytes smallPng(ByteView before, ByteView after) {
    return png(
        {5, 4, 8, 2, false},
        [](auto x, auto y) {
            return Pixel{x * 40, y * 60, 77, 0};
        },
        before, after);
}

void repairCrcs(Bytes& file) {
    for (std::size_t at = 8; at + 12 <= file.size();) {
        const std::size_t length = read32(ByteView(file).subspan(at));
        if (length > file.size() - at - 12)
            return;
        const Bytes crc = big32(crcOf(ByteView(file).subspan(at + 4, length + 4)));
        std::copy(crc.begin(), crc.end(), file.begin() + static_cast<std::ptrdiff_t>(at + 8 + length));
        at += length + 12;
    }
}

Bytes bomb(const PngSpec& spec) {
    const Bytes row(1 + (std::size_t{spec.width} * spec.channels() * static_cast<std::size_t>(spec.depth) + 7) / 8);
    return joined({signature(), header(spec.width, spec.height, spec.depth, spec.colour, spec.interlaced),
                   chunk("IDAT", deflateRows(row, spec.height)), end()});
}

Bytes iccProfile(std::string_view colourSpace) {
    Bytes profile(128 + 4 + 12 + 8);
    const auto put = [&profile](std::size_t at, ByteView bytes) {
        std::copy(bytes.begin(), bytes.end(), profile.begin() + static_cast<std::ptrdiff_t>(at));
    };
    put(0, big32(static_cast<std::uint32_t>(profile.size())));
    profile[8] = 4;
    put(16, bytesOf(colourSpace));
    put(36, bytesOf("acsp"));
    put(128, big32(1));
    put(132, bytesOf("desc"));
    put(136, big32(144));
    put(140, big32(8));
    return profile;
}

Bytes iccpChunk(ByteView profile) {
    using namespace std::string_view_literals;
    return chunk("iCCP", joined({bytesOf("name\0\0"sv), deflated(profile)}));
}

std::string chunkTypes(ByteView file) {
    std::string types;
    for (std::size_t at = 8; at + 12 <= file.size(); at += read32(file.subspan(at)) + 12)
        types += (types.empty() ? "" : " ") + std::string(textOf(file.subspan(at + 4, 4)));
    return types;
}

PlainPixels plainPixels(ByteView file) {
    PlainPixels result{read32(file.subspan(16)), read32(file.subspan(20)), file[25] == 2 ? 3U : 1U, {}};
    if (file[24] != 8 || (file[25] != 0 && file[25] != 2) || file[28] != 0)
        return {};
    Bytes data;
    for (std::size_t at = 8; at + 12 <= file.size(); at += read32(file.subspan(at)) + 12)
        if (textOf(file.subspan(at + 4, 4)) == "IDAT")
            append(data, file.subspan(at + 8, read32(file.subspan(at))));
    const std::size_t rowSize = 1 + std::size_t{result.width} * result.channels;
    Bytes raw(rowSize * result.height);
    uLongf size = raw.size();
    if (::uncompress(raw.data(), &size, data.data(), data.size()) != Z_OK || size != raw.size())
        return {};
    for (std::size_t at = 0; at < raw.size(); at += rowSize) {
        if (raw[at] != 0)
            return {};
        append(result.samples, ByteView(raw).subspan(at + 1, rowSize - 1));
    }
    return result;
}

} // namespace exhibit::test
