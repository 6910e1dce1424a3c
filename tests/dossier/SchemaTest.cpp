#include "core/Capture.h"
#include "dossier/MarkupFixture.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::test;

namespace {

CommandResult checkJson(const std::filesystem::path& folder) {
    return run(std::string("/usr/bin/python3 '") + EXHIBIT_CHECK_JSON + "' '" + EXHIBIT_SCHEMAS + "' " +
               quoted(folder));
}

} // namespace

TEST_CASE("Everything that a dossier carries fits its schema") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    CaseDetails changed = details();
    changed.representative = {"RAin Dr. Weiß", "kanzlei@example.org", ""};
    changed.forms = {{Wish::Concern, "meta-ai-concern", "Form", "https://www.facebook.com/help/contact/1", "2026-07-23",
                      "2026-11.1", false}};
    REQUIRE(file.setDetails(changed));
    REQUIRE(dossier::addMark(file, 1, markOn(Region{1, 2, 3, 4}, "mine")));
    REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, "tax adviser")));
    REQUIRE(dossier::addRedactions(file, 2, {words("Daten", "others'"), area({10, 10, 5, 5}, 2)}));
    exportTo(world, file, folder / "first.pdf");
    dossier::ExportOptions options;
    options.profile = GENERATE(dossier::Profile::Full, dossier::Profile::Compact);
    exportTo(world, file, folder / "second.pdf", options); // its log holds the first export
    detach(folder / "second.pdf", folder / "out");
    MemorySink bundle;
    REQUIRE(writeBundle(capture(world, "p", "r", {picture("desk-1x-light.png", 1000, 900)}), bundle));
    const std::string text(textOf(bundle.bytes()));
    const std::size_t start = text.find('{');
    const std::size_t length = static_cast<std::size_t>(std::stoul(text.substr(text.find('\n') + 1)));
    writeFile(folder / "out" / "one.bundle.json", bytesOf(std::string_view(text).substr(start, length)));

    const CommandResult result = checkJson(folder / "out");
    INFO(result.output);
    CHECK(result.status == 0);
    const auto lines = file.custodyLines();
    REQUIRE(lines);
    // manifest, two records, the log up to the second export, the bundle's header
    CHECK(result.output == std::to_string(1 + 2 + lines->size() - 1 + 1) + "\n");
}

TEST_CASE("Manifests of small dossiers fit the schema too") {
    const Folder folder;
    World world;
    const CaseFile file = makeCase(world, folder / "case.exhibit17");
    dossier::ExportOptions options;
    options.profile = GENERATE(dossier::Profile::Upload, dossier::Profile::Single);
    options.exhibits = {1};
    options.maxSize = 50'000'000;
    for (const bool reduced : {false, true}) {
        MemorySink sink;
        const auto written = dossier::writeDossier(file, options, world.exporting(), sink);
        INFO((written ? "" : written.error().text()));
        REQUIRE(written);
        writeFile(folder / "small.pdf", sink.bytes());
        options.maxSize = sink.bytes().size() - 30'000; // for the next, which only fits with a reduced picture
        std::filesystem::remove_all(folder / "out");
        detach(folder / "small.pdf", folder / "out");
        CHECK((readText(folder / "out" / "manifest.json").find("-reduced.") != std::string::npos) == reduced);
        const CommandResult result = checkJson(folder / "out");
        INFO(result.output);
        CHECK(result.status == 0);
    }
}

TEST_CASE("The schemas refuse what the program refuses") {
    const Folder folder;
    std::filesystem::create_directory(folder / "out");
    writeFile(folder / "out" / "custody.jsonl",
              bytesOf(R"({"at":"2026-11-22T10:15:30.123Z","commitment":null,"details":{},"event":"x","exhibit":0,)"
                      R"("prev":"00","seq":0,"source":"t"})"));
    CHECK(checkJson(folder / "out").status != 0);
}
