#include "core/Manifest.h"
#include "core/CaptureRecord.h"
#include "core/CustodyLog.h"

#include <catch2/catch.hpp>

using namespace exhibit;

namespace {

Digest digestOf(std::uint8_t fill) {
    Digest digest;
    digest.bytes.fill(fill);
    return digest;
}

Manifest sampleManifest() {
    Manifest manifest;
    manifest.caseId = "0123456789abcdef0123456789abcdef";
    manifest.details.subject.name = "Jonas Fährmann-Müller";
    manifest.details.wishes = {Wish::Erasure};
    manifest.exportedAt = *Instant::fromIso("2026-11-22T10:15:30.123Z");
    manifest.offsetMinutes = 60;
    manifest.tool = "exhibit17 test";
    manifest.profile = "full";
    manifest.language = "en";
    manifest.exhibits = {1, 3};
    DisclosedArtifact artifact;
    artifact.exhibit = 1;
    artifact.role = Role::Screenshot;
    artifact.file = "exhibit-1-screenshot-1-shown.png";
    artifact.mediaType = "image/png";
    artifact.size = 17;
    artifact.digest = digestOf(1);
    artifact.commitment = commit(artifact.salt, artifact.digest);
    artifact.picture = PictureFacts{10, 20, 150, "HDMI-1"};
    artifact.parent = digestOf(2);
    artifact.operation = "strip-metadata";
    manifest.artifacts = {artifact};
    manifest.committed = {{1, Role::Screenshot, 1, digestOf(2), Withheld::Discloses}};
    manifest.records = {{1, "exhibit-1-record.json", digestOf(3)}};
    manifest.custodyFile = "custody.jsonl";
    manifest.custody = {7, digestOf(4)};
    manifest.shown = {{"exhibit-1-screenshot-1", artifact.file, Shown::Picture},
                      {"custody", "custody.jsonl", Shown::Log}};
    manifest.fonts = {{"NotoSans-Regular.ttf", "NotoSans-Regular", digestOf(5)}};
    manifest.files = {{artifact.file, "image/png", 17, digestOf(1)}};
    return manifest;
}

/// `text` with the first `from` exchanged for `to`; it must be there.
std::string changed(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

struct Change {
    const char* what;
    const char* from;
    const char* to;
};

} // namespace

TEST_CASE("A manifest comes back as it was written") {
    const auto json = sampleManifest().toJson();
    REQUIRE(json);
    const auto read = Manifest::fromJson(*json);
    REQUIRE(read);
    CHECK(*read->toJson() == *json);
    CHECK(read->artifacts[0].parent == digestOf(2));
    CHECK(read->shown[1].as == Shown::Log);
    CHECK(read->details.subject.name == "Jonas Fährmann-Müller");
}

TEST_CASE("A manifest that isn't exactly one is refused") {
    const std::string json = *sampleManifest().toJson();
    const Change changes[] = {
        {"unknown version", "exhibit17/manifest/1", "exhibit17/manifest/2"},
        {"another schema", "exhibit17/manifest/1", "exhibit17/something/1"},
        {"doubled name", "{\"artifacts\":", "{\"artifacts\":[],\"artifacts\":"},
        {"unknown member", "{\"artifacts\":", "{\"added\":1,\"artifacts\":"},
        {"missing hash", "\"sha256\":\"0101", "\"sha255\":\"0101"},
        {"upper case", "\"sha256\":\"0303", "\"sha256\":\"0A03"},
        {"short hash", "\"sha256\":\"0303", "\"sha256\":\"03"},
        {"number for a hash", "\"head\":\"", "\"head\":4,\"x\":\""},
        {"negative size", "\"size\":17", "\"size\":-17"},
        {"broken size", "\"size\":17", "\"size\":17.5"},
        {"huge size", "\"size\":17", "\"size\":9007199254740993"},
        {"infinite size", "\"size\":17", "\"size\":1e400"},
        {"text for a size", "\"size\":17", "\"size\":\"17\""},
        {"exhibit zero", "\"exhibits\":[1,3]", "\"exhibits\":[0,3]"},
        {"exhibits doubled", "\"exhibits\":[1,3]", "\"exhibits\":[3,3]"},
        {"exhibits falling", "\"exhibits\":[1,3]", "\"exhibits\":[3,1]"},
        {"exhibit as text", "\"exhibits\":[1,3]", "\"exhibits\":[\"1\",3]"},
        {"unknown role", "\"role\":\"screenshot\"", "\"role\":\"painting\""},
        {"unknown reason", "discloses-place-or-device", "lost"},
        {"unknown form", "\"as\":\"log\"", "\"as\":\"song\""},
        {"no time", "2026-11-22T10:15:30.123Z", "yesterday"},
        {"offset beyond a day", "\"offsetMinutes\":60", "\"offsetMinutes\":6000"},
        {"null", "\"readOnly\":false", "\"readOnly\":null"},
        {"count below zero", "\"count\":7", "\"count\":-7"},
    };
    for (const Change& change : changes) {
        INFO(change.what);
        const auto read = Manifest::fromJson(changed(json, change.from, change.to));
        REQUIRE_FALSE(read);
        const bool refused = read.error().code == ErrorCode::Malformed || read.error().code == ErrorCode::Unsupported;
        CHECK(refused);
    }
    CHECK_FALSE(Manifest::fromJson("\xEF\xBB\xBF" + json));
    CHECK_FALSE(Manifest::fromJson(json + "x"));
    CHECK_FALSE(Manifest::fromJson(""));
    CHECK_FALSE(Manifest::fromJson("[]"));
    CHECK_FALSE(Manifest::fromJson(std::string(100'000, '[')));
    CHECK(Manifest::fromJson(changed(json, "manifest/1", "manifest/2")).error().code == ErrorCode::Unsupported);
}

TEST_CASE("No shortened manifest, record or log line is read") {
    const std::string json = *sampleManifest().toJson();
    for (std::size_t length = 0; length < json.size(); ++length)
        CHECK_FALSE(Manifest::fromJson(std::string_view(json).substr(0, length)));
}

TEST_CASE("A capture record that isn't exactly one is refused") {
    CaptureRecord record;
    record.caseId = "0123";
    record.exhibit = 4;
    record.method = "import";
    record.time.utc = *Instant::fromIso("2026-11-22T10:15:30.123Z");
    record.artifacts.push_back({Role::Prompt, digestOf(1), Origin::Typed, true, std::nullopt, std::nullopt, ""});
    const std::string json = *record.toJson();
    REQUIRE(CaptureRecord::fromJson(json));
    const Change changes[] = {
        {"unknown version", "capture-record/1", "capture-record/9"},
        {"doubled name", "\"case\":\"0123\"", "\"case\":\"0123\",\"case\":\"0123\""},
        {"unknown member", "\"case\":\"0123\"", "\"case\":\"0123\",\"cast\":1"},
        {"missing commitment", "\"commitment\":", "\"commitmen\":"},
        {"upper case", "0101", "0A01"},
        {"exhibit below one", "\"exhibit\":4", "\"exhibit\":0"},
        {"exhibit too large", "\"exhibit\":4", "\"exhibit\":4000000000"},
        {"exhibit as text", "\"exhibit\":4", "\"exhibit\":\"4\""},
        {"two times", "2026-11-22T10:15:30.123Z", "2026-11-22T10:15:31.123Z"},
        {"time with a sign", "\"nanoseconds\":\"", "\"nanoseconds\":\"+"},
        {"unknown origin", "\"typed\"", "\"sung\""},
        {"truth as number", "\"confirmed\":true", "\"confirmed\":1"},
    };
    for (const Change& change : changes) {
        INFO(change.what);
        CHECK_FALSE(CaptureRecord::fromJson(changed(json, change.from, change.to)));
    }
}

TEST_CASE("A custody line that isn't exactly one is refused") {
    CustodyEntry entry;
    entry.at = *Instant::fromIso("2026-11-22T10:15:30.123Z");
    entry.event = "artifact-added";
    entry.exhibit = 1;
    entry.commitment = digestOf(1);
    entry.source = "test";
    const std::string line = *custodyLine(entry);
    REQUIRE(parseCustodyLine(line));
    const Change changes[] = {
        {"a blank", "{\"at\"", "{ \"at\""},
        {"another order", "{\"at\":\"2026-11-22T10:15:30.123Z\",", "{"},
        {"doubled name", "\"exhibit\":1", "\"exhibit\":1,\"exhibit\":1"},
        {"upper case", "0101", "0A01"},
        {"another spelling of a number", "\"exhibit\":1", "\"exhibit\":1.0"},
        {"exhibit beyond int", "\"exhibit\":1", "\"exhibit\":4294967297"},
        {"a number for the event", "\"artifact-added\"", "5"},
        {"details as a list", "\"details\":{}", "\"details\":[]"},
        {"time without milliseconds", ".123Z", "Z"},
    };
    for (const Change& change : changes) {
        INFO(change.what);
        CHECK_FALSE(parseCustodyLine(changed(line, change.from, change.to)));
    }
}
