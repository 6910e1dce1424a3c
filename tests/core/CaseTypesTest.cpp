#include "core/JsonReader.h"

#include <catch2/catch.hpp>

using namespace exhibit;

TEST_CASE("every name leads back to its value") {
    for (const Wish wish : allWishes())
        CHECK(wishFromName(name(wish)).value() == wish);
    for (const Surface surface : allSurfaces())
        CHECK(surfaceFromName(name(surface)).value() == surface);
    for (const Origin origin : allOrigins())
        CHECK(originFromName(name(origin)).value() == origin);
    for (const Role role : allRoles())
        CHECK(roleFromName(name(role)).value() == role);
    CHECK_THAT(wishFromName("deletion").error().message, Catch::Contains("erasure"));
}

TEST_CASE("case details survive JSON, and unknown members don't") {
    CaseDetails details;
    details.subject = {"Jonas", "j@example.org", "Street 1\nTown"};
    details.representative.name = "A. Lawyer";
    details.country = "DE";
    details.surface = Surface::Instagram;
    details.wishes = {Wish::Erasure, Wish::Objection};
    details.forms = {{Wish::Erasure, "id", "title", "https://example.org", "2026-07-23", "2026-11-01", true}};
    details.grounds = "I am a teacher.";
    details.letters = {{"erasure", "de", "Betreff\n\nText\n"}};
    Json json = toJson(details);
    CHECK(readCaseDetails(JsonReader::open(json).value()).value() == details);
    json["subject"]["phone"] = "1";
    const auto refused = readCaseDetails(JsonReader::open(json).value());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().object == "/subject/phone");
}

TEST_CASE("integers are read within their bounds") {
    const Json json{{"big", std::uint64_t{18446744073709551615U}}, {"real", 1.0}, {"text", "12"}, {"padded", "012"}};
    const JsonReader in = JsonReader::open(json).value();
    CHECK_FALSE(in.integer("big", 0, kMaxJsonInteger));
    CHECK_FALSE(in.integer("real", 0, 10));
    CHECK_FALSE(in.integer("missing", 0, 10));
    CHECK(in.longInteger("text").value() == 12);
    CHECK_FALSE(in.longInteger("padded"));
}
