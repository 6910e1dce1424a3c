// Every text exactly: what is set can be read back from the pages by pdftotext, white space aside, and by our own
// reader to the letter.

#include "pdf/reader/Reader.h"

#include "MadeDocument.h"
#include "OtherReaders.h"
#include "TextCorpus.h"
#include "Tools.h"
#include <catch2/catch.hpp>
#include <set>

using namespace exhibit;
using namespace exhibit::test;

namespace {

struct MadeSections {
    TestFolder folder;
    std::string path;
    std::vector<std::string> warnings;
};

/// Writes the texts to one file and checks that our own reader, which knows nothing of the writer, reads each of them
/// byte for byte from what is visible on the pages.
std::unique_ptr<MadeSections> make(const std::vector<NamedText>& texts) {
    auto made = std::make_unique<MadeSections>();
    const pdf::Composition composition = composed(sectionsOf(texts));
    made->warnings = composition.warnings();
    const Bytes file = written(composition);
    made->path = made->folder.file("texts.pdf", file).string();
    const auto reader = pdf::Reader::open(std::make_shared<MemorySource>(file));
    REQUIRE(reader);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        INFO(texts[i].name);
        const auto read = reader->text("text-" + std::to_string(i + 1));
        INFO((read ? std::string() : read.error().text()));
        CHECK((read && *read == texts[i].text));
    }
    return made;
}

std::vector<std::string> byPdftotext(const MadeSections& made, std::size_t count) {
    REQUIRE(hasTool("pdftotext"));
    return sectionsBy("pdftotext -enc UTF-8 {} -", made.path, count);
}

} // namespace

TEST_CASE("Names of all languages, countries and months in every language are read back by pdftotext") {
    const std::vector<NamedText> texts = localeTexts();
    CHECK(texts.size() > 200);
    const auto made = make(texts);
    CHECK(made->warnings.empty());
    const auto sections = byPdftotext(*made, texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        INFO(texts[i].name);
        if (texts[i].name == "ff_Adlm")
            continue; // pdftotext knows no writing direction beyond the first plane
        // pdftotext guesses where blanks beside hyphens and commas belong when the writing runs from right to left.
        if (hasRightToLeft(texts[i].text))
            CHECK(firstDifference(withoutSpaces(sections[i]), withoutSpaces(texts[i].text)) == "");
        else
            CHECK(firstDifference(withSingleSpaces(sections[i]), withSingleSpaces(texts[i].text)) == "");
    }
}

TEST_CASE("Every emoji sequence is set in colour and read back by pdftotext") {
    const std::vector<std::string> sequences = emojiSequences();
    CHECK(sequences.size() > 3600);
    NamedText text{"emoji", "", ""};
    for (const std::string& sequence : sequences)
        text.text += sequence + "\n";
    const auto made = make({text});
    CHECK(made->warnings.empty());
    CHECK(firstDifference(withSingleSpaces(byPdftotext(*made, 1)[0]), withSingleSpaces(text.text)) == "");
    // One picture for each sequence, with its transparency.
    REQUIRE(hasTool("pdfimages"));
    const auto pictures = runTool("pdfimages -list " + made->path + " | grep -c ' smask '");
    CHECK(pictures.output == std::to_string(sequences.size()) + "\n");
}

TEST_CASE("Nasty texts are read back to the letter") {
    const std::vector<NamedText> texts = nastyTexts();
    const auto made = make(texts);
    const auto sections = byPdftotext(*made, texts.size());
    std::set<std::string> others;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (withoutSpaces(sections[i]) != withoutSpaces(texts[i].text))
            others.insert(texts[i].name);
    // pdftotext guesses the order where writing directions mix, digits among them, and where a mark has no letter; it
    // knows no direction beyond the first plane, and replaces what is no character. The escaped line and the attached
    // file say what it was.
    CHECK(others == std::set<std::string>{"500 nested overrides", "Syriac and Thaana", "Urdu",
                                          "a mark at the beginning of each line", "bidirectional overrides",
                                          "mixed directions", "mixed directions from the right", "no characters",
                                          "one writing direction after the other",
                                          "right to left beyond the first plane", "scripts of a few", "unassigned"});
    printOtherAnswers(made->path, texts);
}

TEST_CASE("Every character of Unicode is shown and read back") {
    (void)make(characterTexts());
}
