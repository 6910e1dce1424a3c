#include "core/MarkupLog.h"

#include <catch2/catch.hpp>

using namespace exhibit;

namespace {

Commitment commitmentOf(const std::string& text) {
    return commit(Salt{}, sha256(bytesOf(text)));
}

CustodyEntry entry(const std::string& event, const std::string& text, Json details = Json::object()) {
    CustodyEntry made;
    made.event = event;
    made.exhibit = 1;
    made.commitment = commitmentOf(text);
    made.details = std::move(details);
    return made;
}

CustodyEntry copyOf(const std::string& parent, const std::string& text, const std::string& operation = "redact") {
    return entry("artifact-derived", text, {{"parent", commitmentOf(parent).hex()}, {"operation", operation}});
}

} // namespace

TEST_CASE("The log of marks and redactions keeps what still holds") {
    MarkupLog log;
    CHECK(log.note(entry("mark-added", "one")));
    CHECK(log.note(entry("mark-added", "two")));
    CHECK(log.note(entry("redaction-added", "one")));
    CHECK(log.note(entry("mark-removed", "one")));
    CHECK(log.markups(MarkupKind::Mark) == std::map<Commitment, int>{{commitmentOf("two"), 2}});
    CHECK(log.markups(MarkupKind::Redaction) == std::map<Commitment, int>{{commitmentOf("one"), 1}});
    CHECK(log.note(entry("mark-removed", "two")));
    CHECK(log.note(entry("mark-added", "three")));
    CHECK(log.markups(MarkupKind::Mark) == std::map<Commitment, int>{{commitmentOf("three"), 3}});
    CHECK(log.note(copyOf("original", "copy")));
    CHECK(log.note(copyOf("other", "second")));
    CHECK(log.note(entry("artifact-discarded", "copy")));
    CHECK(log.copies() == std::map<Commitment, Commitment>{{commitmentOf("second"), commitmentOf("other")}});
}

TEST_CASE("The log of later notes keeps those that are there, with their times") {
    MarkupLog log;
    CustodyEntry first = entry("note-added", "one");
    first.at = Instant{1};
    CHECK(log.note(first));
    CHECK_FALSE(log.note(first));
    CHECK(log.note(entry("note-added", "two")));
    CHECK(log.note(entry("note-removed", "two")));
    CHECK_FALSE(log.note(entry("note-removed", "two")));
    CHECK_FALSE(log.note(entry("note-removed", "never there")));
    CHECK(log.laterNotes() == std::map<Commitment, Instant>{{commitmentOf("one"), first.at}});
    CHECK(log.markups(MarkupKind::Mark).empty());
}

TEST_CASE("The log of marks and redactions takes only what agrees") {
    MarkupLog log;
    REQUIRE(log.note(entry("mark-added", "one")));
    CHECK_FALSE(log.note(entry("mark-added", "one")));
    CHECK_FALSE(log.note(entry("redaction-removed", "one")));
    CHECK_FALSE(log.note(entry("artifact-discarded", "one")));
    CHECK_FALSE(log.note(entry("artifact-added", "one")));
    CHECK_FALSE(log.note(copyOf("original", "copy", "strip-metadata")));
    CHECK_FALSE(log.note(entry("artifact-derived", "copy", {{"operation", "redact"}})));
    CHECK_FALSE(log.note(entry("artifact-derived", "copy", {{"operation", "redact"}, {"parent", "x"}})));
    CustodyEntry nameless = entry("mark-added", "two");
    nameless.commitment.reset();
    CHECK_FALSE(log.note(nameless));
    CHECK(log.markups(MarkupKind::Mark).size() == 1);
    CHECK(log.copies().empty());
}
