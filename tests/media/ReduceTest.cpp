#include "media/Reduce.h"
#include "media/Scale.h"
#include "media/Stack.h"

#include "JpegMaker.h"
#include "Pictures.h"

using namespace exhibit;
using namespace exhibit::media;
using namespace exhibit::test;

namespace {

Reduced reducedOf(const Bytes& file, const Reduction& wanted) {
    const auto reduced = reduce(MemorySource(file), wanted);
    INFO((reduced ? "" : reduced.error().text()));
    REQUIRE(reduced);
    return *reduced;
}

/// A photo's noise: PNG is bad at it.
Pixel noise(std::uint32_t x, std::uint32_t y) {
    const std::uint32_t mixed = (x * 2654435761U) ^ (y * 2246822519U) ^ (x * y * 3266489917U);
    return {mixed >> 24, (mixed >> 16) & 0xffU, (mixed >> 8) & 0xffU, 255};
}

/// Text on paper: few colours, hard edges.
Pixel text(std::uint32_t x, std::uint32_t y) {
    const std::uint32_t ink = (x / 3 + y / 5) % 4 == 0 ? 20 : 250;
    return {ink, ink, ink == 20 ? 90U : 250U, 255};
}

const PngSpec kSpec{200, 150};

/// A white page with some ink in the rows from `firstInk` to `lastInk`.
Bytes page(std::uint32_t width, std::uint32_t height, std::uint32_t firstInk, std::uint32_t lastInk) {
    Bytes samples(std::size_t{width} * height * 3, 255);
    for (std::size_t y = firstInk; y <= lastInk; ++y)
        samples[(y * width + 5) * 3] = 200;
    return samples;
}

} // namespace

TEST_CASE("Packed anew, a picture has the same pixels and nothing else") {
    const Bytes file =
        png(kSpec, text, chunk("tEXt", std::string("Comment\0secret", 14)), chunk("tIME", std::string(7, 1)), 7);
    const Reduced packed = reducedOf(file, {100, false, 0});
    CHECK(packed.format == image::Format::Png);
    CHECK(packed.bytes.size() < file.size());
    CHECK(chunkTypes(packed.bytes) == "IHDR IDAT IEND");
    const PlainPixels pixels = plainPixels(packed.bytes);
    REQUIRE(pixels.samples.size() == std::size_t{200} * 150 * 3);
    for (std::uint32_t y = 0; y < 150; ++y)
        for (std::uint32_t x = 0; x < 200; ++x)
            for (std::size_t channel = 0; channel < 3; ++channel)
                if (pixels.samples[(std::size_t{y} * 200 + x) * 3 + channel] != text(x, y)[channel])
                    FAIL("pixel " << x << "," << y);
    CHECK(packed.reduction == Reduction{100, false, 0});
}

TEST_CASE("Whichever encoding is smaller is taken") {
    const Bytes photo = png(kSpec, noise);
    const Reduced asJpeg = reducedOf(photo, {100, false, 80});
    CHECK(asJpeg.format == image::Format::Jpeg);
    CHECK(asJpeg.reduction.quality == 80);
    const auto layout = image::scanJpeg(MemorySource(asJpeg.bytes));
    REQUIRE(layout);
    CHECK(layout->canPassThrough());
    CHECK(layout->components == 3);
    CHECK(layout->width == 200);
    for (const image::JpegSegment& segment : layout->segments)
        CHECK((segment.marker < 0xe1 || segment.marker > 0xef)); // no application segment but JFIF
    const Reduced asPng = reducedOf(png(kSpec, text), {100, false, 80});
    CHECK(asPng.format == image::Format::Png);
    CHECK(asPng.reduction.quality == 0);
}

TEST_CASE("Grey and smaller is what it says") {
    const Reduced grey = reducedOf(png(kSpec, text), {50, true, 0});
    CHECK(grey.width == 100);
    CHECK(grey.height == 75);
    const PlainPixels pixels = plainPixels(grey.bytes);
    CHECK(pixels.width == 100);
    CHECK(pixels.channels == 1);
    const Reduced odd = reducedOf(png({7, 3}, text), {34, false, 0});
    CHECK(odd.width == 2);
    CHECK(odd.height == 1);
}

TEST_CASE("A JPEG that was stored turned stands upright") {
    const Bytes lying =
        withSegments(jpeg({.width = 64, .height = 32},
                          [](auto x, auto, int) { return x < 32 ? std::uint8_t{250} : std::uint8_t{10}; }),
                     exifSegment(6, true));
    const Reduced upright = reducedOf(lying, {100, true, 90});
    CHECK(upright.width == 32);
    CHECK(upright.height == 64);
    CHECK_FALSE(holds(upright.bytes, "Exif"));
}

TEST_CASE("Areas are averaged, and no pixel is lost") {
    // Ten pixels to four: 2.5 each.
    RowScaler scaler(10, 2, 1, 4, 1);
    const Bytes black(10, 0);
    const Bytes white(10, 200);
    CHECK(scaler.add(black).empty());
    const ByteView row = scaler.add(white);
    CHECK(Bytes(row.begin(), row.end()) == Bytes(4, 100));
    for (const std::uint32_t height : {1U, 2U, 3U, 7U, 10U}) {
        RowScaler same(10, 10, 1, 10, height);
        std::uint32_t rows = 0;
        for (std::uint32_t y = 0; y < 10; ++y)
            rows += same.add(white).empty() ? 0U : 1U;
        CHECK(rows == height);
    }
    RowScaler thin(9, 1, 1, 3, 1);
    Bytes line(9, 255);
    line[4] = 0;
    const ByteView paler = thin.add(line);
    CHECK(Bytes(paler.begin(), paler.end()) == Bytes{255, 170, 255});
}

TEST_CASE("No text gets smaller than it can be read") {
    CHECK(smallestLegibleScale(1920, 1080, 100) == 75);
    CHECK(smallestLegibleScale(3840, 2160, 200) == 50);
    CHECK(smallestLegibleScale(1920, 1080, 125) == 75);
    CHECK(smallestLegibleScale(1170, 2532, 300) == 34);
    CHECK(smallestLegibleScale(1170, 2532, 400) == 34);
    CHECK(smallestLegibleScale(1080, 2400, 0) == 39);
    CHECK(smallestLegibleScale(1920, 1080, 0) == 75);
    CHECK(smallestLegibleScale(400, 900, 0) == 75);
}

TEST_CASE("Pages stand below one another without their empty parts") {
    PageStack stack(84, {0.05, 0.8});
    CHECK(stack.png(StackColours::Grey).error().code == ErrorCode::InvalidArgument);
    REQUIRE(stack.add(page(84, 100, 10, 19)));
    REQUIRE(stack.add(page(84, 100, 40, 44)));
    REQUIRE(stack.add(page(84, 100, 90, 95))); // beyond the band
    const auto png = stack.png(StackColours::AsTheyAre);
    REQUIRE(png);
    const PlainPixels pixels = plainPixels(*png);
    CHECK(pixels.width == 84);
    CHECK(pixels.channels == 3);
    CHECK(pixels.height == 10 + 5 + 3 * 3);
    CHECK(pixels.samples[(std::size_t{3} * 84 + 5) * 3] == 200);
    CHECK(chunkTypes(*png) == "IHDR IDAT IEND");
    CHECK(plainPixels(*stack.png(StackColours::Grey)).channels == 1);
    CHECK(stack.add(Bytes(100, 0)).error().code == ErrorCode::InvalidArgument);
    PageStack wide(10'000, {});
    const Bytes large(std::size_t{10'000} * 3 * 2'500, 7);
    REQUIRE(wide.add(large));
    CHECK(wide.add(large).error().code == ErrorCode::LimitExceeded);
}
