#pragma once
// Whether there is a display that can be captured or shown on, asked before Qt is: Qt aborts the process if there is none.

#include "core/Result.h"

#include <string>

namespace exhibit::capture {

/// The environment variables that decide which window system a program finds. Empty is as good as not set.
struct DisplayEnvironment {
    std::string display;        ///< DISPLAY
    std::string waylandDisplay; ///< WAYLAND_DISPLAY
    std::string qtPlatform;     ///< QT_QPA_PLATFORM

    [[nodiscard]] static DisplayEnvironment ofProcess();
};

/// Unsupported, in words for the person, if the screen can't be captured here: Wayland, no display, or one that nobody
/// answers at.
[[nodiscard]] Result<> checkCapturable(const DisplayEnvironment& environment);

/// Unsupported, in words for the person, if no window can be shown.
[[nodiscard]] Result<> checkShowable(const DisplayEnvironment& environment);

/// What a person under Wayland can do.
[[nodiscard]] Error waylandError();

} // namespace exhibit::capture
