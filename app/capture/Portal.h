#pragma once
// Pictures of the screen on Wayland, where a program gets none but through the desktop's portal
// (https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Screenshot.html).

#include "capture/Screen.h"
#include "core/Clock.h"

#include <chrono>
#include <filesystem>

namespace exhibit::capture {

/// The portal's "parent_window" stays empty. It names a window in front of which the desktop puts its question, and
/// only one that is shown (xdg-foreign-unstable-v2, "export_toplevel"): ours are hidden, so that they aren't in the
/// picture. Qt 6.4 of Debian 12 couldn't name one either: it doesn't export windows.
struct PortalRequest {
    bool interactive = false; ///< the desktop's own dialog lets the person choose what is in the picture
    std::chrono::milliseconds patience{120'000}; ///< a person has to read a question
};

/// What the desktop handed over.
struct PortalPicture {
    std::unique_ptr<Screen> screen; ///< shows the picture as its only monitor and its only window
    TimeReading time;               ///< when it was handed over
    std::vector<std::string> warnings;
};

/// Asks the desktop and waits, with a running QCoreApplication. The picture's file is taken over: it is deleted if it
/// lies in a folder for temporary files, and named in a warning if it doesn't. Every Error says what to do: Unsupported
/// without a portal, Cancelled if the person or the desktop refuses, Busy if there is no answer in time, Malformed for
/// a picture that can't be read.
[[nodiscard]] Result<PortalPicture> portalPicture(const PortalRequest& request, const Clock& clock);

/// A monitor as programs on Wayland see it.
struct LogicalMonitor {
    std::string name;
    QRect place;          ///< logical pixels of the desktop
    double mostScale = 1; ///< picture's pixels a logical one: at most this
    bool isPrimary = false;
};
/// Desktops hand over all monitors in one picture, at the same scale for all of them. Each monitor's part of it in the
/// order of `monitors`; all of it, as that of one monitor without a name, if it isn't a picture of just these.
[[nodiscard]] std::vector<RecordedScreen::Recording> splitPicture(const QImage& picture,
                                                                  const std::vector<LogicalMonitor>& monitors);

/// A picture, and what became of its file.
struct TakenOver {
    QImage image;
    std::string leftAt; ///< where the file still is; empty if it was deleted
};
/// Reads the file that a portal names.
[[nodiscard]] Result<TakenOver> takeOver(const std::string& uri);

} // namespace exhibit::capture
