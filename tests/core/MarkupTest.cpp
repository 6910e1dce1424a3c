#include "core/Markup.h"

#include <catch2/catch.hpp>

using namespace exhibit;

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
    mark.text = "what the picture says there";
    CHECK(*markFromJson(*toJson(mark)) == mark);
    CHECK(json->find("correction") == std::string::npos); // as before there were any
    mark.correction = "healthy";
    CHECK(*markFromJson(*toJson(mark)) == mark);
    mark.truth = Truth::Unknown;
    CHECK_FALSE(markFromJson(*toJson(mark)));
    CHECK_FALSE(markFromJson(R"({"category":"name","correction":"","label":"","number":1,"on":"prompt","special":"",)"
                             R"("text":"a","truth":"false"})"));
    redaction.region = Region{1, 2, 3, 4};
    redaction.on = Role::Screenshot;
    CHECK_FALSE(redactionFromJson(*toJson(redaction))); // either words or a region
    redaction.region.reset();
    redaction.on.reset();
    redaction.text = "\xff";
    CHECK_FALSE(toJson(redaction));
}
