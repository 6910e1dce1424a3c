// What goes into a case, and that it comes out byte for byte.
#include "Program.h"
#include "core/Json.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

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

std::string bytesOfFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Adds a prompt and answers the prompt that "show --save-to" gives back.
std::string roundTrip(const CaseFolder& folder, const std::vector<std::string>& promptOptions, const Run& how = {}) {
    std::vector<std::string> words{"add", folder.caseFile(), "--json"};
    words.insert(words.end(), promptOptions.begin(), promptOptions.end());
    const std::string number = std::to_string(jsonOf(run(words, how))["exhibit"].get<int>());
    REQUIRE(run({"show", folder.caseFile(), number, "--save-to", folder / ("out" + number)}).status == 0);
    return folder.read("out" + number + "/exhibit-" + number + "-prompt.txt");
}

} // namespace

TEST_CASE("A prompt is kept byte for byte") {
    const CaseFolder folder;
    const std::vector<std::string> prompts{
        "one line",
        "Windows\r\nlines\r\n\r\n",
        "  spaces around \n",
        "NFC \xC3\xA4 NFD a\xCC\x88",
        "invalid \xFF\xC0\x80 bytes",
        "bidi \xE2\x80\xAE override",
        "\xEF\xBB\xBFwith a mark in front",
    };
    for (const std::string& prompt : prompts) {
        INFO(prompt);
        CHECK(roundTrip(folder, {"--prompt-file", folder.write("prompt.txt", prompt)}) == prompt);
        CHECK(roundTrip(folder, {"--prompt", prompt}) == prompt);
        CHECK(roundTrip(folder, {"--prompt", "-"}, {.input = prompt}) == prompt);
    }
    CHECK(roundTrip(folder, {"--prompt-file", "-"}, {.input = "from a file option\n"}) == "from a file option\n");
}

TEST_CASE("What can't be a prompt is refused with a reason, and nothing is added") {
    const CaseFolder folder;
    const std::string nul = folder.write("nul", std::string("a\0b", 3));
    const Finished withNul = run({"add", folder.caseFile(), "--prompt-file", nul});
    CHECK(withNul.status == 65);
    CHECK(contains(withNul.errors, "NUL"));
    CHECK(contains(withNul.errors, "byte 1"));
    CHECK(run({"add", folder.caseFile(), "--prompt-file", folder.write("empty", "")}).status == 65);
    CHECK(run({"add", folder.caseFile(), "--prompt-file", folder.write("blank", " \r\n\t")}).status == 65);
    CHECK(run({"add", folder.caseFile(), "--prompt", ""}).status == 64);
    CHECK(run({"add", folder.caseFile(), "--prompt", "a", "--prompt-file", nul}).status == 64);
    CHECK(run({"add", folder.caseFile(), "--prompt", "-", "--response", "-"}, {.input = "x"}).status == 64);
    const Finished nothing = run({"add", folder.caseFile()});
    CHECK(nothing.status == 64);
    CHECK(contains(nothing.errors, "--prompt-file"));
    CHECK(jsonOf(run({"list", folder.caseFile(), "--json"}))["exhibits"].empty());
}

TEST_CASE("The form that scripts rely on: texts, two screenshots, an address") {
    const CaseFolder folder;
    folder.write("prompt.txt", "Who is Erika Muster?\n");
    folder.write("answer.txt", "She lives in Lindau.\r\n");
    const Json added = jsonOf(run({"add", "my.exhibit17", "--prompt-file", "prompt.txt", "--response-file",
                                   "answer.txt", "--screenshot", sample("desk-1x-light.png"), "--screenshot",
                                   sample("desk-1x-dark-jpg60.jpg"), "--url", "https://www.meta.ai/c/1", "--json"},
                                  {.folder = folder.path()}));
    CHECK(added["exhibit"] == 1);
    const Json shown = jsonOf(run({"show", folder.caseFile(), "1", "--json"}));
    std::vector<std::string> roles;
    for (const Json& artifact : shown["artifacts"])
        if (!artifact["derived"].get<bool>())
            roles.push_back(artifact["role"]);
    CHECK(roles == std::vector<std::string>{"prompt", "response", "screenshot", "screenshot", "conversation-url"});
    CHECK(shown["artifacts"][0]["text"] == "Who is Erika Muster?\n");
    CHECK(shown["artifacts"][0]["origin"] == "file");
    CHECK(shown["record"]["surface"] == "meta.ai");
    REQUIRE(run({"show", folder.caseFile(), "1", "--save-to", folder / "out"}).status == 0);
    const std::string png = bytesOfFile(sample("desk-1x-light.png"));
    REQUIRE_FALSE(png.empty());
    CHECK(folder.read("out/exhibit-1-screenshot-1.png") == png);
    CHECK(run({"log", folder.caseFile(), "--verify"}).status == 0);
}

TEST_CASE("Any file is attached as it is, from a path or standard input") {
    const CaseFolder folder;
    std::string large(3'000'000, '\0');
    for (std::size_t i = 0; i < large.size(); ++i)
        large[i] = static_cast<char>(i * 7 + i / 65536);
    const Json alone = jsonOf(run({"add", folder.caseFile(), "--attach", folder.write("a.bin", large), "--json"}));
    CHECK(alone["items"].size() == 1);
    CHECK_FALSE(alone["notes"].empty()); // it says that the prompt is missing
    REQUIRE(run({"show", folder.caseFile(), "1", "--save-to", folder / "out"}).status == 0);
    CHECK(folder.read("out/exhibit-1-attachment-1.bin") == large);
    jsonOf(run({"add", folder.caseFile(), "--prompt", "Who?", "--attach", "-", "--json"}, {.input = "%PDF-1.7 piped"}));
    REQUIRE(run({"show", folder.caseFile(), "2", "--save-to", folder / "out"}).status == 0);
    CHECK(folder.read("out/exhibit-2-attachment-1.pdf") == "%PDF-1.7 piped");
    CHECK(run({"add", folder.caseFile(), "--attach", folder.write("empty", "")}).status == 65);
}

TEST_CASE("Pictures pass the gate or are refused with a reason") {
    const CaseFolder folder;
    const std::string png = bytesOfFile(sample("desk-1x-light.png"));
    const std::string cut = folder.write("cut.png", png.substr(0, png.size() / 2));
    const Finished refused = run({"add", folder.caseFile(), "--prompt", "Who?", "--screenshot", cut});
    CHECK(refused.status == 65);
    CHECK(contains(refused.errors, "cut.png"));
    CHECK(run({"add", folder.caseFile(), "--prompt", "Who?", "--screenshot", folder.write("t.png", "text")}).status ==
          65);
    CHECK(jsonOf(run({"list", folder.caseFile(), "--json"}))["exhibits"].empty());
    // The name says nothing: a PNG called .jpg is a PNG.
    const std::string misnamed = folder.write("misnamed.jpg", png);
    const Json added = jsonOf(run({"add", folder.caseFile(), "--prompt", "Who?", "--screenshot", misnamed, "--json"}));
    CHECK(added["items"][1]["mediaType"] == "image/png");
    CHECK(added["items"][1]["picture"]["width"].get<int>() > 0);
}

TEST_CASE("Facts are recorded; an address that isn't https is refused") {
    const CaseFolder folder;
    const Json added = jsonOf(
        run({"add",    folder.caseFile(), "--prompt",   "Who?",           "--response",     "Somebody.", "--app-time",
             "10:01",  "--account",       "logged out", "--window-title", "Meta AI",        "--model",   "Llama",
             "--note", "first try",       "--surface",  "whatsapp",       "--conversation", "fresh",     "--checked",
             "--json"}));
    CHECK(added["items"].size() == 7);
    const Json record = jsonOf(run({"show", folder.caseFile(), "1", "--json"}))["record"];
    CHECK(record["surface"] == "whatsapp");
    CHECK(record["conversation"] == "fresh");
    CHECK(record["method"] == "import");
    for (const std::string address :
         {"http://www.meta.ai/", "javascript:alert(1)", "https://facebook.com@evil.example/", "https://www.meta.ai/\nx",
          "data:text/html,x", "meta.ai"}) {
        const Finished finished = run({"add", folder.caseFile(), "--prompt", "Who?", "--url", address});
        INFO(address << finished.errors);
        CHECK(finished.status == 64);
        CHECK(contains(finished.errors, "--url"));
    }
}

TEST_CASE("Foreign text can't play with the terminal") {
    const CaseFolder folder;
    jsonOf(run({"add", folder.caseFile(), "--prompt", "\x1b]0;title\x07 \xE2\x80\xAE", "--attach",
                folder.write("bad\x1b[31m\nname", "x"), "--json"}));
    for (const std::vector<std::string>& words : {std::vector<std::string>{"show", folder.caseFile(), "1"},
                                                  {"list", folder.caseFile()},
                                                  {"log", folder.caseFile()}}) {
        const Finished finished = run(words);
        CHECK(finished.status == 0);
        CHECK_FALSE(contains(finished.output, "\x1b"));
        CHECK_FALSE(contains(finished.output, "\xE2\x80\xAE"));
    }
    CHECK(contains(run({"show", folder.caseFile(), "1"}).output, "\\u{202E}"));
}

TEST_CASE("Two processes add at the same time, and every exhibit has its number") {
    const CaseFolder folder;
    const std::string script = "for i in 1 2 3 4 5 6; do \"$0\" add \"$1\" --prompt \"$i\" --json & done; wait";
    const Finished all = run({"-c", script, EXHIBIT_PROGRAM, folder.caseFile()}, {.program = "/bin/sh"});
    CHECK(all.status == 0);
    const Json exhibits = jsonOf(run({"list", folder.caseFile(), "--json"}))["exhibits"];
    REQUIRE(exhibits.size() == 6);
    std::string prompts;
    for (const Json& exhibit : exhibits)
        prompts += exhibit["promptStart"];
    std::ranges::sort(prompts);
    CHECK(prompts == "123456");
    CHECK(run({"log", folder.caseFile(), "--verify"}).status == 0);
}
