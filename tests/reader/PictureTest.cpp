// Pictures that are cut across pages, turned, or have a palette; and those that are shown in another way.

#include "DossierMaker.h"
#include "Findings.h"
#include "PdfEditor.h"

using namespace exhibit;
using namespace exhibit::test;

namespace {

/// A dossier with one more picture under the id "more".
Dossier dossierWith(const Bytes& picture, double minScale, double maxWidth = 0) {
    DossierOptions options;
    options.withPictures = false;
    pdf::Figure figure;
    const auto opened = pdf::Picture::open(std::make_shared<const MemorySource>(picture));
    REQUIRE(opened);
    figure.picture = *opened;
    figure.alt = "One more";
    figure.id = "more";
    figure.minScale = minScale;
    figure.maxWidth = maxWidth;
    options.more.emplace_back(figure);
    return makeDossier(options);
}

} // namespace

TEST_CASE("A picture that is cut across pages is shown whole") {
    const Bytes picture = testData("phone-2x-light.png");
    const MemorySource source(picture);
    for (const double minScale : {0.1, 1.0}) {
        const Dossier dossier = dossierWith(picture, minScale);
        const pdf::Reader reader = readerOf(dossier.file);
        CHECK(listOf(reader.checkStructure()) == "");
        REQUIRE(reader.figures().size() == 1);
        CHECK((reader.figures()[0].parts > 1) == (minScale == 1.0));
        CHECK(reader.pictureEquals("more", source).value());
    }
}

TEST_CASE("A part of a cut picture that is missing or exchanged is noticed") {
    const Bytes picture = testData("phone-2x-light.png");
    const MemorySource source(picture);
    const Dossier dossier = dossierWith(picture, 1.0);
    const PdfEditor pdf(dossier.file);
    int page = 1;
    while (pdf.streamText(pdf.contentOf(page)).find("W n\n") == std::string::npos)
        ++page;
    const int content = pdf.contentOf(page);
    const std::string text = pdf.streamText(content);
    const auto check = [&](const std::string& changed) {
        PdfEditor editor(dossier.file);
        editor.setStreamText(content, changed);
        const Bytes file = editor.file();
        CHECK(has(findingsOf(file), "hidden-picture"));
        CHECK_FALSE(readerOf(file).pictureEquals("more", source).value());
    };
    const auto with = [&](std::string_view part, std::string_view now) {
        std::string changed = text;
        const std::size_t at = changed.find(part);
        REQUIRE(at != std::string::npos);
        return changed.replace(at, part.size(), now);
    };
    check(with(" Do Q", " Do 1 1 1 rg .3 .6 .1 .1 re f Q")); // painted over, in the picture's own space
    check(with("W n\n", "W n\n0 0 200 900 re W n\n"));       // clipped once more
    check(with("cm /", "cm 0.001 0 0 0.001 0 0 cm /"));      // a speck
    check(with("cm /", "cm .7 .7 -.7 .7 0 0 cm /"));         // turned by 45 degrees
}

TEST_CASE("The emoji's carrier can't hide words or another picture") {
    DossierOptions options;
    options.withPictures = false;
    options.prompt = "smile \U0001F600 please";
    const Dossier dossier = makeDossier(options);
    PdfEditor pdf(dossier.file);
    const int page = pdf.contentOf(1);
    const std::string content = pdf.streamText(page);
    const auto findingsWith = [&](std::string_view part, std::string_view now) {
        std::string changed = content;
        const std::size_t at = changed.find(part);
        REQUIRE(at != std::string::npos);
        changed.replace(at, part.size(), now);
        PdfEditor editor(dossier.file);
        editor.setStreamText(page, changed);
        return findingsOf(editor.file());
    };
    SECTION("the picture elsewhere") {
        CHECK(has(findingsWith("cm /", "cm 3 0 0 3 0 0 cm /"), "unaccounted-picture"));
    }
    SECTION("no picture") {
        const std::size_t begin = content.find("cm /") + 3, end = content.find(" Do", begin) + 3;
        CHECK(has(findingsWith(content.substr(begin, end - begin), ""), "invisible-text"));
    }
    SECTION("words in the carrier's text") {
        const int font = pdf.find("/ToUnicode");
        const int map = std::stoi(pdf.value(font).substr(pdf.value(font).find("/ToUnicode ") + 11));
        std::string text = pdf.streamText(map);
        const std::size_t at = text.find("<D83DDE00>");
        REQUIRE(at != std::string::npos);
        text.replace(at, 10, "<00680069>");
        pdf.setStreamText(map, text);
        CHECK(has(findingsOf(pdf.file()), "invisible-text"));
    }
}
