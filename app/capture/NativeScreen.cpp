#include "capture/Display.h"
#include "capture/Screen.h"
#include "capture/X11Screen.h"

#include <QGuiApplication>
#include <QScreen>

namespace exhibit::capture {

namespace {

/// Xwayland shows X programs the windows of X programs alone, on black.
bool isXwayland() {
    return QGuiApplication::primaryScreen()->name().startsWith(QLatin1String("XWAYLAND"));
}

} // namespace

std::unique_ptr<Screen> nativeScreen() {
    const auto* const x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (x11 == nullptr || x11->connection() == nullptr)
        return std::make_unique<NullScreen>(
            Error{ErrorCode::Unsupported, "The screen can be captured on an X11 desktop only."});
    if (isXwayland())
        return std::make_unique<NullScreen>(waylandError());
    return std::make_unique<X11Screen>(x11->connection());
}

} // namespace exhibit::capture
