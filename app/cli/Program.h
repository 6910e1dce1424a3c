#pragma once
// The whole of a command line program over a table of verbs.

#include "cli/Verb.h"

namespace exhibit::cli {

/// Runs the verb that the first word names and answers the exit status. Never throws.
[[nodiscard]] int runProgram(int argc, char** argv, std::span<const VerbEntry> table);

/// The verbs that exhibit17 itself has, and the names of those that exhibit17-dossier has.
[[nodiscard]] std::span<const VerbEntry> lightVerbs();

/// Where the program's own binaries are.
[[nodiscard]] std::filesystem::path programFolder();

/// The text of "exhibit17 --help".
[[nodiscard]] std::string overview(std::span<const VerbEntry> table);

} // namespace exhibit::cli
