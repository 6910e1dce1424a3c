#pragma once
// Another program that may be made to misbehave by what it is given: it gets a file to read, little memory and time, no
// files to write and none of this program's descriptors, and its answer is cut at a limit.

#include "core/Bytes.h"

#include <chrono>
#include <string>
#include <vector>

namespace exhibit {

/// A program of the system.
struct LimitedProgram {
    std::string name;                          ///< found by PATH
    std::string package;                       ///< of Debian: what to install if it isn't there
    std::vector<std::string> environment = {}; ///< "NAME=value", beside its own locale and home
};

struct ProcessLimits {
    std::chrono::seconds time{60};                 ///< of the clock, and of the processor
    std::uint64_t memory = std::uint64_t{2} << 30; ///< bytes of address space
    std::size_t output = std::size_t{512} << 20;   ///< bytes on standard output
    int niceness = 0;                              ///< how much more than this one it gives way to others: nice(2)
};

/// The name under which the program finds the file that it is given.
inline constexpr const char* kInputName = "/dev/fd/3";

/// Runs a program and answers what it printed. `input` is a descriptor of a file. While it runs, `goesOn` is asked
/// about ten times a second, in the caller's thread; answering false kills it. May be called by several threads at
/// once. Unsupported if there is no such program, LimitExceeded if it takes too long or says too much, Malformed if it
/// fails or is killed, Cancelled as `goesOn` says.
[[nodiscard]] Result<Bytes> runLimited(const LimitedProgram& program, const std::vector<std::string>& arguments,
                                       int input, const ProcessLimits& limits,
                                       const std::function<bool()>& goesOn = {});

} // namespace exhibit
