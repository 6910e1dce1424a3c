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
    checkFails(run({CAPTURE_PROGRAM, "screen"}, nothing), EX_UNAVAILABLE, "DISPLAY is not set");
    checkFails(run({CAPTURE_PROGRAM, "screen"}, {{"DISPLAY", ":64999"}}), EX_UNAVAILABLE, "doesn't answer");
    checkFails(run({CAPTURE_PROGRAM, "screen"}, {{"WAYLAND_DISPLAY", "wayland-0"}, {"DISPLAY", ":0"}}), EX_UNAVAILABLE,
               "add its file");
}

TEST_CASE("a mistyped option says how it is meant") {
    const auto fails = [](const Arguments& arguments, const std::string& part) {
        Arguments all{CAPTURE_PROGRAM};
        all.insert(all.end(), arguments.begin(), arguments.end());
        checkFails(run(all, {}), EX_USAGE, part);
    };
    fails({"everything"}, "screen, window, region");
    fails({}, "screen, window, region");
    fails({"screen", "--windowtitle", "x"}, "windowtitle");
    fails({"screen", "file.png"}, "file.png");
    fails({"region"}, "--region LEFT,TOP,WIDTH,HEIGHT");
    for (const char* const region : {"1,2,3", "1,2,3,4,5", "1,2,3,x", "1,2,0,4", "1,2,3,4 ", "9999999999,2,3,4", ""})
        fails({"region", "--region", region}, "region");
    fails({"window", "--region", "1,2,3,4"}, "goes with \"region\"");
    fails({"screen", "--window-title", "x"}, "goes with \"window\"");
    fails({"screen", "--clipboard-prompt", "--clipboard-response"}, "one text");
    for (const char* const delay : {"-1", "601", "soon", "1s", "nan"})
        fails({"screen", "--delay=" + std::string(delay)}, "0 to 600");
}

TEST_CASE("an empty desktop is refused, since it shows nothing") {
    const VirtualDesktop desktop;
    checkFails(desktop.captureProgram({"screen"}), EX_DATAERR, "all one colour");
    checkFails(desktop.captureProgram({"window"}), EX_NOINPUT, "No window is open");
    checkFails(desktop.captureProgram({"region", "--region", "1600,0,10,10"}), EX_USAGE, "outside every monitor");
    checkFails(desktop.captureProgram({"screen", "--clipboard-prompt"}), EX_NOINPUT,
               "Copy the prompt in the browser with Ctrl+C first");
}

TEST_CASE("without a window manager a window can't be found, but a region can be taken") {
    const VirtualDesktop desktop(WindowManager::None);
    const PaintedWindow window(desktop.display(), "Chat", QRect(100, 200, 300, 150), 0x0a7cff);
    checkFails(desktop.captureProgram({"window"}), EX_UNAVAILABLE, "no window manager");
    const auto capture = desktop.capture({"region", "--region", "100,200,300,150"});
    CHECK(imageOf(capture) == desktop.framebuffer().copy(100, 200, 300, 150));
}

TEST_CASE("a delay is waited for, and the time is that of the picture") {
    const VirtualDesktop desktop;
    const PaintedWindow window(desktop.display(), "Chat", QRect(100, 200, 300, 150), 0x0a7cff);
    const auto start = std::chrono::steady_clock::now();
    const auto capture = desktop.capture({"screen", "--delay", "0.7"});
    CHECK(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(700));
    CHECK(std::abs(capture.time.utc.seconds() - exhibit::SystemClock().now().seconds()) <= 2);
    CHECK(capture.time.monotonicNanoseconds > 0);
    CHECK(capture.method == "screen");
}

TEST_CASE("a reader that ends early or a full disk is an error") {
    const VirtualDesktop desktop;
    const PaintedWindow window(desktop.display(), "Chat", QRect(100, 200, 300, 150), 0x0a7cff);
    const std::string command = std::string(CAPTURE_PROGRAM) + " screen > /dev/full";
    checkFails(run({"sh", "-c", command}, desktop.environment()), EX_IOERR, "No space left");
}
