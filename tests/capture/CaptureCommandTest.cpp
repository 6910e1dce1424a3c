// What the headless capture says when it can't, and that it says it on standard error alone.

#include "PaintedWindow.h"
#include "VirtualDesktop.h"

#include <catch2/catch.hpp>
#include <sysexits.h>

using namespace test;

namespace {

void checkFails(const Finished& finished, int status, const std::string& part) {
    CHECK(finished.status == status);
    CHECK(finished.output.empty());
    CHECK_THAT(finished.errors, Catch::Contains(part));
}

} // namespace

TEST_CASE("without a display there is an error and no abort") {
    const Environment nothing{{"PATH", "/usr/bin:/bin"}};
    checkFails(run({DESKTOP_PROGRAM, "--capture", "screen"}, nothing), EX_UNAVAILABLE, "DISPLAY is not set");
    checkFails(run({DESKTOP_PROGRAM, "--capture", "screen"}, {{"DISPLAY", ":64999"}}), EX_UNAVAILABLE,
               "doesn't answer");
    checkFails(run({DESKTOP_PROGRAM, "--capture", "screen"}, {{"WAYLAND_DISPLAY", "wayland-0"}, {"DISPLAY", ":0"}}),
               EX_UNAVAILABLE, "add its file");
}

TEST_CASE("a mistyped option says how it is meant") {
    const auto fails = [](const Arguments& arguments, const std::string& part) {
        Arguments all{DESKTOP_PROGRAM};
        all.insert(all.end(), arguments.begin(), arguments.end());
        checkFails(run(all, {}), EX_USAGE, part);
    };
    fails({"--capture", "everything"}, "screen, window, region");
    fails({"--capture"}, "--help");
    fails({"--capture", "screen", "--windowtitle", "x"}, "windowtitle");
    fails({"--capture", "screen", "file.png"}, "file.png");
    fails({"--capture", "region"}, "--region LEFT,TOP,WIDTH,HEIGHT");
    for (const char* const region : {"1,2,3", "1,2,3,4,5", "1,2,3,x", "1,2,0,4", "1,2,3,4 ", "9999999999,2,3,4", ""})
        fails({"--capture", "region", "--region", region}, "region");
    fails({"--capture", "window", "--region", "1,2,3,4"}, "--capture region");
    fails({"--capture", "screen", "--window-title", "x"}, "--capture window");
    fails({"--capture", "screen", "--clipboard-prompt", "--clipboard-response"}, "one text");
    for (const char* const delay : {"-1", "601", "soon", "1s", "nan"})
        fails({"--capture=screen", "--delay=" + std::string(delay)}, "0 to 600");
    fails({"--capture", "screen", "--surface", "myspace"}, "meta.ai");
    fails({"--capture", "screen", "--conversation", "old"}, "fresh");
}

TEST_CASE("an empty desktop is refused, since it shows nothing") {
    const VirtualDesktop desktop;
    checkFails(desktop.desktopProgram({"--capture", "screen"}), EX_DATAERR, "all one colour");
    checkFails(desktop.desktopProgram({"--capture", "window"}), EX_NOINPUT, "No window is open");
    checkFails(desktop.desktopProgram({"--capture", "region", "--region", "1600,0,10,10"}), EX_USAGE,
               "outside every monitor");
    checkFails(desktop.desktopProgram({"--capture", "screen", "--clipboard-prompt"}), EX_NOINPUT,
               "Copy the prompt in the browser with Ctrl+C first");
}

TEST_CASE("without a window manager a window can't be found, but a region can be taken") {
    const VirtualDesktop desktop(WindowManager::None);
    const PaintedWindow window(desktop.display(), "Chat", QRect(100, 200, 300, 150), 0x0a7cff);
    checkFails(desktop.desktopProgram({"--capture", "window"}), EX_UNAVAILABLE, "no window manager");
    const auto capture = desktop.capture({"region", "--region", "100,200,300,150"});
    CHECK(imageOf(capture) == desktop.framebuffer().copy(100, 200, 300, 150));
}

TEST_CASE("a delay is waited for, and surface and conversation are noted") {
    const VirtualDesktop desktop;
    const PaintedWindow window(desktop.display(), "Chat", QRect(100, 200, 300, 150), 0x0a7cff);
    const auto start = std::chrono::steady_clock::now();
    const auto capture =
        desktop.capture({"screen", "--delay", "0.7", "--surface", "whatsapp", "--conversation", "continued"});
    CHECK(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(700));
    CHECK(capture.surface == exhibit::Surface::WhatsApp);
    CHECK(capture.conversation == exhibit::Conversation::Continued);
    CHECK(std::abs(capture.time.utc.seconds() - exhibit::SystemClock().now().seconds()) <= 2);
    CHECK(capture.time.monotonicNanoseconds > 0);
    CHECK(capture.method == "screen");
}

TEST_CASE("a reader that ends early or a full disk is an error") {
    const VirtualDesktop desktop;
    const PaintedWindow window(desktop.display(), "Chat", QRect(100, 200, 300, 150), 0x0a7cff);
    const std::string command = std::string(DESKTOP_PROGRAM) + " --capture screen > /dev/full";
    checkFails(run({"sh", "-c", command}, desktop.environment()), EX_IOERR, "No space left");
}
