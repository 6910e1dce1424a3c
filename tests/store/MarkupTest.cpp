// Marks, redactions and redacted copies in the case file.

#include "core/Markup.h"
#include "Child.h"
#include "StoreFixture.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::test;

namespace {

std::string mark(const std::string& words) {
    Mark value;
    value.on = Role::Prompt;
    value.text = words;
    value.category = "name";
    return *toJson(value);
}

std::string redaction(const std::string& words) {
    Redaction value;
    value.text = words;
    return *toJson(value);
}

class MarkupCase {
public:
    MarkupCase() {
        auto made = CaseFile::create(path(), details(), m_world.environment);
        REQUIRE(made);
        file = std::make_unique<CaseFile>(std::move(*made));
        REQUIRE(file->addExhibit(capture("Who is SECRET?")));
        REQUIRE(file->addExhibit(capture("Another")));
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder / "a.exhibit17"; }
    [[nodiscard]] Revision revision(MarkupKind kind, std::vector<std::string> added, std::vector<int> removed = {}) {
        Revision result;
        result.exhibit = 1;
        result.kind = kind;
        result.added = std::move(added);
        result.removed = std::move(removed);
        result.basis = *file->custodyState();
        return result;
    }
    [[nodiscard]] std::vector<Artifact> artifacts() const { return file->exhibit(1)->artifacts; }
    [[nodiscard]] Revision::Copy copyOf(const Artifact& artifact, std::string_view text) const {
        return {artifact.id, artifact.mediaType, artifact.picture, std::make_shared<MemorySource>(text)};
    }
    void reopen() {
        file.reset();
        auto opened = CaseFile::open(path(), Access::Write, m_world.environment);
        REQUIRE(opened);
        file = std::make_unique<CaseFile>(std::move(*opened));
    }

    std::unique_ptr<CaseFile> file;

private:
    Folder m_folder;
    World m_world;
};

std::vector<std::string> eventsOf(const CaseFile& file) {
    std::vector<std::string> events;
    const auto lines = file.custodyLines();
    REQUIRE(lines);
    for (const std::string& line : *lines)
        events.push_back(parseCustodyLine(line)->event);
    return events;
}

} // namespace

TEST_CASE("Marks and redactions are numbered, kept and removed, and logged without their words") {
    MarkupCase theCase;
    CHECK(*theCase.file->revise(theCase.revision(MarkupKind::Mark, {mark("one"), mark("two")})) ==
          std::vector<int>{1, 2});
    CHECK(*theCase.file->revise(theCase.revision(MarkupKind::Redaction, {redaction("SECRET")})) == std::vector<int>{1});
    CHECK(*theCase.file->revise(theCase.revision(MarkupKind::Mark, {mark("three")}, {1})) == std::vector<int>{3});
    theCase.reopen();
    const auto marks = theCase.file->markups(1, MarkupKind::Mark);
    REQUIRE(marks);
    REQUIRE(marks->size() == 2);
    CHECK(marks->at(0).number == 2);
    CHECK(marks->at(0).content == mark("two"));
    CHECK(marks->at(1).content == mark("three"));
    CHECK(theCase.file->markups(2, MarkupKind::Mark)->empty());
    CHECK(faults(*theCase.file).empty());
    const auto lines = theCase.file->custodyLines();
    REQUIRE(lines);
    const auto entry = parseCustodyLine(lines->back());
    REQUIRE(entry);
    CHECK(entry->event == "mark-added");
    CHECK(entry->commitment == marks->at(1).commitment());
    for (const std::string& line : *lines)
        CHECK((line.find("SECRET") == std::string::npos && line.find("three") == std::string::npos));
}

TEST_CASE("Redacted copies follow the record and can be discarded; originals can't") {
    MarkupCase theCase;
    const std::vector<Artifact> before = theCase.artifacts();
    Revision first = theCase.revision(MarkupKind::Redaction, {redaction("SECRET")});
    first.copies.push_back(theCase.copyOf(before.at(0), "Who is X?"));
    REQUIRE(theCase.file->revise(first));
    const std::vector<Artifact> after = theCase.artifacts();
    REQUIRE(after.size() == before.size() + 1);
    const Artifact& copy = after.back();
    CHECK(copy.parent == before.at(0).id);
    CHECK(copy.operation == kRedactOperation);
    CHECK(copy.role == Role::Prompt);
    CHECK(copy.ordinal == 2);
    CHECK(textOf(*(*theCase.file->bytes(copy))->readAll(100)) == "Who is X?");
    CHECK(faults(*theCase.file).empty());

    Revision second = theCase.revision(MarkupKind::Redaction, {}, {1});
    second.discarded.push_back(before.at(0).id);
    CHECK_FALSE(theCase.file->revise(second));
    CHECK(theCase.artifacts().size() == after.size());
    second.discarded = {copy.id};
    REQUIRE(theCase.file->revise(second));
    CHECK(theCase.artifacts().size() == before.size());
    CHECK(faults(*theCase.file).empty());
    CHECK(eventsOf(*theCase.file).back() == "artifact-discarded");
}

TEST_CASE("Later notes are kept beside what was captured, and only they can be removed") {
    MarkupCase theCase;
    const auto noteOf = [](std::string_view text) {
        return Revision::Note{"text/plain; charset=utf-8", std::make_shared<MemorySource>(text), nullptr};
    };
    const std::vector<Artifact> before = theCase.artifacts();
    Revision first = theCase.revision(MarkupKind::Mark, {});
    first.notes = {noteOf("SECRET came back"), noteOf("and again")};
    first.notes.front().redacted = std::make_shared<MemorySource>(std::string_view("X came back"));
    REQUIRE(theCase.file->revise(first));
    const std::vector<Artifact> after = theCase.artifacts();
    REQUIRE(after.size() == before.size() + 3);
    const Artifact& note = after.at(before.size());
    CHECK(note.role == Role::Note);
    CHECK(note.origin == Origin::Typed);
    CHECK(note.confirmed);
    CHECK(after.at(before.size() + 1).parent == note.id);
    CHECK(textOf(*(*theCase.file->bytes(after.back()))->readAll(100)) == "and again");
    CHECK(faults(*theCase.file).empty());
    const auto lines = theCase.file->custodyLines();
    REQUIRE(lines);
    for (const std::string& line : *lines)
        CHECK(line.find("SECRET") == std::string::npos);

    Revision captured = theCase.revision(MarkupKind::Mark, {});
    captured.removedNotes = {before.front().id};
    CHECK(theCase.file->revise(captured).error().code == ErrorCode::InvalidArgument);
    Revision second = theCase.revision(MarkupKind::Mark, {});
    second.removedNotes = {note.id};
    REQUIRE(theCase.file->revise(second));
    CHECK(theCase.artifacts().size() == before.size() + 1);
    CHECK(eventsOf(*theCase.file).back() == "note-removed");
    theCase.reopen();
    CHECK(faults(*theCase.file).empty());
    REQUIRE(theCase.file->withdraw(1));
    CHECK(faults(*theCase.file).empty());
}

TEST_CASE("A revision that fails changes nothing") {
    MarkupCase theCase;
    const CustodyState before = *theCase.file->custodyState();
    Revision stale = theCase.revision(MarkupKind::Mark, {mark("one")});
    stale.basis.count -= 1;
    CHECK(theCase.file->revise(stale).error().code == ErrorCode::Busy);
    CHECK(theCase.file->revise(theCase.revision(MarkupKind::Mark, {mark("one")}, {7})).error().code ==
          ErrorCode::NotFound);
    Revision strange = theCase.revision(MarkupKind::Redaction, {redaction("a")});
    strange.copies.push_back({999, "text/plain", std::nullopt, std::make_shared<MemorySource>(std::string_view("x"))});
    CHECK_FALSE(theCase.file->revise(strange));
    Revision nowhere = theCase.revision(MarkupKind::Mark, {mark("one")});
    nowhere.exhibit = 9;
    CHECK(theCase.file->revise(nowhere).error().code == ErrorCode::NotFound);
    CHECK(*theCase.file->custodyState() == before);
    CHECK(theCase.file->markups(1, MarkupKind::Mark)->empty());
    CHECK(faults(*theCase.file).empty());
}

TEST_CASE("Withdrawing takes marks and copies along") {
    MarkupCase theCase;
    REQUIRE(theCase.file->revise(theCase.revision(MarkupKind::Mark, {mark("MARKEDWORDS")})));
    Revision redacts = theCase.revision(MarkupKind::Redaction, {redaction("TAKENOUT")});
    redacts.copies.push_back(theCase.copyOf(theCase.artifacts().at(0), "REDACTEDCOPY"));
    REQUIRE(theCase.file->revise(redacts));
    REQUIRE(theCase.file->withdraw(1));
    CHECK(faults(*theCase.file).empty());
    CHECK(theCase.file->revise(theCase.revision(MarkupKind::Mark, {mark("one")})).error().code == ErrorCode::NotFound);
    theCase.file.reset();
    const std::string all = textOfFile(theCase.path());
    for (const char* words : {"MARKEDWORDS", "TAKENOUT", "REDACTEDCOPY"})
        CHECK(all.find(words) == std::string::npos);
}

TEST_CASE("What is changed about marks and copies by hand is found") {
    MarkupCase theCase;
    REQUIRE(theCase.file->revise(theCase.revision(MarkupKind::Mark, {mark("one")})));
    Revision redacts = theCase.revision(MarkupKind::Redaction, {redaction("SECRET")});
    redacts.copies.push_back(theCase.copyOf(theCase.artifacts().at(0), "Who is X?"));
    REQUIRE(theCase.file->revise(redacts));
    const std::int64_t copy = theCase.artifacts().back().id;
    const std::string id = std::to_string(copy);
    theCase.file.reset();
    const std::string sound = textOfFile(theCase.path());
    const std::vector<std::pair<std::string, std::string>> tamperings{
        {"DELETE FROM markup WHERE kind = 'mark'", "markup-mismatch"},
        {"UPDATE markup SET content = replace(content, 'one', 'two')", "markup-mismatch"},
        {"UPDATE markup SET content = '{}' WHERE kind = 'redaction'", "markup-unreadable"},
        {"INSERT INTO markup SELECT 2, kind, number, salt, content FROM markup", "markup-mismatch"},
        {"DELETE FROM chunk WHERE artifact = " + id + "; DELETE FROM artifact WHERE id = " + id, "redaction-missing"},
        {"UPDATE artifact SET parent = 2 WHERE id = " + id, "redaction-mismatch"},
        {"UPDATE artifact SET operation = 'strip-metadata' WHERE id = " + id, "redaction-mismatch"},
        {"UPDATE artifact SET salt = zeroblob(16) WHERE id = " + id, "record-mismatch"},
        {"UPDATE chunk SET bytes = CAST('Who is Y?' AS BLOB) WHERE artifact = " + id, "artifact-bytes"},
    };
    for (const auto& [sql, code] : tamperings) {
        CAPTURE(sql);
        writeFile(theCase.path(), sound);
        REQUIRE(sqliteShell(theCase.path().string(), sql).empty());
        theCase.reopen();
        const std::vector<std::string> found = faults(*theCase.file);
        CHECK(std::count(found.begin(), found.end(), code) > 0);
        theCase.file.reset();
    }
}
