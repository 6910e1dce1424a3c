// The page of a case: what it shows is what the case is now.

#include "desktop/CasePage.h"

#include "PageWorld.h"
#include "desktop/AddPage.h"
#include "desktop/DataSearch.h"
#include "desktop/MainWindow.h"
#include "desktop/MarkedPicture.h"
#include "desktop/MarkupEditor.h"
#include "desktop/MarkupPanel.h"
#include "desktop/Message.h"
#include "desktop/NotesPart.h"
#include "desktop/PicturePart.h"
#include "desktop/QuestionsPage.h"
#include "desktop/TextPart.h"
#include "desktop/TwoLineList.h"
#include "desktop/model/DraftStore.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <catch2/catch.hpp>
#include <fstream>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

struct World : test::PageWorld {
    std::filesystem::path path = makeCase();
    std::unique_ptr<CasePage> page = std::make_unique<CasePage>(desk);

    void add(const char* pictureName, Origin origin = Origin::Typed) const {
        ExhibitDraft draft;
        draft.prompt.text = "Who is Erika?";
        draft.response.text = "A baker.";
        draft.response.origin = origin;
        draft.checked = true;
        CapturedItem picture;
        picture.role = Role::Screenshot;
        picture.origin = Origin::File;
        picture.bytes = FileSource::open(std::filesystem::path(TEST_DATA) / pictureName).value();
        draft.pictures.push_back(desk.takePicture(picture).value());
        REQUIRE(desk.add(path, draft.capture(clock).value()));
    }
    void show(int exhibit = 0) const {
        page->resize(1100, 800);
        page->show();
        page->open(path, exhibit);
        REQUIRE(test::comesTrue([&] { return !picture().pictureSize().isEmpty() && list().item(0) != nullptr; }));
    }
    template <class Widget>
    [[nodiscard]] Widget& child(const char* name = "") const {
        auto* const found = page->findChild<Widget*>(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    [[nodiscard]] MarkedPicture& picture() const { return child<MarkedPicture>("picture"); }
    [[nodiscard]] TwoLineList& list() const { return child<TwoLineList>("exhibits"); }
    [[nodiscard]] MarkupEditor& editor() const { return *page->findChild<MarkupEditor*>(); }
    [[nodiscard]] QPlainTextEdit& note() const { return child<QPlainTextEdit>("noteText"); }
    [[nodiscard]] QString noteText() const { return note().toPlainText(); }
    [[nodiscard]] bool isNext(const QString& text) const {
        return test::comesTrue([&] { return button(text).isDefault(); });
    }
    [[nodiscard]] QPushButton& button(const QString& text) const {
        for (QPushButton* const one : page->findChildren<QPushButton*>())
            if (one->text().remove('&') == text || one->accessibleName() == text)
                return *one;
        FAIL("no button " << text.toStdString());
        std::abort();
    }
    [[nodiscard]] bool says(const QString& part) const {
        return test::comesTrue([&] {
            return std::ranges::any_of(page->findChildren<QLabel*>(),
                                       [&](const QLabel* label) { return label->text().contains(part); });
        });
    }
    [[nodiscard]] std::vector<std::string> notes(int exhibit) const {
        std::vector<std::string> found;
        const ExhibitView view = desk.exhibit(path, exhibit).value();
        for (const ShownText& text : view.texts)
            if (text.artifact.role == Role::Note)
                found.push_back(text.text);
        return found;
    }
    void startAgain() {
        page.reset();
        page = std::make_unique<CasePage>(desk);
        show(1);
    }
    [[nodiscard]] dossier::ExportResult makeDossier() const {
        return desk.exportDossier(path, Desk::dossierPath(path), {}).value();
    }
};

Mark markOf(const Region& region) {
    Mark mark;
    mark.number = 1;
    mark.region = region;
    mark.category = "name";
    return mark;
}

Redaction coverOf(const Region& region) {
    Redaction redaction;
    redaction.on = Role::Screenshot;
    redaction.region = region;
    return redaction;
}

} // namespace

TEST_CASE("a case that is made anew under the name of a deleted one shows nothing of that one") {
    World world;
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

TEST_CASE("a change is of the cover that it was made of, whatever is chosen while others are saved") {
    const World world;
    world.add("desk-1x-light.png");
    const Region second{10, 100, 50, 20};
    const Region larger{10, 10, 90, 60};
    const Region secondLarger{10, 100, 90, 60};
    REQUIRE(apply(world.desk, world.path, {{1, {}, {}, {}, {coverOf({10, 10, 50, 20}), coverOf(second)}}}));
    world.show();
    MarkupEditor& editor = world.editor();
    REQUIRE(test::comesTrue([&] { return editor.markings().redactions.size() == 2; }));
    QSignalSpy applied(&editor, &MarkupEditor::applied);
    const auto enlarge = [&](const MarkupId& id, const Region& region) {
        MarkupDraft draft = editor.draftOf(id).value();
        draft.setRegion(region);
        editor.save(draft);
    };
    const MarkupId one{MarkupKind::Redaction, 1};
    const MarkupId two{MarkupKind::Redaction, 2};
    editor.choose(one);
    int changes = 2;
    std::vector<Region> regions{larger, secondLarger};
    SECTION("both are enlarged") {
        enlarge(one, larger);
    }
    SECTION("the same one is enlarged twice") {
        enlarge(one, {10, 10, 70, 40});
        enlarge(one, larger);
        changes = 3;
    }
    SECTION("one is removed") {
        editor.remove(one);
        regions = {secondLarger};
    }
    editor.choose(two);
    enlarge(two, secondLarger);
    REQUIRE(test::comesTrue([&] { return applied.count() == changes && editor.chosen() != two; }));
    const auto stored = markingsOf(world.desk, world.path, 1);
    CHECK(dossier::regionsOf(stored->redactions, 1) == regions);
    REQUIRE(editor.chosen());
    CHECK(editor.draftOf(*editor.chosen())->region() == secondLarger);
    CHECK(world.picture().active()->id == editor.chosen());
    editor.undo();
    CHECK(test::comesTrue(
        [&] { return editor.markings().redactions.back().markup.region == second && editor.chosen().has_value(); }));
}

TEST_CASE("a change that can't be made any more is said") {
    const World world;
    world.add("desk-1x-light.png");
    REQUIRE(apply(world.desk, world.path, {{1, {}, {}, {}, {coverOf({10, 10, 50, 20})}}}));
    world.show();
    REQUIRE(test::comesTrue([&] { return world.editor().markings().redactions.size() == 1; }));
    QSignalSpy failed(&world.editor(), &MarkupEditor::failed);
    MarkupDraft draft = world.editor().draftOf({MarkupKind::Redaction, 1}).value();
    draft.setRegion({10, 10, 90, 60});
    world.editor().remove(draft.id);
    world.editor().save(draft);
    CHECK(test::comesTrue([&] { return failed.count() == 1; }));
}

TEST_CASE("a change is undone as soon as that is possible") {
    const World world;
    world.add("desk-1x-light.png");
    world.show();
    const auto marks = [&](std::size_t count) {
        return test::comesTrue([&] { return world.editor().markings().marks.size() == count; });
    };
    world.editor().addMarks({markOf({10, 10, 50, 20})});
    SECTION("at once, while it is saved") {
        QSignalSpy applied(&world.editor(), &MarkupEditor::applied);
        world.editor().undo();
        REQUIRE(test::comesTrue([&] { return applied.count() == 2; }));
        CHECK(marks(0));
    }
    SECTION("and what it gives back is changed at once") {
        REQUIRE(marks(1));
        MarkupDraft draft = world.editor().draftOf({MarkupKind::Mark, 1}).value();
        draft.mark.label = "Me.";
        world.editor().save(draft);
        REQUIRE(test::comesTrue([&] { return world.editor().markings().marks[0].markup.label == "Me."; }));
        const MarkupId id{MarkupKind::Mark, world.editor().markings().marks[0].number};
        world.editor().undo();
        world.editor().remove(id);
        CHECK(marks(0));
    }
    SECTION("after it couldn't be") {
        REQUIRE(marks(1));
        QSignalSpy failed(&world.editor(), &MarkupEditor::failed);
        const auto away = world.path.string() + ".away";
        std::filesystem::rename(world.path, away);
        std::ofstream(world.path) << "no case";
        world.editor().undo();
        REQUIRE(test::comesTrue([&] { return !failed.isEmpty(); }));
        std::filesystem::rename(away, world.path);
        world.editor().undo();
        CHECK(marks(0));
    }
}

TEST_CASE("a dossier that doesn't hold a change isn't offered to be sent first") {
    World world;
    world.add("desk-1x-light.png");
    const auto made = world.makeDossier();
    world.show();
    REQUIRE(world.isNext(QString::fromUtf8("Send it…")));
    SECTION("a note") {
        world.note().setPlainText("They wrote back.");
        world.button("Add the note").click();
    }
    SECTION("a mark") {
        world.editor().addMarks({markOf({10, 10, 50, 20})});
    }
    CHECK(world.isNext("Make the dossier"));
    CHECK(world.says("Changed since the dossier was made"));
    CHECK(world.says("Make the dossier anew"));
    CHECK(world.button(QString::fromUtf8("Send it…")).isEnabled());
    REQUIRE(world.desk.noteSent(world.path, made.digest));
    world.page->open(world.path);
    CHECK(world.says("Sent on"));
    CHECK(world.isNext("Make the dossier"));
}

TEST_CASE("a note that was removed comes back to its own exhibit alone") {
    World world;
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
    World world;
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
    World world;
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
    const World world;
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

TEST_CASE("a cover reaches to the pointer, also where it wasn't seen before") {
    const test::PageWorld world;
    MarkedPicture picture;
    picture.resize(300, 300);
    QImage image(1000, 1000, QImage::Format_RGB32);
    image.fill(Qt::white);
    picture.setPicture(Pyramid(image));
    picture.show();
    picture.zoomToPixels();
    picture.horizontalScrollBar()->setValue(0);
    picture.verticalScrollBar()->setValue(0);
    const MarkupId id{MarkupKind::Redaction, 1};
    const QRect before(40, 40, 60, 60);
    picture.setMarkups({{id, before}}, id);
    const auto send = [&](QEvent::Type type, QPointF at) {
        QMouseEvent event(type, at, picture.viewport()->mapToGlobal(at), Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(picture.viewport(), &event);
    };
    send(QEvent::MouseButtonPress, picture.toViewport(QRectF(before)).bottomRight());
    const QPointF beyond(picture.viewport()->width() + 40, picture.viewport()->height() + 40);
    for (int i = 0; i < 4; ++i)
        send(QEvent::MouseMove, beyond);
    send(QEvent::MouseButtonRelease, beyond);
    REQUIRE(picture.verticalScrollBar()->value() > 100);
    const QRect after = picture.active()->rect;
    CHECK(after.topLeft() == before.topLeft());
    CHECK((after.bottomRight() - picture.toPicture(beyond).toPoint()).manhattanLength() <= 2);
}

TEST_CASE("nothing is said of a mark that the person didn't choose") {
    const test::PageWorld world;
    QWidget window;
    window.resize(800, 600);
    MarkupPanel panel(&window);
    window.show();
    QSignalSpy accepted(&panel, &MarkupPanel::accepted);
    MarkupDraft draft;
    draft.setRegion({10, 10, 50, 20});
    const auto& save = *panel.findChild<QPushButton*>("saveMarkup");
    auto& category = *panel.findChild<QComboBox*>("category");
    panel.ask(draft, QRect(10, 10, 50, 20));
    CHECK(category.currentIndex() == -1);
    CHECK_FALSE(save.isEnabled());
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(&panel, &enter);
    CHECK(panel.isVisible());
    CHECK(accepted.isEmpty());
    category.hidePopup();
    category.setCurrentIndex(category.findData("address"));
    QCoreApplication::sendEvent(&panel, &enter);
    REQUIRE(accepted.count() == 1);
    CHECK(accepted[0][0].value<MarkupDraft>().mark.category == "address");
    // Nor of the next one.
    panel.ask(draft, QRect(10, 10, 50, 20));
    CHECK(category.currentIndex() == -1);
}

TEST_CASE("what a mark was to be is kept when the person goes elsewhere, and said if that wasn't chosen") {
    const World world;
    world.add("desk-1x-light.png");
    world.add("desk-1x-light.png");
    world.show(1);
    const auto draw = [&](double y = 60) {
        MarkedPicture& picture = world.picture();
        picture.setTool(MarkedPicture::Tool::Mark);
        const auto send = [&](QEvent::Type type, QPointF at) {
            QMouseEvent event(type, at, picture.viewport()->mapToGlobal(at), Qt::LeftButton,
                              type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(picture.viewport(), &event);
        };
        const auto isDrawn = [&] { return picture.active() && world.child<PicturePart>().panel().isVisible(); };
        REQUIRE(test::comesTrue([&] { // as soon as the picture is there
            if (isDrawn())
                return true;
            send(QEvent::MouseButtonPress, {60, y});
            send(QEvent::MouseMove, {160, y + 60});
            send(QEvent::MouseButtonRelease, {160, y + 60});
            return isDrawn();
        }));
    };
    const auto choose = [&](const char* category) {
        auto& box = *world.child<PicturePart>().findChild<QComboBox*>("category");
        REQUIRE(box.isVisible());
        box.setCurrentIndex(box.findData(category));
    };
    const auto marks = [&](int exhibit) { return markingsOf(world.desk, world.path, exhibit).value().marks; };
    const auto goTo = [&](int exhibit) {
        REQUIRE(world.list().select(exhibit));
        REQUIRE(test::comesTrue([&] { return world.editor().exhibit().number == exhibit; }));
    };
    draw();
    emit world.picture().drawn(); // once more the very same, by a steady hand
    CHECK(world.picture().active());
    CHECK(world.says("it wasn't chosen what that is"));
    goTo(2);
    CHECK_FALSE(world.picture().active());
    CHECK(marks(1).empty());

    goTo(1);
    draw();
    choose("employer");
    goTo(2);
    CHECK(test::comesTrue([&] { return marks(1).size() == 1; }));
    CHECK(marks(1).at(0).markup.category == "employer");
    CHECK(marks(2).empty());

    draw();
    choose("address");
    auto& category = *world.child<PicturePart>().findChild<QComboBox*>("category");
    category.setFocus();
    world.page->hide();
    CHECK(test::comesTrue([&] { return marks(2).size() == 1; }));
    CHECK(world.page->focusWidget() != &world.picture()); // keys are for the page that comes

    // What isn't chosen yet waits; what isn't wanted any more is gone.
    world.page->show();
    draw(200);
    world.page->hide();
    world.page->show();
    CHECK(category.isVisible());
    choose("phone");
    QSignalSpy asked(world.page.get(), &CasePage::dossierRequested);
    world.button("Make the dossier").click();
    REQUIRE(test::comesTrue([&] { return asked.count() == 1; }));
    CHECK(marks(2).size() == 2); // before the letter is written
}

TEST_CASE("a dossier isn't begun over a cover that wasn't made, nor for a case that was left") {
    const World world;
    world.add("desk-1x-light.png");
    world.show(1);
    QSignalSpy asked(world.page.get(), &CasePage::dossierRequested);
    auto& part = world.child<PicturePart>();
    const auto fillIn = [&](const char* words) {
        for (QToolButton* const tool : part.findChildren<QToolButton*>())
            if (tool->text().remove('&') == QStringLiteral("Cover words…"))
                tool->click();
        auto& edit = *part.findChild<QLineEdit*>("words");
        REQUIRE(edit.isVisible());
        QTest::keyClicks(&edit, QString::fromLatin1(words));
    };
    fillIn("Erica");
    world.button("Make the dossier").click();
    REQUIRE(world.says("These words stand in no text"));
    CHECK_FALSE(test::comesTrue([&] { return asked.count() > 0; }, 200));

    fillIn("Erika");
    world.button("Make the dossier").click();
    world.page->hide(); // before the cover is in the case
    CHECK(test::comesTrue([&] {
        const auto markings = markingsOf(world.desk, world.path, 1);
        return !markings->redactions.empty();
    }));
    CHECK_FALSE(test::comesTrue([&] { return asked.count() > 0; }, 200));
    world.page->show();
    world.button("Make the dossier").click();
    CHECK(test::comesTrue([&] { return asked.count() == 1; }));
}

TEST_CASE("a mark that was only looked at is left as it is, and one that was changed is shown so") {
    const World world;
    world.add("desk-1x-light.png");
    world.add("desk-1x-light.png");
    Mark mark = markOf({10, 10, 60, 30});
    world.editor().open(world.path, world.desk.exhibit(world.path, 1)->id);
    world.show(1);
    const auto only = [&] { return markingsOf(world.desk, world.path, 1).value().marks.front(); };
    const auto isRead = [&](const char* label) {
        return test::comesTrue([&] {
            const auto& marks = world.editor().markings().marks;
            return marks.size() == 1 && marks.front().markup.label == label;
        });
    };
    mark.label = "before";
    world.editor().addMarks({mark});
    REQUIRE(isRead("before"));
    const auto id = [&] { return MarkupId{MarkupKind::Mark, world.editor().markings().marks.front().number}; };
    auto& part = world.child<PicturePart>();
    auto& label = *part.findChild<QLineEdit*>("note");
    part.change(id());
    REQUIRE(label.isVisible());
    label.setText("after");
    part.panel().finish();
    REQUIRE(isRead("after"));

    part.change(id());
    REQUIRE(label.text() == "after");
    world.editor().undo();
    REQUIRE(isRead("before"));
    REQUIRE(world.list().select(2));
    REQUIRE(test::comesTrue([&] { return world.editor().exhibit().number == 2; }));
    bool isSettled = false;
    world.editor().whenSaved([&] { isSettled = true; });
    REQUIRE(test::comesTrue([&] { return isSettled; }));
    CHECK(only().markup.label == "before");

    // In a text, opened twice.
    Mark words;
    words.on = Role::Response;
    words.text = "baker";
    words.category = "employer";
    world.editor().addMarks({words});
    REQUIRE(isRead(""));
    auto& texts = world.child<TextPart>();
    auto& written = *texts.findChild<QLineEdit*>("note");
    texts.change(id());
    written.setText("since 2019");
    texts.change(id());
    CHECK(written.text() == "since 2019");
    texts.panel().finish();
    CHECK(isRead("since 2019"));
}

TEST_CASE("an exhibit that isn't saved yet is what a case needs first") {
    World world;
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
    const World world;
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
    World world;
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
    World world;
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
    World world;
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
    World world;
    world.add("desk-1x-light.png", Origin::Ocr);
    world.add("desk-1x-light.png", Origin::Page);
    world.show(1);
    CHECK(world.says(", compared with the picture"));
    world.list().select(2);
    CHECK(world.says(", compared with the screen"));
}
