#include "capture/FolderWatch.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace exhibit::capture {

namespace {

constexpr int kLookInterval = 300; // ms
/// Looks in a row that must be the same before a file counts as whole.
constexpr int kSameLooks = 2;
/// After ten minutes nobody writes any more; should the file change its name then, it is new again.
constexpr int kMostLooks = 10 * 60 * 1000 / kLookInterval;

constexpr const char* kEndings[] = {".png", ".jpg", ".jpeg", ".webp", ".heic", ".heif"};

} // namespace

bool isPictureName(const QString& name) {
    return !name.startsWith(QLatin1Char('.')) &&
           std::any_of(std::begin(kEndings), std::end(kEndings),
                       [&](const char* ending) { return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive); });
}

FolderWatch::FolderWatch(const QString& folder, QObject* parent) : QObject(parent), m_folder(folder) {
    m_timer.setInterval(kLookInterval);
    connect(&m_timer, &QTimer::timeout, this, &FolderWatch::lookAgain);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::lookForNew);
    if (QDir(m_folder).exists())
        m_watcher.addPath(m_folder);
    const QStringList names = QDir(m_folder).entryList(QDir::Files | QDir::NoSymLinks);
    m_known = QSet<QString>(names.begin(), names.end());
}

void FolderWatch::lookForNew() {
    const QDir folder(m_folder);
    if (!folder.exists()) {
        m_timer.stop();
        return emit lost();
    }
    const QStringList names = folder.entryList(QDir::Files | QDir::NoSymLinks);
    for (const QString& name : names)
        if (!m_known.contains(name) && isPictureName(name) && !m_growing.contains(name))
            m_growing.insert(name, {});
    // What is gone may come back as something new.
    m_known.intersect(QSet<QString>(names.begin(), names.end()));
    if (!m_growing.isEmpty() && !m_timer.isActive())
        m_timer.start();
}

void FolderWatch::lookAgain() {
    QStringList whole;
    for (auto at = m_growing.begin(); at != m_growing.end();) {
        const QFileInfo file(QDir(m_folder).filePath(at.key()));
        Look& look = at.value();
        const qint64 changed = file.lastModified().toMSecsSinceEpoch();
        const bool isSame = file.size() > 0 && file.size() == look.size && changed == look.changed;
        look = {file.size(), changed, isSame ? look.same + 1 : 0, look.looks + 1};
        const bool isWhole = look.same >= kSameLooks;
        if (isWhole)
            whole.append(file.absoluteFilePath());
        if (isWhole || look.looks > kMostLooks || !file.exists()) {
            m_known.insert(at.key());
            at = m_growing.erase(at);
        } else {
            ++at;
        }
    }
    if (m_growing.isEmpty())
        m_timer.stop();
    whole.sort();
    if (!whole.isEmpty())
        emit appeared(whole);
}

} // namespace exhibit::capture
