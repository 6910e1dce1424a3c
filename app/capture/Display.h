#pragma once
// Whether there is a display that can be captured or shown on, asked before Qt is: Qt aborts the process if there is
// none.

#include "core/Result.h"

#include <string>

namespace exhibit::capture {

/// The environment variables that decide which window system a program finds. Empty is as good as not set.
struct DisplayEnvironment {
    std::string display;        ///< DISPLAY
    std::string waylandDisplay; ///< WAYLAND_DISPLAY
    std::string qtPlatform;     ///< QT_QPA_PLATFORM

    [[nodiscard]] static DisplayEnvironment ofProcess();
    /// Pictures come through the portal, even if X programs run there too.
    [[nodiscard]] bool isWayland() const;
};

/// Unsupported, in words for the person, if the screen can't be captured here: no display, or one that nobody answers
/// at. On Wayland only the portal knows.
[[nodiscard]] Result<> checkCapturable(const DisplayEnvironment& environment);

/// Unsupported, in words for the person, if no window can be shown.
[[nodiscard]] Result<> checkShowable(const DisplayEnvironment& environment);

/// Nobody answers at an X display, or lets this program in.
[[nodiscard]] Error silentDisplayError(const std::string& display);

/// On Wayland, in a program that takes it for X11.
[[nodiscard]] Error waylandError();

} // namespace exhibit::capture
