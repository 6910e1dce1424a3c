// A disk that fails at every single operation of a change, in turn.

#include "FaultyVfs.h"
#include "StoreFixture.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

using namespace exhibit;
using namespace exhibit::test;

namespace {

constexpr int kMostOperations = 20'000; // a sweep that never succeeds is a failure

struct Change {
    const char* name;
    std::function<Result<>(CaseFile&)> run;
    std::function<bool(const CaseFile&)> isDone;
};

std::vector<Change> changes() {
    return {{"addExhibit",
             [](CaseFile& file) -> Result<> {
                 EXHIBIT_TRY(file.addExhibit(capture("one more", std::string(70'000, 'p'))));
                 return {};
             },
             [](const CaseFile& file) { return file.exhibits()->size() == 3; }},
            {"withdraw", [](CaseFile& file) { return file.withdraw(1); },
             [](const CaseFile& file) { return file.exhibits()->at(0).withdrawn; }},
            {"setDetails",
             [](CaseFile& file) {
                 CaseDetails changed = details();
                 changed.reference = "2026/17";
                 return file.setDetails(changed);
             },
             [](const CaseFile& file) { return file.details()->reference == "2026/17"; }}};
}

/// Runs `change` on a copy of a case with the fault at operation `failAt`. Answers whether it went through unharmed.
bool runWithFault(const Change& change, const std::filesystem::path& original, const std::filesystem::path& path,
                  Fault fault, int failAt) {
    World world;
    std::filesystem::remove(path);
    std::filesystem::copy_file(original, path);
    FaultPlan& plan = faultPlan();
    plan = FaultPlan{};
    Result<> result;
    {
        StoreEnvironment faulty = world.environment;
        faulty.vfs = "faulty";
        auto file = CaseFile::open(path, Access::Write, faulty);
        REQUIRE(file);
        plan.operations = 0;
        plan.fault = fault;
        plan.failAt = failAt;
        result = change.run(*file);
    }
    plan.fault = Fault::None;
    CAPTURE(change.name, static_cast<int>(fault), failAt);

    const auto after = CaseFile::open(path, Access::Read, world.environment);
    REQUIRE(after);
    const std::vector<std::string> found = faults(*after);
    const bool done = change.isDone(*after);
    if (result)
        CHECK(done);
    // A withdrawal may stand while its traces wait for room; the finding says so.
    const bool sound = found.empty() || (done && found == std::vector<std::string>{"withdrawal-traces"});
    CHECK(sound);
    if (!sound)
        UNSCOPED_INFO(found.front());
    if (!result) {
        const ErrorCode code = result.error().code;
        CHECK((code == ErrorCode::Io || code == ErrorCode::NoSpace || code == ErrorCode::PermissionDenied));
        CHECK(result.error().message.ends_with("."));
        if (plan.struck && (fault == Fault::Full || fault == Fault::ShortWrite) && code == ErrorCode::Io)
            FAIL("a full disk was reported as something else");
    }
    if (!plan.struck)
        CHECK(result);
    return !plan.struck;
}

} // namespace

TEST_CASE("A disk that fails at any operation leaves the old state or the new one") {
    const Folder folder;
    World world;
    const std::filesystem::path original = folder / "original.exhibit17";
    {
        auto file = CaseFile::create(original, details(), world.environment);
        REQUIRE(file);
        REQUIRE(file->addExhibit(capture("first", std::string(40'000, 's'))));
        REQUIRE(file->addExhibit(capture("second", "small")));
    }
    for (const Change& change : changes())
        for (const Fault fault : {Fault::IoError, Fault::IoErrorOnce, Fault::Full, Fault::ShortWrite}) {
            int failAt = 1;
            while (failAt < kMostOperations && !runWithFault(change, original, folder / "a.exhibit17", fault, failAt))
                ++failAt;
            CHECK(failAt > 5);
            CHECK(failAt < kMostOperations);
        }
}

TEST_CASE("No file of a case is open to others at any operation of the disk") {
    const Folder folder;
    World world;
    const mode_t before = ::umask(0);
    FaultPlan& plan = faultPlan();
    plan = FaultPlan{};
    plan.watched = folder.path();
    StoreEnvironment watched = world.environment;
    watched.vfs = "faulty";
    {
        auto file = CaseFile::create(folder / "a.exhibit17", details(), watched);
        REQUIRE(file);
        REQUIRE(file->addExhibit(capture("first", std::string(9 * kPieceSize, 's'))));
        REQUIRE(file->addExhibit(capture("second", std::string(9 * kPieceSize, 's'))));
        REQUIRE(file->withdraw(1));
    }
    ::umask(before);
    CHECK(plan.operations > 100);
    CHECK(plan.exposed.empty());
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"a.exhibit17"});
    plan = FaultPlan{};
}
