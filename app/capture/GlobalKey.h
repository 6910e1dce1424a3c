#pragma once
// A key that is heard whichever window has the keyboard.

#include "core/Result.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace exhibit::capture {

/// What is pressed: a key without modifiers, or with Ctrl and Alt.
struct KeyPress {
    std::uint32_t keysym = 0; ///< X11's name of the key: that of a Latin letter is the letter's code
    bool ctrlAlt = false;
    bool operator==(const KeyPress&) const = default;
};
inline constexpr KeyPress kEscapeKey{0xff1b, false};
/// "E" as in exhibit.
inline constexpr KeyPress kPictureKey{'e', true};

/// Nobody else hears the key as long as this lives.
class GlobalKey {
public:
    virtual ~GlobalKey() = default;

    /// Calls `pressed` from the event loop of the running QGuiApplication. AlreadyExists if another program has the
    /// key, Unsupported without an X display: on Wayland no program hears keys that aren't meant for its own windows,
    /// and the portal for that (org.freedesktop.portal.GlobalShortcuts) is younger than Debian 12.
    [[nodiscard]] static Result<std::unique_ptr<GlobalKey>> listen(const KeyPress& key, std::function<void()> pressed);
};

} // namespace exhibit::capture
