// The page before a dossier is made and the one behind it, without a display.

#include "desktop/DossierPage.h"

#include "PageWorld.h"
#include "desktop/CasePage.h"
#include "desktop/MainWindow.h"
#include "desktop/Message.h"
#include "desktop/QuestionsPage.h"
#include "desktop/SendPage.h"
#include "desktop/model/LastDossier.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

constexpr const char* kWords = "My subject\n\nMy own words.";

struct World : test::PageWorld {
    [[nodiscard]] std::filesystem::path makeFilledCase(const std::string& name = "Erika Muster") const {
        const auto path = makeCase(name);
        addExhibit(path, "Who is Erika?");
        return path;
    }
    void addExhibit(const std::filesystem::path& path, const char* prompt) const {
        Capture capture;
        capture.method = "manual";
        capture.items.push_back(textItem(Role::Prompt, prompt, Origin::Typed, true).value());
        REQUIRE(desk.add(path, std::move(capture)));
    }
    [[nodiscard]] std::vector<OwnLetter> letters(const std::filesystem::path& path) const {
        return desk.summary(path)->details.letters;
    }
};

template <class Widget>
Widget& child(const QWidget& page, const char* name) {
    auto* const found = page.findChild<Widget*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return *found;
}

QPlainTextEdit& letterOf(const QWidget& page) {
    return child<QPlainTextEdit>(page, "letter");
}

QPushButton& buttonOf(const QWidget& page, const char* name) {
    return child<QPushButton>(page, name);
}

/// Until the letter is there and a dossier can be made.
bool comesReady(const QWidget& page) {
    const QPlainTextEdit& letter = letterOf(page);
    const QPushButton& make = buttonOf(page, "make");
    return test::comesTrue([&] { return letter.isEnabled() && !letter.toPlainText().isEmpty() && make.isEnabled(); });
}

/// From the case to the page before its dossier.
DossierPage& goToDossier(MainWindow& window, const std::filesystem::path& path) {
    window.show();
    window.openFile(toQt(path));
    auto& button = buttonOf(*window.findChild<CasePage*>(), "dossier");
    REQUIRE(test::comesTrue([&] { return button.isEnabled(); }));
    button.click();
    auto& page = *window.findChild<DossierPage*>();
    REQUIRE(comesReady(page));
    return page;
}

/// The page before the dossier of a case that has an exhibit.
struct Opened : World {
    std::filesystem::path path = makeFilledCase();
    DossierPage page{desk};
    int made = 0;

    Opened() {
        QObject::connect(&page, &DossierPage::made, &page, [this] { ++made; });
        page.show();
        page.open(path);
        REQUIRE(comesReady(page));
    }
};

/// Takes what would be opened in another program.
class Opener {
public:
    Opener() {
        // Qt calls a handler by its name; any signal with an address will do.
        for (const char* const scheme : kSchemes)
            QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), &m_handler, "anchorClicked");
        QObject::connect(&m_handler, &QTextBrowser::anchorClicked, &m_handler,
                         [this](const QUrl& url) { opened.append(url.toString()); });
    }
    ~Opener() {
        for (const char* const scheme : kSchemes)
            QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
    }
    QStringList opened;

private:
    static constexpr std::array kSchemes{"file", "https", "http"};
    QTextBrowser m_handler;
};

FormUse formOf(Wish wish, const char* address) {
    FormUse form;
    form.wish = wish;
    form.title = "Form";
    form.url = address;
    form.overridden = true;
    return form;
}

QRect placeIn(const QWidget& window, const QWidget& widget) {
    return {widget.mapTo(&window, QPoint()), widget.size()};
}

} // namespace

TEST_CASE("words for a letter of a case that is gone don't show in another of its name") {
    Opened world;
    const auto& path = world.path;
    DossierPage& page = world.page;
    letterOf(page).setPlainText("A subject and nothing else"); // no letter that a case keeps
    page.open(world.makeFilledCase("Somebody Else"));
    REQUIRE(comesReady(page));
    REQUIRE(world.desk.destroy(path));
    page.forget(path);
    REQUIRE(world.makeFilledCase() == path);
    page.open(path);
    REQUIRE(comesReady(page));
    CHECK(letterOf(page).toPlainText().size() > 100);
    CHECK_FALSE(letterOf(page).toPlainText().contains("A subject and nothing else"));
}

TEST_CASE("no dossier is made without the words that the person wrote") {
    Opened world;
    const auto& path = world.path;
    DossierPage& page = world.page;
    const int& made = world.made;
    letterOf(page).setPlainText("A subject and nothing else");
    buttonOf(page, "make").click();
    REQUIRE(test::comesTrue([&] { return page.message().text().contains("would go out without them"); }));
    CHECK(page.message().isProblem());
    CHECK(made == 0);
    CHECK_FALSE(std::filesystem::exists(world.folder.path() / "Erika Muster.pdf"));
    CHECK(letterOf(page).toPlainText() == "A subject and nothing else");
    CHECK(letterOf(page).isEnabled());
    // They are still there after a look at another case.
    page.open(world.makeFilledCase("Somebody Else"));
    REQUIRE(comesReady(page));
    CHECK(letterOf(page).toPlainText() != "A subject and nothing else");
    page.open(path);
    REQUIRE(comesReady(page));
    CHECK(letterOf(page).toPlainText() == "A subject and nothing else");
    buttonOf(page, "make").click();
    REQUIRE(test::comesTrue([&] { return page.message().text().contains("would go out without them"); }));
    letterOf(page).setPlainText(kWords);
    buttonOf(page, "make").click();
    REQUIRE(test::comesTrue([&] { return made == 1; }));
    CHECK(std::filesystem::exists(world.folder.path() / "Erika Muster.pdf"));
    REQUIRE(world.letters(path).size() == 1);
    CHECK(world.letters(path)[0].text == kWords);
}

TEST_CASE("nothing can be written, undone or made while a case is still read") {
    const World world;
    const auto path = world.makeFilledCase();
    const auto other = world.makeFilledCase("Somebody Else");
    DossierPage page(world.desk);
    page.show();
    const auto isQuiet = [&] {
        return !letterOf(page).isEnabled() && !buttonOf(page, "reset").isEnabled() &&
               !buttonOf(page, "make").isEnabled() && letterOf(page).toPlainText().isEmpty();
    };
    CHECK(isQuiet());
    page.open(path);
    CHECK(isQuiet());
    letterOf(page).setPlainText("typed before there is a letter");
    buttonOf(page, "reset").click();
    REQUIRE(comesReady(page));
    CHECK(letterOf(page).toPlainText().size() > 100);
    CHECK(page.findChild<QComboBox*>("profile")->isEnabled());
    CHECK_FALSE(buttonOf(page, "reset").isEnabled());
    // Words for one case never get into another.
    letterOf(page).setPlainText(kWords);
    page.open(other);
    CHECK(isQuiet());
    page.findChild<QTabWidget*>()->setCurrentIndex(1);
    CHECK(isQuiet());
    REQUIRE(comesReady(page));
    REQUIRE(test::comesTrue([&] { return world.letters(path).size() == 1; }));
    CHECK(world.letters(other).empty());
    CHECK(letterOf(page).toPlainText() != kWords);
}

TEST_CASE("what was chosen for one person isn't chosen for the next") {
    const World world;
    DossierPage page(world.desk);
    page.show();
    page.open(world.makeFilledCase());
    REQUIRE(comesReady(page));
    auto& profile = child<QComboBox>(page, "profile");
    auto& size = child<QDoubleSpinBox>(page, "size");
    auto& originals = *page.findChild<QCheckBox*>();
    const double usual = size.value();
    originals.setChecked(true);
    profile.setCurrentIndex(2);
    size.setValue(usual + 3);
    page.open(world.makeFilledCase("Somebody Else"));
    REQUIRE(comesReady(page));
    CHECK_FALSE(originals.isChecked());
    CHECK(profile.currentIndex() == 0);
    CHECK(size.value() == usual);
}

TEST_CASE("the original letter comes back, and then the person's own words again") {
    Opened world;
    const auto& path = world.path;
    DossierPage& page = world.page;
    const QString original = letterOf(page).toPlainText();
    auto& back = buttonOf(page, "bringBack");
    CHECK_FALSE(back.isVisible());
    letterOf(page).setPlainText(kWords);
    REQUIRE(test::comesTrue([&] { return world.letters(path).size() == 1; }));
    buttonOf(page, "reset").click();
    const auto& letter = letterOf(page);
    REQUIRE(test::comesTrue([&] { return letter.toPlainText() == original; }));
    CHECK(world.letters(path).empty());
    CHECK_FALSE(buttonOf(page, "reset").isEnabled());
    REQUIRE(back.isVisible());
    back.click();
    CHECK(letterOf(page).toPlainText() == kWords);
    CHECK_FALSE(back.isVisible());
    REQUIRE(test::comesTrue([&] { return world.letters(path).size() == 1; }));
    CHECK(world.letters(path)[0].text == kWords);
}

TEST_CASE("while a dossier is made nothing about it can be chosen, and no second one is begun") {
    Opened world;
    DossierPage& page = world.page;
    const int& made = world.made;
    auto& make = buttonOf(page, "make");
    make.click();
    page.findChild<QTabWidget*>()->setCurrentIndex(1);
    const auto& letter = letterOf(page);
    const auto& exhibits = *page.findChild<QListWidget*>();
    bool wasFree = false;
    REQUIRE(test::comesTrue([&] {
        wasFree = wasFree || (made == 0 && (make.isEnabled() || letter.isEnabled() || exhibits.isEnabled()));
        return made == 1;
    }));
    CHECK_FALSE(wasFree);
    CHECK(test::comesTrue([&] { return make.isEnabled(); }));
}

TEST_CASE("a dossier that is done after another case was opened is told there, and changes nothing of it") {
    const World world;
    const auto path = world.makeFilledCase();
    const auto other = world.makeFilledCase("Somebody Else");
    QSettings settings(toQt(world.folder.path() / "s.ini"), QSettings::IniFormat);
    MainWindow window(world.desk, settings, world.folder.path(), {});
    buttonOf(goToDossier(window, path), "make").click();
    window.openFile(toQt(other));
    auto* const shown = window.findChild<CasePage*>();
    REQUIRE(test::comesTrue([&] { return shown->message().text().contains("Erika Muster is made"); }));
    CHECK(shown->isVisible());
    CHECK_FALSE(window.findChild<SendPage*>()->isVisible());
    CHECK(window.windowTitle().contains("Somebody Else"));
    CHECK(lastDossier(world.desk, path));
    CHECK_FALSE(lastDossier(world.desk, other));
}

TEST_CASE("that it was sent is noted on purpose alone, and is taken back") {
    const World world;
    const auto path = world.makeFilledCase();
    QSettings settings(toQt(world.folder.path() / "s.ini"), QSettings::IniFormat);
    MainWindow window(world.desk, settings, world.folder.path(), {});
    auto& button = buttonOf(goToDossier(window, path), "make");
    auto* const send = window.findChild<SendPage*>();
    const QRect make = placeIn(window, button);
    button.click();
    REQUIRE(test::comesTrue([&] { return send->isVisible(); }));
    auto& sent = buttonOf(*send, "sent");
    auto& notSent = buttonOf(*send, "notSent");
    const auto says = [&](const char* text) {
        return std::ranges::any_of(send->findChildren<QLabel*>(),
                                   [&](const QLabel* label) { return label->text() == text; });
    };
    CHECK(sent.isVisible());
    CHECK(says("Your dossier is ready"));
    CHECK_FALSE(sent.isEnabled());
    REQUIRE(test::comesTrue([&] { return sent.isEnabled(); }));
    CHECK_FALSE(placeIn(window, sent).intersects(make));
    sent.click();
    REQUIRE(test::comesTrue([&] { return send->message().text().contains("one month"); }));
    CHECK(lastDossier(world.desk, path)->sent);
    CHECK_FALSE(sent.isVisible());
    CHECK(says("Your dossier is sent"));
    CHECK(notSent.isVisible());
    CHECK_FALSE(notSent.isEnabled()); // for the second click of a double click
    REQUIRE(test::comesTrue([&] { return notSent.isEnabled(); }));
    // It is known on another day, too.
    send->open(path);
    REQUIRE(test::comesTrue([&] { return notSent.isVisible() && notSent.isEnabled(); }));
    notSent.click();
    REQUIRE(test::comesTrue([&] { return send->message().text().contains("still to be sent"); }));
    CHECK(says("Your dossier is ready"));
    CHECK_FALSE(lastDossier(world.desk, path)->sent);
    CHECK(world.desk.summary(path)->waits == Waits::Sending);
}

TEST_CASE("a dossier that isn't up to date any more says so before it is sent") {
    const World world;
    const auto path = world.makeFilledCase();
    REQUIRE(world.desk.exportDossier(path, Desk::dossierPath(path), {}));
    SendPage page(world.desk);
    QWidget& changed = child<QWidget>(page, "changed");
    const QPushButton& sent = buttonOf(page, "sent");
    const auto comesUp = [&] { return test::comesTrue([&] { return sent.isVisible(); }); };
    page.QWidget::show();
    page.open(path);
    REQUIRE(comesUp());
    CHECK_FALSE(changed.isVisible());
    world.addExhibit(path, "Where does Erika live?");
    page.open(path);
    REQUIRE(comesUp());
    CHECK(changed.isVisible());
    bool isAsked = false;
    QObject::connect(&page, &SendPage::dossierRequested, &page, [&isAsked] { isAsked = true; });
    changed.findChild<QPushButton*>()->click();
    CHECK(isAsked);
}

TEST_CASE("a stranger's case can't open anything but a page on the web") {
    const World world;
    const auto path = world.makeFilledCase();
    auto details = world.desk.summary(path)->details;
    details.wishes = {Wish::Erasure, Wish::Access};
    details.forms = {formOf(Wish::Erasure, "file:///tmp/evil.desktop"),
                     formOf(Wish::Access, "https://EXAMPLE.org/form")};
    REQUIRE(world.desk.change(path, details));
    REQUIRE(world.desk.exportDossier(path, Desk::dossierPath(path), {}));
    SendPage page(world.desk);
    page.QWidget::show();
    page.open(path);
    const auto forms = [&] { return page.findChildren<QPushButton*>("openForm"); };
    REQUIRE(test::comesTrue([&] { return !forms().isEmpty(); }));
    Opener opener;
    for (QPushButton* const button : forms())
        button->click();
    CHECK(opener.opened == QStringList{"https://example.org/form"});
    CHECK(std::ranges::any_of(page.findChildren<QLabel*>(), [](const QLabel* label) {
        return label->text().contains("isn't opened: file:///tmp/evil.desktop");
    }));
}

TEST_CASE("what is copied about a person isn't kept by programs that keep the clipboard") {
    const World world;
    const auto path = world.makeFilledCase();
    auto details = world.desk.summary(path)->details;
    details.forms = {formOf(Wish::Erasure, "https://example.org/form")};
    REQUIRE(world.desk.change(path, details));
    REQUIRE(world.desk.exportDossier(path, Desk::dossierPath(path), {}));
    SendPage page(world.desk);
    page.QWidget::show();
    page.open(path);
    const auto copy = [&] { return page.findChild<QPushButton*>("copy"); };
    REQUIRE(test::comesTrue([&] { return copy() != nullptr; }));
    copy()->click();
    const QMimeData* const copied = QGuiApplication::clipboard()->mimeData();
    REQUIRE(copied != nullptr);
    CHECK_FALSE(copied->text().isEmpty());
    CHECK(copied->data("x-kde-passwordManagerHint") == "secret");
}

TEST_CASE("for another service it is said from the beginning that there is neither a form nor a letter") {
    const World world;
    QuestionsPage questions(world.desk, world.folder.path());
    questions.show();
    questions.askForNew();
    auto& concern = child<QCheckBox>(questions, "concern");
    CHECK(concern.accessibleDescription().startsWith("Meta"));
    const auto surfaces = questions.findChildren<QRadioButton*>();
    const auto other = std::ranges::find(surfaces, QStringLiteral("Another service"), &QRadioButton::text);
    REQUIRE(other != surfaces.end());
    (*other)->click();
    CHECK_FALSE(child<QLabel>(questions, "otherService").isHidden());
    CHECK_FALSE(concern.accessibleDescription().contains("Meta"));

    const auto path = world.makeFilledCase();
    auto details = world.desk.summary(path)->details;
    details.surface = Surface::Other;
    REQUIRE(world.desk.change(path, details));
    DossierPage page(world.desk);
    page.show();
    page.open(path);
    auto& note = child<QLabel>(page, "letterNote");
    REQUIRE(test::comesTrue([&] { return note.text().contains("write the letter yourself"); }));
    CHECK(note.isVisible());
    CHECK_FALSE(letterOf(page).isEnabled());

    REQUIRE(world.desk.exportDossier(path, Desk::dossierPath(path), {}));
    SendPage send(world.desk);
    send.QWidget::show();
    send.open(path);
    CHECK(test::comesTrue([&] {
        return std::ranges::any_of(send.findChildren<QLabel*>(),
                                   [](const QLabel* label) { return label->text().contains("no ready letter"); });
    }));
    for (const QLabel* const label : send.findChildren<QLabel*>())
        CHECK_FALSE(label->text().contains("as a letter"));
}

TEST_CASE("the page of a dossier shows to whom the letter goes") {
    const World world;
    const auto path = world.makeFilledCase();
    REQUIRE(world.desk.exportDossier(path, Desk::dossierPath(path), {}));
    SendPage page(world.desk);
    page.QWidget::show();
    page.open(path);
    CHECK(test::comesTrue([&] {
        return std::ranges::any_of(page.findChildren<QLabel*>(),
                                   [](const QLabel* label) { return label->text().contains("Meta Platforms"); });
    }));
}
