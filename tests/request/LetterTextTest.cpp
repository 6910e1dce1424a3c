#include "request/LetterText.h"

#include "request/Strings.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::request;

namespace {

const FormDirectory& directory() {
    static const FormDirectory builtIn = *FormDirectory::builtIn();
    return builtIn;
}

LetterInput input(LetterKind kind, std::string_view language) {
    LetterInput input;
    input.kind = kind;
    input.details.subject = {"Ada Example", "ada@example.org", "1 Sample Street"};
    input.details.country = "DE";
    input.details.wishes = {Wish::Concern, Wish::Erasure, Wish::Objection, Wish::Restriction};
    input.details.language = language;
    input.date = "22 November 2026";
    input.exhibits = {{1, "2026-11-20", "Who is Ada Example?", "Ada Example lives at ...", std::string(64, 'a')}};
    input.falseStatements = {{1, "She was convicted.", "She was not."}};
    return input;
}

bool sameWords(const LetterBlock& a, const LetterBlock& b) {
    return a.kind == b.kind && a.text == b.text && a.items == b.items;
}

} // namespace

TEST_CASE("Every letter can be edited and read back without a change") {
    for (const std::string_view language : Strings::languages())
        for (const LetterKind kind :
             {LetterKind::Concern, LetterKind::Erasure, LetterKind::Rectification, LetterKind::Access}) {
            const auto letter = compose(input(kind, language), directory());
            REQUIRE(letter);
            const std::string text = editableText(*letter);
            CAPTURE(text);
            const auto read = readEditableText(text);
            REQUIRE(read);
            CHECK(read->subject == letter->subject);
            REQUIRE(read->blocks.size() == letter->blocks.size());
            for (std::size_t i = 0; i < read->blocks.size(); ++i) {
                CAPTURE(i, read->blocks[i].text, letter->blocks[i].text);
                CHECK(sameWords(read->blocks[i], letter->blocks[i]));
            }
        }
}

TEST_CASE("A person's text becomes blocks") {
    const auto read = readEditableText("\xef\xbb\xbfMy subject\r\n\r\n# First\r\nOne line\r\nand its second.\r\n\r\n"
                                       "Before a list:\n- one\n- two,\n  longer\n1. now numbered\n\n[exhibits]\n"
                                       "\\# no heading\n");
    REQUIRE(read);
    CHECK(read->subject == "My subject");
    const std::vector<std::pair<BlockKind, std::string>> expected{{BlockKind::Heading, "First"},
                                                                  {BlockKind::Paragraph, "One line and its second."},
                                                                  {BlockKind::Bullets, "Before a list:"},
                                                                  {BlockKind::Numbered, ""},
                                                                  {BlockKind::Table, ""},
                                                                  {BlockKind::Paragraph, "# no heading"}};
    REQUIRE(read->blocks.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(read->blocks[i].kind == expected[i].first);
        CHECK(read->blocks[i].text == expected[i].second);
    }
    CHECK(read->blocks[2].items == std::vector<std::string>{"one", "two, longer"});
    CHECK(read->blocks[3].items == std::vector<std::string>{"now numbered"});
}

TEST_CASE("A line may begin with a date or an article's number") {
    const auto read =
        readEditableText("Betreff\n\nBitte antworten Sie bis zum\n22. November 2026 und nicht später.\n\n"
                         "17. Absatz 1 gilt.\n\n1. eins\n\n2. zwei\n3. drei\n\n5. kein Punkt der Liste\n");
    REQUIRE(read);
    REQUIRE(read->blocks.size() == 4);
    CHECK(read->blocks[0].text == "Bitte antworten Sie bis zum 22. November 2026 und nicht später.");
    CHECK(read->blocks[1].text == "17. Absatz 1 gilt.");
    CHECK(read->blocks[2].items == std::vector<std::string>{"eins", "zwei", "drei"});
    CHECK(read->blocks[3].text == "5. kein Punkt der Liste");
}

TEST_CASE("What word processors and languages need is no hidden character") {
    const auto read = readEditableText("S\r\rsoft\xc2\xadware \xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae\xd9\x88 "
                                       "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac\ttab\fpage\r");
    REQUIRE(read);
    REQUIRE(read->blocks.size() == 1);
    CHECK(read->blocks[0].text == "software \xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae\xd9\x88 "
                                  "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac tab page");
}

TEST_CASE("What is no letter is refused with its place") {
    CHECK_FALSE(readEditableText(""));
    CHECK_FALSE(readEditableText("\n \n"));
    CHECK_FALSE(readEditableText("only a subject\n"));
    const auto invalid = readEditableText("Subject\n\n\xff");
    REQUIRE_FALSE(invalid);
    CHECK(invalid.error().object == "byte 9");
    const auto hidden = readEditableText("Subject\n\nI agree\xe2\x80\xae to nothing.");
    REQUIRE_FALSE(hidden);
    CHECK(hidden.error().object == "line 3");
    CHECK(hidden.error().message.find("\\u{202E}") != std::string::npos);
    const auto tooLong = readEditableText("S\n\n" + std::string(kLongestLetter, 'x'));
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().code == ErrorCode::LimitExceeded);
}

TEST_CASE("The person's own letter stands in place of the program's, with the table as it is now") {
    LetterInput in = input(LetterKind::Concern, "en");
    in.details.letters = {{"concern", "en", "Mine\n\nPlease stop.\n\nSee:\n[exhibits]\n"}};
    const auto own = compose(in, directory());
    REQUIRE(own);
    CHECK(own->ownWords);
    CHECK(own->subject == "Mine");
    REQUIRE(own->blocks.size() == 2);
    CHECK(own->blocks[0].text == "Please stop.");
    CHECK(own->blocks[1].text == "See:");
    REQUIRE(own->blocks[1].rows.size() == 2);
    CHECK(own->blocks[1].rows[1][2] == "Who is Ada Example?");

    in.details.language = "de";
    const auto german = compose(in, directory());
    REQUIRE(german);
    CHECK_FALSE(german->ownWords);
    in.kind = LetterKind::Erasure;
    in.details.language = "en";
    const auto other = compose(in, directory());
    REQUIRE(other);
    CHECK_FALSE(other->ownWords);
}
