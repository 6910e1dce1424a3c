#pragma once
// The monitors of an X display, as its server has them (X Resize and Rotate Extension 1.5).

#include "capture/Screen.h"

struct xcb_connection_t;

namespace exhibit::capture {

/// At least one, one of them the primary one. A server without RandR 1.5 has one monitor as large as all that it shows.
[[nodiscard]] std::vector<Monitor> x11Monitors(xcb_connection_t* connection);

/// X programs on Wayland are shown one another's windows alone, on black.
[[nodiscard]] bool isXwayland(xcb_connection_t* connection);

} // namespace exhibit::capture
