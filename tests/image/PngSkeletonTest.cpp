#include "pdf/image/PngSkeleton.h"
#include "image/PngMaker.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::image;
using namespace exhibit::test;

namespace {

SharedSource source(Bytes bytes) {
    return std::make_shared<MemorySource>(std::move(bytes));
}

Bytes bytesIn(const SharedSource& file) {
    const auto bytes = file->readAll(std::uint64_t{1} << 30);
    REQUIRE(bytes);
    return *bytes;
}

/// A PNG, its skeleton and its pixels.
struct Taken {
    explicit Taken(Bytes file) : whole(std::move(file)) {
        const SharedSource png = source(whole);
        const auto layout = scanPng(*png);
        REQUIRE(layout);
        skeleton = bytesIn(skeletonOf(png, *layout));
        for (const ByteRange& range : layout->idat) {
            const auto data = png->readExactly(range.offset, static_cast<std::size_t>(range.length));
            REQUIRE(data);
            pixels.insert(pixels.end(), data->begin(), data->end());
        }
    }
    [[nodiscard]] Result<SharedSource> rebuilt() const { return rebuiltPng(source(skeleton), source(pixels)); }

    Bytes whole;
    Bytes skeleton;
    Bytes pixels;
};

Pixel mixed(std::uint32_t x, std::uint32_t y) {
    return {x * 7 % 256, y * 5 % 256, (x * y) % 256, 255};
}

} // namespace

TEST_CASE("A PNG is its skeleton and its pixels, byte for byte") {
    const PngSpec rgb{40, 30};
    std::vector<Bytes> files{png(rgb, mixed),
                             png(rgb, mixed, {}, {}, 1000),
                             png({40, 30, 8, 0}, [](auto x, auto y) { return Pixel{x + y}; }),
                             png({40, 30, 16, 2},
                                 [](auto x, auto y) {
                                     return Pixel{x * 999, y * 999, 7};
                                 }),
                             png(rgb, mixed, chunk("tEXt", "Comment\0hidden"), chunk("tIME", std::string(7, '\1'))),
                             joined({png(rgb, mixed, {}, {}, 3), bytesOf("after the end")}),
                             png(
                                 {40, 30, 8, 3}, [](auto x, auto) { return Pixel{x % 2}; },
                                 chunk("PLTE", std::string("\0\0\0\xff\xff\xff", 6)))};
    for (const Bytes& file : files) {
        const Taken taken(file);
        CHECK(taken.skeleton.size() + taken.pixels.size() == file.size());
        const auto rebuilt = taken.rebuilt();
        REQUIRE(rebuilt);
        CHECK(bytesIn(*rebuilt) == file);
    }
}

TEST_CASE("A rebuilt PNG can be read from anywhere") {
    const Taken taken(png({40, 30}, mixed, {}, {}, 500));
    const auto rebuilt = taken.rebuilt();
    REQUIRE(rebuilt);
    for (std::size_t offset = 0; offset <= taken.whole.size(); offset += 13)
        for (const std::size_t length : {std::size_t{1}, std::size_t{12}, std::size_t{700}}) {
            Bytes piece(length);
            const auto got = (*rebuilt)->read(offset, piece);
            REQUIRE(got);
            CHECK(*got == std::min(length, taken.whole.size() - offset));
            CHECK(std::equal(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(*got),
                             taken.whole.begin() + static_cast<std::ptrdiff_t>(offset)));
        }
}

TEST_CASE("What doesn't fit together is refused") {
    const Taken sound(png({40, 30}, mixed, {}, {}, 4));
    SECTION("pixels missing or over") {
        Taken taken = sound;
        taken.pixels.pop_back();
        CHECK(taken.rebuilt().error().code == ErrorCode::Malformed);
        taken.pixels.resize(sound.pixels.size() + 1);
        CHECK(taken.rebuilt().error().code == ErrorCode::Malformed);
        taken.pixels.clear();
        CHECK(taken.rebuilt().error().code == ErrorCode::Malformed);
    }
    SECTION("a skeleton cut anywhere never gives the file") {
        for (std::size_t length = 0; length < sound.skeleton.size(); ++length) {
            Taken taken = sound;
            taken.skeleton.resize(length);
            const auto rebuilt = taken.rebuilt();
            CHECK((!rebuilt || bytesIn(*rebuilt) != sound.whole));
        }
    }
    SECTION("lengths that lead nowhere") {
        for (const std::size_t place : {std::size_t{8}, std::size_t{33}}) {
            Taken taken = sound;
            taken.skeleton.at(place) = 0xff;
            CHECK(taken.rebuilt().error().code == ErrorCode::Malformed);
        }
    }
    SECTION("endless chunks") {
        Limits limits;
        limits.parts = 4;
        CHECK(rebuiltPng(source(sound.skeleton), source(sound.pixels), limits).error().code ==
              ErrorCode::LimitExceeded);
        limits = {};
        limits.bytes = 100;
        CHECK(rebuiltPng(source(sound.skeleton), source(sound.pixels), limits).error().code ==
              ErrorCode::LimitExceeded);
    }
}
