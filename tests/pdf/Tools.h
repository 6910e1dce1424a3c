#pragma once
// The tools of other people that read what we wrote, where they are installed.

#include "core/Bytes.h"

#include <filesystem>
#include <optional>
#include <string>

namespace exhibit::test {

/// A folder of its own that disappears with the test.
class TestFolder {
public:
    TestFolder();
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path file(const std::string& name, ByteView bytes) const;

private:
    std::filesystem::path m_path;
};

[[nodiscard]] bool hasTool(const std::string& name);

struct ToolResult {
    int status = -1;
    std::string output; ///< standard output and standard error
};
/// Runs a shell command.
[[nodiscard]] ToolResult runTool(const std::string& command);
[[nodiscard]] std::string readFile(const std::filesystem::path& path);

/// Without white space and bidirectional marks: what a program that reads a page can't know.
[[nodiscard]] std::string withoutSpaces(std::string_view utf8);

} // namespace exhibit::test
