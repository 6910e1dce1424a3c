#include "capture/StandardOutput.h"

#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace exhibit::capture {

StandardOutput::StandardOutput() {
    std::signal(SIGPIPE, SIG_IGN);
}

Result<> StandardOutput::checkNotTerminal() const {
    if (::isatty(STDOUT_FILENO) == 1)
        return fail(ErrorCode::InvalidArgument, "A capture is not for reading on a terminal. Use `exhibit17 capture`, "
                                                "which puts it into a case, or send it to a file with `> FILE`.");
    return {};
}

Result<> StandardOutput::write(ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fail(systemError(errno, "The capture can't be written", "standard output"));
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

} // namespace exhibit::capture
