// What a person takes back is gone from every file that the program wrote.

#include "Child.h"
#include "FaultyVfs.h"
#include "StoreFixture.h"
#include "store/Hidden.h"
#include "store/Shred.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>

using namespace exhibit;
using namespace exhibit::test;

namespace {

constexpr char kMarker[] = "MARKER-0d5a2f";

/// The exhibit that is taken back: every text in it has the marker, the picture has it on both sides of a piece.
Capture markedCapture() {
    const std::string marker = kMarker;
    std::string picture(kPieceSize + 5'000, 'p');
    picture.replace(10, marker.size(), marker);
    picture.replace(kPieceSize - 5, marker.size(), marker);
    picture.replace(picture.size() - marker.size(), marker.size(), marker);
    Capture result = capture("Tell me about " + marker, picture);
    result.items[2].fileName = marker + ".png";
    result.items[2].picture->monitor = marker;
    result.tool = marker;
    return result;
}

bool holds(const std::filesystem::path& path, const std::string& what) {
    return textOfFile(path).find(what) != std::string::npos;
}

} // namespace

TEST_CASE("A withdrawn exhibit leaves no byte, salt or digest in the file") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "a.exhibit17";
    auto file = CaseFile::create(path, details(), world.environment);
    REQUIRE(file);
    for (int count = 0; count < 40; ++count) {
        const Capture other = capture("other " + std::to_string(count), std::string(7'000, 'o'));
        REQUIRE(file->addExhibit(count == 20 ? markedCapture() : other));
    }
    const auto before = file->exhibit(21);
    REQUIRE(before);
    REQUIRE(holds(path, kMarker));
    const auto sizeBefore = std::filesystem::file_size(path);

    REQUIRE(file->withdraw(21));
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"a.exhibit17"});
    CHECK_FALSE(holds(path, kMarker));
    CHECK_FALSE(holds(path, std::string(kMarker).substr(5)));
    CHECK(std::filesystem::file_size(path) < sizeBefore - kPieceSize);
    for (const Artifact& artifact : before->artifacts) {
        CHECK_FALSE(holds(path, std::string(textOf(artifact.digest.bytes))));
        CHECK_FALSE(holds(path, std::string(textOf(artifact.salt.bytes))));
        CHECK(holds(path, artifact.commitment().hex())); // in the log
    }
    CHECK(faults(*file).empty());
    CHECK(sqliteShell(path.string(), "PRAGMA integrity_check; PRAGMA freelist_count") == "ok\n0");

    const auto after = file->exhibit(21);
    REQUIRE(after);
    CHECK(after->withdrawn);
    CHECK(after->artifacts.empty());
    CHECK(after->record.empty());
    CHECK(file->exhibits()->at(20).withdrawn);
    CHECK(file->exhibits()->at(20).promptStart.empty());
    CHECK(file->withdraw(21).error().code == ErrorCode::NotFound);
    CHECK(file->bytes(before->artifacts[0]).value()->readAll(1000).error().code == ErrorCode::Corrupt);
    CHECK(file->addExhibit(capture("next")) == 41); // a number is never used again
}

TEST_CASE("The last exhibit's number is not used again after it was withdrawn") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "a.exhibit17", details(), world.environment);
    REQUIRE(file->addExhibit(capture("one")) == 1);
    REQUIRE(file->withdraw(1));
    CHECK(file->addExhibit(capture("two")) == 2);
    const auto missing = file->withdraw(3);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::NotFound);
    CHECK(missing.error().message == "There is no such exhibit: the case has exhibit 1 to exhibit 2.");
    CHECK(faults(*file).empty());
}

TEST_CASE("Details that were replaced leave no trace, and the log names the fields alone") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "a.exhibit17";
    CaseDetails before = details();
    before.subject.email = std::string(kMarker) + "@example.org";
    before.subject.address = std::string(20'000, 'a') + kMarker;
    auto file = CaseFile::create(path, before, world.environment);
    REQUIRE(file);
    REQUIRE(holds(path, kMarker));
    REQUIRE(file->setDetails(details()));
    CHECK_FALSE(holds(path, kMarker));
    CHECK(file->details() == details());
    const auto lines = file->custodyLines();
    REQUIRE(lines->size() == 2);
    CHECK(parseCustodyLine(lines->back())->details == Json{{"fields", {"subject.address", "subject.email"}}});

    REQUIRE(file->setDetails(details())); // nothing changed, nothing to log
    CHECK(file->custodyLines()->size() == 2);
    CaseDetails broken = details();
    broken.subject.name = "\xff";
    CHECK(file->setDetails(broken).error().code == ErrorCode::InvalidArgument);
    CHECK(file->details() == details());
}

TEST_CASE("A withdrawal whose clearing failed says so and is finished by the next change") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "a.exhibit17";
    {
        auto file = CaseFile::create(path, details(), world.environment);
        REQUIRE(file->addExhibit(markedCapture()));
        REQUIRE(file->addExhibit(capture("other")));
    }
    StoreEnvironment faulty = world.environment;
    faulty.vfs = "faulty";
    FaultPlan& plan = faultPlan();
    const std::filesystem::path copy = folder / "copy.exhibit17";
    const auto withdrawFull = [&](int failAt) {
        std::filesystem::remove(copy);
        std::filesystem::copy_file(path, copy);
        plan = FaultPlan{};
        auto file = CaseFile::open(copy, Access::Write, faulty);
        REQUIRE(file);
        plan.operations = 0;
        plan.fault = failAt > 0 ? Fault::Full : Fault::None;
        plan.failAt = failAt;
        const Result<> result = file->withdraw(1);
        plan.fault = Fault::None;
        return result;
    };
    REQUIRE(withdrawFull(0));
    bool unfinished = false;
    // From the end, since the clearing comes after the withdrawal's own transaction.
    for (int failAt = plan.operations; failAt > 0 && !unfinished; --failAt) {
        const Result<> result = withdrawFull(failAt);
        unfinished = faults(*CaseFile::open(copy, Access::Read, world.environment)) ==
                     std::vector<std::string>{"withdrawal-traces"};
        if (!unfinished)
            continue;
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::NoSpace);
        CHECK(result.error().message.find("withdrawn, but traces") != std::string::npos);
        REQUIRE(CaseFile::open(copy, Access::Write, world.environment));
        CHECK(faults(*CaseFile::open(copy, Access::Read, world.environment)).empty());
        CHECK_FALSE(holds(copy, kMarker));
    }
    CHECK(unfinished);
}

TEST_CASE("A deleted case is gone with its journal") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "a.exhibit17";
    {
        auto file = CaseFile::create(path, details(), world.environment);
        REQUIRE(file->addExhibit(markedCapture()));
    }
    // Another name of the same file shows what becomes of its bytes.
    std::filesystem::create_hard_link(path, folder / "witness");
    writeFile(folder / "a.exhibit17.txt", "another file");
    SECTION("whole") {
        REQUIRE(CaseFile::destroy(path, world.environment));
    }
    SECTION("with a journal left behind") {
        writeFile(path.string() + "-journal", kMarker);
        REQUIRE(CaseFile::destroy(path, world.environment));
    }
    SECTION("damaged") {
        std::string content = textOfFile(path);
        content.replace(300, 6'000, std::string(6'000, '\xff'));
        std::filesystem::remove(folder / "witness");
        writeFile(path, content);
        std::filesystem::create_hard_link(path, folder / "witness");
        REQUIRE(CaseFile::destroy(path, world.environment));
    }
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"a.exhibit17.txt", "witness"});
    CHECK_FALSE(holds(folder / "witness", kMarker));
    CHECK(textOfFile(folder / "witness").find_first_not_of('\0') == std::string::npos);
}

TEST_CASE("Only a case is deleted") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "a.exhibit17";
    SECTION("not text") {
        writeFile(path, "text");
        CHECK(CaseFile::destroy(path, world.environment).error().code == ErrorCode::Malformed);
    }
    SECTION("not another database") {
        REQUIRE(sqliteShell(path.string(), "CREATE TABLE t (x)").empty());
        CHECK(CaseFile::destroy(path, world.environment).error().code == ErrorCode::Malformed);
    }
    SECTION("not a folder") {
        std::filesystem::create_directory(path);
        CHECK(CaseFile::destroy(path, world.environment).error().code == ErrorCode::InvalidArgument);
    }
    SECTION("not nothing") {
        CHECK(CaseFile::destroy(path, world.environment).error().code == ErrorCode::NotFound);
        writeFile(path, "");
    }
    CHECK(std::filesystem::exists(path));
}

TEST_CASE("A deletion that is cut short leaves no half of a file under its name, and the next one finishes it") {
    constexpr std::size_t kPiece = std::size_t{64} << 10;
    const Folder folder;
    writeFile(folder / "file", std::string(3 * kPiece, 'm'));
    const auto still = FileSource::open(folder / "file"); // what becomes of its bytes
    REQUIRE(still);
    const int ended = inChild([&] {
        dieWhenWritingPast(kPiece);
        return shred(folder / "file") ? 0 : 1;
    });
    CHECK(ended == 128 + SIGXFSZ);
    const auto left = namesIn(folder.path());
    REQUIRE(left.size() == 1);
    CHECK(left[0].starts_with(".exhibit17-"));
    const auto content = [&] { return std::string(textOf((*still)->readAll(3 * kPiece).value())); };
    CHECK(content() == std::string(kPiece, '\0') + std::string(2 * kPiece, 'm'));
    removeLeftovers(folder.path());
    CHECK(namesIn(folder.path()).empty());
    CHECK(content() == std::string(3 * kPiece, '\0'));
    removeLeftovers(folder / "nothing");

    // Cut short while it was being named, it is the file itself.
    writeFile(folder / "file", "kept");
    std::filesystem::create_hard_link(folder / "file", folder / ".exhibit17-0123456789abcdef.part");
    removeLeftovers(folder.path());
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"file"});
    CHECK(textOfFile(folder / "file") == "kept");
}

TEST_CASE("What is shredded is overwritten before it goes, and a link isn't followed") {
    const Folder folder;
    const auto write = [&](const char* name) {
        std::ofstream(folder / name) << kMarker;
        std::filesystem::create_hard_link(folder / name, folder / (std::string(name) + ".still"));
    };
    write("file");
    REQUIRE(shred(folder / "file"));
    CHECK_FALSE(std::filesystem::exists(folder / "file"));
    CHECK(textOfFile(folder / "file.still") == std::string(sizeof(kMarker) - 1, '\0'));
    CHECK(shred(folder / "file")); // nothing is there

    std::filesystem::create_directory(folder / "drafts");
    write("drafts/one");
    std::filesystem::rename(folder / "drafts/one.still", folder / "one.still");
    std::ofstream(folder / "elsewhere") << kMarker;
    std::filesystem::create_symlink(folder / "elsewhere", folder / "drafts/link");
    shredFolder(folder / "drafts");
    CHECK_FALSE(std::filesystem::exists(folder / "drafts"));
    CHECK_FALSE(holds(folder / "one.still", kMarker));
    CHECK(textOfFile(folder / "elsewhere") == kMarker);
    shredFolder(folder / "drafts"); // nothing is there
}
