// Large artifacts, foreign permissions, odd captures.

#include "Child.h"
#include "StoreFixture.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sys/stat.h>

using namespace exhibit;
using namespace exhibit::test;

namespace {

/// Bytes that are made as they are read.
class MadeSource final : public ByteSource {
public:
    explicit MadeSource(std::uint64_t size) : m_size(size) {}
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> out) const override {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), m_size - offset));
        for (std::size_t i = 0; i < count; ++i)
            out[i] = static_cast<std::uint8_t>((offset + i) * 2'654'435'761U >> 24);
        return count;
    }

private:
    std::uint64_t m_size;
};

/// A source that is shorter than it says.
class ShortSource final : public ByteSource {
public:
    [[nodiscard]] std::uint64_t size() const override { return 3 * kPieceSize; }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> out) const override {
        return offset < kPieceSize ? out.size() : out.size() / 2;
    }
};

/// The peak of this process's memory in KiB since the last reset (proc(5), clear_refs).
long peakMemory() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:") {
            long value = 0;
            status >> value;
            return value;
        }
    return 0;
}

void resetPeakMemory() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

Capture largeCapture(SharedSource source) {
    Capture result = capture("large");
    result.items.push_back(item(Role::Attachment, "", "application/octet-stream"));
    result.items.back().bytes = std::move(source);
    return result;
}

} // namespace

TEST_CASE("A large file is added, read and checked in constant memory") {
    constexpr std::uint64_t kSize = 300 * kPieceSize + 123;
    constexpr long kMost = 24 * 1024; // KiB, on top of what the process had
    const Folder folder(On::Disk);
    World world;
    auto file = CaseFile::create(folder / "a.exhibit17", details(), world.environment);
    REQUIRE(file);
    const auto source = std::make_shared<const MadeSource>(kSize);
    resetPeakMemory();
    const long before = peakMemory();
    REQUIRE(before > 0);
    std::uint64_t last = 0;
    const auto progress = [&](std::uint64_t done, std::uint64_t total) {
        last = done;
        return total > kSize && done <= total;
    };
    REQUIRE(file->addExhibit(largeCapture(source), progress) == 1);
    CHECK(last > kSize);
    const auto exhibit = file->exhibit(1);
    REQUIRE(exhibit);
    REQUIRE(exhibit->artifacts.back().size == kSize);
    const auto stored = file->bytes(exhibit->artifacts.back());
    REQUIRE(stored);
    CHECK(sha256(**stored) == sha256(*source).value());
    CHECK(faults(*file).empty());
    CHECK((*stored)->readExactly(kSize - 5, 5) == source->readExactly(kSize - 5, 5).value());
    CHECK((*stored)->readExactly(2 * kPieceSize - 3, 6) == source->readExactly(2 * kPieceSize - 3, 6).value());
    CHECK(peakMemory() - before < kMost);
}

TEST_CASE("A withdrawal takes constant memory, however much stays and goes") {
    constexpr long kMost = 24 * 1024; // KiB
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "a.exhibit17", details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(largeCapture(std::make_shared<const MadeSource>(60 * kPieceSize))));
    REQUIRE(file->addExhibit(largeCapture(std::make_shared<const MadeSource>(40 * kPieceSize))));
    resetPeakMemory();
    const long before = peakMemory();
    REQUIRE(file->withdraw(2));
    CHECK(peakMemory() - before < kMost);
    CHECK(std::filesystem::file_size(folder / "a.exhibit17") < 62 * kPieceSize);
    CHECK(faults(*file).empty());
}

TEST_CASE("Adding can be stopped, and then nothing was changed") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "a.exhibit17";
    auto file = CaseFile::create(path, details(), world.environment);
    REQUIRE(file);
    const std::string before = textOfFile(path);
    const auto stopped = file->addExhibit(largeCapture(std::make_shared<const MadeSource>(20 * kPieceSize)),
                                          [](std::uint64_t done, std::uint64_t) { return done < 15 * kPieceSize; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(textOfFile(path) == before);
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"a.exhibit17"});
    CHECK(file->addExhibit(capture("one")) == 1);
}

TEST_CASE("A capture that isn't sound is refused, and nothing is changed") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "a.exhibit17", details(), world.environment);
    REQUIRE(file);
    Capture broken = capture("one");
    ErrorCode expected = ErrorCode::Internal;
    SECTION("nothing in it") {
        broken.items.clear();
        expected = ErrorCode::InvalidArgument;
    }
    SECTION("a source that ends too early") {
        broken.items[2].bytes = std::make_shared<ShortSource>();
        expected = ErrorCode::Io;
    }
    SECTION("an item without bytes") {
        broken.items[1].bytes.reset();
    }
    SECTION("an item that was derived from a later one") {
        broken.items[0].parent = 2;
    }
    SECTION("an item that was derived from itself") {
        broken.items[3].parent = 3;
    }
    SECTION("a word that isn't UTF-8") {
        broken.method = "\xff";
        expected = ErrorCode::InvalidArgument;
    }
    SECTION("a monitor that isn't UTF-8") {
        broken.items[2].picture->monitor = "\xff";
        expected = ErrorCode::InvalidArgument;
    }
    const auto added = file->addExhibit(broken);
    REQUIRE_FALSE(added);
    CHECK(added.error().code == expected);
    CHECK(file->exhibits()->empty());
    CHECK(file->custodyLines()->size() == 1);
    CHECK(faults(*file).empty());
    CHECK(file->addExhibit(capture("one")) == 1);
}

TEST_CASE("File names and prompts are kept whatever their bytes") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "a.exhibit17", details(), world.environment);
    REQUIRE(file);
    const std::string odd = "\xff\xfe\n' \"\xe2\x80\xae";
    Capture taken = capture(odd);
    taken.items[2].fileName = odd + '\0' + odd;
    taken.items[2].mediaType = "image/x'y";
    REQUIRE(file->addExhibit(taken) == 1);
    CHECK(file->exhibits()->front().promptStart == odd);
    CHECK(file->exhibit(1)->artifacts[2].fileName == odd + '\0' + odd);
    CHECK(file->exhibit(1)->artifacts[2].mediaType == "image/x'y");
    CHECK(faults(*file).empty());
    CHECK(file->exhibit(7).error().message == "There is no such exhibit: the case has exhibit 1.");
}

TEST_CASE("An export is noted in the log, and that it was sent") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "a.exhibit17", details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(capture("one")));
    const auto unknown = file->noteSent(sha256(bytesOf("dossier")));
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::NotFound);
    REQUIRE(file->noteExport({sha256(bytesOf("dossier")), 12'345, "full", {1}}));
    const auto entry = parseCustodyLine(file->custodyLines()->back());
    REQUIRE(entry);
    CHECK(entry->event == "exported");
    CHECK(
        entry->details ==
        Json{{"sha256", sha256(bytesOf("dossier")).hex()}, {"size", "12345"}, {"profile", "full"}, {"exhibits", {1}}});
    REQUIRE(file->noteSent(sha256(bytesOf("dossier"))));
    const auto sent = parseCustodyLine(file->custodyLines()->back());
    REQUIRE(sent);
    CHECK(sent->event == "sent");
    CHECK(sent->details == Json{{"sha256", sha256(bytesOf("dossier")).hex()}});
    CHECK(file->noteSent(sha256(bytesOf("of another case"))).error().code == ErrorCode::NotFound);
    const auto lines = file->custodyLines();
    CHECK(file->custodyState() ==
          CustodyState{static_cast<std::int64_t>(lines->size()), sha256(bytesOf(lines->back()))});
    CHECK(faults(*file).empty());
}

TEST_CASE("That a dossier was sent is taken back by another entry") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "a.exhibit17", details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(capture("one")));
    const Digest dossier = sha256(bytesOf("dossier"));
    REQUIRE(file->noteExport({dossier, 12'345, "full", {1}}));
    REQUIRE(file->noteExport({sha256(bytesOf("another")), 12'345, "full", {1}}));
    CHECK(file->isSent(dossier) == false);
    CHECK(file->withdrawSent(dossier).error().code == ErrorCode::NotFound);
    REQUIRE(file->noteSent(dossier));
    CHECK(file->isSent(dossier) == true);
    CHECK(file->isSent(sha256(bytesOf("another"))) == false);
    REQUIRE(file->withdrawSent(dossier));
    CHECK(file->isSent(dossier) == false);
    const auto taken = parseCustodyLine(file->custodyLines()->back());
    REQUIRE(taken);
    CHECK(taken->event == "sent-withdrawn");
    CHECK(taken->details == Json{{"sha256", dossier.hex()}});
    CHECK_FALSE(file->withdrawSent(dossier));
    REQUIRE(file->noteSent(dossier));
    CHECK(file->isSent(dossier) == true);
    CHECK(faults(*file).empty());
}

namespace {

constexpr uid_t kNobody = 65'534;

/// What another user gets who tries this on the case. Needs the rights to become that user.
template <class Work>
int asNobody(Work&& work) {
    return inChild([&] {
        if (::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0))
            return 100;
        return work();
    });
}

int codeOf(const Result<CaseFile>& result) {
    return result ? 99 : static_cast<int>(result.error().code);
}

constexpr int kDenied = static_cast<int>(ErrorCode::PermissionDenied);

} // namespace

TEST_CASE("A read-only case and a read-only folder: reading works, writing gives a clear error") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "a.exhibit17";
    REQUIRE(CaseFile::create(path, details(), world.environment)->addExhibit(capture("one")));
    if (::geteuid() == 0)
        REQUIRE(
            (::chown(path.c_str(), kNobody, kNobody) == 0 && ::chown(folder.path().c_str(), kNobody, kNobody) == 0));
    const auto open = [&](Access access) { return codeOf(CaseFile::open(path, access, world.environment)); };
    SECTION("file") {
        REQUIRE(::chmod(path.c_str(), 0400) == 0);
        CHECK(asNobody([&] { return open(Access::Read); }) == 99);
        CHECK(asNobody([&] { return open(Access::Write); }) == kDenied);
    }
    SECTION("folder") {
        REQUIRE(::chmod(folder.path().c_str(), 0500) == 0);
        CHECK(asNobody([&] { return open(Access::Read); }) == 99);
        CHECK(asNobody([&] { return open(Access::Write); }) == kDenied);
        CHECK(asNobody([&] {
                  return codeOf(CaseFile::create(folder / "b.exhibit17", details(), world.environment));
              }) == kDenied);
    }
    SECTION("neither to be read") {
        REQUIRE(::chmod(path.c_str(), 0) == 0);
        CHECK(asNobody([&] { return open(Access::Read); }) == kDenied);
    }
    ::chmod(folder.path().c_str(), 0700);
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"a.exhibit17"});
}

TEST_CASE("A name that is taken is not overwritten by a new case") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "a.exhibit17";
    writeFile(path, "something");
    const auto made = CaseFile::create(path, details(), world.environment);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::AlreadyExists);
    CHECK(textOfFile(path) == "something");
    CHECK(CaseFile::create(folder / "no" / "b.exhibit17", details(), world.environment).error().code ==
          ErrorCode::NotFound);
    CaseDetails broken = details();
    broken.subject.name = "\xff";
    CHECK(CaseFile::create(folder / "b.exhibit17", broken, world.environment).error().code ==
          ErrorCode::InvalidArgument);
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"a.exhibit17"});
}
