#pragma once
// Which cases this person works with: those that were opened here, and those in the program's own folder.

#include <QSettings>
#include <QStringList>
#include <filesystem>
#include <set>
#include <vector>

namespace exhibit::desktop {

class RecentCases {
public:
    /// `settings` keeps the list, and must outlive it.
    RecentCases(QSettings& settings, std::filesystem::path folder);

    /// Where new cases are made.
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    /// The last used first, then what else lies in the folder by name. Those that are gone are left out.
    [[nodiscard]] std::vector<std::filesystem::path> paths() const;
    /// Where cases are or were, as far as is known.
    [[nodiscard]] std::set<std::filesystem::path> folders() const;
    /// Puts it first, and forgets the names of those that are gone from the folder.
    void add(const std::filesystem::path& path);
    /// Takes it from the list; the file stays.
    void remove(const std::filesystem::path& path);

private:
    [[nodiscard]] QStringList stored() const;
    /// From the program's own folder, for good; a file elsewhere may be on a stick that comes back.
    [[nodiscard]] bool isGone(const std::filesystem::path& path) const;

    QSettings& m_settings;
    std::filesystem::path m_folder;
};

/// Closes the list's file and its folder to everybody else, since the names of cases are names of people: whatever it
/// was left open by, and before it is there.
void makePrivate(const std::filesystem::path& settings);

/// A path as Qt has it, and back, byte for byte in a UTF-8 locale.
[[nodiscard]] QString toQt(const std::filesystem::path& path);
[[nodiscard]] std::filesystem::path fromQt(const QString& path);

} // namespace exhibit::desktop
