#include "DossierMaker.h"
#include "Findings.h"

using namespace exhibit;
using namespace exhibit::test;

namespace {

Bytes contentOf(const Result<SharedSource>& source) {
    REQUIRE(source);
    const Result<Bytes> bytes = (*source)->readAll(100'000'000);
    REQUIRE(bytes);
    return *bytes;
}

} // namespace

TEST_CASE("A dossier as it was written has no findings") {
    const Dossier& dossier = plainDossier();
    const pdf::Reader reader = readerOf(dossier.file);
    CHECK(listOf(reader.checkStructure()) == "");
    CHECK(reader.pageCount() >= 2);
    CHECK(reader.info().title == "Dossier \u00FCber \u201EAda\u201C & <Co>");
    CHECK(reader.info().created == Instant{1'760'000'000'000'000'000});
    CHECK(reader.info().language == "en");
}

TEST_CASE("Attachments come out byte for byte") {
    const Dossier& dossier = plainDossier();
    const pdf::Reader reader = readerOf(dossier.file);
    REQUIRE(reader.attachments().size() == 5);
    CHECK(contentOf(reader.attachment("shot-1.png")) == dossier.png);
    CHECK(contentOf(reader.attachment("shot-2.jpg")) == dossier.jpeg);
    CHECK(textOf(contentOf(reader.attachment("exhibit-1-prompt.txt"))) == dossier.prompt);
    CHECK(textOf(contentOf(reader.attachment("L\u00F6schung \u2116 1.txt"))) == "plain");
    CHECK(reader.attachment("other").error().code == ErrorCode::NotFound);
    for (const pdf::EmbeddedFile& file : reader.attachments()) {
        CHECK(file.relationship == "Data");
        CHECK(file.size.has_value());
        CHECK(file.description == "made for a test");
    }
}

TEST_CASE("Pictures on the pages are those attached") {
    const Dossier& dossier = plainDossier();
    const pdf::Reader reader = readerOf(dossier.file);
    REQUIRE(reader.figures().size() == 2);
    CHECK(reader.figures()[0].id == "shot-1");
    CHECK(reader.figures()[0].alternative == "Screenshot 1");
    CHECK(reader.figures()[0].width > 100);
    const MemorySource png(dossier.png), jpeg(dossier.jpeg);
    CHECK(reader.pictureEquals("shot-1", png).value() == true);
    CHECK(reader.pictureEquals("shot-2", jpeg).value() == true);
    CHECK(reader.pictureEquals("shot-1", jpeg).value() == false);
    CHECK(reader.pictureEquals("shot-2", png).value() == false);
    CHECK(reader.pictureEquals("shot-3", png).error().code == ErrorCode::NotFound);
    CHECK(reader.unaccountedImages().empty());
}

TEST_CASE("Texts on the pages are read back byte for byte") {
    const Dossier& dossier = plainDossier();
    const pdf::Reader reader = readerOf(dossier.file);
    CHECK(reader.textIds() == std::vector<std::string>{"prompt", "response"});
    CHECK(reader.text("prompt").value() == dossier.prompt);
    CHECK(reader.text("response").value() == dossier.response);
    CHECK(reader.textEquals("prompt", dossier.prompt + " ").value() == false);
    CHECK(reader.text("other").error().code == ErrorCode::NotFound);
}
