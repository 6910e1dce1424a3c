// Makes the cases that the benchmark reads: bench_make_case FILE EXHIBITS [PICTURE...]
// With pictures, each exhibit has one of them as its screenshot, in turn.
#include "core/Random.h"
#include "store/CaseFile.h"

#include <charconv>
#include <iostream>
#include <span>
#include <string_view>

using namespace exhibit;

namespace {

Result<CapturedItem> screenshot(const char* path) {
    CapturedItem item;
    item.role = Role::Screenshot;
    item.mediaType = "image/png";
    item.origin = Origin::File;
    EXHIBIT_ASSIGN(item.bytes, FileSource::open(path));
    return item;
}

Result<Capture> captureOf(const Clock& clock, int number, std::span<char*> pictures) {
    Capture capture;
    capture.method = "import";
    capture.time = clock.read();
    capture.tool = toolName();
    capture.operatingSystem = operatingSystemName();
    EXHIBIT_ASSIGN(
        CapturedItem prompt,
        textItem(Role::Prompt, "What do you know about person " + std::to_string(number) + "?", Origin::Typed, true));
    EXHIBIT_ASSIGN(
        CapturedItem response,
        textItem(Role::Response, "Person " + std::to_string(number) + " lives in Lindau.", Origin::Typed, true));
    capture.items = {std::move(prompt), std::move(response)};
    if (!pictures.empty()) {
        EXHIBIT_ASSIGN(CapturedItem item, screenshot(pictures[static_cast<std::size_t>(number - 1) % pictures.size()]));
        capture.items.push_back(std::move(item));
    }
    return capture;
}

Result<> makeCase(const char* path, int exhibits, std::span<char*> pictures) {
    const SystemClock clock;
    SystemRandom random;
    CaseDetails details;
    details.subject.name = "Benchmark";
    details.country = "DE";
    details.wishes = {Wish::Erasure};
    EXHIBIT_ASSIGN(CaseFile file, CaseFile::create(path, details, {clock, random, "benchmark"}));
    for (int i = 1; i <= exhibits; ++i) {
        EXHIBIT_ASSIGN(const Capture capture, captureOf(clock, i, pictures));
        EXHIBIT_TRY(file.addExhibit(capture));
    }
    return {};
}

} // namespace

int main(int argc, char** argv) {
    int exhibits = 0;
    if (argc >= 3)
        std::from_chars(argv[2], argv[2] + std::string_view(argv[2]).size(), exhibits);
    if (exhibits <= 0) {
        std::cerr << "usage: bench_make_case FILE EXHIBITS [PICTURE...]\n";
        return 64;
    }
    const auto made = makeCase(argv[1], exhibits, std::span(argv, static_cast<std::size_t>(argc)).subspan(3));
    if (!made)
        std::cerr << made.error().text() << '\n';
    return made ? 0 : 70;
}
