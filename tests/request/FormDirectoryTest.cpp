#include "request/FormDirectory.h"

#include "core/Json.h"
#include "request/EmbeddedFile.h"
#include "request/FormJson.h"
#include "request/FormUrl.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace exhibit;
using namespace exhibit::request;

namespace {

FormDirectory builtIn() {
    auto directory = FormDirectory::builtIn();
    if (!directory)
        FAIL(directory.error().text());
    return std::move(*directory);
}

/// The smallest directory that is accepted, for tests that break it.
Json smallDirectory() {
    const Json sentence = {{"en", "a"}, {"de", "b"}};
    const Json usage = {{"purposes", {"concern"}},
                        {"surfaces", {"facebook"}},
                        {"residence", {"any"}},
                        {"standing", "specific"},
                        {"order", 1},
                        {"certainty", "primary"},
                        {"why", sentence},
                        {"warnings", {"w"}}};
    const Json source = {{"certainty", "primary"}, {"date", nullptr}, {"text", "a page"}};
    const Json entry = {{"id", "a"},
                        {"kind", "form"},
                        {"description", sentence},
                        {"title", nullptr},
                        {"url", "https://www.facebook.com/help/contact/1"},
                        {"alternateUrls", Json::array()},
                        {"languages", Json::array()},
                        {"login", "unknown"},
                        {"status", "current"},
                        {"supersededBy", nullptr},
                        {"certainty", "primary"},
                        {"seen", "2026-07-23"},
                        {"opened", nullptr},
                        {"sources", {source}},
                        {"uses", {usage}},
                        {"declines", Json::array()},
                        {"fields", Json::array()},
                        {"warnings", Json::array()},
                        {"notes", Json::array()}};
    return {{"schema", "exhibit17-forms/1"},
            {"version", "t"},
            {"compiled", "2026-11"},
            {"entries", {entry}},
            {"sentences", {{"w", sentence}}}};
}

} // namespace

TEST_CASE("The built-in directory is sound") {
    const FormDirectory directory = builtIn();
    CHECK(directory.version() == "2026-11.1");
    CHECK(directory.compiled() == "2026-11");
    CHECK(directory.entries().size() >= 35);
    CHECK(directory.addressees().size() == 4);
    for (const FormEntry& entry : directory.entries()) {
        INFO(entry.id);
        CHECK_FALSE(entry.seen.empty());
        CHECK_FALSE(entry.sources.empty());
        CHECK(entry.opened.empty());
        CHECK((entry.status == Status::Superseded) == !entry.supersededBy.empty());
        CHECK((entry.status == Status::Current || entry.uses.empty()));
        if (!entry.url.empty())
            CHECK(checkFormUrl(entry.url)->official);
    }
}

TEST_CASE("Every form of Meta that is known is in the directory") {
    const FormDirectory directory = builtIn();
    for (const char* number :
         {"1266025207620918", "510058597920541",  "712876720715583",  "6359191084165019", "767264225370182",
          "233964459562201",  "259518714718624",  "540977946302970",  "1650115808681298", "507739850846588",
          "367438723733209",  "1994830130782319", "117037592428568",  "2069235856423257", "1169130897068670",
          "382532939919295",  "3022366361353546", "4363383090404717", "505412866985020",  "support/privacy"}) {
        INFO(number);
        const auto holds = [&](const FormEntry& entry) { return entry.url.find(number) != std::string::npos; };
        CHECK(std::count_if(directory.entries().begin(), directory.entries().end(), holds) == 1);
    }
}

TEST_CASE("The obsolete address isn't shipped") {
    for (const EmbeddedFile& file : embeddedFiles())
        CHECK(file.text.find("Grand Canal") == std::string_view::npos);
}

TEST_CASE("The concern form declines deletion, and its fields ask for prompts and evidence") {
    const FormDirectory directory = builtIn();
    const FormEntry* form = directory.find("meta-ai-concern");
    REQUIRE(form != nullptr);
    CHECK(form->declines == std::vector<std::string>{"access", "erasure", "rectification"});
    const auto field = [&](std::string_view id) {
        return std::find_if(form->fields.begin(), form->fields.end(), [&](const FormField& f) { return f.id == id; });
    };
    REQUIRE(field("prompts") != form->fields.end());
    CHECK(field("prompts")->required == Requirement::Yes);
    REQUIRE(field("evidence") != form->fields.end());
    CHECK(field("evidence")->type == "file");
    REQUIRE(field("request-type") != form->fields.end());
    CHECK(field("request-type")->options.size() == 4);
    CHECK(directory.find("meta-ai-nothing") == nullptr);
}

TEST_CASE("Snapshots of entries come back as they were") {
    const FormDirectory directory = builtIn();
    for (const FormEntry& entry : directory.entries()) {
        INFO(entry.id);
        const Json snapshot = toJson(entry);
        const auto back = formEntryFromJson(snapshot);
        REQUIRE(back);
        CHECK(*back == entry);
        CHECK(back->directory == "2026-11.1");
    }
}

TEST_CASE("Snapshots follow their schema, by python3-jsonschema") {
    const FormDirectory directory = builtIn();
    const auto folder = std::filesystem::temp_directory_path() / ("exhibit17-request-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::string command = "/usr/bin/python3 " CHECKER " " SCHEMAS;
    for (const FormEntry& entry : directory.entries()) {
        const auto path = folder / (entry.id + ".json");
        std::ofstream(path) << *canonicalJson(toJson(entry));
        command += " form-entry.schema.json " + path.string();
    }
    command += " > /dev/null";
    CHECK(std::system(command.c_str()) == 0);
    std::ofstream(folder / "bad.json") << R"({"schema": "exhibit17-form-entry/1"})";
    const std::string bad = "/usr/bin/python3 " CHECKER " " SCHEMAS " form-entry.schema.json " +
                            (folder / "bad.json").string() + " > /dev/null 2>&1";
    CHECK(std::system(bad.c_str()) != 0);
    std::filesystem::remove_all(folder);
}

TEST_CASE("A case records the form as it stood, or the person's own link") {
    const FormDirectory directory = builtIn();
    const FormUse use = useOf(*directory.find("facebook-erasure"), exhibit::Wish::Erasure, "de");
    CHECK(use.id == "facebook-erasure");
    CHECK(use.title == "Löschantrag, Facebook");
    CHECK(use.url == "https://www.facebook.com/help/contact/259518714718624");
    CHECK(use.seen == "2026-08-22");
    CHECK(use.directory == "2026-11.1");
    CHECK_FALSE(use.overridden);
    CHECK(useOf(*directory.find("meta-ai-third-party-rights"), exhibit::Wish::Concern, "de").title ==
          "Data subject rights for third party information used for AI at Meta");

    const auto own = ownLink("https://www.facebook.com/help/contact/42?fbclid=x", use);
    REQUIRE(own);
    CHECK(own->overridden);
    CHECK(own->id == "facebook-erasure");
    CHECK(own->url == "https://www.facebook.com/help/contact/42");
    CHECK(own->seen.empty());
    CHECK_FALSE(ownLink("javascript:alert(1)", use));
}

TEST_CASE("A directory can be given from outside") {
    CHECK(FormDirectory::parse(smallDirectory().dump()));
}

TEST_CASE("A broken directory is refused with its place") {
    const auto refused = [](const char* pointer, const Json& value, const char* place) {
        Json broken = smallDirectory();
        broken[Json::json_pointer(pointer)] = value;
        const auto directory = FormDirectory::parse(broken.dump());
        INFO(pointer << " = " << value.dump());
        REQUIRE_FALSE(directory);
        CHECK(directory.error().object.find(place) != std::string::npos);
    };
    refused("/schema", "exhibit17-forms/2", "/schema");
    refused("/unknown", 1, "/unknown");
    refused("/entries/0/unknown", 1, "/entries/0/unknown");
    refused("/entries/0/url", "https://example.org/form", "/entries/0/url");
    refused("/entries/0/url", "http://www.facebook.com/help", "/entries/0/url");
    refused("/entries/0/url", "https://www.facebook.com@evil.example/", "/entries/0/url");
    refused("/entries/0/alternateUrls/0", {{"language", "fr"}, {"url", "https://evil.example/"}},
            "/entries/0/alternateUrls/0/url");
    refused("/entries/0/seen", nullptr, "/entries/0/seen");
    refused("/entries/0/seen", "23.7.2026", "/entries/0/seen");
    refused("/entries/0/seen", "2026-7", "/entries/0/seen");
    refused("/entries/0/sources", Json::array(), "/entries/0/seen");
    refused("/entries/0/kind", "spell", "/entries/0/kind");
    refused("/entries/0/status", "fine", "/entries/0/status");
    refused("/entries/0/certainty", "certain", "/entries/0/certainty");
    refused("/entries/0/supersededBy", "nobody", "a");
    refused("/entries/0/uses/0/standing", "first", "/entries/0/uses/0/standing");
    refused("/entries/0/uses/0/order", -1, "/entries/0/uses/0/order");
    refused("/entries/0/uses/0/purposes/0", "revenge", "a");
    refused("/entries/0/uses/0/surfaces/0", "moon", "a");
    refused("/entries/0/uses/0/residence/0", "ZZ", "a");
    refused("/entries/0/uses/0/warnings/0", "nothing", "a");
    refused("/entries/0/uses/0/why/de", "", "/entries/0/uses/0/why/de");
    refused("/entries/0/description", "text", "/entries/0/description");
    refused("/sentences/w", "text", "/sentences/w");
    refused("/entries/1", smallDirectory()["entries"][0], "a");
    CHECK_FALSE(FormDirectory::parse("{\"schema\": \"exhibit17-forms/1\", \"schema\": \"exhibit17-forms/1\"}"));
    CHECK_FALSE(FormDirectory::parse(""));
}

TEST_CASE("No cut and no missing member of a directory crashes the reader") {
    const std::string text = smallDirectory().dump();
    for (std::size_t length = 0; length < text.size(); ++length)
        CHECK_FALSE(FormDirectory::parse(std::string_view(text).substr(0, length)));
    const Json whole = smallDirectory();
    for (const auto& [key, value] : whole["entries"][0].items()) {
        Json broken = whole;
        broken["entries"][0].erase(key);
        INFO(key);
        CHECK_FALSE(FormDirectory::parse(broken.dump()));
    }
}
