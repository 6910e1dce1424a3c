#include "request/Countries.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::request;

namespace {

Countries table() {
    auto countries = Countries::builtIn();
    REQUIRE(countries);
    return std::move(*countries);
}

} // namespace

TEST_CASE("The table holds every country, and the EEA as it is") {
    const Countries countries = table();
    CHECK(countries.all().size() == 250); // 249 of ISO 3166-1, and XK
    const auto count = [&](Region region) {
        return std::count_if(countries.all().begin(), countries.all().end(),
                             [&](const Country& country) { return country.region == region; });
    };
    CHECK(count(Region::Eea) == 30);
    CHECK(count(Region::UnitedKingdom) == 1);
    CHECK(count(Region::Switzerland) == 1);
    for (const char* code : {"DE", "AT", "IE", "IS", "LI", "NO", "HR", "GR"})
        CHECK(countries.find(code)->region == Region::Eea);
    CHECK(countries.find("GB")->region == Region::UnitedKingdom);
    CHECK(countries.find("CH")->region == Region::Switzerland);
    for (const char* code : {"US", "BR", "TR", "UA", "GI", "JE", "MC", "XK"})
        CHECK(countries.find(code)->region == Region::Other);
}

TEST_CASE("Territories that belong to an EEA state aren't guessed") {
    const Countries countries = table();
    for (const char* code : {"AX", "GF", "GP", "MQ", "MF", "RE", "YT", "SJ"}) {
        INFO(code);
        const Country* country = countries.find(code);
        REQUIRE(country != nullptr);
        CHECK(country->region == Region::Unresolved);
        REQUIRE(countries.find(country->state) != nullptr);
        CHECK(countries.find(country->state)->region == Region::Eea);
    }
}

TEST_CASE("A code is taken in either case, with spaces around it") {
    const Countries countries = table();
    for (const char* input : {"DE", "de", "De", " de\n"}) {
        const auto country = countries.check(input);
        REQUIRE(country);
        CHECK(country->code == "DE");
        CHECK(country->nameIn("en") == "Germany");
        CHECK(country->nameIn("de") == "Deutschland");
    }
}

TEST_CASE("A name gets its code as a hint") {
    const Countries countries = table();
    const auto check = [&](const char* input, const char* hint) {
        const auto country = countries.check(input);
        INFO(input);
        REQUIRE_FALSE(country);
        CHECK(country.error().code == ErrorCode::InvalidArgument);
        CHECK(country.error().message.find(hint) != std::string::npos);
    };
    check("Germany", "DE for Germany");
    check("deutschland", "DE for Germany");
    check("Österreich", "AT for Austria");
    check("ÖSTERREICH", "AT for Austria");
    check("united kingdom", "GB for United Kingdom");
    check("UK", "GB for United Kingdom");
    check("el", "GR for Greece");
    check("D", "two letters");
    check("ZZ", "two letters");
    check("", "two letters");
    check("\xff\xfe", "two letters");
}
