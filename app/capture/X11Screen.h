#pragma once
// The screen of an X display, by a connection of its own and without Qt's: that would first load a platform, fonts and
// input methods, for longer than everything else that a capture takes.

#include "capture/Screen.h"
#include "capture/X11Windows.h"

namespace exhibit::capture {

class X11Screen final : public Screen {
public:
    /// The display of the environment. Unsupported if nobody answers there, or if it is that of X programs on Wayland.
    [[nodiscard]] static Result<std::unique_ptr<X11Screen>> open();
    [[nodiscard]] Result<std::vector<Monitor>> monitors() const override;
    [[nodiscard]] Result<std::vector<Window>> windows() const override;
    /// X11 has the pixels of what can be seen alone, so a window must be on top to be taken. Sleeps while it comes up.
    [[nodiscard]] Result<Raised> raise(const Window& window) override;
    [[nodiscard]] Result<QImage> grab(const Monitor& monitor) override;

private:
    struct Disconnect {
        void operator()(xcb_connection_t* connection) const;
    };
    using Connection = std::unique_ptr<xcb_connection_t, Disconnect>;
    explicit X11Screen(Connection connection) : m_connection(std::move(connection)), m_windows(m_connection.get()) {}

    Connection m_connection;
    X11Windows m_windows;
};

} // namespace exhibit::capture
