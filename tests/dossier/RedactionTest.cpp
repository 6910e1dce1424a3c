// What was redacted is in no byte of a dossier.

#include "dossier/MarkupFixture.h"
#include "dossier/WordSearch.h"
#include "image/PngMaker.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace exhibit;
using namespace exhibit::test;

namespace {

const std::string kToken(dossier::kRedactionToken);

/// The files with the name in any of its forms: the dossier as it is and decoded, its pages' text, its attachments.
std::string filesWithName(const std::filesystem::path& dossier, const Folder& folder) {
    (void)everythingIn(dossier, folder);
    const std::filesystem::path all = folder / "all";
    std::filesystem::remove_all(all);
    std::filesystem::create_directory(all);
    std::filesystem::copy_file(dossier, all / "dossier.pdf");
    std::filesystem::copy_file(folder / "decoded.pdf", all / "decoded.pdf");
    std::filesystem::copy_file(folder / "pages.txt", all / "pages.txt");
    std::filesystem::copy(folder / "attached", all / "attached");
    const CommandResult result =
        run(std::string("/usr/bin/python3 '") + EXHIBIT_FIND_WORDS + "' " + quoted(all) + " '" + kSecretName + "'");
    INFO(result.output);
    REQUIRE(result.status == 0);
    return result.output;
}

bool hasAttachment(const dossier::ExportResult& result, const std::string& name) {
    return std::count(result.attachments.begin(), result.attachments.end(), name) == 1;
}

bool speaks(const std::vector<std::string>& warnings, const std::string& words) {
    return std::any_of(warnings.begin(), warnings.end(),
                       [&](const std::string& warning) { return warning.find(words) != std::string::npos; });
}

std::set<Bytes> coloursIn(const PlainPixels& pixels, const Region& region) {
    std::set<Bytes> colours;
    for (std::uint32_t y = region.y; y < region.y + region.height; ++y)
        for (std::uint32_t x = region.x; x < region.x + region.width; ++x) {
            const std::size_t at = (std::size_t{y} * pixels.width + x) * pixels.channels;
            REQUIRE(at + pixels.channels <= pixels.samples.size());
            const ByteView pixel = ByteView(pixels.samples).subspan(at, pixels.channels);
            colours.emplace(pixel.begin(), pixel.end());
        }
    return colours;
}

const std::set<Bytes> kPaint{Bytes{0, 0, 0}, Bytes{255, 255, 255}};

} // namespace

TEST_CASE("What was redacted is in no byte of the dossier, however it was written") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    CaseDetails withGrounds = *file.details();
    withGrounds.grounds = "It speaks of " + kSecretName + " too.";
    withGrounds.letters = {{"erasure", "en", "# My letter\n\n" + kSecretName + " wrote:\n"}};
    REQUIRE(file.setDetails(withGrounds));
    exportTo(world, file, folder / "open.pdf");
    const std::string before = filesWithName(folder / "open.pdf", folder);
    for (const char* name :
         {"decoded.pdf", "pages.txt", "exhibit-1-prompt.txt", "exhibit-1-response.txt", "exhibit-1-window-title.txt",
          "exhibit-1-prompt-source.txt", "exhibit-1-account.txt", "exhibit-1-model-label.txt", "exhibit-1-app-time.txt",
          "exhibit-1-turn-2.txt", "exhibit-1-note-1.txt", "exhibit-1-attachment-1-Zoe_Quirrelova.html",
          "manifest.json"}) // the test can see what it looks for
        CHECK(before.find(name) != std::string::npos);
    REQUIRE(everythingIn(folder / "open.pdf", folder).find(secretPixels()) != std::string::npos);

    const auto stored = file.exhibit(1);
    REQUIRE(stored);
    Mark corrected = markOn(kSecretPlace, "about ZO\u00CB quirrelova\u0301");
    corrected.text = "a baker";
    corrected.correction = "Not " + kSecretName + " but her brother";
    REQUIRE(dossier::addMark(file, 1, corrected));
    REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, "Zoe\u0308 Quirrelova\u0301 is a baker")));
    const auto added = dossier::addRedactions(
        file, 1, {area(kSecretPlace), area({100, 50, 60, 30}, 2), words(kSecretName, "not about " + kSecretName)});
    INFO((added ? "" : added.error().text()));
    REQUIRE(added);
    CHECK(added->numbers == std::vector<int>{1, 2, 3});
    CHECK(added->places.at(Role::Response) == 2);
    CHECK(faultsOf(file).empty());

    dossier::ExportOptions options;
    options.attachOriginalsThatDisclose = true; // must make no difference
    const auto result = exportTo(world, file, folder / "redacted.pdf", options);
    CHECK(filesWithName(folder / "redacted.pdf", folder).empty());
    const std::string all = everythingIn(folder / "redacted.pdf", folder);
    CHECK(all.find(secretPixels()) == std::string::npos);
    for (const Artifact& artifact : stored->artifacts) {
        const bool stays = artifact.role == Role::ConversationUrl || artifact.role == Role::Turn;
        CHECK((stays || all.find(artifact.digest.hex()) == std::string::npos));
        CHECK((stays || all.find(artifact.salt.hex()) == std::string::npos));
    }
    checkIntact(folder / "redacted.pdf");
    CHECK(speaks(result.warnings, "2 files stay here")); // the attachment, and the picture with its text chunk

    for (const char* name :
         {"exhibit-1-prompt-redacted.txt", "exhibit-1-screenshot-1-redacted.png", "exhibit-1-screenshot-2-redacted.png",
          "exhibit-1-turn-1.txt", "exhibit-1-turn-2-redacted.txt", "exhibit-1-window-title-redacted.txt"})
        CHECK(hasAttachment(result, name));
    for (const char* name : {"exhibit-1-prompt.txt", "exhibit-1-screenshot-1.png", "exhibit-1-screenshot-1-shown.png",
                             "exhibit-1-screenshot-2.jpg", "exhibit-1-turn-2.txt"})
        CHECK_FALSE(hasAttachment(result, name));
    CHECK(readText(folder / "attached" / "exhibit-1-response-redacted.txt") ==
          kToken + " lives at Elm Row 9.\n" + kToken + " is a baker.");
    CHECK(readText(folder / "attached" / "exhibit-1-prompt-source-redacted.txt") ==
          "https://example.org/?q=" + kToken + "&u=a%253D" + kToken);
    const std::string pages = readText(folder / "pages.txt");
    CHECK(pages.find("third person") != std::string::npos);
    CHECK(pages.find("first turn") < pages.find("second about " + kToken));
    CHECK(pages.find("second about " + kToken) < pages.find("third turn"));
}

TEST_CASE("The redacted places of the attached pictures hold paint alone") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    REQUIRE(dossier::addRedactions(file, 1, {area(kSecretPlace)}));
    REQUIRE(dossier::addRedactions(file, 1, {area({0, 0, 240, 40}, 2)}));
    exportTo(world, file, folder / "dossier.pdf");
    detach(folder / "dossier.pdf", folder / "out");
    const Bytes first = readFile(folder / "out" / "exhibit-1-screenshot-1-redacted.png");
    const Bytes second = readFile(folder / "out" / "exhibit-1-screenshot-2-redacted.png");
    CHECK(coloursIn(plainPixels(first), kSecretPlace) == kPaint);
    CHECK(coloursIn(plainPixels(first), {0, 0, 240, 320}).size() > 2);
    CHECK(coloursIn(plainPixels(second), {0, 0, 240, 40}) == kPaint);
    CHECK(coloursIn(plainPixels(second), {0, 0, 240, 160}).size() > 2);
    for (const Bytes& picture : {first, second})
        CHECK(chunkTypes(picture) == "IHDR IDAT IEND");
    // A picture was redacted, the texts were not.
    CHECK(readText(folder / "out" / "exhibit-1-prompt.txt") == "Who is " + kSecretName + "?");
    checkIntact(folder / "dossier.pdf");
}

TEST_CASE("A redaction may take out everything") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    REQUIRE(dossier::addRedactions(file, 1, {area({0, 0, 240, 320}), area({0, 0, 240, 160}, 2)}));
    REQUIRE(dossier::addRedactions(file, 1, {words("Who is " + kSecretName + "?")}));
    exportTo(world, file, folder / "dossier.pdf");
    detach(folder / "dossier.pdf", folder / "out");
    CHECK(readText(folder / "out" / "exhibit-1-prompt-redacted.txt") == kToken);
    const PlainPixels pixels = plainPixels(readFile(folder / "out" / "exhibit-1-screenshot-1-redacted.png"));
    CHECK(coloursIn(pixels, {0, 0, 240, 320}) == kPaint);
    checkIntact(folder / "dossier.pdf");
}

TEST_CASE("What is covered in a long picture is covered in the pictures that it was put together from") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    Capture chat = capture(world, "Who is it?", "He.",
                           {picture("desk-1x-dark-jpg60.jpg", 1000, 900), picture("desk-1x-light.png", 1000, 900),
                            picture("desk-1x-light.png", 1000, 900)});
    CapturedItem whole = picture("phone-2x-light.png", 838, 2488);
    whole.parent = chat.items.size() - 2;
    whole.operation = "stitch:2-3";
    chat.items.push_back(whole);
    REQUIRE(file->addExhibit(chat));
    // Beyond the first part's end, where the long picture goes on.
    const auto covered = dossier::addRedactions(*file, 1, {area({10, 2000, 50, 50}, 2)});
    INFO((covered ? "" : covered.error().text()));
    REQUIRE(covered);
    CHECK(dossier::addRedactions(*file, 1, {area({10, 10, 50, 50}, 3)}).error().code == ErrorCode::InvalidArgument);
    CHECK(dossier::addMark(*file, 1, markOn({10, 10, 50, 50}, "a")));
    const auto result = exportTo(world, *file, folder / "dossier.pdf");
    CHECK(hasAttachment(result, "exhibit-1-screenshot-1.jpg")); // is no part of it
    CHECK(hasAttachment(result, "exhibit-1-screenshot-2-redacted.png"));
    CHECK(std::count_if(result.attachments.begin(), result.attachments.end(),
                        [](const std::string& name) { return name.find("screenshot") != std::string::npos; }) == 2);
    detach(folder / "dossier.pdf", folder / "out");
    const PlainPixels pixels = plainPixels(readFile(folder / "out" / "exhibit-1-screenshot-2-redacted.png"));
    CHECK(coloursIn(pixels, {10, 2000, 50, 50}) == kPaint);
    checkIntact(folder / "dossier.pdf");
    // Without redactions all of them go out.
    REQUIRE(dossier::removeRedaction(*file, 1, 1));
    CHECK(hasAttachment(exportTo(world, *file, folder / "two.pdf"), "exhibit-1-screenshot-3.png"));
}

TEST_CASE("Redactions add up, and each can be undone") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    const auto parts = [&] { return file.exhibit(1)->artifacts.size(); };
    const std::size_t originals = parts();
    const auto prompt = [&](const std::string& name) {
        dossier::ExportOptions options;
        options.existing = Existing::Replace;
        exportTo(world, file, folder / "dossier.pdf", options);
        checkIntact(folder / "dossier.pdf");
        CHECK(faultsOf(file).empty());
        std::filesystem::remove_all(folder / "out");
        detach(folder / "dossier.pdf", folder / "out");
        return readText(folder / "out" / name);
    };
    REQUIRE(dossier::addRedactions(file, 1, {words("Quirrelov\u00E1")}));
    CHECK(prompt("exhibit-1-prompt-redacted.txt") == "Who is Zo\u00EB " + kToken + "?");
    REQUIRE(dossier::addRedactions(file, 1, {words("Zo\u00EB Q"), area(kSecretPlace)}));
    CHECK(prompt("exhibit-1-prompt-redacted.txt") == "Who is " + kToken + "?");
    REQUIRE(dossier::removeRedaction(file, 1, 2));
    CHECK(prompt("exhibit-1-prompt-redacted.txt") == "Who is Zo\u00EB " + kToken + "?");
    REQUIRE(dossier::removeRedaction(file, 1, 1));
    CHECK(parts() == originals + 1);
    REQUIRE(dossier::removeRedaction(file, 1, 3));
    CHECK(parts() == originals);
    CHECK(prompt("exhibit-1-prompt.txt") == "Who is " + kSecretName + "?");
    CHECK_FALSE(dossier::removeRedaction(file, 1, 3));
}

TEST_CASE("Words can be taken out of one text alone") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    Redaction redaction = words("zo\u00EB");
    redaction.on = Role::Response;
    REQUIRE(dossier::addRedactions(file, 1, {redaction}));
    exportTo(world, file, folder / "dossier.pdf");
    detach(folder / "dossier.pdf", folder / "out");
    CHECK(readText(folder / "out" / "exhibit-1-prompt.txt") == "Who is " + kSecretName + "?");
    CHECK(readText(folder / "out" / "exhibit-1-response-redacted.txt").find("Zo") == std::string::npos);
    checkIntact(folder / "dossier.pdf");
}

TEST_CASE("The person is told where redacted words may still stand") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    REQUIRE(dossier::addRedactions(file, 1, {words("Lindau")}));
    REQUIRE(dossier::addRedactions(file, 2, {words("personenbezogenen")}));
    dossier::ExportOptions options;
    options.exhibits = {1};
    auto warnings = exportTo(world, file, folder / "first.pdf", options).warnings;
    CHECK(speaks(warnings, "screenshot 1. Look whether it shows them"));
    CHECK(speaks(warnings, "redacted in exhibit 1 stand in the case's own details")); // the address is in Lindau
    CHECK_FALSE(speaks(warnings, "exhibit 2"));
    Mark telling = markOn(Region{0, 0, 20, 20}, "about LINDAU");
    REQUIRE(dossier::addMark(file, 2, telling));
    CHECK(speaks(exportTo(world, file, folder / "both.pdf").warnings, "Exhibit 2 holds words"));
    REQUIRE(dossier::removeRedaction(file, 1, 1));
    REQUIRE(dossier::addRedactions(file, 1, {words("l\u00F6schen"), area({0, 0, 10, 10})}).error().code ==
            ErrorCode::NotFound);
    REQUIRE(dossier::addRedactions(file, 1, {words("tax"), area({0, 0, 10, 10})}));
    REQUIRE(dossier::addRedactions(file, 2, {words("Daten")}));
    warnings = exportTo(world, file, folder / "second.pdf").warnings;
    CHECK_FALSE(speaks(warnings, "Exhibit 1: words were taken out"));
    CHECK(speaks(warnings, "Exhibit 2: words were taken out of its texts, and nothing of screenshot 2"));
    CHECK_FALSE(speaks(warnings, "own details"));
    CHECK(dossier::exportsOf(file, 1) == std::size_t{3});
    CHECK(dossier::exportsOf(file, 2) == std::size_t{2});
}

TEST_CASE("A text that is too long to be looked through stays at home") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    const std::string many(std::size_t{9} << 20, 'x');
    REQUIRE(file.addExhibit(capture(world, "Who is it?", many + " Zebulon", {})));
    exportTo(world, file, folder / "open.pdf");
    CHECK_FALSE(dossier::addMark(file, 3, markOn(Role::Response, "Zebulon")));
    REQUIRE_FALSE(dossier::addRedactions(file, 1, {words("Zebulon")}));
    REQUIRE(dossier::addRedactions(file, 3, {words("Zebulon")}));
    const auto result = exportTo(world, file, folder / "dossier.pdf");
    CHECK(hasAttachment(result, "exhibit-3-prompt.txt"));
    CHECK_FALSE(hasAttachment(result, "exhibit-3-response.txt"));
    CHECK(speaks(result.warnings, "Exhibit 3: 1 file stays here"));
    checkIntact(folder / "dossier.pdf");
}

TEST_CASE("The sign for redacted words can't be redacted") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    REQUIRE(file.addExhibit(capture(world, "What is \u2588\u2588?", "A block.", {})));
    for (const char* sign : {"\u2588", "\u2588\u200B\u2588"})
        CHECK(dossier::addRedactions(file, 3, {words(sign)}).error().code == ErrorCode::InvalidArgument);
    REQUIRE(dossier::addRedactions(file, 3, {words("What is \u2588\u2588?")}));
    exportTo(world, file, folder / "dossier.pdf");
    checkIntact(folder / "dossier.pdf");
}

TEST_CASE("A case whose redacted copies were exchanged gives out nothing") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "case.exhibit17";
    {
        CaseFile file = secretCase(world, path);
        REQUIRE(dossier::addRedactions(file, 1, {words(kSecretName), area(kSecretPlace)}));
    }
    // The bytes and hashes of the originals in the place of the copies': the log is at odds with that, too.
    const std::string prompt =
        "UPDATE artifact SET (sha256, salt, size) = (SELECT sha256, salt, size FROM artifact WHERE "
        "id = 1) WHERE parent = 1; DELETE FROM chunk WHERE artifact IN (SELECT id FROM artifact "
        "WHERE parent = 1); INSERT INTO chunk SELECT a.id, n, codec, bytes FROM chunk, artifact a "
        "WHERE artifact = 1 AND a.parent = 1";
    REQUIRE(run("sqlite3 " + quoted(path) + " \"" + prompt + "\"").status == 0);
    auto file = CaseFile::open(path, Access::Write, world.environment);
    REQUIRE(file);
    const auto result = dossier::exportDossier(*file, folder / "dossier.pdf", {}, world.exporting());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Corrupt);
    CHECK_FALSE(std::filesystem::exists(folder / "dossier.pdf"));
}
