#pragma once
// All verbs, for the program that links the PDF libraries.

#include "cli/Verb.h"

namespace exhibit::cli {

[[nodiscard]] std::span<const VerbEntry> allVerbs();

} // namespace exhibit::cli
