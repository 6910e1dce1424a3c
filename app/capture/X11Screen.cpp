#include "capture/X11Screen.h"

#include "capture/Display.h"
#include "capture/X11Monitors.h"
#include "capture/X11Reply.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <thread>

namespace exhibit::capture {

namespace {

using namespace std::chrono_literals;

/// How long a window manager may take to bring a window up.
constexpr auto kLongestRaise = 1500ms;
constexpr auto kPollInterval = 20ms;
/// A program draws what was covered only after it came to the front.
constexpr auto kRedraw = 350ms;

const xcb_visualtype_t* visualOf(const xcb_screen_t& screen) {
    for (auto depth = xcb_screen_allowed_depths_iterator(&screen); depth.rem > 0; xcb_depth_next(&depth))
        for (auto visual = xcb_depth_visuals_iterator(depth.data); visual.rem > 0; xcb_visualtype_next(&visual))
            if (visual.data->visual_id == screen.root_visual)
                return visual.data;
    return nullptr;
}

const xcb_format_t* formatOf(const xcb_setup_t& setup, std::uint8_t depth) {
    for (auto format = xcb_setup_pixmap_formats_iterator(&setup); format.rem > 0; xcb_format_next(&format))
        if (format.data->depth == depth)
            return format.data;
    return nullptr;
}

struct Pixels {
    QImage::Format format = QImage::Format_Invalid;
    std::uint32_t rowUnit = 32; ///< rows are filled up to a multiple of it, bits
    std::uint32_t bits = 32;    ///< of a pixel
};

/// How the server stores what the root window shows (X protocol 8, "Connection Setup").
Pixels pixelsOf(const xcb_setup_t& setup, const xcb_screen_t& screen) {
    struct Known {
        std::uint32_t bits, red, green, blue;
        QImage::Format format;
    };
    static constexpr Known kKnown[]{{32, 0xff0000, 0xff00, 0xff, QImage::Format_RGB32},
                                    {32, 0x3ff00000, 0xffc00, 0x3ff, QImage::Format_RGB30},
                                    {32, 0x3ff, 0xffc00, 0x3ff00000, QImage::Format_BGR30},
                                    {16, 0xf800, 0x7e0, 0x1f, QImage::Format_RGB16}};
    const xcb_visualtype_t* const visual = visualOf(screen);
    const xcb_format_t* const format = formatOf(setup, screen.root_depth);
    const bool isOurOrder =
        setup.image_byte_order ==
        (std::endian::native == std::endian::little ? XCB_IMAGE_ORDER_LSB_FIRST : XCB_IMAGE_ORDER_MSB_FIRST);
    if (visual == nullptr || format == nullptr || !isOurOrder)
        return {};
    for (const Known& known : kKnown)
        if (known.bits == format->bits_per_pixel && known.red == visual->red_mask &&
            known.green == visual->green_mask && known.blue == visual->blue_mask)
            return {known.format, format->scanline_pad, known.bits};
    return {};
}

/// Keeps the server's answer as the picture's memory.
QImage imageOf(Reply<xcb_get_image_reply_t> reply, QSize size, const Pixels& pixels) {
    const auto rowBits = static_cast<std::uint32_t>(size.width()) * pixels.bits;
    const std::uint32_t rowBytes = (rowBits + pixels.rowUnit - 1) / pixels.rowUnit * pixels.rowUnit / 8;
    const auto available = static_cast<std::uint64_t>(xcb_get_image_data_length(reply.get()));
    if (available < std::uint64_t{rowBytes} * static_cast<std::uint32_t>(size.height()))
        return {};
    const std::uint8_t* const data = xcb_get_image_data(reply.get());
    return {data,          size.width(), size.height(),  static_cast<qsizetype>(rowBytes),
            pixels.format, std::free,    reply.release()};
}

} // namespace

void X11Screen::Disconnect::operator()(xcb_connection_t* connection) const {
    xcb_disconnect(connection);
}

Result<std::unique_ptr<X11Screen>> X11Screen::open() {
    Connection connection(xcb_connect(nullptr, nullptr));
    if (xcb_connection_has_error(connection.get()) != 0)
        return fail(silentDisplayError(DisplayEnvironment::ofProcess().display));
    if (isXwayland(connection.get()))
        return fail(waylandError());
    return std::unique_ptr<X11Screen>(new X11Screen(std::move(connection)));
}

Result<std::vector<Monitor>> X11Screen::monitors() const {
    return x11Monitors(m_connection.get());
}

Result<std::vector<Window>> X11Screen::windows() const {
    if (!m_windows.isManaged())
        return fail(ErrorCode::Unsupported, "This desktop has no window manager that lists its windows, so a window "
                                            "can't be found. Capture the screen or a region instead.");
    return m_windows.list();
}

Result<Raised> X11Screen::raise(const Window& window) {
    const auto deadline = std::chrono::steady_clock::now() + kLongestRaise;
    const bool wasReady = window.active && m_windows.covering(window).empty();
    if (!wasReady) {
        m_windows.activate(window.id);
        while ((m_windows.active() != window.id || !m_windows.isViewable(window.id)) &&
               std::chrono::steady_clock::now() < deadline)
            std::this_thread::sleep_for(kPollInterval);
        std::this_thread::sleep_for(kRedraw);
    }
    const auto now = m_windows.find(window.id);
    if (!now)
        return fail(ErrorCode::NotFound, "The window was closed before it could be captured.", window.title);
    if (!m_windows.isViewable(window.id))
        return fail(ErrorCode::NotFound, "The window could not be brought up. Open it and capture again.",
                    window.title);
    return Raised{*now, m_windows.covering(*now)};
}

Result<QImage> X11Screen::grab(const Monitor& monitor) {
    xcb_connection_t* const connection = m_connection.get();
    const xcb_screen_t& screen = rootScreen(connection);
    const Pixels pixels = pixelsOf(*xcb_get_setup(connection), screen);
    if (pixels.format == QImage::Format_Invalid)
        return fail(ErrorCode::Unsupported,
                    "The display keeps its colours in a way that this program doesn't know. Set it to 24 bits, or take "
                    "the screenshot with your system's own tool and add the file.");
    const QRect& rect = monitor.rect;
    const auto request =
        xcb_get_image(connection, XCB_IMAGE_FORMAT_Z_PIXMAP, screen.root, static_cast<std::int16_t>(rect.x()),
                      static_cast<std::int16_t>(rect.y()), static_cast<std::uint16_t>(rect.width()),
                      static_cast<std::uint16_t>(rect.height()), ~std::uint32_t{0});
    Reply<xcb_get_image_reply_t> reply(xcb_get_image_reply(connection, request, nullptr));
    if (!reply)
        return fail(ErrorCode::NotFound, "The monitor was disconnected before it could be captured.", monitor.name);
    return imageOf(std::move(reply), rect.size(), pixels);
}

std::unique_ptr<Screen> nativeScreen() {
    auto screen = X11Screen::open();
    if (!screen)
        return std::make_unique<NullScreen>(std::move(screen.error()));
    return *std::move(screen);
}

} // namespace exhibit::capture
