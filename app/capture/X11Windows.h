#pragma once
// The windows of an X display, by the properties that window managers keep (Extended Window Manager Hints 1.5).

#include "capture/Screen.h"

#include <map>
#include <optional>
#include <set>
#include <span>

struct xcb_connection_t;

namespace exhibit::capture {

/// Asks one connection, which must outlive it. What a window that just closed doesn't answer counts as absent.
class X11Windows {
public:
    explicit X11Windows(xcb_connection_t* connection);

    /// A window manager is running and keeps the list of windows.
    [[nodiscard]] bool isManaged() const;
    /// Topmost first, without panels and the desktop's background.
    [[nodiscard]] std::vector<Window> list() const;
    /// Nothing if it is gone.
    [[nodiscard]] std::optional<Window> find(std::uint64_t id) const;
    /// Mapped, and so are all that it lies in.
    [[nodiscard]] bool isViewable(std::uint64_t id) const;
    /// _NET_ACTIVE_WINDOW; 0 if there is none.
    [[nodiscard]] std::uint32_t active() const;
    /// Asks the window manager to activate it, as a pager does.
    void activate(std::uint64_t id) const;
    /// Titles of what lies above a window and covers a part of it.
    [[nodiscard]] std::vector<std::string> covering(const Window& window) const;

private:
    [[nodiscard]] std::uint32_t atom(const char* name) const;
    [[nodiscard]] std::vector<std::uint32_t> numbers(std::uint32_t window, const char* property) const;
    [[nodiscard]] std::string title(std::uint32_t window) const;
    [[nodiscard]] std::optional<QRect> rect(std::uint32_t window) const;
    [[nodiscard]] bool isMinimised(std::uint32_t window) const;
    [[nodiscard]] bool isShell(std::uint32_t window) const;
    [[nodiscard]] bool isOurs(std::uint32_t window) const;
    [[nodiscard]] std::vector<std::uint32_t> clients() const;
    [[nodiscard]] std::uint32_t topLevelOf(std::uint32_t window) const;
    [[nodiscard]] std::vector<std::uint32_t> above(std::uint32_t topLevel) const;

    xcb_connection_t* m_connection;
    std::uint32_t m_root = 0;
    std::set<std::uint32_t> m_ancestors; ///< process ids
    mutable std::map<std::string, std::uint32_t> m_atoms;
};

} // namespace exhibit::capture
