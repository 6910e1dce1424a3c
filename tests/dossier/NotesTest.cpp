// Notes that are written after the capture: shown as such, redacted like everything else, vouched for by the log.

#include "dossier/Notes.h"
#include "dossier/Forge.h"
#include "dossier/MarkupFixture.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::test;

TEST_CASE("A later note stands in the dossier with the time at which it was written") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    world.clock.set(*Instant::fromIso("2027-03-04T05:06:07.000000000Z"));
    REQUIRE(dossier::addNote(file, 1, "They wrote back.\nNothing changed."));
    CHECK(faultsOf(file).empty());
    for (const std::string language : {"en", "de"}) {
        dossier::ExportOptions options;
        options.language = language;
        const auto result = exportTo(world, file, folder / (language + ".pdf"), options);
        checkIntact(folder / (language + ".pdf"));
        const std::string all = everythingIn(folder / (language + ".pdf"), folder);
        const std::string pages = inOneLine(readText(folder / "pages.txt"));
        CHECK(pages.find("They wrote back. Nothing changed.") != std::string::npos);
        CHECK(pages.find(language == "en" ? "Written on 4 March 2027" : "Geschrieben am 4. März 2027") !=
              std::string::npos);
        CHECK(all.find("They wrote back.\nNothing changed.") != std::string::npos);
    }
}

TEST_CASE("What a later note says is taken out with everything else, before and after it is written") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    const std::size_t captured = static_cast<std::size_t>(*dossier::addNote(file, 1, "Before: " + kSecretName)) - 1;
    REQUIRE(dossier::addRedactions(file, 1, {words(kSecretName)}));
    REQUIRE(dossier::addNote(file, 1, "After: zo\u00EB quirrelov\u00E1"));
    REQUIRE(dossier::addNote(file, 1, "Nothing secret"));
    CHECK(faultsOf(file).empty());
    const auto notes = dossier::laterNotes(file, 1);
    REQUIRE(notes);
    REQUIRE(notes->size() == 3);
    CHECK(static_cast<std::size_t>(notes->front().number) == captured + 1);
    exportTo(world, file, folder / "redacted.pdf");
    checkIntact(folder / "redacted.pdf");
    const std::string all = everythingIn(folder / "redacted.pdf", folder);
    for (const char* shown : {"Before: ", "After: ", "Nothing secret"})
        CHECK(all.find(shown) != std::string::npos);
    for (const dossier::LaterNote& note : {notes->at(0), notes->at(1)}) {
        CHECK(all.find(note.artifact.digest.hex()) == std::string::npos);
        CHECK(all.find(note.artifact.salt.hex()) == std::string::npos);
    }
    CHECK(all.find(notes->at(2).artifact.digest.hex()) != std::string::npos);

    CHECK(dossier::addNote(file, 1, "Changed", notes->at(2).number) == notes->at(2).number);
    CHECK(dossier::laterNotes(file, 1)->size() == 3);
    REQUIRE(dossier::removeNote(file, 1, notes->at(1).number));
    CHECK(dossier::laterNotes(file, 1)->size() == 2);
    CHECK(faultsOf(file).empty());
    exportTo(world, file, folder / "removed.pdf");
    checkIntact(folder / "removed.pdf");
    CHECK(everythingIn(folder / "removed.pdf", folder).find("After: ") == std::string::npos);
}

TEST_CASE("What isn't a note is refused, and what was captured stays") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    const auto before = file.custodyLines();
    const auto codeOf = [](const auto& result) {
        REQUIRE_FALSE(result);
        return result.error().code;
    };
    CHECK(codeOf(dossier::addNote(file, 1, " \n\t")) == ErrorCode::InvalidArgument);
    CHECK(codeOf(dossier::addNote(file, 1, std::string_view("a\0b", 3))) == ErrorCode::InvalidArgument);
    CHECK(codeOf(dossier::addNote(file, 1, std::string(dossier::kLongestNote + 1, 'a'))) == ErrorCode::LimitExceeded);
    CHECK(codeOf(dossier::addNote(file, 9, "there is no such exhibit")) == ErrorCode::NotFound);
    CHECK(codeOf(dossier::removeNote(file, 1, 1)) == ErrorCode::InvalidArgument); // it was captured
    CHECK(codeOf(dossier::removeNote(file, 1, 2)) == ErrorCode::NotFound);
    CHECK(file.custodyLines().value() == before.value());
}

TEST_CASE("Later notes that aren't those of the log are found") {
    const Folder folder;
    World world;
    CaseFile file = secretCase(world, folder / "case.exhibit17");
    REQUIRE(dossier::addNote(file, 1, "Nothing secret"));
    Forge forge(world, file);
    Manifest& manifest = forge.manifest;
    const Commitment later = dossier::laterNotes(file, 1)->front().artifact.commitment();
    DisclosedArtifact& note = *std::find_if(manifest.artifacts.begin(), manifest.artifacts.end(),
                                            [&](const DisclosedArtifact& a) { return a.commitment == later; });
    std::string expected;
    SECTION("nothing forged") {}
    SECTION("a captured note called a later one") {
        DisclosedArtifact& captured =
            *std::find_if(manifest.artifacts.begin(), manifest.artifacts.end(),
                          [&](const DisclosedArtifact& a) { return a.role == Role::Note && a.commitment != later; });
        std::swap(captured.commitment, note.commitment);
        expected = "commitment-mismatch";
    }
    SECTION("a later note called a response") {
        note.role = Role::Response;
        expected = "note-mismatch";
    }
    SECTION("a later note passed over") {
        const std::string name = note.file;
        std::erase_if(manifest.artifacts, [&](const DisclosedArtifact& artifact) { return artifact.file == name; });
        expected = "note-missing";
    }
    forge.write(folder / "forged.pdf");
    const auto verification = verify(folder / "forged.pdf");
    INFO(describe(verification));
    CHECK(verification.verdict == (expected.empty() ? Verdict::IntactUnanchored : Verdict::Tampered));
    CHECK((expected.empty() || has(verification, expected)));
}
