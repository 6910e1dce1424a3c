// What somebody changes in a case by hand is found, named and placed.

#include "Child.h"
#include "StoreFixture.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::test;

namespace {

struct Tampering {
    const char* sql;
    const char* code;
    const char* object;
};

// The log: 1 case-created, 2-6 exhibit 1, 7-11 exhibit 2, 12-16 exhibit 3, 17 exhibit 3 withdrawn.
// The artifacts: 1-4 of exhibit 1, 5-8 of exhibit 2.
constexpr Tampering kTamperings[] = {
    // the log
    {"DELETE FROM custody WHERE seq = 4", "custody-chain", "line 4"},
    {"DELETE FROM custody WHERE seq = 4", "custody-sequence", "line 4"},
    {"DELETE FROM custody WHERE seq = 4", "custody-row", "line 4"},
    {"DELETE FROM custody WHERE seq = 4", "custody-truncated", "custody log"},
    {"DELETE FROM custody WHERE seq = 17", "custody-truncated", "custody log"},
    {"DELETE FROM custody WHERE seq = 17", "exhibit-withdrawn-unlogged", "exhibit 3"},
    {"DELETE FROM custody", "custody-truncated", "custody log"},
    {"DELETE FROM custody", "case-identity", ""},
    {"UPDATE custody SET line = replace(line, 'exhibit17 test', 'exhibit17 fake') WHERE seq = 5", "custody-chain",
     "line 6"},
    {"UPDATE custody SET line = line || ' ' WHERE seq = 5", "custody-malformed", "line 5"},
    {"UPDATE custody SET line = replace(line, '{', '{ ') WHERE seq = 17", "custody-head", "custody log"},
    {"UPDATE custody SET seq = 100 WHERE seq = 4; UPDATE custody SET seq = 4 WHERE seq = 5; UPDATE custody SET seq = 5 "
     "WHERE seq = 100",
     "custody-sequence", "line 4"},
    {"INSERT INTO custody SELECT 18, line FROM custody WHERE seq = 17", "custody-extended", "custody log"},
    {"INSERT INTO custody SELECT 18, line FROM custody WHERE seq = 17", "custody-sequence", "line 18"},
    {"UPDATE custody SET seq = 20 WHERE seq = 17", "custody-row", "line 17"},
    {"UPDATE counter SET custody_count = 16", "custody-extended", "custody log"},
    // exhibits
    {"PRAGMA foreign_keys = OFF; DELETE FROM exhibit WHERE number = 2", "exhibit-missing", "exhibit 2"},
    {"PRAGMA foreign_keys = OFF; DELETE FROM exhibit WHERE number = 2", "sqlite-orphan", "table artifact, row 5"},
    {"INSERT INTO exhibit SELECT 9, added_at, NULL, record, surface, prompt_start, 1, 0 FROM exhibit WHERE number = 1",
     "exhibit-unlogged", "exhibit 9"},
    {"INSERT INTO exhibit SELECT 9, added_at, NULL, record, surface, prompt_start, 1, 0 FROM exhibit WHERE number = 1",
     "exhibit-number", "exhibit 9"},
    {"UPDATE exhibit SET record = replace(record, 'HDMI-1', 'HDMI-2') WHERE number = 1", "record-mismatch",
     "exhibit 1"},
    {"UPDATE exhibit SET record = '{}' WHERE number = 1", "record-malformed", "exhibit 1"},
    {"UPDATE exhibit SET surface = 'instagram' WHERE number = 2", "record-mismatch", "exhibit 2"},
    {"UPDATE exhibit SET surface = 'nowhere' WHERE number = 2", "exhibits-unreadable", "exhibits"},
    {"UPDATE exhibit SET prompt_start = x'41' WHERE number = 1", "summary-mismatch", "exhibit 1"},
    {"UPDATE exhibit SET screenshots = 3 WHERE number = 1", "summary-mismatch", "exhibit 1"},
    {"UPDATE exhibit SET added_at = added_at + 1000000000 WHERE number = 1", "exhibit-time", "exhibit 1"},
    {"UPDATE exhibit SET withdrawn_at = added_at, record = NULL, surface = NULL, prompt_start = NULL WHERE number = 1",
     "exhibit-withdrawn-unlogged", "exhibit 1"},
    {"UPDATE exhibit SET withdrawn_at = NULL, record = '{}', surface = 'meta.ai', prompt_start = x'' WHERE number = 3",
     "exhibit-restored", "exhibit 3"},
    {"INSERT INTO artifact SELECT 99, 3, 1, role, media_type, size, sha256, salt, origin, confirmed, file_name, "
     "picture, parent, operation, discloses FROM artifact WHERE id = 1",
     "withdrawn-remains", "exhibit 3"},
    // artifacts
    {"DELETE FROM chunk WHERE artifact = 3", "artifact-bytes", "exhibit 1, screenshot 1"},
    {"UPDATE chunk SET bytes = CAST(replace(bytes, 'real', 'fake') AS BLOB) WHERE artifact = 7", "artifact-bytes",
     "exhibit 2, screenshot 1"},
    {"UPDATE chunk SET artifact = 0 WHERE artifact = 3; UPDATE chunk SET artifact = 3 WHERE artifact = 7; UPDATE chunk "
     "SET artifact = 7 WHERE artifact = 0",
     "artifact-bytes", "exhibit 2, screenshot 1"},
    {"INSERT INTO chunk VALUES (3, 1, 0, x'00')", "artifact-bytes", "exhibit 1, screenshot 1"},
    {"PRAGMA ignore_check_constraints = ON; UPDATE chunk SET codec = 1 WHERE artifact = 3", "artifact-bytes",
     "exhibit 1, screenshot 1"},
    {"UPDATE artifact SET sha256 = zeroblob(32) WHERE id = 2", "artifact-commitment", "exhibit 1, response 1"},
    {"UPDATE artifact SET salt = zeroblob(16) WHERE id = 2", "artifact-commitment", "exhibit 1, response 1"},
    {"UPDATE artifact SET size = size + 1 WHERE id = 2", "artifact-bytes", "exhibit 1, response 1"},
    {"UPDATE artifact SET origin = 'ocr' WHERE id = 1", "record-mismatch", "exhibit 1, prompt 1"},
    {"UPDATE artifact SET confirmed = 0 WHERE id = 1", "record-mismatch", "exhibit 1, prompt 1"},
    {"UPDATE artifact SET role = 'note' WHERE id = 2", "record-mismatch", "exhibit 1, note 1"},
    {"UPDATE artifact SET operation = 'redact' WHERE id = 4", "record-mismatch", "exhibit 1, screenshot 2"},
    {"UPDATE artifact SET parent = 2 WHERE id = 4", "record-mismatch", "exhibit 1, screenshot 2"},
    {"UPDATE artifact SET parent = NULL WHERE id = 4", "record-mismatch", "exhibit 1, screenshot 2"},
    {"UPDATE artifact SET picture = replace(picture, '1080', '1081') WHERE id = 3", "record-mismatch",
     "exhibit 1, screenshot 1"},
    {"UPDATE artifact SET picture = 'x' WHERE id = 3", "exhibit-unreadable", "exhibit 1"},
    {"UPDATE artifact SET exhibit = 2 WHERE id = 3", "record-mismatch", "exhibit 1"},
    {"UPDATE artifact SET exhibit = 2 WHERE id = 3", "artifact-commitment", "exhibit 2, screenshot 1"},
    {"PRAGMA ignore_check_constraints = ON; UPDATE artifact SET salt = x'00' WHERE id = 2", "exhibit-unreadable",
     "exhibit 1"},
    // the case
    {"UPDATE matter SET case_id = '00000000000000000000000000000000'", "case-identity", ""},
    {"UPDATE matter SET created_at = created_at + 1000000000", "case-identity", ""},
    {"UPDATE matter SET details = 'x'", "case-details", ""},
    {"UPDATE counter SET next_exhibit = 2", "exhibit-number", "exhibit 2"},
    {"UPDATE counter SET vacuum_due = 1", "withdrawal-traces", ""},
};

std::filesystem::path makeCase(const Folder& folder) {
    World world;
    const std::filesystem::path path = folder / "original.exhibit17";
    auto file = CaseFile::create(path, details(), world.environment);
    REQUIRE(file);
    for (const char* const prompt : {"first", "second", "third"})
        REQUIRE(file->addExhibit(capture(prompt, "a real picture: " + std::string(prompt))));
    REQUIRE(file->withdraw(3));
    REQUIRE(faults(*file).empty());
    REQUIRE(file->custodyLines()->size() == 17);
    return path;
}

} // namespace

TEST_CASE("Every tampering by hand is found, named and placed") {
    const Folder folder;
    World world;
    const std::filesystem::path original = makeCase(folder);
    const std::filesystem::path path = folder / "a.exhibit17";
    for (const Tampering& row : kTamperings) {
        CAPTURE(row.sql, row.code);
        std::filesystem::remove(path);
        std::filesystem::copy_file(original, path);
        REQUIRE(sqliteShell(path.string(), row.sql).empty());
        const auto file = CaseFile::open(path, Access::Read, world.environment);
        REQUIRE(file);
        const auto findings = file->check();
        REQUIRE(findings);
        const bool found = std::any_of(findings->begin(), findings->end(), [&](const Finding& finding) {
            const std::string object = *row.object == '\0' ? path.string() : row.object;
            return finding.code == row.code && finding.object == object;
        });
        for (const Finding& finding : *findings)
            UNSCOPED_INFO(finding.code << " | " << finding.object << " | " << finding.message);
        CHECK(found);
        const bool warning = std::string_view(row.code) == "withdrawal-traces";
        CHECK((warning || verdictOf(*findings) == Verdict::Tampered));
    }
}

TEST_CASE("A log that was cut short stays broken when the case is used on") {
    const Folder folder;
    World world;
    const std::filesystem::path path = makeCase(folder);
    REQUIRE(sqliteShell(path.string(), "DELETE FROM custody WHERE seq = 17").empty());
    auto file = CaseFile::open(path, Access::Write, world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(capture("fourth")));
    const std::vector<std::string> found = faults(*file);
    CHECK(std::count(found.begin(), found.end(), "custody-chain") == 1);
    CHECK(std::count(found.begin(), found.end(), "custody-truncated") == 1);
}

TEST_CASE("A clock that was set back is reported and breaks nothing") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "a.exhibit17";
    auto file = CaseFile::create(path, details(), world.environment);
    REQUIRE(file);
    constexpr std::int64_t kTenYears = 10LL * 365 * 86'400 * 1'000'000'000;
    const Instant now = world.clock.now();
    for (const std::int64_t step : {kTenYears, -kTenYears, std::int64_t{0}}) {
        world.clock.set({now.nanoseconds + step});
        REQUIRE(file->addExhibit(capture("at another time")));
    }
    const auto findings = file->check();
    REQUIRE(findings);
    REQUIRE(findings->size() == 1);
    CHECK(findings->front().code == "custody-time");
    CHECK(findings->front().severity == Severity::Warning);
}

TEST_CASE("A check says how far it is and can be stopped") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "a.exhibit17", details(), world.environment);
    REQUIRE(file->addExhibit(capture("one", std::string(3 * kPieceSize, 'x'))));
    std::uint64_t last = 0;
    std::uint64_t whole = 0;
    REQUIRE(file->check([&](std::uint64_t done, std::uint64_t total) {
        CHECK(done > last);
        CHECK(done <= total);
        last = done;
        whole = total;
        return true;
    }));
    CHECK(last == whole);
    CHECK(last > 6 * kPieceSize);
    CHECK(file->check([](std::uint64_t, std::uint64_t) { return false; }).error().code == ErrorCode::Cancelled);
}
