#include "image/PngMaker.h"
#include "pdf/image/ImageScan.h"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace exhibit;
using namespace exhibit::test;
using namespace std::string_view_literals;

namespace {

Result<image::PngLayout> scan(Bytes file, const image::Limits& limits = {}) {
    return image::scanPng(MemorySource(std::move(file)), limits);
}

void refused(Bytes file, ErrorCode code, const image::Limits& limits = {}) {
    const auto layout = scan(std::move(file), limits);
    REQUIRE_FALSE(layout);
    CHECK(layout.error().code == code);
    CHECK_FALSE(layout.error().message.empty());
}

Bytes file(std::initializer_list<Bytes> chunks) {
    Bytes all = signature();
    for (const Bytes& each : chunks)
        all.insert(all.end(), each.begin(), each.end());
    return all;
}

const Bytes kData = deflated(Bytes(64));
const Bytes kIdat = chunk("IDAT", kData);

} // namespace

TEST_CASE("every colour type and depth of the standard is taken, every other refused") {
    static constexpr std::array<std::pair<int, int>, 15> legal = {{{0, 1},
                                                                   {0, 2},
                                                                   {0, 4},
                                                                   {0, 8},
                                                                   {0, 16},
                                                                   {2, 8},
                                                                   {2, 16},
                                                                   {3, 1},
                                                                   {3, 2},
                                                                   {3, 4},
                                                                   {3, 8},
                                                                   {4, 8},
                                                                   {4, 16},
                                                                   {6, 8},
                                                                   {6, 16}}};
    const Bytes palette = chunk("PLTE", Bytes{1, 2, 3, 4, 5, 6});
    for (int colour = 0; colour < 8; ++colour) {
        for (int depth = 0; depth <= 17; ++depth) {
            for (const bool interlaced : {false, true}) {
                const bool isLegal = std::find(legal.begin(), legal.end(), std::pair(colour, depth)) != legal.end();
                INFO("colour " << colour << " depth " << depth);
                const auto layout = scan(
                    file({header(3, 3, depth, colour, interlaced), colour == 3 ? palette : Bytes{}, kIdat, end()}));
                REQUIRE(layout.has_value() == isLegal);
                if (!isLegal)
                    continue;
                CHECK(layout->bitDepth == depth);
                CHECK(static_cast<int>(layout->colour) == colour);
                CHECK(layout->hasAlpha() == (colour >= 4));
                CHECK(layout->canPassThrough() == (!interlaced && colour < 4 && depth <= 8));
            }
        }
    }
}

TEST_CASE("the layout tells where the data lies") {
    const Bytes before =
        joined({chunk("gAMA", big32(45455)), chunk("pHYs", joined({big32(3780), big32(3779), Bytes{1}}))});
    const Bytes bytes = png(
        {40, 30, 8, 2, false},
        [](auto x, auto y) {
            return Pixel{x, y, x * y % 256, 0};
        },
        before, {}, 3);
    const auto layout = scan(bytes);
    REQUIRE(layout);
    CHECK(layout->width == 40);
    CHECK(layout->height == 30);
    CHECK(layout->channels() == 3);
    CHECK(layout->imageEnd == bytes.size());
    CHECK(layout->trailingBytes == 0);
    CHECK(layout->resolution->x == 3780);
    CHECK(layout->resolution->y == 3779);
    REQUIRE(layout->idat.size() == 3);
    Bytes data;
    for (const auto& range : layout->idat) {
        CHECK(textOf(ByteView(bytes).subspan(range.offset - 4, 4)) == "IDAT");
        const ByteView part = ByteView(bytes).subspan(range.offset, range.length);
        data.insert(data.end(), part.begin(), part.end());
    }
    CHECK(data == deflated(rows({40, 30, 8, 2, false}, [](auto x, auto y) { return Pixel{x, y, x * y % 256, 0}; })));
}

TEST_CASE("a checksum that is off by a bit is refused, in any chunk") {
    const Bytes good = smallPng(chunk("tEXt", "a\0b"sv));
    REQUIRE(scan(good));
    for (std::size_t at = 8; at < good.size(); ++at) {
        for (const int bit : {0, 5, 7}) {
            Bytes bad = good;
            bad[at] = static_cast<std::uint8_t>(bad[at] ^ (1U << bit));
            const auto layout = scan(bad);
            INFO("byte " << at << " bit " << bit);
            REQUIRE_FALSE(layout);
            CHECK_FALSE(layout.error().message.empty());
        }
    }
}

TEST_CASE("a file cut off anywhere is refused") {
    const Bytes good = smallPng(chunk("tEXt", "a\0b"sv));
    for (std::size_t size = 0; size < good.size(); ++size)
        refused(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size)), ErrorCode::Malformed);
}

TEST_CASE("critical chunks out of order, repeated or missing are refused") {
    const Bytes rgb = header(3, 3, 8, 2);
    const Bytes indexed = header(3, 3, 8, 3);
    const Bytes palette = chunk("PLTE", Bytes(6));
    refused(file({kIdat, rgb, end()}), ErrorCode::Malformed);
    refused(file({chunk("tEXt", "a\0b"sv), rgb, kIdat, end()}), ErrorCode::Malformed);
    refused(file({rgb, rgb, kIdat, end()}), ErrorCode::Malformed);
    refused(file({rgb, end()}), ErrorCode::Malformed);
    refused(file({rgb, chunk("IDAT", ByteView()), end()}), ErrorCode::Malformed);
    refused(file({rgb, kIdat}), ErrorCode::Malformed);
    refused(file({rgb, kIdat, chunk("IEND", "x"sv)}), ErrorCode::Malformed);
    refused(file({rgb, kIdat, chunk("tEXt", "a\0b"sv), kIdat, end()}), ErrorCode::Malformed);
    refused(file({rgb, kIdat, palette, end()}), ErrorCode::Malformed);
    refused(file({rgb, palette, palette, kIdat, end()}), ErrorCode::Malformed);
    refused(file({header(3, 3, 8, 0), palette, kIdat, end()}), ErrorCode::Malformed);
    refused(file({header(3, 3, 8, 4), palette, kIdat, end()}), ErrorCode::Malformed);
    refused(file({indexed, kIdat, end()}), ErrorCode::Malformed);
    refused(file({indexed, chunk("PLTE", Bytes(7)), kIdat, end()}), ErrorCode::Malformed);
    refused(file({indexed, chunk("PLTE", ByteView()), kIdat, end()}), ErrorCode::Malformed);
    refused(file({indexed, chunk("PLTE", Bytes(771)), kIdat, end()}), ErrorCode::Malformed);
    refused(file({header(3, 3, 1, 3), chunk("PLTE", Bytes(9)), kIdat, end()}), ErrorCode::Malformed);
    CHECK(scan(file({indexed, chunk("PLTE", Bytes(768)), kIdat, end()})));
    CHECK(scan(file({rgb, palette, kIdat, kIdat, end()})));
}

TEST_CASE("transparent colours are checked against the colour type and the palette") {
    const Bytes palette = chunk("PLTE", Bytes(6));
    const auto one = [](std::size_t size) { return chunk("tRNS", Bytes(size)); };
    CHECK(scan(file({header(3, 3, 8, 3), palette, one(2), kIdat, end()}))->hasTransparency);
    CHECK_FALSE(scan(file({header(3, 3, 8, 3), palette, one(2), kIdat, end()}))->canPassThrough());
    CHECK(scan(file({header(3, 3, 8, 0), one(2), kIdat, end()}))->hasTransparency);
    CHECK(scan(file({header(3, 3, 8, 2), one(6), kIdat, end()}))->hasTransparency);
    refused(file({header(3, 3, 8, 3), palette, one(3), kIdat, end()}), ErrorCode::Malformed);
    refused(file({header(3, 3, 8, 3), one(2), palette, kIdat, end()}), ErrorCode::Malformed);
    refused(file({header(3, 3, 8, 2), one(2), kIdat, end()}), ErrorCode::Malformed);
    refused(file({header(3, 3, 8, 6), one(6), kIdat, end()}), ErrorCode::Malformed);
    refused(file({header(3, 3, 8, 4), one(2), kIdat, end()}), ErrorCode::Malformed);
    refused(file({header(3, 3, 8, 0), one(2), one(2), kIdat, end()}), ErrorCode::Malformed);
    refused(file({header(3, 3, 8, 0), kIdat, one(2), end()}), ErrorCode::Malformed);
}

TEST_CASE("sizes of zero, beyond 2^31 and beyond the limits are refused before anything is unpacked") {
    for (const auto& [width, height] : {std::pair(0U, 3U), {3U, 0U}, {0x80000000U, 1U}, {1U, 0xffffffffU}})
        refused(file({header(width, height, 8, 2), kIdat, end()}), ErrorCode::Malformed);
    for (const auto& [width, height] : {std::pair(30000U, 30000U),
                                        {1U, 0x7fffffffU},
                                        {0x7fffffffU, 1U},
                                        {0x7fffffffU, 0x7fffffffU},
                                        {1'000'001U, 1U}})
        refused(file({header(width, height, 8, 2), kIdat, end()}), ErrorCode::LimitExceeded);
    CHECK(scan(file({header(10000, 20000, 8, 2), kIdat, end()})));
}

TEST_CASE("limits on bytes and on the number of chunks hold") {
    image::Limits few;
    few.parts = 4;
    CHECK(scan(smallPng(chunk("tEXt", "a\0b"sv)), few));
    refused(smallPng(joined({chunk("tEXt", "a\0b"sv), chunk("tEXt", "a\0b"sv)})), ErrorCode::LimitExceeded, few);
    image::Limits small;
    small.bytes = smallPng().size();
    CHECK(scan(smallPng(), small));
    small.bytes -= 1;
    refused(smallPng(), ErrorCode::LimitExceeded, small);
}

TEST_CASE("a length beyond 2^31 and a name that isn't letters are refused") {
    Bytes bad = smallPng();
    bad[8] = 0x80;
    refused(bad, ErrorCode::Malformed);
    refused(smallPng(chunk("a1Bc", "x"sv)), ErrorCode::Malformed);
    refused(smallPng(chunk("a\0Bc"sv, "x"sv)), ErrorCode::Malformed);
}

TEST_CASE("unknown critical chunks are refused, unknown others only noted") {
    refused(smallPng(chunk("ABCD", "x"sv)), ErrorCode::Unsupported);
    refused(file({chunk("CgBI", "abcd"sv), header(3, 3, 8, 2), kIdat, end()}), ErrorCode::Malformed);
    const auto layout = scan(smallPng(chunk("abCd", "x"sv)));
    REQUIRE(layout);
    CHECK(layout->chunks.at(1).type == "abCd");
}

TEST_CASE("data behind IEND is counted, not read as picture") {
    const Bytes zip = joined({bytesOf("PK\x03\x04"), Bytes(40)});
    const auto layout = scan(joined({smallPng(), zip}));
    REQUIRE(layout);
    CHECK(layout->trailingBytes == 44);
    CHECK(layout->imageEnd == smallPng().size());
}

TEST_CASE("colour chunks that are late, repeated or unsound are ignored, not trusted") {
    const Bytes profile = iccProfile("RGB ");
    const auto iccOf = [](ByteView before, ByteView after = {}) {
        const auto layout = scan(smallPng(before, after));
        REQUIRE(layout);
        return layout->iccProfile;
    };
    CHECK(iccOf(iccpChunk(profile)) == profile);
    CHECK(iccOf({}, iccpChunk(profile)).empty());
    CHECK(iccOf(iccpChunk(iccProfile("GRAY"))).empty());
    CHECK(iccOf(iccpChunk(iccProfile("CMYK"))).empty());
    CHECK(iccOf(chunk("iCCP", "name\0\0not zlib"sv)).empty());
    CHECK(iccOf(chunk("iCCP", "\0\0"sv)).empty());
    CHECK(iccOf(chunk("iCCP", ByteView())).empty());
    CHECK(iccOf(chunk("iCCP", std::string(100, 'n'))).empty());
    CHECK(iccOf(chunk("iCCP", joined({bytesOf("name\0\0"sv), deflated(profile), Bytes{0}}))).empty());
    Bytes longer = profile;
    longer.push_back(0);
    CHECK(iccOf(iccpChunk(longer)).empty());
    Bytes tagOutside = profile;
    tagOutside[140] = 0xff;
    CHECK(iccOf(iccpChunk(tagOutside)).empty());

    const auto repeated = scan(smallPng(joined({iccpChunk(profile), iccpChunk(profile), chunk("sRGB", Bytes{0})})));
    REQUIRE(repeated);
    CHECK_FALSE(repeated->chunks.at(1).ignored);
    CHECK(repeated->chunks.at(2).ignored);
    CHECK(repeated->srgb);
    const auto wrong =
        scan(smallPng(joined({chunk("sRGB", Bytes{4}), chunk("gAMA", Bytes(5)), chunk("pHYs", Bytes(8))})));
    REQUIRE(wrong);
    CHECK_FALSE(wrong->srgb);
    CHECK(std::count_if(wrong->chunks.begin(), wrong->chunks.end(), [](const auto& each) { return each.ignored; }) ==
          3);
}

TEST_CASE("a profile that inflates beyond its limit isn't taken") {
    image::Limits limits;
    limits.profile = 1000;
    Bytes big = iccProfile("RGB ");
    big.resize(2000);
    const Bytes size = big32(2000);
    std::copy(size.begin(), size.end(), big.begin());
    CHECK(scan(smallPng(iccpChunk(big)))->iccProfile.size() == 2000);
    CHECK(scan(smallPng(iccpChunk(big)), limits)->iccProfile.empty());
    CHECK(scan(smallPng(chunk("iCCP", joined({bytesOf("name\0\0"sv), zeros(1U << 26)}))))->iccProfile.empty());
}

TEST_CASE("APNG and EXIF chunks are seen") {
    const auto layout = scan(smallPng(chunk("acTL", Bytes(8)), chunk("eXIf", "MM\0*"sv)));
    REQUIRE(layout);
    CHECK(layout->animated);
    REQUIRE(layout->exif);
    CHECK(layout->exif->length == 4);
}

TEST_CASE("real screenshots pass") {
    for (const auto* name : {"desk-1x-light.png", "phone-2x-light.png"}) {
        const auto source = FileSource::open(std::filesystem::path(EXHIBIT_TEST_DATA) / name);
        REQUIRE(source);
        const auto layout = image::scanPng(**source);
        REQUIRE(layout);
        CHECK(layout->canPassThrough());
    }
}

TEST_CASE("every truncation of a real screenshot at each 97th byte is refused with a reason") {
    for (const auto* name : {"desk-1x-light.png", "phone-2x-light.png"}) {
        const auto source = FileSource::open(std::filesystem::path(EXHIBIT_TEST_DATA) / name);
        REQUIRE(source);
        for (std::uint64_t size = 0; size < (*source)->size(); size += 97) {
            const auto layout = image::scanPng(SliceSource(*source, 0, size));
            REQUIRE_FALSE(layout);
            REQUIRE_FALSE(layout.error().message.empty());
        }
    }
}
