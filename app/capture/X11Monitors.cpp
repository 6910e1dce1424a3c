#include "capture/X11Monitors.h"

#include "capture/X11Reply.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <xcb/randr.h>

namespace exhibit::capture {

namespace {

/// What a desktop says that wants nothing scaled.
constexpr double kUnscaledDpi = 96;
constexpr std::string_view kXwayland = "XWAYLAND";

std::optional<double> numberIn(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t'))
        text.remove_prefix(1);
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && number > 0 ? std::optional(number) : std::nullopt;
}

/// The resource "Xft.dpi", by which desktops tell programs how large to draw.
double dpiOf(xcb_connection_t* connection) {
    constexpr std::string_view kName = "Xft.dpi:";
    const auto resources = propertyOf(connection, rootScreen(connection).root, XCB_ATOM_RESOURCE_MANAGER);
    std::string_view text = resources ? bytesOfProperty(*resources) : std::string_view();
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.starts_with(kName))
            return numberIn(line.substr(kName.size())).value_or(kUnscaledDpi);
    }
    return kUnscaledDpi;
}

/// What our own windows are scaled by, which people set for single programs.
double ownFactor() {
    const char* const factor = std::getenv("QT_SCALE_FACTOR");
    return factor == nullptr ? 1 : numberIn(factor).value_or(1);
}

std::string atomName(xcb_connection_t* connection, xcb_atom_t atom) {
    const Reply<xcb_get_atom_name_reply_t> reply(
        xcb_get_atom_name_reply(connection, xcb_get_atom_name(connection, atom), nullptr));
    return reply ? std::string(xcb_get_atom_name_name(reply.get()),
                               static_cast<std::size_t>(xcb_get_atom_name_name_length(reply.get())))
                 : std::string();
}

bool hasMonitors(xcb_connection_t* connection) {
    const xcb_query_extension_reply_t* const extension = xcb_get_extension_data(connection, &xcb_randr_id);
    if (extension == nullptr || extension->present == 0)
        return false;
    const Reply<xcb_randr_query_version_reply_t> version(
        xcb_randr_query_version_reply(connection, xcb_randr_query_version(connection, 1, 5), nullptr));
    return version && (version->major_version > 1 || version->minor_version >= 5);
}

std::vector<Monitor> monitorsOfServer(xcb_connection_t* connection) {
    std::vector<Monitor> monitors;
    if (!hasMonitors(connection))
        return monitors;
    const Reply<xcb_randr_get_monitors_reply_t> reply(xcb_randr_get_monitors_reply(
        connection, xcb_randr_get_monitors(connection, rootScreen(connection).root, 1), nullptr));
    if (!reply)
        return monitors;
    for (auto each = xcb_randr_get_monitors_monitors_iterator(reply.get()); each.rem > 0;
         xcb_randr_monitor_info_next(&each)) {
        const xcb_randr_monitor_info_t& info = *each.data;
        if (info.width > 0 && info.height > 0)
            monitors.push_back({atomName(connection, info.name), QRect(info.x, info.y, info.width, info.height), 100,
                                info.primary != 0});
    }
    return monitors;
}

} // namespace

std::vector<Monitor> x11Monitors(xcb_connection_t* connection) {
    std::vector<Monitor> monitors = monitorsOfServer(connection);
    if (monitors.empty()) {
        const xcb_screen_t& screen = rootScreen(connection);
        monitors.push_back({"screen", QRect(0, 0, screen.width_in_pixels, screen.height_in_pixels), 100, true});
    }
    const auto percent = static_cast<int>(std::lround(100 * dpiOf(connection) / kUnscaledDpi * ownFactor()));
    for (Monitor& monitor : monitors)
        monitor.scalePercent = percent;
    if (std::none_of(monitors.begin(), monitors.end(), [](const Monitor& monitor) { return monitor.primary; }))
        monitors.front().primary = true;
    return monitors;
}

bool isXwayland(xcb_connection_t* connection) {
    // Xwayland 23.1 has an extension of this name to be known by; older ones call their monitors so.
    const Reply<xcb_query_extension_reply_t> extension(xcb_query_extension_reply(
        connection, xcb_query_extension(connection, static_cast<std::uint16_t>(kXwayland.size()), kXwayland.data()),
        nullptr));
    return (extension && extension->present != 0) || x11Monitors(connection).front().name.starts_with(kXwayland);
}

} // namespace exhibit::capture
