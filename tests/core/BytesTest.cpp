#include "core/Bytes.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace exhibit;

namespace {

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "exhibit-bytes-XXXXXX").string();
        m_path = ::mkdtemp(pattern.data());
    }
    ~TemporaryFolder() { std::filesystem::remove_all(m_path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

} // namespace

TEST_CASE("hexadecimal is lower case and read strictly") {
    CHECK(hexOf(Bytes{0x00, 0xAB, 0xff}) == "00abff");
    CHECK(bytesFromHex("00abff").value() == Bytes{0x00, 0xAB, 0xff});
    CHECK_FALSE(bytesFromHex("0"));
    CHECK_FALSE(bytesFromHex("AB"));
    CHECK(bytesFromHex("0g").error().offset == 0);
}

TEST_CASE("a source hands out exactly what it has") {
    const MemorySource source("0123456789");
    CHECK(textOf(source.readExactly(3, 4).value()) == "3456");
    CHECK_FALSE(source.readExactly(8, 3));
    CHECK_FALSE(source.readExactly(11, 0));
    CHECK(source.readAll(10).value().size() == 10);
    CHECK(source.readAll(9).error().code == ErrorCode::LimitExceeded);
    Bytes buffer(4);
    CHECK(source.read(8, buffer).value() == 2);
    CHECK(source.read(10, buffer).value() == 0);
}

TEST_CASE("a slice stays within its bounds") {
    const auto whole = std::make_shared<MemorySource>("0123456789");
    const SliceSource slice(whole, 2, 5);
    CHECK(textOf(slice.readAll(100).value()) == "23456");
    Bytes buffer(10);
    CHECK(slice.read(3, buffer).value() == 2);
    CHECK(slice.read(5, buffer).value() == 0);
}

TEST_CASE("only regular files are opened, and without waiting") {
    const TemporaryFolder folder;
    std::ofstream(folder / "file") << "content";
    CHECK(textOf(FileSource::open(folder / "file").value()->readAll(100).value()) == "content");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(FileSource::open(folder / "pipe").error().code == ErrorCode::InvalidArgument);
    CHECK(FileSource::open(folder / "missing").error().code == ErrorCode::NotFound);
    CHECK(FileSource::open(folder / ".").error().code == ErrorCode::InvalidArgument);
    CHECK(FileSource::open("/dev/zero").error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a file that shrinks while it is read is noticed") {
    const TemporaryFolder folder;
    std::ofstream(folder / "file") << std::string(1000, 'x');
    const auto source = FileSource::open(folder / "file").value();
    std::filesystem::resize_file(folder / "file", 10);
    REQUIRE_FALSE(source->readAll(2000));
    CHECK(source->readAll(2000).error().code == ErrorCode::Io);
}

TEST_CASE("an error's text has one line, whatever the object is called") {
    const Error error{ErrorCode::Io, "It failed.", "a\nb\xE2\x80\xAE", 7};
    CHECK(error.text() == "a\\u{000A}b\\u{202E}: It failed. (at byte 7)");
}
