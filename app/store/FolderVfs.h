#pragma once
// A thin layer over an SQLite VFS that keeps temporary files where the case is: SQLite would put them into /var/tmp or
// whatever TMPDIR says, perhaps on another disk.

#include "core/Result.h"

#include <filesystem>
#include <memory>
#include <string>

namespace exhibit {

/// Registered with SQLite for as long as it lives; must outlive every connection that uses it.
class FolderVfs {
public:
    /// `base` is the name of the VFS below; empty for SQLite's own.
    static Result<std::unique_ptr<FolderVfs>> install(const std::string& base, const std::filesystem::path& folder);
    ~FolderVfs();
    FolderVfs(const FolderVfs&) = delete;
    FolderVfs& operator=(const FolderVfs&) = delete;
    [[nodiscard]] const std::string& name() const;

private:
    struct Impl;
    explicit FolderVfs(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace exhibit
