#include "capture/PortalCall.h"

#include "core/Bytes.h"
#include "core/Random.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QTimer>
#include <array>

namespace exhibit::capture {

namespace {

// What the person can do whatever went wrong.
#define EXHIBIT_OTHER_WAY                                                                                              \
    " Or take the screenshot with your system's own tool (often the Print key), and paste it or add its file."

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kScreenshot = QStringLiteral("org.freedesktop.portal.Screenshot");
const QString kRequest = QStringLiteral("org.freedesktop.portal.Request");

/// org.freedesktop.portal.Request, signal Response: 0 success, 1 the person cancelled, 2 ended in some other way.
enum Status : uint { Success = 0, Cancelled = 1 };

/// Nobody else may guess it, or it could answer in the portal's place.
QString randomToken() {
    std::array<std::uint8_t, 16> random{};
    SystemRandom().fill(random);
    return QStringLiteral("exhibit17_") + QString::fromStdString(hexOf(random));
}

/// Where the portal will make the request (org.freedesktop.portal.Request, handle_token).
QString requestPath(const QDBusConnection& bus, const QString& token) {
    const QString sender = bus.baseService().mid(1).replace(QLatin1Char('.'), QLatin1Char('_'));
    return kPath + QStringLiteral("/request/") + sender + QLatin1Char('/') + token;
}

} // namespace

PortalCall::PortalCall(QDBusConnection bus) : m_bus(std::move(bus)) {}

Result<std::string> PortalCall::ask(const PortalRequest& request) {
    if (!m_bus.isConnected())
        return fail(ErrorCode::Unsupported,
                    "The desktop's portal for screenshots can't be reached, since there is no session bus. Start this "
                    "program in the desktop's own session." EXHIBIT_OTHER_WAY);
    const QString token = randomToken();
    // Before the call: the answer may come before the call returns.
    listen(requestPath(m_bus, token));
    QDBusServiceWatcher watcher(kService, m_bus, QDBusServiceWatcher::WatchForUnregistration);
    connect(&watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        end(fail(ErrorCode::Unsupported,
                 "The desktop's portal for screenshots ended while it was asked. Capture again." EXHIBIT_OTHER_WAY));
    });
    QDBusMessage message = QDBusMessage::createMethodCall(kService, kPath, kScreenshot, QStringLiteral("Screenshot"));
    // No parent window (Portal.h).
    message << QString()
            << QVariantMap{{QStringLiteral("handle_token"), token},
                           {QStringLiteral("interactive"), request.interactive},
                           {QStringLiteral("modal"), request.interactive}};
    const auto patience = static_cast<int>(request.patience.count());
    QDBusPendingCallWatcher call(m_bus.asyncCall(message, patience));
    connect(&call, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher* finished) { gotHandle(*finished); });
    QTimer timer;
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, this, &PortalCall::giveUp);
    timer.start(patience);
    if (!m_answer)
        m_loop.exec();
    return *std::move(m_answer);
}

void PortalCall::listen(const QString& path) {
    if (!m_path.isEmpty())
        m_bus.disconnect(kService, m_path, kRequest, QStringLiteral("Response"), this,
                         SLOT(gotResponse(uint, QVariantMap)));
    m_path = path;
    m_bus.connect(kService, path, kRequest, QStringLiteral("Response"), this, SLOT(gotResponse(uint, QVariantMap)));
}

void PortalCall::gotHandle(const QDBusPendingCall& call) {
    const QDBusPendingReply<QDBusObjectPath> reply = call;
    if (reply.isError())
        return end(fail(ErrorCode::Unsupported,
                        "This desktop has no portal for screenshots. Install the one that belongs to it: "
                        "xdg-desktop-portal with xdg-desktop-portal-gnome, -kde or -wlr." EXHIBIT_OTHER_WAY));
    // Portals before version 0.9 choose the path themselves.
    if (reply.value().path() != m_path)
        listen(reply.value().path());
}

void PortalCall::gotResponse(uint status, const QVariantMap& results) {
    if (status == Cancelled)
        return end(fail(ErrorCode::Cancelled,
                        "No picture was taken: the desktop's question was answered with no, or closed. Capture again "
                        "and allow it." EXHIBIT_OTHER_WAY));
    if (status != Success)
        return end(fail(ErrorCode::Unsupported, "The desktop couldn't take the picture. Capture again." //
                        EXHIBIT_OTHER_WAY));
    end(results.value(QStringLiteral("uri")).toString().toStdString());
}

void PortalCall::giveUp() {
    m_bus.send(QDBusMessage::createMethodCall(kService, m_path, kRequest, QStringLiteral("Close")));
    end(fail(ErrorCode::Busy, "The desktop didn't answer. Does a question of it wait behind another window? Capture "
                              "again and allow it." EXHIBIT_OTHER_WAY));
}

void PortalCall::end(Result<std::string> answer) {
    if (!m_answer)
        m_answer = std::move(answer);
    m_loop.quit();
}

} // namespace exhibit::capture
