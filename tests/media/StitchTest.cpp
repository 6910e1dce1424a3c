// A long picture holds every row once, and isn't made where the frames don't surely belong together.

#include "media/Stitch.h"
#include "media/Pictures.h"

#include <functional>

using namespace exhibit;
using namespace exhibit::test;

namespace {

constexpr std::uint32_t kWidth = 200;
constexpr std::uint32_t kHeight = 300;
constexpr std::uint32_t kTitle = 40; ///< rows that don't scroll, at the top
constexpr std::uint32_t kField = 30; ///< and at the bottom
constexpr std::uint32_t kScrolled = kHeight - kTitle - kField;
constexpr std::uint32_t kSalt = 2654435761U;

/// A row of the chat: every fourth is blank, the others have something of their own.
Pixel chat(std::uint32_t x, std::uint32_t y) {
    if (y % 4 == 3)
        return {255, 255, 255, 255};
    const std::uint32_t sample = (y * kSalt ^ (x / 8) * 40503U) >> 13;
    return {sample & 0xff, sample >> 4 & 0xff, 30, 255};
}

using Change = std::function<std::optional<Pixel>(std::uint32_t x, std::uint32_t y)>;

/// What a window shows of the chat after scrolling this far.
SharedSource frame(std::uint32_t scrolled, const Change& change = {}, std::uint32_t width = kWidth) {
    return std::make_shared<MemorySource>(png({width, kHeight}, [&](std::uint32_t x, std::uint32_t y) -> Pixel {
        if (change)
            if (const auto changed = change(x, y))
                return *changed;
        if (y < kTitle)
            return {0, 0, y * 3, 255};
        if (y >= kHeight - kField)
            return {x, y % 256, 0, 255};
        return chat(x, y - kTitle + scrolled);
    }));
}

struct Shown {
    media::Stitched whole;
    PlainPixels pixels;
};

Shown stitched(const std::vector<SharedSource>& frames) {
    auto whole = media::stitchFrames(frames);
    INFO((whole ? "" : whole.error().text()));
    REQUIRE(whole);
    PlainPixels pixels = plainPixels(whole->png);
    REQUIRE(pixels.width == whole->width);
    REQUIRE(pixels.height == whole->height);
    return {*std::move(whole), std::move(pixels)};
}

Pixel pixelOf(const PlainPixels& pixels, std::uint32_t x, std::uint32_t y) {
    const std::size_t at = (std::size_t{y} * pixels.width + x) * pixels.channels;
    return {pixels.samples[at], pixels.samples[at + 1], pixels.samples[at + 2], 255};
}

/// Title, `rows` rows of the chat, field: nothing twice and nothing missing.
void checkChat(const Shown& shown, std::uint32_t rows, std::uint32_t columns = kWidth) {
    REQUIRE(shown.pixels.height == kTitle + rows + kField);
    std::uint32_t wrong = 0;
    for (std::uint32_t y = 0; y < shown.pixels.height; ++y)
        for (std::uint32_t x = 0; x < columns; ++x) {
            const Pixel expected = y < kTitle          ? Pixel{0, 0, y * 3, 255}
                                   : y < kTitle + rows ? chat(x, y - kTitle)
                                                       : Pixel{x, (y - rows - kTitle + kHeight - kField) % 256, 0, 255};
            wrong += pixelOf(shown.pixels, x, y) == expected ? 0U : 1U;
        }
    CHECK(wrong == 0);
}

void refuses(const std::vector<SharedSource>& frames, ErrorCode code, const std::string& words) {
    const auto whole = media::stitchFrames(frames);
    REQUIRE_FALSE(whole);
    CHECK(whole.error().code == code);
    CHECK_THAT(whole.error().text(), Catch::Contains(words));
}

} // namespace

TEST_CASE("frames that overlap make one picture with every row once") {
    const Shown two = stitched({frame(0), frame(100)});
    checkChat(two, kScrolled + 100);
    REQUIRE(two.whole.parts.size() == 2);
    CHECK(two.whole.parts[0] == media::StitchedPart{0, 0, kHeight - kField});
    CHECK(two.whole.parts[1].to == kHeight);
    // Steps of any size, even one row.
    checkChat(stitched({frame(0), frame(1), frame(180), frame(333), frame(500)}), kScrolled + 500);
}

TEST_CASE("scrolling up is as good, and a frame that was taken twice counts once") {
    checkChat(stitched({frame(300), frame(170), frame(0)}), kScrolled + 300);
    checkChat(stitched({frame(0), frame(0), frame(100), frame(100)}), kScrolled + 100);
}

TEST_CASE("a cursor that blinks in the field and a scroll bar don't matter") {
    const auto cursor = [](std::uint32_t x, std::uint32_t y) -> std::optional<Pixel> {
        return x == 20 && y > kHeight - 20 && y < kHeight - 10 ? std::optional(Pixel{0, 0, 255, 255}) : std::nullopt;
    };
    const Shown blinking = stitched({frame(0, cursor), frame(120), frame(240, cursor), frame(300)});
    checkChat(blinking, kScrolled + 300);

    const auto bar = [](std::uint32_t top) {
        return [top](std::uint32_t x, std::uint32_t y) -> std::optional<Pixel> {
            if (x < kWidth - 10)
                return std::nullopt;
            return y >= top && y < top + 60 ? Pixel{90, 90, 90, 255} : Pixel{230, 230, 230, 255};
        };
    };
    checkChat(stitched({frame(0, bar(0)), frame(110, bar(37)), frame(220, bar(74))}), kScrolled + 220, kWidth - 10);
}

TEST_CASE("frames without a sure overlap stay what they are") {
    refuses({frame(0), frame(kScrolled)}, ErrorCode::NotFound, "1, 2");
    refuses({frame(0), frame(kScrolled - 20)}, ErrorCode::NotFound, "no part in common");
    refuses({frame(0), frame(100), frame(700)}, ErrorCode::NotFound, "2, 3");
    // The same lines again and again: they fit in more ways than one.
    const auto stripes = [](std::uint32_t phase) {
        return frame(0, [phase](std::uint32_t x, std::uint32_t y) -> std::optional<Pixel> {
            return Pixel{(y + phase) % 16 * 10, x / 8, 7, 255};
        });
    };
    refuses({stripes(0), stripes(5)}, ErrorCode::NotFound, "no part in common");
    // A blank page.
    const auto blank = [](std::uint32_t line) {
        return frame(0, [line](std::uint32_t, std::uint32_t y) -> std::optional<Pixel> {
            return y == line ? Pixel{0, 0, 0, 255} : Pixel{255, 255, 255, 255};
        });
    };
    refuses({blank(200), blank(100)}, ErrorCode::NotFound, "no part in common");
}

TEST_CASE("one sample that differs in each row is a difference") {
    const auto noise = [](std::uint32_t x, std::uint32_t y) -> std::optional<Pixel> {
        return x == 5 ? std::optional(Pixel{(y * 7) % 256, 1, 1, 255}) : std::nullopt;
    };
    refuses({frame(0), frame(100, noise)}, ErrorCode::NotFound, "no part in common");
}

TEST_CASE("what can't be one picture is refused with a reason") {
    refuses({frame(0)}, ErrorCode::InvalidArgument, "two pictures or more");
    refuses({frame(0), frame(0)}, ErrorCode::InvalidArgument, "all the same");
    refuses({frame(0), frame(50, {}, kWidth + 1)}, ErrorCode::InvalidArgument, "width");
    image::Limits limits;
    limits.pixels = kWidth * (kHeight + 50);
    CHECK(media::stitchFrames({frame(0), frame(50)}, limits));
    CHECK(media::stitchFrames({frame(0), frame(51)}, limits).error().code == ErrorCode::LimitExceeded);
}
