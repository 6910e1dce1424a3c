#pragma once
// From a screen and a clipboard to a capture.

#include "capture/Clipboard.h"
#include "capture/Screen.h"
#include "core/Capture.h"

namespace exhibit::capture {

enum class Mode {
    Screen,    ///< one monitor
    Window,    ///< one window, brought to the front first
    Region,    ///< a rectangle
    Clipboard, ///< a picture that was copied, byte for byte
};
/// "screen", "window", "region", "clipboard": the capture's method.
[[nodiscard]] std::string_view name(Mode mode);
[[nodiscard]] Result<Mode> modeFromName(std::string_view name);

/// What the text on the clipboard is.
enum class ClipboardUse { None, Prompt, Response };

struct Request {
    Mode mode = Mode::Window;
    QRect region;            ///< for Mode::Region, in device pixels of the virtual desktop
    std::string monitor;     ///< for Mode::Screen: its name; empty: the one with the active window, or the primary one
    std::string windowTitle; ///< for Mode::Window: a part of its title in any case; empty: the active window
    ClipboardUse clipboard = ClipboardUse::None;
};

struct Taken {
    Capture capture;
    std::vector<std::string> warnings; ///< whole sentences: what may be wrong with the picture
};

/// Takes the picture at the screen's own pixels, and the clipboard's text as it is. The time is that of the grab.
/// NotFound if there is no such window or monitor or nothing was copied, InvalidArgument for a region outside every
/// monitor, Malformed for a picture that shows nothing, Unsupported as `screen` says. Nothing is changed but the order
/// of the windows.
[[nodiscard]] Result<Taken> takeCapture(const Request& request, Screen& screen, const Clipboard& clipboard,
                                        const Clock& clock);

} // namespace exhibit::capture
