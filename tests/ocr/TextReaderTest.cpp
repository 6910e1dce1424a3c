#include "ocr/TextReader.h"

#include "media/PngWriter.h"
#include "media/UprightRows.h"
#include "ocr/Letters.h"
#include "ocr/PromptCheck.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <unistd.h>

using namespace exhibit;
using namespace exhibit::ocr;

namespace {

const std::filesystem::path kData = EXHIBIT_TEST_DATA;

std::shared_ptr<const FileSource> sample(const char* name) {
    auto file = FileSource::open(kData / name);
    REQUIRE(file);
    return *file;
}

std::string contentOf(const char* name) {
    const auto bytes = sample(name)->readAll(kPieceSize);
    REQUIRE(bytes);
    return std::string(textOf(*bytes));
}

/// Edits as a share of the true text. Where the page shows its texts beside one another, their order isn't one.
double errorRate(const Reading& reading, const std::string& truth) {
    const std::u32string expected = lettersOf(truth, Capitals::Distinct).letters;
    const std::u32string read = lettersOf(readText(reading).text, Capitals::Distinct).letters;
    return static_cast<double>(editDistance(expected, read)) / static_cast<double>(expected.size());
}

TextReader reader() {
    auto opened = TextReader::open();
    REQUIRE(opened);
    return *std::move(opened);
}

/// A folder in which a script plays tesseract, before everything else in PATH.
class FakeProgram {
public:
    explicit FakeProgram(const std::string& script)
        : m_folder(std::filesystem::temp_directory_path() / ("exhibit17-fake-" + std::to_string(::getpid()))),
          m_path(std::getenv("PATH")) {
        std::filesystem::create_directory(m_folder);
        const auto program = m_folder / "tesseract";
        std::ofstream(program) << "#!/bin/sh\ncase \"$1\" in --list-langs) printf 'List:\\ndeu\\neng\\n'; exit;; esac\n"
                               << script << "\n";
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        ::setenv("PATH", (m_folder.string() + ":" + m_path).c_str(), 1);
    }
    ~FakeProgram() {
        ::setenv("PATH", m_path.c_str(), 1);
        std::filesystem::remove_all(m_folder);
    }
    FakeProgram(const FakeProgram&) = delete;
    FakeProgram& operator=(const FakeProgram&) = delete;

private:
    std::filesystem::path m_folder;
    std::string m_path;
};

ErrorCode codeWith(const std::string& script, const Progress& progress = {}) {
    const FakeProgram fake(script);
    const auto readings = reader().read(*sample("desk-1x-light.png"), progress);
    REQUIRE_FALSE(readings);
    return readings.error().code;
}

constexpr std::uint32_t kTall = 9'000;
/// A chat over the row at which the first band ends, and nothing else.
Bytes tallPicture() {
    const auto picture = sample("desk-1x-light.png");
    const auto inspection = media::inspect(*picture, media::NullMediaHelper());
    REQUIRE(inspection);
    auto writer = media::PngWriter::open({.width = inspection->width, .height = kTall});
    REQUIRE(writer);
    const Bytes white(std::size_t{inspection->width} * 3, 255);
    const auto rows = media::UprightRows::open(*picture, *inspection, {});
    REQUIRE(rows);
    for (std::uint32_t y = 0; y < kTall; ++y) {
        const bool isChat = y >= 7'640 && y < 7'640 + inspection->height;
        REQUIRE((*writer)->writeRow(isChat ? *(*rows)->next() : ByteView(white)));
    }
    auto file = (*writer)->finish();
    REQUIRE(file);
    return *std::move(file);
}

std::size_t countOf(const std::string& text, std::string_view words) {
    std::size_t count = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
        ++count;
    return count;
}

} // namespace

TEST_CASE("The words of a chat are read, light or dark, on whatever colour") {
    const std::string truth = contentOf("chat.txt");
    const TextReader program = reader();
    CHECK(program.languages() == "eng+deu");
    for (const char* name : {"desk-1x-light.png", "desk-1x-dark-jpg60.jpg", "igpurple-2x.png"}) {
        const auto begin = std::chrono::steady_clock::now();
        const auto readings = program.read(*sample(name));
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        REQUIRE(readings);
        REQUIRE(readings->size() == 3);
        std::cout << name << ": wrong letters in 100:";
        for (const Reading& reading : *readings)
            std::cout << " " << 100 * errorRate(reading, truth);
        const double all = errorRate(merged(*readings), truth);
        std::cout << ", together " << 100 * all << "; " << took.count() << " s\n";
        CHECK(all < 0.06);
    }
}

TEST_CASE("A tall picture is read in bands, each line once") {
    const MemorySource picture(tallPicture());
    std::uint64_t last = 0;
    const auto readings = reader().read(picture, [&](std::uint64_t done, std::uint64_t total) {
        CHECK(done >= last);
        CHECK(done <= total);
        last = done;
        return true;
    });
    REQUIRE(readings);
    CHECK(last == 6);
    const Reading& reading = readings->front();
    const std::string text = readText(reading).text;
    INFO(text);
    for (const char* words : {"my Instagram posts", "training documents", "Bitte lösche alle", "Privatsphäre-Center"}) {
        INFO(words);
        CHECK(countOf(text, words) == 1);
    }
    CHECK(reading.lines.back().words.back().box.y > 8'200);
    for (const Line& line : reading.lines)
        for (const Word& word : line.words)
            CHECK(liesWithin(word.box, 1000, kTall));
}

TEST_CASE("A program for reading that misbehaves is stopped") {
    CHECK(codeWith("exit 1") == ErrorCode::Malformed);
    CHECK(codeWith("kill -SEGV $$") == ErrorCode::Malformed);
    CHECK(codeWith("echo Hello") == ErrorCode::Malformed);
    CHECK(codeWith("head -c 500000 /dev/urandom") == ErrorCode::Malformed);
    CHECK(codeWith("exec cat /dev/zero") == ErrorCode::LimitExceeded);
    int asked = 0;
    CHECK(codeWith("sleep 60", [&](std::uint64_t, std::uint64_t) { return ++asked < 3; }) == ErrorCode::Cancelled);
}

TEST_CASE("Without the program it is said what to install") {
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", "/nonexistent", 1);
    const auto missing = TextReader::open();
    ::setenv("PATH", path.c_str(), 1);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::Unsupported);
    CHECK_THAT(missing.error().message, Catch::Contains("tesseract-ocr-deu"));
}

TEST_CASE("What is no picture isn't read") {
    CHECK(reader().read(MemorySource(std::string_view("Hello"))).error().code != ErrorCode::Internal);
    CHECK(reader().read(*sample("quarters.heic")).error().code == ErrorCode::Unsupported);
}

TEST_CASE("The program is told to use one thread") {
    const FakeProgram fake("[ \"$OMP_THREAD_LIMIT\" = 1 ] && head -c 2 /dev/fd/3 | grep -q P5 && printf "
                           "'level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight"
                           "\\tconf\\ttext\\n5\\t1\\t1\\t1\\t1\\t1\\t10\\t20\\t30\\t12\\t96.5\\tHello\\n'");
    const auto readings = reader().read(*sample("desk-1x-light.png"));
    REQUIRE(readings);
    CHECK(readText(readings->front()).text == "Hello");
    CHECK(readings->front().lines.front().words.front().box == Region{10, 20, 30, 12});
}
