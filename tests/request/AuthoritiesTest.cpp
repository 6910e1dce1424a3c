#include "request/Authorities.h"

#include "request/Countries.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::request;

TEST_CASE("The table of authorities is whole and dated") {
    const auto authorities = Authorities::builtIn();
    REQUIRE(authorities);
    CHECK(authorities->all().size() == 57);
    CHECK(authorities->seen() == "2026-07-21");
    CHECK(authorities->source().find("datenanfragen") != std::string::npos);
}

TEST_CASE("Every country of the EEA, the United Kingdom and Switzerland has an authority") {
    const auto authorities = Authorities::builtIn();
    const auto countries = Countries::builtIn();
    REQUIRE(authorities);
    REQUIRE(countries);
    for (const Country& country : countries->all()) {
        const bool covered = country.region == Region::Eea || country.region == Region::UnitedKingdom ||
                             country.region == Region::Switzerland;
        INFO(country.code);
        CHECK(authorities->in(country.code).empty() == !covered);
    }
    CHECK(authorities->in("DE").size() == 26);
    CHECK(authorities->in("IE").front().email == "info@dataprotection.ie");
}

TEST_CASE("What is only recalled about an authority says so") {
    const auto authorities = Authorities::builtIn();
    REQUIRE(authorities);
    const auto notes = authorities->notesFor("IE");
    REQUIRE(notes.size() == 2);
    CHECK(notes.front().role == "lead");
    CHECK(notes.front().certainty == Certainty::Primary);
    CHECK(notes.back().role == "address");
    CHECK(notes.back().certainty == Certainty::Recalled);
    // The announced address must not have replaced the one that is documented.
    CHECK(authorities->in("IE").front().address.find("Fitzwilliam") != std::string::npos);
}

TEST_CASE("A broken table of authorities is refused with its place") {
    CHECK_FALSE(Authorities::parse("{}"));
    const auto broken = Authorities::parse(R"({"schema": "exhibit17-authorities/1", "source": "s", "seen": "2026",
        "authorities": [{"country": "DE", "name": 1}], "notes": []})");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().object == "/authorities/0/name");
}
