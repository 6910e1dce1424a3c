// Marks are shown and listed, and marks and redactions that aren't those of the log are found.

#include "dossier/Forge.h"
#include "dossier/MarkupFixture.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::test;

TEST_CASE("Marks are outlined and explained, and the pictures still count as shown") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    Mark quoted = markOn(Region{100, 100, 300, 40}, "my illness");
    quoted.text = "what it says there";
    quoted.correction = "I am well";
    REQUIRE(dossier::addMark(file, 1, quoted));
    REQUIRE(dossier::addMark(file, 1, markOn(Region{600, 110, 300, 40}, "")));
    REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, "TAX adviser")));
    for (std::uint32_t i = 0; i < 20; ++i) // on a picture that is cut across pages, over the cuts too
        REQUIRE(dossier::addMark(file, 2, markOn(Region{0, i * 120, 838, 200}, "")));
    for (const std::string language : {"en", "de"}) {
        dossier::ExportOptions options;
        options.language = language;
        exportTo(world, file, folder / (language + ".pdf"), options);
        checkIntact(folder / (language + ".pdf"));
        const std::string all = everythingIn(folder / (language + ".pdf"), folder);
        CHECK(all.find("0.72 0.05 0.2 RG") != std::string::npos);
        const std::string pages = inOneLine(readText(folder / "pages.txt"));
        for (const char* words : {"my illness", "what it says there", "TAX adviser",
                                  language == "en" ? "Correct is: I am well" : "Richtig ist: I am well"})
            CHECK(pages.find(words) != std::string::npos);
        CHECK(pages.find(language == "en" ? "false" : "falsch") != std::string::npos);
        CHECK(pages.find(language == "en" ? "Art. 9(1) GDPR" : "Art. 9 Abs. 1 DSGVO") != std::string::npos);
    }
}

TEST_CASE("Marks are numbered for good, and the log has none of their words") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    REQUIRE(dossier::addMark(file, 1, markOn(Region{100, 100, 300, 40}, "my illness")));
    REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, "tax adviser")));
    REQUIRE(dossier::removeMark(file, 1, 1));
    CHECK_FALSE(dossier::removeMark(file, 1, 1));
    const auto marks = dossier::marksOf(file, 1);
    REQUIRE(marks);
    REQUIRE(marks->size() == 1);
    CHECK(marks->front().number == 2);
    REQUIRE(dossier::removeMark(file, 1, 2));
    CHECK(dossier::addMark(file, 1, markOn(Role::Response, "tax adviser")) == 3);
    CHECK(dossier::addMark(file, 2, markOn(Role::Prompt, "Daten")) == 1);
    CHECK(dossier::addRedactions(file, 1, {words("tax")})->numbers == std::vector<int>{1});
    CHECK(faultsOf(file).empty());
    const auto lines = file.custodyLines();
    REQUIRE(lines);
    for (const std::string& line : *lines)
        CHECK((line.find("illness") == std::string::npos && line.find("adviser") == std::string::npos));
}

TEST_CASE("What isn't there can't be marked or redacted") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    const auto codeOf = [](const auto& result) {
        REQUIRE_FALSE(result);
        return result.error().code;
    };
    const auto missing = dossier::addMark(file, 1, markOn(Role::Response, "not there"));
    CHECK(codeOf(missing) == ErrorCode::NotFound);
    CHECK(missing.error().message.find("looked for in: response") != std::string::npos);
    const auto nowhere = dossier::addRedactions(file, 1, {words("not there")});
    CHECK(codeOf(nowhere) == ErrorCode::NotFound);
    CHECK(nowhere.error().message.find("prompt, response, turn") != std::string::npos);
    const auto beyond = dossier::addMark(file, 1, markOn(Region{230, 0, 20, 20}, ""));
    CHECK(codeOf(beyond) == ErrorCode::InvalidArgument);
    CHECK(beyond.error().message.find("240 pixels wide and 320 high") != std::string::npos);
    CHECK(codeOf(dossier::addMark(file, 2, markOn(Role::Response, "baker"))) == ErrorCode::NotFound);
    CHECK(codeOf(dossier::addRedactions(file, 1, {words("baker"), area({0, 310, 10, 11})})) ==
          ErrorCode::InvalidArgument);
    CHECK(codeOf(dossier::addRedactions(file, 1, {area({0, 0, 10, 10}, 3)})) == ErrorCode::NotFound);
    const auto redactions = dossier::redactionsOf(file, 1);
    REQUIRE(redactions);
    CHECK(redactions->empty());
    REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, "baker")));
    REQUIRE(file.withdraw(1));
    CHECK(codeOf(dossier::addMark(file, 1, markOn(Role::Response, "baker"))) == ErrorCode::NotFound);
    CHECK(dossier::marksOf(file, 1)->empty());
    CHECK(faultsOf(file).empty());
}

TEST_CASE("A mark is changed at once, and one that is wrong changes nothing") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, "baker")));
    const auto changed = dossier::reviseMarks(file, 1, {1}, {markOn(kSecretPlace, "mine")});
    REQUIRE(changed);
    CHECK(*changed == std::vector{2});
    CHECK_FALSE(dossier::reviseMarks(file, 1, {2}, {markOn(Role::Response, "not there")}));
    CHECK_FALSE(dossier::reviseMarks(file, 1, {1}, {markOn(Role::Response, "baker")}));
    const auto marks = dossier::marksOf(file, 1);
    REQUIRE(marks);
    REQUIRE(marks->size() == 1);
    CHECK(marks->front().number == 2);
    CHECK(marks->front().markup == markOn(kSecretPlace, "mine"));

    REQUIRE(dossier::addRedactions(file, 1, {area({0, 0, 20, 20}), words("baker")}));
    const auto moved = dossier::reviseRedactions(file, 1, {1, 2}, {area({30, 0, 20, 20})});
    REQUIRE(moved);
    CHECK(moved->numbers == std::vector{3});
    CHECK(dossier::redactionsOf(file, 1)->size() == 1);
    CHECK(faultsOf(file).empty());
}

TEST_CASE("A case that can't be written shows its marks and takes no new ones") {
    const Folder folder;
    World world;
    const std::filesystem::path path = folder / "case.exhibit17";
    {
        CaseFile file = secretCase(world, path);
        REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, "baker")));
    }
    auto file = CaseFile::open(path, Access::Read, world.environment);
    REQUIRE(file);
    CHECK(dossier::marksOf(*file, 1)->size() == 1);
    CHECK_FALSE(dossier::addMark(*file, 1, markOn(Role::Response, "baker")));
    CHECK_FALSE(dossier::addRedactions(*file, 1, {words("baker")}));
    CHECK(dossier::marksOf(*file, 1)->size() == 1);
}

TEST_CASE("The manifest lists what was marked and redacted, and salts only what is told whole") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    REQUIRE(dossier::addMark(file, 1, markOn(kSecretPlace, "mine")));
    REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, kSecretName + " is a baker")));
    REQUIRE(dossier::addRedactions(file, 1, {area({0, 0, 20, 20}), words(kSecretName)}));
    Forge forge(world, file);
    const auto check = [](const DisclosedMarkup& markup, bool whole) {
        CHECK(markup.exhibit == 1);
        CHECK(markup.salt.has_value() == whole);
        if (markup.salt)
            CHECK(commit(*markup.salt, sha256(bytesOf(markup.content))) == markup.commitment);
        CHECK(markup.content.find("Quirrel") == std::string::npos);
    };
    REQUIRE(forge.manifest.marks.size() == 2);
    check(forge.manifest.marks.at(0), true);
    check(forge.manifest.marks.at(1), false);
    REQUIRE(forge.manifest.redactions.size() == 2);
    check(forge.manifest.redactions.at(0), true);
    check(forge.manifest.redactions.at(1), false);
    const auto json = forge.manifest.toJson();
    REQUIRE(json);
    const auto read = Manifest::fromJson(*json);
    REQUIRE(read);
    CHECK(read->toJson() == *json);
}

TEST_CASE("Marks and redactions that aren't those of the log are found") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    REQUIRE(dossier::addMark(file, 1, markOn(kSecretPlace, "mine")));
    REQUIRE(dossier::addMark(file, 1, markOn(Role::Response, "baker")));
    REQUIRE(dossier::addRedactions(file, 1, {area(kSecretPlace), words(kSecretName)}));
    Forge forge(world, file);
    Manifest& manifest = forge.manifest;
    const auto copy = [&]() -> DisclosedArtifact& {
        return *std::find_if(manifest.artifacts.begin(), manifest.artifacts.end(),
                             [](const DisclosedArtifact& artifact) { return artifact.operation == kRedactOperation; });
    };
    std::string expected;
    SECTION("nothing forged") {}
    SECTION("another content of a mark") {
        manifest.marks.at(0).content = *toJson(markOn(kSecretPlace, "yours"));
        expected = "mark-commitment";
    }
    SECTION("a content that is no mark") {
        manifest.marks.at(1).content = "{}";
        manifest.marks.at(1).salt.reset();
        expected = "mark-unreadable";
    }
    SECTION("a mark that was never made") {
        manifest.marks.push_back(manifest.marks.at(0));
        manifest.marks.back().commitment = commit(*manifest.marks.at(0).salt, sha256(bytesOf("other")));
        manifest.marks.back().salt.reset();
        expected = "mark-unlogged";
    }
    SECTION("a mark twice") {
        manifest.marks.push_back(manifest.marks.at(0));
        expected = "mark-unlogged";
    }
    SECTION("another number") {
        manifest.marks.at(1).number = 3;
        expected = "mark-unlogged";
    }
    SECTION("a redacted copy passed over") {
        const std::string name = copy().file;
        std::erase_if(manifest.artifacts, [&](const DisclosedArtifact& artifact) { return artifact.file == name; });
        expected = "redaction-missing";
    }
    SECTION("a mark kept secret") {
        manifest.marks.pop_back();
        expected = "mark-missing";
    }
    SECTION("a redaction kept secret") {
        manifest.redactions.clear();
        expected = "redaction-missing";
    }
    SECTION("a redaction of another exhibit") {
        manifest.redactions.at(0).exhibit = 2;
        expected = "redaction-unlogged";
    }
    SECTION("a copy of another original") {
        copy().parent = manifest.artifacts.front().commitment;
        expected = "redaction-unlogged";
    }
    SECTION("an original that calls itself withheld for another reason") {
        for (CommittedArtifact& kept : manifest.committed)
            kept.reason = Withheld::Discloses;
        expected = "redaction-original";
    }
    forge.write(folder / "forged.pdf");
    const auto verification = verify(folder / "forged.pdf");
    INFO(describe(verification));
    CHECK(verification.verdict == (expected.empty() ? Verdict::IntactUnanchored : Verdict::Tampered));
    CHECK((expected.empty() || has(verification, expected)));
    CHECK(has(verification, "redacted") == !manifest.redactions.empty());
}
