#pragma once
// Names of the files that the windows make without asking.

#include "core/Result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace exhibit::desktop {

inline constexpr std::string_view kCaseSuffix = ".exhibit17";

/// A person's name as the beginning of a file's name: without what file systems or shells stumble over, at most 80
/// bytes. "case" if nothing is left.
[[nodiscard]] std::string harmlessFileName(std::string_view text);
/// FOLDER/NAME.SUFFIX, or with a number behind the name if that is taken: "Erika Muster 2.exhibit17".
[[nodiscard]] std::filesystem::path freeName(const std::filesystem::path& folder, const std::string& name,
                                             std::string_view suffix);
/// Makes a folder, and those that it lies in, for this user alone; one that is there stays as it is.
[[nodiscard]] Result<> makePrivateFolder(const std::filesystem::path& folder);

} // namespace exhibit::desktop
