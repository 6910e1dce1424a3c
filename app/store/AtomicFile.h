#pragma once
// A file that appears whole or not at all.

#include "core/Bytes.h"

#include <filesystem>
#include <memory>

namespace exhibit {

enum class Existing {
    Refuse,  ///< AlreadyExists if there is anything of that name
    Replace, ///< a regular file is replaced in one step; anything else (symbolic link, folder, FIFO) is refused
    Shred,   ///< as Replace, and the replaced file's bytes are overwritten, as far as shred() can
};

/// Written to an unnamed or hidden file of mode 0600 in the same folder, then synced and given its name by commit().
/// Destroyed before commit, it leaves nothing; what a killed program left in the folder is removed by the next one.
class AtomicFile final : public ByteSink {
public:
    /// AlreadyExists for a name that is taken by what can't be replaced, here as in commit(); NotFound without a
    /// folder.
    static Result<AtomicFile> open(const std::filesystem::path& path, Existing existing);
    ~AtomicFile() override;
    AtomicFile(AtomicFile&&) noexcept;
    AtomicFile& operator=(AtomicFile&&) noexcept;

    [[nodiscard]] Result<> write(ByteView bytes) override;
    /// Flushes, syncs the file, names it, syncs the folder. The file is there afterwards, or nothing has changed.
    [[nodiscard]] Result<> commit();

private:
    struct Impl;
    explicit AtomicFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace exhibit
