#include "dossier/Forge.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::test;

namespace {

/// One honest dossier for all attacks on its bytes.
const Bytes& honest() {
    static const Bytes bytes = [] {
        const Folder folder;
        World world;
        CaseFile file = makeCase(world, folder / "case.exhibit17");
        exportTo(world, file, folder / "dossier.pdf");
        return readFile(folder / "dossier.pdf");
    }();
    return bytes;
}

dossier::Verification verifyBytes(Bytes bytes) {
    return dossier::verifyDossier(std::make_shared<MemorySource>(std::move(bytes)));
}

bool isIntact(Verdict verdict) {
    return verdict == Verdict::Intact || verdict == Verdict::IntactUnanchored;
}

/// Every place where a part of `needle` stands in `hay`.
std::vector<std::size_t> placesOf(ByteView needle, const Bytes& hay) {
    std::vector<std::size_t> places;
    for (auto at = hay.begin();;) {
        at = std::search(at, hay.end(), needle.begin(), needle.end());
        if (at == hay.end())
            return places;
        places.push_back(static_cast<std::size_t>(at++ - hay.begin()));
    }
}

} // namespace

TEST_CASE("An honest dossier is consistent, and its verdict says what that is worth") {
    const auto verification = verifyBytes(honest());
    INFO(describe(verification));
    CHECK(verification.verdict == Verdict::IntactUnanchored);
    CHECK(exitStatus(verification.verdict) == 1);
    CHECK(verification.sentence.find("anyone could have built it") != std::string::npos);
    CHECK(has(verification, "no-trusted-time"));
    CHECK(verification.facts.exhibits == std::vector<int>{1, 2});
    CHECK(verification.facts.title == "What an AI answered about Jonas Fährmann-Müller");
    CHECK(verification.facts.exportedAt->iso() == "2026-11-22T10:17:30.123Z");
    CHECK(verification.facts.digest == sha256(honest()));
}

TEST_CASE("One flipped byte in a picture is found, in the attachment and on the page") {
    const auto original = sample("desk-1x-light.png")->readAll(1 << 24);
    REQUIRE(original);
    const ByteView middle = ByteView(*original).subspan(original->size() / 2, 64);
    const auto places = placesOf(middle, honest());
    CHECK(places.size() == 2);
    for (const std::size_t place : places) {
        Bytes bytes = honest();
        bytes.at(place + 10) ^= 1U;
        const auto verification = verifyBytes(std::move(bytes));
        CHECK(verification.verdict == Verdict::Tampered);
    }
}

TEST_CASE("No byte of the file can be changed unnoticed") {
    // Coprime to the usual sizes of things, so that every kind of place is met.
    constexpr std::size_t kStep = 4999;
    for (std::size_t at = 0; at < honest().size(); at += kStep) {
        Bytes bytes = honest();
        bytes[at] ^= 0x20U;
        const auto verification = verifyBytes(std::move(bytes));
        INFO("byte " << at);
        CHECK_FALSE(isIntact(verification.verdict));
    }
}

TEST_CASE("Bytes before, behind or missing are found") {
    Bytes longer = honest();
    for (const char c : std::string("\n% more\n"))
        longer.push_back(static_cast<std::uint8_t>(c));
    CHECK_FALSE(isIntact(verifyBytes(longer).verdict));
    Bytes earlier{'\n'};
    earlier.insert(earlier.end(), honest().begin(), honest().end());
    CHECK_FALSE(isIntact(verifyBytes(earlier).verdict));
    for (const std::size_t missing : {std::size_t{1}, std::size_t{7}, std::size_t{1000}, honest().size() / 2}) {
        Bytes shorter(honest().begin(), honest().end() - static_cast<std::ptrdiff_t>(missing));
        CHECK_FALSE(isIntact(verifyBytes(shorter).verdict));
    }
}

TEST_CASE("What isn't a dossier is called so") {
    CHECK(verifyBytes({}).verdict == Verdict::NotADossier);
    const auto text = bytesOf("Just a text.\n");
    CHECK(verifyBytes(Bytes(text.begin(), text.end())).verdict == Verdict::NotADossier);
    const auto picture = sample("desk-1x-light.png")->readAll(1 << 24);
    CHECK(verifyBytes(*picture).verdict == Verdict::NotADossier);
}

TEST_CASE("A check that is stopped proves nothing") {
    int calls = 0;
    const auto verification = dossier::verifyDossier(std::make_shared<MemorySource>(Bytes(honest())),
                                                     [&](std::uint64_t, std::uint64_t) { return ++calls < 4; });
    CHECK_FALSE(isIntact(verification.verdict));
}

TEST_CASE("A forger's dossier is found out, though its form is right") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    Forge forge(world, file);
    const std::filesystem::path path = folder / "forged.pdf";
    std::string expected;

    // No section may return: Catch2 would never come to those behind it.
    SECTION("nothing forged: consistent") {}
    SECTION("the prompt's text on the page") {
        forge.verbatim("exhibit-1-prompt").text = "What do you know about Jonas Fährmann-Müller from Lindow?";
        expected = "text-mismatch";
    }
    SECTION("one space more in the answer on the page") {
        forge.verbatim("exhibit-1-response").text.insert(5, " ");
        expected = "text-mismatch";
    }
    SECTION("the conversation's address on the page") {
        forge.fact("exhibit-1-conversation-url").value.front().text += "4";
        expected = "text-mismatch";
    }
    SECTION("the time on the page") {
        forge.fact("exhibit-1-time").value.front().text[3] = '5';
        expected = "text-mismatch";
    }
    SECTION("an address on the page that nobody can check") {
        forge.fact("exhibit-1-conversation-url").id.clear();
        std::erase_if(forge.manifest.shown,
                      [](const ShownPart& part) { return part.id == "exhibit-1-conversation-url"; });
        expected = "pages-mismatch";
    }
    SECTION("the custody log on the page") {
        forge.verbatim("custody").text[0] = '7';
        expected = "text-mismatch";
    }
    SECTION("another picture on the page") {
        forge.figure("exhibit-1-screenshot-1").picture = forge.figure("exhibit-2-screenshot-1").picture;
        expected = "picture-mismatch";
    }
    SECTION("a picture that nobody recorded") {
        pdf::Figure more = forge.figure("exhibit-1-screenshot-1");
        more.id = "exhibit-1-screenshot-9";
        forge.pages.blocks.push_back(more);
        expected = "picture-unknown";
    }
    SECTION("a text that nobody recorded") {
        forge.pages.blocks.push_back(pdf::Verbatim{"He is a thief.", "exhibit-1-response-2"});
        expected = "text-unknown";
    }
    SECTION("an exhibit's text left off the page") {
        std::erase_if(forge.pages.blocks, [](const pdf::Block& block) {
            const auto* const text = std::get_if<pdf::Verbatim>(&block.value);
            return text != nullptr && text->id == "exhibit-2-response";
        });
        std::erase_if(forge.manifest.shown, [](const ShownPart& part) { return part.id == "exhibit-2-response"; });
        expected = "pages-mismatch";
    }
    SECTION("two screenshots exchanged, with manifest and sums") {
        const SharedSource first = forge.file("exhibit-1-screenshot-1.png").attachment.bytes;
        const SharedSource second = forge.file("exhibit-2-screenshot-1.png").attachment.bytes;
        for (const auto& [name, bytes] :
             {std::pair{"exhibit-1-screenshot-1.png", second}, std::pair{"exhibit-2-screenshot-1.png", first}})
            forge.replace(name, std::string(textOf(*bytes->readAll(1 << 24))));
        std::swap(forge.figure("exhibit-1-screenshot-1").picture, forge.figure("exhibit-2-screenshot-1").picture);
        forge.adjustManifest("exhibit-1-screenshot-1.png");
        forge.adjustManifest("exhibit-2-screenshot-1.png");
        expected = "artifact-unaccounted";
    }
    SECTION("two screenshots exchanged in the manifest alone") {
        std::vector<DisclosedArtifact*> shots;
        for (DisclosedArtifact& artifact : forge.manifest.artifacts)
            if (artifact.role == Role::Screenshot && artifact.mediaType == "image/png")
                shots.push_back(&artifact);
        REQUIRE(shots.size() == 2);
        std::swap(shots[0]->exhibit, shots[1]->exhibit);
        expected = "artifact-unaccounted";
    }
    SECTION("an attachment exchanged, the manifest kept") {
        forge.replace("exhibit-1-prompt.txt", "What do you know about Jonas Fährmann-Müller from Lindow?");
        expected = "attachment-changed";
    }
    SECTION("a text exchanged everywhere but in record and log") {
        const std::string other = "What do you know about Jonas Fährmann-Müller from Lindow?";
        forge.replace("exhibit-1-prompt.txt", other);
        forge.adjustManifest("exhibit-1-prompt.txt");
        forge.verbatim("exhibit-1-prompt").text = other;
        expected = "artifact-unaccounted";
    }
    SECTION("a file smuggled in") {
        pdf::Attachment more = forge.file("VERIFY.txt").attachment;
        more.name = "extra.txt";
        forge.lastTouch = [more](std::vector<pdf::Attachment>& all) { all.push_back(more); };
        expected = "attachment-unknown";
    }
    SECTION("a file smuggled in with the manifest's blessing") {
        dossier::NamedFile more = forge.file("VERIFY.txt");
        more.attachment.name = "exhibit-1-zebra.txt";
        forge.files.insert(forge.files.begin() + 7, more);
        forge.manifest.files = dossier::manifestFiles(forge.files);
        expected = "attachment-unexplained";
    }
    SECTION("a file taken away") {
        forge.lastTouch = [](std::vector<pdf::Attachment>& all) {
            std::erase_if(all, [](const pdf::Attachment& a) { return a.name == "exhibit-2-response.txt"; });
        };
        expected = "attachment-missing";
    }
    SECTION("the sums say something else") {
        forge.lastTouch = [](std::vector<pdf::Attachment>& all) {
            for (pdf::Attachment& a : all)
                if (a.name == "SHA256SUMS")
                    a.bytes = std::make_shared<MemorySource>(std::string_view("nothing\n"));
        };
        expected = "sums-mismatch";
    }
    SECTION("no manifest's canonical form") {
        forge.lastTouch = [](std::vector<pdf::Attachment>& all) {
            for (pdf::Attachment& a : all)
                if (a.name == "manifest.json")
                    a.bytes = std::make_shared<MemorySource>(std::string(textOf(*a.bytes->readAll(1 << 24))) + " ");
        };
        expected = "manifest-not-canonical";
    }
    SECTION("the log cut short") {
        const std::string log(textOf(*forge.file("custody.jsonl").attachment.bytes->readAll(1 << 24)));
        forge.replace("custody.jsonl", log.substr(0, log.rfind('\n', log.size() - 2) + 1));
        forge.adjustManifest("custody.jsonl");
        expected = "custody-head";
    }
    SECTION("the log cut short, with the manifest") {
        const std::string log(textOf(*forge.file("custody.jsonl").attachment.bytes->readAll(1 << 24)));
        forge.content.custodyLines.pop_back();
        forge.replace("custody.jsonl", log.substr(0, log.rfind('\n', log.size() - 2) + 1));
        forge.adjustManifest("custody.jsonl");
        forge.manifest.custody.count -= 1;
        forge.manifest.custody.head = sha256(bytesOf(forge.content.custodyLines.back()));
        expected = "custody-record";
    }
    SECTION("a line of the log changed") {
        std::string log(textOf(*forge.file("custody.jsonl").attachment.bytes->readAll(1 << 24)));
        log.replace(log.find("artifact-added"), 14, "artifact-moved");
        forge.replace("custody.jsonl", log);
        forge.adjustManifest("custody.jsonl");
        expected = "custody-chain";
    }
    SECTION("a record of another time") {
        std::string record = forge.content.exhibits[0].record;
        record.replace(record.find("\"import\""), 8, "\"screen\"");
        forge.replace("exhibit-1-record.json", record);
        forge.adjustManifest("exhibit-1-record.json");
        expected = "custody-record";
    }
    SECTION("the records exchanged") {
        forge.replace("exhibit-1-record.json", forge.content.exhibits[1].record);
        forge.adjustManifest("exhibit-1-record.json");
        expected = "record-exchanged";
    }
    SECTION("another salt") {
        forge.manifest.artifacts[0].salt.bytes[3] ^= 1U;
        expected = "commitment-mismatch";
    }
    SECTION("an origin made better") {
        forge.manifest.artifacts[1].confirmed = true;
        expected = "artifact-claim";
    }
    SECTION("an exhibit called complete that isn't") {
        forge.manifest.complete = false;
        expected = "exhibits-missing";
    }
    SECTION("another time of export") {
        forge.manifest.exportedAt.nanoseconds -= 86'400'000'000'000;
        expected = "date-mismatch";
    }
    forge.write(path);
    const auto verification = verify(path);
    INFO(describe(verification));
    CHECK(verification.verdict == (expected.empty() ? Verdict::IntactUnanchored : Verdict::Tampered));
    CHECK((expected.empty() || has(verification, expected)));
}

TEST_CASE("A case is verified by its own check") {
    const Folder folder;
    World world;
    const CaseFile file = makeCase(world, folder / "case.exhibit17");
    const auto verification = dossier::verifyCase(file);
    INFO(describe(verification));
    CHECK(verification.verdict == Verdict::IntactUnanchored);
    CHECK(verification.facts.exhibits == std::vector<int>{1, 2});
    CHECK(dossier::verificationOf({ErrorCode::Malformed, "Not a case."}).verdict == Verdict::NotADossier);
    CHECK(dossier::verificationOf({ErrorCode::Corrupt, "Damaged."}).verdict == Verdict::Tampered);
    CHECK(dossier::verificationOf({ErrorCode::Unsupported, "Newer."}).verdict == Verdict::Indeterminate);
}
