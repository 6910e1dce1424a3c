#pragma once
// Another program, started and waited for.

#include "core/Result.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace exhibit::cli {

struct ChildOptions {
    std::filesystem::path folder = {}; ///< to work in; empty: this one
    int output = -1;                   ///< descriptor for its standard output; -1: this program's
    bool search = false;               ///< find the program by PATH
};

/// A program that was started; killed if nobody waits for its end.
class Child {
public:
    /// NotFound if there is no such program.
    [[nodiscard]] static Result<Child> start(std::string program, const std::vector<std::string>& arguments,
                                             const ChildOptions& options = {});
    ~Child();
    Child(Child&& other) noexcept : m_id(std::exchange(other.m_id, 0)), m_program(std::move(other.m_program)) {}
    Child& operator=(Child&&) = delete;

    /// The exit status; 128 and more if a signal ended it.
    [[nodiscard]] Result<int> wait();

private:
    Child(int id, std::string program) : m_id(id), m_program(std::move(program)) {}

    int m_id; ///< 0: it has ended
    std::string m_program;
};

/// Starts it and waits for its end.
[[nodiscard]] Result<int> runChild(const std::string& program, const std::vector<std::string>& arguments,
                                   const ChildOptions& options = {});

} // namespace exhibit::cli
