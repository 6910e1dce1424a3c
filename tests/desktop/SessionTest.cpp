// The program among others of the same session: one window, whoever starts it, and quiet while nobody uses it.

#include "VirtualDesktop.h"
#include "core/Clock.h"
#include "desktop/model/Desk.h"
#include "media/HelperProcess.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <regex>
#include <sstream>
#include <sys/stat.h>

using namespace exhibit;

namespace {

struct Session {
    test::VirtualDesktop desktop;
    SystemClock clock;
    SystemRandom random;
    media::HelperProcess helper{MEDIA_PROGRAM};
    desktop::Desk desk{clock, random, helper};

    [[nodiscard]] std::filesystem::path makeCase(const char* name) const {
        CaseDetails details;
        details.subject.name = name;
        details.country = "DE";
        details.wishes = {Wish::Erasure};
        return desk.create(desktop.folder() / "J\xc3\xb6rg's cases", details).value();
    }
    [[nodiscard]] int windows() const {
        std::istringstream ids(
            test::run({"xdotool", "search", "--onlyvisible", "--name", "Exhibit 17"}, desktop.environment()).output);
        int count = 0;
        for (std::string line; std::getline(ids, line);)
            ++count;
        return count;
    }
    [[nodiscard]] bool showsWindow() const {
        return test::waitUntil([&] { return windows() == 1; }, test::Seconds(20));
    }
    /// The case that was opened last stands first.
    [[nodiscard]] bool opened(const std::string& name) const {
        const auto settings = desktop.folder() / ".config/exhibit17/desktop.ini";
        return test::waitUntil(
            [&] {
                std::ifstream file(settings);
                for (std::string line; std::getline(file, line);)
                    if (line.starts_with("recentCases="))
                        return line.substr(0, line.find(',')).find(name) != std::string::npos;
                return false;
            },
            test::Seconds(20));
    }
};

} // namespace

TEST_CASE("a second start hands its case to the window that is there, from any folder") {
    const Session session;
    const auto first = session.makeCase("Erika");
    const auto second = session.makeCase("Otto");
    const test::Process window({DESKTOP_PROGRAM, first.string()}, session.desktop.environment());
    REQUIRE(session.showsWindow());
    REQUIRE(session.opened("Erika"));
    // As a file manager starts it, and with a path that means something where it was started alone.
    const test::Finished again = test::run(
        {"sh", "-c", "cd \"$1\" && exec \"$2\" Otto.exhibit17", "sh", second.parent_path().string(), DESKTOP_PROGRAM},
        session.desktop.environment());
    CHECK(again.status == 0);
    CHECK(again.errors.empty());
    CHECK(session.opened("Otto"));
    CHECK(session.windows() == 1);
}

TEST_CASE("after the window was killed the next start opens a new one") {
    const Session session;
    const auto path = session.makeCase("Erika");
    {
        const test::Process window({DESKTOP_PROGRAM}, session.desktop.environment());
        REQUIRE(session.showsWindow());
        ::kill(window.id(), SIGKILL);
        REQUIRE(test::waitUntil([&] { return session.windows() == 0; }, test::Seconds(20)));
    }
    const test::Process window({DESKTOP_PROGRAM, path.string()}, session.desktop.environment());
    CHECK(session.showsWindow());
    CHECK(session.opened("Erika"));
}

TEST_CASE("nobody else reads which cases there are, and a crash leaves no memory behind") {
    const Session session;
    const auto path = session.makeCase("Erika");
    const auto folder = session.desktop.folder() / ".config/exhibit17";
    const mode_t before = ::umask(S_IWGRP | S_IWOTH); // as most systems have it
    const test::Process window({DESKTOP_PROGRAM, path.string()}, session.desktop.environment());
    ::umask(before);
    REQUIRE(session.opened("Erika"));
    struct stat status {};
    for (const auto& [made, mode] : {std::pair(folder, 0700U), std::pair(folder / "desktop.ini", 0600U)}) {
        REQUIRE(::stat(made.c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == mode);
    }
    const auto process = std::filesystem::path("/proc") / std::to_string(window.id());
    std::ifstream limits(process / "limits");
    std::string limit;
    while (std::getline(limits, limit) && !limit.starts_with("Max core file size")) {
    }
    CHECK(std::regex_search(limit, std::regex("size +0 +0 ")));
    std::string dumped;
    std::ifstream(process / "coredump_filter") >> dumped;
    CHECK(dumped == "00000000");
}

TEST_CASE("two users' windows don't meet") {
    const Session session;
    const Session other;
    const test::Process window({DESKTOP_PROGRAM}, session.desktop.environment());
    REQUIRE(session.showsWindow());
    const test::Process second({DESKTOP_PROGRAM}, other.desktop.environment());
    CHECK(other.showsWindow());
}
