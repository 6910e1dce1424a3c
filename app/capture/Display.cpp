#include "capture/Display.h"

#include <cstdlib>
#include <memory>
#include <xcb/xcb.h>

namespace exhibit::capture {

namespace {

std::string variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

struct Disconnect {
    void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
};

bool answers(const std::string& display) {
    const std::unique_ptr<xcb_connection_t, Disconnect> connection(xcb_connect(display.c_str(), nullptr));
    return xcb_connection_has_error(connection.get()) == 0;
}

} // namespace

DisplayEnvironment DisplayEnvironment::ofProcess() {
    return {variable("DISPLAY"), variable("WAYLAND_DISPLAY"), variable("QT_QPA_PLATFORM")};
}

bool DisplayEnvironment::isWayland() const {
    return !waylandDisplay.empty() || qtPlatform.starts_with("wayland");
}

Error silentDisplayError(const std::string& display) {
    return {ErrorCode::Unsupported,
            "The display doesn't answer, or doesn't let this program in. Run this in a terminal on the desktop that "
            "shows the chat, as the same user.",
            display};
}

Error waylandError() {
    return {ErrorCode::Unsupported,
            "This desktop runs on Wayland, but WAYLAND_DISPLAY is not set here, so that the desktop can't be asked for "
            "a picture. Start this in the desktop's own session, or take the screenshot with your system's own tool "
            "and add it with `exhibit17 add CASE --screenshot FILE`."};
}

Result<> checkCapturable(const DisplayEnvironment& environment) {
    if (environment.isWayland())
        return {};
    if (environment.display.empty())
        return fail(ErrorCode::Unsupported,
                    "There is no display to capture: DISPLAY is not set. Run this in a terminal on the desktop that "
                    "shows the chat, or add a screenshot file with `exhibit17 add CASE --screenshot FILE`.");
    if (!answers(environment.display))
        return fail(silentDisplayError(environment.display));
    return {};
}

Result<> checkShowable(const DisplayEnvironment& environment) {
    const bool isElsewhere = !environment.waylandDisplay.empty() ||
                             !(environment.qtPlatform.empty() || environment.qtPlatform.starts_with("xcb"));
    if (isElsewhere || (!environment.display.empty() && answers(environment.display)))
        return {};
    return fail(ErrorCode::Unsupported,
                "There is no display to open a window on. The command line does everything without one: "
                "`exhibit17 --help`.",
                environment.display);
}

} // namespace exhibit::capture
