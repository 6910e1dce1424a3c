#pragma once
// Deleting so that the bytes go with the name, as far as a program can: a file system that writes elsewhere, a drive
// that spreads its wear and a backup may keep copies.

#include "core/Result.h"

#include <filesystem>

namespace exhibit {

/// Takes a file's name away and overwrites its bytes. Whenever that is cut short, the file is there whole or not at
/// all, and what is left of it is a leftover (Hidden.h). One that isn't there is no error; a link isn't followed. Io if
/// it can't be overwritten: then it is still there.
[[nodiscard]] Result<> shred(const std::filesystem::path& file);
/// The bytes alone, through a descriptor open for writing: what has no name any more. False if not all reached the
/// disk.
[[nodiscard]] bool overwrite(int file);
/// The same as shred() for each file in a folder, and the folder goes too. What can't be overwritten is deleted all the
/// same.
void shredFolder(const std::filesystem::path& folder);

} // namespace exhibit
