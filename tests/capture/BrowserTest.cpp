// The way that a person goes: a chat in a real browser, the prompt copied with Ctrl+C, the window taken.

#include "VirtualDesktop.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sstream>
#include <unistd.h>

using namespace test;

namespace {

constexpr std::uint32_t kPromptBubble = 0x0a7cff;
constexpr const char* kPrompt =
    "What do you know about Jonas F\xC3\xA4hrmann-M\xC3\xBCller from Lindau? Please list his address and employer.";

/// Serves the sample chat on this computer alone.
class ChatServer {
public:
    explicit ChatServer(const VirtualDesktop& desktop) {
        const auto site = desktop.folder() / "site";
        std::filesystem::create_directory(site);
        std::filesystem::copy_file(CHAT_PAGE, site / "chat.html");
        std::array<int, 2> ends{};
        REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
        const std::string script = "import http.server as h, functools, os\n"
                                   "f = functools.partial(h.SimpleHTTPRequestHandler, directory='" +
                                   site.string() +
                                   "')\n"
                                   "s = h.ThreadingHTTPServer(('127.0.0.1', 0), f)\n"
                                   "os.write(" +
                                   std::to_string(ends[1]) +
                                   ", b'%d\\n' % s.server_port)\n"
                                   "s.serve_forever()\n";
        m_process = std::make_unique<Process>(Arguments{"python3", "-c", script}, desktop.environment(), ends[1]);
        close(ends[1]);
        m_port = readLine(ends[0], Seconds(10));
        close(ends[0]);
        REQUIRE_FALSE(m_port.empty());
    }
    [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + m_port + "/chat.html"; }

private:
    std::unique_ptr<Process> m_process;
    std::string m_port;
};

Arguments chromium(const VirtualDesktop& desktop, const std::string& address) {
    Arguments arguments{"chromium",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--password-store=basic",
                        "--user-data-dir=" + (desktop.folder() / "profile").string(),
                        "--window-position=60,20",
                        "--window-size=1200,940"};
    // Its sandbox can't be set up by root, as whom containers run.
    if (geteuid() == 0)
        arguments.push_back("--no-sandbox");
    arguments.push_back(address);
    return arguments;
}

/// The left end of the top edge of the topmost prompt's bubble, in pixels of the picture; nothing before it is drawn.
std::optional<QPoint> firstBubble(const QImage& image) {
    constexpr int kEdge = 100;
    for (int y = 0; y < image.height(); ++y) {
        int length = 0;
        for (int x = 0; x < image.width(); ++x) {
            length = (image.pixel(x, y) & 0xffffffU) == kPromptBubble ? length + 1 : 0;
            if (length == kEdge)
                return QPoint(x - kEdge + 1, y);
        }
    }
    return std::nullopt;
}

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
    const ChatServer server(desktop);
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

    const std::string id = desktop.tool({"xdotool", "search", "--onlyvisible", "--name", "Mock AI chat"});
    const std::string first = id.substr(0, id.find('\n'));
    const QRect rect = windowRect(desktop, first);
    const QPoint text = rect.topLeft() + *bubble + QPoint(40, 20);
    desktop.tool({"xdotool", "mousemove", "--sync", std::to_string(text.x()), std::to_string(text.y())});
    desktop.tool({"xdotool", "click", "--repeat", "3", "--delay", "60", "1"});
    // A triple click takes the line end with it; Shift and an arrow give it back.
    desktop.tool({"xdotool", "key", "shift+Left"});
    desktop.tool({"xdotool", "key", "ctrl+c"});

    std::optional<exhibit::Capture> capture;
    REQUIRE(waitUntil(
        [&] {
            const auto taken = read(window({"--clipboard-prompt"}));
            if (taken)
                capture = *taken;
            return taken.has_value();
        },
        Seconds(10)));
    CHECK(textOf(*capture, exhibit::Role::Prompt) == kPrompt);
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
               Catch::Contains(kPrompt) && Catch::Contains(server.address()) &&
                   Catch::Contains(std::to_string(facts.width) + " x " + std::to_string(facts.height)));
    desktop.tool({COMMAND_LINE_PROGRAM, "log", file, "--verify"});
}
