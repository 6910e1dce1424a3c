// Nothing of what was painted over is left, and nothing else has changed.

#include "media/Redact.h"
#include "media/JpegMaker.h"
#include "media/Pictures.h"

#include <algorithm>
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

/// True for the paint: black, with a white frame if there is room.
bool isPainted(const std::set<Bytes>& colours) {
    return std::all_of(colours.begin(), colours.end(), [](const Bytes& pixel) {
        return (pixel.front() == 0 || pixel.front() == 255) &&
               std::count(pixel.begin(), pixel.end(), pixel.front()) == static_cast<std::ptrdiff_t>(pixel.size());
    });
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

TEST_CASE("A redacted PNG has paint in the region and the same pixels elsewhere") {
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
    CHECK(coloursIn(pixels, kRegion) == std::set<Bytes>{Bytes{0, 0, 0}, Bytes{255, 255, 255}});
    CHECK(coloursIn(pixels, {12, 7, 16, 4}) == std::set<Bytes>{Bytes{0, 0, 0}}); // within the frame
    CHECK(coloursIn(pixels, {55, 35, 5, 5}) == std::set<Bytes>{Bytes{0, 0, 0}}); // no room for one
    std::size_t different = 0;
    for (std::uint32_t y = 0; y < kHeight; ++y)
        for (std::uint32_t x = 0; x < kWidth; ++x)
            for (std::uint32_t channel = 0; channel < 3; ++channel) {
                if (isWithin(x, y, kRegion) || isWithin(x, y, {55, 35, 5, 5}))
                    continue;
                const std::uint8_t sample = pixels.samples[(std::size_t{y} * kWidth + x) * 3 + channel];
                different += sample == sampleAt(x, y, channel) ? 0U : 1U;
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
                CHECK(isPainted(coloursIn(pixels, kRegion)));
                CHECK(coloursIn(pixels, {31, 5, 20, 8}).size() > 1);
            }
}

TEST_CASE("A picture with a palette is redacted") {
    Bytes palette;
    for (std::uint32_t i = 0; i < 16; ++i)
        for (const std::uint32_t sample : {i * 10 + 20, 200 - i * 5, i * 16 + 1})
            palette.push_back(static_cast<std::uint8_t>(sample));
    for (const int depth : {4, 8}) {
        const Bytes file = png(
            {kWidth, kHeight, depth, 3},
            [](std::uint32_t x, std::uint32_t y) {
                return Pixel{(x + y) % 16, 0, 0, 0};
            },
            chunk("PLTE", palette));
        const PlainPixels pixels = plainPixels(redacted(file, {kRegion}).bytes);
        REQUIRE(pixels.channels == 3);
        CHECK(isPainted(coloursIn(pixels, kRegion)));
        CHECK(coloursIn(pixels, {31, 5, 20, 8}).size() == 16);
    }
}

namespace {

/// Sharp edges everywhere: every pixel of a coding unit has something of all others.
std::uint8_t edgesAt(std::uint32_t x, std::uint32_t y, int channel) {
    return static_cast<std::uint8_t>(sampleAt(x / 3 * 3, y / 3 * 3, static_cast<std::uint32_t>(channel)));
}

/// A JPEG and the same with other pixels in the region.
std::pair<Bytes, Bytes> twins(const JpegSpec& spec, const Region& region) {
    const auto other = [&](std::uint32_t x, std::uint32_t y, int channel) {
        return isWithin(x, y, region) ? static_cast<std::uint8_t>(255 * ((x + y) % 2)) : edgesAt(x, y, channel);
    };
    return {jpeg(spec, edgesAt), jpeg(spec, other)};
}

} // namespace

TEST_CASE("Of what stood in a JPEG's region no trace is left around it") {
    const Region region{42, 25, 7, 5};
    for (const int channels : {1, 3})
        for (const bool progressive : {false, true})
            for (const int quality : {30, 75, 100}) {
                JpegSpec spec{96, 64, channels, progressive};
                spec.quality = quality;
                const auto [one, other] = twins(spec, region);
                REQUIRE(one != other);
                const media::Derived made = redacted(one, {region});
                CHECK(made.bytes == redacted(other, {region}).bytes);
                const PlainPixels pixels = plainPixels(made.bytes);
                CHECK(isPainted(coloursIn(pixels, {40, 24, 8, 8}))); // the whole units
                CHECK_FALSE(isPainted(coloursIn(pixels, {66, 8, 16, 16})));
            }
}

TEST_CASE("A redacted JPEG is a PNG without its metadata") {
    const Bytes file = withSegments(jpeg({96, 64}, edgesAt), exifSegment(1, true));
    const media::Derived made = redacted(file, {{40, 24, 8, 8}});
    CHECK(chunkTypes(made.bytes) == "IHDR IDAT IEND");
    CHECK_FALSE(holds(made.bytes, "Exif"));
}

TEST_CASE("Regions are those of the picture as it is looked at") {
    // A dark field, 24 pixels wide and 16 high, in the upper left corner of what is seen.
    const Region field{0, 0, 24, 16};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        CAPTURE(orientation);
        const bool turned = orientation >= 5;
        const std::uint32_t width = turned ? 64 : 96;  // as seen
        const std::uint32_t height = turned ? 96 : 64; // as seen
        const auto stored = [&](std::uint32_t x, std::uint32_t y, int) {
            // The field's place in the stored picture, by the names of the corners in EXIF.
            const bool atRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
            const bool atBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
            const std::uint32_t fromSide = atRight ? 95 - x : x;
            const std::uint32_t fromEdge = atBottom ? 63 - y : y;
            const bool dark = turned ? fromSide < field.height && fromEdge < field.width
                                     : fromSide < field.width && fromEdge < field.height;
            return static_cast<std::uint8_t>(dark ? 60 : 200);
        };
        const Bytes file = withSegments(jpeg({96, 64}, stored), exifSegment(orientation, false));
        const PlainPixels open = plainPixels(redacted(file, {{width - 8, height - 8, 8, 8}}).bytes);
        REQUIRE(open.width == width);
        REQUIRE(open.height == height);
        CHECK(open.samples[(std::size_t{2} * width + 2) * 3] < 100); // the test draws what it says
        CHECK(open.samples[(std::size_t{50} * width + 50) * 3] > 150);
        const PlainPixels pixels = plainPixels(redacted(file, {field}).bytes);
        CHECK(isPainted(coloursIn(pixels, field)));
        CHECK_FALSE(isPainted(coloursIn(pixels, {48, 48, 8, 8})));
        const auto all = coloursIn(pixels, {0, 0, width, height});
        CHECK(std::none_of(all.begin(), all.end(),
                           [](const Bytes& pixel) { return pixel.front() > 40 && pixel.front() < 120; }));
    }
}

TEST_CASE("What other formats spread around a region goes too") {
    const Bytes file = png({kWidth, kHeight}, pixelAt);
    const auto inspection = inspected(file);
    REQUIRE(inspection);
    const Region region{30, 20, 4, 4};
    const auto made = media::redact(MemorySource(file), *inspection, std::span(&region, 1), 10);
    REQUIRE(made);
    const PlainPixels pixels = plainPixels(made->bytes);
    CHECK(isPainted(coloursIn(pixels, {20, 10, 24, 24})));
    CHECK_FALSE(isPainted(coloursIn(pixels, {44, 10, 1, 24})));
    const std::vector<Region> grown{{20, 10, 24, 24}};
    CHECK(media::isPaintedOver(MemorySource(made->bytes), grown) == true);
    const std::vector<Region> more{{20, 10, 24, 24}, {0, 0, 2, 2}};
    CHECK(media::isPaintedOver(MemorySource(made->bytes), more) == false);
    CHECK_FALSE(media::isPaintedOver(MemorySource(std::string_view("no PNG")), grown));
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
