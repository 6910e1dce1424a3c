#pragma once
// How artifacts are called where a person sees them.

#include "core/Artifact.h"

#include <string>

namespace exhibit::cli {

/// "prompt", "screenshot 2", "attachment"
[[nodiscard]] std::string artifactLabel(const Artifact& artifact);
/// A safe file name without folders, the same for every run: "exhibit-1-prompt.txt", "exhibit-1-screenshot-2.png".
/// Nothing of it comes from what a stranger could have put into a case.
[[nodiscard]] std::string savedName(const Artifact& artifact);

} // namespace exhibit::cli
