#include "request/Letter.h"

#include "request/EmbeddedFile.h"
#include "request/LetterData.h"
#include "request/LetterText.h"
#include "request/Strings.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <set>

using namespace exhibit;
using namespace exhibit::request;

namespace {

const std::vector<LetterKind> kKinds = {LetterKind::Concern, LetterKind::Erasure, LetterKind::Rectification,
                                        LetterKind::Access};

const FormDirectory& directory() {
    static const FormDirectory builtIn = *FormDirectory::builtIn();
    return builtIn;
}

LetterInput input(LetterKind kind, std::string_view language = "en", std::string_view country = "DE") {
    LetterInput input;
    input.kind = kind;
    input.details.subject = {"Ada Example", "ada@example.org", "1 Sample Street\n12345 Town"};
    input.details.country = country;
    input.details.surface = Surface::MetaAi;
    input.details.wishes = {Wish::Erasure, Wish::Objection};
    input.details.language = language;
    input.date = "22 November 2026";
    input.exhibits = {{1, "2026-11-20", "Who is Ada Example?", "Ada Example lives at ...", std::string(64, 'a')},
                      {3, "2026-11-21", "Where does she live?", "At 1 Sample Street.", ""}};
    return input;
}

Letter composed(const LetterInput& input) {
    auto letter = compose(input, directory());
    if (!letter)
        FAIL(letter.error().text());
    return std::move(*letter);
}

bool hasClause(const Letter& letter, std::string_view id) {
    return std::any_of(letter.blocks.begin(), letter.blocks.end(),
                       [&](const LetterBlock& block) { return block.clause == id; });
}

const LetterBlock& clause(const Letter& letter, std::string_view id) {
    const auto at = std::find_if(letter.blocks.begin(), letter.blocks.end(),
                                 [&](const LetterBlock& block) { return block.clause == id; });
    if (at == letter.blocks.end())
        FAIL("no clause " << id);
    return *at;
}

/// Calls `check` with every letter in every language and every combination of what a case may hold.
template <class Check>
void forAllLetters(Check&& check) {
    for (const LetterKind kind : kKinds)
        for (const std::string_view language : Strings::languages())
            for (unsigned bits = 0; bits < 256; ++bits) {
                LetterInput in = input(kind, language);
                in.details.wishes = {(bits & 1) != 0 ? Wish::Objection : Wish::Erasure};
                if ((bits & 2) != 0)
                    in.details.wishes.push_back(Wish::Restriction);
                if ((bits & 4) != 0)
                    in.details.representative = {"Lea Lawyer", "lea@law.example", ""};
                in.details.surface = (bits & 8) != 0 ? Surface::WhatsApp : Surface::Facebook;
                in.specialCategories = (bits & 16) != 0;
                if ((bits & 32) != 0)
                    in.falseStatements = {{1, "She was convicted.", ""}};
                if ((bits & 64) != 0)
                    in.details.grounds = "I am a teacher.";
                if ((bits & 128) != 0)
                    in.details.subject.email.clear();
                check(in, composed(in));
            }
}

} // namespace

TEST_CASE("An erasure letter goes to Meta in Dublin and puts the claims in the alternative") {
    const Letter letter = composed(input(LetterKind::Erasure));
    CHECK(letter.addressee == std::vector<std::string>{"Meta Platforms Ireland Limited", "ATTN: Privacy Operations",
                                                       "Merrion Road", "Dublin 4", "D04 X2K5", "Ireland"});
    CHECK(letter.sender == std::vector<std::string>{"Ada Example", "1 Sample Street", "12345 Town", "ada@example.org"});
    CHECK(letter.copies.empty());
    CHECK(letter.signature == "Ada Example");
    CHECK(letter.subject.find("Article 17") != std::string::npos);
    CHECK(letter.subject.find("Article 21") != std::string::npos);
    const LetterBlock& claims = clause(letter, "erasure-claims");
    CHECK(claims.kind == BlockKind::Numbered);
    CHECK(claims.items.size() == 3);
    const std::vector<std::string> inOrder = {"exhibits",  "identification", "erasure", "grounds", "exceptions",
                                              "objection", "anonymity",      "test",    "others",  "services",
                                              "deadline",  "refusal",        "purpose", "reserve"};
    std::size_t next = 0;
    for (const LetterBlock& block : letter.blocks)
        if (next < inOrder.size() && block.clause == inOrder.at(next))
            ++next;
    CHECK(next == inOrder.size());
}

TEST_CASE("The table of exhibits has a row for each, under its heading") {
    const Letter letter = composed(input(LetterKind::Concern));
    const LetterBlock& table = clause(letter, "exhibits");
    REQUIRE(table.kind == BlockKind::Table);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows.front().front() == "No.");
    CHECK(table.rows.at(2) ==
          std::vector<std::string>{"3", "2026-11-21", "Where does she live?", "At 1 Sample Street.", ""});
    for (const auto& row : table.rows)
        CHECK(row.size() == 5);
}

TEST_CASE("Wishes decide what an erasure letter asks for") {
    LetterInput in = input(LetterKind::Erasure);
    in.details.wishes = {Wish::Erasure};
    const Letter erasure = composed(in);
    CHECK(erasure.subject.find("Article 21") == std::string::npos);
    CHECK_FALSE(hasClause(erasure, "objection"));
    CHECK(clause(erasure, "grounds").items.size() == 3);

    in.details.wishes = {Wish::Objection};
    in.details.grounds = "I was the victim of a crime {and} moved.";
    const Letter objection = composed(in);
    CHECK(objection.subject.starts_with("Objection"));
    CHECK_FALSE(hasClause(objection, "erasure"));
    CHECK_FALSE(hasClause(objection, "anonymity"));
    CHECK(clause(objection, "objection-grounds").text.find("a crime {and} moved.") != std::string::npos);

    in.details.wishes = {Wish::Restriction};
    const Letter restriction = composed(in);
    CHECK(restriction.subject.find("Article 18") != std::string::npos);
    CHECK(clause(restriction, "restriction").items.size() == 1);

    in.details.wishes = {Wish::Access};
    CHECK(compose(in, directory()).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("False statements are named, with what is right") {
    LetterInput in = input(LetterKind::Rectification);
    in.falseStatements = {{1, "She was convicted.", "She was acquitted."}, {3, "Born in 1950.", ""}};
    const Letter letter = composed(in);
    const LetterBlock& list = clause(letter, "false-statements");
    REQUIRE(list.items.size() == 2);
    CHECK(list.items.at(0) == "Exhibit 1: “She was convicted.”. Correct is: She was acquitted.");
    CHECK(list.items.at(1) == "Exhibit 3: “Born in 1950.”");
    CHECK_FALSE(hasClause(letter, "which-marked"));
    in.falseStatements = {{2, "", "She was acquitted.", 4}, {2, "", "", 5}};
    CHECK(clause(composed(in), "false-statements").items ==
          std::vector<std::string>{
              "Exhibit 2: what is marked 4 in the picture. Correct is: She was acquitted.",
              "Exhibit 2: what is marked 5 in the picture",
          });
    in.falseStatements.clear();
    CHECK(hasClause(composed(in), "which-marked"));
    in.kind = LetterKind::Erasure;
    CHECK_FALSE(hasClause(composed(in), "false-intro"));
    in.someStatementsAreFalse = true;
    CHECK(hasClause(composed(in), "false-intro"));
    CHECK_FALSE(hasClause(composed(in), "false-statements"));
}

TEST_CASE("A representative writes in the person's name, and gets the reply") {
    LetterInput in = input(LetterKind::Access, "de");
    in.details.representative = {"Lea Lawyer", "lea@law.example", "2 Court Lane\r\n54321 City\n"};
    in.details.reference = "17/2026";
    const Letter letter = composed(in);
    CHECK(letter.sender == std::vector<std::string>{"Lea Lawyer", "2 Court Lane", "54321 City", "lea@law.example"});
    CHECK(letter.signature == "Ada Example, vertreten durch Lea Lawyer");
    CHECK(letter.reference == "Zeichen: 17/2026");
    CHECK(letter.blocks.front().clause == "representative");
    CHECK(clause(letter, "reply").text.find("lea@law.example") != std::string::npos);
}

TEST_CASE("An AI chat in WhatsApp: the letter to Meta, a copy to WhatsApp") {
    LetterInput in = input(LetterKind::Erasure);
    in.details.surface = Surface::WhatsApp;
    const Letter letter = composed(in);
    CHECK(letter.addressee.front() == "Meta Platforms Ireland Limited");
    REQUIRE(letter.copies.size() == 1);
    CHECK(letter.copies.front().find("Copy to: WhatsApp Ireland Limited, Attn: Privacy Policy") == 0);
    CHECK(hasClause(letter, "whatsapp"));
    CHECK_FALSE(letter.warnings.empty());
}

TEST_CASE("Letters that rest on the GDPR aren't written for other residences") {
    for (const char* country : {"GB", "CH", "US", "", "RE"})
        for (const LetterKind kind : {LetterKind::Erasure, LetterKind::Rectification, LetterKind::Access}) {
            const auto letter = compose(input(kind, "en", country), directory());
            INFO(country);
            REQUIRE_FALSE(letter);
            CHECK(letter.error().code == ErrorCode::Unsupported);
        }
    const auto kinds = [](std::vector<Wish> wishes, std::string_view country) {
        return lettersFor(wishes, country, directory().countries());
    };
    CHECK(kinds({Wish::Concern, Wish::Erasure, Wish::Objection, Wish::Access}, "DE") ==
          std::vector<LetterKind>{LetterKind::Concern, LetterKind::Erasure, LetterKind::Access});
    CHECK(kinds({Wish::Erasure, Wish::Access}, "US") == std::vector<LetterKind>{LetterKind::Concern});
    CHECK(kinds({Wish::Erasure}, "") == std::vector<LetterKind>{LetterKind::Concern});
    CHECK(kinds({}, "DE").empty());
}

TEST_CASE("Outside the EEA the concern letter names no law that may not apply") {
    for (const std::string_view language : Strings::languages())
        for (const char* country : {"GB", "CH", "US", "BR"}) {
            LetterInput in = input(LetterKind::Concern, language, country);
            in.falseStatements = {{1, "x", "y"}};
            in.specialCategories = true;
            const std::string text = editableText(composed(in));
            INFO(language << " " << country);
            for (const char* word : {"GDPR", "DSGVO", "Article", "Artikel", "EDPB", "EDSA"})
                CHECK(text.find(word) == std::string::npos);
        }
    CHECK(composed(input(LetterKind::Concern, "en", "US")).addressee.front() == "Meta Platforms, Inc.");
    CHECK(editableText(composed(input(LetterKind::Concern))).find("GDPR") != std::string::npos);
}

TEST_CASE("Without a known addressee the person must name one") {
    LetterInput in = input(LetterKind::Concern, "en", "");
    CHECK(compose(in, directory()).error().code == ErrorCode::InvalidArgument);
    in.addressee = {"Other AI Ltd", "1 Road", "Dublin"};
    in.details.surface = Surface::Other;
    const Letter letter = composed(in);
    CHECK(letter.addressee.front() == "Other AI Ltd");
    CHECK(hasClause(letter, "opening-other"));
    CHECK(editableText(letter).find("Meta") == std::string::npos);
}

TEST_CASE("A letter needs a name, an exhibit and a language that there is") {
    LetterInput in = input(LetterKind::Concern);
    in.details.subject.name.clear();
    CHECK(compose(in, directory()).error().code == ErrorCode::InvalidArgument);
    in = input(LetterKind::Concern);
    in.exhibits.clear();
    CHECK(compose(in, directory()).error().code == ErrorCode::InvalidArgument);
    in = input(LetterKind::Concern, "fr");
    CHECK(compose(in, directory()).error().code == ErrorCode::Unsupported);
}

TEST_CASE("Every letter in every combination is whole") {
    forAllLetters([](const LetterInput& in, const Letter& letter) {
        const std::string text = editableText(letter);
        INFO(text);
        REQUIRE(placeholdersOf(text).empty());
        REQUIRE_FALSE(letter.subject.empty());
        REQUIRE_FALSE(letter.notice.empty());
        REQUIRE(text.find(letter.notice) == std::string::npos);
        REQUIRE(text.find("Grand Canal") == std::string::npos);
        const Person& sender = in.details.representative.name.empty() ? in.details.subject : in.details.representative;
        REQUIRE(hasClause(letter, "reply") == !sender.email.empty());
        REQUIRE(hasClause(letter, "reply-post") == (sender.email.empty() && !sender.address.empty()));
        REQUIRE(hasClause(letter, "representative") == !in.details.representative.name.empty());
        REQUIRE(letter.copies.size() == (in.details.surface == Surface::WhatsApp ? 1 : 0));
        for (const LetterBlock& block : letter.blocks) {
            const bool list = block.kind == BlockKind::Bullets || block.kind == BlockKind::Numbered;
            REQUIRE_FALSE(block.text.empty());
            REQUIRE(list == !block.items.empty());
        }
        REQUIRE(letter.blocks.back().kind != BlockKind::Heading);
        for (std::size_t i = 0; i + 1 < letter.blocks.size(); ++i)
            REQUIRE(
                (letter.blocks.at(i).kind != BlockKind::Heading || letter.blocks.at(i + 1).kind != BlockKind::Heading));
    });
}

TEST_CASE("Only provisions that are certain are cited") {
    const std::set<std::string> articles = {"5", "9", "11", "12", "15", "16", "17", "18", "19", "21", "77", "79", "82"};
    const std::set<std::string> paragraphs = {"34", "43", "107", "114", "134"};
    const std::regex article("(?:Articles?|Artikeln?|Artikels) ([0-9]+)");
    const std::regex paragraph("(?:paragraph|Randnummer) ([0-9]+)");
    const auto check = [](const std::string& text, const std::regex& pattern, const std::set<std::string>& known) {
        std::size_t found = 0;
        for (auto at = std::sregex_iterator(text.begin(), text.end(), pattern); at != std::sregex_iterator(); ++at) {
            INFO(at->str());
            CHECK(known.count((*at)[1].str()) == 1);
            ++found;
        }
        return found;
    };
    for (const std::string_view language : Strings::languages()) {
        std::size_t found = 0;
        for (const LetterKind kind : kKinds) {
            const auto data = loadLetterTemplate(name(kind), language);
            REQUIRE(data);
            for (const Clause& clause : data->clauses) {
                std::string text = clause.text;
                for (const ConditionalText& item : clause.items)
                    text += "\n" + item.text;
                INFO(clause.id);
                const std::size_t cited = check(text, article, articles) + check(text, paragraph, paragraphs);
                // What cites a provision names it as its basis.
                CHECK((cited == 0 || !clause.basis.empty()));
                found += cited;
            }
        }
        CHECK(found > 40);
    }
}

TEST_CASE("Both languages have the same clauses under the same conditions") {
    for (const LetterKind kind : kKinds) {
        const auto english = loadLetterTemplate(name(kind), "en");
        const auto german = loadLetterTemplate(name(kind), "de");
        REQUIRE(english);
        REQUIRE(german);
        CHECK(english->version == german->version);
        CHECK(english->gdprOnly == german->gdprOnly);
        REQUIRE(english->clauses.size() == german->clauses.size());
        for (std::size_t i = 0; i < english->clauses.size(); ++i) {
            const Clause& a = english->clauses.at(i);
            const Clause& b = german->clauses.at(i);
            INFO(a.id);
            CHECK(a.id == b.id);
            CHECK(a.kind == b.kind);
            CHECK(a.when == b.when);
            CHECK(a.basis == b.basis);
            CHECK(placeholdersOf(a.text) == placeholdersOf(b.text));
            REQUIRE(a.items.size() == b.items.size());
            for (std::size_t item = 0; item < a.items.size(); ++item)
                CHECK(a.items.at(item).when == b.items.at(item).when);
        }
    }
}

TEST_CASE("Broken letter data is refused") {
    const std::string_view common = *embeddedFile("letters/en/common.json");
    const auto refused = [&](const char* clauses) {
        const std::string letter = std::string(R"({"schema": "exhibit17-letter/1", "id": "concern", "language": "en",
            "version": "1", "residence": ["any"], "subjects": [{"text": "s"}], "clauses": )") +
                                   clauses + "}";
        return !parseLetterTemplate(letter, common);
    };
    CHECK_FALSE(refused("[]"));
    CHECK_FALSE(refused(R"(["evidence"])"));
    CHECK(refused(R"(["nothing"])"));
    CHECK(refused(R"([1])"));
    CHECK(refused(R"({})"));
    CHECK(refused(R"([{"id": "a", "kind": "song", "text": "t"}])"));
    CHECK(refused(R"([{"id": "a", "kind": "paragraph", "text": "t", "when": ["moon"]}])"));
    CHECK(refused(R"([{"id": "a", "kind": "paragraph", "text": "t", "more": 1}])"));
    CHECK_FALSE(parseLetterTemplate("{}", common));
    CHECK_FALSE(parseLetterTemplate("", ""));
}

TEST_CASE("Kinds of letters have stable names") {
    for (const LetterKind kind : kKinds)
        CHECK(*letterKindFromName(name(kind)) == kind);
    CHECK_FALSE(letterKindFromName("love"));
}
