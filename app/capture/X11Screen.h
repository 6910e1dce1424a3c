#pragma once
// The screen of an X display: pictures through Qt, windows through the window manager's properties.

#include "capture/Screen.h"
#include "capture/X11Windows.h"

namespace exhibit::capture {

/// Needs a running QGuiApplication on X11.
class X11Screen final : public Screen {
public:
    explicit X11Screen(xcb_connection_t* connection) : m_windows(connection) {}
    [[nodiscard]] Result<std::vector<Monitor>> monitors() const override;
    [[nodiscard]] Result<std::vector<Window>> windows() const override;
    /// X11 has the pixels of what can be seen alone, so a window must be on top to be taken.
    [[nodiscard]] Result<Raised> raise(const Window& window) override;
    [[nodiscard]] Result<QImage> grab(const Monitor& monitor) override;

private:
    X11Windows m_windows;
};

} // namespace exhibit::capture
