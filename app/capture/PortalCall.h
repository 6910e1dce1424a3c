#pragma once
// One conversation with the desktop portal: the call, the request that it makes, and the request's answer.

#include "capture/Portal.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QEventLoop>
#include <QObject>
#include <QVariantMap>
#include <optional>

namespace exhibit::capture {

class PortalCall final : public QObject {
    Q_OBJECT

public:
    explicit PortalCall(QDBusConnection bus);
    /// The address of the picture's file.
    [[nodiscard]] Result<std::string> ask(const PortalRequest& request);

private slots:
    void gotResponse(uint status, const QVariantMap& results);

private:
    void listen(const QString& path);
    void gotHandle(const QDBusPendingCall& call);
    void giveUp();
    void end(Result<std::string> answer);

    QDBusConnection m_bus;
    QString m_path; ///< of the request
    std::optional<Result<std::string>> m_answer;
    QEventLoop m_loop;
};

} // namespace exhibit::capture
