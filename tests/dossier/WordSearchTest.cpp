// Words are found however they are written, and nothing else is.

#include "dossier/WordSearch.h"

#include <catch2/catch.hpp>

using namespace exhibit::dossier;

namespace {

const std::string kToken(kRedactionToken);

std::string redacted(std::string_view text, const std::vector<std::string>& phrases) {
    return redactText(text, phrases).text;
}

bool isWholly(std::string_view text, const std::string& phrase) {
    return redacted(text, {phrase}) == kToken;
}

} // namespace

TEST_CASE("Words are replaced by a token of one length") {
    CHECK(redacted("He lives at Seestr. 14.", {"Seestr. 14"}) == "He lives at " + kToken + ".");
    CHECK(redacted("nothing", {"else"}) == "nothing");
    CHECK(redacted("a b a", {"a"}) == kToken + " b " + kToken);
    CHECK(redactText("a b a", std::vector<std::string>{"a"}).count == 2);
    CHECK(redacted("all of it", {"all of it"}) == kToken);
    CHECK(findWords("x Ann, ann", std::vector<std::string>{"ANN"}) == std::vector<Extent>{{2, 5}, {7, 10}});
}

TEST_CASE("Phrases that overlap leave nothing between them") {
    CHECK(redacted("Jonas Huber here", {"Jonas", "Jonas Huber"}) == kToken + " here");
    CHECK(redacted("abcd", {"abc", "bcd"}) == kToken);
    CHECK(redacted("aaa", {"aa"}) == kToken);
}

TEST_CASE("Composed and decomposed letters are the same") {
    const std::string composed = "F\u00E4hrmann-M\u00FCller";
    const std::string decomposed = "Fa\u0308hrmann-Mu\u0308ller";
    for (const std::string& phrase : {composed, decomposed})
        for (const std::string& text : {composed, decomposed, std::string("FA\u0308HRMANN-M\u00DCLLER")})
            CHECK(isWholly(text, phrase));
    CHECK(isWholly("Nguye\u0302\u0303n", "Nguy\u1EC5n"));
    CHECK(isWholly("\u1100\u1161\u11A8", "\uAC01"));   // Hangul jamo and the syllable
    CHECK(isWholly("a\u0323\u0302", "a\u0302\u0323")); // the order of marks on different sides
}

TEST_CASE("A letter with a mark is another letter than the one without") {
    CHECK(redacted("Jose\u0301", {"Jose"}) == "Jose\u0301");
    CHECK(redacted("Jos\u00E9", {"Jose"}) == "Jos\u00E9");
    CHECK(redacted("Jose", {"Jos\u00E9"}) == "Jose");
}

TEST_CASE("Capitals, ligatures, wide and styled letters are the same") {
    CHECK(isWholly("G\u00D6TZ STRASSE", "g\u00F6tz stra\u00DFe"));
    CHECK(isWholly("stra\u1E9Ee", "STRASSE"));
    CHECK(isWholly("\u0418\u0412\u0410\u041D", "\u0438\u0432\u0430\u043D"));
    CHECK(isWholly("\u039F\u0394\u039F\u03A3", "\u03BF\u03B4\u03BF\u03C2")); // final sigma
    CHECK(isWholly("KILI\u00C7 \u0130NAN", "K\u0131l\u0131\u00E7 inan"));
    CHECK_FALSE(isWholly("Ste\uFB01", "Steffi"));
    CHECK(isWholly("Ste\uFB03", "Steffi"));
    CHECK(isWholly("\uFF2A\uFF4F\uFF4E", "Jon"));
    CHECK(isWholly("\U0001D409\U0001D428\U0001D427", "jon"));
}

TEST_CASE("White space, invisible characters, quotes and dashes don't hide words") {
    CHECK(redacted("SEESTR. 14, seestr.\n\t14", {"Seestr. 14"}) == kToken + ", " + kToken);
    CHECK(isWholly("Jonas\u00A0\u2003Huber", " Jonas  Huber\n"));
    CHECK(isWholly("Jo\u200Bn\u00ADa\u2060s", "jonas"));
    CHECK(isWholly("J\uFEFFo\u202En\u061Ca\U000E0061s", "jonas"));
    CHECK(isWholly("a\u200D\u0308", "\u00E4"));
    CHECK(isWholly("jonas", "j\u200Bonas"));
    CHECK(isWholly("O\u2019Neill", "O'Neill"));
    CHECK(isWholly("O'Neill", "O\u00B4Neill"));
    CHECK(isWholly("M\u00FCller\u2011Meier", "M\u00FCller-Meier"));
    CHECK(redacted("  ", {" ", "", "\u200B"}) == "  ");
    CHECK(redacted("a b", {" "}) == "a b");
}

TEST_CASE("Percent-encoding hides no words") {
    CHECK(redacted("see/G%C3%B6tz+B%20C?", {"G\u00F6tz B C"}) == "see/" + kToken + "?");
    CHECK(redacted("?q=Go%CC%88tz&r=1", {"g\u00F6tz"}) == "?q=" + kToken + "&r=1");
    CHECK(redacted("u=a%3Fq%3DG%25C3%25B6tz", {"g\u00F6tz"}) == "u=a%3Fq%3D" + kToken);
    CHECK(redacted("100% sure", {"% s"}) == "100" + kToken + "ure");
    CHECK(redacted("%4Aonas %zz %", {"jonas"}) == kToken + " %zz %");
}

TEST_CASE("Invalid bytes stay what they are") {
    CHECK(redacted("x\xff\xfe name \xc3", {"name"}) == "x\xff\xfe " + kToken + " \xc3");
    CHECK(redacted("%ff%fe name", {"name"}) == "%ff%fe " + kToken);
    CHECK(redacted("a", {"\xff"}) == "a");
}

TEST_CASE("Long texts are searched in reasonable time") {
    std::string text;
    for (int i = 0; i < 200'000; ++i)
        text += "Gr\u00FC\u00DFe %41 ";
    text += "Jonas";
    const RedactedText result = redactText(text, std::vector<std::string>{"jonas"});
    CHECK(result.count == 1);
    CHECK(result.text.ends_with(kToken));
}
