// Nothing of what was painted over is left, and nothing else has changed.

#include "media/JpegMaker.h"
#include "media/Pictures.h"
#include "media/Redact.h"

#include <array>
#include <set>

using namespace exhibit;
using namespace exhibit::test;

namespace {

constexpr std::uint32_t kWidth = 60;
constexpr std::uint32_t kHeight = 40;
constexpr Region kRegion{10, 5, 20, 8};

std::uint32_t sampleAt(std::uint32_t x, std::uint32_t y, std::uint32_t channel) {
    return (x * 7 + y * 13 + channel * 61 + x * y) % 251 + 1;
}

Pixel pixelAt(std::uint32_t x, std::uint32_t y) {
    return {sampleAt(x, y, 0), sampleAt(x, y, 1), sampleAt(x, y, 2), 255};
}

bool isWithin(std::uint32_t x, std::uint32_t y, const Region& region) {
    return x >= region.x && x < region.x + region.width && y >= region.y && y < region.y + region.height;
}

media::Derived redacted(const Bytes& file, std::initializer_list<Region> regions) {
    const auto inspection = inspected(file);
    REQUIRE(inspection);
    const std::vector<Region> list(regions);
    auto made = media::redact(MemorySource(file), *inspection, list);
    INFO((made ? "" : made.error().text()));
    REQUIRE(made);
    CHECK(made->operation == "redact");
    CHECK(made->format == image::Format::Png);
    return *std::move(made);
}

std::set<Bytes> coloursIn(const PlainPixels& pixels, const Region& region) {
    std::set<Bytes> colours;
    for (std::uint32_t y = region.y; y < region.y + region.height; ++y)
        for (std::uint32_t x = region.x; x < region.x + region.width; ++x) {
            const std::size_t at = (std::size_t{y} * pixels.width + x) * pixels.channels;
            const ByteView pixel = ByteView(pixels.samples).subspan(at, pixels.channels);
            colours.emplace(pixel.begin(), pixel.end());
        }
    return colours;
}

} // namespace

TEST_CASE("A redacted PNG has one colour in the region and the same pixels elsewhere") {
    const Bytes text = chunk("tEXt", std::string_view("Comment\0MARKER", 14));
    const Bytes profile = iccpChunk(iccProfile("RGB "));
    Bytes file = png({kWidth, kHeight}, pixelAt, joined({profile, text}), text, 3);
    const std::string_view trailing = "MARKER behind the end";
    file.insert(file.end(), trailing.begin(), trailing.end());
    REQUIRE(holds(file, "MARKER"));
    const media::Derived made = redacted(file, {kRegion, {55, 35, 5, 5}});
    CHECK(chunkTypes(made.bytes) == "IHDR IDAT IEND");
    CHECK_FALSE(holds(made.bytes, "MARKER"));
    CHECK_FALSE(holds(made.bytes, "Comment"));

    const PlainPixels pixels = plainPixels(made.bytes);
    REQUIRE(pixels.samples.size() == std::size_t{kWidth} * kHeight * 3);
    CHECK(coloursIn(pixels, kRegion) == std::set<Bytes>{Bytes{0, 0, 0}});
    CHECK(coloursIn(pixels, {55, 35, 5, 5}) == std::set<Bytes>{Bytes{0, 0, 0}});
    std::size_t different = 0;
    for (std::uint32_t y = 0; y < kHeight; ++y)
        for (std::uint32_t x = 0; x < kWidth; ++x)
            for (std::uint32_t channel = 0; channel < 3; ++channel) {
                const bool black = isWithin(x, y, kRegion) || isWithin(x, y, {55, 35, 5, 5});
                const std::uint32_t expected = black ? 0 : sampleAt(x, y, channel);
                different += pixels.samples[(std::size_t{y} * kWidth + x) * 3 + channel] == expected ? 0U : 1U;
            }
    CHECK(different == 0);
}

TEST_CASE("Grey, transparent, 16 bits and interlaced pictures are redacted too") {
    for (const int colour : {0, 2, 4, 6})
        for (const int depth : {8, 16})
            for (const bool interlaced : {false, true}) {
                const PngSpec spec{kWidth, kHeight, depth, colour, interlaced};
                const std::uint32_t scale = depth == 16 ? 257 : 1;
                const Bytes file = png(spec, [scale](std::uint32_t x, std::uint32_t y) {
                    Pixel pixel = pixelAt(x, y);
                    for (std::uint32_t& sample : pixel)
                        sample *= scale;
                    return pixel;
                });
                const PlainPixels pixels = plainPixels(redacted(file, {kRegion}).bytes);
                REQUIRE(pixels.width == kWidth);
                CHECK(coloursIn(pixels, kRegion) == std::set<Bytes>{Bytes(pixels.channels, 0)});
                CHECK(coloursIn(pixels, {31, 5, 20, 8}).size() > 1);
            }
}

TEST_CASE("A redacted JPEG is a PNG, and the blocks around the region are black as well") {
    const auto sampler = [](std::uint32_t x, std::uint32_t y, int channel) {
        return static_cast<std::uint8_t>(sampleAt(x, y, static_cast<std::uint32_t>(channel)));
    };
    const Bytes picture = jpeg({96, 64}, sampler);
    const Bytes file = withSegments(picture, exifSegment(1, true));
    const media::Derived made = redacted(file, {{40, 24, 8, 8}});
    CHECK(chunkTypes(made.bytes) == "IHDR IDAT IEND");
    CHECK_FALSE(holds(made.bytes, "Exif"));
    const PlainPixels pixels = plainPixels(made.bytes);
    CHECK(coloursIn(pixels, {24, 8, 40, 40}) == std::set<Bytes>{Bytes{0, 0, 0}});
    CHECK(coloursIn(pixels, {64, 8, 16, 16}).size() > 1);
}

TEST_CASE("Regions are those of the picture as it is looked at") {
    const auto sampler = [](std::uint32_t x, std::uint32_t, int) {
        return static_cast<std::uint8_t>(x < 48 ? 200 : 90);
    };
    // Orientation 6: the stored left side is the upper side that is seen.
    const Bytes file = withSegments(jpeg({96, 64}, sampler), exifSegment(6, false));
    const PlainPixels pixels = plainPixels(redacted(file, {{0, 0, 64, 16}}).bytes);
    REQUIRE(pixels.width == 64);
    REQUIRE(pixels.height == 96);
    CHECK(coloursIn(pixels, {0, 0, 64, 32}) == std::set<Bytes>{Bytes{0, 0, 0}});
    CHECK(pixels.samples[std::size_t{40} * 64 * 3] > 150);
    CHECK(pixels.samples[std::size_t{80} * 64 * 3] < 130);
}

TEST_CASE("A region outside of the picture is refused") {
    const Bytes file = png({kWidth, kHeight}, pixelAt);
    const auto inspection = inspected(file);
    REQUIRE(inspection);
    for (const Region& region : {Region{0, 0, kWidth + 1, 1}, Region{0, kHeight, 1, 1}, Region{4000000000U, 0, 1, 1}}) {
        const auto made = media::redact(MemorySource(file), *inspection, std::span(&region, 1));
        REQUIRE_FALSE(made);
        CHECK(made.error().code == ErrorCode::InvalidArgument);
    }
}
