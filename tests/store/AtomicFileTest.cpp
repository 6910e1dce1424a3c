#include "store/AtomicFile.h"

#include "Child.h"
#include "StoreFixture.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace exhibit;
using namespace exhibit::test;

namespace {

Result<> writeAtomically(const std::filesystem::path& path, Existing existing, std::string_view content) {
    EXHIBIT_ASSIGN(AtomicFile file, AtomicFile::open(path, existing));
    EXHIBIT_TRY(file.write(bytesOf(content)));
    return file.commit();
}

mode_t modeOf(const std::filesystem::path& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

} // namespace

TEST_CASE("A file appears whole, with mode 0600 whatever the umask") {
    const Folder folder;
    const std::string content = std::string(700'000, 'x') + "end";
    for (const mode_t mask : {mode_t{0}, mode_t{022}, mode_t{0777}}) {
        const mode_t before = ::umask(mask);
        const std::filesystem::path path = folder / ("file" + std::to_string(mask));
        auto file = AtomicFile::open(path, Existing::Refuse);
        REQUIRE(file);
        REQUIRE(file->write(bytesOf(content).first(10)));
        REQUIRE(file->write(bytesOf(content).subspan(10)));
        CHECK_FALSE(std::filesystem::exists(path));
        REQUIRE(file->commit());
        ::umask(before);
        CHECK(modeOf(path) == 0600);
        CHECK(textOfFile(path) == content);
    }
    CHECK(namesIn(folder.path()).size() == 3);
}

TEST_CASE("What is there is refused or replaced in one step") {
    const Folder folder;
    const std::filesystem::path path = folder / "file";
    writeFile(path, "old");
    REQUIRE(::chmod(path.c_str(), 0644) == 0);
    CHECK(writeAtomically(path, Existing::Refuse, "new").error().code == ErrorCode::AlreadyExists);
    CHECK(textOfFile(path) == "old");
    REQUIRE(writeAtomically(path, Existing::Replace, "new"));
    CHECK(textOfFile(path) == "new");
    CHECK(modeOf(path) == 0600);
    REQUIRE(writeAtomically(folder / "other", Existing::Replace, "first"));
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"file", "other"});
}

TEST_CASE("What is replaced can be overwritten, so that its bytes don't stay on the disk") {
    const Folder folder;
    const std::filesystem::path path = folder / "file";
    for (const auto& [existing, left] :
         {std::pair(Existing::Replace, std::string("secret")), std::pair(Existing::Shred, std::string(6, '\0'))}) {
        writeFile(path, "secret");
        const auto old = FileSource::open(path);
        REQUIRE(old);
        REQUIRE(writeAtomically(path, existing, "new"));
        CHECK(textOfFile(path) == "new");
        CHECK(textOf((*old)->readAll(100).value()) == left);
    }
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"file"});
}

TEST_CASE("What comes to be there in the meantime is not overwritten") {
    const Folder folder;
    const std::filesystem::path path = folder / "file";
    SECTION("a file, when nothing may be replaced") {
        auto file = AtomicFile::open(path, Existing::Refuse);
        REQUIRE(file);
        writeFile(path, "theirs");
        CHECK(file->commit().error().code == ErrorCode::AlreadyExists);
    }
    SECTION("a link, when a file may be replaced") {
        auto file = AtomicFile::open(path, Existing::Replace);
        REQUIRE(file);
        writeFile(folder / "target", "theirs");
        std::filesystem::create_symlink("target", path);
        CHECK(file->commit().error().code == ErrorCode::AlreadyExists);
    }
    CHECK(textOfFile(path) == "theirs");
    for (const std::string& name : namesIn(folder.path()))
        CHECK((name == "file" || name == "target"));
}

TEST_CASE("Only regular files are replaced") {
    const Folder folder;
    const std::filesystem::path path = folder / "file";
    writeFile(folder / "target", "theirs");
    SECTION("not a link to a file") {
        std::filesystem::create_symlink("target", path);
    }
    SECTION("not a link to nothing") {
        std::filesystem::create_symlink("nowhere", path);
    }
    SECTION("not a folder") {
        std::filesystem::create_directory(path);
    }
    SECTION("not a FIFO") {
        REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    }
    const auto names = namesIn(folder.path());
    for (const Existing existing : {Existing::Refuse, Existing::Replace})
        CHECK(writeAtomically(path, existing, "new").error().code == ErrorCode::AlreadyExists);
    CHECK(textOfFile(folder / "target") == "theirs");
    CHECK(namesIn(folder.path()) == names);
}

TEST_CASE("Nothing is left of a file that wasn't finished") {
    const Folder folder;
    {
        auto file = AtomicFile::open(folder / "file", Existing::Refuse);
        REQUIRE(file);
        REQUIRE(file->write(Bytes(2 * kPieceSize, 1)));
        AtomicFile moved = std::move(*file);
        CHECK(moved.write(Bytes(10, 1)));
    }
    CHECK(namesIn(folder.path()).empty());
    inChild([&] {
        auto file = AtomicFile::open(folder / "file", Existing::Refuse);
        if (file && file->write(Bytes(2 * kPieceSize, 1)))
            ::raise(SIGKILL);
        return 1;
    });
    CHECK(namesIn(folder.path()).empty());
}

TEST_CASE("What a killed program left is removed, what another is writing stays") {
    const Folder folder;
    const std::string left = ".exhibit17-0123456789abcdef.part";
    const std::string busy = ".exhibit17-fedcba9876543210.part";
    for (const std::string& name : {left, busy, std::string(".exhibit17-mine"), std::string("x.part")})
        writeFile(folder / name, "secret");
    const int held = ::open((folder / busy).c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(held >= 0);
    REQUIRE(::flock(held, LOCK_EX) == 0);
    REQUIRE(writeAtomically(folder / "file", Existing::Refuse, "new"));
    CHECK(namesIn(folder.path()) == std::vector<std::string>{busy, ".exhibit17-mine", "file", "x.part"});
    ::close(held);
    REQUIRE(writeAtomically(folder / "file", Existing::Replace, "newer"));
    CHECK(namesIn(folder.path()) == std::vector<std::string>{".exhibit17-mine", "file", "x.part"});
}

TEST_CASE("A name that can't be written is refused") {
    const Folder folder;
    for (const char* const name : {"", ".", "..", "folder/"}) {
        CAPTURE(name);
        CHECK(AtomicFile::open(folder.path() / name, Existing::Replace).error().code == ErrorCode::InvalidArgument);
    }
    CHECK(AtomicFile::open(folder / "no" / "file", Existing::Refuse).error().code == ErrorCode::NotFound);
    CHECK_FALSE(AtomicFile::open(folder / std::string(300, 'n'), Existing::Refuse));
    writeFile(folder / "file", "");
    CHECK_FALSE(AtomicFile::open(folder / "file" / "below", Existing::Refuse));
}

TEST_CASE("A full disk leaves what was there") {
    const Folder folder;
    const std::filesystem::path path = folder / "file";
    writeFile(path, "old");
    const int status = inChild([&] {
        const rlimit limit{1'000'000, 1'000'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
        const auto written = writeAtomically(path, Existing::Replace, std::string(2'000'000, 'x'));
        return !written && written.error().code == ErrorCode::NoSpace ? 0 : 1;
    });
    CHECK(status == 0);
    CHECK(textOfFile(path) == "old");
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"file"});
}

TEST_CASE("A relative name is one in the working folder") {
    const Folder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    const auto written = writeAtomically("file", Existing::Refuse, "here");
    std::filesystem::current_path(before);
    REQUIRE(written);
    CHECK(textOfFile(folder / "file") == "here");
}
