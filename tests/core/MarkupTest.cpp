#include "core/Markup.h"

#include <catch2/catch.hpp>

using namespace exhibit;

namespace {

const std::string kToken(kRedactionToken);

std::string redacted(std::string_view text, std::vector<std::string> phrases) {
    return redactText(text, phrases).text;
}

} // namespace

TEST_CASE("Words are replaced by a token of one length, however they are written") {
    CHECK(redacted("He lives at Seestr. 14.", {"Seestr. 14"}) == "He lives at " + kToken + ".");
    CHECK(redacted("SEESTR. 14, seestr.\n\t14", {"Seestr. 14"}) == kToken + ", " + kToken);
    CHECK(redacted("GÖTZ Ö. \u0418\u0432\u0430\u043D", {"götz", "\u0438\u0412\u0410\u043D"}) == kToken + " Ö. " + kToken);
    CHECK(redacted("see/G%C3%B6tz+B%20C?", {"Götz B C"}) == "see/" + kToken + "?");
    CHECK(redacted("Jo\u200Bn\u00ADas", {"jonas"}) == kToken);
    CHECK(redacted("100% sure", {"% s"}) == "100" + kToken + "ure");
    CHECK(redactText("a b a", std::vector<std::string>{"a"}).count == 2);
    CHECK(redacted("nothing", {"else"}) == "nothing");
    CHECK(redacted("  ", {" ", ""}) == "  ");
}

TEST_CASE("Phrases that overlap leave nothing between them") {
    CHECK(redacted("Jonas Huber here", {"Jonas", "Jonas Huber"}) == kToken + " here");
    CHECK(redacted("abcd", {"abc", "bcd"}) == kToken);
    CHECK(redacted("aaa", {"aa"}) == kToken);
}

TEST_CASE("Invalid bytes stay what they are") {
    CHECK(redacted("x\xff\xfe name \xc3", {"name"}) == "x\xff\xfe " + kToken + " \xc3");
}

TEST_CASE("Rectangles are read strictly") {
    const auto region = regionFromText("40,120,300,24");
    REQUIRE(region);
    CHECK(*region == Region{40, 120, 300, 24});
    for (const char* text : {"", "1,2,3", "1,2,3,0", "1,2,0,4", "-1,2,3,4", "1,2,3,4,", "1, 2,3,4", "a,b,c,d",
                             "1,2,3,4294967296", "1.5,2,3,4", "1,2,3,4,5"})
        CHECK_FALSE(regionFromText(text));
    CHECK(liesWithin({0, 0, 10, 10}, 10, 10));
    CHECK_FALSE(liesWithin({1, 0, 10, 10}, 10, 10));
    CHECK_FALSE(liesWithin({4294967295U, 0, 10, 10}, 10, 10));
}

TEST_CASE("Marks and redactions are read back as they were written, and strictly") {
    Mark mark;
    mark.region = Region{1, 2, 3, 4};
    mark.category = "health";
    mark.truth = Truth::False;
    mark.special = "health";
    mark.label = "\"quoted\"\n\u05D0";
    const auto json = toJson(mark);
    REQUIRE(json);
    CHECK(*markFromJson(*json) == mark);
    Redaction redaction;
    redaction.text = "words";
    redaction.reason = "a third person";
    CHECK(*redactionFromJson(*toJson(redaction)) == redaction);
    CHECK_FALSE(redactionFromJson(*json));
    CHECK_FALSE(markFromJson(R"({"category":"name","label":"","number":1,"on":"prompt","special":"","text":"",)"
                             R"("truth":"true"})"));
    CHECK_FALSE(markFromJson(R"({"category":"shoe","label":"","number":1,"on":"prompt","special":"","text":"a",)"
                             R"("truth":"true"})"));
    CHECK(markFromJson(R"({"category":"name","label":"","number":1,"on":"prompt","special":"","text":"a",)"
                       R"("truth":"true"})"));
    redaction.text = "\xff";
    CHECK_FALSE(toJson(redaction));
}
