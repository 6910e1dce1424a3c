#include "dossier/Drafts.h"

#include "core/Markup.h"
#include "dossier/DossierFixture.h"
#include "dossier/Markups.h"
#include "dossier/WordSearch.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::test;

namespace {

constexpr std::string_view kAnswerWords = "He works as a tax adviser.";

std::string pageText(const std::filesystem::path& dossier) {
    return run("pdftotext -layout " + quoted(dossier) + " -").output;
}

std::string oneSpaced(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    const auto doubled = [](char a, char b) { return a == ' ' && b == ' '; };
    text.erase(std::unique(text.begin(), text.end(), doubled), text.end());
    return text;
}

const dossier::LetterDraft& draft(const dossier::LetterDrafts& drafts, request::LetterKind kind) {
    const auto at = std::find_if(drafts.letters.begin(), drafts.letters.end(),
                                 [&](const dossier::LetterDraft& letter) { return letter.kind == kind; });
    REQUIRE(at != drafts.letters.end());
    return *at;
}

bool tells(const dossier::DisclosurePreview& preview, std::string_view value) {
    for (const dossier::DisclosedGroup& group : preview.groups)
        for (const dossier::DisclosedFact& fact : group.facts)
            if (fact.value.find(value) != std::string::npos)
                return true;
    return false;
}

} // namespace

TEST_CASE("A letter is edited, stands in the dossier, and can be taken back") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    const auto before = dossier::letterDrafts(file, {}, world.clock);
    REQUIRE(before);
    const request::LetterKind kind = before->letters.front().kind;
    CHECK_FALSE(before->letters.front().ownWords);
    const std::string language = before->letters.front().language;

    REQUIRE(dossier::keepLetter(file, kind, language, "Mine alone\n\nMy very own sentence 4711.\n\n[exhibits]\n"));
    const auto own = dossier::letterDrafts(file, {}, world.clock);
    REQUIRE(own);
    CHECK(draft(*own, kind).ownWords);
    CHECK(draft(*own, kind).text == "Mine alone\n\nMy very own sentence 4711.\n\n[exhibits]\n");
    exportTo(world, file, folder / "own.pdf");
    CHECK(oneSpaced(pageText(folder / "own.pdf")).find("My very own sentence 4711.") != std::string::npos);
    CHECK(verify(folder / "own.pdf").verdict == Verdict::IntactUnanchored);
    // The words are the page's; the manifest doesn't repeat them.
    detach(folder / "own.pdf", folder / "out");
    CHECK(readText(folder / "out" / "manifest.json").find("4711") == std::string::npos);

    REQUIRE(dossier::dropLetter(file, kind, language));
    const auto after = dossier::letterDrafts(file, {}, world.clock);
    REQUIRE(after);
    CHECK(draft(*after, kind).text == draft(*before, kind).text);
    const auto gone = dossier::dropLetter(file, kind, language);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().code == ErrorCode::NotFound);
    CHECK_FALSE(dossier::keepLetter(file, kind, language, "no body"));
    CHECK_FALSE(dossier::keepLetter(file, kind, "xx", "A\n\nb\n"));
}

TEST_CASE("A letter of one's own in another language is said to be left out") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    REQUIRE(dossier::keepLetter(file, request::LetterKind::Concern, "de", "Meins\n\nBitte löschen.\n"));
    dossier::ExportOptions options;
    options.language = "en";
    const auto drafts = dossier::letterDrafts(file, options, world.clock);
    REQUIRE(drafts);
    CHECK_FALSE(draft(*drafts, request::LetterKind::Concern).ownWords);
    CHECK(std::any_of(drafts->warnings.begin(), drafts->warnings.end(), [](const std::string& warning) {
        return warning.find("another language") != std::string::npos;
    }));
}

TEST_CASE("What was redacted isn't told by the person's own letter") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    Redaction redaction;
    redaction.text = "Lindau";
    REQUIRE(dossier::addRedactions(file, 1, {redaction}));
    REQUIRE(dossier::keepLetter(file, request::LetterKind::Concern, "en", "About me\n\nI live in LINDAU no more.\n"));
    dossier::ExportOptions options;
    options.language = "en";
    const auto drafts = dossier::letterDrafts(file, options, world.clock);
    REQUIRE(drafts);
    // The editor shows what the person wrote; the dossier doesn't.
    CHECK(draft(*drafts, request::LetterKind::Concern).text.find("LINDAU") != std::string::npos);
    options.exhibits = {1};
    exportTo(world, file, folder / "dossier.pdf", options);
    CHECK(everythingIn(folder / "dossier.pdf", folder).find("LINDAU") == std::string::npos);
    CHECK(oneSpaced(pageText(folder / "dossier.pdf"))
              .find("I live in " + std::string(dossier::kRedactionToken) + " no more.") != std::string::npos);
    CHECK_FALSE(dossier::keepLetter(file, request::LetterKind::Concern, "en",
                                    "About me\n\nI live in " + std::string(dossier::kRedactionToken) + ".\n"));
}

TEST_CASE("A mark that says false puts the answer's statement into the letter, and not the person's own") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    Mark mark;
    mark.on = Role::Prompt;
    mark.text = "Jonas Fährmann-Müller";
    mark.category = "name";
    mark.truth = Truth::False;
    REQUIRE(dossier::addMark(file, 1, mark));
    const auto none = dossier::letterDrafts(file, {}, world.clock);
    REQUIRE(none);
    CHECK(draft(*none, request::LetterKind::Concern).text.find("“Jonas Fährmann-Müller”") == std::string::npos);
    mark.on = Role::Response;
    mark.text = kAnswerWords;
    mark.correction = "a gardener";
    REQUIRE(dossier::addMark(file, 1, mark));
    const auto drafts = dossier::letterDrafts(file, {}, world.clock);
    REQUIRE(drafts);
    CHECK(draft(*drafts, request::LetterKind::Concern)
              .text.find("Exhibit 1: “" + std::string(kAnswerWords) + "”. Correct is: a gardener") !=
          std::string::npos);
}

TEST_CASE("What is false in a picture is in the letter by its number there, with what is correct") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    Mark mark;
    mark.category = "employer";
    const auto add = [&](std::uint32_t y, Truth truth, const char* correction, const char* words = "") {
        mark.region = Region{10, y, 60, 30};
        mark.truth = truth;
        mark.correction = correction;
        mark.text = words;
        REQUIRE(dossier::addMark(file, 2, mark));
    };
    add(20, Truth::True, "");
    add(80, Truth::False, "a gardener");
    add(120, Truth::False, "", "She was convicted"); // written down by who marked it
    const auto drafts = dossier::letterDrafts(file, {}, world.clock);
    REQUIRE(drafts);
    const std::string& text = draft(*drafts, request::LetterKind::Concern).text;
    CHECK(text.find("Exhibit 2: what is marked 2 in the picture. Correct is: a gardener") != std::string::npos);
    CHECK(text.find("She was convicted") != std::string::npos);
    CHECK(text.find("marked 1") == std::string::npos);
    CHECK(text.find("marked 3") == std::string::npos);
}

TEST_CASE("An exhibit without its prompt is told beside a letter that says that prompts are enclosed") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    const auto warnings = [&] {
        const auto drafts = dossier::letterDrafts(file, {}, world.clock);
        REQUIRE(drafts);
        return std::count_if(drafts->warnings.begin(), drafts->warnings.end(),
                             [](const std::string& warning) { return warning.starts_with("Exhibit 3 has no prompt"); });
    };
    Capture without = capture(world, "prompt", "response", {});
    std::erase_if(without.items, [](const CapturedItem& item) { return item.role == Role::Prompt; });
    REQUIRE(file.addExhibit(without));
    CHECK(warnings() == 1);
    REQUIRE(dossier::keepLetter(file, request::LetterKind::Concern, "en", "My words\n\nNothing of prompts.\n"));
    CHECK(warnings() == 1); // the other letter is the program's
    CaseDetails concern = *file.details();
    concern.wishes = {Wish::Concern};
    REQUIRE(file.setDetails(concern));
    CHECK(warnings() == 0);
}

TEST_CASE("A wish without a letter, and a letter without a wish, are said") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    CaseDetails changed = *file.details();
    changed.country = "GB";
    changed.wishes = {Wish::Erasure};
    changed.letters = {{"access", "en", "S\n\nB\n"}};
    REQUIRE(file.setDetails(changed));
    const auto drafts = dossier::letterDrafts(file, {}, world.clock);
    REQUIRE(drafts);
    std::string all;
    for (const std::string& warning : drafts->warnings)
        all += warning + "\n";
    CHECK(all.find("no letter for erasure") != std::string::npos);
    CHECK(all.find("Your own letter \"access\"") != std::string::npos);
}

TEST_CASE("Before an export everything that it discloses is listed") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    const auto before = file.custodyState();
    const auto preview = dossier::previewDisclosure(file, {}, world.clock);
    REQUIRE(preview);
    // Looking changes nothing.
    CHECK(file.custodyState().value() == before.value());
    const CaseDetails known = details();
    for (const std::string& value : {known.subject.name, known.subject.email, known.reference})
        if (!value.empty()) {
            CAPTURE(value);
            CHECK(tells(*preview, value));
        }
    CHECK(tells(*preview, "What do you know about Jonas"));
    CHECK(tells(*preview, "exhibit-2-screenshot-2.jpg"));
    // In the language of whoever reads it, whatever the dossier's is.
    CHECK(preview->groups.at(0).title == "About you");
    const auto german = dossier::previewDisclosure(file, {}, world.clock, {}, "de");
    REQUIRE(german);
    CHECK(german->groups.at(0).title == "\u00dcber Sie");
    CHECK(tells(*german, "What do you know about Jonas"));
    // The files are those that an export attaches.
    const auto result = exportTo(world, file, folder / "dossier.pdf");
    std::vector<std::string> names{"SHA256SUMS", "manifest.json"};
    for (const ManifestFile& attached : preview->files)
        names.push_back(attached.name);
    std::sort(names.begin(), names.end());
    CHECK(names == result.attachments);
    dossier::ExportOptions first;
    first.exhibits = {1};
    const auto part = dossier::previewDisclosure(file, first, world.clock);
    REQUIRE(part);
    CHECK_FALSE(tells(*part, "exhibit-2-screenshot-2.jpg"));
}

TEST_CASE("Paste sheets hold the prompts of the chosen exhibits") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    CaseDetails changed = *file.details();
    FormUse form;
    form.id = "meta-ai-concern";
    form.url = "https://www.facebook.com/help/contact/1266025207620918";
    changed.forms = {form};
    changed.wishes = {Wish::Concern};
    REQUIRE(file.setDetails(changed));
    dossier::ExportOptions first;
    first.exhibits = {1};
    const auto sheets = dossier::pasteSheets(file, first, world.clock);
    REQUIRE(sheets);
    REQUIRE(sheets->size() == 1);
    const auto& fields = sheets->front().fields;
    CHECK(std::any_of(fields.begin(), fields.end(), [](const request::PasteField& field) {
        return field.id == "prompts" && field.value == "What do you know about Jonas Fährmann-Müller from Lindau?";
    }));
}
