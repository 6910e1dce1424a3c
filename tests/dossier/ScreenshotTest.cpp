// How screenshots stand on the pages: phones side by side, tall pictures cut between lines.

#include "dossier/DossierFixture.h"
#include "image/PngMaker.h"
#include "pdf/reader/Reader.h"

#include <catch2/catch.hpp>
#include <map>

using namespace exhibit;
using namespace exhibit::test;

namespace {

/// A chat: lines of text, with more room after every eighth.
CapturedItem chat(std::uint32_t width, std::uint32_t height, std::uint32_t line, std::uint32_t seed) {
    const Sampler sample = [=](std::uint32_t x, std::uint32_t y) {
        const std::uint32_t row = y % (line * 14);
        const bool isText = row < line * 12 && row % (line + line / 2) < line && x > width / 10 && x < width * 3 / 4;
        const std::uint32_t ink = isText && (x * seed + y) % 3 == 0 ? 30 : 245;
        return Pixel{ink, ink, ink, 255};
    };
    CapturedItem item = picture("phone-2x-light.png", width, height);
    item.fileName = "chat-" + std::to_string(seed) + ".png";
    item.bytes = std::make_shared<MemorySource>(png({width, height}, sample));
    return item;
}

std::map<std::string, pdf::FigureInfo> figuresOf(World& world, const Folder& folder,
                                                 std::vector<CapturedItem> pictures) {
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(capture(world, "Who?", "They.", std::move(pictures))));
    (void)exportTo(world, *file, folder / "dossier.pdf");
    const auto verified = verify(folder / "dossier.pdf");
    INFO(describe(verified));
    CHECK(verified.verdict == Verdict::IntactUnanchored);
    const auto source = FileSource::open(folder / "dossier.pdf");
    REQUIRE(source);
    const auto reader = pdf::Reader::open(*source);
    REQUIRE(reader);
    std::map<std::string, pdf::FigureInfo> figures;
    for (const pdf::FigureInfo& figure : reader->figures())
        figures.emplace(figure.id, figure);
    return figures;
}

const std::string kFirst = "exhibit-1-screenshot-1", kSecond = "exhibit-1-screenshot-2",
                  kThird = "exhibit-1-screenshot-3";

} // namespace

TEST_CASE("Pictures of phones stand two on a page, others for themselves") {
    const Folder folder;
    World world;
    auto figures = figuresOf(world, folder,
                             {chat(400, 860, 18, 1), chat(400, 860, 18, 2), picture("desk-1x-light.png", 1000, 900)});
    CHECK(figures.at(kFirst).firstPage == figures.at(kSecond).firstPage);
    CHECK(figures.at(kThird).firstPage > figures.at(kSecond).firstPage);
    for (const auto& [id, figure] : figures)
        CHECK(figure.parts == 1);
}

TEST_CASE("A tall picture of a phone goes on beside itself, one of a wide page over the pages") {
    const Folder folder;
    World world;
    auto figures = figuresOf(world, folder, {chat(400, 3200, 18, 1), chat(1200, 6000, 14, 2)});
    const pdf::FigureInfo& phone = figures.at(kFirst);
    const pdf::FigureInfo& page = figures.at(kSecond);
    CHECK(phone.parts >= 3);
    CHECK(page.parts >= 3);
    // Two parts of the one on each page, one part of the other.
    CHECK(page.firstPage == phone.firstPage + (phone.parts + 1) / 2);
}
