#pragma once
// Another program that may be made to misbehave by what it is given: it gets a file to read, little memory and time, no
// files to write and none of this program's descriptors, and its answer is cut at a limit.

#include "core/Bytes.h"

#include <chrono>
#include <string>
#include <vector>

namespace exhibit::preview {

struct ProcessLimits {
    std::chrono::seconds time{60};                 ///< of the clock, and of the processor
    std::uint64_t memory = std::uint64_t{2} << 30; ///< bytes of address space
    std::size_t output = std::size_t{512} << 20;   ///< bytes on standard output
};

/// The name under which the program finds the file that it is given.
inline constexpr const char* kInputName = "/dev/fd/3";

/// Runs a program of the system (found by PATH) and answers what it printed. `input` is a descriptor of a file. May be
/// called by several threads at once. Unsupported if there is no such program, LimitExceeded if it takes too long or
/// says too much, Malformed if it fails or is killed.
[[nodiscard]] Result<Bytes> runLimited(const std::string& program, const std::vector<std::string>& arguments, int input,
                                       const ProcessLimits& limits);

} // namespace exhibit::preview
