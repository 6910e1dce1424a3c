#include "dossier/DossierFixture.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace exhibit::test {

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "exhibit17-dossier-XXXXXX").string();
    m_path = ::mkdtemp(name.data());
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

namespace {

TimeReading testTime() {
    TimeReading time;
    time.utc = *Instant::fromIso("2026-11-22T10:15:30.123Z");
    time.offsetMinutes = 60;
    time.zone = "CET";
    time.monotonicNanoseconds = 5'000'000'000;
    time.synchronised = true;
    time.maxErrorMicroseconds = 12'500;
    return time;
}

} // namespace

World::World() : clock(testTime()) {}

const pdf::FontProvider& World::fonts() {
    static const pdf::InstalledFonts fonts;
    return fonts;
}

SharedSource sample(const std::string& name) {
    const auto file = FileSource::open(std::filesystem::path(EXHIBIT_TEST_DATA) / name);
    REQUIRE(file);
    return *file;
}

Bytes readFile(const std::filesystem::path& path) {
    const auto file = FileSource::open(path);
    REQUIRE(file);
    const auto bytes = (*file)->readAll(std::uint64_t{1} << 30);
    REQUIRE(bytes);
    return *bytes;
}

std::string readText(const std::filesystem::path& path) {
    const Bytes bytes = readFile(path);
    return std::string(textOf(bytes));
}

void writeFile(const std::filesystem::path& path, ByteView bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << textOf(bytes);
    REQUIRE(file.flush());
}

CaseDetails details() {
    CaseDetails result;
    result.subject = {"Jonas Fährmann-Müller", "jonas@example.org", "Seestraße 14\n88131 Lindau"};
    result.country = "DE";
    result.surface = Surface::MetaAi;
    result.wishes = {Wish::Concern, Wish::Erasure, Wish::Objection};
    return result;
}

CapturedItem picture(const std::string& sampleName, std::uint32_t width, std::uint32_t height) {
    CapturedItem item;
    item.role = Role::Screenshot;
    item.mediaType = sampleName.ends_with(".jpg") ? "image/jpeg" : "image/png";
    item.origin = Origin::File;
    item.fileName = sampleName;
    item.picture = PictureFacts{width, height, 0, ""};
    item.bytes = sample(sampleName);
    return item;
}

Capture capture(const World& world, std::string_view prompt, std::string_view response,
                std::vector<CapturedItem> pictures) {
    Capture result;
    result.method = "import";
    result.surface = Surface::MetaAi;
    result.conversation = Conversation::Fresh;
    result.time = world.clock.read();
    result.tool = "exhibit17 test";
    result.operatingSystem = "Debian GNU/Linux 12 (bookworm)";
    result.items.push_back(*textItem(Role::Prompt, prompt, Origin::Typed, true));
    result.items.push_back(*textItem(Role::Response, response, Origin::Clipboard, false));
    result.items.push_back(*textItem(Role::ConversationUrl, "https://www.meta.ai/prompt/0b5c", Origin::Typed, false));
    for (CapturedItem& item : pictures)
        result.items.push_back(std::move(item));
    return result;
}

CaseFile makeCase(World& world, const std::filesystem::path& path) {
    auto file = CaseFile::create(path, details(), world.environment);
    REQUIRE(file);
    const Capture first = capture(world, "What do you know about Jonas Fährmann-Müller from Lindau?",
                                  "Here's what I found:\n\n1. He lives at Seestraße 14, 88131 Lindau (Bodensee).\n"
                                  "2. He works as a tax adviser.\n",
                                  {picture("desk-1x-light.png", 1000, 900)});
    REQUIRE(file->addExhibit(first));
    world.clock.advance(60'000'000'000);
    const Capture second =
        capture(world, "Bitte lösche alle personenbezogenen Daten über mich.", "Ich kann selbst keine Daten löschen.",
                {picture("phone-2x-light.png", 838, 2488), picture("desk-1x-dark-jpg60.jpg", 1000, 900)});
    REQUIRE(file->addExhibit(second));
    world.clock.advance(60'000'000'000);
    return std::move(*file);
}

dossier::ExportResult exportTo(World& world, CaseFile& file, const std::filesystem::path& path,
                               const dossier::ExportOptions& options) {
    const auto result = dossier::exportDossier(file, path, options, world.exporting());
    INFO((result ? "" : result.error().text()));
    REQUIRE(result);
    return *result;
}

dossier::Verification verify(const std::filesystem::path& path) {
    const auto file = FileSource::open(path);
    REQUIRE(file);
    return dossier::verifyDossier(*file);
}

std::vector<std::string> codes(const dossier::Verification& verification) {
    std::vector<std::string> found;
    for (const Finding& finding : verification.findings)
        found.push_back(finding.code);
    return found;
}

bool has(const dossier::Verification& verification, std::string_view code) {
    return std::any_of(verification.findings.begin(), verification.findings.end(),
                       [&](const Finding& finding) { return finding.code == code; });
}

std::string describe(const dossier::Verification& verification) {
    std::ostringstream text;
    text << name(verification.verdict) << '\n';
    for (const Finding& finding : verification.findings)
        if (finding.severity > Severity::Note)
            text << finding.code << " [" << finding.object << "] " << finding.message << '\n';
    return text.str();
}

CommandResult run(const std::string& command) {
    CommandResult result;
    FILE* const pipe = ::popen(("( " + command + " ) 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> buffer{};
    for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        result.output.append(buffer.data(), got);
    const int status = ::pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

std::string quoted(const std::filesystem::path& path) {
    return "'" + path.string() + "'";
}

void detach(const std::filesystem::path& dossier, const std::filesystem::path& folder) {
    std::filesystem::create_directory(folder);
    const CommandResult result = run("pdfdetach -saveall -o " + quoted(folder) + " " + quoted(dossier));
    INFO(result.output);
    REQUIRE(result.status == 0);
}

std::string everythingIn(const std::filesystem::path& dossier, const Folder& folder) {
    std::string all = readText(dossier);
    const std::filesystem::path decoded = folder / "decoded.pdf";
    const std::filesystem::path pages = folder / "pages.txt";
    REQUIRE(run("qpdf --stream-data=uncompress --decode-level=all " + quoted(dossier) + " " + quoted(decoded)).status ==
            0);
    REQUIRE(run("pdftotext " + quoted(dossier) + " " + quoted(pages)).status == 0);
    all += readText(decoded) + readText(pages);
    const std::filesystem::path attached = folder / "attached";
    std::filesystem::remove_all(attached);
    detach(dossier, attached);
    for (const auto& entry : std::filesystem::directory_iterator(attached))
        all += entry.path().filename().string() + readText(entry.path());
    return all;
}

} // namespace exhibit::test
