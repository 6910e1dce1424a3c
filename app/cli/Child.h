#pragma once
// Another program, started and waited for.

#include "core/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace exhibit::cli {

struct ChildOptions {
    std::filesystem::path folder = {}; ///< to work in; empty: this one
    int output = -1;                   ///< descriptor for its standard output; -1: this program's
    bool search = false;               ///< find the program by PATH
};

/// The exit status; 128 and more if a signal ended it. NotFound if there is no such program.
[[nodiscard]] Result<int> runChild(const std::string& program, const std::vector<std::string>& arguments,
                                   const ChildOptions& options = {});

} // namespace exhibit::cli
