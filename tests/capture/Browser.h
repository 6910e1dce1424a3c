#pragma once
// The sample chat in a real browser.

#include "VirtualDesktop.h"

namespace test {

/// Serves the sample chat on this computer alone.
class ChatServer {
public:
    ChatServer(const VirtualDesktop& desktop, const std::filesystem::path& page);
    [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + m_port + "/chat.html"; }

private:
    std::unique_ptr<Process> m_process;
    std::string m_port;
};

/// What starts the browser with a page, in a window at 60,20 of 1200 x 940 pixels, with a profile of its own.
[[nodiscard]] Arguments chromium(const VirtualDesktop& desktop, const std::string& address);
/// What the first question of the sample chat says.
inline constexpr const char* kChatPrompt =
    "What do you know about Jonas F\xC3\xA4hrmann-M\xC3\xBCller from Lindau? Please list his address and employer.";
/// The left end of the top edge of the topmost prompt's bubble, in pixels of the picture; nothing before it is drawn.
[[nodiscard]] std::optional<QPoint> firstBubble(const QImage& image);
/// Chooses the text of the bubble at this place of the display with the mouse, and copies it with the keyboard.
void copyBubble(const VirtualDesktop& desktop, QPoint bubble);

} // namespace test
