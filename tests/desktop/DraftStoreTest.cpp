// What isn't saved yet is on the disk, whole, private, and gone when it is discarded.

#include "desktop/model/DraftStore.h"
#include "desktop/model/NoteDrafts.h"

#include "InChild.h"
#include "VirtualDesktop.h"
#include "core/Random.h"
#include "desktop/model/Desk.h"
#include "store/Beside.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <sys/stat.h>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

CapturedItem frame(std::string_view bytes) {
    CapturedItem item;
    item.role = Role::Screenshot;
    item.origin = Origin::Screen;
    item.fileName = "chat.png";
    item.picture = PictureFacts{3, 2, 150, "HDMI-1"};
    item.bytes = std::make_shared<MemorySource>(bytes);
    return item;
}

ExhibitDraft draftOfAll() {
    ExhibitDraft draft;
    draft.method = "region";
    draft.conversation = Conversation::Fresh;
    draft.time = FixedClock(Instant{7}).read();
    draft.prompt = {"Who?\r\n\xff\xc2\xa0", Origin::Clipboard, "https://www.meta.ai/c/1", true};
    draft.response = {"Nobody.", Origin::Typed, {}, false};
    draft.checked = true;
    draft.address = "https://www.meta.ai/c/2";
    draft.appTime = "10:01";
    draft.model = "Llama";
    draft.account = "logged out";
    draft.windowTitle = "Chat \xfe";
    draft.note = "mine";
    CapturedItem derived = frame("derived");
    derived.parent = 0;
    draft.pictures = {{frame("first"), derived}, {frame("second"), frame("third")}};
    return draft;
}

std::string contentOf(const CapturedItem& item) {
    return std::string(textOf(item.bytes->readAll(1000).value()));
}

std::string readHex(const std::filesystem::path& file) {
    return hexOf(FileSource::open(file).value()->readAll(1 << 10).value());
}

std::size_t filesIn(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

} // namespace

TEST_CASE("a draft comes back byte for byte, with the originals of its pictures alone") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "Erika.exhibit17";
    CHECK_FALSE(DraftStore(path).exists());
    const ExhibitDraft draft = draftOfAll();
    REQUIRE(DraftStore(path).keep(draft));
    REQUIRE(DraftStore(path).exists());
    const auto kept = DraftStore(path).load();
    REQUIRE(kept);
    CHECK(kept->draft.prompt.text == draft.prompt.text);
    CHECK(kept->draft.prompt.origin == Origin::Clipboard);
    CHECK(kept->draft.prompt.source == draft.prompt.source);
    CHECK(kept->draft.prompt.isPage);
    CHECK(kept->draft.response.text == draft.response.text);
    CHECK(kept->draft.checked);
    CHECK(kept->draft.method == "region");
    CHECK(kept->draft.conversation == Conversation::Fresh);
    CHECK(kept->draft.time->utc == Instant{7});
    CHECK(kept->draft.windowTitle == draft.windowTitle);
    CHECK(kept->draft.address + kept->draft.appTime + kept->draft.model + kept->draft.account + kept->draft.note ==
          draft.address + draft.appTime + draft.model + draft.account + draft.note);
    REQUIRE(kept->pictures.size() == 2);
    REQUIRE(kept->pictures[0].size() == 1);
    CHECK(contentOf(kept->pictures[0][0]) == "first");
    CHECK(kept->pictures[0][0].fileName == "chat.png");
    CHECK(kept->pictures[0][0].origin == Origin::Screen);
    CHECK(kept->pictures[0][0].picture == draft.pictures[0][0].picture);
    REQUIRE(kept->pictures[1].size() == 2);
    CHECK(contentOf(kept->pictures[1][1]) == "third");
}

TEST_CASE("nobody else reads a draft, and nothing of it is left when it is discarded or empty") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "Erika.exhibit17";
    DraftStore store(path);
    REQUIRE(store.keep(draftOfAll()));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
        struct stat status {};
        REQUIRE(::stat(entry.path().c_str(), &status) == 0);
        CHECK((status.st_mode & 0777) == (entry.is_directory() ? 0700 : 0600));
    }
    const test::TemporaryFolder links; // to what is on the disk
    std::filesystem::create_hard_link(folder.path() / ".Erika.draft/draft.json", links.path() / "text");
    std::filesystem::create_hard_link(folder.path() / ".Erika.draft/1", links.path() / "picture");
    store.discard();
    CHECK(filesIn(folder.path()) == 0);
    for (const char* const name : {"text", "picture"}) {
        const Bytes bytes = FileSource::open(links.path() / name).value()->readAll(1 << 20).value();
        CHECK_FALSE(bytes.empty());
        CHECK(std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; }));
    }
    REQUIRE(store.keep(draftOfAll()));
    REQUIRE(store.keep(ExhibitDraft{}));
    CHECK(filesIn(folder.path()) == 0);
}

TEST_CASE("a draft that was being discarded when the program ended is none any more") {
    constexpr rlim_t kPiece = rlim_t{64} << 10;
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "Erika.exhibit17";
    ExhibitDraft draft = draftOfAll();
    draft.prompt.text.assign(2 * kPiece, 'x');
    REQUIRE(DraftStore(path).keep(draft));
    REQUIRE(NoteDrafts(path).keep(1, {std::string(2 * kPiece, 'x')}));
    const int ended = test::inChild([&] {
        test::dieWhenWritingPast(kPiece);
        DraftStore(path).discard();
        return 0;
    });
    CHECK(ended == 128 + SIGXFSZ);
    DraftStore store(path);
    CHECK_FALSE(store.exists());
    store.discard();
    CHECK_FALSE(std::filesystem::exists(folder.path() / ".Erika.draft"));
    const int again = test::inChild([&] {
        test::dieWhenWritingPast(kPiece);
        NoteDrafts(path).discard(1);
        return 0;
    });
    CHECK(again == 128 + SIGXFSZ);
    CHECK(NoteDrafts(path).load(1) == NoteDraft{});
}

TEST_CASE("pictures are written once, and those that were removed go from the disk") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "Erika.exhibit17";
    const auto kept = folder.path() / ".Erika.draft";
    DraftStore store(path);
    ExhibitDraft draft = draftOfAll();
    REQUIRE(store.keep(draft));
    CHECK(filesIn(kept) == 4);
    const auto written = std::filesystem::last_write_time(kept / "1");
    draft.note = "changed";
    REQUIRE(store.keep(draft));
    CHECK(std::filesystem::last_write_time(kept / "1") == written);
    draft.pictures.pop_back();
    REQUIRE(store.keep(draft));
    CHECK(filesIn(kept) == 2);
    // Whoever loads it goes on where the other stopped.
    DraftStore next(path);
    const auto loaded = next.load();
    REQUIRE(loaded);
    ExhibitDraft more = loaded->draft;
    more.pictures = {{loaded->pictures[0][0]}, {frame("fourth")}};
    REQUIRE(next.keep(more));
    CHECK(std::filesystem::last_write_time(kept / "1") == written);
    CHECK(contentOf(DraftStore(path).load()->pictures[1][0]) == "fourth");
}

TEST_CASE("what isn't a draft of ours is refused") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "Erika.exhibit17";
    DraftStore store(path);
    CHECK(store.load().error().code == ErrorCode::NotFound);
    REQUIRE(store.keep(draftOfAll()));
    const auto file = folder.path() / ".Erika.draft" / "draft.json";
    std::ifstream in(file);
    std::string text(std::istreambuf_iterator<char>(in), {});
    const auto refuses = [&](const std::string& from, const std::string& to) {
        std::string changed = text;
        const auto at = changed.find(from);
        REQUIRE(at != std::string::npos);
        std::ofstream(file) << changed.replace(at, from.size(), to);
        CHECK_FALSE(DraftStore(path).load());
    };
    refuses("exhibit17-draft-1", "exhibit17-draft-2");
    refuses(R"("file":"1")", R"("file":"../1")");
    refuses("\"origin\"", "\"other\"");
    refuses("{", "[");
    const auto aside = store.setAside();
    REQUIRE(aside);
    CHECK(std::filesystem::exists(*aside / "1"));
    CHECK_FALSE(store.exists());
}

TEST_CASE("what can be read of a damaged draft comes back, and the rest isn't written over") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "Erika.exhibit17";
    const auto kept = folder.path() / ".Erika.draft";
    REQUIRE(DraftStore(path).keep(draftOfAll()));
    const auto all = DraftStore(path).load();
    REQUIRE(all);
    std::filesystem::remove(kept / "1");
    std::filesystem::create_directory(kept / "1"); // it can't be read, and it is there
    DraftStore store(path);
    const auto loaded = store.load();
    REQUIRE(loaded);
    CHECK(loaded->unreadable == 1);
    CHECK(loaded->draft.prompt.text == all->draft.prompt.text);
    ExhibitDraft more = loaded->draft;
    more.pictures = {{frame("another")}};
    REQUIRE(store.keep(more));
    CHECK(std::filesystem::is_directory(kept / "1"));
}

TEST_CASE("the pictures of a draft outlive it") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "Erika.exhibit17";
    REQUIRE(DraftStore(path).keep(draftOfAll()));
    DraftStore store(path);
    const auto loaded = store.load();
    REQUIRE(loaded);
    store.discard();
    CHECK(contentOf(loaded->pictures[0][0]) == contentOf(draftOfAll().pictures[0][0]));
}

TEST_CASE("a case that is destroyed takes its draft with it") {
    const test::TemporaryFolder folder;
    const SystemClock clock;
    SystemRandom random;
    const media::NullMediaHelper helper;
    const Desk desk(clock, random, helper);
    CaseDetails details;
    details.subject.name = "Erika Muster";
    details.country = "DE";
    details.wishes = {Wish::Erasure};
    const auto path = desk.create(folder.path(), details);
    REQUIRE(path);
    REQUIRE(DraftStore(*path).keep(draftOfAll()));
    REQUIRE(NoteDrafts(*path).keep(1, {"mine"}));
    SECTION("by this program or another") {
        REQUIRE(CaseFile::destroy(*path, {clock, random, "test"}));
        CHECK(filesIn(folder.path()) == 0);
    }
    SECTION("by hand, and the next one of that name doesn't get it") {
        std::filesystem::remove(*path);
        const auto next = desk.create(folder.path(), details);
        REQUIRE(next);
        CHECK(next->filename() == "Erika Muster 2.exhibit17");
        CHECK_FALSE(DraftStore(*next).exists());
        CHECK(DraftStore(*path).load());
    }
}

TEST_CASE("notes in the making are kept for each exhibit, privately, and leave nothing behind") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "Erika.exhibit17";
    const NoteDrafts drafts(path);
    CHECK(drafts.load(1) == NoteDraft{});
    REQUIRE(drafts.keep(1, {"first"}));
    REQUIRE(drafts.keep(1, {"first, longer"}));
    REQUIRE(drafts.keep(2, {"second"}));
    CHECK(NoteDrafts(path).load(1) == NoteDraft{"first, longer"});
    CHECK(drafts.load(2) == NoteDraft{"second"});
    CHECK(drafts.load(3) == NoteDraft{});
    struct stat facts {};
    REQUIRE(::stat((folder.path() / ".Erika.notes").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0700);
    REQUIRE(::stat((folder.path() / ".Erika.notes" / "1").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
    const NoteDraft change{"changed", sha256(bytesOf("a note"))};
    REQUIRE(drafts.keep(1, change));
    CHECK(NoteDrafts(path).load(1) == change);
    CHECK_FALSE(std::filesystem::exists(folder.path() / ".Erika.notes" / "1"));
    REQUIRE(drafts.keep(1, {{}, change.instead}));
    CHECK(drafts.load(1) == NoteDraft{});
    drafts.discard(2);
    CHECK(filesIn(folder.path()) == 0);
    REQUIRE(drafts.keep(1, {"again"}));
    REQUIRE(drafts.keep(2, change));
    // A second name shows what becomes of the bytes.
    const test::TemporaryFolder other;
    std::filesystem::create_hard_link(folder.path() / ".Erika.notes" / "1", other.path() / "1");
    std::filesystem::create_hard_link(folder.path() / ".Erika.notes" / ("2." + change.instead->hex()),
                                      other.path() / "2");
    drafts.discard(1);
    CHECK(readHex(other.path() / "1") == std::string(5 * 2, '0'));
    shredBeside(path);
    CHECK(filesIn(folder.path()) == 0);
    CHECK(readHex(other.path() / "2") == std::string(7 * 2, '0'));
}
