#pragma once
// Child processes of the store's tests.

#include "InChild.h"

#include <cstdio>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace exhibit::test {

using ::test::dieWhenWritingPast;
using ::test::inChild;

/// A running program whose standard output is read through a pipe.
class Child {
public:
    explicit Child(std::vector<std::string> arguments) {
        int ends[2];
        if (::pipe(ends) != 0)
            std::abort();
        m_process = ::fork();
        if (m_process == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::close(ends[1]);
            std::vector<char*> pointers;
            for (std::string& argument : arguments)
                pointers.push_back(argument.data());
            pointers.push_back(nullptr);
            ::execv(pointers.front(), pointers.data());
            std::_Exit(127);
        }
        ::close(ends[1]);
        m_output = ends[0];
    }
    ~Child() {
        if (m_process > 0)
            finish();
        ::close(m_output);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// Waits for one byte of output; '\0' at the end.
    char readByte() {
        char byte = '\0';
        return ::read(m_output, &byte, 1) == 1 ? byte : '\0';
    }
    std::string readAll() {
        std::string all;
        for (char byte = readByte(); byte != '\0'; byte = readByte())
            all += byte;
        return all;
    }
    void kill() { ::kill(m_process, SIGKILL); }
    /// The exit status, or 128 and the signal's number.
    int finish() {
        int status = 0;
        ::waitpid(m_process, &status, 0);
        m_process = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

private:
    pid_t m_process = -1;
    int m_output = -1;
};

/// What the sqlite3 shell says to `sql`, without its last line end: a second opinion.
inline std::string sqliteShell(const std::string& file, const std::string& sql) {
    Child shell({EXHIBIT_SQLITE_SHELL, "-batch", file, sql});
    std::string output = shell.readAll();
    shell.finish();
    if (output.ends_with('\n'))
        output.pop_back();
    return output;
}

} // namespace exhibit::test
