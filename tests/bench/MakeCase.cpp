// Makes the cases that the benchmark reads: bench_make_case FILE EXHIBITS
#include "core/Random.h"
#include "store/CaseFile.h"

#include <charconv>
#include <iostream>
#include <string_view>

using namespace exhibit;

namespace {

Result<Capture> textCapture(const Clock& clock, int number) {
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
    return capture;
}

Result<> makeCase(const char* path, int exhibits) {
    const SystemClock clock;
    SystemRandom random;
    CaseDetails details;
    details.subject.name = "Benchmark";
    details.country = "DE";
    details.wishes = {Wish::Erasure};
    EXHIBIT_ASSIGN(CaseFile file, CaseFile::create(path, details, {clock, random, "benchmark"}));
    for (int i = 1; i <= exhibits; ++i) {
        EXHIBIT_ASSIGN(const Capture capture, textCapture(clock, i));
        EXHIBIT_TRY(file.addExhibit(capture));
    }
    return {};
}

} // namespace

int main(int argc, char** argv) {
    int exhibits = 0;
    if (argc == 3)
        std::from_chars(argv[2], argv[2] + std::string_view(argv[2]).size(), exhibits);
    if (exhibits <= 0) {
        std::cerr << "usage: bench_make_case FILE EXHIBITS\n";
        return 64;
    }
    const auto made = makeCase(argv[1], exhibits);
    if (!made)
        std::cerr << made.error().text() << '\n';
    return made ? 0 : 70;
}
