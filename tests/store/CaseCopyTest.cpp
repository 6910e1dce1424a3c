#include "store/CaseCopy.h"

#include "StoreFixture.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

using namespace exhibit;
using namespace exhibit::test;

namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

} // namespace

TEST_CASE("A copy of a case is the same bytes in a private file") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "a.exhibit17", details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(capture("prompt", std::string(3 * kPieceSize, 'x'))) == 1);
    REQUIRE(copyCase(folder / "a.exhibit17", folder / "b.exhibit17", world.environment));
    CHECK(contentOf(folder / "b.exhibit17") == contentOf(folder / "a.exhibit17"));
    CHECK(std::filesystem::status(folder / "b.exhibit17").permissions() == std::filesystem::perms(0600));
    const auto copy = CaseFile::open(folder / "b.exhibit17", Access::Write, world.environment);
    REQUIRE(copy);
    CHECK(copy->id() == file->id());
    CHECK(faults(*copy).empty());
    // The one that was copied still works, and they are two.
    REQUIRE(file->addExhibit(capture("second", "")) == 2);
    CHECK(copy->exhibits()->size() == 1);
}

TEST_CASE("A copy replaces nothing, and one that is stopped leaves nothing") {
    const Folder folder;
    World world;
    REQUIRE(CaseFile::create(folder / "a.exhibit17", details(), world.environment));
    std::ofstream(folder / "b.exhibit17") << "something else";
    const auto refused = copyCase(folder / "a.exhibit17", folder / "b.exhibit17", world.environment);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::AlreadyExists);
    CHECK(contentOf(folder / "b.exhibit17") == "something else");
    const auto stopped = copyCase(folder / "a.exhibit17", folder / "c.exhibit17", world.environment,
                                  [](std::uint64_t, std::uint64_t) { return false; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"a.exhibit17", "b.exhibit17"});
    const auto missing = copyCase(folder / "none.exhibit17", folder / "d.exhibit17", world.environment);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::NotFound);
}
