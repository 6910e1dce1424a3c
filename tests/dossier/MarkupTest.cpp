// Marks are shown, and what was redacted is in no byte of a dossier.

#include "dossier/DossierFixture.h"
#include "dossier/Markups.h"
#include "image/PngMaker.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <set>

using namespace exhibit;
using namespace exhibit::test;

namespace {

const std::string kMarker = "Zebulon Quirrel";
const std::string kToken(kRedactionToken);
constexpr Region kSecret{50, 100, 40, 10};

/// Grey stripes, and in the region a pattern of colours that is nowhere else.
Pixel pixelAt(std::uint32_t x, std::uint32_t y) {
    const bool secret = x >= kSecret.x && x < kSecret.x + kSecret.width && y >= kSecret.y && y < kSecret.y + 10;
    const std::uint32_t grey = 200 + (x + y) % 50;
    return secret ? Pixel{x + 100, 255 - x, y + 3, 0} : Pixel{grey, grey, grey, 0};
}

/// A row of the pattern as it stands in decoded pixels.
std::string pattern() {
    std::string bytes;
    for (std::uint32_t x = kSecret.x + 4; x < kSecret.x + 16; ++x)
        for (const std::uint32_t sample : {x + 100, 255 - x, kSecret.y + 3 + 3})
            bytes += static_cast<char>(sample);
    return bytes;
}

CapturedItem made(Bytes file) {
    CapturedItem item;
    item.role = Role::Screenshot;
    item.mediaType = "image/png";
    item.origin = Origin::File;
    item.picture = PictureFacts{240, 320, 0, ""};
    item.bytes = std::make_shared<MemorySource>(std::move(file));
    return item;
}

/// A picture with the marker in a text chunk and its cleaned copy, a JPEG, and texts full of the marker.
Capture secretCapture(const World& world) {
    const std::string comment = "Comment" + std::string(1, '\0') + kMarker;
    CapturedItem original = made(png({240, 320}, pixelAt, chunk("tEXt", comment)));
    original.discloses = true;
    CapturedItem clean = made(png({240, 320}, pixelAt));
    clean.origin = Origin::Program;
    clean.operation = "strip-metadata";
    Capture result = capture(world, "Who is " + kMarker + "?",
                             "ZEBULON  QUIRREL lives at Elm Row 9.\n" + kMarker + " is a baker.", {original});
    clean.parent = result.items.size() - 1;
    result.items.push_back(clean);
    result.items.push_back(picture("desk-1x-dark-jpg60.jpg", 1000, 900));
    result.items.push_back(*textItem(Role::WindowTitle, kMarker + " - Meta AI", Origin::Screen, false));
    result.items.push_back(
        *textItem(Role::PromptSource, "https://example.org/?q=Zebulon%20Quirrel", Origin::Clipboard, false));
    result.items.push_back(*textItem(Role::Turn, "first turn", Origin::Typed, false));
    result.items.push_back(*textItem(Role::Turn, "second about " + kMarker, Origin::Typed, false));
    result.items.push_back(*textItem(Role::Turn, "third turn", Origin::Typed, false));
    result.items.push_back(*textItem(Role::Note, "My note on " + kMarker, Origin::Typed, true));
    CapturedItem attached;
    attached.role = Role::Attachment;
    attached.mediaType = "text/html";
    attached.origin = Origin::File;
    attached.fileName = "Zebulon Quirrel.html";
    attached.bytes = std::make_shared<MemorySource>(std::string_view("<p>Zebulon Quirrel</p>"));
    result.items.push_back(attached);
    return result;
}

bool holdsMarker(const std::string& all) {
    std::string lower(all);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower.find("zebulon") != std::string::npos || lower.find("quirrel") != std::string::npos;
}

/// Words stand on several lines in narrow columns.
std::string inOneLine(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

Redaction words(std::string text, std::string reason = {}) {
    Redaction redaction;
    redaction.text = std::move(text);
    redaction.reason = std::move(reason);
    return redaction;
}

Redaction area(const Region& region, int screenshot = 1) {
    Redaction redaction;
    redaction.on = Role::Screenshot;
    redaction.number = screenshot;
    redaction.region = region;
    redaction.reason = "third person";
    return redaction;
}

Mark markOn(const Region& region, std::string label) {
    Mark mark;
    mark.region = region;
    mark.category = "health";
    mark.special = "health";
    mark.truth = Truth::False;
    mark.label = std::move(label);
    return mark;
}

Mark markOn(Role role, std::string text) {
    Mark mark;
    mark.on = role;
    mark.text = std::move(text);
    mark.category = "employer";
    mark.truth = Truth::True;
    return mark;
}

std::vector<std::string> faultsOf(const CaseFile& file) {
    std::vector<std::string> codes;
    const auto findings = file.check();
    REQUIRE(findings);
    for (const Finding& finding : *findings)
        if (finding.severity > Severity::Note)
            codes.push_back(finding.code);
    return codes;
}

void checkIntact(const std::filesystem::path& path) {
    const auto verification = verify(path);
    INFO(describe(verification));
    CHECK(verification.verdict == Verdict::IntactUnanchored);
}

CaseFile secretCase(World& world, const Folder& folder) {
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(secretCapture(world)));
    return std::move(*file);
}

} // namespace

TEST_CASE("What was redacted is in no byte of the dossier") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder);
    exportTo(world, file, folder / "open.pdf");
    const std::string open = everythingIn(folder / "open.pdf", folder);
    REQUIRE(holdsMarker(open)); // the test can see what it looks for
    REQUIRE(open.find(pattern()) != std::string::npos);

    const auto before = file.exhibit(1);
    REQUIRE(before);
    REQUIRE(dossier::addMark(file, 1, markOn(kSecret, "about " + kMarker)));
    REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, "zebulon quirrel is a baker")));
    const auto numbers = dossier::addRedactions(
        file, 1, {words(kMarker, "not about " + kMarker), area(kSecret), area({300, 200, 200, 50}, 2)});
    INFO((numbers ? "" : numbers.error().text()));
    REQUIRE(numbers);
    CHECK(*numbers == std::vector<int>{1, 2, 3});
    CHECK(faultsOf(file).empty());

    dossier::ExportOptions options;
    options.attachOriginalsThatDisclose = GENERATE(false, true);
    const auto result = exportTo(world, file, folder / "redacted.pdf", options);
    const std::string all = everythingIn(folder / "redacted.pdf", folder);
    CHECK_FALSE(holdsMarker(all));
    CHECK(all.find(pattern()) == std::string::npos);
    for (const Artifact& artifact : before->artifacts) {
        const bool stays = artifact.role == Role::ConversationUrl || artifact.role == Role::Turn;
        CHECK((stays || all.find(artifact.digest.hex()) == std::string::npos));
        CHECK((stays || all.find(artifact.salt.hex()) == std::string::npos));
    }
    checkIntact(folder / "redacted.pdf");

    const auto attached = [&](const std::string& name) {
        return std::count(result.attachments.begin(), result.attachments.end(), name) == 1;
    };
    for (const char* name :
         {"exhibit-1-prompt-redacted.txt", "exhibit-1-screenshot-1-redacted.png", "exhibit-1-screenshot-2-redacted.png",
          "exhibit-1-turn-1.txt", "exhibit-1-turn-2-redacted.txt", "exhibit-1-window-title-redacted.txt"})
        CHECK(attached(name));
    for (const char* name : {"exhibit-1-prompt.txt", "exhibit-1-screenshot-1.png", "exhibit-1-screenshot-1-shown.png",
                             "exhibit-1-screenshot-2.jpg", "exhibit-1-turn-2.txt"})
        CHECK_FALSE(attached(name));
    CHECK(readText(folder / "attached" / "exhibit-1-prompt-redacted.txt") == "Who is " + kToken + "?");
    CHECK(readText(folder / "attached" / "exhibit-1-response-redacted.txt") ==
          kToken + " lives at Elm Row 9.\n" + kToken + " is a baker.");
    CHECK(readText(folder / "attached" / "exhibit-1-prompt-source-redacted.txt") == "https://example.org/?q=" + kToken);
    const std::string pages = readText(folder / "pages.txt");
    CHECK(pages.find("Redactions") != std::string::npos);
    CHECK(pages.find("third person") != std::string::npos);
    CHECK(pages.find("second about " + kToken) < pages.find("third turn"));
    CHECK(pages.find("first turn") < pages.find("second about " + kToken));
}

TEST_CASE("The redacted region of the attached pictures has one colour") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder);
    REQUIRE(dossier::addRedactions(file, 1, {area(kSecret)}));
    REQUIRE(dossier::addRedactions(file, 1, {area({0, 0, 1000, 40}, 2)}));
    exportTo(world, file, folder / "dossier.pdf");
    detach(folder / "dossier.pdf", folder / "out");
    const auto coloursIn = [&](const std::string& name, const Region& region) {
        const PlainPixels pixels = plainPixels(readFile(folder / "out" / name));
        std::set<Bytes> colours;
        for (std::uint32_t y = region.y; y < region.y + region.height; ++y)
            for (std::uint32_t x = region.x; x < region.x + region.width; ++x) {
                const std::size_t at = (std::size_t{y} * pixels.width + x) * pixels.channels;
                REQUIRE(at + 3 <= pixels.samples.size());
                colours.emplace(Bytes(pixels.samples.begin() + static_cast<std::ptrdiff_t>(at),
                                      pixels.samples.begin() + static_cast<std::ptrdiff_t>(at + 3)));
            }
        return colours.size();
    };
    CHECK(coloursIn("exhibit-1-screenshot-1-redacted.png", kSecret) == 1);
    CHECK(coloursIn("exhibit-1-screenshot-1-redacted.png", {0, 0, 240, 320}) > 1);
    CHECK(coloursIn("exhibit-1-screenshot-2-redacted.png", {0, 0, 1000, 40}) == 1);
    const std::string chunks = chunkTypes(readFile(folder / "out" / "exhibit-1-screenshot-2-redacted.png"));
    CHECK(chunks.find_first_not_of("IHDR IDAT IEND") == std::string::npos);
    CHECK(chunks.starts_with("IHDR IDAT "));
    // A picture was redacted, the texts were not.
    CHECK(readText(folder / "out" / "exhibit-1-prompt.txt") == "Who is " + kMarker + "?");
    checkIntact(folder / "dossier.pdf");
}

TEST_CASE("Redactions add up, and each can be undone") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder);
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
    REQUIRE(dossier::addRedactions(file, 1, {words("Quirrel")}));
    CHECK(prompt("exhibit-1-prompt-redacted.txt") == "Who is Zebulon " + kToken + "?");
    REQUIRE(dossier::addRedactions(file, 1, {words("Zebulon Q"), area(kSecret)}));
    CHECK(prompt("exhibit-1-prompt-redacted.txt") == "Who is " + kToken + "?");
    REQUIRE(dossier::removeRedaction(file, 1, 2));
    CHECK(prompt("exhibit-1-prompt-redacted.txt") == "Who is Zebulon " + kToken + "?");
    REQUIRE(dossier::removeRedaction(file, 1, 1));
    CHECK(prompt("exhibit-1-prompt.txt") == "Who is " + kMarker + "?");
    CHECK(parts() == originals + 1);
    REQUIRE(dossier::removeRedaction(file, 1, 3));
    CHECK(parts() == originals);
    CHECK(prompt("exhibit-1-prompt.txt") == "Who is " + kMarker + "?");
    CHECK_FALSE(dossier::removeRedaction(file, 1, 3));
}

TEST_CASE("Words can be taken out of one text alone") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder);
    Redaction redaction = words("Zebulon");
    redaction.on = Role::Response;
    REQUIRE(dossier::addRedactions(file, 1, {redaction}));
    exportTo(world, file, folder / "dossier.pdf");
    detach(folder / "dossier.pdf", folder / "out");
    CHECK(readText(folder / "out" / "exhibit-1-prompt.txt") == "Who is " + kMarker + "?");
    CHECK(readText(folder / "out" / "exhibit-1-response-redacted.txt").find("Zebulon") == std::string::npos);
    checkIntact(folder / "dossier.pdf");
}

TEST_CASE("Marks are outlined and explained, and the pictures still count as shown") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    REQUIRE(dossier::addMark(file, 1, markOn(Region{100, 100, 300, 40}, "my illness")));
    REQUIRE(dossier::addMark(file, 1, markOn(Region{600, 110, 300, 40}, "")));
    REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, "tax adviser")));
    for (std::uint32_t i = 0; i < 20; ++i) // on a picture that is cut across pages, over the cuts too
        REQUIRE(dossier::addMark(file, 2, markOn(Region{0, i * 120, 838, 200}, "")));
    for (const std::string language : {"en", "de"}) {
        dossier::ExportOptions options;
        options.language = language;
        exportTo(world, file, folder / (language + ".pdf"), options);
        checkIntact(folder / (language + ".pdf"));
        const std::string all = everythingIn(folder / (language + ".pdf"), folder);
        CHECK(all.find("0.72 0.05 0.2 RG") != std::string::npos);
        const std::string pages = inOneLine(readText(folder / "pages.txt"));
        CHECK(pages.find("my illness") != std::string::npos);
        CHECK(pages.find(language == "en" ? "false" : "falsch") != std::string::npos);
        CHECK(pages.find(language == "en" ? "Art. 9(1) GDPR" : "Art. 9 Abs. 1 DSGVO") != std::string::npos);
    }
    const auto removed = dossier::removeMark(file, 1, 1);
    REQUIRE(removed);
    CHECK_FALSE(dossier::removeMark(file, 1, 1));
    const auto marks = dossier::marksOf(file, 1);
    REQUIRE(marks);
    REQUIRE(marks->size() == 2);
    CHECK(marks->front().number == 2);
    CHECK(faultsOf(file).empty());
    const auto lines = file.custodyLines();
    REQUIRE(lines);
    for (const std::string& line : *lines)
        CHECK((line.find("illness") == std::string::npos && line.find("adviser") == std::string::npos));
}

TEST_CASE("What isn't there can't be marked or redacted") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder);
    const auto codeOf = [](const auto& result) {
        REQUIRE_FALSE(result);
        return result.error().code;
    };
    CHECK(codeOf(dossier::addMark(file, 1, markOn(Role::Response, "not there"))) == ErrorCode::NotFound);
    CHECK(codeOf(dossier::addMark(file, 2, markOn(Role::Response, "baker"))) == ErrorCode::NotFound);
    CHECK(codeOf(dossier::addMark(file, 1, markOn(Region{230, 0, 20, 20}, ""))) == ErrorCode::InvalidArgument);
    CHECK(codeOf(dossier::addRedactions(file, 1, {words("not there")})) == ErrorCode::NotFound);
    CHECK(codeOf(dossier::addRedactions(file, 1, {words("baker"), area({0, 310, 10, 11})})) ==
          ErrorCode::InvalidArgument);
    CHECK(codeOf(dossier::addRedactions(file, 1, {area({0, 0, 10, 10}, 3)})) == ErrorCode::NotFound);
    const auto redactions = dossier::redactionsOf(file, 1);
    REQUIRE(redactions);
    CHECK(redactions->empty());
    REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, "baker")));
    REQUIRE(file.withdraw(1));
    CHECK(codeOf(dossier::addMark(file, 1, markOn(Role::Response, "baker"))) == ErrorCode::NotFound);
    CHECK(dossier::marksOf(file, 1)->empty());
    CHECK(faultsOf(file).empty());
}
