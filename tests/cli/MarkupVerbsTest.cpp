// Marks and redactions as a person makes them.
#include "Program.h"
#include "core/Json.h"

#include <catch2/catch.hpp>

using namespace test;
using exhibit::Json;

namespace {

class MarkupFolder : public CaseFolder {
public:
    MarkupFolder() {
        const Finished added = run({"add", caseFile(), "--prompt", "Who is Erika Muster?", "--response",
                                    "Erika Muster is ill.", "--screenshot", sample("desk-1x-light.png")});
        REQUIRE(added.status == 0);
    }
    [[nodiscard]] Finished mark(std::vector<std::string> options) const { return call("mark", std::move(options)); }
    [[nodiscard]] Finished redact(std::vector<std::string> options) const { return call("redact", std::move(options)); }
    [[nodiscard]] Json json(const std::string& verb, std::vector<std::string> options) const {
        options.emplace_back("--json");
        const Finished finished = call(verb, std::move(options));
        INFO(finished.errors);
        REQUIRE(finished.status == 0);
        auto parsed = exhibit::parseJson(finished.output);
        REQUIRE(parsed);
        return *std::move(parsed);
    }

private:
    [[nodiscard]] Finished call(const std::string& verb, std::vector<std::string> options) const {
        options.insert(options.begin(), {verb, caseFile()});
        return run(options);
    }
};

} // namespace

TEST_CASE("Marks are made, listed and removed") {
    const MarkupFolder folder;
    CHECK(contains(folder.mark({"--list"}).output, "no marks"));
    CHECK(folder.json("mark", {"1", "--rect", "10,20,300,40", "--text", "lives at", "--category", "address", "--truth",
                               "false", "--correction", "moved away"})["mark"] == 1);
    CHECK(folder.json("mark", {"1", "--on", "response", "--text", "ill", "--category", "health", "--special", "health",
                               "--label", "no \"illness\""})["mark"] == 2);
    const Json marks = folder.json("mark", {"--list"})["marks"];
    REQUIRE(marks.size() == 2);
    CHECK(marks[0]["rect"] == Json({{"x", 10}, {"y", 20}, {"width", 300}, {"height", 40}}));
    CHECK(marks[0]["truth"] == "false");
    CHECK(marks[0]["text"] == "lives at");
    CHECK(marks[0]["correction"] == "moved away");
    CHECK(contains(folder.mark({"1", "--list"}).output, "correct is: moved away"));
    CHECK(marks[1]["text"] == "ill");
    CHECK(marks[1]["truth"] == "unknown");
    CHECK(marks[1]["special"] == "health");
    CHECK(contains(folder.mark({"1", "--list"}).output, "10,20,300,40"));
    CHECK(contains(run({"show", folder.caseFile(), "1"}).output, "mark 2: response \"ill\", health, not known"));
    const Finished shown = run({"show", folder.caseFile(), "1", "--json"});
    CHECK((*exhibit::parseJson(shown.output))["marks"] == marks);
    CHECK(folder.mark({"1", "--remove", "1"}).status == 0);
    CHECK(folder.json("mark", {"--list"})["marks"].size() == 1);
    CHECK(folder.mark({"1", "--remove", "1"}).status == 66);
}

TEST_CASE("A note is written after the capture, listed and destroyed") {
    const MarkupFolder folder;
    const auto note = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"note", folder.caseFile()});
        return run(options);
    };
    CHECK(contains(note({"--list"}).output, "No note"));
    CHECK(contains(note({"1", "--text", "asked again"}).output, "Note 1 of exhibit 1"));
    const Json notes = folder.json("note", {"--list"})["notes"];
    REQUIRE(notes.size() == 1);
    CHECK(notes[0]["text"] == "asked again");
    CHECK(notes[0]["note"] == 1);
    CHECK(contains(note({"1", "--list"}).output, "asked again"));
    CHECK(note({"1"}).status == 64);
    CHECK(note({"1", "--text", " "}).status == 64);
    CHECK(note({"2", "--text", "x"}).status == 66);
    CHECK(note({"--text", "x"}).status == 64);
    CHECK(note({"1", "--remove", "2"}).status == 66);
    CHECK(note({"1", "--remove", "1"}).status == 0);
    CHECK(folder.json("note", {"--list"})["notes"].empty());
    CHECK(run({"verify", folder.caseFile()}).status == 1);
}

TEST_CASE("A redaction goes into the next dossier and can be undone") {
    const MarkupFolder folder;
    const Finished words = folder.redact({"1", "--text", "Erika Muster", "--reason", "wants it"});
    INFO(words.errors);
    REQUIRE(words.status == 0);
    CHECK(contains(words.output, "found in: prompt (1), response (1)"));
    CHECK(contains(words.output, "--rect"));
    CHECK(words.errors.empty());
    const Json added = folder.json("redact", {"1", "--rect", "0,0,100,50", "--rect", "200,0,10,10"})["added"];
    REQUIRE(added.size() == 1);
    CHECK(added[0]["redactions"] == Json({2, 3}));
    const Json redactions = folder.json("redact", {"--list"})["redactions"];
    CHECK(redactions.size() == 3);
    CHECK((*exhibit::parseJson(run({"show", folder.caseFile(), "1", "--json"}).output))["redactions"] == redactions);
    const auto attachments = [&](const std::string& name) {
        const Finished made = run({"export", folder.caseFile(), folder / name, "--json"});
        INFO(made.errors);
        REQUIRE(made.status == 0);
        CHECK(run({"verify", folder / name}).status == 1);
        return (*exhibit::parseJson(made.output))["attachments"].dump();
    };
    const std::string redacted = attachments("redacted.pdf");
    CHECK(contains(redacted, "exhibit-1-prompt-redacted.txt"));
    CHECK(contains(redacted, "exhibit-1-screenshot-1-redacted.png"));
    CHECK_FALSE(contains(redacted, "exhibit-1-prompt.txt"));
    const Finished later = folder.redact({"1", "--text", "ill"});
    CHECK(contains(later.errors, "in 1 dossier"));
    for (const char* number : {"1", "2", "3", "4"})
        CHECK(folder.redact({"1", "--undo", number}).status == 0);
    const std::string open = attachments("open.pdf");
    CHECK(contains(open, "exhibit-1-prompt.txt"));
    CHECK(contains(open, "exhibit-1-screenshot-1.png"));
    CHECK_FALSE(contains(open, "redacted"));
    CHECK(run({"verify", folder.caseFile()}).status == 1);
    CHECK_FALSE(contains(folder.read("my.exhibit17"), "wants it more"));
    CHECK_FALSE(contains(run({"log", folder.caseFile(), "--json"}).output, "wants it"));
}

TEST_CASE("Words can be taken out of several exhibits at once") {
    const MarkupFolder folder;
    for (const char* response : {"Nothing about her.", "ERIKA  MUSTER again."})
        REQUIRE(run({"add", folder.caseFile(), "--prompt", "Again?", "--response", response}).status == 0);
    const Json added = folder.json("redact", {"all", "--text", "Erika Muster"})["added"];
    REQUIRE(added.size() == 2);
    CHECK(added[0]["exhibit"] == 1);
    CHECK(added[0]["places"] == Json({{"prompt", 1}, {"response", 1}}));
    CHECK(added[1]["exhibit"] == 3);
    CHECK(added[1]["exportsBefore"] == 0);
    CHECK(folder.redact({"1-2", "--text", "again"}).status == 0);
    CHECK(folder.redact({"1,2", "--text", "Hugo"}).status == 66);
    CHECK(folder.redact({"2,9", "--text", "again"}).status == 66);
    CHECK(folder.redact({"1-2", "--rect", "1,1,9,9"}).status == 64);
    CHECK(folder.redact({"--text", "again"}).status == 64);
    CHECK(folder.json("redact", {"2-3", "--list"})["redactions"].size() == 2);
}

TEST_CASE("What makes no sense is refused in plain words") {
    const MarkupFolder folder;
    const auto refused = [](const Finished& finished, int status, const std::string& words) {
        INFO(finished.errors);
        CHECK(finished.status == status);
        CHECK(contains(finished.errors, words));
    };
    refused(folder.mark({"1"}), 64, "--rect");
    refused(folder.mark({"--category", "name"}), 64, "which exhibit");
    refused(folder.mark({"1", "--on", "screenshot", "--text", "ill", "--category", "health"}), 64, "--rect");
    refused(folder.mark({"1", "--on", "prompt", "--rect", "1,1,1,1", "--category", "health"}), 64, "screenshots");
    refused(folder.mark({"1", "--rect", "1,1,1,1", "--rect", "2,2,2,2", "--category", "name"}), 64, "one rectangle");
    refused(folder.mark({"1", "--on", "prompt", "--text", "Erika"}), 64, "--category");
    refused(folder.mark({"1", "--on", "prompt", "--text", "Erika", "--category", "name", "--correction", "Eva"}), 64,
            "--truth false");
    refused(folder.mark({"1", "--text", "Erika", "--category", "name"}), 64, "--on");
    refused(folder.mark({"1", "--on", "prompt", "--text", "Hugo", "--category", "name"}), 66, "weren't found");
    refused(folder.mark({"1", "--rect", "1,1,0,1", "--category", "name"}), 64, "isn't a rectangle");
    refused(folder.mark({"1", "--rect", "990,1,100,1", "--category", "name"}), 64, "1000 pixels wide");
    refused(folder.mark({"1", "--rect", "1,1,1,1", "--screenshot", "2", "--category", "name"}), 66, "screenshot 2");
    refused(folder.mark({"1", "--rect", "1,1,1,1", "--category", "nam"}), 64, "name");
    refused(folder.redact({"1", "--rect", "1,1,1,1", "--text", "Erika"}), 64, "one after the");
    refused(folder.redact({"1", "--screenshot", "1", "--text", "Erika"}), 64, "--rect");
    refused(folder.redact({"1", "--rect", "1,1,1,1", "--only-in", "prompt"}), 64, "--text");
    refused(folder.redact({"1", "--text", "Erika", "--only-in", "note"}), 66, "no note");
    refused(folder.redact({"1", "--text", "Hugo"}), 66, "weren't found");
    refused(folder.redact({"1", "--undo", "1"}), 66, "no redaction");
    refused(folder.redact({"1", "--undo", "x"}), 64, "isn't a number");
    refused(folder.redact({"7", "--text", "Erika"}), 66, "no such exhibit");
    CHECK(contains(folder.redact({"--list"}).output, "no redactions"));
}
