#include "preview/LimitedProcess.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace exhibit::preview {

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr int kInput = 3;
constexpr int kCannotStart = 127;

/// Looked for here and not by the child, which has no PATH.
Result<std::string> findProgram(const std::string& name) {
    const char* configured = std::getenv("PATH");
    std::string_view path = configured == nullptr ? "/usr/bin:/bin" : configured;
    while (!path.empty()) {
        const std::string_view folder = path.substr(0, path.find(':'));
        const std::string candidate = std::string(folder) + "/" + name;
        if (folder.starts_with('/') && ::access(candidate.c_str(), X_OK) == 0)
            return candidate;
        path.remove_prefix(std::min(path.size(), folder.size() + 1));
    }
    return fail(ErrorCode::Unsupported, "Pictures of pages are drawn by " + name +
                                            ", which isn't installed. Install the package poppler-utils.");
}

/// Everything that the child needs, made before fork(): between fork() and exec() of a program with threads only
/// async-signal-safe functions may be called (POSIX.1-2017, fork).
struct Start {
    Start(std::string path, const std::vector<std::string>& words) : program(std::move(path)), arguments(words) {
        pointers.push_back(program.data());
        for (std::string& argument : arguments)
            pointers.push_back(argument.data());
        pointers.push_back(nullptr);
    }

    std::string program;
    std::vector<std::string> arguments;
    std::vector<char*> pointers;
    std::string locale = "LC_ALL=C.UTF-8";
    std::string home = "HOME=/nonexistent";
    std::array<char*, 3> environment{locale.data(), home.data(), nullptr};
};

bool limit(__rlimit_resource resource, rlim_t most) {
    const rlimit value{most, most};
    return ::setrlimit(resource, &value) == 0;
}

/// In the child. Doesn't come back.
[[noreturn]] void becomeProgram(const Start& start, int input, int output, const ProcessLimits& limits) {
    // The descriptors first go where they are in nobody's way. dup2() clears close-on-exec; close_range() sets it for
    // all others, even those that this program was started with.
    const int from = ::fcntl(input, F_DUPFD_CLOEXEC, 10);
    const int to = ::fcntl(output, F_DUPFD_CLOEXEC, 10);
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    sigset_t none;
    ::sigemptyset(&none);
    const bool ready = ::dup2(nothing, STDIN_FILENO) >= 0 && ::dup2(to, STDOUT_FILENO) >= 0 &&
                       ::dup2(nothing, STDERR_FILENO) >= 0 && ::dup2(from, kInput) >= 0 &&
                       ::close_range(kInput + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0 && limit(RLIMIT_AS, limits.memory) &&
                       limit(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count())) && limit(RLIMIT_FSIZE, 0) &&
                       limit(RLIMIT_CORE, 0) && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                       ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && ::signal(SIGPIPE, SIG_DFL) != SIG_ERR &&
                       ::sigprocmask(SIG_SETMASK, &none, nullptr) == 0;
    if (ready)
        ::execve(start.program.c_str(), start.pointers.data(), start.environment.data());
    ::_exit(kCannotStart);
}

/// The running program; killed and waited for when it goes, whatever happened.
class Running {
public:
    Running(pid_t process, int output) : m_process(process), m_output(output) {}
    ~Running() {
        ::close(m_output);
        if (m_process > 0) {
            ::kill(m_process, SIGKILL);
            static_cast<void>(wait());
        }
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    Result<Bytes> readAll(const ProcessLimits& limits) const;
    int wait() {
        int status = 0;
        while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR) {
        }
        m_process = -1;
        return status;
    }

private:
    Result<> waitForOutput(SteadyClock::time_point deadline) const;

    pid_t m_process;
    int m_output;
};

Result<> Running::waitForOutput(SteadyClock::time_point deadline) const {
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - SteadyClock::now()).count();
        if (left <= 0)
            return fail(ErrorCode::LimitExceeded, "Drawing the page takes too long.");
        pollfd entry{m_output, POLLIN, 0};
        const int ready = ::poll(&entry, 1, static_cast<int>(std::min<std::int64_t>(left, 60'000)));
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return fail(systemError(errno, "The page's picture can't be read"));
    }
}

Result<Bytes> Running::readAll(const ProcessLimits& limits) const {
    const auto deadline = SteadyClock::now() + limits.time;
    Bytes all;
    Bytes piece(std::size_t{64} << 10);
    for (;;) {
        EXHIBIT_TRY(waitForOutput(deadline));
        const ssize_t got = ::read(m_output, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(systemError(errno, "The page's picture can't be read"));
        if (got == 0)
            return all;
        if (static_cast<std::size_t>(got) > limits.output - all.size())
            return fail(ErrorCode::LimitExceeded, "The page's picture is too large.");
        all.insert(all.end(), piece.begin(), piece.begin() + got);
    }
}

} // namespace

Result<Bytes> runLimited(const std::string& program, const std::vector<std::string>& arguments, int input,
                         const ProcessLimits& limits) {
    EXHIBIT_ASSIGN(std::string path, findProgram(program));
    const Start start(std::move(path), arguments);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return fail(systemError(errno, "No other program can be started"));
    const pid_t process = ::fork();
    if (process == 0)
        becomeProgram(start, input, ends[1], limits);
    ::close(ends[1]);
    if (process < 0) {
        ::close(ends[0]);
        return fail(systemError(errno, "No other program can be started"));
    }
    Running running(process, ends[0]);
    EXHIBIT_ASSIGN(Bytes output, running.readAll(limits));
    const int status = running.wait();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return fail(ErrorCode::Malformed, program + " gave up on it.");
    return output;
}

} // namespace exhibit::preview
