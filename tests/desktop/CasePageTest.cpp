// The page of a case: what it shows is what the case is now.

#include "desktop/CasePage.h"

#include "CaseWorld.h"
#include "desktop/AddPage.h"
#include "desktop/DataSearch.h"
#include "desktop/MainWindow.h"
#include "desktop/Message.h"
#include "desktop/NotesPart.h"
#include "desktop/QuestionsPage.h"
#include "desktop/model/DraftStore.h"

#include <QSignalSpy>
#include <QTabBar>
#include <catch2/catch.hpp>
#include <fstream>

using namespace exhibit;
using namespace exhibit::desktop;

TEST_CASE("a case that is made anew under the name of a deleted one shows nothing of that one") {
    CaseWorld world;
    world.add("desk-1x-light.png");
    world.show();
    const QSize before = world.picture().pictureSize();
    REQUIRE(test::comesTrue([&] { return !world.list().item(0)->data(Qt::DecorationRole).isNull(); }));
    const auto thumbnail = [&] { return world.list().item(0)->data(Qt::DecorationRole).value<QImage>(); };
    const QImage thumbnailBefore = thumbnail();
    world.editor().addMarks({markOf({10, 10, 50, 20})});
    REQUIRE(test::comesTrue([&] { return world.editor().markings().marks.size() == 1; }));
    CHECK(world.editor().canUndo());
    world.note().setPlainText("Only of the old case.");
    REQUIRE(test::comesTrue([&] { return NoteDrafts(world.path).load(1).text == "Only of the old case."; }));

    REQUIRE(world.desk.destroy(world.path));
    REQUIRE(world.makeCase() == world.path);
    world.add("phone-2x-light.png");
    world.page->open(world.path);
    const QSize now = world.desk.picture(world.path, 1, 1)->size();
    REQUIRE(now != before);
    CHECK(test::comesTrue([&] { return world.picture().pictureSize() == now; }));
    CHECK(test::comesTrue([&] { return !thumbnail().isNull() && thumbnail() != thumbnailBefore; }));
    CHECK(test::comesTrue([&] { return world.noteText().isEmpty(); }));
    CHECK(world.editor().markings().marks.empty());
    CHECK_FALSE(world.editor().canUndo());
    world.page.reset();
    CHECK(NoteDrafts(world.path).load(1) == NoteDraft{});
}

TEST_CASE("a note that was removed comes back to its own exhibit alone") {
    CaseWorld world;
    world.add("desk-1x-light.png");
    REQUIRE(world.desk.writeNote(world.path, 1, "Of this case."));
    const auto other = world.makeCase("Petra Klein");
    REQUIRE(other != world.path);
    REQUIRE(world.desk.add(other, [&] {
        ExhibitDraft draft;
        draft.prompt.text = "Who is Petra?";
        return draft.capture(world.clock).value();
    }()));
    NotesPart part(world.desk);
    part.show(world.path, world.desk.exhibit(world.path, 1).value());
    const auto button = [&](const QString& name) {
        const auto buttons = part.findChildren<QPushButton*>();
        return *std::ranges::find_if(buttons, [&](const QPushButton* one) {
            return one->text().remove('&') == name || one->accessibleName() == name;
        });
    };
    QSignalSpy noted(&part, &NotesPart::noted);
    button("Remove note 1")->click();
    part.show(other, world.desk.exhibit(other, 1).value());
    REQUIRE(test::comesTrue([&] { return !noted.isEmpty(); }));
    CHECK(button("Bring the removed note back")->isHidden());
}

TEST_CASE("what is typed while a note is saved is the next one") {
    CaseWorld world;
    world.add("desk-1x-light.png");
    world.show(1);
    auto& part = world.child<NotesPart>();
    QSignalSpy noted(&part, &NotesPart::noted);
    world.note().setPlainText("They wrote back.");
    world.button("Add the note").click();
    world.note().setPlainText("They wrote back twice.");
    CHECK_FALSE(world.button("Add the note").isEnabled());
    REQUIRE(test::comesTrue([&] { return !noted.isEmpty(); }));
    CHECK(world.notes(1) == std::vector<std::string>{"They wrote back."});
    CHECK(world.noteText() == "They wrote back twice.");
    CHECK(test::comesTrue([&] { return NoteDrafts(world.path).load(1).text == "They wrote back twice."; }));
    CHECK(world.button("Add the note").isEnabled());
}

TEST_CASE("what was found stays until it is marked") {
    CaseWorld world;
    ExhibitDraft draft;
    draft.prompt.text = "Who is Erika Muster?";
    REQUIRE(world.desk.add(world.path, draft.capture(world.clock).value()));
    world.page->show();
    world.page->open(world.path);
    auto& search = world.child<DataSearch>();
    REQUIRE(test::comesTrue([&] { return world.editor().markings().texts.size() == 1; }));
    search.start();
    REQUIRE(test::comesTrue([&] { return search.proposals().size() == 1; }));
    QSignalSpy failed(&world.editor(), &MarkupEditor::failed);
    const auto away = world.path.string() + ".away";
    std::filesystem::rename(world.path, away);
    std::ofstream(world.path) << "no case";
    search.accept();
    REQUIRE(test::comesTrue([&] { return !failed.isEmpty(); }));
    CHECK(search.proposals().size() == 1);
    std::filesystem::rename(away, world.path);
    search.accept();
    CHECK(test::comesTrue([&] { return !search.isOpen() && world.editor().markings().marks.size() == 1; }));
}

TEST_CASE("each picture of an exhibit that is added from the capture bar is reached") {
    const CaseWorld world;
    QSettings settings(toQt(world.folder.path() / "settings.ini"), QSettings::IniFormat);
    MainWindow window(world.desk, settings, world.folder.path(), {});
    window.resize(1100, 800);
    window.show();
    emit window.findChild<QuestionsPage*>()->finished(toQt(world.path), true);
    auto& page = *window.findChild<CasePage*>();
    QSignalSpy opened(&page, &CasePage::opened);
    REQUIRE(test::comesTrue([&] { return !opened.isEmpty(); }));
    ExhibitDraft draft;
    for (int i = 0; i < 2; ++i) {
        CapturedItem picture;
        picture.role = Role::Screenshot;
        picture.origin = Origin::File;
        picture.bytes = FileSource::open(std::filesystem::path(TEST_DATA) / "desk-1x-light.png").value();
        draft.pictures.push_back(world.desk.takePicture(picture).value());
    }
    REQUIRE(world.desk.add(world.path, draft.capture(world.clock).value()));
    window.hide(); // as while the bar is used
    emit window.findChild<AddPage*>()->saved(world.path, 1);
    auto& picture = *page.findChild<MarkedPicture*>("picture");
    REQUIRE(test::comesTrue([&] { return !picture.pictureSize().isEmpty(); }));
    auto& strip = *page.findChild<QTabBar*>("pictureStrip");
    REQUIRE(strip.count() == 2);
    window.show();
    CHECK(test::comesTrue([&] { return strip.isVisible() && strip.height() >= strip.fontMetrics().height(); }));
    CHECK(strip.rect().contains(strip.tabRect(1)));
}

TEST_CASE("an exhibit that isn't saved yet is what a case needs first") {
    CaseWorld world;
    world.add("desk-1x-light.png");
    ExhibitDraft draft;
    draft.prompt.text = "Who is";
    DraftStore store(world.path);
    REQUIRE(store.keep(draft));
    world.show();
    CHECK(world.says("An exhibit isn't saved yet"));
    CHECK(world.isNext("Add an exhibit"));
    store.discard();
    world.page->open(world.path);
    CHECK(world.isNext("Make the dossier"));
}

TEST_CASE("who leaves an exhibit unsaved reads so on the page of the case") {
    const CaseWorld world;
    QSettings settings(toQt(world.folder.path() / "settings.ini"), QSettings::IniFormat);
    MainWindow window(world.desk, settings, world.folder.path(), {});
    window.show();
    window.openFile(toQt(world.path));
    auto& page = *window.findChild<CasePage*>();
    QSignalSpy opened(&page, &CasePage::opened);
    REQUIRE(test::comesTrue([&] { return !opened.isEmpty(); }));
    emit page.addRequested();
    auto& add = *window.findChild<AddPage*>();
    add.findChild<QPlainTextEdit*>("prompt")->setPlainText("Who is");
    emit add.backRequested(); // at once, before anything was kept
    CHECK(test::comesTrue([&] {
        return std::ranges::any_of(page.findChildren<QLabel*>(), [](const QLabel* label) {
            return label->text().contains("An exhibit isn't saved yet");
        });
    }));
}

TEST_CASE("the change of a note is kept until it is saved or given up") {
    CaseWorld world;
    world.add("desk-1x-light.png");
    world.add("phone-2x-light.png");
    REQUIRE(world.desk.writeNote(world.path, 1, "They wrote back."));
    REQUIRE(world.desk.writeNote(world.path, 1, "Another."));
    world.show(1);
    REQUIRE(world.says("They wrote back."));
    world.button("Change note 1").click();
    REQUIRE(world.noteText() == "They wrote back.");
    world.note().setPlainText("They wrote back twice.");
    world.note().document()->setModified(true); // as if it was typed
    SECTION("another note isn't changed meanwhile") {
        world.button("Change note 2").click();
        CHECK(world.noteText() == "They wrote back twice.");
        CHECK(world.page->message().text().contains("another note"));
    }
    world.list().select(2);
    REQUIRE(test::comesTrue([&] { return world.noteText().isEmpty(); }));
    CHECK(world.says("Write a note"));
    SECTION("in the same window") {
        world.list().select(1);
    }
    SECTION("over the end of the program") {
        world.startAgain();
    }
    SECTION("while another note is removed") {
        world.list().select(1);
        REQUIRE(test::comesTrue([&] { return world.noteText() == "They wrote back twice."; }));
        world.button("Remove note 2").click();
        REQUIRE(test::comesTrue([&] { return world.notes(1).size() == 1; }));
        REQUIRE(world.desk.writeNote(world.path, 2, "Of the other."));
    }
    world.list().select(1);
    REQUIRE(test::comesTrue([&] { return world.noteText() == "They wrote back twice."; }));
    REQUIRE(world.says("Change note 1"));
    world.button("Save the change").click();
    REQUIRE(test::comesTrue([&] {
        const auto notes = world.notes(1);
        return std::ranges::find(notes, "They wrote back twice.") != notes.end();
    }));
    const auto notes = world.notes(1);
    CHECK(std::ranges::find(notes, "They wrote back.") == notes.end());
    CHECK(test::comesTrue([&] { return world.noteText().isEmpty(); }));
    CHECK(NoteDrafts(world.path).load(1) == NoteDraft{});
}

TEST_CASE("a change of a note that is given up leaves nothing") {
    CaseWorld world;
    world.add("desk-1x-light.png");
    REQUIRE(world.desk.writeNote(world.path, 1, "They wrote back."));
    world.show();
    REQUIRE(world.says("They wrote back."));
    world.button("Change note 1").click();
    world.note().setPlainText("They wrote back twice.");
    REQUIRE(test::comesTrue([&] { return NoteDrafts(world.path).load(1).instead.has_value(); }));
    world.button("Leave it as it was").click();
    CHECK(world.noteText().isEmpty());
    CHECK(test::comesTrue([&] { return NoteDrafts(world.path).load(1) == NoteDraft{}; }));
    CHECK(world.notes(1) == std::vector<std::string>{"They wrote back."});
}

TEST_CASE("a case that can't be read has nothing of the one before") {
    CaseWorld world;
    world.add("desk-1x-light.png");
    static_cast<void>(world.makeDossier());
    world.show();
    REQUIRE(world.isNext(QString::fromUtf8("Send it…")));
    const auto broken = world.folder.path() / "broken.exhibit17";
    std::ofstream(broken) << "no case";
    world.page->open(broken);
    // At once: nothing is done to this case with what the other one has.
    const auto isEmpty = [&] {
        bool isEnabled = false;
        for (const QString& text :
             {QString::fromUtf8("Send it…"), QStringLiteral("Make the dossier"), QStringLiteral("Add an exhibit")})
            isEnabled = isEnabled || world.button(text).isEnabled();
        return !isEnabled && world.list().count() == 0 && !world.list().isVisible();
    };
    CHECK(isEmpty());
    REQUIRE(test::comesTrue([&] { return world.page->message().text().contains("can't be shown"); }));
    CHECK(isEmpty());
    world.page->open(world.path);
    REQUIRE(test::comesTrue([&] { return world.list().count() == 1; }));
    CHECK(world.isNext(QString::fromUtf8("Send it…")));
    CHECK(world.button("Add an exhibit").isEnabled());
}

TEST_CASE("words that were read from a picture are compared with the picture") {
    CaseWorld world;
    world.add("desk-1x-light.png", Origin::Ocr);
    world.add("desk-1x-light.png", Origin::Page);
    world.show(1);
    CHECK(world.says(", compared with the picture"));
    world.list().select(2);
    CHECK(world.says(", compared with the screen"));
}
