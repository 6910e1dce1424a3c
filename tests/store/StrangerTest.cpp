// Case files that a stranger made or another program changed: refused or read safely, and never changed by looking.

#include "Child.h"
#include "StoreFixture.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <map>
#include <sys/stat.h>

using namespace exhibit;
using namespace exhibit::test;

namespace {

std::filesystem::path makeCase(const Folder& folder) {
    World world;
    const std::filesystem::path path = folder / "a.exhibit17";
    auto file = CaseFile::create(path, details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(capture("first", std::string(20'000, 's'))));
    REQUIRE(file->addExhibit(capture("second", "small")));
    return path;
}

/// Everything about a folder that looking must not change.
std::map<std::string, std::string> stateOf(const std::filesystem::path& folder) {
    std::map<std::string, std::string> state;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        struct stat status {};
        REQUIRE(::lstat(entry.path().c_str(), &status) == 0);
        const std::string content = S_ISREG(status.st_mode) ? textOfFile(entry.path()) : "";
        state[entry.path().filename().string()] = std::to_string(status.st_mode) + " " +
                                                  std::to_string(status.st_mtim.tv_sec) + "." +
                                                  std::to_string(status.st_mtim.tv_nsec) + " " + content;
    }
    return state;
}

/// Opens for reading, which must fail without a change to the folder.
Error refusal(const std::filesystem::path& path) {
    World world;
    const auto before = stateOf(path.parent_path());
    const auto opened = CaseFile::open(path, Access::Read, world.environment);
    REQUIRE_FALSE(opened);
    CHECK(stateOf(path.parent_path()) == before);
    // What can't be read can't be written either.
    const auto forWriting = CaseFile::open(path, Access::Write, world.environment);
    CHECK_FALSE(forWriting);
    CHECK(stateOf(path.parent_path()) == before);
    CHECK(opened.error().message.ends_with("."));
    return opened.error();
}

/// Reads whatever a case offers. Answers everything that was read.
std::string readEverything(const CaseFile& file) {
    std::string all;
    const auto list = file.exhibits();
    for (const ExhibitSummary& summary : list ? *list : std::vector<ExhibitSummary>{}) {
        all += summary.promptStart;
        const auto exhibit = file.exhibit(summary.number);
        if (!exhibit)
            continue;
        all += exhibit->record;
        for (const Artifact& artifact : exhibit->artifacts) {
            const auto source = file.bytes(artifact);
            const auto bytes = source ? (*source)->readAll(1 << 24) : Result<Bytes>(Bytes{});
            all += bytes ? textOf(*bytes) : "";
        }
    }
    const auto lines = file.custodyLines();
    for (const std::string& line : lines ? *lines : std::vector<std::string>{})
        all += line;
    static_cast<void>(file.custodyState());
    static_cast<void>(file.details());
    return all;
}

} // namespace

TEST_CASE("A file that another program changed with SQL is refused") {
    const struct {
        const char* sql;
        ErrorCode code;
    } rows[] = {
        {"PRAGMA application_id = 0", ErrorCode::Malformed},
        {"PRAGMA application_id = 1163407672", ErrorCode::Malformed},
        {"PRAGMA user_version = 2", ErrorCode::Unsupported},
        {"PRAGMA user_version = 0", ErrorCode::Unsupported},
        {"CREATE TRIGGER t AFTER INSERT ON custody BEGIN DELETE FROM custody; END", ErrorCode::Malformed},
        {"CREATE VIEW v AS SELECT * FROM custody", ErrorCode::Malformed},
        {"CREATE TABLE extra (x)", ErrorCode::Malformed},
        {"CREATE VIRTUAL TABLE f USING fts5(x)", ErrorCode::Malformed},
        {"CREATE INDEX i ON custody (line)", ErrorCode::Malformed},
        {"CREATE UNIQUE INDEX i ON exhibit (record)", ErrorCode::Malformed},
        {"DROP INDEX artifact_exhibit", ErrorCode::Malformed},
        {"DROP TABLE custody", ErrorCode::Malformed},
        {"ALTER TABLE exhibit ADD COLUMN x TEXT", ErrorCode::Malformed},
        {"ALTER TABLE custody RENAME COLUMN line TO lines", ErrorCode::Malformed},
        {"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'seq >= 1', 'seq >= 0')",
         ErrorCode::Malformed},
        {"ANALYZE", ErrorCode::Malformed},
        {"PRAGMA auto_vacuum = FULL; VACUUM", ErrorCode::Unsupported},
        {"DELETE FROM matter", ErrorCode::Corrupt},
        {"UPDATE matter SET case_id = '0123456789abcdef0123456789abcdeX'", ErrorCode::Corrupt},
    };
    for (const auto& row : rows) {
        CAPTURE(row.sql);
        const Folder folder;
        const std::filesystem::path path = makeCase(folder);
        REQUIRE(sqliteShell(path.string(), row.sql).empty());
        CHECK(refusal(path).code == row.code);
    }
}

TEST_CASE("A write-ahead log beside a case is refused") {
    const Folder folder;
    const std::filesystem::path path = makeCase(folder);
    SECTION("left by a program that changed the journal mode") {
        REQUIRE(sqliteShell(path.string(), "PRAGMA journal_mode = WAL") == "wal");
        CHECK(refusal(path).code == ErrorCode::Unsupported);
    }
    SECTION("put beside an untouched case") {
        writeFile(path.string() + "-wal", "whatever");
        CHECK(refusal(path).code == ErrorCode::Unsupported);
    }
    SECTION("its index alone") {
        writeFile(path.string() + "-shm", "");
        CHECK(refusal(path).code == ErrorCode::Unsupported);
    }
}

TEST_CASE("What isn't a case file is refused") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "a.exhibit17";
    SECTION("nothing there") {
        CHECK(refusal(path).code == ErrorCode::NotFound);
        CHECK(CaseFile::open(folder / "no" / "a.exhibit17", Access::Read, world.environment).error().code ==
              ErrorCode::NotFound);
    }
    SECTION("0 bytes") {
        writeFile(path, "");
        CHECK(refusal(path).code == ErrorCode::Malformed);
    }
    SECTION("0 bytes and a journal") {
        writeFile(path, "");
        writeFile(path.string() + "-journal", "something");
        CHECK(refusal(path).code == ErrorCode::Malformed);
    }
    SECTION("text") {
        writeFile(path, std::string(5000, 'x'));
        CHECK(refusal(path).code == ErrorCode::Malformed);
    }
    SECTION("another database") {
        REQUIRE(sqliteShell(path.string(), "CREATE TABLE t (x)").empty());
        CHECK(refusal(path).code == ErrorCode::Malformed);
    }
    SECTION("a folder") {
        std::filesystem::create_directory(path);
        CHECK(refusal(path).code == ErrorCode::InvalidArgument);
    }
    SECTION("a FIFO") {
        REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
        CHECK(refusal(path).code == ErrorCode::InvalidArgument);
    }
    SECTION("a device") {
        const auto opened = CaseFile::open("/dev/zero", Access::Read, world.environment);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == ErrorCode::InvalidArgument);
    }
    SECTION("a link to nothing") {
        std::filesystem::create_symlink("nowhere", path);
        CHECK(refusal(path).code == ErrorCode::NotFound);
    }
    SECTION("a link to itself") {
        std::filesystem::create_symlink("a.exhibit17", path);
        CHECK_FALSE(CaseFile::open(path, Access::Read, world.environment));
    }
    SECTION("a name that is too long") {
        CHECK_FALSE(CaseFile::open(folder / std::string(300, 'n'), Access::Read, world.environment));
    }
}

TEST_CASE("A link to a case is followed for reading and refused for writing") {
    const Folder folder;
    World world;
    makeCase(folder);
    std::filesystem::create_symlink("a.exhibit17", folder / "link");
    const auto before = stateOf(folder.path());
    const auto reading = CaseFile::open(folder / "link", Access::Read, world.environment);
    REQUIRE(reading);
    CHECK(reading->exhibits()->size() == 2);
    const auto writing = CaseFile::open(folder / "link", Access::Write, world.environment);
    REQUIRE_FALSE(writing);
    CHECK(writing.error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(CaseFile::destroy(folder / "link", world.environment));
    CHECK_FALSE(CaseFile::create(folder / "link", details(), world.environment));
    CHECK(stateOf(folder.path()) == before);
}

TEST_CASE("A case in a folder behind a link can be written") {
    const Folder folder;
    World world;
    std::filesystem::create_directory(folder / "real");
    std::filesystem::create_directory_symlink("real", folder / "link");
    auto file = CaseFile::create(folder / "link" / "a.exhibit17", details(), world.environment);
    REQUIRE(file);
    CHECK(file->addExhibit(capture("one")) == 1);
    CHECK(namesIn(folder / "real") == std::vector<std::string>{"a.exhibit17"});
}

TEST_CASE("Reading changes neither the case nor its folder") {
    const Folder folder;
    World world;
    const std::filesystem::path path = makeCase(folder);
    REQUIRE(::chmod(path.c_str(), 0644) == 0); // repaired when it is opened for writing, not now
    const auto before = stateOf(folder.path());
    {
        const auto file = CaseFile::open(path, Access::Read, world.environment);
        REQUIRE(file);
        CHECK_FALSE(readEverything(*file).empty());
        CHECK(faults(*file).empty());
    }
    {
        auto file = CaseFile::open(path, Access::Read, world.environment);
        REQUIRE(file);
        CHECK(file->addExhibit(capture("third")).error().code == ErrorCode::PermissionDenied);
        CHECK(file->withdraw(1).error().code == ErrorCode::PermissionDenied);
        CHECK(file->setDetails({}).error().code == ErrorCode::PermissionDenied);
        CHECK(file->noteExport({}).error().code == ErrorCode::PermissionDenied);
    }
    CHECK(stateOf(folder.path()) == before);
    REQUIRE(CaseFile::open(path, Access::Write, world.environment));
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 07777U) == 0600);
}

TEST_CASE("A journal that wasn't left by our own program is not replayed by looking") {
    const Folder folder;
    World world;
    const std::filesystem::path path = makeCase(folder);
    // A change that was interrupted: SQLite leaves its journal when the process ends without closing.
    const int status = inChild([&] {
        const SystemClock clock;
        SystemRandom random;
        auto file = CaseFile::open(path, Access::Write, {clock, random, "test"});
        const auto stop = [](std::uint64_t done, std::uint64_t) {
            if (done > 8 * kPieceSize)
                ::_exit(9);
            return true;
        };
        return file && file->addExhibit(capture("third", std::string(30 * kPieceSize, 'x')), stop) ? 1 : 2;
    });
    REQUIRE(status == 9);
    const std::filesystem::path journal = path.string() + "-journal";
    REQUIRE(std::filesystem::exists(journal));

    SECTION("ours is rolled back") {
        const auto file = CaseFile::open(path, Access::Read, world.environment);
        REQUIRE(file);
        CHECK(file->exhibits()->size() == 2);
        CHECK(faults(*file).empty());
        CHECK_FALSE(std::filesystem::exists(journal));
    }
    SECTION("a stranger's is not, until the case is changed") {
        REQUIRE(::chmod(journal.c_str(), 0644) == 0);
        const auto before = stateOf(folder.path());
        const auto opened = CaseFile::open(path, Access::Read, world.environment);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == ErrorCode::Unsupported);
        CHECK(stateOf(folder.path()) == before);
        const auto file = CaseFile::open(path, Access::Write, world.environment);
        REQUIRE(file);
        CHECK(file->exhibits()->size() == 2);
        CHECK(faults(*file).empty());
    }
    SECTION("one that names a super-journal is never replayed: SQLite would delete what it names") {
        const std::filesystem::path victim = folder / "victim";
        writeFile(victim, "precious");
        std::string content = textOfFile(journal);
        const std::string name = victim.string();
        std::uint32_t sum = 0;
        for (const char c : name)
            sum += static_cast<std::uint32_t>(static_cast<signed char>(c));
        const auto bigEndian = [](std::uint32_t value) {
            return std::string{static_cast<char>(value >> 24), static_cast<char>(value >> 16),
                               static_cast<char>(value >> 8), static_cast<char>(value)};
        };
        content += bigEndian(0) + name + bigEndian(static_cast<std::uint32_t>(name.size())) + bigEndian(sum) +
                   "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
        writeFile(journal, content);
        CHECK(refusal(path).code == ErrorCode::Unsupported);
        CHECK(CaseFile::destroy(path, world.environment).error().code == ErrorCode::Unsupported);
        CHECK(textOfFile(victim) == "precious");
    }
    SECTION("a FIFO in its place is refused") {
        std::filesystem::remove(journal);
        REQUIRE(::mkfifo(journal.c_str(), 0600) == 0);
        CHECK(refusal(path).code == ErrorCode::Unsupported);
    }
}

namespace {

void writeByte(const std::filesystem::path& path, std::size_t at, char byte) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    REQUIRE(::pwrite(file, &byte, 1, static_cast<off_t>(at)) == 1);
    ::close(file);
}

/// Reads a damaged case in every way. What a check calls intact must be what was put in.
void readDamaged(const std::filesystem::path& path, const std::string& expected) {
    World world;
    const auto file = CaseFile::open(path, Access::Read, world.environment);
    if (!file) {
        CHECK(file.error().code != ErrorCode::Internal);
        return;
    }
    const std::string read = readEverything(*file);
    if (faults(*file).empty())
        CHECK(read == expected);
}

} // namespace

TEST_CASE("A byte flipped anywhere is refused, reported or without effect") {
    const Folder folder;
    World world;
    const std::filesystem::path path = makeCase(folder);
    const std::string whole = textOfFile(path);
    const std::string expected = readEverything(*CaseFile::open(path, Access::Read, world.environment));
    const std::filesystem::path damaged = folder / "damaged.exhibit17";
    writeFile(damaged, whole);
    // Every byte of the header, and a sample of the schema behind it and of the rest.
    for (std::size_t at = 0; at < whole.size(); at += at < 112 ? 1 : (at < 8192 ? 41 : 127)) {
        CAPTURE(at);
        const auto flipped = static_cast<char>(whole[at] ^ (at % 3 == 0 ? 0x01 : (at % 3 == 1 ? 0x80 : 0xff)));
        writeByte(damaged, at, flipped);
        const auto before = stateOf(folder.path());
        readDamaged(damaged, expected);
        CHECK(stateOf(folder.path()) == before);
        writeByte(damaged, at, whole[at]);
    }
}

TEST_CASE("A case that was cut short is refused or reported") {
    const Folder folder;
    World world;
    const std::filesystem::path path = makeCase(folder);
    const std::string whole = textOfFile(path);
    const std::string expected = readEverything(*CaseFile::open(path, Access::Read, world.environment));
    const std::filesystem::path damaged = folder / "damaged.exhibit17";
    for (std::size_t length = 0; length < whole.size(); length += 509) {
        CAPTURE(length);
        writeFile(damaged, std::string_view(whole).substr(0, length));
        readDamaged(damaged, expected);
        const auto file = CaseFile::open(damaged, Access::Read, world.environment);
        CHECK((!file || !faults(*file).empty()));
    }
}

TEST_CASE("Writing to a damaged case gives an error and no crash") {
    const Folder folder;
    World world;
    const std::filesystem::path path = makeCase(folder);
    const std::string whole = textOfFile(path);
    const std::filesystem::path damaged = folder / "damaged.exhibit17";
    for (std::size_t at = 100; at < whole.size(); at += 997) {
        CAPTURE(at);
        std::string content = whole;
        content[at] = static_cast<char>(content[at] ^ 0xff);
        writeFile(damaged, content);
        auto file = CaseFile::open(damaged, Access::Write, world.environment);
        if (!file)
            continue;
        for (const Result<>& result :
             {file->addExhibit(capture("third")) ? Result<>() : Result<>(), file->setDetails({}), file->withdraw(1)})
            if (!result)
                CHECK(result.error().code != ErrorCode::Internal);
    }
}
