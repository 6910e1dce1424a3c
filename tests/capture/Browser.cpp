#include "Browser.h"

#include <array>
#include <catch2/catch.hpp>
#include <fcntl.h>
#include <unistd.h>

namespace test {

namespace {

constexpr std::uint32_t kPromptBubble = 0x0a7cff;

} // namespace

ChatServer::ChatServer(const VirtualDesktop& desktop, const std::filesystem::path& page) {
    const auto site = desktop.folder() / "site";
    std::filesystem::create_directory(site);
    std::filesystem::copy_file(page, site / "chat.html");
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

void copyBubble(const VirtualDesktop& desktop, QPoint bubble) {
    const QPoint text = bubble + QPoint(40, 20);
    desktop.tool({"xdotool", "mousemove", "--sync", std::to_string(text.x()), std::to_string(text.y())});
    desktop.tool({"xdotool", "click", "--repeat", "3", "--delay", "60", "1"});
    // A triple click takes the line end with it; Shift and an arrow give it back.
    desktop.tool({"xdotool", "key", "shift+Left"});
    desktop.tool({"xdotool", "key", "ctrl+c"});
}

} // namespace test
