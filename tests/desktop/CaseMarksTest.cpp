// Marks and covers on the page of a case: each change is made to what it was meant for, once, or it is said.

#include "CaseWorld.h"
#include "desktop/MarkupPanel.h"
#include "desktop/PicturePart.h"
#include "desktop/TextPart.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <catch2/catch.hpp>
#include <fstream>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

Redaction coverOf(const Region& region) {
    Redaction redaction;
    redaction.on = Role::Screenshot;
    redaction.region = region;
    return redaction;
}

} // namespace

TEST_CASE("a change is of the cover that it was made of, whatever is chosen while others are saved") {
    const CaseWorld world;
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
    const CaseWorld world;
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
    const CaseWorld world;
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
    CaseWorld world;
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
    const CaseWorld world;
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
    const CaseWorld world;
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
    const CaseWorld world;
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
