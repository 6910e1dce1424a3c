#pragma once
// One window a user and display: a second start of the program hands its files to the window that is there.

#include <QObject>
#include <QSocketNotifier>
#include <QStringList>
#include <chrono>
#include <filesystem>
#include <memory>

namespace exhibit::desktop {

enum class Start {
    First,      ///< this process is the one that shows the window
    HandedOver, ///< a window is there and took the files: this process can end
    Alone, ///< a window is there but doesn't answer, or nobody can be asked: this process shows a window of its own
};

/// A lock says who is first; the system opens it when its holder ends, however it ends, so that a crash leaves nothing
/// in the way. A socket beside it, that only this user can open (mode 0600), takes the files.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    /// `folder` belongs to this user alone and vanishes with the session, as XDG_RUNTIME_DIR does; `session` names the
    /// display. `patience` is how long a window may take to answer.
    SingleInstance(std::filesystem::path folder, const QString& session,
                   std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~SingleInstance() override;

    /// Hands absolute paths to the window that is there, or becomes that window: then requested() comes from now on.
    [[nodiscard]] Start start(const QStringList& paths);

signals:
    /// Somebody started the program once more; with these files, perhaps none.
    void requested(const QStringList& paths);

private:
    [[nodiscard]] bool lock();
    [[nodiscard]] bool listen();
    [[nodiscard]] bool handOver(const QStringList& paths) const;
    void answer();

    std::filesystem::path m_socketPath;
    std::filesystem::path m_lockPath;
    std::chrono::milliseconds m_patience;
    int m_lock = -1;     ///< descriptor; held as long as this process lives
    int m_listener = -1; ///< descriptor
    std::unique_ptr<QSocketNotifier> m_notifier;
};

/// What tells the displays of one user apart: "xcb-_0".
[[nodiscard]] QString sessionName();

} // namespace exhibit::desktop
