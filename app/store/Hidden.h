#pragma once
// What isn't finished has a hidden name, and a lock as long as somebody works on it.

#include "core/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace exhibit {

/// A name that nobody else has: ".exhibit17-<16 hexadecimal digits>.part".
[[nodiscard]] Result<std::string> hiddenName();

/// What is in an open folder, but "." and "..".
[[nodiscard]] Result<std::vector<std::string>> namesIn(int folder);

/// Removes a folder with the files in it; one with other folders in it stays. Nothing is followed.
void removeFolder(int parent, const std::string& name);

/// Removes what a killed program of this user left in an open folder, with everything in it: files and folders with
/// hidden names that nobody holds a lock on (flock). Files are overwritten: they may be what a person deleted.
void removeLeftovers(int folder);
/// The same; a folder that isn't there has none.
void removeLeftovers(const std::filesystem::path& folder);

} // namespace exhibit
