// The verbs about a case as a whole.
#include "Program.h"
#include "core/CustodyLog.h"
#include "core/Json.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <sys/stat.h>

using namespace test;
using exhibit::Json;

namespace {

Json jsonOf(const Finished& finished) {
    INFO(finished.errors);
    REQUIRE(finished.status == 0);
    auto json = exhibit::parseJson(finished.output);
    REQUIRE(json);
    return *std::move(json);
}

} // namespace

TEST_CASE("A new case records who, where and what, and which forms") {
    const Folder folder;
    const Json made = jsonOf(run({"new",
                                  folder / "a.exhibit17",
                                  "--name",
                                  "Jürgen Müßig",
                                  "--email",
                                  "j@example.org",
                                  "--address",
                                  "Straße 1\n88131 Lindau",
                                  "--country",
                                  "de",
                                  "--surface",
                                  "whatsapp",
                                  "--wish",
                                  "objection",
                                  "--wish",
                                  "erasure",
                                  "--wish",
                                  "concern",
                                  "--language",
                                  "de",
                                  "--reference",
                                  "AZ 17/26",
                                  "--representative-name",
                                  "RA Kanzlei",
                                  "--json"}));
    const Json& details = made["details"];
    CHECK(details["subject"]["name"] == "Jürgen Müßig");
    CHECK(details["subject"]["address"] == "Straße 1\n88131 Lindau");
    CHECK(details["representative"]["name"] == "RA Kanzlei");
    CHECK(details["country"] == "DE");
    CHECK(details["wishes"] == Json({"concern", "erasure", "objection"}));
    REQUIRE(details["forms"].size() == 3);
    for (const Json& form : details["forms"]) {
        CHECK(form["url"].get<std::string>().starts_with("https://"));
        CHECK_FALSE(form["id"].get<std::string>().empty());
        CHECK(form["overridden"] == false);
    }
    struct stat status {};
    REQUIRE(::stat((folder / "a.exhibit17").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("A case that can't be made leaves nothing behind") {
    const CaseFolder folder;
    const std::string before = folder.read("my.exhibit17");
    const std::vector<std::string> details{"--name", "A", "--country", "DE", "--wish", "access"};
    const auto attempt = [&](const std::string& path, std::vector<std::string> words) {
        words.insert(words.begin(), {"new", path});
        return run(words, {.folder = folder.path()});
    };
    const Finished again = attempt("my.exhibit17", details);
    CHECK(again.status == 73);
    CHECK(folder.read("my.exhibit17") == before);
    const Finished nowhere = attempt("none/b.exhibit17", details);
    CHECK(nowhere.status == 73);
    CHECK(contains(nowhere.errors, "no folder"));
    CHECK(attempt("b", {"--country", "DE", "--wish", "access"}).status == 64);
    CHECK(contains(attempt("b", {"--name", "A"}).errors, "--country"));
    CHECK(contains(attempt("b", {"--name", "A", "--country", "Germany", "--wish", "access"}).errors, "DE"));
    CHECK(attempt("b", {"--name", "A", "--country", "DE", "--wish", "access", "--email", "nobody"}).status == 64);
    CHECK(attempt("b", {"--name", "A\x1b[1m", "--country", "DE", "--wish", "access"}).status == 64);
    CHECK(attempt("b", {"--name", "\xFF", "--country", "DE", "--wish", "access"}).status == 64);
    CHECK(contains(attempt("b", {"--name", "A", "--country", "DE", "--wish", "erasre"}).errors,
                   "Did you mean \"erasure\"?"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "b"));
}

TEST_CASE("Details are corrected, and only what changed is shown") {
    const CaseFolder folder;
    const Finished changed = run({"set", folder.caseFile(), "--email", "new@example.org"});
    CHECK(changed.status == 0);
    CHECK(changed.output == "email: erika@example.org -> new@example.org\n");
    CHECK(contains(run({"set", folder.caseFile(), "--email", "new@example.org"}).output, "Nothing changed"));
    CHECK(contains(run({"set", folder.caseFile(), "--email", ""}).output, "new@example.org -> (nothing)"));
    CHECK(run({"set", folder.caseFile(), "--name", ""}).status == 64);
    CHECK(contains(run({"show", folder.caseFile()}).output, "name: Erika Muster"));
    // The log says that something changed, and gives no value away.
    const std::string log = run({"log", folder.caseFile(), "--json"}).output;
    CHECK_FALSE(contains(log, "example.org"));
    CHECK_FALSE(contains(log, "Erika"));
}

TEST_CASE("A link of one's own is recorded as such and outlives other corrections") {
    const CaseFolder folder;
    const std::string own = "https://www.facebook.com/help/contact/12345";
    const Json after = jsonOf(run({"set", folder.caseFile(), "--form-url", "erasure=" + own, "--json"}))["after"];
    REQUIRE(after["forms"].size() == 2);
    CHECK(after["forms"][0]["url"] == own);
    CHECK(after["forms"][0]["overridden"] == true);
    CHECK(after["forms"][1]["overridden"] == false);
    const Json later = jsonOf(run({"set", folder.caseFile(), "--surface", "instagram", "--json"}))["after"];
    CHECK(later["forms"][0]["url"] == own);
    CHECK(run({"set", folder.caseFile(), "--form-url", "erasure=http://x.example/"}).status == 64);
    CHECK(run({"set", folder.caseFile(), "--form-url", "access=" + own}).status == 64);
    CHECK(contains(run({"set", folder.caseFile(), "--form", "erasure=no-such-form"}).errors, "no entry"));
    CHECK(run({"set", folder.caseFile(), "--form", "nonsense"}).status == 64);
}

TEST_CASE("An entry of the directory is chosen by its id") {
    const CaseFolder folder;
    const Json all = jsonOf(run({"forms", "--json"}));
    REQUIRE(all["entries"].size() > 5);
    std::string id;
    for (const Json& entry : all["entries"])
        if (!entry["url"].is_null() && entry["url"] != "")
            id = entry["id"];
    REQUIRE_FALSE(id.empty());
    const Json after = jsonOf(run({"set", folder.caseFile(), "--form", "objection=" + id, "--json"}))["after"];
    CHECK(after["forms"][1]["id"] == id);
    CHECK(after["forms"][1]["overridden"] == false);
}

TEST_CASE("The form directory answers for a wish, a surface and a country") {
    const Json known = jsonOf(run({"forms", "--wish", "concern", "--surface", "meta.ai", "--country", "DE", "--json"}));
    REQUIRE(known["selections"].size() == 1);
    const Json& selection = known["selections"][0];
    CHECK(selection["coverage"] == "known");
    REQUIRE_FALSE(selection["choices"].empty());
    CHECK(contains(selection["choices"][0]["entry"]["url"], "1266025207620918"));
    CHECK_FALSE(selection["choices"][0]["why"].get<std::string>().empty());
    const Finished text = run({"forms", "--wish", "concern", "--surface", "meta.ai", "--country", "DE"});
    CHECK(contains(text.output, "1266025207620918"));
    CHECK(contains(text.output, "seen"));
    CHECK(contains(text.output, "never")); // nobody has opened it
    const Json unknown = jsonOf(run({"forms", "--wish", "erasure", "--surface", "other", "--country", "DE", "--json"}));
    CHECK(unknown["selections"][0]["coverage"] == "unknown");
    CHECK(contains(run({"forms", "--wish", "erasure", "--surface", "other"}).output, "unknown"));
    CHECK(jsonOf(run({"forms", "--surface", "meta.ai", "--json"}))["selections"].size() == 6);
}

TEST_CASE("A list has a line for each exhibit, and an empty one says what to do") {
    const CaseFolder folder;
    CHECK(contains(run({"list", folder.caseFile()}).output, "exhibit17 add"));
    REQUIRE(run({"add", folder.caseFile(), "--prompt", "First\nquestion"}).status == 0);
    REQUIRE(run({"add", folder.caseFile(), "--response", "An answer alone"}).status == 0);
    REQUIRE(run({"add", folder.caseFile(), "--prompt", std::string(199, 'x') + "\xC3\xA4 and more"}).status == 0);
    const std::string text = run({"list", folder.caseFile()}).output;
    CHECK(std::count(text.begin(), text.end(), '\n') == 3);
    CHECK(contains(text, "First question"));
    CHECK(contains(text, "(no prompt)"));
    const Json exhibits = jsonOf(run({"list", folder.caseFile(), "--json"}))["exhibits"];
    REQUIRE(exhibits.size() == 3);
    CHECK(exhibits[0]["number"] == 1);
    CHECK(exhibits[0]["promptStart"] == "First\nquestion");
    CHECK(exhibits[0]["withdrawn"] == false);
    // The list holds 200 bytes, and the last of them begins a character of two.
    CHECK(exhibits[2]["promptStart"] == std::string(199, 'x'));
    CHECK_FALSE(contains(text, "\\x{C3}"));
}

TEST_CASE("Files are saved once, private, and nothing is replaced") {
    const CaseFolder folder;
    REQUIRE(run({"add", folder.caseFile(), "--prompt", "Who?"}).status == 0);
    REQUIRE(run({"show", folder.caseFile(), "1", "--save-to", folder / "out"}).status == 0);
    struct stat status {};
    REQUIRE(::stat((folder / "out").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
    REQUIRE(::stat((folder / "out/exhibit-1-prompt.txt").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    folder.write("out/exhibit-1-prompt.txt", "mine");
    CHECK(run({"show", folder.caseFile(), "1", "--save-to", folder / "out"}).status == 73);
    CHECK(folder.read("out/exhibit-1-prompt.txt") == "mine");
    CHECK(run({"show", folder.caseFile(), "7"}).status == 66);
    CHECK(run({"show", folder.caseFile(), "first"}).status == 64);
}

TEST_CASE("Withdrawing needs a word and leaves nothing but the commitment") {
    const CaseFolder folder;
    const std::string secret = "a secret that no file may hold afterwards";
    REQUIRE(run({"add", folder.caseFile(), "--prompt", secret}).status == 0);
    const Finished unsure = run({"withdraw", folder.caseFile(), "1"}, {.input = "yes\n"}); // no terminal
    CHECK(unsure.status == 64);
    CHECK(contains(unsure.errors, "--yes"));
    CHECK(contains(folder.read("my.exhibit17"), secret));
    CHECK(run({"withdraw", folder.caseFile(), "1", "--yes"}).status == 0);
    CHECK_FALSE(contains(folder.read("my.exhibit17"), secret));
    CHECK(contains(run({"list", folder.caseFile()}).output, "withdrawn"));
    CHECK(contains(run({"show", folder.caseFile(), "1"}).output, "withdrawn"));
    CHECK(run({"withdraw", folder.caseFile(), "1", "--yes"}).status == 66);
    CHECK(jsonOf(run({"add", folder.caseFile(), "--prompt", "next", "--json"}))["exhibit"] == 2);
    CHECK(run({"log", folder.caseFile(), "--verify"}).status == 0);
}

TEST_CASE("The log is printed verbatim, read by people, and checked") {
    const CaseFolder folder;
    REQUIRE(run({"add", folder.caseFile(), "--prompt", "Who?"}).status == 0);
    std::istringstream lines(run({"log", folder.caseFile(), "--json"}).output);
    exhibit::CustodyVerifier chain;
    for (std::string line; std::getline(lines, line);)
        chain.add(line);
    CHECK(chain.state().count >= 3); // the case, the prompt, the exhibit
    CHECK(chain.findings().empty());
    const Finished text = run({"log", folder.caseFile()});
    CHECK(contains(text.output, "case-created"));
    CHECK(contains(text.output, "exhibit 1"));
    const Finished checked = run({"log", folder.caseFile(), "--verify"});
    CHECK(checked.status == 0);
    CHECK(checked.output.starts_with("intact: "));
    CHECK(contains(checked.output, chain.state().head.hex()));
    const Json verdict = jsonOf(run({"log", folder.caseFile(), "--verify", "--json"}));
    CHECK(verdict["verdict"] == "intact");
}

TEST_CASE("A changed byte in the case is a contradiction") {
    const CaseFolder folder;
    REQUIRE(run({"add", folder.caseFile(), "--prompt", "The exact words of the prompt"}).status == 0);
    std::string bytes = folder.read("my.exhibit17");
    const std::size_t at = bytes.find("exact words of the prompt", bytes.find("exact words") + 1);
    const std::size_t first = bytes.find("exact words");
    REQUIRE(first != std::string::npos);
    bytes[first] = 'E';
    if (at != std::string::npos)
        bytes[at] = 'E';
    folder.write("my.exhibit17", bytes);
    const Finished checked = run({"log", folder.caseFile(), "--verify", "--json"});
    CHECK(checked.status == 2);
    const auto json = exhibit::parseJson(checked.output);
    REQUIRE(json);
    CHECK((*json)["verdict"] == "tampered");
    REQUIRE_FALSE((*json)["findings"].empty());
    for (const char* member : {"code", "severity", "message", "object", "offset"})
        CHECK((*json)["findings"][0].contains(member));
}

TEST_CASE("Deleting takes a case and nothing else") {
    const CaseFolder folder;
    folder.write("text", "not a case");
    CHECK(run({"delete", folder.caseFile()}, {.input = "yes\n"}).status == 64);
    CHECK(std::filesystem::exists(folder.caseFile()));
    CHECK(run({"delete", folder / "text", "--yes"}).status == 65);
    CHECK(folder.read("text") == "not a case");
    folder.write(".exhibit17-0123456789abcdef.part", "of one whose deletion was cut short");
    CHECK(run({"delete", folder / "gone", "--yes"}).status == 66);
    CHECK_FALSE(std::filesystem::exists(folder / ".exhibit17-0123456789abcdef.part"));
    const Finished deleted = run({"delete", folder.caseFile(), "--yes"});
    CHECK(deleted.status == 0);
    CHECK(contains(deleted.output, "backups"));
    CHECK_FALSE(std::filesystem::exists(folder.caseFile()));
}
