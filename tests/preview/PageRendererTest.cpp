#include "preview/PageRenderer.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

using namespace exhibit;
using namespace exhibit::preview;

namespace {

/// A page of this size and content, upright or turned.
struct TestPage {
    std::string size;
    std::string content;
    int rotation = 0;
};

/// A PDF with right offsets, by hand.
std::string pdf(const std::vector<TestPage>& pages) {
    std::string kids;
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", ""};
    for (const TestPage& page : pages) {
        const std::string number = std::to_string(objects.size() + 1);
        kids += number + " 0 R ";
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + page.size + "]/Rotate " +
                          std::to_string(page.rotation) + "/Contents " + std::to_string(objects.size() + 2) + " 0 R>>");
        objects.push_back("<</Length " + std::to_string(page.content.size()) + ">>stream\n" + page.content +
                          "\nendstream");
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>";
    std::string file = "%PDF-1.4\n";
    std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string offset = std::to_string(file.size());
        table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
        file += std::to_string(i + 1) + " 0 obj" + objects[i] + "endobj\n";
    }
    const std::string start = std::to_string(file.size());
    return file + table + "trailer<</Root 1 0 R/Size " + std::to_string(objects.size() + 1) + ">>\nstartxref\n" +
           start + "\n%%EOF\n";
}

std::uint32_t numberAt(const Bytes& bytes, std::size_t at) {
    return (std::uint32_t{bytes.at(at)} << 24) | (std::uint32_t{bytes.at(at + 1)} << 16) |
           (std::uint32_t{bytes.at(at + 2)} << 8) | bytes.at(at + 3);
}

/// Width and height of a PNG, by its header (ISO/IEC 15948 11.2.2).
std::pair<std::uint32_t, std::uint32_t> sizeOf(const Bytes& png) {
    REQUIRE(textOf(png).starts_with("\x89PNG\r\n\x1a\n"));
    return {numberAt(png, 16), numberAt(png, 20)};
}

Result<PageRenderer> opened(const std::string& file) {
    return PageRenderer::open(MemorySource(std::string_view(file)));
}

std::size_t openDescriptors() {
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

} // namespace

TEST_CASE("Pages are counted, measured and drawn as large as asked for") {
    const auto renderer = opened(pdf({{"72 144", "1 0 0 rg 0 0 72 144 re f"}, {"200 100", "", 90}}));
    REQUIRE(renderer);
    REQUIRE(renderer->pages().size() == 2);
    CHECK(renderer->pages()[0].width == Approx(72));
    CHECK(renderer->pages()[0].height == Approx(144));
    CHECK(renderer->pages()[1].width == Approx(100)); // turned
    CHECK(renderer->pages()[1].height == Approx(200));
    const auto first = renderer->page(1, 100);
    REQUIRE(first);
    CHECK(sizeOf(*first) == std::pair(100U, 200U));
    const auto second = renderer->page(2, 72);
    REQUIRE(second);
    CHECK(sizeOf(*second) == std::pair(100U, 200U));
    CHECK(*first != *second);
    const auto pixels = renderer->pixels(1, 100);
    REQUIRE(pixels);
    CHECK(pixels->width == 100);
    CHECK(pixels->height == 200);
    REQUIRE(pixels->samples.size() == std::size_t{100} * 200 * 3);
    CHECK(Bytes(pixels->samples.begin() + 3000, pixels->samples.begin() + 3003) == Bytes{255, 0, 0});
    CHECK(renderer->pixels(3, 100).error().code == ErrorCode::NotFound);
}

TEST_CASE("What can't be drawn is said") {
    CHECK(opened("Just a text.\n").error().code == ErrorCode::Malformed);
    CHECK(opened("").error().code == ErrorCode::Malformed);
    CHECK(opened("%PDF-1.7\n%%EOF\n").error().code == ErrorCode::Malformed);
    const auto renderer = opened(pdf({{"72 72", ""}, {"14400 14400", ""}}));
    REQUIRE(renderer);
    CHECK(renderer->page(0, 72).error().code == ErrorCode::NotFound);
    CHECK(renderer->page(3, 72).error().code == ErrorCode::NotFound);
    CHECK(renderer->page(1, kSmallestDpi - 1).error().code == ErrorCode::InvalidArgument);
    CHECK(renderer->page(1, kLargestDpi + 1).error().code == ErrorCode::InvalidArgument);
    CHECK(renderer->page(2, 100).error().code == ErrorCode::LimitExceeded);
    CHECK(renderer->page(1, 100));
}

TEST_CASE("Several threads draw at once, and no descriptor is left") {
    const std::size_t before = openDescriptors();
    {
        const auto renderer = opened(pdf({{"72 72", "1 0 0 rg 0 0 72 72 re f"}, {"72 36", ""}}));
        REQUIRE(renderer);
        std::atomic<int> drawn = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&, i] {
                const auto png = renderer->page(static_cast<std::size_t>(i % 2 + 1), 72);
                if (png && numberAt(*png, 20) == (i % 2 == 0 ? 72U : 36U))
                    ++drawn;
            });
        for (std::thread& thread : threads)
            thread.join();
        CHECK(drawn == 4);
    }
    CHECK(openDescriptors() == before);
}
