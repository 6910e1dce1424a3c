#pragma once
// New pictures in a folder, such as one that a phone syncs its screenshots to.

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace exhibit::capture {

/// Tells of pictures that appear after it was made, once they are whole: named like a picture and not like something
/// unfinished, and of the same size and time at three looks in a row. Only looks; wakes up only while something
/// appears.
class FolderWatch final : public QObject {
    Q_OBJECT

public:
    explicit FolderWatch(const QString& folder, QObject* parent = nullptr);
    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// False if there is no such folder, or it can't be watched.
    [[nodiscard]] bool isWatching() const { return !m_watcher.directories().isEmpty(); }

signals:
    void appeared(const QStringList& paths);
    /// The folder is gone.
    void lost();

private:
    /// What a file looked like.
    struct Look {
        qint64 size = -1;
        qint64 changed = 0; ///< milliseconds since 1970
        int same = 0;       ///< how often in a row it looked like this before
        int looks = 0;
    };

    void lookForNew();
    void lookAgain();

    QString m_folder;
    QSet<QString> m_known;
    QHash<QString, Look> m_growing;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
};

/// Whether a picture is expected under this name, rather than something hidden, unfinished or of another kind.
[[nodiscard]] bool isPictureName(const QString& name);

} // namespace exhibit::capture
