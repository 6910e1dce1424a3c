#include "dossier/MarkupFixture.h"

#include "image/PngMaker.h"
#include "media/JpegMaker.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

namespace exhibit::test {

namespace {

bool isSecret(std::uint32_t x, std::uint32_t y) {
    return x >= kSecretPlace.x && x < kSecretPlace.x + kSecretPlace.width && y >= kSecretPlace.y &&
           y < kSecretPlace.y + kSecretPlace.height;
}

/// Grey stripes, and in the secret place a pattern of colours that is nowhere else.
Pixel pixelAt(std::uint32_t x, std::uint32_t y) {
    const std::uint32_t grey = 200 + (x + y) % 50;
    return isSecret(x, y) ? Pixel{x + 100, 255 - x, y + 3, 0} : Pixel{grey, grey, grey, 0};
}

CapturedItem made(Bytes file, std::string mediaType, std::uint32_t height) {
    CapturedItem item;
    item.role = Role::Screenshot;
    item.mediaType = std::move(mediaType);
    item.origin = Origin::File;
    item.picture = PictureFacts{240, height, 0, ""};
    item.bytes = std::make_shared<MemorySource>(std::move(file));
    return item;
}

void addTexts(Capture& capture) {
    const std::vector<std::pair<Role, std::string>> texts{
        {Role::WindowTitle, "Z\u200Bo\u00EB Q\u00ADuirrelo\u2060v\u00E1 - Meta AI"},
        {Role::PromptSource,
         "https://example.org/?q=Zo%C3%AB%20Quirrelov%C3%A1&u=a%253Dzoe%25CC%2588+quirrelova%25CC%2581"},
        {Role::Account, "ZO\u00CB\u00A0QUIRRELOV\u00C1"},
        {Role::ModelLabel, "\uFF3Ao\u00EB\u3000Quirrelov\u00E1"},
        {Role::AppTime, "10:00 Zoe\u0308\tQuirrelova\u0301"},
        {Role::Turn, "first turn"},
        {Role::Turn, "second about " + kSecretName},
        {Role::Turn, "third turn"},
        {Role::Note, "My note on " + kSecretName},
    };
    for (const auto& [role, text] : texts)
        capture.items.push_back(*textItem(role, text, Origin::Typed, false));
}

CapturedItem attachment() {
    CapturedItem attached;
    attached.role = Role::Attachment;
    attached.mediaType = "text/html";
    attached.origin = Origin::File;
    attached.fileName = "Zoe Quirrelova.html";
    attached.bytes = std::make_shared<MemorySource>("<p>" + kSecretName + "</p>");
    return attached;
}

Capture secretCapture(const World& world) {
    const std::string comment = "Comment" + std::string(1, '\0') + "Zoe Quirrelova";
    CapturedItem original = made(png({240, 320}, pixelAt, chunk("tEXt", comment)), "image/png", 320);
    original.discloses = true;
    CapturedItem clean = made(png({240, 320}, pixelAt), "image/png", 320);
    clean.origin = Origin::Program;
    clean.operation = "strip-metadata";
    Capture result =
        capture(world, "Who is " + kSecretName + "?",
                "ZOE\u0308  QUIRRELOVA\u0301 lives at Elm Row 9.\n" + kSecretName + " is a baker.", {original});
    clean.parent = result.items.size() - 1;
    result.items.push_back(clean);
    const auto sampler = [](std::uint32_t x, std::uint32_t y, int channel) {
        return static_cast<std::uint8_t>((x * 3 + y * 5 + static_cast<std::uint32_t>(channel) * 40) % 256);
    };
    result.items.push_back(made(jpeg({240, 160}, sampler), "image/jpeg", 160));
    addTexts(result);
    result.items.push_back(attachment());
    return result;
}

} // namespace

CaseFile secretCase(World& world, const std::filesystem::path& path) {
    auto file = CaseFile::create(path, details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(secretCapture(world)));
    return std::move(*file);
}

std::string secretPixels() {
    std::string bytes;
    for (std::uint32_t x = kSecretPlace.x + 4; x < kSecretPlace.x + 16; ++x)
        for (const std::uint32_t sample : {x + 100, 255 - x, kSecretPlace.y + 6 + 3})
            bytes += static_cast<char>(sample);
    return bytes;
}

Redaction words(std::string text, std::string reason) {
    Redaction redaction;
    redaction.text = std::move(text);
    redaction.reason = std::move(reason);
    return redaction;
}

Redaction area(const Region& region, int screenshot) {
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

void checkIntact(const std::filesystem::path& dossier) {
    const auto verification = verify(dossier);
    INFO(describe(verification));
    CHECK(verification.verdict == Verdict::IntactUnanchored);
}

std::string inOneLine(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

} // namespace exhibit::test
