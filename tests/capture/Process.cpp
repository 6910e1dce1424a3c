#include "Process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace test {

namespace {

using Clock = std::chrono::steady_clock;

int millisecondsUntil(Clock::time_point deadline) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return static_cast<int>(std::clamp<long long>(left, 0, 1 << 30));
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts)
        result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

std::vector<std::string> linesOf(const Environment& environment) {
    std::vector<std::string> lines;
    for (const auto& [name, value] : environment)
        lines.push_back(name + "=" + value);
    return lines;
}

struct Streams {
    int input, output, errors;
};

/// The child leads a process group of its own and dies with the test.
int spawn(const Arguments& arguments, const Environment& environment, const Streams& streams, int keepOpen) {
    std::vector<std::string> texts = arguments;
    std::vector<std::string> lines = linesOf(environment);
    const std::vector<char*> argv = pointersTo(texts);
    const std::vector<char*> envp = pointersTo(lines);
    const int child = fork();
    if (child < 0)
        throw std::runtime_error("fork failed");
    if (child > 0)
        return child;
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(streams.input, STDIN_FILENO);
    dup2(streams.output, STDOUT_FILENO);
    dup2(streams.errors, STDERR_FILENO);
    if (keepOpen >= 0)
        fcntl(keepOpen, F_SETFD, 0);
    execvpe(argv[0], argv.data(), envp.data());
    _exit(127);
}

struct Pipe {
    Pipe() {
        if (pipe2(ends.data(), O_CLOEXEC) != 0)
            throw std::runtime_error("pipe failed");
    }
    ~Pipe() {
        close(0);
        close(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void close(std::size_t end) {
        if (ends.at(end) >= 0)
            ::close(ends.at(end));
        ends.at(end) = -1;
    }
    std::array<int, 2> ends{};
};

/// Appends what is there; false at the end.
bool drain(int descriptor, std::string& text) {
    std::array<char, 65536> piece;
    const ssize_t got = read(descriptor, piece.data(), piece.size());
    if (got > 0)
        text.append(piece.data(), static_cast<std::size_t>(got));
    return got > 0;
}

/// Reads both streams to their ends; false if that takes too long.
bool collect(Pipe& output, Pipe& errors, Finished& finished, Clock::time_point deadline) {
    while (output.ends[0] >= 0 || errors.ends[0] >= 0) {
        std::array<pollfd, 2> waiting{pollfd{output.ends[0], POLLIN, 0}, pollfd{errors.ends[0], POLLIN, 0}};
        if (poll(waiting.data(), waiting.size(), millisecondsUntil(deadline)) <= 0)
            return false;
        if (waiting[0].revents != 0 && !drain(output.ends[0], finished.output))
            output.close(0);
        if (waiting[1].revents != 0 && !drain(errors.ends[0], finished.errors))
            errors.close(0);
    }
    return true;
}

void stop(int group) {
    kill(-group, SIGKILL);
    int status = 0;
    waitpid(group, &status, 0);
}

/// Children that their parents left behind become this process's (PR_SET_CHILD_SUBREAPER).
void stopOrphans() {
    std::ifstream file("/proc/self/task/" + std::to_string(getpid()) + "/children");
    for (int child = 0; file >> child;)
        if (getpgid(child) != child)
            kill(child, SIGKILL);
    while (waitpid(0, nullptr, WNOHANG) > 0) {
    }
}

} // namespace

Finished run(const Arguments& arguments, const Environment& environment, const std::string& input, Seconds limit) {
    const auto deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(limit);
    Pipe in, out, err;
    const int child = spawn(arguments, environment, {in.ends[0], out.ends[1], err.ends[1]}, -1);
    in.close(0);
    out.close(1);
    err.close(1);
    if (!input.empty() && write(in.ends[1], input.data(), input.size()) != static_cast<ssize_t>(input.size()))
        throw std::runtime_error("the program doesn't read its input");
    in.close(1);
    Finished finished;
    if (!collect(out, err, finished, deadline)) {
        stop(child);
        finished.errors += "(stopped by the test: it took too long)";
        return finished;
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status))
        finished.status = WEXITSTATUS(status);
    return finished;
}

Process::Process(const Arguments& arguments, const Environment& environment, int keepOpen) {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    m_id = spawn(arguments, environment, {nowhere, nowhere, nowhere}, keepOpen);
    close(nowhere);
}

Process::~Process() {
    stop(m_id);
    stopOrphans();
}

std::string readLine(int descriptor, Seconds limit) {
    const auto deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(limit);
    std::string line;
    for (char letter = 0; letter != '\n';) {
        pollfd waiting{descriptor, POLLIN, 0};
        if (poll(&waiting, 1, millisecondsUntil(deadline)) <= 0 || read(descriptor, &letter, 1) != 1)
            return {};
        if (letter != '\n')
            line += letter;
    }
    return line;
}

void sleepFor(Seconds time) {
    std::this_thread::sleep_for(time);
}

} // namespace test
