#include "request/PasteSheet.h"

#include "request/CaseForms.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::request;

namespace {

const FormDirectory& directory() {
    static const FormDirectory builtIn = *FormDirectory::builtIn();
    return builtIn;
}

PasteInput input(std::string_view country = "DE") {
    PasteInput input;
    input.details.subject = {"Ada Maria Example", "ada@example.org", ""};
    input.details.country = country;
    input.details.wishes = {Wish::Concern, Wish::Erasure, Wish::Objection};
    REQUIRE(chooseForms(input.details, directory()));
    input.prompts = {{1, "Who is Ada?\nTell me all."}};
    return input;
}

PasteSheet sheet(Wish wish, const PasteInput& input, std::string_view language = "en") {
    auto made = pasteSheet(wish, input, directory(), *Strings::load(language));
    REQUIRE(made);
    return *std::move(made);
}

const PasteField& field(const PasteSheet& sheet, std::string_view id) {
    const auto at =
        std::find_if(sheet.fields.begin(), sheet.fields.end(), [&](const PasteField& field) { return field.id == id; });
    if (at == sheet.fields.end())
        FAIL("no field " << id);
    return *at;
}

} // namespace

TEST_CASE("The form for AI answers is filled field by field") {
    PasteInput in = input();
    Letter letter;
    letter.subject = "About answers";
    letter.blocks = {{"", BlockKind::Paragraph, "Please act.", {}, {}},
                     {"", BlockKind::Table, "In brief:", {}, {{"Exhibit"}, {"1"}}},
                     {"", BlockKind::Numbered, "Claims:", {"one", "two"}, {}}};
    in.letter = &letter;
    const PasteSheet made = sheet(Wish::Concern, in);
    CHECK(made.fieldsKnown);
    CHECK(made.form.url == "https://www.facebook.com/help/contact/1266025207620918");
    CHECK(field(made, "request-type").action == PasteAction::Choose);
    CHECK(field(made, "request-type").value.find("concern about my personal information") != std::string::npos);
    CHECK(field(made, "country").value == "Germany");
    CHECK(field(made, "first-name").value == "Ada Maria");
    CHECK(field(made, "surname").value == "Example");
    CHECK(field(made, "email").value == "ada@example.org");
    CHECK(field(made, "prompts").value == "Who is Ada?\nTell me all.");
    CHECK(field(made, "prompts").required == Requirement::Yes);
    CHECK(field(made, "evidence").action == PasteAction::Attach);
    CHECK(field(made, "context").value == "About answers\n\nPlease act.\n\nClaims:\n1. one\n2. two");
    CHECK(field(made, "security-check").action == PasteAction::Fill);
    CHECK(field(made, "security-check").value.empty());
    CHECK(field(sheet(Wish::Concern, in, "de"), "country").value == "Deutschland");
}

TEST_CASE("The person's own words before the table stay") {
    Letter letter;
    letter.subject = "S";
    letter.blocks = {{"", BlockKind::Table, "I insist:", {}, {{"No."}, {"1"}}}};
    CHECK(wordsOf(letter) == "S");
    letter.ownWords = true;
    CHECK(wordsOf(letter) == "S\n\nI insist:");
}

TEST_CASE("What isn't known is left to the person, and said") {
    PasteInput in = input();
    in.details.subject.email.clear();
    CHECK(field(sheet(Wish::Concern, in), "email").action == PasteAction::Fill);
    CHECK(field(sheet(Wish::Concern, in), "email").note == "The case doesn’t say.");
    in.details.country.clear();
    const PasteField country = field(sheet(Wish::Concern, in), "country");
    CHECK(country.action == PasteAction::Fill);
    CHECK_FALSE(country.note.empty());
    in.details.subject.name = "Ada";
    CHECK(field(sheet(Wish::Concern, in), "first-name").action == PasteAction::Fill);
    CHECK(field(sheet(Wish::Concern, in), "surname").value == "Ada");
    // A lawyer gets the answers.
    in.details.representative = {"Lea Lawyer", "lea@law.example", ""};
    CHECK(field(sheet(Wish::Concern, in), "email").value == "lea@law.example");
}

TEST_CASE("Several prompts are named like their exhibits") {
    PasteInput in = input();
    in.prompts.push_back({4, "And now?"});
    CHECK(field(sheet(Wish::Concern, in), "prompts").value ==
          "Exhibit 1: Who is Ada?\nTell me all.\n\nExhibit 4: And now?");
}

TEST_CASE("A form whose fields aren't on record gets the usual ones") {
    PasteInput in = input();
    const PasteSheet erasure = sheet(Wish::Erasure, in);
    CHECK_FALSE(erasure.fieldsKnown);
    CHECK(field(erasure, "name").value == "Ada Maria Example");
    FormUse replaced;
    replaced.id = "meta-ai-concern";
    useForm(in.details, *ownLink("https://www.facebook.com/help/contact/42", replaced));
    const PasteSheet own = sheet(Wish::Concern, in);
    CHECK_FALSE(own.fieldsKnown);
    CHECK(own.form.overridden);
    CHECK(own.title == "www.facebook.com");
}

TEST_CASE("The person's grounds go into the field for reasons") {
    PasteInput in = input();
    in.details.grounds = "I am a teacher.";
    FormUse form = useOf(*directory().find("facebook-objection-ai-training-eu"), Wish::Objection, "en");
    useForm(in.details, form);
    CHECK(field(sheet(Wish::Objection, in), "impact").value == "I am a teacher.");
    in.details.grounds.clear();
    CHECK(field(sheet(Wish::Objection, in), "impact").action == PasteAction::Fill);
}

TEST_CASE("A wish without a form has no sheet") {
    PasteInput in = input();
    in.details.forms.clear();
    const auto none = pasteSheet(Wish::Concern, in, directory(), *Strings::load("en"));
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::NotFound);
}

TEST_CASE("Forms of a case keep the order of its wishes, and the person's own link") {
    CaseDetails details = input().details;
    const FormUse own = *ownLink("https://www.facebook.com/help/contact/42", *formFor(details, Wish::Erasure));
    useForm(details, own);
    REQUIRE(details.forms.size() == 3);
    CHECK(details.forms[1] == own);
    details.country = "AT";
    REQUIRE(chooseForms(details, directory()));
    CHECK(*formFor(details, Wish::Erasure) == own);
    details.wishes = {Wish::Concern};
    REQUIRE(chooseForms(details, directory()));
    CHECK(details.forms.size() == 1);
    CHECK(formFor(details, Wish::Erasure) == nullptr);
}
