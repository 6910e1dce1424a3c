// Windows on a real display, in front of and behind one another.

#include "PaintedWindow.h"
#include "VirtualDesktop.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sysexits.h>
#include <unistd.h>

using namespace test;

namespace {

constexpr std::uint32_t kBlue = 0x0a7cff;
constexpr std::uint32_t kRed = 0xd02020;

/// How many pixels have exactly this colour.
int pixelsOf(const QImage& image, std::uint32_t colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += (image.pixel(x, y) & 0xffffffU) == colour ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("a window that is covered comes to the front and is taken whole") {
    const VirtualDesktop desktop;
    const PaintedWindow chat(desktop.display(),
                             "\xC3\x9C"
                             "ber mich \xE2\x80\x93 Chat",
                             QRect(100, 100, 400, 320), kBlue);
    const PaintedWindow above(desktop.display(), "Mail", QRect(200, 150, 400, 300), kRed);
    const auto capture = desktop.capture({"window", "--window-title",
                                          "\xC3\xBC"
                                          "BER MICH"});
    const QImage image = imageOf(capture);
    CHECK(image.size() == QSize(400, 320));
    CHECK(pixelsOf(image, kBlue) == 400 * 320 / 2);
    CHECK(pixelsOf(image, kRed) == 0);
    CHECK(textOf(capture, exhibit::Role::WindowTitle) == "\xC3\x9C"
                                                         "ber mich \xE2\x80\x93 Chat");
    CHECK(capture.method == "window");
}

TEST_CASE("without a title the active window is taken") {
    const VirtualDesktop desktop;
    const PaintedWindow chat(desktop.display(), "Chat", QRect(100, 100, 400, 320), kBlue);
    const PaintedWindow mail(desktop.display(), "Mail", QRect(700, 150, 400, 300), kRed);
    desktop.tool({"xdotool", "windowactivate", "--sync", chat.id()});
    CHECK(textOf(desktop.capture({"window"}), exhibit::Role::WindowTitle) == "Chat");
    desktop.tool({"xdotool", "windowactivate", "--sync", mail.id()});
    CHECK(textOf(desktop.capture({"window"}), exhibit::Role::WindowTitle) == "Mail");
}

TEST_CASE("what stays above a window is named") {
    const VirtualDesktop desktop;
    const PaintedWindow chat(desktop.display(), "Chat", QRect(100, 100, 400, 320), kBlue);
    const PaintedWindow message(desktop.display(), "Battery low", QRect(450, 350, 200, 100), kRed, Kind::Message);
    const Finished covered = desktop.captureProgram({"window", "--window-title", "chat"});
    CHECK(covered.status == 0);
    CHECK_THAT(covered.errors, Catch::Contains("is covered") && Catch::Contains("\"Battery low\""));
}

TEST_CASE("what lies beside a window isn't named") {
    const VirtualDesktop desktop;
    const PaintedWindow chat(desktop.display(), "Chat", QRect(100, 100, 400, 320), kBlue);
    const PaintedWindow message(desktop.display(), "Battery low", QRect(700, 700, 200, 100), kRed, Kind::Message);
    CHECK(desktop.captureProgram({"window", "--window-title", "chat"}).errors.empty());
}

TEST_CASE("a window partly off the screen is cut and said to be") {
    const VirtualDesktop desktop;
    const PaintedWindow chat(desktop.display(), "Chat", QRect(100, 100, 400, 320), kBlue);
    desktop.tool({"xdotool", "windowmove", "--sync", chat.id(), "1400", "100"});
    const Finished cut = desktop.captureProgram({"window", "--window-title", "chat"});
    CHECK(cut.status == 0);
    CHECK_THAT(cut.errors, Catch::Contains("partly outside"));
}

TEST_CASE("a minimised window and one that isn't there are refused") {
    const VirtualDesktop desktop;
    const PaintedWindow chat(desktop.display(), "Chat", QRect(100, 100, 400, 320), kBlue);
    const PaintedWindow mail(desktop.display(), "Mail", QRect(700, 150, 400, 300), kRed);
    const Finished missing = desktop.captureProgram({"window", "--window-title", "calendar"});
    CHECK(missing.status == EX_NOINPUT);
    CHECK_THAT(missing.errors, Catch::Contains("\"Chat\"") && Catch::Contains("\"Mail\""));
    desktop.tool({"xdotool", "windowminimize", "--sync", chat.id()});
    const Finished minimised = desktop.captureProgram({"window", "--window-title", "chat"});
    CHECK(minimised.status == EX_NOINPUT);
    CHECK_THAT(minimised.errors, Catch::Contains("minimised"));
    CHECK(minimised.output.empty());
}

TEST_CASE("the terminal that the program was started from isn't taken by mistake") {
    const VirtualDesktop desktop;
    const PaintedWindow chat(desktop.display(), "Chat", QRect(100, 100, 400, 320), kBlue);
    const PaintedWindow terminal(desktop.display(), "$ capture --window-title chat", QRect(700, 150, 400, 300), kRed,
                                 Kind::Program, static_cast<std::uint32_t>(getpid()));
    const Finished own = desktop.captureProgram({"window"});
    CHECK(own.status == EX_NOINPUT);
    CHECK_THAT(own.errors, Catch::Contains("terminal"));
    CHECK(textOf(desktop.capture({"window", "--window-title", "chat"}), exhibit::Role::WindowTitle) == "Chat");
}

TEST_CASE("a large text comes over the clipboard whole") {
    const VirtualDesktop desktop;
    const PaintedWindow chat(desktop.display(), "Chat", QRect(100, 100, 400, 320), kBlue);
    std::string text = "Prompt\r\n";
    for (int line = 0; text.size() < 600'000; ++line)
        text += std::to_string(line) + ": a\xCC\x88 \xE2\x82\xAC \xF0\x9F\x98\x80 \n";
    std::ofstream(desktop.folder() / "text", std::ios::binary) << text;
    const Process owner({"xclip", "-quiet", "-selection", "clipboard", "-i", (desktop.folder() / "text").string()},
                        desktop.environment());
    REQUIRE(waitUntil(
        [&] {
            return desktop.captureProgram({"screen", "--clipboard-prompt"}).status == 0;
        },
        Seconds(10)));
    CHECK(textOf(desktop.capture({"screen", "--clipboard-prompt"}), exhibit::Role::Prompt) == text);
    CHECK(textOf(desktop.capture({"screen", "--clipboard-response"}), exhibit::Role::Response) == text);
}
