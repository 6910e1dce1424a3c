#pragma once
// `exhibit17-capture MODE ...`: a capture without a window, for the other programs, which start it.

#include "capture/TakeCapture.h"

#include <QStringList>
#include <chrono>

namespace exhibit::capture {

/// What a capture was asked for.
struct CaptureOrder {
    Request request;
    std::chrono::milliseconds delay{0};
};

/// InvalidArgument says which option is off and how it is meant. `arguments` begin with the program's name.
[[nodiscard]] Result<CaptureOrder> captureOrder(const QStringList& arguments);

/// What the arguments mean, for a terminal.
[[nodiscard]] std::string_view captureUsage();

/// The exit status that tells a script what kind of failure it was, after sysexits(3).
[[nodiscard]] int exitStatus(ErrorCode code);

/// Takes the capture and writes it to standard output as a framed bundle, and nothing else. Problems go to standard
/// error. Answers the exit status: 0, or one of exitStatus().
[[nodiscard]] int runCapture(int& argc, char** argv);

} // namespace exhibit::capture
