// Several processes on one case, and processes that are killed.

#include "Child.h"
#include "StoreFixture.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <random>
#include <set>
#include <sqlite3.h>
#include <thread>

using namespace exhibit;
using namespace exhibit::test;

namespace {

void makeCase(const std::filesystem::path& path) {
    World world;
    REQUIRE(CaseFile::create(path, details(), world.environment));
}

/// The prompts in the order of their exhibits, whose numbers must run from 1 without a gap.
std::vector<std::string> prompts(const std::filesystem::path& path) {
    World world;
    const auto file = CaseFile::open(path, Access::Read, world.environment);
    REQUIRE(file);
    REQUIRE(faults(*file).empty());
    std::vector<std::string> result;
    const auto list = file->exhibits();
    REQUIRE(list);
    for (const ExhibitSummary& summary : *list) {
        result.push_back(summary.promptStart);
        REQUIRE(summary.number == static_cast<int>(result.size()));
    }
    return result;
}

void makeChange(const std::filesystem::path& path) {
    World world;
    auto file = CaseFile::open(path, Access::Write, world.environment);
    REQUIRE(file);
    REQUIRE(file->noteExport({}));
}

} // namespace

TEST_CASE("A process killed at any moment leaves an exhibit wholly there or wholly absent") {
    constexpr int kCases = 25;
    constexpr int kKillsPerCase = 20;
    std::mt19937 random(17);
    std::uniform_int_distribution<int> microseconds(0, 12'000);
    int interrupted = 0;
    for (int number = 0; number < kCases; ++number) {
        const Folder folder;
        const std::filesystem::path path = folder / "a.exhibit17";
        makeCase(path);
        std::vector<std::string> expected;
        for (int run = 0; run < kKillsPerCase; ++run) {
            Child adder({EXHIBIT_STORE_ADDER, path.string(), std::to_string(run), "1000"});
            REQUIRE(adder.readByte() == 'o');
            std::this_thread::sleep_for(std::chrono::microseconds(microseconds(random)));
            adder.kill();
            const auto acknowledged = adder.readAll().size();
            REQUIRE(adder.finish() == 128 + SIGKILL);
            interrupted += std::filesystem::exists(path.string() + "-journal") ? 1 : 0;

            const std::vector<std::string> present = prompts(path);
            for (std::size_t i = 0; i < acknowledged; ++i)
                expected.push_back(std::to_string(run) + "-" + std::to_string(i));
            // The kill may have come between the commit and its acknowledgement.
            if (present.size() == expected.size() + 1)
                expected.push_back(std::to_string(run) + "-" + std::to_string(acknowledged));
            REQUIRE(present == expected);
        }
        // A journal that was begun and says nothing yet may stay until the next change, and nothing else.
        makeChange(path);
        CHECK(namesIn(folder.path()) == std::vector<std::string>{"a.exhibit17"});
        CHECK(sqliteShell(path.string(), "PRAGMA integrity_check") == "ok");
    }
    // Or the test would prove nothing.
    CHECK(interrupted > 50);
}

TEST_CASE("A process killed at any moment leaves a redaction with its copy, or neither") {
    constexpr int kKills = 60;
    std::mt19937 random(17);
    std::uniform_int_distribution<int> microseconds(0, 12'000);
    const Folder folder;
    const std::filesystem::path path = folder / "a.exhibit17";
    makeCase(path);
    World world;
    REQUIRE(CaseFile::open(path, Access::Write, world.environment)->addExhibit(capture("Who is it?")));
    int interrupted = 0;
    for (int run = 0; run < kKills; ++run) {
        Child redactor({EXHIBIT_STORE_ADDER, path.string(), "--redact", "1000"});
        REQUIRE(redactor.readByte() == 'o');
        std::this_thread::sleep_for(std::chrono::microseconds(microseconds(random)));
        redactor.kill();
        (void)redactor.readAll();
        REQUIRE(redactor.finish() == 128 + SIGKILL);
        interrupted += std::filesystem::exists(path.string() + "-journal") ? 1 : 0;

        const auto file = CaseFile::open(path, Access::Write, world.environment);
        REQUIRE(file);
        REQUIRE(faults(*file).empty());
        const auto redactions = file->markups(1, MarkupKind::Redaction);
        const auto exhibit = file->exhibit(1);
        REQUIRE((redactions && exhibit));
        const auto isCopy = [](const Artifact& artifact) { return artifact.operation == kRedactOperation; };
        const auto copies = std::count_if(exhibit->artifacts.begin(), exhibit->artifacts.end(), isCopy);
        REQUIRE(static_cast<std::ptrdiff_t>(redactions->size()) == copies);
        if (redactions->empty())
            continue;
        REQUIRE(copies == 1);
        const std::string number = redactionFromJson(redactions->front().content)->text;
        const auto last = std::find_if(exhibit->artifacts.begin(), exhibit->artifacts.end(), isCopy);
        const auto copy = (*file->bytes(*last))->readExactly(0, number.size() + 1);
        REQUIRE(copy);
        CHECK(textOf(*copy) == number + " ");
    }
    // Or the test would prove nothing.
    CHECK(interrupted > 5);
}

TEST_CASE("Two processes that add to one case lose nothing and double nothing") {
    constexpr int kEach = 40;
    const Folder folder;
    const std::filesystem::path path = folder / "a.exhibit17";
    makeCase(path);
    {
        Child first({EXHIBIT_STORE_ADDER, path.string(), "first", std::to_string(kEach)});
        Child second({EXHIBIT_STORE_ADDER, path.string(), "second", std::to_string(kEach)});
        CHECK(first.readAll().size() == kEach + 1);
        CHECK(second.readAll().size() == kEach + 1);
        CHECK(first.finish() == 0);
        CHECK(second.finish() == 0);
    }
    const std::vector<std::string> present = prompts(path);
    CHECK(present.size() == 2 * kEach);
    CHECK(std::set<std::string>(present.begin(), present.end()).size() == 2 * kEach);
}

TEST_CASE("The wait for another program is bounded") {
    const Folder folder;
    const std::filesystem::path path = folder / "a.exhibit17";
    makeCase(path);
    World world;
    world.environment.busyTimeoutMilliseconds = 200;
    auto file = CaseFile::open(path, Access::Write, world.environment);
    REQUIRE(file);
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);

    const auto start = std::chrono::steady_clock::now();
    const auto added = file->addExhibit(capture("one"));
    const auto waited = std::chrono::steady_clock::now() - start;
    REQUIRE_FALSE(added);
    CHECK(added.error().code == ErrorCode::Busy);
    CHECK(waited >= std::chrono::milliseconds(150));
    CHECK(waited < std::chrono::seconds(5));
    CHECK(file->exhibits()->empty()); // reading goes on

    REQUIRE(sqlite3_exec(other, "ROLLBACK; BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
    const auto opened = CaseFile::open(path, Access::Read, world.environment);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Busy);
    const auto destroyed = CaseFile::destroy(path, world.environment);
    REQUIRE_FALSE(destroyed);
    CHECK(destroyed.error().code == ErrorCode::Busy);
    sqlite3_close(other);
    CHECK(file->addExhibit(capture("one")) == 1);
}
