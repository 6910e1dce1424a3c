#include "request/FormDirectory.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>

using namespace exhibit;
using namespace exhibit::request;

namespace {

constexpr const char* kConcern = "https://www.facebook.com/help/contact/1266025207620918";
constexpr const char* kSecondConcern = "https://www.facebook.com/help/contact/510058597920541";
constexpr const char* kErasure = "https://www.facebook.com/help/contact/259518714718624";

/// An EEA country, the two that stand alone, two of the rest, none given, no code at all, and a territory.
const std::vector<std::string> kCountries = {"DE", "GB", "CH", "US", "BR", "", "ZZ", "RE"};

const FormDirectory& directory() {
    static const FormDirectory builtIn = *FormDirectory::builtIn();
    return builtIn;
}

Selection selected(Wish wish, Surface surface, std::string_view country, std::string_view language = "en") {
    auto selection = directory().select(wish, surface, country, language);
    if (!selection)
        FAIL(selection.error().text());
    return std::move(*selection);
}

std::vector<std::string> urls(const Selection& selection, Standing standing) {
    std::vector<std::string> list;
    for (const Choice& choice : selection.choices)
        if (choice.standing == standing)
            list.push_back(choice.entry.url);
    return list;
}

bool warns(const std::vector<Warning>& warnings, std::string_view code) {
    return std::any_of(warnings.begin(), warnings.end(), [&](const Warning& w) { return w.code == code; });
}

std::string addresseeIds(const Selection& selection) {
    std::string ids;
    for (const ChosenAddressee& chosen : selection.addressees)
        ids += (ids.empty() ? "" : " ") + chosen.addressee.id + (chosen.role == AddresseeRole::Copy ? "(copy)" : "");
    return ids;
}

/// One row of selection.tsv: what is chosen, in order, by id.
std::string rowOf(const Selection& selection) {
    std::string row = std::string(name(selection.wish)) + '\t' + std::string(name(selection.surface)) + '\t' +
                      (selection.country.empty() ? "-" : selection.country) + '\t' +
                      std::string(name(selection.coverage)) + '\t';
    for (const Choice& choice : selection.choices)
        row += (row.back() == '\t' ? "" : " ") + choice.entry.id +
               (choice.standing == Standing::General ? "(general)" : "");
    return row + '\t' + addresseeIds(selection);
}

/// Calls `check` for every wish, surface and residence.
template <class Check>
void forAll(Check&& check) {
    for (const Wish wish : allWishes())
        for (const Surface surface : allSurfaces())
            for (const std::string& country : kCountries) {
                INFO(name(wish) << " on " << name(surface) << " in " << country);
                check(selected(wish, surface, country));
            }
}

} // namespace

TEST_CASE("Every wish, surface and residence gives what the reviewed table says") {
    std::ifstream file(TABLE);
    REQUIRE(file);
    std::string line;
    std::getline(file, line); // the heading
    std::vector<std::string> expected;
    while (std::getline(file, line))
        expected.push_back(line);
    std::vector<std::string> actual;
    forAll([&](const Selection& selection) { actual.push_back(rowOf(selection)); });
    REQUIRE(actual.size() == 6 * 8 * kCountries.size());
    REQUIRE(expected.size() == actual.size());
    for (std::size_t i = 0; i < actual.size(); ++i)
        CHECK(actual.at(i) == expected.at(i));
}

TEST_CASE("A concern goes to the form on Meta's own page, everywhere") {
    for (const Surface surface : allSurfaces())
        for (const std::string& country : kCountries) {
            if (surface == Surface::Other)
                continue;
            const Selection selection = selected(Wish::Concern, surface, country);
            INFO(name(surface) << " in " << country);
            CHECK(selection.coverage == Coverage::Known);
            CHECK(urls(selection, Standing::Specific) == std::vector<std::string>{kConcern, kSecondConcern});
            const Choice& first = selection.choices.front();
            CHECK(first.certainty == Certainty::Primary);
            CHECK(first.entry.seen == "2026-07-23");
            CHECK(warns(first.warnings, "declines-deletion"));
            CHECK_FALSE(warns(first.warnings, "secondary-only"));
            CHECK(warns(selection.choices.at(1).warnings, "secondary-only"));
            CHECK(warns(selection.warnings, "send-letter"));
        }
}

TEST_CASE("Erasure in the EEA goes to the erasure form of Meta's policy") {
    const Selection facebook = selected(Wish::Erasure, Surface::Facebook, "DE");
    CHECK(facebook.coverage == Coverage::Known);
    CHECK(facebook.choices.front().entry.url == kErasure);
    CHECK(facebook.choices.front().certainty == Certainty::Primary);
    CHECK(addresseeIds(facebook) == "meta-ireland");
    CHECK(facebook.advice.empty());
    for (const Surface surface : {Surface::MetaAi, Surface::Instagram, Surface::Messenger, Surface::MetaAiApp}) {
        const Selection other = selected(Wish::Erasure, surface, "FR");
        CHECK(other.choices.front().entry.url == kErasure);
        CHECK(other.choices.front().certainty == Certainty::Inferred);
        CHECK(warns(other.choices.front().warnings, "inferred"));
    }
}

TEST_CASE("Erasure of an AI chat in WhatsApp is addressed to Meta, with a copy to WhatsApp") {
    const Selection selection = selected(Wish::Erasure, Surface::WhatsApp, "AT");
    CHECK(selection.choices.front().entry.url == kErasure);
    CHECK(selection.choices.front().certainty == Certainty::Inferred);
    CHECK(addresseeIds(selection) == "meta-ireland whatsapp-ireland(copy)");
    const auto general = urls(selection, Standing::General);
    CHECK(std::count(general.begin(), general.end(), "https://www.whatsapp.com/contact/forms/382532939919295/") == 1);
}

TEST_CASE("Objections go to the form of the product") {
    const Selection facebook = selected(Wish::Objection, Surface::Facebook, "DE");
    CHECK(urls(facebook, Standing::Specific).front() == "https://www.facebook.com/help/contact/1994830130782319");
    CHECK(urls(facebook, Standing::Specific).at(1) == "https://www.facebook.com/help/contact/712876720715583");
    CHECK(warns(facebook.choices.at(1).warnings, "login"));
    CHECK(warns(facebook.choices.at(1).warnings, "old-copy"));
    CHECK(warns(facebook.choices.at(1).warnings, "secondary-only"));

    const auto instagram = urls(selected(Wish::Objection, Surface::Instagram, "IT"), Standing::Specific);
    CHECK(instagram.front() == "https://help.instagram.com/contact/117037592428568");
    CHECK(instagram.at(1) == "https://help.instagram.com/contact/767264225370182");
    CHECK(instagram.at(2) == "https://help.instagram.com/contact/233964459562201");

    const Selection whatsApp = selected(Wish::Objection, Surface::WhatsApp, "DE");
    CHECK(whatsApp.choices.front().entry.url == "https://www.whatsapp.com/contact/forms/382532939919295/");
    CHECK(whatsApp.choices.front().steps.find("How can I make an objection") != std::string::npos);
    CHECK(warns(whatsApp.choices.front().warnings, "whatsapp-refers-to-meta"));

    for (const char* country : {"GB", "CH", "US", "BR"})
        for (const Surface surface : {Surface::Facebook, Surface::Instagram})
            CHECK(urls(selected(Wish::Objection, surface, country), Standing::Specific) ==
                  std::vector<std::string>{"https://www.facebook.com/help/contact/6359191084165019"});
}

TEST_CASE("The controller depends on the residence, and what is only recalled says so") {
    CHECK(addresseeIds(selected(Wish::Erasure, Surface::MetaAi, "US")) == "meta-inc");
    const Selection british = selected(Wish::Erasure, Surface::Facebook, "GB");
    CHECK(addresseeIds(british) == "meta-inc");
    CHECK(warns(british.addressees.front().warnings, "recalled"));
    const Selection swiss = selected(Wish::Erasure, Surface::Facebook, "CH");
    CHECK(addresseeIds(swiss) == "meta-ireland");
    CHECK(warns(swiss.addressees.front().warnings, "recalled"));
    const Selection whatsApp = selected(Wish::Erasure, Surface::WhatsApp, "US");
    CHECK(addresseeIds(whatsApp) == "meta-inc whatsapp-llc(copy)");
    CHECK(warns(whatsApp.addressees.at(1).warnings, "no-postal-address"));
}

TEST_CASE("What isn't known is said, with the closest honest advice") {
    const Selection swiss = selected(Wish::Erasure, Surface::Facebook, "CH");
    CHECK(swiss.coverage == Coverage::Unknown);
    CHECK(urls(swiss, Standing::Specific).empty());
    CHECK(urls(swiss, Standing::General) == std::vector<std::string>{"https://help.meta.com/support/privacy/"});
    REQUIRE(warns(swiss.warnings, "unknown-form"));
    CHECK(swiss.warnings.front().text ==
          "Unknown: the directory knows no form for erasure on Facebook with residence in Switzerland.");
    CHECK(swiss.advice.find("Meta Platforms Ireland Limited") != std::string::npos);

    const Selection other = selected(Wish::Erasure, Surface::Other, "DE");
    CHECK(other.choices.empty());
    CHECK(other.pages.empty());
    CHECK(other.addressees.empty());
    CHECK(warns(other.warnings, "unknown-surface"));
    CHECK_FALSE(other.advice.empty());

    const Selection nowhere = selected(Wish::Erasure, Surface::Facebook, "");
    CHECK(nowhere.coverage == Coverage::Unknown);
    CHECK(warns(nowhere.warnings, "unknown-residence"));
    CHECK(warns(nowhere.warnings, "unknown-addressee"));
    CHECK(nowhere.addressees.empty());

    const Selection unlisted = selected(Wish::Concern, Surface::Facebook, "zz");
    CHECK(unlisted.country == "ZZ");
    CHECK(warns(unlisted.warnings, "unlisted-country"));

    const Selection territory = selected(Wish::Erasure, Surface::Facebook, "RE");
    CHECK(territory.coverage == Coverage::Unknown);
    REQUIRE(warns(territory.warnings, "unresolved-territory"));
    CHECK(std::any_of(territory.warnings.begin(), territory.warnings.end(),
                      [](const Warning& w) { return w.text.find("France (FR)") != std::string::npos; }));
}

TEST_CASE("A country's name in place of its code gets a hint") {
    for (const char* input : {"Germany", "deutschland", "UK", "D"}) {
        const auto selection = directory().select(Wish::Erasure, Surface::Facebook, input);
        INFO(input);
        REQUIRE_FALSE(selection);
        CHECK(selection.error().code == ErrorCode::InvalidArgument);
    }
    CHECK(selected(Wish::Erasure, Surface::Facebook, "de").country == "DE");
}

TEST_CASE("What holds for every selection") {
    forAll([](const Selection& selection) {
        const bool known = !urls(selection, Standing::Specific).empty();
        CHECK((selection.coverage == Coverage::Known) == known);
        if (selection.coverage == Coverage::Unknown) {
            CHECK((warns(selection.warnings, "unknown-form") || warns(selection.warnings, "unknown-surface")));
            CHECK_FALSE(selection.advice.empty());
        }
        std::set<std::string> ids;
        Standing last = Standing::Specific;
        for (const Choice& choice : selection.choices) {
            CHECK(ids.insert(choice.entry.id).second);
            CHECK(choice.entry.status == Status::Current);
            CHECK_FALSE(choice.entry.url.empty());
            CHECK_FALSE(choice.entry.seen.empty());
            CHECK_FALSE(choice.entry.sources.empty());
            CHECK_FALSE(choice.why.empty());
            CHECK(choice.certainty != Certainty::Unresolved);
            CHECK((choice.certainty != Certainty::Secondary || warns(choice.warnings, "secondary-only") ||
                   warns(choice.warnings, "secondary-use")));
            CHECK((choice.certainty != Certainty::Recalled || warns(choice.warnings, "recalled")));
            CHECK(choice.standing >= last);
            last = choice.standing;
        }
        for (const Choice& page : selection.pages) {
            CHECK(page.standing == Standing::Information);
            CHECK_FALSE(page.entry.seen.empty());
        }
        for (const ChosenAddressee& chosen : selection.addressees)
            CHECK((chosen.certainty != Certainty::Recalled || warns(chosen.warnings, "recalled")));
        CHECK(selection.directory == "2026-11.1");
        CHECK(selection.compiled == "2026-11");
    });
}

TEST_CASE("The three routes stay separate") {
    forAll([](const Selection& selection) {
        for (const Choice& choice : selection.choices) {
            if (selection.wish != Wish::Erasure)
                CHECK(choice.entry.url != kErasure);
            if (selection.wish == Wish::Erasure)
                CHECK((choice.entry.url != kConcern && choice.entry.url != kSecondConcern));
            // A form that declines a wish must never be chosen for it.
            const auto& declines = choice.entry.declines;
            CHECK(std::find(declines.begin(), declines.end(), name(selection.wish)) == declines.end());
        }
    });
}

TEST_CASE("Deleting in the app is offered only with the warning to capture first") {
    const Selection selection = selected(Wish::Erasure, Surface::WhatsApp, "DE");
    const auto reset = std::find_if(selection.pages.begin(), selection.pages.end(),
                                    [](const Choice& page) { return page.entry.id == "reset-command"; });
    REQUIRE(reset != selection.pages.end());
    CHECK(warns(reset->warnings, "capture-first"));
}

TEST_CASE("Sentences come in German too") {
    const Selection selection = selected(Wish::Erasure, Surface::Glasses, "DE", "de");
    REQUIRE_FALSE(selection.warnings.empty());
    CHECK(selection.warnings.front().text ==
          "Unbekannt: Das Verzeichnis kennt kein Formular für Löschung auf KI-Brillen mit Wohnsitz Deutschland.");
    CHECK(selection.choices.front().why.find("Kontaktseite") != std::string::npos);
}
