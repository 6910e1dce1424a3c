// A desktop portal that answers as a test says: mock_portal BEHAVIOUR URI DESCRIPTOR. Writes "ready" to the descriptor
// when it can be asked, and a line for each call that it gets.

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QTimer>
#include <QVariantMap>
#include <cstdlib>
#include <unistd.h>

namespace {

class MockPortal final : public QDBusVirtualObject {
public:
    MockPortal(QString behaviour, QString uri, int descriptor)
        : m_behaviour(std::move(behaviour)), m_uri(std::move(uri)), m_descriptor(descriptor) {}

    void report(const QString& line) const {
        const QByteArray bytes = line.toUtf8() + '\n';
        if (write(m_descriptor, bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
            std::exit(1);
    }

    [[nodiscard]] QString introspect(const QString&) const override { return {}; }

    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override {
        if (message.member() == QLatin1String("Close")) {
            report(QStringLiteral("closed"));
            return true;
        }
        if (message.interface() != QLatin1String("org.freedesktop.portal.Screenshot") ||
            message.member() != QLatin1String("Screenshot"))
            return false;
        const auto options = qdbus_cast<QVariantMap>(message.arguments().at(1));
        report(options.value(QStringLiteral("interactive")).toBool() ? QStringLiteral("interactive")
                                                                     : QStringLiteral("plain"));
        if (m_behaviour == QLatin1String("vanish"))
            std::exit(0);
        answer(message, connection, options.value(QStringLiteral("handle_token")).toString());
        return true;
    }

private:
    void answer(const QDBusMessage& message, QDBusConnection connection, const QString& token) const {
        const QString sender = message.service().mid(1).replace(QLatin1Char('.'), QLatin1Char('_'));
        const bool isOld = m_behaviour == QLatin1String("old");
        const QString path = QStringLiteral("/org/freedesktop/portal/desktop/request/") + sender + QLatin1Char('/') +
                             (isOld ? QStringLiteral("t") : token);
        const bool isEarly = m_behaviour == QLatin1String("early");
        if (isEarly)
            respond(connection, path);
        connection.send(message.createReply(QVariant::fromValue(QDBusObjectPath(path))));
        if (!isEarly && m_behaviour != QLatin1String("silent"))
            QTimer::singleShot(50, [this, connection, path] { respond(connection, path); });
    }

    void respond(const QDBusConnection& connection, const QString& path) const {
        QDBusMessage signal = QDBusMessage::createSignal(path, QStringLiteral("org.freedesktop.portal.Request"),
                                                         QStringLiteral("Response"));
        const uint status = m_behaviour == QLatin1String("cancel") ? 1 : m_behaviour == QLatin1String("fail") ? 2 : 0;
        signal << status << (status == 0 ? QVariantMap{{QStringLiteral("uri"), m_uri}} : QVariantMap());
        static_cast<void>(connection.send(signal));
    }

    QString m_behaviour;
    QString m_uri;
    int m_descriptor;
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 64;
    MockPortal portal(arguments.at(1), arguments.at(2), arguments.at(3).toInt());
    QDBusConnection bus = QDBusConnection::sessionBus();
    // A desktop without a backend has the service, and not this interface.
    const bool isReady = (arguments.at(1) == QLatin1String("bare") ||
                          bus.registerVirtualObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                                                    QDBusConnection::SubPath)) &&
                         bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    portal.report(isReady ? QStringLiteral("ready") : QStringLiteral("no bus"));
    return QCoreApplication::exec();
}
