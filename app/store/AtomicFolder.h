#pragma once
// A folder of files that appears whole or not at all.

#include "core/Hash.h"
#include "store/AtomicFile.h"

#include <functional>
#include <string_view>

namespace exhibit {

/// Which names in a folder that is to be replaced may go with it.
using OwnName = std::function<bool(std::string_view name)>;

/// Filled as a hidden folder of mode 0700 beside its place, with files of mode 0600, then given its name by commit().
/// Destroyed before commit, it leaves nothing. Should the process be killed, the next AtomicFolder in the same place
/// removes what was left.
class AtomicFolder {
public:
    /// AlreadyExists if the name is taken: with Existing::Refuse by anything, with Existing::Replace by anything but a
    /// folder in which there are only regular files with names that `own` says are ours. NotFound without the folder
    /// above.
    static Result<AtomicFolder> open(const std::filesystem::path& path, Existing existing, OwnName own);
    ~AtomicFolder();
    AtomicFolder(AtomicFolder&&) noexcept;
    AtomicFolder& operator=(AtomicFolder&&) noexcept;

    /// Writes a file and answers its SHA-256. InvalidArgument for a name that isn't flat, AlreadyExists for one that is
    /// used twice.
    [[nodiscard]] Result<Digest> add(const std::string& name, const ByteSource& bytes, const Progress& progress = {});
    /// Gives the folder its name. It is there afterwards, or nothing has changed.
    [[nodiscard]] Result<> commit();
    /// Takes a commit back: what had the name before has it again.
    [[nodiscard]] Result<> undo();

private:
    struct Impl;
    explicit AtomicFolder(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace exhibit
