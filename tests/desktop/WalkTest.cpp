// The way that a person goes, with real mouse and keys: from the first start to a dossier that is checked.

#include "desktop/MainWindow.h"

#include "Application.h"
#include "Hand.h"
#include "PaintedWindow.h"
#include "desktop/AddPage.h"
#include "desktop/CaptureBar.h"
#include "desktop/RegionOverlay.h"
#include "dossier/Verify.h"
#include "media/HelperProcess.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace exhibit;
using namespace exhibit::desktop;
using test::button;
using test::named;

namespace {

constexpr const char* kPrompt = "What do you know about J\xc3\xb6rg from Lindau?\xc2\xa0\xe2\x80\x8b";

struct Walk {
    const test::VirtualDesktop& desktop = test::display();
    test::Hand hand{desktop};
    test::TemporaryFolder folder;
    SystemClock clock;
    SystemRandom random;
    media::HelperProcess helper{MEDIA_PROGRAM};
    Desk desk{clock, random, helper};
    QSettings settings{QString::fromStdString((folder.path() / "settings.ini").string()), QSettings::IniFormat};
    std::filesystem::path cases = folder.path() / "cases";
    MainWindow window{desk, settings, cases, QStringLiteral(CAPTURE_PROGRAM)};

    Walk() {
        window.show();
        window.move(20, 20);
        window.activateWindow();
        REQUIRE(test::comesTrue([&] { return window.isActiveWindow(); }));
    }

    /// Puts something on the clipboard for as long as the answer lives.
    [[nodiscard]] std::unique_ptr<test::Process> copy(const std::string& content, const char* type) const {
        const auto file = desktop.folder() / "copied";
        std::ofstream(file, std::ios::binary) << content;
        auto owner = std::make_unique<test::Process>(
            test::Arguments{"xclip", "-quiet", "-selection", "clipboard", "-t", type, "-i", file.string()},
            desktop.environment());
        REQUIRE(test::comesTrue([&] {
            return test::run({"xclip", "-selection", "clipboard", "-o", "-t", type}, desktop.environment()).output ==
                   content;
        }));
        return owner;
    }

    [[nodiscard]] bool says(const QString& part) const {
        return test::comesTrue([&] {
            for (const QLabel* const label : window.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(part))
                    return true;
            return false;
        });
    }

    /// The bar, as soon as it stands in place of the window.
    [[nodiscard]] CaptureBar* bar() const {
        CaptureBar* bar = nullptr;
        REQUIRE(test::comesTrue([&] {
            for (QWidget* const widget : QApplication::topLevelWidgets())
                if (auto* const found = qobject_cast<CaptureBar*>(widget); found != nullptr && found->isActiveWindow())
                    bar = found;
            return bar != nullptr && !window.isVisible();
        }));
        return bar;
    }

    void answerQuestions() {
        REQUIRE(named(window, "name").hasFocus());
        hand.type("Joerg Muster");
        hand.key("Tab");
        hand.type("joerg@example.org");
        hand.key("Return");
        hand.click(named(window, "country"));
        hand.type("Germany");
        hand.key("Return");
        hand.click(button(window, "Continue"));
        hand.click(button(window, "Make the case"));
        hand.click(button(window, "Add the first exhibit"));
    }
};

bool labelSays(const QWidget& window, const QString& part) {
    const auto labels = window.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->isVisible() && label->text().contains(part); });
}

/// What a machine's hand needs; a person's eyes and thoughts need the rest.
void tell(const char* what, const QElapsedTimer& timer, int personSeconds) {
    std::cout << what << ": " << static_cast<double>(timer.elapsed()) / 1000 << " s of the " << personSeconds
              << " s that a person has\n";
}

std::string fileContent(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("from the first start to a dossier that is made and checked") {
    Walk walk;
    QElapsedTimer timer;
    timer.start();
    walk.answerQuestions();
    {
        const auto copied = walk.copy(kPrompt, "UTF8_STRING");
        walk.hand.click(button(walk.window, "Paste the prompt"));
        REQUIRE(walk.says("exactly as copied"));
    }
    {
        const auto copied = walk.copy("He lives there.", "UTF8_STRING");
        walk.hand.click(named(walk.window, "response"));
        walk.hand.key("ctrl+v");
    }
    {
        const auto copied = walk.copy(fileContent(std::filesystem::path(TEST_DATA) / "desk-1x-light.png"), "image/png");
        walk.hand.click(button(walk.window, "Paste a picture"));
        const auto& list = dynamic_cast<const QListWidget&>(named(walk.window, "pictures"));
        REQUIRE(test::comesTrue([&] { return list.count() == 1; }));
    }
    walk.hand.key("alt+s");
    REQUIRE(walk.says("Exhibit 1 is saved"));

    walk.hand.key("alt+m");
    const auto& letter = dynamic_cast<const QPlainTextEdit&>(named(walk.window, "letter"));
    REQUIRE(test::comesTrue([&] { return !letter.toPlainText().isEmpty(); }));
    walk.hand.click(named(walk.window, "make"));
    REQUIRE(walk.says("Checked: every file"));
    tell("from the first start to a checked dossier", timer, 180);

    const auto dossier = walk.cases / "Joerg Muster.pdf";
    CHECK(dossier::verifyDossier(FileSource::open(dossier).value()).verdict == Verdict::IntactUnanchored);
    const auto exhibit = walk.desk.exhibit(walk.cases / "Joerg Muster.exhibit17", 1);
    REQUIRE(exhibit);
    CHECK(exhibit->texts.at(0).text == kPrompt);
    CHECK(exhibit->texts.at(0).artifact.origin == Origin::Clipboard);
    CHECK(exhibit->texts.at(1).text == "He lives there.");

    walk.hand.click(button(walk.window, "‹ Back to the case"));
    const QAbstractButton& add = button(walk.window, "Add an exhibit");
    QElapsedTimer second;
    second.start();
    walk.hand.click(add);
    REQUIRE(walk.says("A new exhibit"));
    {
        const auto copied = walk.copy("Who is he?", "UTF8_STRING");
        walk.hand.key("alt+p");
        REQUIRE(walk.says("exactly as copied"));
    }
    {
        const auto copied = walk.copy(fileContent(std::filesystem::path(TEST_DATA) / "desk-1x-light.png"), "image/png");
        walk.hand.key("alt+u");
        const auto& list = dynamic_cast<const QListWidget&>(named(walk.window, "pictures"));
        REQUIRE(test::comesTrue([&] { return list.count() == 1; }));
    }
    walk.hand.key("alt+s");
    REQUIRE(walk.says("Exhibit 2 is saved"));
    tell("a second exhibit", second, 20);
}

TEST_CASE("the bar beside the chat takes the prompt and a part of the screen, without itself in the picture") {
    Walk walk;
    walk.answerQuestions();
    const test::PaintedWindow chat(walk.desktop.display(), "Chat", QRect(880, 60, 700, 600), 0x0a7cff);
    walk.hand.click(button(walk.window, "Capture beside the chat"));
    CaptureBar* const bar = walk.bar();
    {
        const auto copied = walk.copy(kPrompt, "UTF8_STRING");
        walk.hand.click(button(*bar, "1. Take the prompt"));
    }
    walk.hand.click(button(*bar, "A part"));
    REQUIRE(test::comesTrue(test::isPartAskedFor));
    walk.hand.drag({940, 160}, {1240, 360});
    REQUIRE(test::comesTrue([&] { return bar->isVisible(); }));
    REQUIRE(test::comesTrue([&] { return labelSays(*bar, "1 picture"); }));
    walk.hand.click(button(*bar, "The window"));
    REQUIRE(test::comesTrue([&] { return labelSays(*bar, "2 picture"); }));
    walk.hand.click(button(*bar, "Save the exhibit"));
    const auto path = walk.cases / "Joerg Muster.exhibit17";
    REQUIRE(test::comesTrue([&] { return walk.desk.summary(path)->exhibits == 1; }));
    const auto exhibit = walk.desk.exhibit(path, 1);
    REQUIRE(exhibit);
    REQUIRE(exhibit->pictures.size() == 2);
    const QImage part = walk.desk.picture(path, 1, 1).value();
    const QImage whole = walk.desk.picture(path, 1, 2).value();
    CHECK(part.size() == QSize(300, 200));
    CHECK(whole.size() == QSize(700, 600));
    CHECK(part.pixel(10, 10) == whole.pixel(940 - 880 + 10, 160 - 60 + 10));
    REQUIRE(test::comesTrue([&] { return labelSays(*bar, "is saved"); }));
    walk.hand.click(button(*bar, "Back to the large window"));
    CHECK(test::comesTrue([&] { return walk.window.isVisible(); }));
}

TEST_CASE("from the first start to a dossier without a mouse") {
    const test::PaintedWindow chat(test::display().display(), "Chat", QRect(0, 0, 1600, 1000), 0x0a7cff);
    Walk walk;
    const auto keys = [&](std::initializer_list<const char*> names) {
        for (const char* const name : names)
            walk.hand.key(name);
    };
    QElapsedTimer timer;
    timer.start();
    REQUIRE(named(walk.window, "name").hasFocus());
    walk.hand.type("Joerg Muster");
    keys({"Tab"});
    walk.hand.type("joerg@example.org");
    keys({"Return", "alt+l"});
    walk.hand.type("Germany");
    keys({"alt+Left"});
    REQUIRE(walk.says("Who is it about?"));
    keys({"Return"}); // goes on by one question, however complete the next one is
    test::comesTrue([&] { return labelSays(walk.window, "What do you want?"); }, 500);
    REQUIRE(walk.says("Where did the AI answer?"));
    keys({"alt+o"});
    REQUIRE(walk.says("What do you want?"));
    keys({"alt+m"});
    REQUIRE(walk.says("How to ask"));
    keys({"alt+a"});
    REQUIRE(walk.says("A new exhibit"));
    keys({"alt+t"});
    CaptureBar* const bar = walk.bar();
    {
        const auto copied = walk.copy(kPrompt, "UTF8_STRING");
        keys({"alt+1"});
        REQUIRE(test::comesTrue([&] { return labelSays(*bar, "exactly as copied"); }));
    }
    keys({"alt+p"});
    REQUIRE(test::comesTrue([] { return qobject_cast<RegionOverlay*>(QWidget::keyboardGrabber()) != nullptr; }));
    keys({"Return"});
    for (int step = 0; step < 20; ++step)
        keys({"shift+Right", "shift+Down"});
    keys({"Return"});
    REQUIRE(test::comesTrue([&] { return bar->isActiveWindow() && labelSays(*bar, "1 picture"); }));
    keys({"alt+s"});
    REQUIRE(test::comesTrue([&] { return labelSays(*bar, "is saved"); }));
    keys({"alt+b"});
    REQUIRE(test::comesTrue([&] { return walk.window.isActiveWindow(); }));
    keys({"alt+m"});
    const auto& letter = dynamic_cast<const QPlainTextEdit&>(named(walk.window, "letter"));
    REQUIRE(test::comesTrue([&] { return !letter.toPlainText().isEmpty(); }));
    keys({"alt+m"});
    REQUIRE(walk.says("Checked: every file"));
    tell("the same with keys alone, beside the chat", timer, 180);
    CHECK(walk.desk.summary(walk.cases / "Joerg Muster.exhibit17")->exhibits == 1);
}

TEST_CASE("what was saved is there after the program was killed") {
    const test::VirtualDesktop& desktop = test::display();
    const test::Hand hand(desktop);
    const test::TemporaryFolder folder;
    SystemClock clock;
    SystemRandom random;
    const media::HelperProcess helper(MEDIA_PROGRAM);
    const Desk desk(clock, random, helper);
    CaseDetails details;
    details.subject.name = "Erika Muster";
    details.country = "DE";
    details.wishes = {Wish::Erasure};
    const auto path = desk.create(folder.path(), details).value();
    for (int number = 1; number <= 3; ++number) {
        std::ofstream(desktop.folder() / "copied") << "prompt " << number;
        const test::Process owner(
            {"xclip", "-quiet", "-selection", "clipboard", "-i", (desktop.folder() / "copied").string()},
            desktop.environment());
        const test::Process program({DESKTOP_PROGRAM, path.string()}, desktop.environment());
        static_cast<void>(desktop.window("Exhibit 17"));
        const bool isSaved = test::waitUntil(
            [&] {
                hand.key("alt+d");
                hand.key("alt+p");
                hand.key("ctrl+Return");
                const auto summary = desk.summary(path);
                return summary && summary->exhibits >= number;
            },
            test::Seconds(20));
        CHECK(isSaved);
        ::kill(program.id(), SIGKILL);
        const auto file = desk.open(path, Access::Read);
        REQUIRE(file);
        const auto findings = file->check();
        REQUIRE(findings);
        CHECK(std::all_of(findings->begin(), findings->end(),
                          [](const Finding& finding) { return finding.severity == Severity::Note; }));
    }
}

TEST_CASE("a case that is opened while the bar is there shows in the window, where that was, and nothing is lost") {
    Walk walk;
    walk.answerQuestions();
    const auto first = walk.cases / "Joerg Muster.exhibit17";
    const auto second = walk.desk.duplicate(first, {}).value();
    const QRect place = walk.window.geometry();
    walk.hand.click(button(walk.window, "Capture beside the chat"));
    CaptureBar* const bar = walk.bar();
    CHECK(bar->windowTitle().contains("Joerg Muster"));
    {
        const auto copied = walk.copy(kPrompt, "UTF8_STRING");
        walk.hand.click(button(*bar, "1. Take the prompt"));
        REQUIRE(test::comesTrue([&] { return labelSays(*bar, "from Lindau"); }));
    }
    walk.window.openFile(QString::fromStdString(second.string()));
    REQUIRE(test::comesTrue([&] { return walk.window.isVisible() && !bar->isVisible(); }));
    CHECK(test::comesTrue([&] { return walk.window.geometry() == place; }));
    CHECK(walk.window.windowTitle().contains(QString::fromStdString(second.stem().string())));
    walk.window.openFile(QString::fromStdString(first.string()));
    CHECK(walk.says("A new exhibit"));
    CHECK(test::comesTrue([&] { return walk.window.findChild<AddPage*>()->prompt() == kPrompt; }));
}
