#include "store/CaseFile.h"

#include "StoreFixture.h"
#include "core/CaptureRecord.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/stat.h>

using namespace exhibit;
using namespace exhibit::test;

namespace {

std::string readAll(const CaseFile& file, const Artifact& artifact) {
    const auto source = file.bytes(artifact);
    REQUIRE(source);
    const auto bytes = (*source)->readAll(std::uint64_t{1} << 30);
    REQUIRE(bytes);
    return std::string(textOf(*bytes));
}

mode_t modeOf(const std::filesystem::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

} // namespace

TEST_CASE("A new case is one private file with nothing but its making in the log") {
    const Folder folder;
    World world;
    const auto made = CaseFile::create(folder / "a.exhibit17", details(), world.environment);
    REQUIRE(made);
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"a.exhibit17"});
    CHECK(modeOf(folder / "a.exhibit17") == 0600);
    CHECK(made->id().size() == 32);
    CHECK(made->createdAt() == world.clock.now());
    CHECK(made->details() == details());
    CHECK(made->exhibits()->empty());
    CHECK(made->custodyLines()->size() == 1);
    CHECK(faults(*made).empty());
}

TEST_CASE("What is added comes back byte for byte") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "a.exhibit17", details(), world.environment);
    REQUIRE(file);
    const std::string prompt = "Who is J\xc3\xbcrgen?\r\n\x80 trailing  ";
    std::string large(3 * kPieceSize + 5, 'x');
    large[kPieceSize] = 'y';
    REQUIRE(file->addExhibit(capture(prompt, large)) == 1);
    REQUIRE(file->addExhibit(capture("second", "")) == 2);

    const auto reopened = CaseFile::open(folder / "a.exhibit17", Access::Read, world.environment);
    REQUIRE(reopened);
    const auto exhibit = reopened->exhibit(1);
    REQUIRE(exhibit);
    REQUIRE(exhibit->artifacts.size() == 4);
    CHECK(readAll(*reopened, exhibit->artifacts[0]) == prompt);
    CHECK(readAll(*reopened, exhibit->artifacts[2]) == large);
    CHECK(exhibit->artifacts[2].fileName == "shot.png");
    CHECK(exhibit->artifacts[2].picture == PictureFacts{1080, 2340, 300, "HDMI-1"});
    CHECK(exhibit->artifacts[3].parent == exhibit->artifacts[2].id);
    CHECK(exhibit->artifacts[3].ordinal == 2);
    CHECK(exhibit->artifacts[2].digest == sha256(bytesOf(large)));
    CHECK(readAll(*reopened, reopened->exhibit(2)->artifacts[2]).empty());

    const auto record = CaptureRecord::fromJson(exhibit->record);
    REQUIRE(record);
    CHECK(record->caseId == reopened->id());
    CHECK(record->artifacts.at(2).commitment == exhibit->artifacts[2].commitment());
    CHECK(faults(*reopened).empty());

    const auto list = reopened->exhibits();
    REQUIRE(list);
    REQUIRE(list->size() == 2);
    CHECK(list->at(0).promptStart == prompt);
    CHECK(list->at(0).screenshots == 1);
    CHECK(list->at(0).attachments == 0);
    CHECK(list->at(0).surface == Surface::WhatsApp);
}
