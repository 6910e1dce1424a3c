#include "dossier/LookAlikes.h"

#include "dossier/DossierFixture.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::dossier;
using namespace exhibit::test;

namespace {

using Kind = LookAlike::Kind;
using Scripts = std::vector<std::string>;

LookAlike only(std::string_view text) {
    const auto found = lookAlikesIn(text, 10);
    INFO(text);
    REQUIRE(found.size() == 1);
    return found.front();
}

} // namespace

TEST_CASE("Addresses in other letters are named as the network knows them") {
    // "paypal" in Cyrillic but for its last letter
    const LookAlike mixed = only("Go to https://раураl.com/login?x=1, now.");
    CHECK(mixed.kind == Kind::Host);
    CHECK(mixed.shown == "раураl.com");
    CHECK(mixed.plain == "xn--l-7sba6dbr.com");
    CHECK(mixed.scripts == Scripts{"Cyrl", "Latn"});
    CHECK(only("see www.bücher.example.").plain == "www.xn--bcher-kva.example");
    CHECK(only("müller.de").scripts == Scripts{"Latn"});
    CHECK(only("(https://παράδειγμα.example:443/)").shown == "παράδειγμα.example");
    const LookAlike punycode = only("http://xn--80ak6aa92e.com");
    CHECK(punycode.kind == Kind::Punycode);
    CHECK(punycode.plain == "аррӏе.com");
    CHECK(punycode.scripts == Scripts{"Cyrl", "Latn"});
    const LookAlike disguised = only("https://facebook.com@evil.example/x");
    CHECK(disguised.kind == Kind::UserName);
    CHECK(disguised.plain == "evil.example");
    CHECK(lookAlikesIn("https://facebook.com@раураl.com/", 10).size() == 2);
}

TEST_CASE("Words that mix alphabets to look like others are named") {
    const LookAlike word = only("Write to pаypal, please"); // with a Cyrillic a
    CHECK(word.kind == Kind::Word);
    CHECK(word.plain == "paypal");
    CHECK(word.scripts == Scripts{"Cyrl", "Latn"});
    CHECK(only("Αnna").plain == "Anna"); // with a Greek capital alpha
}

TEST_CASE("What is as it seems has no note") {
    for (const std::string_view text :
         {"", "Plain text: a.b@example.org, https://www.facebook.com/help/contact/1?x=@y", "Größe, naïve, façade, Łódź",
          "Привет, мир. Как дела?", "Ποιος είναι;", "漢字かなカナ한글 and Latin", "Δt = 5 µs, 3 µm", "это.конец",
          "Das war schön.Dann ging er.", "конец.Next", "e.g. 3.14, z.B. ...", "https://", "@", "://.",
          "\xFF https://раураl.com"})
        CHECK(lookAlikesIn(text, 10).empty());
}

TEST_CASE("Each is named once, and a text full of them has an end") {
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "https://раураl.com https://b" + std::to_string(i) + "ü.example ";
    CHECK(lookAlikesIn(text, 10).size() == 10);
    const auto words = Wording::load("en");
    REQUIRE(words);
    CHECK(lookAlikeNotes(*words, text).size() == 9);
    CHECK(lookAlikesIn(std::string(100'000, '.') + "ü" + std::string(100'000, 'x'), 10).empty());
}

TEST_CASE("The pages say what an address hides, in both languages") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(capture(world, "Is https://раураl.com safe?", "Yes: pаypal is.", {})));
    for (const auto& [language, host, word] :
         {std::tuple{"en", "In the network its name is xn--l-7sba6dbr.com", "(Cyrillic, Latin)"},
          std::tuple{"de", "Im Netz heißt sie xn--l-7sba6dbr.com", "(Kyrillisch, Lateinisch)"}}) {
        dossier::ExportOptions options;
        options.language = language;
        const auto path = folder / (std::string(language) + ".pdf");
        (void)exportTo(world, *file, path, options);
        CHECK(verify(path).verdict == Verdict::IntactUnanchored);
        const std::string shown = run("pdftotext -raw " + quoted(path) + " - | tr '\\n' ' '").output;
        CHECK(shown.find(host) != std::string::npos);
        CHECK(shown.find(word) != std::string::npos);
    }
}
