#include "Program.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sstream>
#include <stdexcept>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace test {

namespace {

[[noreturn]] void stop(const std::string& what) {
    throw std::runtime_error("the test can't " + what);
}

struct Pipe {
    Pipe() {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            stop("make a pipe");
    }
    ~Pipe() {
        closeEnd(0);
        closeEnd(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void closeEnd(std::size_t which) {
        if (ends.at(which) >= 0)
            ::close(ends.at(which));
        ends.at(which) = -1;
    }
    std::array<int, 2> ends{-1, -1};
};

std::vector<char*> pointersTo(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& more) {
    std::vector<std::string> words;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string word(*entry);
        if (!more.contains(word.substr(0, word.find('='))))
            words.push_back(word);
    }
    for (const auto& [name, value] : more)
        words.push_back(name + "=" + value);
    return words;
}

/// Reads both pipes until they end or the time is over.
bool collect(std::array<Pipe*, 2> pipes, std::array<std::string*, 2> texts, int limitSeconds) {
    const auto deadline = ::time(nullptr) + limitSeconds;
    std::array<pollfd, 2> waiting{pollfd{pipes[0]->ends[0], POLLIN, 0}, pollfd{pipes[1]->ends[0], POLLIN, 0}};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        if (::time(nullptr) > deadline)
            return false;
        ::poll(waiting.data(), waiting.size(), 200);
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if ((waiting.at(i).revents & (POLLIN | POLLHUP | POLLERR)) == 0)
                continue;
            std::array<char, 65536> piece{};
            const ssize_t count = ::read(waiting.at(i).fd, piece.data(), piece.size());
            if (count > 0)
                texts.at(i)->append(piece.data(), static_cast<std::size_t>(count));
            else
                waiting.at(i).fd = -1;
        }
    }
    return true;
}

/// An input that fits into the pipe's buffer needs no second hand to feed it.
void feed(Pipe& pipe, const std::string& input) {
    if (input.size() > 60000)
        stop("feed so much standard input");
    if (::write(pipe.ends[1], input.data(), input.size()) != static_cast<ssize_t>(input.size()))
        stop("write standard input");
    pipe.closeEnd(1);
}

pid_t start(const std::vector<std::string>& arguments, const Run& how, Pipe& in, Pipe& out, Pipe& err) {
    std::vector<std::string> words{how.program.empty() ? EXHIBIT_PROGRAM : how.program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment = environmentWith(how.environment);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    if (!how.folder.empty())
        ::posix_spawn_file_actions_addchdir_np(&actions, how.folder.c_str());
    ::posix_spawn_file_actions_adddup2(&actions, in.ends[0], 0);
    if (how.output == Output::Read)
        ::posix_spawn_file_actions_adddup2(&actions, out.ends[1], 1);
    else if (how.output == Output::Full)
        ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/full", O_WRONLY, 0);
    else
        ::posix_spawn_file_actions_addclose(&actions, 1);
    ::posix_spawn_file_actions_adddup2(&actions, err.ends[1], 2);
    pid_t child = 0;
    const int failed = ::posix_spawn(&child, words.front().c_str(), &actions, nullptr, pointersTo(words).data(),
                                     pointersTo(environment).data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        stop("start " + words.front());
    return child;
}

} // namespace

Finished run(const std::vector<std::string>& arguments, const Run& how) {
    Pipe in;
    Pipe out;
    Pipe err;
    feed(in, how.input); // before anybody could close the other end
    const pid_t child = start(arguments, how, in, out, err);
    in.closeEnd(0);
    out.closeEnd(1);
    err.closeEnd(1);
    Finished finished;
    const bool inTime = collect({&out, &err}, {&finished.output, &finished.errors}, how.limitSeconds);
    if (!inTime)
        ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    finished.status = inTime && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return finished;
}

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "exhibit17-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        stop("make a folder");
    m_path = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string Folder::write(const std::string& name, const std::string& bytes) const {
    std::ofstream(m_path / name, std::ios::binary) << bytes;
    return (m_path / name).string();
}

std::string Folder::read(const std::string& name) const {
    std::ifstream file(m_path / name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

CaseFolder::CaseFolder() {
    const Finished made = run({"new", caseFile(), "--name", "Erika Muster", "--email", "erika@example.org", "--country",
                               "DE", "--surface", "meta.ai", "--wish", "erasure", "--wish", "objection"});
    if (made.status != 0)
        stop("make a case: " + made.errors);
}

std::string sample(const std::string& name) {
    return std::string(EXHIBIT_TEST_DATA "/") + name;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace test
