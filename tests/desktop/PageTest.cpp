// Pages without a display: what holds for all of them.

#include "desktop/MainWindow.h"

#include "PageWorld.h"
#include "desktop/AddPage.h"
#include "desktop/CasePage.h"
#include "desktop/DossierPage.h"
#include "desktop/ExactTextEdit.h"
#include "desktop/Message.h"
#include "desktop/Page.h"
#include "desktop/PagesView.h"
#include "desktop/PictureView.h"
#include "desktop/QuestionsPage.h"
#include "desktop/ScrollAreaAccess.h"
#include "desktop/TwoLineList.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>
#include <catch2/catch.hpp>
#include <fstream>

using namespace exhibit;
using namespace exhibit::desktop;
using World = test::PageWorld;

namespace {

/// What a screen reader calls a widget.
QString nameOf(const QWidget& widget) {
    const QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(&widget));
    return accessible == nullptr ? QString() : accessible->text(QAccessible::Name);
}

bool takesInput(const QWidget& widget) {
    return qobject_cast<const QAbstractButton*>(&widget) != nullptr ||
           qobject_cast<const QLineEdit*>(&widget) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(&widget) != nullptr ||
           qobject_cast<const QComboBox*>(&widget) != nullptr || qobject_cast<const QListWidget*>(&widget) != nullptr;
}

} // namespace

TEST_CASE("everything that takes input has a name for screen readers and is reached by keyboard") {
    const World world;
    QSettings settings(QString::fromStdString((world.folder.path() / "s.ini").string()), QSettings::IniFormat);
    const MainWindow window(world.desk, settings, world.folder.path(), {});
    int count = 0;
    for (const QWidget* const widget : window.findChildren<QWidget*>()) {
        // Qt's own parts of its widgets aren't ours to name.
        const QWidget* const parent = widget->parentWidget();
        const bool isPart = widget->objectName().startsWith("qt_") ||
                            qobject_cast<const QComboBox*>(parent) != nullptr ||
                            qobject_cast<const QLineEdit*>(parent) != nullptr;
        if (isPart || !takesInput(*widget))
            continue;
        ++count;
        INFO(widget->metaObject()->className() << " in " << widget->parentWidget()->metaObject()->className() << " "
                                               << widget->objectName().toStdString());
        CHECK_FALSE(nameOf(*widget).isEmpty());
    }
    CHECK(count > 50);
}

TEST_CASE("questions that aren't answered are asked where they are, and nothing that was entered is lost") {
    const World world;
    QuestionsPage page(world.desk, world.folder.path() / "cases");
    page.show();
    page.askForNew();
    // Whoever starts the program for the first time sees this before anything else.
    const QWidget& welcome = *page.findChild<QWidget*>("welcome");
    CHECK(welcome.isVisible());
    auto* const onward = page.findChild<QAbstractButton*>("onward");
    onward->click();
    CHECK_FALSE(page.message().text().isEmpty());
    page.findChild<QLineEdit*>("name")->setText("Erika Muster");
    page.findChild<QLineEdit*>("email")->setText("not an address");
    onward->click();
    CHECK(page.message().text().contains("e-mail"));
    page.findChild<QLineEdit*>("email")->setText("erika@example.org");
    onward->click();
    CHECK(page.message().text().isEmpty());
    auto* const country = page.findChild<QComboBox*>("country");
    country->setCurrentIndex(0);
    onward->click();
    CHECK(page.message().text().contains("country"));
    country->setCurrentIndex(country->findData("DE"));
    onward->click();
    CHECK(page.findChild<QCheckBox*>("erasure")->isChecked());
    // A folder that can't be made keeps the answers.
    std::ofstream(world.folder.path() / "cases") << "in the way";
    onward->click();
    REQUIRE(test::comesTrue([&] { return page.message().text().contains("still here"); }));
    std::filesystem::remove(world.folder.path() / "cases");
    onward->click();
    REQUIRE(test::comesTrue(
        [&] { return std::filesystem::exists(world.folder.path() / "cases" / "Erika Muster.exhibit17"); }));
}

TEST_CASE("what is said about a saved exhibit stands until the person goes on") {
    const World world;
    const auto path = world.makeCase();
    for (const char* const prompt : {"Who is Erika?", "Where does Erika live?"}) {
        Capture capture;
        capture.method = "manual";
        capture.items.push_back(textItem(Role::Prompt, prompt, Origin::Typed, true).value());
        REQUIRE(world.desk.add(path, std::move(capture)));
    }
    CasePage page(world.desk);
    page.show();
    page.open(path);
    auto& list = *page.findChild<TwoLineList*>("exhibits");
    REQUIRE(test::comesTrue([&] { return list.count() > 0; }));
    page.activateWindow();
    list.setFocus();
    REQUIRE(test::comesTrue([&] { return list.hasFocus(); }));
    // As after an exhibit was saved: the case is read again while the message stands already.
    QSignalSpy opened(&page, &CasePage::opened);
    page.open(path, 1);
    page.message().showNote("Exhibit 1 is saved.");
    REQUIRE(test::comesTrue([&] { return !opened.isEmpty(); }));
    CHECK(list.currentId() == 1);
    CHECK(page.message().text() == "Exhibit 1 is saved.");
    QTest::keyClick(&list, Qt::Key_Down);
    CHECK(list.currentId() == 2);
    CHECK(page.message().text().isEmpty());
}

TEST_CASE("a picture that wasn't copied is asked for") {
    const World world;
    AddPage page(world.desk);
    page.show();
    page.start(world.makeCase());
    QGuiApplication::clipboard()->clear(); // some platforms answer null then
    const auto buttons = page.findChildren<QAbstractButton*>();
    const auto paste = std::ranges::find_if(
        buttons, [](const QAbstractButton* button) { return button->text().remove('&') == "Paste a picture"; });
    REQUIRE(paste != buttons.end());
    (*paste)->click();
    CHECK(page.message().text().contains("No picture is copied"));
    CHECK(page.pictures() == 0);
}

TEST_CASE("answers for a new case outlive the program, until they are saved or given up") {
    World world;
    const auto folder = world.folder.path() / "cases";
    const auto kept = folder / ".new-case";
    const auto nameIn = [](const QuestionsPage& page) { return page.findChild<QLineEdit*>("name"); };
    {
        QuestionsPage page(world.desk, folder);
        page.askForNew();
        CHECK(nameIn(page)->text().isEmpty());
        nameIn(page)->setText("Erika Muster");
        REQUIRE(test::comesTrue([&] { return std::filesystem::exists(kept); }));
        page.findChild<QCheckBox*>("access")->setChecked(true);
    }
    CHECK((std::filesystem::status(kept).permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    {
        QuestionsPage page(world.desk, folder);
        CHECK(page.hasKeptAnswers());
        page.askForNew();
        CHECK(nameIn(page)->text() == "Erika Muster");
        CHECK(page.findChild<QCheckBox*>("access")->isChecked());
        CHECK(page.message().text().contains("from before"));
        page.findChild<QComboBox*>("country")->setCurrentIndex(1);
        for (int step = 0; step < 3; ++step)
            page.findChild<QAbstractButton*>("onward")->click();
        REQUIRE(test::comesTrue([&] { return !std::filesystem::exists(kept); }));
        REQUIRE(test::comesTrue([&] { return std::filesystem::exists(folder / "Erika Muster.exhibit17"); }));
        page.askForNew();
        CHECK(nameIn(page)->text().isEmpty());
        nameIn(page)->setText("Somebody else");
        REQUIRE(test::comesTrue([&] { return std::filesystem::exists(kept); }));
        page.findChild<QAbstractButton*>("back")->click();
        page.askForNew();
        CHECK(nameIn(page)->text() == "Somebody else");
        page.findChild<QAbstractButton*>("anew")->click();
        CHECK(nameIn(page)->text().isEmpty());
        CHECK(page.findChild<QCheckBox*>("erasure")->isChecked());
        CHECK(test::comesTrue([&] { return !std::filesystem::exists(kept); }));
    }
    std::ofstream(kept) << "not ours";
    QuestionsPage page(world.desk, folder);
    page.askForNew();
    CHECK(nameIn(page)->text().isEmpty());
    CHECK_FALSE(page.hasKeptAnswers());
}

TEST_CASE("changed answers of a case outlive the program, until they are saved or given up") {
    const World world;
    const auto path = world.makeCase();
    const auto details = world.desk.summary(path).value().details;
    const auto kept = world.folder.path() / ".Erika Muster.answers";
    const auto nameIn = [](const QuestionsPage& page) { return page.findChild<QLineEdit*>("name"); };
    {
        QuestionsPage page(world.desk, world.folder.path());
        page.askFor(path, details);
        nameIn(page)->setText("Erika Beispiel");
        page.askForNew(); // nothing of one case is taken for another's
        CHECK(std::filesystem::exists(kept));
        CHECK(nameIn(page)->text().isEmpty());
    }
    QuestionsPage page(world.desk, world.folder.path());
    page.askFor(path, details);
    CHECK(nameIn(page)->text() == "Erika Beispiel");
    CHECK(page.message().text().contains("not saved"));
    page.findChild<QAbstractButton*>("back")->click();
    REQUIRE(test::comesTrue([&] { return !std::filesystem::exists(kept); }));
    CHECK(world.desk.summary(path).value().details.subject.name == "Erika Muster");
    page.askFor(path, details);
    CHECK(nameIn(page)->text() == "Erika Muster");
    nameIn(page)->setText("Erika Beispiel");
    REQUIRE(test::comesTrue([&] { return std::filesystem::exists(kept); }));
    for (int step = 0; step < 3; ++step)
        page.findChild<QAbstractButton*>("onward")->click();
    REQUIRE(test::comesTrue([&] { return !std::filesystem::exists(kept); }));
    CHECK(world.desk.summary(path).value().details.subject.name == "Erika Beispiel");
    page.askFor(path, world.desk.summary(path).value().details);
    nameIn(page)->setText("Somebody else");
    REQUIRE(test::comesTrue([&] { return std::filesystem::exists(kept); }));
    REQUIRE(world.desk.destroy(path));
    CHECK_FALSE(std::filesystem::exists(kept));
}

TEST_CASE("the key that goes back goes back one question, and loses no answer") {
    const World world;
    QuestionsPage page(world.desk, world.folder.path());
    QSignalSpy left(&page, &Page::backRequested);
    page.show();
    page.activateWindow();
    REQUIRE(test::comesTrue([&] { return page.isActiveWindow(); }));
    const auto goBack = [&] { QTest::keyClick(&page, Qt::Key_Left, Qt::AltModifier); };
    const auto& name = *page.findChild<QLineEdit*>("name");
    const auto& country = *page.findChild<QComboBox*>("country");
    page.askForNew();
    page.findChild<QLineEdit*>("name")->setText("Erika Muster");
    page.findChild<QAbstractButton*>("onward")->click();
    page.findChild<QComboBox*>("country")->setCurrentIndex(1);
    page.findChild<QAbstractButton*>("onward")->click();
    REQUIRE(page.findChild<QCheckBox*>("erasure")->isVisible());
    goBack();
    CHECK(country.isVisible());
    goBack();
    CHECK(name.isVisible());
    CHECK(left.isEmpty());
    goBack();
    CHECK(left.size() == 1);
    page.askForNew();
    CHECK(name.text() == "Erika Muster");
    CHECK(country.currentIndex() == 1);
    // The same on the way through the answers of a case that is there.
    const auto path = world.makeCase();
    const auto details = world.desk.summary(path).value().details;
    page.askFor(path, details);
    page.findChild<QLineEdit*>("name")->setText("Erika Beispiel");
    goBack();
    CHECK(left.size() == 2);
    page.askFor(path, details);
    CHECK(name.text() == "Erika Beispiel");
}

TEST_CASE("how to ask can be read again while one works, in one window") {
    const World world;
    QSettings settings(toQt(world.folder.path() / "s.ini"), QSettings::IniFormat);
    MainWindow window(world.desk, settings, world.folder.path(), {});
    window.show();
    const auto choose = [&] {
        for (QAction* const action : window.findChildren<QAction*>())
            if (action->text() == QStringLiteral("&How to ask"))
                action->trigger();
    };
    choose();
    auto* const advice = window.findChild<QDialog*>();
    REQUIRE(advice != nullptr);
    CHECK(advice->isVisible());
    CHECK_FALSE(advice->isModal());
    choose();
    CHECK(window.findChildren<QDialog*>() == QList<QDialog*>{advice});
    advice->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Close)->click();
    CHECK(test::comesTrue([&] { return window.findChild<QDialog*>() == nullptr; }));
}

TEST_CASE("Enter on what is chosen goes on, as it does in a field") {
    const World world;
    QuestionsPage page(world.desk, world.folder.path());
    page.show();
    page.askForNew();
    page.findChild<QLineEdit*>("name")->setText("Erika Muster");
    page.findChild<QComboBox*>("country")->setCurrentIndex(1);
    page.findChild<QAbstractButton*>("onward")->click();
    auto* const choice = page.findChild<QRadioButton*>();
    REQUIRE(choice->isVisible());
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Return);
    auto* const wish = page.findChild<QCheckBox*>("erasure");
    CHECK(wish->isVisible());
    CHECK_FALSE(choice->isVisible());
}

TEST_CASE("Enter in a field goes on to the next question at once, and to that one alone") {
    const World world;
    QuestionsPage page(world.desk, world.folder.path());
    page.show();
    page.askForNew();
    auto* const name = page.findChild<QLineEdit*>("name");
    auto* const country = page.findChild<QComboBox*>("country");
    name->setText("Erika Muster");
    country->setCurrentIndex(1);
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Return); // whoever types fast is ahead of the window
    CHECK_FALSE(name->isVisible());
    CHECK(country->isVisible());
    QCoreApplication::processEvents();
    CHECK(country->isVisible());
}

TEST_CASE("nothing that was entered for a case that is gone shows in another of its name") {
    const World world;
    const auto path = world.makeCase();
    AddPage page(world.desk);
    page.start(path);
    page.findChild<QPlainTextEdit*>("prompt")->setPlainText("Who is Erika?");
    page.addFiles({QStringLiteral(TEST_DATA "/desk-1x-light.png")});
    REQUIRE(test::comesTrue([&] { return page.pictures() == 1; }));
    REQUIRE(world.desk.destroy(path));
    page.forget(path);
    REQUIRE(world.makeCase() == path);
    page.start(path);
    CHECK(page.prompt().empty());
    CHECK(page.pictures() == 0);
    CHECK(page.lastStep().isEmpty());
    CHECK_FALSE(std::filesystem::exists(world.folder.path() / ".Erika Muster.draft"));
}

TEST_CASE("what was compared is compared no longer once it changed") {
    const World world;
    AddPage page(world.desk);
    page.start(world.makeCase());
    auto* const prompt = page.findChild<QPlainTextEdit*>("prompt");
    auto* const compared = page.findChild<QAbstractButton*>("compared");
    prompt->setPlainText("Who is Erika?");
    compared->click();
    CHECK(compared->isChecked());
    page.addFiles({QStringLiteral(TEST_DATA "/desk-1x-light.png")});
    REQUIRE(test::comesTrue([&] { return page.pictures() == 1; }));
    CHECK(compared->isChecked()); // there is only more to compare with
    prompt->textCursor().insertText("Well. ");
    CHECK_FALSE(compared->isChecked());
    compared->click();
    page.undo(); // the picture
    CHECK(page.pictures() == 0);
    CHECK_FALSE(compared->isChecked());
}

TEST_CASE("the pages of the dossier are looked at before it is made") {
    const World world;
    const auto path = world.makeCase();
    Capture capture;
    capture.method = "manual";
    capture.items.push_back(textItem(Role::Prompt, "Who is Erika?", Origin::Typed, true).value());
    REQUIRE(world.desk.add(path, std::move(capture)));
    DossierPage page(world.desk);
    page.resize(900, 700);
    page.show();
    page.open(path);
    auto* const pages = page.findChild<PagesView*>("pages");
    auto* const tabs = page.findChild<QTabWidget*>();
    REQUIRE(test::comesTrue([&] { return page.findChild<QPlainTextEdit*>("letter")->toPlainText().size() > 100; }));
    CHECK(pages->pageCount() == 0); // nobody looks
    tabs->setCurrentIndex(2);
    REQUIRE(test::comesTrue([&] { return pages->isDrawn(); }));
    const int count = pages->pageCount();
    CHECK(count > 3);
    CHECK(pages->currentPage() == 1);
    const QImage first = pages->grab().toImage();
    QTest::keyClick(pages, Qt::Key_End);
    CHECK(pages->currentPage() == count);
    REQUIRE(test::comesTrue([&] { return pages->isDrawn(); }));
    CHECK(pages->grab().toImage() != first);
    QTest::keyClick(pages, Qt::Key_Plus);
    CHECK_FALSE(pages->isDrawn()); // in the new size
    REQUIRE(test::comesTrue([&] { return pages->isDrawn(); }));
    // Other choices are other pages, and the view stays where it was.
    auto* const profile = page.findChild<QComboBox*>("profile");
    CHECK_FALSE(page.findChild<QWidget*>("size")->isVisible());
    profile->setCurrentIndex(2);
    CHECK(page.findChild<QWidget*>("size")->isVisible());
    QSignalSpy moved(pages, &PagesView::pageChanged);
    REQUIRE(test::comesTrue([&] { return !moved.isEmpty() && pages->isDrawn(); }));
    CHECK(pages->currentPage() > 1);
}

TEST_CASE("what is pasted keeps its bytes until it is changed") {
    const World world;
    ExactTextEdit edit;
    const QString exact = QString::fromUtf8("a\r\nb\xc2\xa0\xe2\x80\x8b");
    QApplication::clipboard()->setText(exact);
    edit.paste();
    CHECK(edit.value().text == exact.toStdString());
    CHECK(edit.value().origin == Origin::Clipboard);
    edit.textCursor().insertText("x");
    CHECK(edit.value().origin == Origin::Typed);
    CHECK(edit.value().text.find("\xc2\xa0") != std::string::npos);
    // Into the middle of a text nothing can be pasted exactly.
    edit.setValue({"typed", Origin::Typed, {}, false});
    edit.moveCursor(QTextCursor::End);
    edit.paste();
    CHECK(edit.value().origin == Origin::Typed);
}

TEST_CASE("a text too long to be shown as it is keeps its bytes, and can be replaced but not changed") {
    const World world;
    ExactTextEdit edit;
    const std::string line = QString("Who is Erika? ").repeated(3000).toStdString();
    edit.setValue({line, Origin::Clipboard, {}, false});
    CHECK(edit.value().text == line);
    CHECK(edit.isReadOnly());
    CHECK_FALSE(edit.isCut());
    CHECK(edit.document()->blockCount() > 10);
    QTest::keyClick(&edit, Qt::Key_Delete);
    CHECK(edit.value().text == line);
    const std::string many = QString("Who is Erika?\n").repeated(30'000).toStdString();
    edit.setValue({many, Origin::Clipboard, {}, false});
    CHECK(edit.value().text == many);
    CHECK(edit.isCut());
    CHECK(edit.document()->characterCount() < 300'000);
    edit.setValue({"ab", Origin::Typed, {}, false});
    CHECK_FALSE(edit.isReadOnly());
    // Pasted into the middle of what was typed.
    QApplication::clipboard()->setText(QString::fromStdString(line));
    edit.moveCursor(QTextCursor::Right);
    edit.paste();
    CHECK(edit.value().text == "a" + line + "b");
    CHECK(edit.value().origin == Origin::Typed);
    CHECK(edit.isReadOnly());
}

TEST_CASE("a picture that isn't one is refused, and what was entered stays") {
    const World world;
    AddPage page(world.desk);
    page.start(world.makeCase());
    page.findChild<QPlainTextEdit*>("prompt")->setPlainText("Who is Erika?");
    const auto bad = world.folder.path() / "bad.png";
    std::ofstream(bad) << "no picture";
    page.addFiles({QString::fromStdString(bad.string())});
    REQUIRE(test::comesTrue([&] { return page.message().text().contains("still here"); }));
    CHECK(page.prompt() == "Who is Erika?");
    page.addFiles({QStringLiteral(TEST_DATA "/desk-1x-dark-jpg60.jpg")});
    REQUIRE(test::comesTrue([&] { return page.pictures() == 1; }));
    QSignalSpy saved(&page, &AddPage::saved);
    page.save();
    REQUIRE(test::comesTrue([&] { return !saved.isEmpty(); }));
    CHECK(page.pictures() == 0);
    CHECK(page.prompt().empty());
}

TEST_CASE("a letter that nobody touched stays the program's, and words of one's own are kept as they are written") {
    for (const char* const language : {"en", "de"}) {
        const World world;
        const auto path = world.makeCase();
        CaseDetails details = world.desk.summary(path)->details;
        details.language = language;
        REQUIRE(world.desk.change(path, details));
        ExhibitDraft draft;
        draft.prompt.text = "Who is Erika?";
        REQUIRE(world.desk.add(path, draft.capture(world.clock).value()));
        DossierPage page(world.desk);
        page.show();
        page.open(path);
        auto* const letter = page.findChild<QPlainTextEdit*>("letter");
        REQUIRE(test::comesTrue([&] { return !letter->toPlainText().isEmpty(); }));
        CHECK_FALSE(test::comesTrue([&] { return !world.desk.summary(path)->details.letters.empty(); }, 1500));
        letter->setPlainText("Subject\n\nMy own\xc2\xa0words.");
        page.hide();
        REQUIRE(test::comesTrue([&] { return world.desk.summary(path)->details.letters.size() == 1; }));
        CHECK(world.desk.summary(path)->details.letters[0].text == "Subject\n\nMy own\xc2\xa0words.");
    }
}

TEST_CASE("a picture is zoomed and moved by keyboard") {
    const World world;
    PictureView view;
    view.resize(400, 300);
    view.show();
    QImage picture(1600, 900, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    view.setPicture(Pyramid(picture));
    const double fitted = view.zoom();
    CHECK(fitted < 0.26);
    QTest::keyClick(&view, Qt::Key_Plus);
    CHECK(view.zoom() == Approx(fitted * 1.25));
    QTest::keyClick(&view, Qt::Key_0);
    CHECK(view.zoom() == 1.0);
    const int before = view.horizontalScrollBar()->value();
    QTest::keyClick(&view, Qt::Key_Right);
    CHECK(view.horizontalScrollBar()->value() > before);
    QTest::keyClick(&view, Qt::Key_F);
    CHECK(view.zoom() == Approx(fitted));
}

TEST_CASE("every word of the windows is translated") {
    for (const char* const language : {"de", "en"}) {
        QFile file(QStringLiteral(TRANSLATIONS "/exhibit17_%1.ts").arg(QString::fromLatin1(language)));
        REQUIRE(file.open(QFile::ReadOnly));
        QXmlStreamReader xml(&file);
        int messages = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement() || xml.name() != QStringLiteral("translation"))
                continue;
            ++messages;
            INFO(language << ", line " << xml.lineNumber());
            const auto type = xml.attributes().value("type");
            CHECK(type != QStringLiteral("unfinished"));
            CHECK(type != QStringLiteral("vanished"));
        }
        CHECK_FALSE(xml.hasError());
        CHECK(messages > (QString::fromLatin1(language) == "de" ? 200 : 5));
    }
}

TEST_CASE("every page fits on a small screen with everything in double size, in German too") {
    test::startApplication();
    QTranslator translator;
    REQUIRE(translator.load(QLocale("de"), "exhibit17", "_", ":/translations"));
    QCoreApplication::installTranslator(&translator);
    const World world;
    QSettings settings(toQt(world.folder.path() / "s.ini"), QSettings::IniFormat);
    const MainWindow window(world.desk, settings, world.folder.path(), {});
    for (const Page* const page : window.findChildren<Page*>()) {
        for (QPushButton* const button : page->findChildren<QPushButton*>())
            button->show(); // whenever it may be
        const QSize least = page->layout()->totalMinimumSize();
        INFO(page->metaObject()->className() << ": " << least.width() << " x " << least.height());
        // 1366 x 768, halved, without the window's frame and the panel of the desktop.
        CHECK(least.width() <= 640);
        CHECK(least.height() <= 350);
    }
    QCoreApplication::removeTranslator(&translator);
}

TEST_CASE("a screen reader that asks for a part of a scrolled area that is gone gets no answer") {
    const World world;
    installScrollAreaAccess();
    PictureView view;
    view.show();
    QAccessibleInterface* const access = QAccessible::queryAccessibleInterface(&view);
    REQUIRE(access != nullptr);
    CHECK(access->childCount() > 0);
    CHECK(access->child(0) != nullptr);
    CHECK(access->child(access->childCount()) == nullptr);
    CHECK(access->child(100) == nullptr);
}
