#pragma once
// Child processes of a test, with strict time limits. Whatever a child starts ends with the test, failed or not.

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace test {

using Arguments = std::vector<std::string>;
using Environment = std::map<std::string, std::string>;
using Seconds = std::chrono::duration<double>;

/// What a program said and how it ended.
struct Finished {
    int status = -1; ///< exit status; -1 if it was stopped for taking too long or died of a signal
    std::string output;
    std::string errors;
};

/// Runs a program to its end. The environment is this one and nothing of the test's own.
Finished run(const Arguments& arguments, const Environment& environment, const std::string& input = {},
             Seconds limit = Seconds(20));

/// A program that runs as long as this object.
class Process {
public:
    /// `keepOpen` is a descriptor that the child inherits; -1 for none. Its own output goes nowhere.
    Process(const Arguments& arguments, const Environment& environment, int keepOpen = -1);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    [[nodiscard]] int id() const { return m_id; }

private:
    int m_id;
};

/// The first line that something writes to a descriptor; "" if it takes too long.
std::string readLine(int descriptor, Seconds limit);

/// Asks until the answer is yes; false if it takes too long.
template <class Condition>
bool waitUntil(Condition condition, Seconds limit);

void sleepFor(Seconds time);

template <class Condition>
bool waitUntil(Condition condition, Seconds limit) {
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        sleepFor(Seconds(0.05));
    }
    return true;
}

} // namespace test
