#include "store/AtomicFolder.h"

#include "Child.h"
#include "StoreFixture.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace exhibit;
using namespace exhibit::test;

namespace {

bool isTxt(std::string_view name) {
    return name.ends_with(".txt");
}

Result<AtomicFolder> filled(const std::filesystem::path& path, Existing existing, std::string_view content) {
    EXHIBIT_ASSIGN(AtomicFolder folder, AtomicFolder::open(path, existing, isTxt));
    EXHIBIT_TRY(folder.add("a.txt", MemorySource(content)));
    EXHIBIT_TRY(folder.add("b.txt", MemorySource("second")));
    return folder;
}

Result<> make(const std::filesystem::path& path, Existing existing, std::string_view content) {
    EXHIBIT_ASSIGN(AtomicFolder folder, filled(path, existing, content));
    return folder.commit();
}

mode_t modeOf(const std::filesystem::path& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("A folder appears whole, private whatever the umask") {
    const Folder above;
    for (const mode_t mask : {mode_t{0}, mode_t{0777}}) {
        const mode_t before = ::umask(mask);
        const std::filesystem::path path = above / ("new" + std::to_string(mask));
        {
            auto folder = filled(path, Existing::Refuse, "first");
            REQUIRE(folder);
            CHECK_FALSE(std::filesystem::exists(path));
            CHECK(folder->add("c.txt", MemorySource("abc")) == sha256(bytesOf("abc")));
            REQUIRE(folder->commit());
        }
        ::umask(before);
        CHECK(modeOf(path) == 0700);
        CHECK(namesIn(path) == Names{"a.txt", "b.txt", "c.txt"});
        CHECK(modeOf(path / "a.txt") == 0600);
        CHECK(textOfFile(path / "a.txt") == "first");
    }
    CHECK(namesIn(above.path()) == Names{"new0", "new511"});
}

TEST_CASE("A folder that is there is refused, or exchanged in one step") {
    const Folder above;
    const std::filesystem::path path = above / "it";
    REQUIRE(make(path, Existing::Refuse, "old"));
    CHECK(make(path, Existing::Refuse, "new").error().code == ErrorCode::AlreadyExists);
    CHECK(textOfFile(path / "a.txt") == "old");
    writeFile(path / "of-before.txt", "");
    REQUIRE(make(path, Existing::Replace, "new"));
    CHECK(textOfFile(path / "a.txt") == "new");
    CHECK(namesIn(path) == Names{"a.txt", "b.txt"});
    REQUIRE(make(above / "other/", Existing::Replace, "first"));
    CHECK(namesIn(above.path()) == Names{"it", "other"});
}

TEST_CASE("A folder with anything foreign in it is left alone") {
    const Folder above;
    const std::filesystem::path path = above / "it";
    std::filesystem::create_directory(path);
    writeFile(path / "a.txt", "old");
    SECTION("a file") {
        writeFile(path / "diary.odt", "mine");
    }
    SECTION("a folder") {
        std::filesystem::create_directory(path / "folder.txt");
    }
    SECTION("a link") {
        std::filesystem::create_symlink("/etc/passwd", path / "link.txt");
    }
    const auto names = namesIn(path);
    CHECK(make(path, Existing::Replace, "new").error().code == ErrorCode::AlreadyExists);
    CHECK(namesIn(path) == names);
    CHECK(textOfFile(path / "a.txt") == "old");
    CHECK(namesIn(above.path()) == Names{"it"});
}

TEST_CASE("A name that is taken by no folder is left alone") {
    const Folder above;
    const std::filesystem::path path = above / "it";
    SECTION("a file") {
        writeFile(path, "mine");
    }
    SECTION("a link to a folder") {
        std::filesystem::create_directory(above / "target");
        std::filesystem::create_symlink("target", path);
    }
    const auto names = namesIn(above.path());
    for (const Existing existing : {Existing::Refuse, Existing::Replace})
        CHECK(make(path, existing, "new").error().code == ErrorCode::AlreadyExists);
    CHECK(namesIn(above.path()) == names);
}

TEST_CASE("What takes the name meanwhile stays") {
    const Folder above;
    const std::filesystem::path path = above / "it";
    {
        auto folder = filled(path, Existing::Refuse, "new");
        REQUIRE(folder);
        std::filesystem::create_directory(path);
        CHECK(folder->commit().error().code == ErrorCode::AlreadyExists);
    }
    CHECK(namesIn(above.path()) == Names{"it"});
    CHECK(namesIn(path).empty());
}

TEST_CASE("A commit can be taken back") {
    const Folder above;
    const std::filesystem::path path = above / "it";
    SECTION("to nothing") {
        auto folder = filled(path, Existing::Refuse, "new");
        REQUIRE(folder);
        REQUIRE(folder->commit());
        REQUIRE(folder->undo());
        CHECK_FALSE(std::filesystem::exists(path));
    }
    SECTION("to what was there") {
        REQUIRE(make(path, Existing::Refuse, "old"));
        auto folder = filled(path, Existing::Replace, "new");
        REQUIRE(folder);
        REQUIRE(folder->commit());
        CHECK(textOfFile(path / "a.txt") == "new");
        REQUIRE(folder->undo());
        CHECK(textOfFile(path / "a.txt") == "old");
    }
    for (const std::string& name : namesIn(above.path()))
        CHECK(name == "it");
}

TEST_CASE("File names can't lead out of the folder") {
    const Folder above;
    auto folder = filled(above / "it", Existing::Refuse, "x");
    REQUIRE(folder);
    for (const std::string name : {"", ".", "..", "../x", "/tmp/x", "a/b"})
        CHECK(folder->add(name, MemorySource("x")).error().code == ErrorCode::InvalidArgument);
    CHECK(folder->add(std::string("a\0b", 3), MemorySource("x")).error().code == ErrorCode::InvalidArgument);
    CHECK(folder->add("a.txt", MemorySource("x")).error().code == ErrorCode::AlreadyExists);
    CHECK_FALSE(folder->add(std::string(300, 'n'), MemorySource("x")));
}

TEST_CASE("Names that no folder can have are refused") {
    const Folder above;
    for (const char* const name : {"", ".", "..", "/"})
        CHECK_FALSE(AtomicFolder::open(std::filesystem::path(name), Existing::Refuse, isTxt));
    CHECK(AtomicFolder::open(above / "no" / "it", Existing::Refuse, isTxt).error().code == ErrorCode::NotFound);
}

TEST_CASE("Nothing is left of a folder that wasn't finished") {
    const Folder above;
    REQUIRE(filled(above / "it", Existing::Refuse, "x"));
    CHECK(namesIn(above.path()).empty());
    SECTION("a killed process's is removed by the next one") {
        inChild([&] {
            if (auto folder = filled(above / "it", Existing::Refuse, "secret"))
                ::raise(SIGKILL);
            return 1;
        });
        CHECK(namesIn(above.path()).size() == 1);
        REQUIRE(make(above / "it", Existing::Refuse, "x"));
        CHECK(namesIn(above.path()) == Names{"it"});
    }
    SECTION("a running process's is not") {
        auto running = filled(above / "one", Existing::Refuse, "x");
        REQUIRE(running);
        REQUIRE(make(above / "two", Existing::Refuse, "x"));
        REQUIRE(running->commit());
        CHECK(namesIn(above / "one") == Names{"a.txt", "b.txt"});
    }
}

TEST_CASE("A full disk and a stop leave what was there") {
    const Folder above;
    const std::filesystem::path path = above / "it";
    REQUIRE(make(path, Existing::Refuse, "old"));
    const int status = inChild([&] {
        const rlimit limit{1'000'000, 1'000'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
        const auto made = make(path, Existing::Replace, std::string(2'000'000, 'x'));
        return !made && made.error().code == ErrorCode::NoSpace ? 0 : 1;
    });
    CHECK(status == 0);
    {
        auto folder = filled(path, Existing::Replace, "new");
        REQUIRE(folder);
        const auto stopped =
            folder->add("c.txt", MemorySource("x"), [](std::uint64_t, std::uint64_t) { return false; });
        CHECK(stopped.error().code == ErrorCode::Cancelled);
    }
    CHECK(textOfFile(path / "a.txt") == "old");
    CHECK(namesIn(above.path()) == Names{"it"});
}
