#include "cli/Child.h"

#include <cerrno>
#include <csignal>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace exhibit::cli {

namespace {

/// posix_spawn's lists, freed on every way out.
struct SpawnSettings {
    SpawnSettings() {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawnattr_init(&attributes);
        // This program ignores SIGPIPE; an ignored signal would be inherited.
        sigset_t signals;
        ::sigemptyset(&signals);
        ::sigaddset(&signals, SIGPIPE);
        ::posix_spawnattr_setsigdefault(&attributes, &signals);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnSettings() {
        ::posix_spawnattr_destroy(&attributes);
        ::posix_spawn_file_actions_destroy(&actions);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

} // namespace

Child::~Child() {
    if (m_id == 0)
        return;
    ::kill(m_id, SIGKILL);
    static_cast<void>(wait());
}

Result<int> Child::wait() {
    const pid_t child = std::exchange(m_id, 0);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return fail(systemError(errno, "It can't be waited for", m_program));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Result<Child> Child::start(std::string program, const std::vector<std::string>& arguments,
                           const ChildOptions& options) {
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    SpawnSettings settings;
    if (!options.folder.empty())
        ::posix_spawn_file_actions_addchdir_np(&settings.actions, options.folder.c_str());
    if (options.output >= 0)
        ::posix_spawn_file_actions_adddup2(&settings.actions, options.output, 1);
    pid_t child = 0;
    const auto spawn = options.search ? ::posix_spawnp : ::posix_spawn;
    const int error = spawn(&child, program.c_str(), &settings.actions, &settings.attributes, pointers.data(), environ);
    if (error != 0)
        return fail(systemError(error, "It can't be started", program));
    return Child(child, std::move(program));
}

Result<int> runChild(const std::string& program, const std::vector<std::string>& arguments,
                     const ChildOptions& options) {
    EXHIBIT_ASSIGN(Child child, Child::start(program, arguments, options));
    return child.wait();
}

} // namespace exhibit::cli
