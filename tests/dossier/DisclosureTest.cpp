#include "dossier/Disclosure.h"
#include "dossier/DossierFixture.h"

#include <catch2/catch.hpp>
#include <zlib.h>

using namespace exhibit;
using namespace exhibit::test;

namespace {

/// A PNG with a text chunk behind its header: what a camera or a program leaves in a file.
std::string withTextChunk(const Bytes& png, const std::string& text) {
    std::string data = "tEXtComment";
    data.push_back('\0');
    data += text;
    const auto crc = static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef*>(data.data()), static_cast<uInt>(data.size())));
    const auto number = [](std::uint32_t value) {
        std::string bytes;
        for (const int shift : {24, 16, 8, 0})
            bytes.push_back(static_cast<char>(value >> shift));
        return bytes;
    };
    constexpr std::ptrdiff_t kHeaderEnd = 8 + 25;
    const std::string_view whole = textOf(png);
    return std::string(whole.substr(0, kHeaderEnd)) + number(static_cast<std::uint32_t>(data.size() - 4)) + data +
           number(crc) + std::string(whole.substr(kHeaderEnd));
}

/// An original that tells a place, and the cleaned picture that the gate made of it.
Capture disclosingCapture(const World& world, const std::string& marker) {
    Capture result = capture(world, "Where was I?", "In Lindau.", {picture("phone-2x-light.png", 838, 2488)});
    const std::size_t original = result.items.size() - 1;
    CapturedItem clean = result.items.back();
    const auto png = clean.bytes->readAll(1 << 24);
    REQUIRE(png);
    result.items[original].bytes = std::make_shared<MemorySource>(std::string_view(withTextChunk(*png, marker)));
    result.items[original].discloses = true;
    clean.parent = original;
    clean.operation = "strip-metadata";
    clean.origin = Origin::Program;
    clean.fileName.clear();
    result.items.push_back(clean);
    return result;
}

} // namespace

TEST_CASE("An original that discloses a place stays at home") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    const std::string marker = "GPSMARKER 47.5461N 9.6829E";
    REQUIRE(file->addExhibit(disclosingCapture(world, marker)));

    dossier::ExportOptions options;
    options.profile = GENERATE(dossier::Profile::Full, dossier::Profile::Compact);
    const auto result = exportTo(world, *file, folder / "dossier.pdf", options);
    CHECK(everythingIn(folder / "dossier.pdf", folder).find("GPSMARKER") == std::string::npos);
    CHECK(std::count(result.attachments.begin(), result.attachments.end(), "exhibit-1-screenshot-1-shown.png") ==
          (options.profile == dossier::Profile::Full ? 1 : 0));
    CHECK(std::count(result.attachments.begin(), result.attachments.end(), "exhibit-1-screenshot-1.png") == 0);
    const auto verification = verify(folder / "dossier.pdf");
    INFO(describe(verification));
    CHECK(verification.verdict == Verdict::IntactUnanchored);

    options.attachOriginalsThatDisclose = true;
    exportTo(world, *file, folder / "open.pdf", options);
    CHECK(everythingIn(folder / "open.pdf", folder).find(marker) != std::string::npos);
    CHECK(verify(folder / "open.pdf").verdict == Verdict::IntactUnanchored);
}

TEST_CASE("A kept-back picture without a cleaned copy is named among the warnings") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    Capture only = disclosingCapture(world, "GPSMARKER");
    only.items.pop_back();
    REQUIRE(file->addExhibit(only));
    const auto result = exportTo(world, *file, folder / "dossier.pdf");
    REQUIRE(result.warnings.size() == 1);
    CHECK(result.warnings[0].find("Exhibit 1") != std::string::npos);
    const auto verification = verify(folder / "dossier.pdf");
    INFO(describe(verification));
    CHECK(verification.verdict == Verdict::IntactUnanchored);
}

TEST_CASE("Some exhibits leave no trace of the others' content") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(capture(world, "ALPHAPROMPT", "ALPHAANSWER", {picture("desk-1x-light.png", 1000, 900)})));
    REQUIRE(file->addExhibit(capture(world, "BETAPROMPT", "BETAANSWER", {picture("phone-2x-light.png", 838, 2488)})));
    REQUIRE(file->addExhibit(capture(world, "GAMMAPROMPT", "GAMMAANSWER", {})));
    dossier::ExportOptions options;
    options.exhibits = {2, 2};
    options.profile = GENERATE(dossier::Profile::Full, dossier::Profile::Compact);
    const auto result = exportTo(world, *file, folder / "dossier.pdf", options);
    CHECK(result.exhibits == std::vector<int>{2});
    const std::string all = everythingIn(folder / "dossier.pdf", folder);
    CHECK(all.find("BETAPROMPT") != std::string::npos);
    for (const char* marker : {"ALPHAPROMPT", "ALPHAANSWER", "GAMMAPROMPT", "GAMMAANSWER"})
        CHECK(all.find(marker) == std::string::npos);
    const auto other = sample("desk-1x-light.png")->readAll(1 << 24);
    REQUIRE(other);
    CHECK(all.find(std::string(textOf(ByteView(*other).subspan(other->size() / 2, 32)))) == std::string::npos);
    const auto exhibit = file->exhibit(1);
    REQUIRE(exhibit);
    for (const Artifact& artifact : exhibit->artifacts) {
        if (artifact.role == Role::ConversationUrl)
            continue; // both exhibits have the same address
        CHECK(all.find(artifact.digest.hex()) == std::string::npos);
        CHECK(all.find(artifact.salt.hex()) == std::string::npos);
    }
    const auto verification = verify(folder / "dossier.pdf");
    INFO(describe(verification));
    CHECK(verification.verdict == Verdict::IntactUnanchored);
}

TEST_CASE("A withdrawn exhibit is not exported, and doesn't make the dossier incomplete") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    REQUIRE(file.withdraw(1));
    const auto result = exportTo(world, file, folder / "dossier.pdf");
    CHECK(result.exhibits == std::vector<int>{2});
    CHECK(verify(folder / "dossier.pdf").verdict == Verdict::IntactUnanchored);
    dossier::ExportOptions options;
    options.exhibits = {1};
    const auto gone = dossier::exportDossier(file, folder / "gone.pdf", options, world.exporting());
    REQUIRE_FALSE(gone);
    CHECK(gone.error().code == ErrorCode::NotFound);
}

TEST_CASE("Further files keep a harmless form of their name") {
    CHECK(dossier::harmlessName("report.pdf") == "report.pdf");
    CHECK(dossier::harmlessName("../../etc/passwd") == "etc_passwd");
    CHECK(dossier::harmlessName("a b\n\u202Ec.txt") == "a_b_c.txt");
    CHECK(dossier::harmlessName(".hidden") == "hidden");
    CHECK(dossier::harmlessName("\u0444\u0430\u0439\u043b.doc") == "doc");
    CHECK(dossier::harmlessName(std::string(300, 'a') + ".html").size() == 80);
    CHECK(dossier::harmlessName(std::string(300, 'a') + ".html").ends_with(".html"));

    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    Capture given = capture(world, "p", "r", {});
    for (const std::string name : {"Page.html", "page.HTML", "", "..", "VERIFY.txt"}) {
        CapturedItem item;
        item.role = Role::Attachment;
        item.mediaType = "application/octet-stream";
        item.origin = Origin::File;
        item.fileName = name;
        item.bytes = std::make_shared<MemorySource>(std::string_view("content of " + name));
        given.items.push_back(item);
    }
    REQUIRE(file->addExhibit(given));
    const auto result = exportTo(world, *file, folder / "dossier.pdf");
    for (const std::string name :
         {"exhibit-1-attachment-1-Page.html", "exhibit-1-attachment-2-page.HTML", "exhibit-1-attachment-3.bin",
          "exhibit-1-attachment-4.bin", "exhibit-1-attachment-5-VERIFY.txt"})
        CHECK(std::count(result.attachments.begin(), result.attachments.end(), name) == 1);
    const auto verification = verify(folder / "dossier.pdf");
    INFO(describe(verification));
    CHECK(verification.verdict == Verdict::IntactUnanchored);
}
