// What can go wrong around an export: hostile names, a case changed by hand, no fonts, no room, no mercy.
#include "dossier/DossierFixture.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace exhibit;
using namespace exhibit::test;

namespace {

class NoFonts final : public pdf::FontProvider {
public:
    [[nodiscard]] std::optional<pdf::FontFile> find(std::string_view, pdf::FontWeight) const override {
        return std::nullopt;
    }
};

std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

const dossier::ExportOptions kReplace = [] {
    dossier::ExportOptions options;
    options.existing = Existing::Replace;
    return options;
}();

/// Exports in a child process that `prepare` has made miserable; answers whether it failed with this code.
template <class Prepare>
bool failsInChild(World& world, const std::filesystem::path& path, const std::filesystem::path& dossier, ErrorCode code,
                  Prepare&& prepare) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        prepare();
        auto file = CaseFile::open(path, Access::Write, world.environment);
        const auto done = file ? dossier::exportDossier(*file, dossier, kReplace, world.exporting())
                               : Result<dossier::ExportResult>(fail(file.error()));
        ::_exit(!done && done.error().code == code ? 0 : 1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

TEST_CASE("Hostile names and notes become text, on the pages and in the metadata") {
    const Folder folder;
    World world;
    std::string lines;
    for (int i = 0; i < 10'000; ++i)
        lines += "line " + std::to_string(i) + "\n";
    CaseDetails hostile = details();
    hostile.subject.name = "<&>\"' ]]> </dc:title> \x01\x1f\x7f \u202e(evil) {name} \\u{0041} %s";
    hostile.subject.address = "]]>\n<script>\n" + std::string(5'000, 'w');
    hostile.reference = "<!-- & -->]]>\x02";
    hostile.grounds = "]]>&";
    auto file = CaseFile::create(folder / "case.exhibit17", hostile, world.environment);
    REQUIRE(file);
    Capture taken = capture(world, "<prompt>&]]>", "\x03 answer", {});
    taken.items.push_back(textItem(Role::Note, lines, Origin::Typed, true).value());
    taken.items.push_back(textItem(Role::Account, "<acc>&\"'\x04", Origin::Typed, true).value());
    REQUIRE(file->addExhibit(taken));
    exportTo(world, *file, folder / "dossier.pdf");

    CHECK(verify(folder / "dossier.pdf").verdict == Verdict::IntactUnanchored);
    const CommandResult metadata = run("pdfinfo -meta " + quoted(folder / "dossier.pdf") + " | xmllint --noout - 2>&1");
    INFO(metadata.output);
    CHECK(metadata.status == 0);
    CHECK(run("qpdf --check " + quoted(folder / "dossier.pdf")).status == 0);
    const std::string text = run("pdftotext " + quoted(folder / "dossier.pdf") + " - | tr '\\n\\f' '  '").output;
    CHECK(text.find("line 0 ") != std::string::npos);
    CHECK(text.find("line 9999 ") != std::string::npos);
    CHECK(text.find("<&>\"' ]]> </dc:title> \\u{0001}\\u{001F}\\u{007F} \\u{202E}(evil) {name}") != std::string::npos);
    CHECK(std::stoi(run("pdftotext " + quoted(folder / "dossier.pdf") + " - | grep -o w | wc -l").output) >= 5'000);
}

TEST_CASE("Bytes that were changed in the case between import and export don't go out") {
    const Folder folder;
    World world;
    { const CaseFile file = makeCase(world, folder / "case.exhibit17"); }
    writeFile(folder / "dossier.pdf", bytesOf("an older dossier"));
    const std::string change = GENERATE(
        // The picture, replaced by one of the same length.
        "UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE artifact = (SELECT max(artifact) FROM chunk);",
        // And by a shorter one.
        "UPDATE chunk SET bytes = x'00' WHERE artifact = (SELECT max(artifact) FROM chunk);",
        "DELETE FROM chunk WHERE artifact = (SELECT max(artifact) FROM chunk);",
        // Its hash along with it: the log knows better.
        "UPDATE chunk SET bytes = x'6869' WHERE artifact = 1; UPDATE artifact SET size = 2, sha256 = "
        "x'8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4' WHERE id = 1;",
        "DELETE FROM custody WHERE seq = 2;");
    CAPTURE(change);
    REQUIRE(run("sqlite3 " + quoted(folder / "case.exhibit17") + " \"" + change + "\"").status == 0);
    auto file = CaseFile::open(folder / "case.exhibit17", Access::Write, world.environment);
    REQUIRE(file);
    const auto refused = dossier::exportDossier(*file, folder / "dossier.pdf", kReplace, world.exporting());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Corrupt);
    CHECK(readText(folder / "dossier.pdf") == "an older dossier");
    CHECK(namesIn(folder / "") == std::vector<std::string>{"case.exhibit17", "dossier.pdf"});
}

TEST_CASE("Without fonts there is a clear error and no file") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    const NoFonts none;
    const auto refused = dossier::exportDossier(file, folder / "dossier.pdf", {}, {world.clock, none});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("fonts-noto") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder / "dossier.pdf"));
    const auto state = file.custodyState();
    REQUIRE(state);
    CHECK(file.custodyLines()->back().find("exported") == std::string::npos);
}

TEST_CASE("A full disk leaves the older dossier, and nothing else") {
    const Folder folder;
    World world;
    { const CaseFile file = makeCase(world, folder / "case.exhibit17"); }
    writeFile(folder / "dossier.pdf", bytesOf("an older dossier"));
    CHECK(failsInChild(world, folder / "case.exhibit17", folder / "dossier.pdf", ErrorCode::NoSpace, [] {
        const rlimit limit{100'000, 100'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
    }));
    CHECK(readText(folder / "dossier.pdf") == "an older dossier");
    CHECK(namesIn(folder / "") == std::vector<std::string>{"case.exhibit17", "dossier.pdf"});
}

TEST_CASE("Where nothing can be written, that is said") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    for (const char* place : {"/proc/dossier.pdf", "/dev/null/dossier.pdf"}) {
        const auto refused = dossier::exportDossier(file, place, kReplace, world.exporting());
        REQUIRE_FALSE(refused);
        CHECK(std::string(place).starts_with(refused.error().object));
        CHECK_FALSE(refused.error().message.empty());
    }
    const auto missing = dossier::exportDossier(file, folder / "no/such/dossier.pdf", {}, world.exporting());
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::NotFound);
}

TEST_CASE("Killed at any moment, an export leaves the older dossier or the new one whole") {
    const Folder folder;
    World world;
    { const CaseFile file = makeCase(world, folder / "case.exhibit17"); }
    writeFile(folder / "dossier.pdf", bytesOf("an older dossier"));
    const auto begin = std::chrono::steady_clock::now();
    {
        auto file = CaseFile::open(folder / "case.exhibit17", Access::Write, world.environment);
        REQUIRE(file);
        exportTo(world, *file, folder / "whole.pdf");
    }
    const auto whole = std::chrono::steady_clock::now() - begin;
    constexpr int kKills = 40;
    int replaced = 0;
    int kept = 0;
    for (int moment = 0; moment < kKills; ++moment) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto file = CaseFile::open(folder / "case.exhibit17", Access::Write, world.environment);
            if (file)
                static_cast<void>(dossier::exportDossier(*file, folder / "dossier.pdf", kReplace, world.exporting()));
            ::_exit(0);
        }
        std::this_thread::sleep_for(whole * 2 * moment / kKills);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const bool old = readText(folder / "dossier.pdf") == "an older dossier";
        ++(old ? kept : replaced);
        if (!old) {
            CHECK(verify(folder / "dossier.pdf").verdict == Verdict::IntactUnanchored);
            writeFile(folder / "dossier.pdf", bytesOf("an older dossier"));
        }
    }
    // One more, undisturbed, clears what the killed ones left.
    auto file = CaseFile::open(folder / "case.exhibit17", Access::Write, world.environment);
    REQUIRE(file);
    exportTo(world, *file, folder / "dossier.pdf", kReplace);
    CHECK(namesIn(folder / "") == std::vector<std::string>{"case.exhibit17", "dossier.pdf", "whole.pdf"});
    CHECK(kept > 0);
    INFO("replaced " << replaced);
    CHECK(replaced > 0);
}
