// Crash and recovery as a person meets them: a chat in a real browser, real mouse and keys, and a program that is
// killed again and again on the way from the first start to a dossier that is checked.

#include "Browser.h"
#include "core/Clock.h"
#include "desktop/model/Desk.h"
#include "dossier/Verify.h"
#include "media/HelperProcess.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace exhibit;

namespace {

using Clock = std::chrono::steady_clock;

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Recovery {
    test::VirtualDesktop desktop;
    test::ChatServer server{desktop, CHAT_PAGE};
    test::Process browser{test::chromium(desktop, server.address()), desktop.environment()};
    SystemClock clock;
    SystemRandom random;
    media::HelperProcess helper{MEDIA_PROGRAM};
    desktop::Desk desk{clock, random, helper};
    std::filesystem::path cases = desktop.folder() / "Documents" / "Exhibit 17";
    std::filesystem::path path = cases / "Jonas Muster.exhibit17";
    std::filesystem::path draft = cases / ".Jonas Muster.draft";
    std::unique_ptr<test::Process> program;
    Clock::time_point began = Clock::now();
    int kills = 0;

    void key(const std::string& name) const { desktop.tool({"xdotool", "key", name}); }
    void type(const std::string& text) const { desktop.tool({"xdotool", "type", "--delay", "5", text}); }
    [[nodiscard]] bool shows(const std::string& title) const {
        return test::run({"xdotool", "search", "--onlyvisible", "--name", title}, desktop.environment()).status == 0;
    }
    /// Brings a window to the front, as soon as it is there.
    void bring(const std::string& title) const {
        desktop.tool({"xdotool", "windowactivate", "--sync", desktop.window(title)});
    }
    void start(const std::string& title, const test::Arguments& more = {}) {
        test::Arguments arguments{DESKTOP_PROGRAM};
        arguments.insert(arguments.end(), more.begin(), more.end());
        program = std::make_unique<test::Process>(arguments, desktop.environment());
        bring(title);
    }
    /// What isn't saved shows itself; a case is opened.
    void startAgain() {
        start("Jonas Muster",
              std::filesystem::exists(draft / "draft.json") ? test::Arguments() : test::Arguments{path.string()});
    }
    /// Presses keys until they have had their effect; a window that has just come up may lose the first.
    template <class Condition>
    [[nodiscard]] bool press(const test::Arguments& keys, Condition condition) const {
        return test::waitUntil(
            [&] {
                if (condition())
                    return true;
                for (const std::string& name : keys)
                    key(name);
                return test::waitUntil(condition, test::Seconds(2));
            },
            test::Seconds(20));
    }
    void say(const std::string& what) const {
        const std::chrono::duration<double> passed = Clock::now() - began;
        std::cout << std::fixed << passed.count() << " s: " << what << '\n';
    }
    /// In the middle of whatever it does. Nothing may be broken then, and nothing half made.
    void kill(const std::string& when) {
        ::kill(program->id(), SIGKILL);
        program.reset();
        ++kills;
        say("killed " + when);
        const auto file =
            desk.open(path, Access::Write); // as the next start does: what was half written is rolled back
        REQUIRE(file);
        const auto findings = file->check();
        REQUIRE(findings);
        CHECK(std::all_of(findings->begin(), findings->end(),
                          [](const Finding& finding) { return finding.severity == Severity::Note; }));
        const int verdict = test::run({COMMAND_LINE_PROGRAM, "verify", path.string()}, desktop.environment()).status;
        CHECK(verdict == 1); // consistent in itself, without trusted time
    }
    [[nodiscard]] bool keeps(const std::string& words) const {
        return contentOf(draft / "draft.json").find(words) != std::string::npos;
    }
    [[nodiscard]] std::filesystem::path journal() const { return path.string() + "-journal"; }
    /// Files in the folder of the cases but the case, the draft and dossiers that are whole. The case's journal may
    /// stay, with nothing to roll back in it, until the next change of the case.
    [[nodiscard]] std::vector<std::string> strangers() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(cases)) {
            const bool isDossier =
                entry.path().extension() == ".pdf" &&
                dossier::verifyDossier(FileSource::open(entry.path()).value()).verdict == Verdict::IntactUnanchored;
            const bool isOfCase = entry.path() == path || entry.path() == draft || entry.path() == journal();
            if (!isOfCase && !isDossier)
                names.push_back(entry.path().filename().string());
        }
        return names;
    }

    /// The chat is on the screen before the person begins.
    void awaitChat() {
        REQUIRE(
            test::waitUntil([&] { return test::firstBubble(desktop.framebuffer()).has_value(); }, test::Seconds(40)));
        began = Clock::now();
    }
    void answerQuestions() {
        start("Exhibit 17");
        type("Jonas Muster");
        key("Tab");
        type("jonas@example.org");
        key("Return");
        key("alt+l");
        type("Germany");
        key("alt+o");
        REQUIRE(press({"alt+m"}, [&] { return std::filesystem::exists(path); }));
        REQUIRE(press({"alt+a"}, [&] { return shows("Jonas Muster"); })); // the card waits until it is on the disk
        say("the case is made");
    }
    /// From the page for a new exhibit to the bar beside the chat.
    void openBar() const {
        REQUIRE(press({"alt+t"}, [&] { return shows("New exhibit"); }));
        bring("New exhibit");
    }
    void takePrompt() {
        openBar();
        const auto isTaken = [&] { return keeps(hexOf(bytesOf(std::string(test::kChatPrompt)))); };
        // A browser that is busy may take the three clicks for others: whoever sees the wrong words copies again.
        REQUIRE(test::waitUntil(
            [&] {
                const auto bubble = test::firstBubble(desktop.framebuffer());
                if (!bubble)
                    return false;
                test::copyBubble(desktop, *bubble);
                bring("New exhibit");
                key("alt+1");
                return test::waitUntil(isTaken, test::Seconds(3));
            },
            test::Seconds(60)));
        say("the prompt is taken");
    }
    void takePicture() {
        openBar();
        REQUIRE(press({"alt+p"}, [&] { return shows("Choose a part of the screen"); }));
        desktop.tool({"xdotool", "mousemove", "100", "200", "mousedown", "1"});
        desktop.tool({"xdotool", "mousemove", "--sync", "900", "800"});
        desktop.tool({"xdotool", "mouseup", "1"});
        REQUIRE(test::waitUntil([&] { return keeps("\"file\":\"1\""); }, test::Seconds(20)));
        say("the picture is taken");
    }
    [[nodiscard]] int exhibits() const {
        const auto summary = desk.summary(path);
        return summary ? summary->exhibits : 0;
    }
};

} // namespace

TEST_CASE("a program that is killed at every step goes on where it was, to a dossier that is checked") {
    Recovery walk;
    walk.awaitChat();
    walk.answerQuestions();
    walk.takePrompt();
    walk.kill("after the prompt");
    walk.startAgain();
    walk.takePicture();
    CHECK(walk.keeps(hexOf(bytesOf(std::string(test::kChatPrompt))))); // from before the program was killed
    walk.kill("after the picture");

    for (const double delay : {0.0, 0.01, 0.03, 0.06, 0.1}) {
        if (walk.exhibits() > 0)
            break;
        walk.startAgain();
        test::sleepFor(test::Seconds(1));
        walk.key("ctrl+Return");
        test::sleepFor(test::Seconds(delay));
        walk.kill("while saving");
        CHECK(walk.strangers() == std::vector<std::string>());
        // Whatever was cut short, what was taken is here or there.
        CHECK((walk.exhibits() == 1 || walk.keeps(hexOf(bytesOf(std::string(test::kChatPrompt))))));
    }
    walk.startAgain();
    REQUIRE(walk.press({"ctrl+Return"}, [&] { return walk.exhibits() > 0 && !std::filesystem::exists(walk.draft); }));
    walk.say("the exhibit is saved");
    CHECK(walk.exhibits() == 1); // and not once for each time that it was begun
    const auto exhibit = walk.desk.exhibit(walk.path, 1);
    REQUIRE(exhibit);
    CHECK(exhibit->texts.at(0).text == test::kChatPrompt);
    CHECK(walk.desk.picture(walk.path, 1, 1)->size() == QSize(800, 600));

    for (const double delay : {0.05, 0.2, 0.4, 0.8}) {
        test::sleepFor(test::Seconds(1));
        walk.key("alt+m"); // to the page of the dossier
        test::sleepFor(test::Seconds(1));
        walk.key("alt+m"); // make it
        test::sleepFor(test::Seconds(delay));
        walk.kill("while exporting");
        CHECK(walk.strangers() == std::vector<std::string>());
        walk.startAgain();
    }
    const auto waits = [&] { return walk.desk.summary(walk.path)->waits; };
    REQUIRE(walk.press({"alt+m"}, [&] { return waits() == desktop::Waits::Sending; }));
    walk.say("the dossier is made");
    CHECK_FALSE(std::filesystem::exists(walk.journal()));
    CHECK(walk.strangers() == std::vector<std::string>());
    const auto dossier = walk.cases / "Jonas Muster.pdf";
    CHECK(dossier::verifyDossier(FileSource::open(dossier).value()).verdict == Verdict::IntactUnanchored);
    CHECK(test::run({COMMAND_LINE_PROGRAM, "verify", dossier.string()}, walk.desktop.environment()).status == 1);
    walk.say("killed " + std::to_string(walk.kills) + " times, and checked");
}
