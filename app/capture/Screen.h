#pragma once
// What a capture needs of a screen, in device pixels of the virtual desktop: the coordinates that the window system
// itself uses, unscaled, with the origin at the top left of all monitors.
//
// The virtual desktop may have gaps and monitors of different scale: nothing may be computed by adding widths, and
// every picture is cut in its own monitor's pixels.

#include "core/Result.h"

#include <QImage>
#include <QRect>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace exhibit::capture {

struct Monitor {
    std::string name; ///< of its connector ("HDMI-1")
    QRect rect;       ///< device pixels of the virtual desktop
    int scalePercent = 100;
    bool primary = false;
    bool operator==(const Monitor&) const = default;
};

struct Window {
    std::uint64_t id = 0;
    std::string title; ///< bytes as the window has them; UTF-8 if the program keeps the rules
    QRect rect;        ///< what the program draws, without the frame; device pixels of the virtual desktop
    bool minimised = false;
    bool active = false; ///< it has the keyboard
    bool ours = false;   ///< the terminal that this program was started from
};

/// A window after it was brought to the front.
struct Raised {
    Window window;                     ///< as it is now
    std::vector<std::string> covering; ///< titles of the windows that still cover a part of it; "" if one has none
};

class Screen {
public:
    virtual ~Screen() = default;
    /// At least one, the primary one among them.
    [[nodiscard]] virtual Result<std::vector<Monitor>> monitors() const = 0;
    /// The programs' windows, the topmost first. Panels and the desktop's background are none.
    [[nodiscard]] virtual Result<std::vector<Window>> windows() const = 0;
    /// Brings a window to the front and waits until it is drawn. NotFound if it is gone.
    [[nodiscard]] virtual Result<Raised> raise(const Window& window) = 0;
    /// Everything that the monitor shows, pixel for pixel, without the pointer.
    [[nodiscard]] virtual Result<QImage> grab(const Monitor& monitor) = 0;
};

/// Where there is no screen to take: every call says why.
class NullScreen final : public Screen {
public:
    explicit NullScreen(Error reason) : m_reason(std::move(reason)) {}
    [[nodiscard]] Result<std::vector<Monitor>> monitors() const override { return fail(m_reason); }
    [[nodiscard]] Result<std::vector<Window>> windows() const override { return fail(m_reason); }
    [[nodiscard]] Result<Raised> raise(const Window&) override { return fail(m_reason); }
    [[nodiscard]] Result<QImage> grab(const Monitor&) override { return fail(m_reason); }

private:
    Error m_reason;
};

/// A screen that shows what a test says.
class RecordedScreen final : public Screen {
public:
    struct Recording {
        Monitor monitor;
        QImage picture;
    };
    RecordedScreen(std::vector<Recording> recordings, std::vector<Window> windows)
        : m_recordings(std::move(recordings)), m_windows(std::move(windows)) {}
    /// What raise() says still covers the window.
    void setCovering(std::vector<std::string> titles) { m_covering = std::move(titles); }

    [[nodiscard]] Result<std::vector<Monitor>> monitors() const override;
    [[nodiscard]] Result<std::vector<Window>> windows() const override { return m_windows; }
    [[nodiscard]] Result<Raised> raise(const Window& window) override { return Raised{window, m_covering}; }
    [[nodiscard]] Result<QImage> grab(const Monitor& monitor) override;

private:
    std::vector<Recording> m_recordings;
    std::vector<Window> m_windows;
    std::vector<std::string> m_covering;
};

/// The X display of the environment, or a NullScreen that says what is missing.
[[nodiscard]] std::unique_ptr<Screen> nativeScreen();

} // namespace exhibit::capture
