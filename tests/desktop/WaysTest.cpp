// The ways into an exhibit, with real mouse and keys, and what a killed program leaves.

#include "BarWorld.h"
#include "PaintedWindow.h"
#include "desktop/Message.h"
#include "desktop/PictureWindow.h"
#include "desktop/model/DraftStore.h"
#include "desktop/model/ExhibitDraft.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QWindow>
#include <catch2/catch.hpp>
#include <csignal>

using namespace exhibit;
using namespace exhibit::desktop;
using test::BarWorld;
using test::button;
using test::copy;
using test::fileContent;
using test::named;
using test::World;

namespace {

/// The bar beside a window with a known picture.
struct ChatWorld : BarWorld {
    test::PaintedWindow chat{desktop.display(), "Chat", QRect(100, 60, 700, 600), 0x0a7cff};

    ChatWorld() {
        bar.activateWindow();
        REQUIRE(test::comesTrue([&] { return bar.isActiveWindow(); }));
    }
    void setDelay(int index) const { bar.findChild<QComboBox*>()->setCurrentIndex(index); }
};

} // namespace

TEST_CASE("a killed program loses neither a text nor a picture, and what is saved leaves nothing behind") {
    World world;
    const auto home = world.desktop.folder();
    const auto cases = home / "Documents" / "Exhibit 17";
    const auto path = world.makeCase(cases);
    const auto kept = cases / ".Erika Muster.draft";
    const std::string picture = fileContent(std::filesystem::path(TEST_DATA) / "desk-1x-light.png");
    const auto waitForWindow = [&] { static_cast<void>(world.desktop.window("Exhibit 17")); };
    {
        const auto copied = copy(picture, "image/png");
        const test::Process program({DESKTOP_PROGRAM, path.string()}, world.desktop.environment());
        waitForWindow();
        REQUIRE(test::waitUntil(
            [&] {
                world.hand.key("alt+d"); // add an exhibit
                world.hand.key("alt+1");
                world.hand.key("ctrl+a");
                world.hand.type("Who is Erika?");
                return std::filesystem::exists(kept / "draft.json");
            },
            test::Seconds(20)));
        world.hand.key("alt+u"); // paste the picture
        REQUIRE(test::waitUntil(
            [&] {
                return fileContent(kept / "1") == picture &&
                       fileContent(kept / "draft.json").find("\"file\":\"1\"") != std::string::npos &&
                       fileContent(kept / "draft.json").find(hexOf(bytesOf("Who is Erika?"))) != std::string::npos;
            },
            test::Seconds(20)));
        ::kill(program.id(), SIGKILL);
    }
    {
        const test::Process program({DESKTOP_PROGRAM}, world.desktop.environment());
        waitForWindow();
        REQUIRE(test::waitUntil(
            [&] {
                world.hand.key("ctrl+Return");
                const auto summary = world.desk.summary(path);
                return summary && summary->exhibits == 1;
            },
            test::Seconds(20)));
        REQUIRE(test::waitUntil([&] { return !std::filesystem::exists(kept); }, test::Seconds(10)));
    }
    const auto exhibit = world.desk.exhibit(path, 1);
    REQUIRE(exhibit);
    CHECK(exhibit->texts.at(0).text == "Who is Erika?");
    REQUIRE(exhibit->pictures.size() == 1);
    CHECK(exhibit->pictures[0].original.size == picture.size());
    std::filesystem::remove_all(home / "Documents");
}

TEST_CASE("what isn't saved is there again, with a sentence, and what is cleared is gone") {
    World world;
    const auto path = world.makeCase(world.folder.path());
    const auto other = world.makeCase(world.folder.path());
    const auto kept = world.folder.path() / ".Erika Muster.draft";
    {
        AddPage page(world.desk);
        page.start(path);
        page.findChild<QPlainTextEdit*>("prompt")->setPlainText("Who is Erika?");
        page.addFiles({QStringLiteral(TEST_DATA "/desk-1x-light.png")});
        REQUIRE(test::comesTrue([&] { return page.pictures() == 1; }));
        page.start(other); // another case knows nothing of it
        CHECK(page.prompt().empty());
        CHECK(page.pictures() == 0);
    }
    AddPage page(world.desk);
    page.start(path);
    REQUIRE(test::comesTrue([&] { return page.message().text().contains("wasn't saved yet"); }));
    CHECK(page.prompt() == "Who is Erika?");
    CHECK(page.pictures() == 1);
    page.show();
    page.activateWindow();
    REQUIRE(test::comesTrue([&] { return page.isActiveWindow(); }));
    world.hand.click(button(page, "Clear"));
    REQUIRE(test::comesTrue([&] { return !std::filesystem::exists(kept); }));
    CHECK(page.prompt().empty());
    world.hand.click(button(page, "Undo"));
    CHECK(page.prompt() == "Who is Erika?");
    CHECK(page.pictures() == 1);
    REQUIRE(test::comesTrue([&] { return std::filesystem::exists(kept / "draft.json"); }));
}

TEST_CASE("what was saved the moment that the program ended isn't offered to be saved again") {
    World world;
    const auto path = world.makeCase(world.folder.path());
    DraftStore store(path);
    ExhibitDraft draft;
    draft.prompt.text = "Who is Erika?";
    REQUIRE(store.keep(draft));
    const auto offers = [&] {
        AddPage page(world.desk);
        page.start(path);
        REQUIRE(test::comesTrue([&] { return page.isEnabled(); })); // what was kept has been read
        return page.prompt() == draft.prompt.text;
    };
    CHECK(offers());
    REQUIRE(store.noteSaving(0));
    CHECK(offers()); // saving had only begun
    REQUIRE(world.desk.add(path, draft.capture(world.clock).value()));
    CHECK_FALSE(offers());
    CHECK_FALSE(std::filesystem::exists(world.folder.path() / ".Erika Muster.draft"));
    // The same once more is another exhibit.
    REQUIRE(store.keep(draft));
    CHECK(offers());
}

TEST_CASE("the last step in the bar is taken back, and an address that was copied is known as one") {
    ChatWorld world;
    {
        const auto copied = copy("Who is Erika?");
        world.hand.click(button(world.bar, "1. Take the prompt"));
        REQUIRE(test::comesTrue([&] { return world.page.prompt() == "Who is Erika?"; }));
    }
    {
        const auto copied = copy("https://www.meta.ai/c/1");
        world.hand.click(button(world.bar, "3. Take the answer"));
        REQUIRE(test::comesTrue([&] { return world.page.message().text().contains("is an address"); }));
        CHECK(world.page.response().empty());
    }
    world.takePart({140, 160}, {440, 360});
    world.hand.click(button(world.bar, "Undo"));
    CHECK(world.page.pictures() == 0);
    CHECK(world.page.prompt() == "Who is Erika?");
    const auto exhibit = world.saved();
    CHECK(exhibit.pictures.empty());
    const auto address = std::find_if(exhibit.texts.begin(), exhibit.texts.end(), [](const ShownText& text) {
        return text.artifact.role == Role::ConversationUrl;
    });
    REQUIRE(address != exhibit.texts.end());
    CHECK(address->text == "https://www.meta.ai/c/1");

    // Saved too early.
    REQUIRE(test::comesTrue([&] { return world.page.prompt().empty(); }));
    world.hand.click(button(world.bar, "Undo"));
    REQUIRE(
        test::comesTrue([&] { return world.bar.findChild<Message*>()->text().contains("Exhibit 1 is taken back"); }));
    CHECK(world.page.prompt() == "Who is Erika?");
    CHECK(world.desk.summary(world.path)->exhibits == 0);
}

TEST_CASE("the same part is taken again by a button and by a key in any window") {
    ChatWorld world;
    world.takePart({140, 160}, {440, 360});
    world.hand.click(button(world.bar, "Again"));
    world.awaitPictures(2);
    world.desktop.tool({"xdotool", "windowactivate", "--sync", world.chat.id()});
    world.hand.key("ctrl+alt+e");
    world.awaitPictures(3);
    const auto exhibit = world.saved();
    REQUIRE(exhibit.pictures.size() == 3);
    CHECK(world.savedPicture(1).size() == QSize(300, 200));
    CHECK(world.savedPicture(2) == world.savedPicture(1));
    CHECK(world.savedPicture(3) == world.savedPicture(1));
    CHECK(exhibit.record.method == "region");
    // A closed bar leaves the key to others.
    world.bar.close();
    CHECK(capture::GlobalKey::listen(capture::kPictureKey, [] {}));
}

TEST_CASE("a delay is counted down where it can be seen, and Esc in the chat ends it") {
    ChatWorld world;
    world.setDelay(1);
    world.hand.click(button(world.bar, "The window"));
    REQUIRE(test::comesTrue([&] { return world.countdown() != nullptr; }));
    CHECK_FALSE(world.bar.isVisible());
    CHECK(dynamic_cast<const QLabel&>(named(*world.countdown(), "countdown")).text() == "Picture in 3 s");
    world.desktop.tool({"xdotool", "windowactivate", "--sync", world.chat.id()});
    world.hand.key("Escape");
    REQUIRE(test::comesTrue([&] { return world.bar.isVisible(); }));
    CHECK(world.countdown() == nullptr);
    CHECK(world.page.pictures() == 0);
    // The chat keeps the keyboard; the mouse finds the bar as soon as it is drawn.
    REQUIRE(test::comesTrue([&] { return world.bar.windowHandle()->isExposed(); }));
    static_cast<void>(test::comesTrue([] { return false; }, 500));

    QElapsedTimer timer;
    timer.start();
    world.hand.click(button(world.bar, "The window"));
    world.awaitPictures(1);
    CHECK(timer.elapsed() >= 3000);
    // Neither the bar nor the seconds are in the picture.
    static_cast<void>(world.saved());
    CHECK(world.savedPicture(1).size() == QSize(700, 600));
}

TEST_CASE("a part that shows one colour alone is refused, and it is said what to do") {
    ChatWorld world;
    world.hand.click(button(world.bar, "A part"));
    world.choosePart({900, 700}, {1000, 800});
    REQUIRE(test::comesTrue([&] { return world.bar.isVisible(); }));
    REQUIRE(test::comesTrue([&] {
        const auto* const message = world.bar.findChild<Message*>();
        return message->text().contains("all one colour") && message->text().contains("capture again");
    }));
    CHECK(world.page.pictures() == 0);
}

TEST_CASE("no window of the program is in a picture, and each is back afterwards") {
    ChatWorld world;
    world.takePart({140, 160}, {440, 360});
    world.page.showPictures();
    QWidget* const pictures = world.page.findChild<PictureWindow*>()->window();
    pictures->setGeometry(100, 100, 500, 400);
    REQUIRE(test::comesTrue([&] { return pictures->windowHandle()->isExposed(); }));
    world.hand.click(button(world.bar, "Again"));
    world.awaitPictures(2);
    CHECK(pictures->isVisible());
    static_cast<void>(world.saved());
    CHECK(world.savedPicture(2) == world.savedPicture(1));
}
