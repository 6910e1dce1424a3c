#include "ocr/PersonalData.h"

#include "ocr/Patterns.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::ocr;

namespace {

/// "category: words", one after the other.
std::string byForm(const std::string& text) {
    std::string all;
    for (const FormedDatum& datum : findByForm(text))
        all += (all.empty() ? "" : "; ") + std::string(datum.category) + ": " +
               text.substr(datum.begin, datum.end - datum.begin);
    return all;
}

std::string found(const std::string& text, const std::vector<KnownDatum>& known) {
    std::string all;
    for (const FoundWords& words : findPersonalData(text, known))
        all += (all.empty() ? "" : "; ") + words.category + ": " + text.substr(words.begin, words.end - words.begin);
    return all;
}

CaseDetails jonas() {
    CaseDetails details;
    details.subject = {"Jonas Fährmann-Müller", "jonas@faehrmann.example", "Am See 3\n88131 Lindau"};
    return details;
}

} // namespace

TEST_CASE("E-mail addresses") {
    CHECK(byForm("Write to j.faehrmann@kessler-partner.example.") == "email: j.faehrmann@kessler-partner.example");
    CHECK(byForm("(mail: a+b@x.co)") == "email: a+b@x.co");
    CHECK(byForm("is j.faehrmann@kessler-\npartner.example and") == "email: j.faehrmann@kessler-\npartner.example");
    CHECK(byForm("@jonas wrote at 5 @ home, x@y") == "");
    CHECK(byForm("müller@bücher.example") == "email: müller@bücher.example");
}

TEST_CASE("Phone numbers, and what isn't one") {
    CHECK(byForm("His number is +49 8382 555 0147 and") == "phone: +49 8382 555 0147");
    CHECK(byForm("Tel. 08382/5550147, mobil 0171 555-0147.") == "phone: 08382/5550147; phone: 0171 555-0147");
    CHECK(byForm("+49 (0) 8382 555 0147") == "phone: +49 (0) 8382 555 0147");
    CHECK(byForm("0049 8382 5550147") == "phone: 0049 8382 5550147");
    CHECK(byForm("call (555) 555-0147 or 555-555-0147") == "phone: (555) 555-0147; phone: 555-555-0147");
    CHECK(byForm("+49\n8382\n5550147") == "phone: +49\n8382\n5550147");
    for (const char* other : {"between 2019 and 2023", "on 01.02.2023 at 10:00", "0.5 and 0,75 %", "2019-05-06",
                              "https://www.facebook.com/help/contact/510058597920541", "1.000.000 Euro", "Art. 17 (1)",
                              "12 345 678 Euro", "007", "10:01", "version 0815", "+5", "30 Tage (1 Monat)"}) {
        INFO(other);
        CHECK(byForm(other).empty());
    }
}

TEST_CASE("Bank accounts have a right check number") {
    CHECK(byForm("IBAN DE89 3704 0044 0532 0130 00, thanks") == "finance: DE89 3704 0044 0532 0130 00");
    CHECK(byForm("GB82WEST12345698765432") == "finance: GB82WEST12345698765432");
    CHECK(byForm("IBAN DE88 3704 0044 0532 0130 00").find("finance") == std::string::npos);
}

TEST_CASE("Addresses of houses, and numbers before words") {
    CHECK(byForm("He lives at Seestraße 14, 88131 Lindau (Bodensee).") ==
          "address: Seestraße 14, 88131 Lindau (Bodensee)");
    CHECK(byForm("Hauptstr. 5a in Berlin") == "address: Hauptstr. 5a");
    CHECK(byForm("wohnt Lange Straße 7, 60311 Frankfurt am Main. Er") ==
          "address: Lange Straße 7, 60311 Frankfurt am Main");
    CHECK(byForm("Rathausplatz 1, 88131 Lindau") == "address: Rathausplatz 1, 88131 Lindau");
    CHECK(byForm("lives at 10 Downing Street, London SW1A 2AA.") == "address: 10 Downing Street, London SW1A 2AA");
    CHECK(byForm("habite 12, rue de la Paix, 75002 Paris.") == "address: 12, rue de la Paix, 75002 Paris");
    for (const char* other : {"10000 Menschen leben dort", "er kam auf Startplatz 3 ins Ziel", "Markt 5 ist offen",
                              "In 2019 The Way was long", "Artikel 17 DSGVO", "Straße und 5 Häuser", "88131 Lindau"}) {
        INFO(other);
        CHECK(byForm(other).empty());
    }
}

TEST_CASE("What the case knows is found as a machine may have read it") {
    const auto known = knownData(jonas(), std::vector<std::string>{"@jonas.fm", "logged out"});
    CHECK(found("What about JONAS FÄHRMANN-MÜLLER from Lindau?", known) == "name: JONAS FÄHRMANN-MÜLLER");
    CHECK(found("What about Jonas Fahrmann-Miller?", known) == "name: Jonas Fahrmann-Miller");
    CHECK(found("Herr Fährmann-Müller wohnt Am See 3 in 88131\nLindau.", known) ==
          "name: Fährmann-Müller; address: Am See 3; address: 88131\nLindau");
    CHECK(found("See @jonas.fm; you are logged out.", known) == "account: @jonas.fm");
    CHECK(found("jonas@faehrmann.example", known) == "email: jonas@faehrmann.example");
    CHECK(found("Jonas ate a fish.", known).empty());
    CHECK(found("", known).empty());
    CHECK(knownData({}, {}).empty());
}

TEST_CASE("Places in a picture go line by line, with room around them") {
    Reading reading;
    reading.lines.push_back({{{"Mr", {0, 0, 20, 10}, 90}, {"Jonas", {30, 0, 50, 10}, 90}}, 1});
    reading.lines.push_back({{{"Fährmann-Müller,", {0, 20, 140, 12}, 90}, {"tall", {150, 20, 30, 10}, 90}}, 1});
    const auto places = findPersonalData(reading, 200, 33, knownData(jonas(), {}));
    REQUIRE(places.size() == 2);
    CHECK(places[0].region == Region{28, 0, 54, 12});
    CHECK(places[0].words == "Jonas");
    CHECK(places[0].category == "name");
    CHECK(places[1].region == Region{0, 18, 142, 15});
}
