#include "capture/ScreenPng.h"

#include <catch2/catch.hpp>
#include <zlib.h>

using namespace exhibit;
using namespace exhibit::capture;

namespace {

QImage noise(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    std::uint32_t state = 1;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, 0xff000000U | ((state = state * 1664525U + 1013904223U) >> 8));
    return image;
}

std::uint32_t big32(ByteView bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
}

/// The types of all chunks; fails if one isn't whole.
std::vector<std::string> chunksOf(ByteView png) {
    std::vector<std::string> types;
    for (ByteView rest = png.subspan(8); !rest.empty();) {
        const std::size_t length = big32(rest);
        REQUIRE(rest.size() >= length + 12);
        types.emplace_back(textOf(rest.subspan(4, 4)));
        CHECK(big32(rest.subspan(8 + length)) == crc32_z(0, rest.data() + 4, length + 4));
        rest = rest.subspan(length + 12);
    }
    return types;
}

} // namespace

TEST_CASE("a screenshot comes back pixel by pixel") {
    for (const QSize size : {QSize(1, 1), QSize(3, 5), QSize(1001, 7), QSize(640, 480), QSize(1920, 1080)}) {
        const QImage image = noise(size.width(), size.height());
        const auto png = screenPng(image);
        REQUIRE(png);
        const QImage read = QImage::fromData(png->data(), static_cast<int>(png->size()), "PNG");
        REQUIRE(read.size() == size);
        CHECK(read.convertToFormat(QImage::Format_RGB32) == image);
    }
}

TEST_CASE("a screenshot's file holds the pixels and nothing else") {
    QImage image = noise(100, 50);
    image.setText("Title", "Somebody's inbox");
    image.setDevicePixelRatio(2);
    image.setDotsPerMeterX(3780);
    const auto png = screenPng(image);
    REQUIRE(png);
    CHECK(chunksOf(*png) == std::vector<std::string>{"IHDR", "IDAT", "IEND"});
    CHECK(textOf(*png).find("inbox") == std::string_view::npos);
    // ISO/IEC 15948, 11.2.2: 8 bits, colour type 2, not interlaced.
    CHECK(Bytes(png->begin() + 24, png->begin() + 29) == Bytes{8, 2, 0, 0, 0});
    CHECK(screenPng(image).value() == *png);
}

TEST_CASE("no picture gives no file") {
    CHECK_FALSE(screenPng(QImage()));
}

TEST_CASE("a picture of one colour is recognised wherever a second one is missing") {
    QImage image(64, 32, QImage::Format_RGB32);
    image.fill(0xff102030);
    CHECK(onlyColour(image) == 0x102030U);
    for (const QPoint at : {QPoint(0, 0), QPoint(63, 0), QPoint(0, 31), QPoint(63, 31), QPoint(30, 17)}) {
        QImage other = image;
        other.setPixel(at, 0xff102031);
        CHECK_FALSE(onlyColour(other));
    }
    CHECK_FALSE(onlyColour(QImage()));
}
