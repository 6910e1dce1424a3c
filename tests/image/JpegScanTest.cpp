#include "image/PngMaker.h"
#include "pdf/image/ImageScan.h"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace exhibit;
using exhibit::test::iccProfile;
using exhibit::test::joined;
using namespace std::string_view_literals;

namespace {

const Bytes kSoi = {0xff, 0xd8};
const Bytes kEoi = {0xff, 0xd9};

Bytes segment(std::uint8_t marker, ByteView data) {
    const std::size_t length = data.size() + 2;
    return joined(
        {Bytes{0xff, marker, static_cast<std::uint8_t>(length >> 8), static_cast<std::uint8_t>(length)}, data});
}
Bytes segment(std::uint8_t marker, std::string_view data) {
    return segment(marker, bytesOf(data));
}

Bytes frame(std::uint8_t marker, std::uint16_t width, std::uint16_t height, const Bytes& ids,
            std::uint8_t precision = 8) {
    Bytes data = {precision,
                  static_cast<std::uint8_t>(height >> 8),
                  static_cast<std::uint8_t>(height),
                  static_cast<std::uint8_t>(width >> 8),
                  static_cast<std::uint8_t>(width),
                  static_cast<std::uint8_t>(ids.size())};
    for (const std::uint8_t id : ids)
        data.insert(data.end(), {id, 0x11, 0});
    return segment(marker, data);
}

/// The two tables, empty, that scanHeader() names.
Bytes tables() {
    Bytes data(34);
    data[17] = 0x10;
    return segment(0xc4, data);
}

Bytes scanHeader(std::uint8_t components) {
    Bytes data = {components};
    for (std::uint8_t i = 0; i < components; ++i)
        data.insert(data.end(), {i, 0});
    data.insert(data.end(), {0, 63, 0});
    return joined({tables(), segment(0xda, data)});
}

const Bytes kYcc = {1, 2, 3};
const Bytes kCoded = {0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xff, 0xd7, 0x01};

/// A file whose structure is sound; its coded data means nothing.
Bytes jpeg(ByteView before, const Bytes& ids = kYcc, std::uint8_t frameMarker = 0xc0) {
    return joined({kSoi, before, frame(frameMarker, 30, 20, ids), scanHeader(static_cast<std::uint8_t>(ids.size())),
                   kCoded, kEoi});
}

Result<image::JpegLayout> scan(Bytes file, const image::Limits& limits = {}) {
    return image::scanJpeg(MemorySource(std::move(file)), limits);
}

void refused(Bytes file, ErrorCode code, const image::Limits& limits = {}) {
    const auto layout = scan(std::move(file), limits);
    REQUIRE_FALSE(layout);
    CHECK(layout.error().code == code);
    CHECK_FALSE(layout.error().message.empty());
}

/// TIFF with one directory entry.
Bytes tiff(bool little, std::uint16_t tag, std::uint16_t type, std::uint32_t count, std::uint16_t value) {
    Bytes out;
    const auto put = [&out, little](std::uint32_t number, int size) {
        for (int i = 0; i < size; ++i)
            out.push_back(static_cast<std::uint8_t>(number >> (8 * (little ? i : size - 1 - i))));
    };
    out.insert(out.end(), 2, little ? 'I' : 'M');
    put(42, 2);
    put(8, 4);
    put(1, 2);
    put(tag, 2);
    put(type, 2);
    put(count, 4);
    put(value, 2);
    put(0, 2);
    put(0, 4);
    return out;
}

} // namespace

TEST_CASE("a JPEG's structure is found") {
    const Bytes file = jpeg(segment(0xe0, "JFIF\0\1\2\1\0\x60\0\x48\0\0"sv));
    const auto layout = scan(file);
    REQUIRE(layout);
    CHECK(layout->width == 30);
    CHECK(layout->height == 20);
    CHECK(layout->components == 3);
    CHECK(layout->precision == 8);
    CHECK(layout->jfif);
    CHECK_FALSE(layout->progressive);
    CHECK(layout->resolution->x == Approx(96 / 0.0254));
    CHECK(layout->resolution->y == Approx(72 / 0.0254));
    CHECK(layout->imageEnd == file.size());
    REQUIRE(layout->segments.size() == 6);
    CHECK(layout->segments.back().marker == 0xd9);
    CHECK(layout->segments.back().offset == file.size() - 2);
    CHECK(layout->canPassThrough());
}

TEST_CASE("kinds of JPEG that PDF readers don't know are refused, progressive ones noted") {
    CHECK(scan(jpeg({}, kYcc, 0xc2))->progressive);
    CHECK(scan(jpeg({}, kYcc, 0xc1)));
    for (const int marker : {0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf})
        refused(jpeg({}, kYcc, static_cast<std::uint8_t>(marker)), ErrorCode::Unsupported);
    refused(jpeg({}, {1, 2}), ErrorCode::Unsupported);
    refused(jpeg({}, {1, 2, 3, 4, 5}), ErrorCode::Unsupported);
    refused(joined({kSoi, frame(0xc1, 3, 3, kYcc, 12), scanHeader(3), kCoded, kEoi}), ErrorCode::Unsupported);
    refused(jpeg(segment(0xcc, "ab"sv)), ErrorCode::Unsupported);
    refused(jpeg(segment(0xdc, "ab"sv)), ErrorCode::Unsupported);
}

TEST_CASE("what passes through shows the same colours everywhere") {
    const auto adobe = [](char transform) { return segment(0xee, std::string("Adobe\0\x64\0\0\0\0"sv) + transform); };
    const Bytes jfif = segment(0xe0, "JFIF\0\1\2\1\0\x60\0\x48\0\0"sv);
    const Bytes rgb = {'R', 'G', 'B'};
    CHECK(scan(jpeg({}, {1}))->canPassThrough());
    CHECK(scan(jpeg({}))->canPassThrough());
    CHECK_FALSE(scan(jpeg({}, {1, 2, 3, 4}))->canPassThrough());
    CHECK_FALSE(scan(jpeg({}, rgb))->canPassThrough());
    CHECK(scan(jpeg(jfif, rgb))->canPassThrough());
    CHECK(scan(jpeg(adobe(0), rgb))->canPassThrough());
    CHECK(scan(jpeg(adobe(0)))->adobeTransform == 0);
    CHECK(scan(jpeg(adobe(1)))->canPassThrough());
    CHECK_FALSE(scan(jpeg(adobe(2)))->canPassThrough());
    CHECK_FALSE(scan(jpeg(joined({jfif, adobe(0)})))->canPassThrough());
}

TEST_CASE("unsound structure is refused") {
    const Bytes head = joined({kSoi, frame(0xc0, 3, 3, kYcc)});
    refused({}, ErrorCode::Malformed);
    refused(joined({kSoi, kEoi}), ErrorCode::Malformed);
    refused(joined({head, kEoi}), ErrorCode::Malformed);
    refused(joined({head, scanHeader(3), kCoded}), ErrorCode::Malformed);
    refused(joined({kSoi, scanHeader(3), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({head, head, scanHeader(3), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({head, frame(0xc0, 3, 3, kYcc), scanHeader(3), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({head, scanHeader(4), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({head, scanHeader(0), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({head, Bytes{0x00}, scanHeader(3), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({head, Bytes{0xff, 0x00}, scanHeader(3), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({head, Bytes{0xff, 0xd3}, scanHeader(3), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({head, Bytes{0xff, 0x01}, scanHeader(3), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({head, Bytes{0xff, 0xe5, 0, 1}, scanHeader(3), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({kSoi, segment(0xc0, "abc"sv), scanHeader(3), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({kSoi, frame(0xc0, 0, 3, kYcc), scanHeader(3), kCoded, kEoi}), ErrorCode::Malformed);
    refused(joined({kSoi, frame(0xc0, 3, 0, kYcc), scanHeader(3), kCoded, kEoi}), ErrorCode::Malformed);
    CHECK(scan(joined({head, Bytes{0xff, 0xff}, scanHeader(3), kCoded, kEoi})));
}

TEST_CASE("a scan whose code tables are missing or cut off is refused") {
    const Bytes head = joined({kSoi, frame(0xc0, 3, 3, {1})});
    const auto file = [&head](const Bytes& tableData, std::uint8_t selectors) {
        const Bytes scan = {1, 1, selectors, 0, 63, 0};
        return joined({head, segment(0xc4, tableData), segment(0xda, scan), kCoded, kEoi});
    };
    Bytes both(34);
    both[17] = 0x10;
    CHECK(scan(file(both, 0x00)));
    refused(file(both, 0x01), ErrorCode::Malformed);
    refused(file(both, 0x10), ErrorCode::Malformed);
    refused(file(Bytes(17), 0x00), ErrorCode::Malformed);
    refused(file(Bytes(33), 0x00), ErrorCode::Malformed);
    refused(file({}, 0x00), ErrorCode::Malformed);
    Bytes tooFewValues = both;
    tooFewValues[33] = 1;
    refused(file(tooFewValues, 0x00), ErrorCode::Malformed);
    tooFewValues.push_back(7);
    CHECK(scan(file(tooFewValues, 0x00)));
}

TEST_CASE("sizes beyond the limits are refused, and progressive ones by their memory") {
    refused(joined({kSoi, frame(0xc0, 65535, 65535, kYcc), scanHeader(3), kCoded, kEoi}), ErrorCode::LimitExceeded);
    const Bytes large = joined({kSoi, frame(0xc0, 14000, 14000, kYcc), scanHeader(3), kCoded, kEoi});
    const Bytes largeProgressive = joined({kSoi, frame(0xc2, 14000, 14000, kYcc), scanHeader(3), kCoded, kEoi});
    CHECK(scan(large));
    refused(largeProgressive, ErrorCode::LimitExceeded);
    image::Limits few;
    few.parts = 6;
    CHECK(scan(jpeg(segment(0xfe, "a"sv)), few));
    refused(jpeg(joined({segment(0xfe, "a"sv), segment(0xfe, "a"sv)})), ErrorCode::LimitExceeded, few);
    few.bytes = 10;
    refused(jpeg({}), ErrorCode::LimitExceeded, few);
}

TEST_CASE("data behind EOI is counted") {
    const Bytes file = joined({jpeg({}), bytesOf("PK\3\4")});
    CHECK(scan(file)->trailingBytes == 4);
    CHECK(scan(file)->imageEnd == file.size() - 4);
}

TEST_CASE("a profile in parts is put together, an incomplete one left out") {
    const Bytes profile = iccProfile("RGB ");
    const auto part = [](std::uint8_t number, std::uint8_t count, ByteView bytes) {
        return segment(0xe2, joined({bytesOf("ICC_PROFILE\0"sv), Bytes{number, count}, bytes}));
    };
    const ByteView first = ByteView(profile).first(70);
    const ByteView second = ByteView(profile).subspan(70);
    CHECK(scan(jpeg(part(1, 1, profile)))->iccProfile == profile);
    CHECK(scan(jpeg(joined({part(1, 2, first), part(2, 2, second)})))->iccProfile == profile);
    CHECK(scan(jpeg(joined({part(2, 2, second), part(1, 2, first)})))->iccProfile == profile);
    CHECK(scan(jpeg(part(1, 2, first)))->iccProfile.empty());
    CHECK(scan(jpeg(joined({part(1, 2, first), part(1, 2, first)})))->iccProfile.empty());
    CHECK(scan(jpeg(joined({part(1, 2, first), part(2, 3, second)})))->iccProfile.empty());
    CHECK(scan(jpeg(part(0, 1, profile)))->iccProfile.empty());
    CHECK(scan(jpeg(part(2, 1, profile)))->iccProfile.empty());
    CHECK(scan(jpeg(part(1, 1, profile), {1}))->iccProfile.empty());
    CHECK(scan(jpeg(part(1, 1, iccProfile("GRAY")), {1}))->iccProfile == iccProfile("GRAY"));
}

TEST_CASE("the EXIF orientation is read in either byte order, and only when it is sound") {
    for (const bool little : {false, true}) {
        for (std::uint16_t value = 0; value < 12; ++value) {
            const Bytes block = tiff(little, 0x0112, 3, 1, value);
            const bool valid = value >= 1 && value <= 8;
            CHECK(image::exifOrientation(block) == (valid ? std::optional<int>(value) : std::nullopt));
            const auto layout = scan(jpeg(segment(0xe1, joined({bytesOf("Exif\0\0"sv), block}))));
            REQUIRE(layout);
            CHECK(layout->orientation == (valid ? value : 1));
            CHECK(layout->exif->length == block.size());
        }
        CHECK_FALSE(image::exifOrientation(tiff(little, 0x0113, 3, 1, 6)));
        CHECK_FALSE(image::exifOrientation(tiff(little, 0x0112, 4, 1, 6)));
        CHECK_FALSE(image::exifOrientation(tiff(little, 0x0112, 3, 2, 6)));
        const Bytes whole = tiff(little, 0x0112, 3, 1, 6);
        for (std::size_t size = 0; size < 22; ++size)
            CHECK_FALSE(image::exifOrientation(ByteView(whole).first(size)));
    }
    Bytes loop = tiff(false, 0x0112, 3, 1, 6);
    for (const int offset : {0, 4, 7, 200, 255}) {
        loop[7] = static_cast<std::uint8_t>(offset);
        CHECK_FALSE(image::exifOrientation(loop));
    }
    Bytes many = tiff(false, 0x0112, 3, 1, 6);
    many[8] = 0xff;
    CHECK_FALSE(image::exifOrientation(many));
}

TEST_CASE("a real JPEG passes, and every truncation at each 97th byte is refused with a reason") {
    const auto source = FileSource::open(std::filesystem::path(EXHIBIT_TEST_DATA) / "desk-1x-dark-jpg60.jpg");
    REQUIRE(source);
    const auto whole = image::scanJpeg(**source);
    REQUIRE(whole);
    CHECK(whole->canPassThrough());
    CHECK(whole->width == 1000);
    for (std::uint64_t size = 0; size < (*source)->size(); size += 97) {
        const auto layout = image::scanJpeg(SliceSource(*source, 0, size));
        REQUIRE_FALSE(layout);
        REQUIRE_FALSE(layout.error().message.empty());
    }
}
