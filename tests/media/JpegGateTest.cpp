#include "media/JpegMaker.h"
#include "media/Pictures.h"

#include <cmath>
#include <filesystem>

using namespace exhibit;
using namespace exhibit::test;
using namespace std::string_view_literals;

namespace {

/// Four flat quarters, so that what JPEG loses is nearly nothing: top left, top right, bottom left, bottom right.
constexpr std::array<std::array<std::uint8_t, 4>, 4> kQuarters = {
    {{200, 30, 40, 250}, {20, 180, 60, 200}, {30, 60, 220, 150}, {240, 220, 20, 100}}};
constexpr std::uint32_t kWidth = 48;
constexpr std::uint32_t kHeight = 32;

std::size_t quarterAt(std::uint32_t x, std::uint32_t y) {
    return (y >= kHeight / 2 ? 2U : 0U) + (x >= kWidth / 2 ? 1U : 0U);
}

std::uint8_t quarters(std::uint32_t x, std::uint32_t y, int channel) {
    return kQuarters.at(quarterAt(x, y)).at(static_cast<std::size_t>(channel));
}

Bytes made(JpegSpec spec) {
    spec.width = kWidth;
    spec.height = kHeight;
    return jpeg(spec, quarters);
}

/// The colour in the middle of each quarter of a derived picture.
std::array<std::size_t, 4> quartersSeen(const PlainPixels& pixels, const std::array<std::array<int, 3>, 4>& wanted) {
    std::array<std::size_t, 4> seen{};
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t x = pixels.width / 4 + (i % 2 == 1 ? pixels.width / 2 : 0);
        const std::size_t y = pixels.height / 4 + (i >= 2 ? pixels.height / 2 : 0);
        seen.at(i) = 4;
        for (std::size_t quarter = 0; quarter < 4; ++quarter) {
            bool same = true;
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const int sample = pixels.samples.at((y * pixels.width + x) * 3 + channel);
                same = same && std::abs(sample - wanted.at(quarter).at(channel)) <= 4;
            }
            if (same)
                seen.at(i) = quarter;
        }
    }
    return seen;
}

/// Of inverted CMYK: ink 255 is none.
std::array<std::array<int, 3>, 4> cmykColours(bool inverted) {
    std::array<std::array<int, 3>, 4> colours{};
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const auto light = [&](std::size_t c) {
                return (inverted ? kQuarters.at(i).at(c) : 255 - kQuarters.at(i).at(c)) / 255.0;
            };
            colours.at(i).at(channel) = static_cast<int>(std::lround(255 * light(channel) * light(3)));
        }
    return colours;
}

constexpr std::array<std::size_t, 4> kInPlace = {0, 1, 2, 3};

} // namespace

TEST_CASE("grey, colour and progressive JPEG pass as they are") {
    for (const int channels : {1, 3})
        for (const bool progressive : {false, true}) {
            const auto inspection = inspected(made({.channels = channels, .progressive = progressive}));
            REQUIRE(inspection);
            CHECK(inspection->width == kWidth);
            CHECK(inspection->height == kHeight);
            CHECK(inspection->progressive == progressive);
            CHECK(inspection->colour == (channels == 1 ? media::ColourKind::Grey : media::ColourKind::Rgb));
            CHECK_FALSE(media::needsDerivation(*inspection));
            CHECK_FALSE(media::disclosesPlaceOrDevice(*inspection));
        }
}

TEST_CASE("CMYK becomes RGB, inverted or not") {
    for (const bool inverted : {false, true}) {
        const MemorySource source(made({.channels = 4, .adobeMarker = inverted}));
        const auto inspection = media::inspect(source, media::NullMediaHelper());
        REQUIRE(inspection);
        CHECK(inspection->colour == media::ColourKind::Cmyk);
        REQUIRE(media::needsDerivation(*inspection));
        const auto derived = media::derive(source, *inspection);
        REQUIRE(derived);
        CHECK(derived->operation == "cmyk-to-rgb");
        CHECK(quartersSeen(plainPixels(derived->bytes), cmykColours(inverted)) == kInPlace);
    }
}

TEST_CASE("a JPEG whose colours readers take differently becomes a PNG") {
    const MemorySource source(made({.rgbStored = true}));
    const auto inspection = media::inspect(source, media::NullMediaHelper());
    REQUIRE(inspection);
    REQUIRE(media::needsDerivation(*inspection));
    const auto derived = media::derive(source, *inspection);
    REQUIRE(derived);
    CHECK(derived->operation == "jpeg-to-png");
    std::array<std::array<int, 3>, 4> colours{};
    for (std::size_t i = 0; i < 4; ++i)
        colours.at(i) = {kQuarters.at(i)[0], kQuarters.at(i)[1], kQuarters.at(i)[2]};
    CHECK(quartersSeen(plainPixels(derived->bytes), colours) == kInPlace);
}

TEST_CASE("what is derived stands upright in all eight orientations") {
    // Which side the stored first row and first column show (Exif 2.32, 4.6.4 A): t, b, l, r.
    static constexpr std::array<std::string_view, 8> sides = {"tl", "tr", "br", "bl", "lt", "rt", "rb", "lb"};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        INFO("orientation " << orientation);
        const MemorySource source(
            withSegments(made({.channels = 4, .adobeMarker = true}), exifSegment(orientation, false)));
        const auto inspection = media::inspect(source, helper());
        REQUIRE(inspection);
        CHECK(inspection->orientation == orientation);
        CHECK_FALSE(media::disclosesPlaceOrDevice(*inspection));
        const auto derived = media::derive(source, *inspection);
        REQUIRE(derived);
        CHECK(derived->operation == (orientation == 1 ? "cmyk-to-rgb" : "cmyk-to-rgb+turn-upright"));
        const PlainPixels pixels = plainPixels(derived->bytes);
        CHECK(pixels.width == (orientation >= 5 ? kHeight : kWidth));
        const auto seen = quartersSeen(pixels, cmykColours(true));
        for (std::size_t stored = 0; stored < 4; ++stored) {
            const auto opposite = [](char side) { return "bltr"["trbl"sv.find(side)]; };
            const char first = sides.at(static_cast<std::size_t>(orientation - 1))[0];
            const char second = sides.at(static_cast<std::size_t>(orientation - 1))[1];
            const char rowSide = stored < 2 ? first : opposite(first);
            const char columnSide = stored % 2 == 0 ? second : opposite(second);
            const bool bottom = rowSide == 'b' || columnSide == 'b';
            const bool right = rowSide == 'r' || columnSide == 'r';
            CHECK(seen.at((bottom ? 2U : 0U) + (right ? 1U : 0U)) == stored);
        }
    }
}

TEST_CASE("a JPEG of one colour is refused") {
    for (const int channels : {1, 3, 4})
        refused(inspected(jpeg({.width = 40, .height = 40, .channels = channels},
                               [](auto, auto, int) { return std::uint8_t{90}; })),
                ErrorCode::InvalidArgument, "same colour");
}

TEST_CASE("a JPEG whose data ends early or breaks off is refused") {
    const Bytes good = made({});
    REQUIRE(inspected(good));
    const auto scanStart = [&good] {
        const auto layout = image::scanJpeg(MemorySource(good));
        const auto& scan = layout->segments.at(layout->segments.size() - 2);
        return static_cast<std::ptrdiff_t>(scan.dataOffset + scan.length);
    }();
    for (std::ptrdiff_t size = scanStart; size < static_cast<std::ptrdiff_t>(good.size()) - 4; size += 7) {
        Bytes bad(good.begin(), good.begin() + size);
        bad.insert(bad.end(), {0xff, 0xd9});
        refused(inspected(bad), ErrorCode::Malformed, "unpacked");
    }
    Bytes noTables = good;
    const std::size_t table = textOf(good).find("\xff\xc4");
    REQUIRE(table != std::string_view::npos);
    noTables[table + 1] = 0xfe; // the tables become a comment
    refused(inspected(noTables), ErrorCode::Malformed, "tables are missing");
}

TEST_CASE("too many scans are refused") {
    const Bytes good = made({.progressive = true});
    const auto layout = image::scanJpeg(MemorySource(good));
    REQUIRE(layout);
    const auto& segments = layout->segments;
    const std::size_t from = segments.at(segments.size() - 2).offset;
    const ByteView lastScan = ByteView(good).subspan(from, good.size() - 2 - from);
    Bytes bad(good.begin(), good.end() - 2);
    for (int i = 0; i < 120; ++i)
        bad = joined({bad, lastScan});
    bad.insert(bad.end(), {0xff, 0xd9});
    refused(inspected(bad), ErrorCode::LimitExceeded, "too many passes");
}

TEST_CASE("memory for progressive pictures is limited in the library too") {
    image::Limits limits;
    limits.memory = 140'000;
    CHECK(inspected(jpeg({.width = 400, .height = 400}, quarters), limits));
    const Bytes progressive = jpeg({.width = 150, .height = 150, .progressive = true}, quarters);
    CHECK(inspected(progressive));
    refused(inspected(progressive, limits), ErrorCode::LimitExceeded, "too large");
}

TEST_CASE("a cleaned JPEG keeps every pixel, the profile and the orientation, and nothing else") {
    const Bytes profile = segment(0xe2, joined({bytesOf("ICC_PROFILE\0\1\1"sv), iccProfile("RGB ")}));
    const Bytes secrets =
        joined({exifSegment(6, true), profile, segment(0xe1, bytesOf("http://ns.adobe.com/xap/1.0/\0<x>SECRET"sv)),
                segment(0xed, bytesOf("Photoshop 3.0\0SECRET"sv)), segment(0xe0, bytesOf("JFXX\0SECRET"sv)),
                segment(0xe2, bytesOf("MPF\0SECRET"sv)), segment(0xfe, bytesOf("SECRET comment")),
                segment(0xec, bytesOf("DuckySECRET"))});
    const Bytes plain = made({});
    const MemorySource source(joined({withSegments(plain, secrets), bytesOf("SECRET trailer")}));
    const auto inspection = media::inspect(source, media::NullMediaHelper());
    REQUIRE(inspection);
    CHECK(inspection->orientation == 6);
    CHECK(inspection->texts.size() == 1);
    CHECK(inspection->trailingBytes == 14);
    CHECK(media::disclosesPlaceOrDevice(*inspection));
    const auto cleaned = media::clean(source, *inspection);
    REQUIRE(cleaned);
    CHECK_FALSE(holds(cleaned->bytes, "SECRET"));
    CHECK(cleaned->format == image::Format::Jpeg);
    const auto layout = image::scanJpeg(MemorySource(cleaned->bytes));
    REQUIRE(layout);
    CHECK(layout->orientation == 6);
    CHECK(layout->iccProfile == iccProfile("RGB "));
    CHECK(layout->jfif);
    CHECK(layout->trailingBytes == 0);
    // Everything from the tables on is the same, byte for byte.
    const std::size_t tables = textOf(plain).find("\xff\xdb");
    REQUIRE(tables != std::string_view::npos);
    CHECK(textOf(cleaned->bytes).ends_with(textOf(plain).substr(tables)));
    const auto again = media::inspect(MemorySource(cleaned->bytes), helper());
    REQUIRE(again);
    CHECK_FALSE(media::disclosesPlaceOrDevice(*again));
}

TEST_CASE("a preview picture in the JFIF header and an appendix to the Adobe one are cut off") {
    const Bytes jfif = segment(0xe0, bytesOf("JFIF\0\1\2\0\0\1\0\1\2\1SECRET"sv));
    const Bytes adobe = segment(0xee, bytesOf("Adobe\0\x64\0\0\0\0\1SECRET"sv));
    const Bytes plain = made({});
    const MemorySource source(withSegments(plain, joined({jfif, adobe})));
    const auto inspection = media::inspect(source, media::NullMediaHelper());
    REQUIRE(inspection);
    CHECK(inspection->disclosures.size() == 2);
    const auto cleaned = media::clean(source, *inspection);
    REQUIRE(cleaned);
    CHECK_FALSE(holds(cleaned->bytes, "SECRET"));
    CHECK_FALSE(media::disclosesPlaceOrDevice(*inspected(cleaned->bytes)));
    CHECK(image::scanJpeg(MemorySource(cleaned->bytes))->adobeTransform == 1);
}

TEST_CASE("a JPEG without anything to clean stays as it is") {
    for (const auto& file : {made({}), made({.channels = 1}), made({.progressive = true})})
        CHECK(media::clean(MemorySource(file), *inspected(file))->bytes == file);
}

TEST_CASE("every truncation of the sample pictures at each 97th byte is refused with a reason, with and without an end "
          "mark") {
    for (const auto* name : {"desk-1x-light.png", "desk-1x-dark-jpg60.jpg", "phone-2x-light.png"}) {
        const auto source = FileSource::open(std::filesystem::path(EXHIBIT_TEST_DATA) / name);
        REQUIRE(source);
        REQUIRE(media::inspect(**source, media::NullMediaHelper()));
        for (std::uint64_t size = 0; size < (*source)->size(); size += 97) {
            const auto cut = media::inspect(SliceSource(*source, 0, size), media::NullMediaHelper());
            REQUIRE_FALSE(cut);
            REQUIRE_FALSE(cut.error().message.empty());
        }
    }
    const auto source = FileSource::open(std::filesystem::path(EXHIBIT_TEST_DATA) / "desk-1x-dark-jpg60.jpg");
    const auto whole = (*source)->readAll(1 << 20);
    REQUIRE(whole);
    for (std::size_t size = 97 * 7; size < whole->size() - 200; size += 97 * 7) {
        Bytes cut(whole->begin(), whole->begin() + static_cast<std::ptrdiff_t>(size));
        cut.insert(cut.end(), {0xff, 0xd9});
        REQUIRE_FALSE(inspected(cut));
    }
}

TEST_CASE("a flipped byte anywhere in a JPEG is taken or refused, never a crash") {
    const auto source = FileSource::open(std::filesystem::path(EXHIBIT_TEST_DATA) / "desk-1x-dark-jpg60.jpg");
    const auto whole = (*source)->readAll(1 << 20);
    REQUIRE(whole);
    std::size_t taken = 0;
    std::size_t tried = 0;
    for (std::size_t at = 2; at < whole->size(); at += at < 700 ? 11 : 997) {
        Bytes flipped = *whole;
        flipped[at] = static_cast<std::uint8_t>(flipped[at] ^ 0x55U);
        const auto result = inspected(flipped);
        ++tried;
        taken += result ? 1U : 0U;
        if (!result)
            REQUIRE_FALSE(result.error().message.empty());
    }
    CHECK(taken < tried);
}
