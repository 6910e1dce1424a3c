#include "core/LimitedProcess.h"

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

namespace exhibit {

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr int kInput = 3;
constexpr int kCannotStart = 127;
constexpr std::chrono::milliseconds kAskAfter{100};

/// Looked for here and not by the child, which has no PATH.
Result<std::string> findProgram(const LimitedProgram& program) {
    const char* configured = std::getenv("PATH");
    std::string_view path = configured == nullptr ? "/usr/bin:/bin" : configured;
    while (!path.empty()) {
        const std::string_view folder = path.substr(0, path.find(':'));
        const std::string candidate = std::string(folder) + "/" + program.name;
        if (folder.starts_with('/') && ::access(candidate.c_str(), X_OK) == 0)
            return candidate;
        path.remove_prefix(std::min(path.size(), folder.size() + 1));
    }
    return fail(ErrorCode::Unsupported, "This is done by " + program.name +
                                            ", which isn't installed. Install the package " + program.package + ".");
}

/// Everything that the child needs, made before fork(): between fork() and exec() of a program with threads only
/// async-signal-safe functions may be called (POSIX.1-2017, fork).
struct Start {
    Start(std::string path, const std::vector<std::string>& words, const std::vector<std::string>& variables)
        : program(std::move(path)), arguments(words), environment(variables) {
        arguments.insert(arguments.begin(), program);
        environment.insert(environment.end(), {"LC_ALL=C.UTF-8", "HOME=/nonexistent"});
        argumentPointers = pointersTo(arguments);
        environmentPointers = pointersTo(environment);
    }
    static std::vector<char*> pointersTo(std::vector<std::string>& texts) {
        std::vector<char*> pointers;
        for (std::string& text : texts)
            pointers.push_back(text.data());
        pointers.push_back(nullptr);
        return pointers;
    }

    std::string program;
    std::vector<std::string> arguments, environment;
    std::vector<char*> argumentPointers, environmentPointers;
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
    [[maybe_unused]] const int niceness = ::nice(limits.niceness); // giving way is always allowed
    const bool ready = ::dup2(nothing, STDIN_FILENO) >= 0 && ::dup2(to, STDOUT_FILENO) >= 0 &&
                       ::dup2(nothing, STDERR_FILENO) >= 0 && ::dup2(from, kInput) >= 0 &&
                       ::close_range(kInput + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0 && limit(RLIMIT_AS, limits.memory) &&
                       limit(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count())) && limit(RLIMIT_FSIZE, 0) &&
                       limit(RLIMIT_CORE, 0) && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                       ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && ::signal(SIGPIPE, SIG_DFL) != SIG_ERR &&
                       ::sigprocmask(SIG_SETMASK, &none, nullptr) == 0;
    if (ready)
        ::execve(start.program.c_str(), start.argumentPointers.data(), start.environmentPointers.data());
    ::_exit(kCannotStart);
}

/// The running program; killed and waited for when it goes, whatever happened.
class Running {
public:
    Running(const std::string& name, pid_t process, int output) : m_name(name), m_process(process), m_output(output) {}
    ~Running() {
        ::close(m_output);
        if (m_process > 0) {
            ::kill(m_process, SIGKILL);
            static_cast<void>(wait());
        }
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    Result<Bytes> readAll(const ProcessLimits& limits, const std::function<bool()>& goesOn) const;
    int wait() {
        int status = 0;
        while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR) {
        }
        m_process = -1;
        return status;
    }

private:
    Result<> waitForOutput(SteadyClock::time_point deadline, const std::function<bool()>& goesOn) const;
    [[nodiscard]] auto unreadable() const { return fail(systemError(errno, "The answer of " + m_name + " is lost")); }

    const std::string& m_name;
    pid_t m_process;
    int m_output;
};

Result<> Running::waitForOutput(SteadyClock::time_point deadline, const std::function<bool()>& goesOn) const {
    for (;;) {
        if (goesOn && !goesOn())
            return fail(ErrorCode::Cancelled, "Stopped.");
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - SteadyClock::now());
        if (left.count() <= 0)
            return fail(ErrorCode::LimitExceeded, m_name + " takes too long.");
        pollfd entry{m_output, POLLIN, 0};
        const int ready = ::poll(&entry, 1, static_cast<int>(std::min(left, goesOn ? kAskAfter : left).count()));
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return unreadable();
    }
}

Result<Bytes> Running::readAll(const ProcessLimits& limits, const std::function<bool()>& goesOn) const {
    const auto deadline = SteadyClock::now() + limits.time;
    Bytes all;
    Bytes piece(std::size_t{64} << 10);
    for (;;) {
        EXHIBIT_TRY(waitForOutput(deadline, goesOn));
        const ssize_t got = ::read(m_output, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return unreadable();
        if (got == 0)
            return all;
        if (static_cast<std::size_t>(got) > limits.output - all.size())
            return fail(ErrorCode::LimitExceeded, m_name + " says too much.");
        all.insert(all.end(), piece.begin(), piece.begin() + got);
    }
}

} // namespace

Result<Bytes> runLimited(const LimitedProgram& program, const std::vector<std::string>& arguments, int input,
                         const ProcessLimits& limits, const std::function<bool()>& goesOn) {
    EXHIBIT_ASSIGN(std::string path, findProgram(program));
    const Start start(std::move(path), arguments, program.environment);
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
    Running running(program.name, process, ends[0]);
    EXHIBIT_ASSIGN(Bytes output, running.readAll(limits, goesOn));
    const int status = running.wait();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return fail(ErrorCode::Malformed, program.name + " gave up on it.");
    return output;
}

} // namespace exhibit
