#include "desktop/model/SingleInstance.h"

#include "core/Descriptor.h"

#include <QGuiApplication>
#include <array>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace exhibit::desktop {

namespace {

constexpr std::size_t kLongestMessage = std::size_t{64} << 10; ///< some paths, each at most PATH_MAX
constexpr char kTaken = '+';                                   ///< the answer to a message
constexpr std::chrono::milliseconds kLongestWait{50};
constexpr int kPauseMilliseconds = 50;
constexpr int kWaiting = 8; ///< starts that may wait for an answer at once

sockaddr_un addressOf(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.string().copy(address.sun_path, sizeof(address.sun_path) - 1);
    return address;
}

/// The longest path that a socket can have.
bool fits(const std::filesystem::path& path) {
    return path.string().size() < sizeof(sockaddr_un::sun_path);
}

int newSocket() {
    return ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

/// Whoever asks must be this user; the modes of folder and socket say so already, but not on every file system.
bool isOwn(int connection) {
    ucred peer{};
    socklen_t size = sizeof(peer);
    return ::getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
}

void limitTime(int connection, std::chrono::milliseconds time) {
    const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(time).count();
    const timeval limit{microseconds / 1'000'000, microseconds % 1'000'000};
    ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
    ::setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
}

/// Each path with a NUL behind it, which no path contains.
QByteArray messageOf(const QStringList& paths) {
    QByteArray message;
    for (const QString& path : paths)
        message += path.toUtf8() + '\0';
    return message;
}

QStringList pathsOf(const QByteArray& message) {
    QStringList paths;
    for (const QByteArray& path : message.split('\0'))
        if (path.startsWith('/'))
            paths.append(QString::fromUtf8(path));
    return paths;
}

bool send(int connection, const QByteArray& message) {
    qsizetype sent = 0;
    while (sent < message.size()) {
        const ssize_t count = ::send(connection, message.constData() + sent,
                                     static_cast<std::size_t>(message.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

/// All until the other side has no more to say; nothing if it is too much or takes too long.
std::optional<QByteArray> receive(int connection) {
    QByteArray message;
    std::array<char, 4096> part{};
    for (;;) {
        const ssize_t count = ::recv(connection, part.data(), part.size(), 0);
        if (count == 0)
            return message;
        if (count < 0 || static_cast<std::size_t>(message.size() + count) > kLongestMessage)
            return std::nullopt;
        message.append(part.data(), count);
    }
}

} // namespace

SingleInstance::SingleInstance(std::filesystem::path folder, const QString& session, std::chrono::milliseconds patience)
    : m_socketPath(folder / ("exhibit17-" + session.toStdString())), m_lockPath(m_socketPath), m_patience(patience) {
    m_lockPath += ".lock";
}

SingleInstance::~SingleInstance() {
    if (m_listener >= 0) {
        ::unlink(m_socketPath.c_str());
        ::close(m_listener);
    }
    if (m_lock >= 0)
        ::close(m_lock);
}

Start SingleInstance::start(const QStringList& paths) {
    // An absent folder, a file system without locks: nobody can be asked.
    m_lock = ::open(m_lockPath.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (m_lock < 0 || !fits(m_socketPath))
        return Start::Alone;
    // Whoever has the lock may still be on its way to listening, and may end at any time.
    const auto deadline = std::chrono::steady_clock::now() + m_patience;
    do {
        if (::flock(m_lock, LOCK_EX | LOCK_NB) == 0)
            return listen() ? Start::First : Start::Alone;
        if (handOver(paths))
            return Start::HandedOver;
        ::poll(nullptr, 0, kPauseMilliseconds);
    } while (std::chrono::steady_clock::now() < deadline);
    return Start::Alone;
}

bool SingleInstance::listen() {
    m_listener = newSocket();
    const sockaddr_un address = addressOf(m_socketPath);
    // What a crash left; nobody else can be listening, since the lock is ours.
    ::unlink(m_socketPath.c_str());
    // bind() takes the mode from the socket, so that it isn't open to others for a moment either.
    const bool isBound = m_listener >= 0 && ::fchmod(m_listener, 0600) == 0 &&
                         ::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    if (!isBound || ::listen(m_listener, kWaiting) != 0)
        return false;
    m_notifier = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SingleInstance::answer);
    return true;
}

bool SingleInstance::handOver(const QStringList& paths) const {
    const Descriptor connection(newSocket());
    const sockaddr_un address = addressOf(m_socketPath);
    limitTime(connection.get(), m_patience);
    if (::connect(connection.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
        return false;
    if (!isOwn(connection.get()) || !send(connection.get(), messageOf(paths)))
        return false;
    ::shutdown(connection.get(), SHUT_WR);
    char answer = 0;
    return ::recv(connection.get(), &answer, 1, 0) == 1 && answer == kTaken;
}

void SingleInstance::answer() {
    const Descriptor connection(::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC));
    if (connection.get() < 0 || !isOwn(connection.get()))
        return;
    // The other side sends all at once: who doesn't shall not hold the window up.
    limitTime(connection.get(), kLongestWait);
    const auto message = receive(connection.get());
    if (message && send(connection.get(), QByteArray(1, kTaken)))
        emit requested(pathsOf(*message));
}

QString sessionName() {
    const QString platform = QGuiApplication::platformName();
    const QString display =
        qEnvironmentVariable(platform.startsWith(QStringLiteral("wayland")) ? "WAYLAND_DISPLAY" : "DISPLAY");
    QString name = platform + QLatin1Char('-') + display.right(32);
    for (QChar& letter : name)
        if (!letter.isLetterOrNumber() && letter != QLatin1Char('-'))
            letter = QLatin1Char('_');
    return name;
}

} // namespace exhibit::desktop
