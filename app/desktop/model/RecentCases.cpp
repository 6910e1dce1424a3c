#include "desktop/model/RecentCases.h"

#include "desktop/model/FileNames.h"

#include <QFile>
#include <algorithm>
#include <sys/stat.h>

namespace exhibit::desktop {

namespace {

constexpr qsizetype kMost = 50;

QString key() {
    return QStringLiteral("recentCases");
}

} // namespace

QString toQt(const std::filesystem::path& path) {
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

std::filesystem::path fromQt(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

RecentCases::RecentCases(QSettings& settings, std::filesystem::path folder)
    : m_settings(settings), m_folder(std::move(folder)) {}

QStringList RecentCases::stored() const {
    return m_settings.value(key()).toStringList();
}

bool RecentCases::isGone(const std::filesystem::path& path) const {
    std::error_code ignored;
    return path.parent_path() == m_folder && std::filesystem::is_directory(m_folder, ignored) &&
           std::filesystem::symlink_status(path, ignored).type() == std::filesystem::file_type::not_found;
}

std::vector<std::filesystem::path> RecentCases::paths() const {
    std::error_code ignored;
    std::vector<std::filesystem::path> paths;
    for (const QString& name : stored())
        if (std::filesystem::is_regular_file(fromQt(name), ignored))
            paths.push_back(fromQt(name));
    const auto used = static_cast<std::ptrdiff_t>(paths.size());
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, ignored)) {
        const bool isCase = entry.path().extension() == kCaseSuffix && entry.is_regular_file(ignored);
        if (isCase && std::ranges::find(paths, entry.path()) == paths.end())
            paths.push_back(entry.path());
    }
    std::sort(paths.begin() + used, paths.end());
    return paths;
}

std::set<std::filesystem::path> RecentCases::folders() const {
    std::set<std::filesystem::path> folders{m_folder};
    for (const QString& name : stored())
        folders.insert(fromQt(name).parent_path());
    return folders;
}

void RecentCases::add(const std::filesystem::path& path) {
    std::error_code ignored;
    const QString name = toQt(std::filesystem::absolute(path, ignored));
    QStringList names = stored();
    names.removeAll(name);
    names.removeIf([this](const QString& known) { return isGone(fromQt(known)); });
    names.prepend(name);
    m_settings.setValue(key(), names.mid(0, kMost));
}

void RecentCases::remove(const std::filesystem::path& path) {
    QStringList names = stored();
    names.removeAll(toQt(path));
    m_settings.setValue(key(), names);
}

void makePrivate(const std::filesystem::path& settings) {
    // On file systems without modes nothing can be done, and nothing depends on it.
    static_cast<void>(makePrivateFolder(settings.parent_path()));
    ::chmod(settings.parent_path().c_str(), S_IRWXU);
    ::chmod(settings.c_str(), S_IRUSR | S_IWUSR);
}

} // namespace exhibit::desktop
