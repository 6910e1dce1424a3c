// Pictures of every page and state, to be looked at: gallery FOLDER LANGUAGE light|dark [WIDTH HEIGHT]. Prints which
// texts don't fit. QT_SCALE_FACTOR=2 doubles everything.

#include "Application.h"
#include "Look.h"
#include "desktop/AddPage.h"
#include "desktop/CaptureBar.h"
#include "desktop/Countdown.h"
#include "desktop/DossierPage.h"
#include "desktop/ExhibitPane.h"
#include "desktop/FolderOffer.h"
#include "desktop/LongChatPanel.h"
#include "desktop/MainWindow.h"
#include "desktop/MarkupLegend.h"
#include "desktop/Message.h"
#include "desktop/RegionOverlay.h"
#include "desktop/SendPage.h"
#include "desktop/StartPage.h"
#include "desktop/VerifyPage.h"
#include "desktop/Wording.h"
#include "desktop/model/ExhibitDraft.h"
#include "media/HelperProcess.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTimer>
#include <QTranslator>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

QPalette darkPalette() {
    QPalette palette(QColor(66, 66, 66), QColor(53, 53, 53));
    palette.setColor(QPalette::Base, QColor(42, 42, 42));
    palette.setColor(QPalette::Text, Qt::white);
    palette.setColor(QPalette::WindowText, Qt::white);
    palette.setColor(QPalette::ButtonText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(150, 150, 150));
    palette.setColor(QPalette::Highlight, QColor(42, 130, 218));
    palette.setColor(QPalette::HighlightedText, Qt::black);
    palette.setColor(QPalette::ToolTipBase, QColor(53, 53, 53));
    palette.setColor(QPalette::ToolTipText, Qt::white);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(127, 127, 127));
    return palette;
}

void live(int milliseconds) {
    static_cast<void>(test::comesTrue([] { return false; }, milliseconds));
}

class Gallery {
public:
    Gallery(std::filesystem::path folder, QSize size) : m_folder(std::move(folder)), m_size(size) {}

    void run() {
        std::filesystem::create_directories(m_folder);
        std::filesystem::remove_all(m_cases);
        std::filesystem::remove(m_folder / "settings.ini");
        QSettings settings(toQt(m_folder / "settings.ini"), QSettings::IniFormat);
        MainWindow window(m_desk, settings, m_cases, {});
        m_window = &window;
        window.show();
        if (!m_size.isEmpty())
            window.resize(m_size);
        live(300);
        questions();
        addPage();
        readAnswer();
        captureBar();
        exhibitView();
        foundData();
        markings();
        dossier();
        send();
        sendAgain();
        verify();
        start();
        MainWindow second(m_desk, settings, m_cases, {}); // what a start looks like when there are cases
        m_window = &second;
        second.show();
        live(500);
        save("I-first-window");
    }

    /// All that it shows was there to be shown.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    void lacks(const char* kind, const char* what) {
        std::cout << "no " << kind << ": " << what << '\n';
        m_isWhole = false;
    }
    template <class Condition>
    void await(const char* what, Condition condition) {
        constexpr int kPatience = 120'000; // two pictures are read on a busy machine
        if (!test::comesTrue(condition, kPatience))
            lacks("sight of", what);
    }
    template <class Widget>
    Widget* child(const char* name) {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }
    void press(const char* name) {
        child<QAbstractButton>(name)->click();
        live(500);
    }
    /// All that are visible: pages have buttons of the same name.
    void pressShown(const char* name) {
        for (auto* const button : m_window->findChildren<QAbstractButton*>(QString::fromLatin1(name)))
            if (button->isVisible()) {
                button->click();
                break;
            }
        live(400);
    }
    /// By its words, as `context` of the sources has them.
    void pressText(const char* context, const char* source) {
        const QString text = QCoreApplication::translate(context, source);
        for (QWidget* const window : QApplication::topLevelWidgets())
            for (auto* const button : window->findChildren<QAbstractButton*>())
                if (button->isVisible() && button->text() == text)
                    return button->click();
        lacks("button", source);
    }
    void choose(const char* context, const char* source) {
        const QString text = QCoreApplication::translate(context, source);
        for (QAction* const action : m_window->findChildren<QAction*>())
            if (action->text() == text)
                return action->trigger();
        lacks("action", source);
    }
    void save(const std::string& name) { saveWindow(*m_window, name); }
    void saveWindow(QWidget& window, const std::string& name) {
        live(100);
        window.grab().save(toQt(m_folder / (name + ".png")));
        for (const QString& misfit : test::misfits(window))
            std::cout << name << ": " << misfit.toStdString() << '\n';
    }
    /// The box that is open before the window, or the menu.
    void saveDialog(const std::string& name) {
        live(300);
        QWidget* dialog = QApplication::activeModalWidget();
        if (dialog == nullptr)
            dialog = QApplication::activePopupWidget();
        if (dialog == nullptr)
            return;
        saveWindow(*dialog, name);
        dialog->close();
        live(100);
    }

    void questions() {
        save("1-who");
        press("onward");
        save("1-who-error");
        child<QLineEdit>("name")->setText(QString::fromUtf8("Jonas Fährmann-Müller"));
        child<QLineEdit>("email")->setText("j.faehrmann@example.org");
        pressText("exhibit::desktop::QuestionsPage", "I &act for this person (as a lawyer or a parent, for example)");
        save("1-who-acting");
        pressText("exhibit::desktop::QuestionsPage", "I &act for this person (as a lawyer or a parent, for example)");
        pressShown("back");
        save("0-start-empty");
        pressText("exhibit::desktop::StartPage", "&New case");
        child<QLineEdit>("name")->setText(QString::fromUtf8("Jonas Fährmann-Müller"));
        child<QLineEdit>("email")->setText("j.faehrmann@example.org");
        press("onward");
        child<QComboBox>("country")->setCurrentIndex(child<QComboBox>("country")->findData("DE"));
        save("2-where");
        press("onward");
        save("3-what");
        child<QCheckBox>("objection")->setChecked(true);
        save("3-what-objection");
        press("onward");
        save("4-how-to-ask");
        press("onward");
    }
    void addPage() {
        auto* const page = m_window->findChild<AddPage*>();
        save("5-add-empty");
        QGuiApplication::clipboard()->clear();
        pressText("exhibit::desktop::AddPage", "Paste a pict&ure");
        save("5-add-problem");
        pressText("exhibit::desktop::AddPage", "More facts");
        save("5-add-facts");
        pressText("exhibit::desktop::AddPage", "More facts");
        const auto watched = m_folder / "phone";
        std::filesystem::remove_all(watched);
        std::filesystem::create_directories(watched);
        page->offer().watch(toQt(watched));
        std::filesystem::copy_file(TEST_DATA "/phone-2x-light.png", watched / "Screenshot_20261118.png");
        await("offer of new pictures", [&] { return !page->offer().offered().empty(); });
        save("5-add-offer");
        page->offer().watch({});
        child<QPlainTextEdit>("prompt")->setPlainText(
            QString::fromUtf8("Was weißt du über Jonas Fährmann-Müller aus Lindau?"));
        child<QPlainTextEdit>("response")
            ->setPlainText(QString::fromUtf8(
                "Jonas Fährmann-Müller ist Architekt in Lindau am Bodensee.\n\nEr wurde 1979 geboren."));
        page->addFiles({QStringLiteral(EXAMPLE "/chat.png"), QStringLiteral(TEST_DATA "/phone-2x-light.png")});
        live(1500);
        save("5-add-filled");
    }
    void readAnswer() {
        child<QPlainTextEdit>("prompt")->setPlainText(QString::fromUtf8(
            "What do you know about Jonas Fährmann-Müller from Landau? Please list his address and employer."));
        const auto* const match = child<QWidget>("promptWords");
        await("comparison with the prompt", [&] { return match->isVisible(); });
        press("promptWords");
        child<QPlainTextEdit>("response")->clear();
        press("readAnswer");
        const auto* const answer = child<QPlainTextEdit>("response");
        await("answer that was read", [&] { return !answer->toPlainText().isEmpty(); });
        save("5-add-read");
        press("showPicture");
        live(1000);
        for (QWidget* const window : QApplication::topLevelWidgets())
            if (window->isVisible() && window != m_window) {
                saveWindow(*window, "5-add-picture");
                window->close();
            }
    }
    void captureBar() {
        CaptureBar bar(*m_window->findChild<AddPage*>(), {});
        bar.start();
        live(300);
        saveWindow(bar, "6-bar-filled");
        pressText("exhibit::desktop::CaptureBar", "The sc&reen");
        live(800);
        saveWindow(bar, "6-bar-problem");
        auto* const panel = bar.findChild<LongChatPanel*>();
        bar.findChild<Message*>()->hide();
        bar.findChild<QComboBox*>()->parentWidget()->hide();
        panel->show();
        const auto panelWith = [&](int parts, const QString& problem, const char* name) {
            panel->showParts(parts, problem);
            panel->layout()->activate();
            bar.layout()->invalidate();
            bar.resize(bar.width(), bar.layout()->totalHeightForWidth(bar.width()));
            saveWindow(bar, name);
        };
        panelWith(1, {}, "6-bar-long-1");
        panelWith(3, {}, "6-bar-long-3");
        panelWith(2,
                  Wording::sentence("Two of the pictures have no part in common that is sure. Take only the part "
                                    "that scrolls, and scroll by less than its height."),
                  "6-bar-long-problem");
        bar.close();
        Countdown countdown;
        countdown.start(5);
        saveWindow(countdown, "6-countdown");
        overlay();
        const auto path = casePath();
        child<QAbstractButton>("compared")->click();
        m_window->findChild<AddPage*>()->save();
        await("saved exhibit", [&] { return m_desk.summary(path)->exhibits == 1; });
        live(500);
        save("7-case-saved");
        m_window->findChild<AddPage*>()->start(path);
        CaptureBar empty(*m_window->findChild<AddPage*>(), {});
        empty.start();
        live(300);
        saveWindow(empty, "6-bar-empty");
    }
    void overlay() {
        const QImage picture(QStringLiteral(TEST_DATA "/desk-1x-light.png"));
        RegionOverlay overlay(picture.rect(), picture, *m_window->screen());
        overlay.show();
        live(200);
        saveWindow(overlay, "6-overlay");
        const auto mouse = [&](QEvent::Type type, QPointF at, Qt::MouseButton button) {
            QMouseEvent event(type, at, overlay.mapToGlobal(at), button, button, Qt::NoModifier);
            QCoreApplication::sendEvent(&overlay, &event);
        };
        mouse(QEvent::MouseButtonPress, {120, 90}, Qt::LeftButton);
        mouse(QEvent::MouseMove, {520, 380}, Qt::LeftButton);
        saveWindow(overlay, "6-overlay-drag");
        overlay.hide();
    }
    /// What a person marks and covers, and more exhibits.
    void fillCase() {
        const auto path = casePath();
        ExhibitDraft draft;
        draft.prompt.text = "Who is Jonas Fährmann-Müller?";
        draft.response.text = "Jonas Fährmann-Müller is an architect from Lindau.\n\nHe was born in 1979.";
        for (int i = 0; i < 3; ++i) {
            static_cast<void>(m_desk.add(path, draft.capture(m_clock).value()));
            if (i == 1)
                draft.response.text = "I don't know anybody of this name.";
        }
        Mark name;
        name.region = Region{470, 170, 330, 40};
        name.category = "name";
        name.truth = Truth::True;
        Mark born = name;
        born.region = Region{200, 300, 420, 60};
        born.category = "birth";
        born.truth = Truth::False;
        born.label = "I was born in 1980.";
        Mark work;
        work.on = Role::Response;
        work.text = "architect from Lindau";
        work.category = "employer";
        Redaction other;
        other.on = Role::Screenshot;
        other.region = Region{200, 480, 300, 50};
        other.reason = "another person";
        Redaction words;
        words.text = "1979";
        static_cast<void>(m_desk.writeNote(path, 1, "I asked again two days later and got the same answer."));
        static_cast<void>(apply(m_desk, path, {{1, {}, {name, born}, {}, {other}}, {2, {}, {work}, {}, {words}}}));
    }
    void exhibitView() {
        fillCase();
        m_window->openFile(toQt(casePath()));
        live(1500);
        m_window->findChild<TwoLineList*>("exhibits")->select(1);
        live(1500);
        save("7-case");
        pressText("exhibit::desktop::CasePage", "&Withdraw this exhibit…");
        saveDialog("7-withdraw");
    }
    void foundData() {
        pressShown("searchData");
        save("7-case-looking");
        const auto hasFound = [this] {
            const auto lists = m_window->findChildren<QListWidget*>("proposals");
            return std::any_of(lists.begin(), lists.end(), [](const QListWidget* each) { return each->count() > 0; });
        };
        await("found data", hasFound);
        save("7-case-found");
        pressShown("closeData");
    }
    void markings() {
        auto* const tabs = m_window->findChild<ExhibitPane*>();
        auto* const legend = tabs->findChild<MarkupLegend*>();
        legend->setCurrentRow(1);
        emit legend->changeRequested({MarkupKind::Mark, 2});
        save("7-case-mark");
        emit legend->changeRequested({MarkupKind::Redaction, 1});
        pressShown("before");
        save("7-case-cover");
        pressShown("coverWords");
        save("7-case-words");
        pressShown("after");
        for (int tab = 1; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            save("7-case-tab" + std::to_string(tab));
        }
        m_window->findChild<TwoLineList*>("exhibits")->select(2);
        live(500);
        tabs->setCurrentIndex(1);
        save("7-case-text");
    }
    void dossier() {
        press("dossier");
        live(2000);
        save("8-dossier");
        auto* const page = m_window->findChild<DossierPage*>();
        putAsideOwnWords(*page);
        page->findChild<QTabWidget*>()->setCurrentIndex(1);
        live(1000);
        save("8-dossier-tells");
        page->findChild<QTabWidget*>()->setCurrentIndex(2);
        page->findChild<QComboBox*>("profile")->setCurrentIndex(2);
        live(6000);
        save("8-dossier-pages");
        child<QAbstractButton>("make")->click();
        auto* const bar = page->findChild<QProgressBar*>();
        await("progress of the dossier", [&] { return !bar->isVisible() || bar->value() > 0; });
        save("8-dossier-making");
    }
    void putAsideOwnWords(const DossierPage& page) {
        page.findChild<QPlainTextEdit*>("letter")->setPlainText("A subject\n\nMy own words.");
        live(1000); // they are kept
        pressShown("reset");
        auto* const back = page.findChild<QWidget*>("bringBack");
        await("button that brings words back", [&] { return back->isVisible(); });
        live(500);
        save("8-dossier-original");
    }
    void sendAgain() {
        m_window->openFile(toQt(casePath()));
        live(800);
        save("9-case-made");
        pressShown("send");
        live(3000);
        save("9-send-again");
        static_cast<void>(m_desk.writeNote(casePath(), 1, "They haven't answered yet."));
        m_window->openFile(toQt(casePath()));
        live(800);
        save("9-case-changed");
        pressShown("send");
        live(3000);
        save("9-send-changed");
    }
    void send() {
        auto* const page = m_window->findChild<SendPage*>();
        await("page to send from", [&] { return page->isVisible(); });
        live(3000);
        save("9-send");
        auto* const area = page->findChild<QScrollArea*>();
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        save("9-send-below");
        pressShown("sent");
        save("9-send-sent");
    }
    void check(const std::filesystem::path& file, const std::string& name) {
        m_window->openFile(toQt(file));
        auto* const progress = m_window->findChild<VerifyPage*>()->findChild<QProgressBar*>();
        await("verdict", [&] { return !progress->isVisible(); });
        save(name);
    }
    void verify() {
        choose("exhibit::desktop::MainWindow", "&Check a dossier…");
        live(200);
        save("A-verify-empty");
        auto dossier = casePath();
        dossier.replace_extension(".pdf");
        check(dossier, "A-verify-intact");
        std::ifstream in(dossier, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(in), {}};
        const auto changed = m_folder / "changed.pdf";
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        std::ofstream(changed, std::ios::binary) << bytes;
        check(changed, "A-verify-tampered");
        std::ofstream(changed, std::ios::binary) << bytes.substr(0, bytes.size() / 2);
        check(changed, "A-verify-cut");
        std::ofstream(changed, std::ios::binary) << "%PDF-1.4\nno more than that";
        check(changed, "A-verify-other");
        check(m_folder / "missing.pdf", "A-verify-missing");
    }
    void start() {
        CaseDetails details;
        details.subject.name = "Erika Muster";
        details.reference = "2026/117";
        details.representative.name = "Dr. Ada Anwältin";
        details.country = "AT";
        details.wishes = {Wish::Access};
        for (int count = 0; count < 4; ++count)
            static_cast<void>(m_desk.create(m_cases, details));
        std::ofstream(m_cases / "Broken.exhibit17") << "no case";
        m_window->openFile(toQt(m_cases / "Erika Muster.exhibit17"));
        live(800);
        save("7-case-empty");
        m_window->openFile(toQt(m_cases / "Broken.exhibit17"));
        live(800);
        save("7-case-broken");
        choose("exhibit::desktop::MainWindow", "&All cases");
        live(800);
        save("B-start");
        auto* const page = m_window->findChild<StartPage*>();
        page->findChild<QLineEdit*>()->setText(QStringLiteral("Nobody"));
        save("B-start-none");
        page->findChild<QLineEdit*>()->clear();
        QTimer::singleShot(300, [this] { saveDialog("B-start-more"); });
        pressText("exhibit::desktop::StartPage", "&More");
        choose("exhibit::desktop::StartPage", "&Delete for good…");
        saveDialog("B-start-delete");
        choose("exhibit::desktop::StartPage", "D&uplicate");
        live(800);
        save("B-start-duplicated");
        choose("exhibit::desktop::MainWindow", "&How to ask");
        if (auto* const advice = m_window->findChild<QDialog*>(QStringLiteral("advice"))) {
            saveWindow(*advice, "C-advice");
            advice->close();
        }
        QTimer::singleShot(300, [this] { saveDialog("C-about"); });
        choose("exhibit::desktop::MainWindow", "&About Exhibit 17");
    }
    [[nodiscard]] std::filesystem::path casePath() const {
        return m_cases / std::filesystem::path(u8"Jonas Fährmann-Müller.exhibit17");
    }

    std::filesystem::path m_folder;
    std::filesystem::path m_cases = m_folder / "cases";
    QSize m_size;
    SystemClock m_clock;
    SystemRandom m_random;
    media::HelperProcess m_helper{MEDIA_PROGRAM};
    Desk m_desk{m_clock, m_random, m_helper};
    MainWindow* m_window = nullptr;
    bool m_isWhole = true;
};

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "gallery FOLDER LANGUAGE light|dark [WIDTH HEIGHT]\n";
        return 64;
    }
    test::startApplication();
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    if (std::string_view(argv[3]) == "dark")
        QApplication::setPalette(darkPalette());
    QLocale::setDefault(QLocale(QString::fromLatin1(argv[2])));
    QTranslator translator;
    if (translator.load(QLocale(QString::fromLatin1(argv[2])), "exhibit17", "_", ":/translations"))
        QCoreApplication::installTranslator(&translator);
    const QSize size = argc > 5 ? QSize(std::atoi(argv[4]), std::atoi(argv[5])) : QSize();
    Gallery gallery(argv[1], size);
    gallery.run();
    return gallery.isWhole() ? 0 : 1;
}
