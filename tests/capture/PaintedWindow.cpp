#include "PaintedWindow.h"

#include "Process.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <xcb/xcb.h>

namespace test {

namespace {

constexpr std::uint16_t kTile = 16;

const xcb_screen_t& screenOf(xcb_connection_t* connection) {
    return *xcb_setup_roots_iterator(xcb_get_setup(connection)).data;
}

} // namespace

PaintedWindow::PaintedWindow(const std::string& display, const std::string& title, const QRect& rect,
                             std::uint32_t colour, Kind kind, std::uint32_t process)
    : m_connection(xcb_connect(display.c_str(), nullptr)) {
    REQUIRE(xcb_connection_has_error(m_connection) == 0);
    const xcb_screen_t& screen = screenOf(m_connection);
    m_window = xcb_generate_id(m_connection);
    const std::array<std::uint32_t, 2> values{paint(colour), kind == Kind::Message ? 1U : 0U};
    xcb_create_window(m_connection, XCB_COPY_FROM_PARENT, m_window, screen.root, static_cast<std::int16_t>(rect.x()),
                      static_cast<std::int16_t>(rect.y()), static_cast<std::uint16_t>(rect.width()),
                      static_cast<std::uint16_t>(rect.height()), 0, XCB_WINDOW_CLASS_INPUT_OUTPUT, screen.root_visual,
                      XCB_CW_BACK_PIXMAP | XCB_CW_OVERRIDE_REDIRECT, values.data());
    set("_NET_WM_NAME", atom("UTF8_STRING"), 8, static_cast<std::uint32_t>(title.size()), title.data());
    const std::uint32_t type =
        atom(kind == Kind::Message ? "_NET_WM_WINDOW_TYPE_NOTIFICATION" : "_NET_WM_WINDOW_TYPE_NORMAL");
    set("_NET_WM_WINDOW_TYPE", XCB_ATOM_ATOM, 32, 1, &type);
    if (process != 0)
        set("_NET_WM_PID", XCB_ATOM_CARDINAL, 32, 1, &process);
    // ICCCM 4.1.2.3: USPosition and USSize, so that the window manager leaves it where it is.
    const std::array<std::uint32_t, 18> hints{3};
    set("WM_NORMAL_HINTS", atom("WM_SIZE_HINTS"), 32, hints.size(), hints.data());
    xcb_map_window(m_connection, m_window);
    xcb_flush(m_connection);
    REQUIRE(waitUntil([&] { return isShown(); }, Seconds(10)));
    sleepFor(Seconds(0.1));
}

PaintedWindow::~PaintedWindow() {
    xcb_destroy_window(m_connection, m_window);
    xcb_disconnect(m_connection);
}

std::uint32_t PaintedWindow::paint(std::uint32_t colour) const {
    const xcb_screen_t& screen = screenOf(m_connection);
    const std::uint32_t tile = xcb_generate_id(m_connection);
    const std::uint32_t context = xcb_generate_id(m_connection);
    xcb_create_pixmap(m_connection, screen.root_depth, tile, screen.root, kTile, kTile);
    xcb_create_gc(m_connection, context, tile, XCB_GC_FOREGROUND, &screen.white_pixel);
    const xcb_rectangle_t whole{0, 0, kTile, kTile};
    xcb_poly_fill_rectangle(m_connection, tile, context, 1, &whole);
    xcb_change_gc(m_connection, context, XCB_GC_FOREGROUND, &colour);
    const xcb_rectangle_t half{0, 0, kTile / 2, kTile};
    xcb_poly_fill_rectangle(m_connection, tile, context, 1, &half);
    return tile;
}

void PaintedWindow::set(const char* property, std::uint32_t type, int format, std::uint32_t length,
                        const void* data) const {
    xcb_change_property(m_connection, XCB_PROP_MODE_REPLACE, m_window, atom(property), type,
                        static_cast<std::uint8_t>(format), length, data);
}

std::uint32_t PaintedWindow::atom(const char* name) const {
    const auto request = xcb_intern_atom(m_connection, 0, static_cast<std::uint16_t>(std::strlen(name)), name);
    const std::unique_ptr<xcb_intern_atom_reply_t, void (*)(void*)> reply(
        xcb_intern_atom_reply(m_connection, request, nullptr), std::free);
    REQUIRE(reply);
    return reply->atom;
}

bool PaintedWindow::isShown() const {
    const std::unique_ptr<xcb_get_window_attributes_reply_t, void (*)(void*)> reply(
        xcb_get_window_attributes_reply(m_connection, xcb_get_window_attributes(m_connection, m_window), nullptr),
        std::free);
    return reply && reply->map_state == XCB_MAP_STATE_VIEWABLE;
}

} // namespace test
