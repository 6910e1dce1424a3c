#include "capture/X11Screen.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <cmath>

namespace exhibit::capture {

namespace {

using namespace std::chrono_literals;

/// How long a window manager may take to bring a window up.
constexpr auto kLongestRaise = 1500ms;
constexpr auto kPollInterval = 20ms;
/// A program draws what was covered only after it came to the front.
constexpr auto kRedraw = 350ms;

void wait(std::chrono::milliseconds time) {
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

Monitor monitorOf(const QScreen& screen) {
    const qreal scale = screen.devicePixelRatio();
    Monitor monitor;
    monitor.name = screen.name().toStdString();
    // Qt scales a screen's size but not its origin.
    monitor.rect =
        QRect(screen.geometry().topLeft(), QSize(static_cast<int>(std::lround(screen.geometry().width() * scale)),
                                                 static_cast<int>(std::lround(screen.geometry().height() * scale))));
    monitor.scalePercent = static_cast<int>(std::lround(scale * 100));
    monitor.primary = &screen == QGuiApplication::primaryScreen();
    return monitor;
}

} // namespace

Result<std::vector<Monitor>> X11Screen::monitors() const {
    std::vector<Monitor> result;
    for (const QScreen* const screen : QGuiApplication::screens())
        result.push_back(monitorOf(*screen));
    if (result.empty())
        return fail(ErrorCode::Unsupported, "The display has no monitor.");
    return result;
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
            wait(kPollInterval);
        wait(kRedraw);
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
    const QList<QScreen*> screens = QGuiApplication::screens();
    const auto found = std::find_if(screens.begin(), screens.end(), [&](const QScreen* screen) {
        return screen->name().toStdString() == monitor.name;
    });
    if (found == screens.end())
        return fail(ErrorCode::NotFound, "The monitor was disconnected before it could be captured.", monitor.name);
    return (*found)->grabWindow(0).toImage();
}

} // namespace exhibit::capture
