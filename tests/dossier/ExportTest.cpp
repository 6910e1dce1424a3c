#include "dossier/DossierFixture.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

using namespace exhibit;
using namespace exhibit::test;

TEST_CASE("A dossier carries its files, and other tools agree on their hashes") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    const auto result = exportTo(world, file, folder / "dossier.pdf");

    CHECK(result.exhibits == std::vector<int>{1, 2});
    CHECK(result.warnings.empty());
    CHECK(result.logged);
    CHECK(result.pages >= 4);
    const Bytes bytes = readFile(folder / "dossier.pdf");
    CHECK(bytes.size() == result.size);
    CHECK(sha256(bytes) == result.digest);
    struct stat status {};
    REQUIRE(::stat((folder / "dossier.pdf").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);

    detach(folder / "dossier.pdf", folder / "out");
    const CommandResult sums = run("cd " + quoted(folder / "out") + " && sha256sum -c SHA256SUMS");
    INFO(sums.output);
    CHECK(sums.status == 0);
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "out"))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    CHECK(names == result.attachments);
    const std::vector<std::string> expected{"SHA256SUMS",
                                            "VERIFY.txt",
                                            "custody.jsonl",
                                            "exhibit-1-conversation-url.txt",
                                            "exhibit-1-prompt.txt",
                                            "exhibit-1-record.json",
                                            "exhibit-1-response.txt",
                                            "exhibit-1-screenshot-1.png",
                                            "exhibit-2-conversation-url.txt",
                                            "exhibit-2-prompt.txt",
                                            "exhibit-2-record.json",
                                            "exhibit-2-response.txt",
                                            "exhibit-2-screenshot-1.png",
                                            "exhibit-2-screenshot-2.jpg",
                                            "manifest.json"};
    CHECK(names == expected);
    CHECK(readText(folder / "out" / "exhibit-1-prompt.txt") ==
          "What do you know about Jonas Fährmann-Müller from Lindau?");
    const auto original = sample("desk-1x-light.png")->readAll(1 << 24);
    REQUIRE(original);
    CHECK(readFile(folder / "out" / "exhibit-1-screenshot-1.png") == *original);
}

TEST_CASE("An export is noted in the case, after the log that it carries") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    const auto before = file.custodyLines();
    REQUIRE(before);
    const auto result = exportTo(world, file, folder / "dossier.pdf");
    const auto after = file.custodyLines();
    REQUIRE(after);
    REQUIRE(after->size() == before->size() + 1);
    const auto entry = parseCustodyLine(after->back());
    REQUIRE(entry);
    CHECK(entry->event == "exported");
    CHECK(entry->details["sha256"] == result.digest.hex());
    detach(folder / "dossier.pdf", folder / "out");
    std::string log;
    for (const std::string& line : *before)
        log += line + "\n";
    CHECK(readText(folder / "out" / "custody.jsonl") == log);
}

TEST_CASE("The same case, clock and fonts give the same bytes") {
    const Folder folder;
    World world;
    { const CaseFile file = makeCase(world, folder / "one.exhibit17"); }
    std::filesystem::copy_file(folder / "one.exhibit17", folder / "two.exhibit17");
    for (const std::string name : {"one", "two"}) {
        auto file = CaseFile::open(folder / (name + ".exhibit17"), Access::Write, world.environment);
        REQUIRE(file);
        exportTo(world, *file, folder / (name + ".pdf"));
    }
    CHECK(readFile(folder / "one.pdf") == readFile(folder / "two.pdf"));
}

TEST_CASE("A case that can't be written exports unlogged, and says so") {
    const Folder folder;
    World world;
    { const CaseFile file = makeCase(world, folder / "case.exhibit17"); }
    const Bytes before = readFile(folder / "case.exhibit17");
    auto file = CaseFile::open(folder / "case.exhibit17", Access::Read, world.environment);
    REQUIRE(file);
    dossier::ExportOptions options;
    options.readOnlyCase = true;
    const auto result = exportTo(world, *file, folder / "dossier.pdf", options);
    CHECK_FALSE(result.logged);
    REQUIRE(result.warnings.size() == 1);
    CHECK(readFile(folder / "case.exhibit17") == before);
    CHECK(run("pdftotext " + quoted(folder / "dossier.pdf") + " - | tr '\\n' ' '").output.find("could only be read") !=
          std::string::npos);
    CHECK(verify(folder / "dossier.pdf").verdict == Verdict::IntactUnanchored);
}

TEST_CASE("What can't be exported is refused, and nothing is written") {
    const Folder folder;
    World world;
    const auto environment = world.exporting();
    auto empty = CaseFile::create(folder / "empty.exhibit17", details(), world.environment);
    REQUIRE(empty);
    const auto none = dossier::exportDossier(*empty, folder / "none.pdf", {}, environment);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::InvalidArgument);
    CHECK(none.error().message.find("exhibit17 add") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder / "none.pdf"));

    CaseFile file = makeCase(world, folder / "case.exhibit17");
    const Bytes before = readFile(folder / "case.exhibit17");
    for (const char* name : {"case.exhibit17", "./case.exhibit17", "case.exhibit17-journal"}) {
        dossier::ExportOptions options;
        options.existing = Existing::Replace;
        const auto same = dossier::exportDossier(file, folder / name, options, environment);
        REQUIRE_FALSE(same);
        CHECK(same.error().code == ErrorCode::InvalidArgument);
    }
    CHECK(readFile(folder / "case.exhibit17") == before);

    dossier::ExportOptions unknown;
    unknown.exhibits = {2, 7};
    const auto missing = dossier::exportDossier(file, folder / "none.pdf", unknown, environment);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::NotFound);

    dossier::ExportOptions foreign;
    foreign.language = "xx";
    const auto language = dossier::exportDossier(file, folder / "none.pdf", foreign, environment);
    REQUIRE_FALSE(language);
    CHECK_FALSE(std::filesystem::exists(folder / "none.pdf"));
}

TEST_CASE("Nothing is overwritten without being asked to") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    writeFile(folder / "dossier.pdf", bytesOf("mine"));
    const auto refused = dossier::exportDossier(file, folder / "dossier.pdf", {}, world.exporting());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::AlreadyExists);
    CHECK(readText(folder / "dossier.pdf") == "mine");
    dossier::ExportOptions options;
    options.existing = Existing::Replace;
    exportTo(world, file, folder / "dossier.pdf", options);
    CHECK(verify(folder / "dossier.pdf").verdict == Verdict::IntactUnanchored);
}

TEST_CASE("A cancelled export leaves nothing") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    int calls = 0;
    const auto stopped = dossier::exportDossier(file, folder / "dossier.pdf", {}, world.exporting(),
                                                [&](std::uint64_t, std::uint64_t) { return ++calls < 8; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK_FALSE(std::filesystem::exists(folder / "dossier.pdf"));
}

TEST_CASE("Both languages fill every page with their words") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    for (const std::string language : {"en", "de"}) {
        dossier::ExportOptions options;
        options.language = language;
        exportTo(world, file, folder / (language + ".pdf"), options);
        const std::string text = run("pdftotext -layout " + quoted(folder / (language + ".pdf")) + " -").output;
        CHECK(text.find("\u27e6") == std::string::npos); // a key without a sentence stands in white brackets
        CHECK(text.find(language == "en" ? "Exhibit 2" : "Beweisstück 2") != std::string::npos);
        CHECK(text.find("Jonas Fährmann-Müller") != std::string::npos);
        CHECK(verify(folder / (language + ".pdf")).verdict == Verdict::IntactUnanchored);
    }
}

TEST_CASE("Odd texts are kept to the byte and shown so that nobody is misled") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    const std::vector<std::string> prompts{
        "one\r\ntwo\r\n  three  ",
        "hidden \u200b and \u202e override",
        "broken \xff\xfe bytes",
        "mixed \u05e9\u05dc\u05d5\u05dd (12) and text",
        "e\u0301 and \u00e9, \U0001F469\u200D\U0001F469\u200D\U0001F467",
        "\n\n  leading and trailing \n\n",
        "trailing line\n",
        std::string(5000, 'x'),
        "<&>\"' ]]> {name} \\u{0041} \t tab",
    };
    for (const std::string& prompt : prompts)
        REQUIRE(file->addExhibit(capture(world, prompt, "yes", {})));
    exportTo(world, *file, folder / "dossier.pdf");
    detach(folder / "dossier.pdf", folder / "out");
    for (std::size_t i = 0; i < prompts.size(); ++i)
        CHECK(readText(folder / "out" / ("exhibit-" + std::to_string(i + 1) + "-prompt.txt")) == prompts[i]);
    const auto verification = verify(folder / "dossier.pdf");
    INFO(describe(verification));
    CHECK(verification.verdict == Verdict::IntactUnanchored);
    const std::string text = run("pdftotext " + quoted(folder / "dossier.pdf") + " - | tr '\\n' ' '").output;
    CHECK(text.find("\\u{200B}") != std::string::npos);
    CHECK(text.find("\\u{202E}") != std::string::npos);
    CHECK(text.find("\\x{FF}\\x{FE}") != std::string::npos);
    CHECK(text.find("mixed \\u{05E9}\\u{05DC}\\u{05D5}\\u{05DD} (12) and text") != std::string::npos);
}
