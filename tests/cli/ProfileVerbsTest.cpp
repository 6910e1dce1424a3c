// Dossiers of other profiles, and what comes out of a dossier again: its files, and pictures of its pages.
#include "Program.h"
#include "core/Bytes.h"
#include "core/Json.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

using namespace test;
using exhibit::Json;

namespace {

class DossierFolder : public CaseFolder {
public:
    DossierFolder() {
        REQUIRE(run({"add", caseFile(), "--prompt", "Who is Erika Muster?", "--screenshot", picture()}).status == 0);
    }
    [[nodiscard]] static std::string picture() { return sample("desk-1x-light.png"); }
    [[nodiscard]] Run here() const { return {.folder = path()}; }
};

Json jsonOf(const Finished& finished) {
    auto json = exhibit::parseJson(finished.output);
    INFO(finished.errors);
    REQUIRE(json);
    return *std::move(json);
}

mode_t modeOf(const std::string& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777;
}

/// Width and height of a PNG, by its header (ISO/IEC 15948 11.2.2).
std::pair<unsigned, unsigned> sizeOf(const std::string& png) {
    REQUIRE(png.starts_with("\x89PNG\r\n\x1a\n"));
    const auto number = [&png](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value * 256 + static_cast<unsigned char>(png.at(at + i));
        return value;
    };
    return {number(16), number(20)};
}

std::size_t filesIn(const std::filesystem::path& folder) {
    const std::filesystem::directory_iterator all(folder);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

} // namespace

TEST_CASE("The picture comes out of a compact dossier as it went in") {
    const DossierFolder folder;
    REQUIRE(run({"export", "my.exhibit17", "d.pdf", "--profile", "compact"}, folder.here()).status == 0);
    const Finished taken = run({"extract", "d.pdf"}, folder.here());
    INFO(taken.errors);
    CHECK(taken.status == 0);
    CHECK(contains(taken.output, "byte for byte"));
    CHECK(contains(taken.output, "intact-unanchored"));
    const std::string out = folder / "d-files";
    CHECK(modeOf(out) == 0700);
    CHECK(modeOf(out + "/exhibit-1-screenshot-1.png") == 0600);
    CHECK(run({"-s", out + "/exhibit-1-screenshot-1.png", DossierFolder::picture()}, {.program = "/usr/bin/cmp"})
              .status == 0);
    const Finished again = run({"extract", "d.pdf"}, folder.here());
    CHECK(again.status == 73);
    CHECK(contains(again.errors, "--force"));
    const Json json = jsonOf(run({"extract", "d.pdf", "--force", "--json"}, folder.here()));
    CHECK(json["verdict"] == "intact-unanchored");
    CHECK(json["folder"] == "d-files");
    CHECK(json["files"].size() == filesIn(out));
}

TEST_CASE("Nothing is taken out of what was changed") {
    const DossierFolder folder;
    REQUIRE(run({"export", "my.exhibit17", "d.pdf", "--profile", "compact"}, folder.here()).status == 0);
    std::string bytes = folder.read("d.pdf");
    bytes[bytes.size() / 3] = static_cast<char>(bytes[bytes.size() / 3] ^ 1);
    folder.write("changed.pdf", bytes);
    const Finished refused = run({"extract", "changed.pdf"}, folder.here());
    CHECK(refused.status == 2);
    CHECK(contains(refused.output, "Nothing was taken out"));
    CHECK(run({"extract", "changed.pdf", "--json"}, folder.here()).status == 2);
    CHECK(run({"extract", "my.exhibit17"}, folder.here()).status == 4);
    CHECK(run({"extract", "none.pdf"}, folder.here()).status == 66);
    CHECK_FALSE(std::filesystem::exists(folder / "changed-files"));
    CHECK(run({"extract", "d.pdf", "no/where"}, folder.here()).status >= 64);
}

TEST_CASE("Pages are drawn as pictures, all or some") {
    const DossierFolder folder;
    const Json made = jsonOf(run({"export", "my.exhibit17", "d.pdf", "--json"}, folder.here()));
    const std::size_t pages = made["pages"];
    REQUIRE(pages >= 4);
    const Json all = jsonOf(run({"preview", "d.pdf", "--dpi", "24", "--json"}, folder.here()));
    CHECK(all["pageCount"] == pages);
    CHECK(all["pages"].size() == pages);
    CHECK(filesIn(folder / "d-preview") == pages);
    CHECK(modeOf(folder / "d-preview") == 0700);
    const std::string first = all["pages"][0]["file"];
    // A4: 595.28 by 841.89 points; poppler rounds up.
    CHECK(sizeOf(folder.read("d-preview/" + first)) == std::pair(199U, 281U));
    CHECK(modeOf(folder / ("d-preview/" + first)) == 0600);
    CHECK(run({"preview", "d.pdf", "some", "--pages", "1-2,4", "--dpi", "24"}, folder.here()).status == 0);
    CHECK(filesIn(folder / "some") == 3);
    CHECK(run({"preview", "d.pdf", "some"}, folder.here()).status == 73);
    CHECK(run({"preview", "d.pdf", "some", "--pages", "1", "--dpi", "24", "--force"}, folder.here()).status == 0);
    CHECK(filesIn(folder / "some") == 1);
}

TEST_CASE("A case is drawn as the dossier that it would make, and nothing stays behind") {
    const DossierFolder folder;
    const std::string before = folder.read("my.exhibit17");
    std::filesystem::create_directory(folder / "tmp");
    const Run here{.folder = folder.path(), .environment = {{"TMPDIR", folder / "tmp"}}};
    const Finished drawn = run({"preview", "my.exhibit17", "pages", "--pages", "1", "--dpi", "24"}, here);
    INFO(drawn.errors);
    CHECK(drawn.status == 0);
    CHECK(filesIn(folder / "pages") == 1);
    CHECK(folder.read("my.exhibit17") == before);
    CHECK(filesIn(folder / "tmp") == 0);
    CHECK(filesIn(folder.path()) == 3);
}

TEST_CASE("What can't be drawn is refused, and no folder is made") {
    const DossierFolder folder;
    folder.write("text.pdf", "hello");
    CHECK(run({"preview", "text.pdf", "out"}, folder.here()).status == 65);
    REQUIRE(run({"export", "my.exhibit17", "d.pdf"}, folder.here()).status == 0);
    CHECK(run({"preview", "d.pdf", "out", "--pages", "1-999"}, folder.here()).status == 66);
    CHECK(run({"preview", "d.pdf", "out", "--pages", "b"}, folder.here()).status == 64);
    for (const char* dpi : {"0", "19", "601", "1e2", "-5", "x"})
        CHECK(run({"preview", "d.pdf", "out", "--dpi", dpi}, folder.here()).status == 64);
    const Finished without =
        run({"preview", "d.pdf", "out"}, {.folder = folder.path(), .environment = {{"PATH", "/nonexistent"}}});
    CHECK(without.status == 69);
    CHECK(contains(without.errors, "poppler-utils"));
    CHECK_FALSE(std::filesystem::exists(folder / "out"));
}

TEST_CASE("An upload is made as small as it is asked for") {
    const DossierFolder folder;
    const Json made = jsonOf(run(
        {"export", "my.exhibit17", "up.pdf", "--profile", "upload", "--max-size", "400k", "--json"}, folder.here()));
    CHECK(made["size"] <= 400'000);
    CHECK(made["pictureFolder"] == "up-pictures");
    CHECK(made["pictures"] == Json({"exhibit-1.pdf", "exhibit-1.png", "contact-sheet.png", "SHA256SUMS"}));
    CHECK(filesIn(folder / "up-pictures") == 4);
    CHECK(run({"verify", "up.pdf"}, folder.here()).status == 1);
    CHECK(run({"verify", "up-pictures/exhibit-1.pdf"}, folder.here()).status == 1);
    const Finished again = run({"export", "my.exhibit17", "up.pdf", "--profile", "upload"}, folder.here());
    CHECK(again.status == 73);
    CHECK(contains(again.errors, "--force"));
}

TEST_CASE("An upload that can't be made is refused, and nothing is left of it") {
    const DossierFolder folder;
    const auto attempt = [&](const std::string& size, const Run& how) {
        return run({"export", "my.exhibit17", "up.pdf", "--profile", "upload", "--max-size", size}, how);
    };
    const Finished small = attempt("20k", folder.here());
    CHECK(small.status == 65);
    CHECK(contains(small.errors, "doesn't fit into 20,000 bytes"));
    for (const char* size : {"", "0", "5X", "-5M"})
        CHECK(attempt(size, folder.here()).status == 64);
    CHECK(run({"export", "my.exhibit17", "up.pdf", "--max-size", "5M"}, folder.here()).status == 64);
    const Finished without = attempt("5M", {.folder = folder.path(), .environment = {{"PATH", "/nonexistent"}}});
    CHECK(without.status == 69);
    CHECK(contains(without.errors, "poppler-utils"));
    CHECK(filesIn(folder.path()) == 1);
    CHECK(run({"export", "my.exhibit17", "--profile", "upload", "--dry-run"}, folder.here()).status == 0);
}
