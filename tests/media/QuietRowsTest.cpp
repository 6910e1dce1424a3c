// Tall pictures are cut where nothing is cut through.

#include "media/QuietRows.h"
#include "media/JpegMaker.h"
#include "media/Pictures.h"

using namespace exhibit;
using namespace exhibit::test;

namespace {

constexpr std::uint32_t kWidth = 400;
constexpr std::uint32_t kLine = 20;  ///< rows of a line of text
constexpr std::uint32_t kSpace = 12; ///< rows between two lines
constexpr std::uint32_t kLines = 30;
constexpr std::uint32_t kHeight = kLines * (kLine + kSpace);

/// Something like letters in lines, beside a bar that goes from top to bottom.
std::uint8_t inkAt(std::uint32_t x, std::uint32_t y) {
    if (x < 10)
        return 90;
    const bool isLine = y % (kLine + kSpace) >= kSpace;
    return isLine && x > 40 && x < 300 && (x / 3 + y) % 3 == 0 ? 20 : 240;
}

void checkLines(const Result<media::RowSurvey>& survey) {
    REQUIRE(survey);
    CHECK(survey->lineHeight >= kLine - 2);
    CHECK(survey->lineHeight <= kLine + 2);
    REQUIRE(survey->gaps.size() >= kLines);
    for (const media::RowSurvey::Gap& gap : survey->gaps) {
        CHECK(gap.begin < gap.end);
        const std::uint32_t middle = (gap.begin + gap.end) / 2;
        CHECK((middle == 0 || middle % (kLine + kSpace) < kSpace));
    }
}

} // namespace

TEST_CASE("The rows between lines of text are found, and how high the lines are") {
    const Sampler sample = [](std::uint32_t x, std::uint32_t y) {
        const std::uint32_t ink = inkAt(x, y);
        return Pixel{ink, ink, ink, 255};
    };
    checkLines(media::surveyRows(MemorySource(png({kWidth, kHeight}, sample))));
    checkLines(media::surveyRows(MemorySource(png({kWidth, kHeight, 8, 0}, sample))));
    const Sampler deep = [](std::uint32_t x, std::uint32_t y) { return Pixel{inkAt(x, y) * 257U, 0, 0, 0}; };
    checkLines(media::surveyRows(MemorySource(png({kWidth, kHeight, 16, 0}, deep))));
}

TEST_CASE("What compression changes isn't taken for text") {
    const auto sample = [](std::uint32_t x, std::uint32_t y, int) { return inkAt(x, y); };
    const Bytes file = jpeg({.width = kWidth, .height = kHeight, .quality = 60}, sample);
    const auto survey = media::surveyRows(MemorySource(file));
    REQUIRE(survey);
    CHECK(survey->gaps.size() >= kLines - 2);
}

TEST_CASE("A wide gap is one gap, and a picture without any has none") {
    const auto gapsOf = [](std::uint32_t from, std::uint32_t to) {
        const Sampler sample = [=](std::uint32_t x, std::uint32_t y) {
            const std::uint32_t ink = y >= from && y < to ? 200 : (x * 37 + y * 91) % 256;
            return Pixel{ink, ink, ink, 255};
        };
        const auto survey = media::surveyRows(MemorySource(png({kWidth, 300}, sample)));
        REQUIRE(survey);
        CHECK(survey->lineHeight == 0);
        return survey->gaps;
    };
    const auto gaps = gapsOf(100, 160);
    REQUIRE(gaps.size() == 1);
    CHECK(gaps[0].begin == 100);
    CHECK(gaps[0].end == 160);
    CHECK(gapsOf(0, 0).empty());
}

TEST_CASE("A picture that is turned for looking at it, or broken, has no rows to cut at") {
    const Bytes plain = jpeg({.width = 40, .height = 30}, [](std::uint32_t, std::uint32_t, int) { return 200; });
    CHECK_FALSE(media::surveyRows(MemorySource(plain))->gaps.empty());
    CHECK(media::surveyRows(MemorySource(withSegments(plain, exifSegment(6, false))))->gaps.empty());
    Bytes cut = smallPng();
    cut.resize(cut.size() - 20);
    CHECK_FALSE(media::surveyRows(MemorySource(cut)));
    CHECK_FALSE(media::surveyRows(MemorySource(std::string_view("GIF89a"))));
}
