#pragma once
// How artifacts are called and shortened where a person sees them.

#include "core/Artifact.h"

#include <string>

namespace exhibit::cli {

/// "prompt", "screenshot 2", "attachment"
[[nodiscard]] std::string artifactLabel(const Artifact& artifact);
/// A safe file name without folders, the same for every run: "exhibit-1-prompt.txt", "exhibit-1-screenshot-2.png".
/// Nothing of it comes from what a stranger could have put into a case.
[[nodiscard]] std::string savedName(const Artifact& artifact);

/// The start of a prompt as a list has it, 200 bytes cut anywhere: without a last character that was cut in two.
[[nodiscard]] std::string_view withoutCutCharacter(std::string_view start);
/// The start of a text in one line of at most `width` characters, escaped.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t width);

} // namespace exhibit::cli
