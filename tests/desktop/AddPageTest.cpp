// A new exhibit while something goes on beside it: nothing is lost, nothing is mixed up.

#include "desktop/AddPage.h"

#include "PageWorld.h"
#include "core/Hash.h"
#include "desktop/Message.h"
#include "desktop/model/DraftStore.h"

#include <QClipboard>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <catch2/catch.hpp>
#include <fstream>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

const QString kPicture = QStringLiteral(TEST_DATA "/desk-1x-light.png");

struct AddWorld : test::PageWorld {
    std::filesystem::path path = makeCase();

    static void type(AddPage& page, const char* field, const char* text) {
        page.findChild<QPlainTextEdit*>(QString::fromLatin1(field))->setPlainText(QString::fromUtf8(text));
    }
    static void addPicture(AddPage& page, const QString& file = kPicture) {
        const int before = page.pictures();
        page.addFiles({file});
        REQUIRE(test::comesTrue([&] { return page.pictures() == before + 1; }));
    }
    /// A file with some lines of a long chat, each different.
    [[nodiscard]] QString partOfChat(int from) const {
        QImage image(400, 600, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        for (int line = 0; line < 60; ++line)
            painter.drawText(10 + line * 37 % 90, line * 20 - from, QStringLiteral("This is line %1").arg(line * 7919));
        painter.end();
        const QString file =
            QString::fromStdString((folder.path() / ("part" + std::to_string(from) + ".png")).string());
        REQUIRE(image.save(file));
        return file;
    }
    [[nodiscard]] int exhibits() const { return desk.summary(path)->exhibits; }
    [[nodiscard]] Digest firstPictureOf(int exhibit) const {
        return desk.exhibit(path, exhibit)->pictures.at(0).original.digest;
    }
    void saveAndWait(AddPage& page) const {
        const int before = exhibits();
        page.save();
        REQUIRE(test::comesTrue([&] { return exhibits() == before + 1 && page.pictures() == 0; }));
    }
};

Digest digestOf(const QString& file) {
    return sha256(*FileSource::open(file.toStdString()).value()).value();
}

Capture screenCapture(const char* method) {
    Capture capture;
    capture.method = method;
    capture.time = SystemClock().read();
    CapturedItem item;
    item.role = Role::Screenshot;
    item.mediaType = "image/png";
    item.origin = Origin::Program;
    item.bytes = FileSource::open(kPicture.toStdString()).value();
    capture.items.push_back(item);
    return capture;
}

} // namespace

TEST_CASE("a picture that comes back after a restart is the same one, even when it was cleared in between") {
    AddWorld world;
    {
        AddPage page(world.desk);
        page.start(world.path);
        AddWorld::addPicture(page);
    }
    AddPage page(world.desk);
    page.start(world.path);
    REQUIRE(test::comesTrue([&] { return page.message().text().contains("wasn't saved yet"); }));
    for (auto* const button : page.findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("C&lear"))
            button->click();
    REQUIRE(test::comesTrue([&] { return !std::filesystem::exists(world.folder.path() / ".Erika Muster.draft"); }));
    page.undo();
    AddWorld::type(page, "prompt", "Who is Erika?");
    world.saveAndWait(page);
    CHECK(world.firstPictureOf(1) == digestOf(kPicture));
}

TEST_CASE("a file is stored as it was looked at, whatever is written into it meanwhile") {
    AddWorld world;
    const auto file = world.folder.path() / "shot.png";
    std::filesystem::copy_file(kPicture.toStdString(), file);
    AddPage page(world.desk);
    page.start(world.path);
    AddWorld::addPicture(page, QString::fromStdString(file.string()));
    {
        std::fstream same(file, std::ios::in | std::ios::out);
        same << std::string(1000, '\0');
    }
    AddWorld::type(page, "prompt", "Who is Erika?");
    world.saveAndWait(page);
    CHECK(world.firstPictureOf(1) == digestOf(kPicture));
}

TEST_CASE("what is entered while an exhibit is being saved is the beginning of the next") {
    AddWorld world;
    AddPage page(world.desk);
    page.start(world.path);
    AddWorld::type(page, "prompt", "Who is Erika?");
    AddWorld::addPicture(page);
    page.save();
    AddWorld::type(page, "response", "Erika lives in Musterstadt.");
    page.addCapture(screenCapture("region"));
    REQUIRE(test::comesTrue([&] { return world.exhibits() == 1 && page.pictures() == 1 && page.prompt().empty(); }));
    CHECK(page.response() == "Erika lives in Musterstadt.");
    CHECK(world.desk.exhibit(world.path, 1)->texts.size() == 1);
    AddWorld::type(page, "prompt", "And where does she work?");
    world.saveAndWait(page);
    const auto second = world.desk.exhibit(world.path, 2);
    REQUIRE(second);
    CHECK(second->record.method == "region");
    CHECK(second->texts.size() == 2);
}

TEST_CASE("what goes on when the page is left is finished for its own case") {
    AddWorld world;
    const auto other = world.makeCase("Max Muster");
    SECTION("a picture that is being looked at is in the draft") {
        {
            AddPage page(world.desk);
            page.start(world.path);
            page.addFiles({kPicture});
            if (GENERATE(false, true))
                page.start(other);
        }
        AddPage page(world.desk);
        page.start(world.path);
        REQUIRE(test::comesTrue([&] { return page.pictures() == 1; }));
    }
    SECTION("what is being saved is no draft any more") {
        {
            AddPage page(world.desk);
            page.start(world.path);
            AddWorld::type(page, "prompt", "Who is Erika?");
            page.save();
            page.start(other);
            CHECK(page.prompt().empty());
        }
        CHECK(world.exhibits() == 1);
        CHECK_FALSE(AddPage(world.desk).hasUnsaved(world.path));
    }
}

TEST_CASE("parts that are taken back while they are put together stay taken back") {
    AddWorld world;
    AddPage page(world.desk);
    page.start(world.path);
    AddWorld::addPicture(page);
    for (const int from : {0, 200})
        AddWorld::addPicture(page, world.partOfChat(from));
    page.joinLast(2);
    SECTION("as long as nothing is changed they become one") {
        REQUIRE(test::comesTrue([&] { return page.message().text().contains("one long picture"); }));
        CHECK(page.pictures() == 2);
    }
    SECTION("one is taken back") {
        page.undo();
        REQUIRE(test::comesTrue([&] { return page.message().text().contains("stay separate"); }));
        CHECK(page.pictures() == 2);
    }
    SECTION("all are") {
        for (int step = 0; step < 3; ++step)
            page.undo();
        REQUIRE(test::comesTrue([&] { return page.message().text().contains("stay separate"); }));
        CHECK(page.pictures() == 0);
    }
}

TEST_CASE("an exhibit says that its pictures were taken in several ways") {
    AddWorld world;
    AddPage page(world.desk);
    page.start(world.path);
    AddWorld::type(page, "prompt", "Who is Erika?");
    page.addCapture(screenCapture("window"));
    REQUIRE(test::comesTrue([&] { return page.pictures() == 1; }));
    page.addCapture(screenCapture("region"));
    REQUIRE(test::comesTrue([&] { return page.pictures() == 2; }));
    SECTION("both") {
        world.saveAndWait(page);
        CHECK(world.desk.exhibit(world.path, 1)->record.method == "several");
    }
    SECTION("one was taken back") {
        page.undo();
        world.saveAndWait(page);
        CHECK(world.desk.exhibit(world.path, 1)->record.method == "window");
    }
}

TEST_CASE("who saves without a prompt is told once what that means") {
    AddWorld world;
    AddPage page(world.desk);
    page.start(world.path);
    AddWorld::addPicture(page);
    page.save();
    CHECK(page.message().text().contains("prompt is missing"));
    CHECK(world.exhibits() == 0);
    world.saveAndWait(page);
    CHECK(world.exhibits() == 1);
}

TEST_CASE("an exhibit that was just saved is taken back whole, as long as nothing was made of it") {
    AddWorld world;
    AddPage page(world.desk);
    page.start(world.path);
    AddWorld::type(page, "prompt", "Who is Erika?");
    AddWorld::addPicture(page);
    page.findChild<QComboBox*>()->setCurrentIndex(1);
    world.saveAndWait(page);
    REQUIRE(page.lastStep() == "saving exhibit 1");

    SECTION("it is on the page again, and saved anew under another number") {
        page.undo();
        CHECK(page.prompt() == "Who is Erika?");
        CHECK(page.pictures() == 1);
        CHECK(page.lastStep().isEmpty());
        REQUIRE(test::comesTrue([&] { return page.message().text().contains("Exhibit 1 is taken back"); }));
        CHECK(world.exhibits() == 0);
        CHECK(DraftStore(world.path).savingAfter() == 0); // cut short before, it would be the exhibit's alone
        {
            AddPage again(world.desk); // should the program end now
            again.start(world.path);
            CHECK(test::comesTrue([&] { return again.pictures() == 1 && again.prompt() == "Who is Erika?"; }));
        }
        world.saveAndWait(page);
        CHECK(world.exhibits() == 1);
        CHECK(world.firstPictureOf(2) == digestOf(kPicture));
        CHECK(world.desk.exhibit(world.path, 2)->record.conversation == Conversation::Fresh);
    }
    SECTION("not while a picture is on its way that would come to stand beside it") {
        page.addFiles({kPicture});
        CHECK(page.lastStep().isEmpty());
        page.undo();
        CHECK(page.prompt().empty());
        REQUIRE(test::comesTrue([&] { return page.lastStep() == "the picture"; }));
        CHECK(world.exhibits() == 1);
    }
    SECTION("not if the draft can't be kept") {
        const auto draft = world.folder.path() / ".Erika Muster.draft";
        std::filesystem::remove_all(draft);
        std::ofstream(draft) << "in the way";
        page.undo();
        REQUIRE(test::comesTrue([&] { return page.message().text().contains("can't be taken back"); }));
        CHECK(page.prompt() == "Who is Erika?");
        CHECK(world.exhibits() == 1);
    }
    SECTION("not another exhibit that is there in its place") {
        REQUIRE(world.desk.destroy(world.path));
        REQUIRE(world.makeCase() == world.path);
        ExhibitDraft other;
        other.prompt.text = "Something else?";
        REQUIRE(world.desk.add(world.path, other.capture(world.clock).value()));
        page.undo();
        REQUIRE(test::comesTrue([&] { return page.message().text().contains("can't be taken back"); }));
        CHECK(world.exhibits() == 1);
    }
    SECTION("not over what was entered since") {
        AddWorld::type(page, "response", "A baker.");
        CHECK(page.lastStep().isEmpty());
        page.undo();
        CHECK(page.response() == "A baker.");
        CHECK(world.exhibits() == 1);
    }
    SECTION("first what was done since") {
        AddWorld::addPicture(page);
        CHECK(page.lastStep() == "the picture");
        page.undo();
        CHECK(test::comesTrue([&] { return page.lastStep() == "saving exhibit 1"; }));
    }
    SECTION("not after the person was elsewhere: it may have marks by then") {
        page.start(world.path);
        CHECK(page.lastStep().isEmpty());
    }
    SECTION("an exhibit that can't be withdrawn is said to be in both places") {
        const auto away = world.folder.path() / "away";
        std::filesystem::rename(world.path, away);
        page.undo();
        REQUIRE(test::comesTrue([&] { return page.message().text().contains("can't be taken back"); }));
        CHECK(page.prompt() == "Who is Erika?");
        std::filesystem::rename(away, world.path);
        CHECK(world.exhibits() == 1);
    }
}

TEST_CASE("each of several files that can't be used is named, and the others are taken") {
    AddWorld world;
    AddPage page(world.desk);
    page.start(world.path);
    const auto file = [&](const char* name) { return QString::fromStdString((world.folder.path() / name).string()); };
    for (const char* const name : {"bill.pdf", "notes.txt"})
        std::ofstream(file(name).toStdString()) << "This is no picture.";
    page.addFiles({file("bill.pdf"), file("gone.png"), kPicture, file("notes.txt")});
    REQUIRE(test::comesTrue([&] { return page.message().text().contains("3 files") && page.pictures() == 1; }));
    for (const char* const name : {"“bill.pdf”", "“gone.png”", "“notes.txt”"})
        CHECK(page.message().text().contains(QString::fromUtf8(name)));
    CHECK(page.message().isProblem());
    // And no longer beside the next ones.
    page.addFiles({file("gone.png")});
    CHECK_FALSE(page.message().text().contains("bill.pdf"));
}

TEST_CASE("a prompt that is still in the clipboard isn't taken for the answer") {
    AddWorld world;
    AddPage page(world.desk);
    page.start(world.path);
    QGuiApplication::clipboard()->setText(QStringLiteral("Who is Erika?"));
    page.takePrompt();
    page.takeAnswer();
    CHECK(page.prompt() == "Who is Erika?");
    CHECK(page.response().empty());
    CHECK(page.message().text().contains("is your prompt"));
    CHECK(page.lastStep() == QStringLiteral("the prompt"));
}
