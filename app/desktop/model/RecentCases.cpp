#include "desktop/model/RecentCases.h"

#include "desktop/model/FileNames.h"

#include <QFile>
#include <algorithm>

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

void RecentCases::add(const std::filesystem::path& path) {
    std::error_code ignored;
    const QString name = toQt(std::filesystem::absolute(path, ignored));
    QStringList names = stored();
    names.removeAll(name);
    names.prepend(name);
    m_settings.setValue(key(), names.mid(0, kMost));
}

void RecentCases::remove(const std::filesystem::path& path) {
    QStringList names = stored();
    names.removeAll(toQt(path));
    m_settings.setValue(key(), names);
}

} // namespace exhibit::desktop
