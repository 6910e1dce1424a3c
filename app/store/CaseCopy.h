#pragma once
// A second file with the same case.

#include "store/CaseFile.h"

namespace exhibit {

/// Copies a case as it is between two changes, byte for byte, while other programs may use it. The copy appears whole
/// or not at all, with mode 0600; AlreadyExists if the name is taken. Errors otherwise as CaseFile::open for reading.
[[nodiscard]] Result<> copyCase(const std::filesystem::path& path, const std::filesystem::path& target,
                                const StoreEnvironment& environment, const Progress& progress = {});

} // namespace exhibit
