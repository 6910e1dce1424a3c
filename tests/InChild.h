#pragma once
// Work that may end badly, in a process of its own.

#include <cstdlib>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace test {

/// Runs `work` in a process of its own and answers its exit status.
template <class Work>
int inChild(Work&& work) {
    const pid_t process = ::fork();
    if (process == 0)
        std::_Exit(work());
    int status = 0;
    ::waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// The first write that goes past `bytes` of a file ends this process: between two of its steps, and without a word.
inline void dieWhenWritingPast(rlim_t bytes) {
    const rlimit none{0, 0};
    const rlimit limit{bytes, bytes};
    if (::setrlimit(RLIMIT_CORE, &none) != 0 || ::setrlimit(RLIMIT_FSIZE, &limit) != 0)
        std::abort();
}

} // namespace test
