// Monitors and scales: whatever they are, the picture has the display's own pixels.

#include "PaintedWindow.h"
#include "VirtualDesktop.h"

#include <catch2/catch.hpp>

using namespace test;
using exhibit::PictureFacts;

namespace {

void twoMonitors(const VirtualDesktop& desktop) {
    desktop.tool({"xrandr", "--setmonitor", "LEFT", "700/185x1000/265+0+0", "screen"});
    desktop.tool({"xrandr", "--setmonitor", "RIGHT", "900/238x1000/265+700+0", "none"});
}

} // namespace

TEST_CASE("a screen and a region have the pixels that the server has") {
    const VirtualDesktop desktop;
    const PaintedWindow window(desktop.display(), "Chat", QRect(101, 203, 411, 307), 0x0a7cff);
    const QImage truth = desktop.framebuffer();
    CHECK(truth.pixel(1, 1) == qRgb(0, 0, 0));
    const auto screen = desktop.capture({"screen"});
    CHECK(imageOf(screen) == truth);
    CHECK(factsOf(screen) == PictureFacts{1600, 1000, 100, "screen"});
    const auto region = desktop.capture({"region", "--region", "97,211,333,101"});
    CHECK(imageOf(region) == truth.copy(97, 211, 333, 101));
    CHECK(factsOf(region).width == 333);
    CHECK(region.method == "region");
}

TEST_CASE("a scale changes the facts and not the pixels") {
    const VirtualDesktop desktop;
    const PaintedWindow window(desktop.display(), "Chat", QRect(101, 203, 411, 307), 0x0a7cff);
    const PaintedWindow corner(desktop.display(), "Mail", QRect(1300, 700, 300, 300), 0xd02020);
    const QImage truth = desktop.framebuffer();
    for (const auto& [factor, percent] : {std::pair("2", 200), std::pair("1.5", 150), std::pair("1.3", 130)}) {
        const Environment scaled{{"QT_SCALE_FACTOR", factor}};
        INFO(factor);
        const auto screen = desktop.capture({"screen"}, scaled);
        CHECK(imageOf(screen) == truth);
        CHECK(factsOf(screen).scalePercent == percent);
        CHECK(imageOf(desktop.capture({"region", "--region", "97,211,333,101"}, scaled)) ==
              truth.copy(97, 211, 333, 101));
        CHECK(imageOf(desktop.capture({"region", "--region", "1267,699,333,301"}, scaled)) ==
              truth.copy(1267, 699, 333, 301));
    }
    desktop.tool({"xrdb", "-merge"}, "Xft.dpi: 192\n");
    const auto dense = desktop.capture({"window", "--window-title", "chat"});
    CHECK(imageOf(dense).size() == QSize(411, 307));
    CHECK(factsOf(dense).scalePercent == 200);
}

TEST_CASE("each of two monitors is cut in its own pixels, at any scale") {
    const VirtualDesktop desktop;
    twoMonitors(desktop);
    const PaintedWindow window(desktop.display(), "Chat", QRect(500, 200, 511, 307), 0x0a7cff);
    const QImage truth = desktop.framebuffer();
    for (const char* const factor : {"1", "2"}) {
        const Environment scaled{{"QT_SCALE_FACTOR", factor}};
        const int percent = factor[0] == '1' ? 100 : 200;
        INFO(factor);
        const auto right = desktop.capture({"screen", "--monitor", "RIGHT"}, scaled);
        CHECK(imageOf(right) == truth.copy(700, 0, 900, 1000));
        CHECK(factsOf(right) == PictureFacts{900, 1000, percent, "RIGHT"});
        const auto across = desktop.capture({"region", "--region", "650,250,300,200"}, scaled);
        CHECK(imageOf(across) == truth.copy(650, 250, 300, 200));
        CHECK(factsOf(across) == PictureFacts{300, 200, percent, "RIGHT+LEFT"});
        CHECK(imageOf(desktop.capture({"window", "--window-title", "chat"}, scaled)).size() == QSize(511, 307));
    }
    const auto busiest = desktop.capture({"screen"});
    CHECK(factsOf(busiest).monitor == "RIGHT");
    const Finished wrong = desktop.captureProgram({"screen", "--monitor", "HDMI-7"});
    CHECK_THAT(wrong.errors, Catch::Contains("LEFT, RIGHT"));
}
