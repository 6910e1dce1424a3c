// The verbs that make and read dossiers, as a whole: what is in a dossier is tested with the dossier.
#include "Program.h"
#include "core/Capture.h"
#include "core/Json.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

using namespace test;
using exhibit::Json;

namespace {

Json jsonOf(const Finished& finished) {
    auto json = exhibit::parseJson(finished.output);
    INFO(finished.errors);
    REQUIRE(json);
    return *std::move(json);
}

/// Another maker's validator agrees that this is what the schema says.
void checkVerification(const Folder& folder, const std::string& json) {
    const std::string file = folder.write("verification.json", json);
    const std::string program = "import json, sys, jsonschema\n"
                                "schema, value = (json.load(open(path, encoding='utf-8')) for path in sys.argv[1:3])\n"
                                "jsonschema.Draft202012Validator.check_schema(schema)\n"
                                "jsonschema.Draft202012Validator(schema).validate(value)\n";
    const Finished checked =
        run({"-c", program, EXHIBIT_SCHEMAS "/verification.schema.json", file}, {.program = "/usr/bin/python3"});
    INFO(checked.errors);
    CHECK(checked.status == 0);
}

class DossierFolder : public CaseFolder {
public:
    DossierFolder() {
        for (const char* prompt : {"Who is Erika Muster?", "Where does she live?"}) {
            const Finished added =
                run({"add", caseFile(), "--prompt", prompt, "--screenshot", sample("desk-1x-light.png")});
            REQUIRE(added.status == 0);
        }
    }
    [[nodiscard]] std::string dossier() const { return *this / "dossier.pdf"; }
};

/// A case beside a stand-in for the capture program, which says what it was asked, and hands over the file "bundle" or
/// fails.
class CaptureFolder : public CaseFolder {
public:
    CaptureFolder() {
        std::filesystem::copy_file(EXHIBIT_PROGRAM, path() / "exhibit17");
        write("exhibit17-capture", "#!/bin/sh\necho \"$*\" >&2\nif [ -f bundle ]; then cat bundle; else exit 1; fi\n");
        std::filesystem::permissions(path() / "exhibit17-capture", std::filesystem::perms::owner_all);
    }
    [[nodiscard]] Run here() const { return {.folder = path(), .program = *this / "exhibit17"}; }
};

std::string windowCapture() {
    exhibit::Capture capture;
    capture.method = "window";
    capture.time.zone = "CET";
    capture.tool = "test";
    capture.operatingSystem = "test";
    exhibit::CapturedItem picture;
    picture.role = exhibit::Role::Screenshot;
    picture.mediaType = "image/png";
    picture.origin = exhibit::Origin::Screen;
    picture.picture = exhibit::PictureFacts{1, 1, 200, "HDMI-1"};
    picture.bytes = exhibit::FileSource::open(sample("desk-1x-light.png")).value();
    capture.items = {
        picture, exhibit::textItem(exhibit::Role::Prompt, "Who is it?", exhibit::Origin::Clipboard, false).value(),
        exhibit::textItem(exhibit::Role::PromptSource, "https://www.meta.ai/", exhibit::Origin::Clipboard, false)
            .value()};
    exhibit::MemorySink sink;
    REQUIRE(exhibit::writeBundle(capture, sink));
    return std::string(exhibit::textOf(sink.bytes()));
}

} // namespace

TEST_CASE("A dossier is made and verified by the forms that scripts rely on") {
    const DossierFolder folder;
    const Finished made =
        run({"export", "my.exhibit17", "dossier.pdf", "--profile", "full"}, {.folder = folder.path()});
    INFO(made.errors);
    REQUIRE(made.status == 0);
    CHECK(contains(made.output, "exhibit17 verify dossier.pdf"));
    struct stat status {};
    REQUIRE(::stat(folder.dossier().c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);

    const Finished verified = run({"verify", folder.dossier()});
    CHECK(verified.status == 1);
    CHECK(verified.output.starts_with("intact-unanchored: "));
    CHECK(contains(verified.output, "What this doesn't prove"));
    const Finished asJson = run({"verify", folder.dossier(), "--json"});
    CHECK(asJson.status == 1);
    const Json json = jsonOf(asJson);
    CHECK(json["verdict"] == "intact-unanchored");
    CHECK_FALSE(json["findings"].empty());
    checkVerification(folder, asJson.output);
    // The export is in the log, and its hash is the file's.
    const std::string hash = run({"hash", folder.dossier()}).output.substr(0, 64);
    CHECK(contains(run({"log", folder.caseFile(), "--json"}).output, hash));
    CHECK(json["sha256"] == hash);
}

TEST_CASE("Nothing is overwritten without --force") {
    const DossierFolder folder;
    folder.write("dossier.pdf", "mine");
    const Finished refused = run({"export", folder.caseFile(), folder.dossier()});
    CHECK(refused.status == 73);
    CHECK(contains(refused.errors, "--force"));
    CHECK(folder.read("dossier.pdf") == "mine");
    CHECK(run({"export", folder.caseFile(), folder.dossier(), "--force"}).status == 0);
    CHECK(folder.read("dossier.pdf").starts_with("%PDF-"));
    const std::string theCase = folder.read("my.exhibit17");
    CHECK(run({"export", folder.caseFile(), folder.caseFile(), "--force"}).status >= 64);
    CHECK(folder.read("my.exhibit17") == theCase);
    CHECK(run({"export", folder.caseFile(), folder / "none/d.pdf"}).status == 73);
}

TEST_CASE("Exhibits and language are chosen") {
    const DossierFolder folder;
    const Json made =
        jsonOf(run({"export", folder.caseFile(), folder / "two.pdf", "--exhibits", "2", "--language", "de", "--json"}));
    CHECK(made["exhibits"] == Json({2}));
    CHECK(made["logged"] == true);
    CHECK(run({"export", folder.caseFile(), folder / "x.pdf", "--exhibits", "9"}).status == 66);
    CHECK(run({"export", folder.caseFile(), folder / "x.pdf", "--exhibits", "b"}).status == 64);
    CHECK(run({"export", folder.caseFile(), folder / "x.pdf", "--profile", "ful"}).status == 64);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "x.pdf"));
}

TEST_CASE("Without a name the dossier lies beside its case") {
    const DossierFolder folder;
    CHECK(run({"export", "my.exhibit17"}, {.folder = folder.path()}).status == 0);
    CHECK(std::filesystem::exists(folder.path() / "my.pdf"));
}

TEST_CASE("A case without exhibits has nothing to export") {
    const CaseFolder folder;
    const Finished finished = run({"export", folder.caseFile(), folder / "x.pdf"});
    CHECK(finished.status >= 64);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "x.pdf"));
}

TEST_CASE("The verdict is the exit status") {
    const DossierFolder folder;
    REQUIRE(run({"export", folder.caseFile(), folder.dossier()}).status == 0);
    const std::string bytes = folder.read("dossier.pdf");
    const auto verdictOf = [&](const std::string& name) {
        const Finished finished = run({"verify", folder / name, "--json"});
        return std::pair(finished.status, jsonOf(finished)["verdict"].get<std::string>());
    };
    folder.write("longer.pdf", bytes + "\n");
    CHECK(verdictOf("longer.pdf") == std::pair(2, std::string("tampered")));
    folder.write("before.pdf", "\n" + bytes);
    const int before = verdictOf("before.pdf").first;
    CHECK((before == 2 || before == 3 || before == 4));
    folder.write("empty.pdf", "");
    CHECK(verdictOf("empty.pdf") == std::pair(4, std::string("not-a-dossier")));
    checkVerification(folder, run({"verify", folder / "empty.pdf", "--json"}).output);
    checkVerification(folder, run({"verify", folder / "longer.pdf", "--json"}).output);
    checkVerification(folder, run({"log", folder.caseFile(), "--verify", "--json"}).output);
    folder.write("text.pdf", "hello");
    CHECK(verdictOf("text.pdf") == std::pair(4, std::string("not-a-dossier")));
    CHECK(verdictOf(std::filesystem::path(sample("desk-1x-light.png"))).first == 4);
    CHECK(run({"verify", folder.dossier()}, {.output = Output::Closed}).status == 1);
    CHECK(run({"verify", folder / "longer.pdf"}, {.output = Output::Closed}).status == 2);
    CHECK(run({"verify", folder / "longer.pdf"}, {.output = Output::Full}).status == 2);
    CHECK(run({"verify", folder.dossier()}, {.environment = {{"LC_ALL", "tr_TR.UTF-8"}}}).status == 1);
}

TEST_CASE("A file name can't play with the terminal") {
    const Folder folder;
    const std::string odd = folder.write("a\nb\xE2\x80\xAE\x1b[31m" + std::string(200, 'x') + ".pdf", "x");
    const Finished finished = run({"verify", odd});
    CHECK(finished.status == 4);
    CHECK_FALSE(contains(finished.output + finished.errors, "\x1b"));
    CHECK_FALSE(contains(finished.output + finished.errors, "\xE2\x80\xAE"));
}

TEST_CASE("A case file is verified too, recognised by its content") {
    const DossierFolder folder;
    std::filesystem::copy_file(folder.caseFile(), folder.path() / "renamed.pdf");
    const Finished finished = run({"verify", folder / "renamed.pdf", "--json"});
    CHECK((finished.status == 0 || finished.status == 1));
    const std::string verdict = jsonOf(finished)["verdict"];
    CHECK(verdict.starts_with("intact"));
    // Any other database is nothing of ours.
    const Finished other =
        run({folder / "other.db", "CREATE TABLE t(x); INSERT INTO t VALUES (1);"}, {.program = "/usr/bin/sqlite3"});
    REQUIRE(other.status == 0);
    CHECK(run({"verify", folder / "other.db"}).status == 4);
}

TEST_CASE("Completion knows every verb and option, and bash takes it") {
    const Finished script = run({"completion", "bash"});
    REQUIRE(script.status == 0);
    const Folder folder;
    folder.write("script", script.output);
    const std::string probe = "source \"$0\"; COMP_WORDS=(exhibit17 export --pro); COMP_CWORD=2; _exhibit17; "
                              "echo \"${COMPREPLY[*]}\"; COMP_WORDS=(exhibit17 new --wish era); COMP_CWORD=3; "
                              "_exhibit17; echo \"${COMPREPLY[*]}\"; COMP_WORDS=(exhibit17 wi); COMP_CWORD=1; "
                              "_exhibit17; echo \"${COMPREPLY[*]}\"";
    CHECK(run({"-c", probe, folder / "script"}, {.program = "/bin/bash"}).output == "--profile\nerasure\nwithdraw\n");
    CHECK(contains(run({"completion", "zsh"}).output, "#compdef exhibit17"));
    CHECK(contains(run({"completion", "fish"}).output, "complete -c exhibit17"));
    CHECK(run({"completion", "tcsh"}).status == 64);
}

TEST_CASE("The example makes a case, a dossier and its verification without a display") {
    const Folder folder;
    const Run here{.folder = folder.path(), .environment = {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}}};
    const Finished first = run({"example"}, here);
    INFO(first.output << first.errors);
    REQUIRE(first.status == 0);
    CHECK(contains(first.output, "exhibit17-example"));
    CHECK(contains(first.output, "$ exhibit17 export example.exhibit17 dossier.pdf"));
    CHECK(contains(first.output, "intact-unanchored"));
    CHECK(run({"verify", folder / "exhibit17-example/dossier.pdf"}).status == 1);
    CHECK(run({"log", folder / "exhibit17-example/example.exhibit17", "--verify"}).status == 0);
    // Without pdftoppm there are no pictures of the pages; the rest is the same.
    const Finished second = run({"example"}, {.folder = folder.path(), .environment = {{"PATH", "/nonexistent"}}});
    CHECK(second.status == 0);
    CHECK(contains(second.errors, "poppler-utils"));
    CHECK(std::filesystem::exists(folder.path() / "exhibit17-example-2/dossier.pdf"));
    CHECK(run({"example", "--folder", folder / "exhibit17-example"}).status == 73);
}

TEST_CASE("Where a part of the program is missing, that is said") {
    const Folder folder;
    std::filesystem::copy_file(EXHIBIT_PROGRAM, folder.path() / "exhibit17");
    const Run alone{.program = folder / "exhibit17"};
    const Finished verify = run({"verify", "x.pdf"}, alone);
    CHECK(verify.status == 69);
    CHECK(contains(verify.errors, "exhibit17-dossier"));
    REQUIRE(run({"new", folder / "a.exhibit17", "--name", "A", "--country", "DE", "--wish", "access"}, alone).status ==
            0);
    const Finished capture = run({"capture", folder / "a.exhibit17"}, alone);
    CHECK(capture.status == 69);
    CHECK(contains(capture.errors, "--screenshot"));
}

TEST_CASE("What the capture program hands over goes into the case") {
    const CaptureFolder folder;
    const Run here = folder.here();
    const Finished failed = run({"capture", "my.exhibit17", "--region", "0,80,1280,900", "--delay", "1"}, here);
    CHECK(failed.status == 74);
    CHECK(contains(failed.errors,
                   "region --region 0,80,1280,900 --delay 1 --clipboard-prompt\n"));
    CHECK(run({"capture", "my.exhibit17", "--screen", "--window", "x"}, here).status == 64);
    CHECK(run({"capture", "my.exhibit17", "--prompt", "a", "--prompt-from-clipboard"}, here).status == 64);
    folder.write("bundle", "not a bundle");
    CHECK(run({"capture", "my.exhibit17"}, here).status == 65);
    CHECK(contains(run({"list", folder.caseFile()}).output, "no exhibit yet"));
}

TEST_CASE("A captured window becomes an exhibit; its picture passes the gate") {
    const CaptureFolder folder;
    folder.write("bundle", windowCapture());
    const Json taken =
        jsonOf(run({"capture", "my.exhibit17", "--window", "Meta AI", "--model", "Llama", "--json"}, folder.here()));
    CHECK(taken["exhibit"] == 1);
    REQUIRE(taken["items"].size() == 4);
    CHECK(taken["items"][0]["role"] == "screenshot");
    CHECK(taken["items"][0]["picture"]["scalePercent"] == 200);
    CHECK(taken["items"][0]["picture"]["width"] == 1000); // the picture's own, whatever the bundle says
    CHECK(taken["items"][1]["role"] == "prompt");
    CHECK(taken["items"][1]["origin"] == "clipboard");
    CHECK(taken["items"][2]["role"] == "prompt-source");
    CHECK(taken["items"][3]["role"] == "model-label");
    const Json record = jsonOf(run({"show", folder.caseFile(), "1", "--json"}))["record"];
    CHECK(record["method"] == "window");
    CHECK(record["time"]["zone"] == "CET");
    // The clipboard is asked for what the words don't give.
    CHECK(contains(run({"capture", "my.exhibit17", "--prompt", "Who?"}, folder.here()).errors,
                   "screen\n"));
    CHECK(contains(
        run({"capture", "my.exhibit17", "--prompt", "Who?", "--response-from-clipboard"}, folder.here()).errors,
        "--clipboard-response"));
    CHECK(run({"log", folder.caseFile(), "--verify"}).status == 0);
}

TEST_CASE("Letters are printed, edited and taken back") {
    const DossierFolder folder;
    REQUIRE(run({"set", folder.caseFile(), "--wish", "concern", "--wish", "erasure", "--country", "DE"}).status == 0);
    const Finished text = run({"letter", folder.caseFile(), "erasure"});
    REQUIRE(text.status == 0);
    CHECK(contains(text.output, "[exhibits]"));
    const std::string letter = folder.write("letter.txt", "Mine\n\n" + text.output.substr(text.output.find('\n')));
    REQUIRE(run({"letter", folder.caseFile(), "erasure", "--from", letter}).status == 0);
    CHECK(run({"letter", folder.caseFile(), "erasure"}).output.starts_with("Mine\n"));
    CHECK(run({"letter", folder.caseFile(), "erasure", "--from", "-"}, {.input = "Other\n\nWords.\n"}).status == 0);
    const Json all = jsonOf(run({"letter", folder.caseFile(), "--json"}));
    REQUIRE(all["letters"].size() == 2);
    CHECK(all["letters"][0]["own"] == false);
    CHECK(all["letters"][1]["text"] == "Other\n\nWords.\n");
    CHECK(run({"letter", folder.caseFile(), "erasure", "--reset"}).status == 0);
    CHECK(run({"letter", folder.caseFile(), "erasure"}).output == text.output);
    CHECK(run({"letter", folder.caseFile(), "erasure", "--reset"}).status == 66);
    CHECK(run({"letter", folder.caseFile(), "access"}).status == 66);
    CHECK(run({"letter", folder.caseFile(), "poem"}).status == 64);
    CHECK(run({"letter", folder.caseFile(), "--reset"}).status == 64);
    CHECK(run({"letter", folder.caseFile(), "erasure", "--from", folder.write("bad.txt", "no body")}).status == 64);
}

TEST_CASE("The paste sheet says what goes where, and hands over one field as it is") {
    const DossierFolder folder;
    REQUIRE(run({"set", folder.caseFile(), "--wish", "concern", "--country", "DE"}).status == 0);
    const Finished text = run({"paste-sheet", folder.caseFile()});
    REQUIRE(text.status == 0);
    CHECK(contains(text.output, "https://www.facebook.com/help/contact/1266025207620918"));
    const Finished prompts = run({"paste-sheet", folder.caseFile(), "--field", "prompts", "--exhibits", "2"});
    CHECK(prompts.output == "Where does she live?");
    const Json json = jsonOf(run({"paste-sheet", folder.caseFile(), "--json"}));
    CHECK(json["sheets"][0]["wish"] == "concern");
    CHECK(json["sheets"][0]["fieldsKnown"] == true);
    CHECK(run({"paste-sheet", folder.caseFile(), "--field", "shoe-size"}).status == 66);
    CHECK(run({"paste-sheet", folder.caseFile(), "--wish", "access"}).status == 66);
}

TEST_CASE("A dry run lists what would go out and makes nothing") {
    const DossierFolder folder;
    const std::string before = folder.read("my.exhibit17");
    const Finished text = run({"export", "my.exhibit17", "--dry-run"}, {.folder = folder.path()});
    REQUIRE(text.status == 0);
    CHECK(contains(text.output, "Where does she live?"));
    CHECK(contains(text.output, "exhibit-1-screenshot-1.png"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "my.pdf"));
    CHECK(folder.read("my.exhibit17") == before);
    const Json json = jsonOf(run({"export", folder.caseFile(), "--dry-run", "--exhibits", "1", "--json"}));
    CHECK_FALSE(json["discloses"].empty());
    CHECK_FALSE(contains(json.dump(), "Where does she live?"));
}
