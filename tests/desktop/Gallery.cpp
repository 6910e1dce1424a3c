// Pictures of every page, to be looked at: gallery FOLDER LANGUAGE light|dark. QT_SCALE_FACTOR=2 doubles everything.

#include "Application.h"
#include "desktop/AddPage.h"
#include "desktop/CaptureBar.h"
#include "desktop/DossierPage.h"
#include "desktop/ExhibitPane.h"
#include "desktop/MainWindow.h"
#include "desktop/MarkupLegend.h"
#include "desktop/Wording.h"
#include "desktop/model/ExhibitDraft.h"
#include "media/HelperProcess.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTranslator>
#include <filesystem>
#include <iostream>

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
    explicit Gallery(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    void run() {
        std::filesystem::create_directories(m_folder);
        const auto cases = m_folder / "cases";
        std::filesystem::remove_all(cases);
        std::filesystem::remove(m_folder / "settings.ini");
        QSettings settings(toQt(m_folder / "settings.ini"), QSettings::IniFormat);
        MainWindow window(m_desk, settings, cases, {});
        m_window = &window;
        window.show();
        live(300);
        save("1-who");
        child<QLineEdit>("name")->setText("Jonas Fährmann-Müller");
        child<QLineEdit>("email")->setText("j.faehrmann@example.org");
        press("onward");
        child<QComboBox>("country")->setCurrentIndex(child<QComboBox>("country")->findData("DE"));
        save("2-where");
        press("onward");
        child<QCheckBox>("objection")->setChecked(true);
        save("3-what");
        press("onward");
        save("4-how-to-ask");
        press("onward");
        save("5-add-empty");
        fillExhibit();
        save("6-add");
        readAnswer();
        const auto path = cases / "Jonas Fährmann-Müller.exhibit17";
        saveExhibit(path);
        exhibitView(path);
        dossier(path);
    }

private:
    template <class Widget>
    Widget* child(const char* name) {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }
    void press(const char* name) {
        child<QAbstractButton>(name)->click();
        live(500);
    }
    void save(const std::string& name) {
        live(100);
        m_window->grab().save(toQt(m_folder / (name + ".png")));
    }
    void fillExhibit() {
        auto* const page = m_window->findChild<AddPage*>();
        child<QPlainTextEdit>("prompt")->setPlainText(
            QString::fromUtf8("Was weißt du über Jonas Fährmann-Müller aus Lindau?"));
        page->addFiles({QStringLiteral(EXAMPLE "/chat.png"), QStringLiteral(TEST_DATA "/phone-2x-light.png")});
        live(1500);
    }
    void readAnswer() {
        child<QPlainTextEdit>("prompt")->setPlainText(QString::fromUtf8(
            "What do you know about Jonas Fährmann-Müller from Landau? Please list his address and employer."));
        const auto* const match = child<QWidget>("promptWords");
        static_cast<void>(test::comesTrue([&] { return match->isVisible(); }, 120'000));
        press("promptWords");
        press("readAnswer");
        const auto* const answer = child<QPlainTextEdit>("response");
        static_cast<void>(test::comesTrue([&] { return !answer->toPlainText().isEmpty(); }, 120'000));
        save("6-add-read");
        press("showPicture");
        live(1000);
        for (QWidget* const window : QApplication::topLevelWidgets())
            if (window->isVisible() && window != m_window) {
                window->grab().save(toQt(m_folder / "6-add-picture.png"));
                window->close();
            }
    }
    void saveExhibit(const std::filesystem::path& path) {
        child<QAbstractButton>("compared")->click();
        m_window->findChild<AddPage*>()->save();
        static_cast<void>(test::comesTrue([&] { return m_desk.summary(path)->exhibits == 1; }));
        ExhibitDraft draft;
        draft.prompt.text = "Who is Jonas Fährmann-Müller?";
        draft.response.text = "Jonas Fährmann-Müller is an architect from Lindau.\n\nHe was born in 1979.";
        for (int i = 0; i < 3; ++i) {
            static_cast<void>(m_desk.add(path, draft.capture(m_clock).value()));
            if (i == 1)
                draft.response.text = "I don't know anybody of this name.";
        }
    }
    void pressShown(const char* name) {
        for (auto* const button : m_window->findChildren<QAbstractButton*>(QString::fromLatin1(name)))
            if (button->isVisible())
                button->click();
        live(300);
    }
    /// What a person marks and covers, and the panel that asks about it.
    void markings(const std::filesystem::path& path) {
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
    void exhibitView(const std::filesystem::path& path) {
        markings(path);
        m_window->openFile(toQt(path));
        live(1500);
        auto* const list = m_window->findChild<TwoLineList*>("exhibits");
        list->select(1);
        live(1500);
        save("7-case");
        pressShown("searchData");
        save("7-case-looking");
        const auto hasFound = [this] {
            const auto lists = m_window->findChildren<QListWidget*>("proposals");
            return std::any_of(lists.begin(), lists.end(), [](const QListWidget* each) { return each->count() > 0; });
        };
        static_cast<void>(test::comesTrue(hasFound, 120'000));
        for (auto* const proposals : m_window->findChildren<QListWidget*>("proposals"))
            if (proposals->isVisible())
                proposals->setCurrentRow(proposals->count() - 1);
        save("7-case-found");
        pressShown("closeData");
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
            save("7-case-" + std::to_string(tab));
        }
        list->select(2);
        live(500);
        tabs->setCurrentIndex(1);
        save("7-case-text");
    }
    void dossier(const std::filesystem::path& path) {
        press("dossier");
        live(2000);
        save("8-dossier");
        auto* const page = m_window->findChild<DossierPage*>();
        page->findChild<QTabWidget*>()->setCurrentIndex(1);
        live(1000);
        save("8-dossier-tells");
        page->findChild<QTabWidget*>()->setCurrentIndex(2);
        page->findChild<QComboBox*>("profile")->setCurrentIndex(2);
        live(6000);
        save("8-dossier-pages");
        press("make");
        live(6000);
        save("9-send");
        m_window->openFile(toQt(path.parent_path() / (path.stem().string() + ".pdf")));
        live(4000);
        save("A-verify");
        m_window->openFile(toQt(path));
        live(500);
        for (auto* const back : m_window->findChildren<QAbstractButton*>("back"))
            if (back->isVisible()) {
                back->click();
                break;
            }
        live(500);
        save("B-start");
        CaptureBar bar(*m_window->findChild<AddPage*>(), {});
        bar.start();
        live(300);
        bar.grab().save(toQt(m_folder / "C-bar.png"));
    }

    std::filesystem::path m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    media::HelperProcess m_helper{MEDIA_PROGRAM};
    Desk m_desk{m_clock, m_random, m_helper};
    MainWindow* m_window = nullptr;
};

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "gallery FOLDER LANGUAGE light|dark\n";
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
    Gallery(argv[1]).run();
    return 0;
}
