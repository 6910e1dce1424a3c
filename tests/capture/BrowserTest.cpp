// The way that a person goes: a chat in a real browser, the prompt copied with Ctrl+C, the window taken.

#include "Browser.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace test;

namespace {

/// Where the window's visible part is, by the account of other tools.
QRect windowRect(const VirtualDesktop& desktop, const std::string& window) {
    std::istringstream geometry(desktop.tool({"xdotool", "getwindowgeometry", "--shell", window}));
    std::map<std::string, int> values;
    for (std::string line; std::getline(geometry, line);)
        if (const auto equals = line.find('='); equals != std::string::npos)
            values[line.substr(0, equals)] = std::atoi(line.c_str() + equals + 1);
    QRect rect(values["X"], values["Y"], values["WIDTH"], values["HEIGHT"]);
    const std::string shadow = desktop.tool({"xprop", "-id", window, "-notype", "_GTK_FRAME_EXTENTS"});
    std::array<int, 4> sides{};
    if (std::sscanf(shadow.c_str(), "_GTK_FRAME_EXTENTS = %d, %d, %d, %d", &sides[0], &sides[1], &sides[2],
                    &sides[3]) == 4)
        rect.adjust(sides[0], sides[2], -sides[1], -sides[3]);
    return rect;
}

} // namespace

TEST_CASE("a prompt and its answer are taken from a running browser") {
    const VirtualDesktop desktop;
    const ChatServer server(desktop, CHAT_PAGE);
    const Process browser(chromium(desktop, server.address()), desktop.environment());
    const auto window = [&](Arguments more = {}) {
        more.insert(more.begin(), {"window", "--window-title", "mock AI CHAT"});
        return desktop.captureProgram(more);
    };
    const auto read = [](const Finished& finished) {
        return exhibit::readBundle(std::make_shared<exhibit::MemorySource>(finished.output));
    };

    std::optional<QPoint> bubble;
    const bool isDrawn = waitUntil(
        [&] {
            const auto capture = read(window());
            bubble = capture ? firstBubble(imageOf(*capture)) : std::nullopt;
            return bubble.has_value();
        },
        Seconds(40));
    if (!isDrawn)
        FAIL("Chromium doesn't show the chat. Is the package chromium installed? " << window().errors);

    const QRect rect = windowRect(desktop, desktop.window("Mock AI chat"));
    std::optional<exhibit::Capture> capture;
    // A browser that is busy may take the three clicks for others: whoever sees the wrong words copies again.
    REQUIRE(waitUntil(
        [&] {
            copyBubble(desktop, rect.topLeft() + *bubble);
            const auto taken = read(window({"--clipboard-prompt"}));
            if (taken)
                capture = *taken;
            return taken && textOf(*taken, exhibit::Role::Prompt) == kChatPrompt;
        },
        Seconds(20)));
    CHECK(textOf(*capture, exhibit::Role::PromptSource) == server.address());
    CHECK(textOf(*capture, exhibit::Role::ConversationUrl) == server.address());
    CHECK_THAT(textOf(*capture, exhibit::Role::WindowTitle).value_or(""), Catch::Contains("Mock AI chat"));

    const exhibit::PictureFacts facts = factsOf(*capture);
    CHECK(QSize(static_cast<int>(facts.width), static_cast<int>(facts.height)) == rect.size());
    // The page may still be fading something in: one picture of several must be the server's, pixel by pixel.
    CHECK(waitUntil(
        [&] {
            const QImage before = desktop.framebuffer().copy(rect);
            const auto again = read(window());
            return again && imageOf(*again) == before;
        },
        Seconds(10)));

    // And the whole way, from the browser into a case.
    const std::string file = (desktop.folder() / "my.exhibit17").string();
    desktop.tool({COMMAND_LINE_PROGRAM, "new", file, "--name", "Jonas", "--country", "DE", "--wish", "erasure"});
    desktop.tool({COMMAND_LINE_PROGRAM, "capture", file, "--window", "mock AI CHAT", "--conversation", "fresh"});
    CHECK_THAT(desktop.tool({COMMAND_LINE_PROGRAM, "show", file, "1"}),
               Catch::Contains(kChatPrompt) && Catch::Contains(server.address()) &&
                   Catch::Contains(std::to_string(facts.width) + " x " + std::to_string(facts.height)));
    desktop.tool({COMMAND_LINE_PROGRAM, "log", file, "--verify"});
}
