// Changes a case, for tests that run several at once or kill them. store_adder CASE LABEL COUNT adds exhibits;
// store_adder CASE --redact COUNT puts one redaction, with its copy of the first exhibit's prompt, after another.
// Writes one byte to standard output when the case is open, and one for every change that was made.

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

Result<> addNext(CaseFile& file, const std::string& label, int count) {
    EXHIBIT_TRY(file.addExhibit(
        capture(label + "-" + std::to_string(count), std::string(sizeOf(count), static_cast<char>('a' + count % 26)))));
    return {};
}

/// The redaction and its copy hold the same number, so that a test can tell whether they belong together.
Result<> redactNext(CaseFile& file, int count) {
    Revision revision;
    revision.exhibit = 1;
    revision.kind = MarkupKind::Redaction;
    EXHIBIT_ASSIGN(revision.basis, file.custodyState());
    EXHIBIT_ASSIGN(const auto present, file.markups(1, MarkupKind::Redaction));
    for (const StoredMarkup& markup : present)
        revision.removed.push_back(markup.number);
    EXHIBIT_ASSIGN(const Exhibit exhibit, file.exhibit(1));
    for (const Artifact& artifact : exhibit.artifacts)
        if (artifact.operation == kRedactOperation)
            revision.discarded.push_back(artifact.id);
    Redaction redaction;
    redaction.text = std::to_string(count);
    EXHIBIT_ASSIGN(std::string content, toJson(redaction));
    revision.added.push_back(std::move(content));
    const std::string copy = redaction.text + " " + std::string(sizeOf(count), 'x');
    revision.copies.push_back({exhibit.artifacts.front().id, "text/plain", std::nullopt,
                               std::make_shared<MemorySource>(std::string_view(copy))});
    EXHIBIT_TRY(file.revise(revision));
    return {};
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
        const auto done =
            std::string_view(argv[2]) == "--redact" ? redactNext(*file, count) : addNext(*file, argv[2], count);
        if (!done) {
            std::fprintf(stderr, "%s\n", done.error().text().c_str());
            return 1;
        }
        report('+');
    }
    return 0;
}
