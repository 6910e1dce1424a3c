// Adds exhibits to a case, for tests that run several at once or kill them. store_adder CASE LABEL COUNT
// Writes one byte to standard output when the case is open, and one for every exhibit that was added.

#include "StoreFixture.h"

#include <charconv>
#include <cstdio>
#include <cstring>

using namespace exhibit;
using namespace exhibit::test;

namespace {

void report(char what) {
    if (::write(STDOUT_FILENO, &what, 1) != 1)
        std::_Exit(3);
}

/// Sizes on both sides of a piece, and large ones that SQLite writes to the disk before the commit.
std::size_t sizeOf(int count) {
    constexpr std::size_t sizes[] = {100, 40'000, kPieceSize + 1, 3'000, 5 * kPieceSize};
    return sizes[static_cast<std::size_t>(count) % std::size(sizes)];
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4)
        return 2;
    int wanted = 0;
    std::from_chars(argv[3], argv[3] + std::strlen(argv[3]), wanted);
    const SystemClock clock;
    SystemRandom random;
    auto file = CaseFile::open(argv[1], Access::Write, {clock, random, "exhibit17 test"});
    if (!file) {
        std::fprintf(stderr, "%s\n", file.error().text().c_str());
        return 1;
    }
    report('o');
    for (int count = 0; count < wanted; ++count) {
        const std::string label = std::string(argv[2]) + "-" + std::to_string(count);
        const auto added =
            file->addExhibit(capture(label, std::string(sizeOf(count), static_cast<char>('a' + count % 26))));
        if (!added) {
            std::fprintf(stderr, "%s\n", added.error().text().c_str());
            return 1;
        }
        report('+');
    }
    return 0;
}
