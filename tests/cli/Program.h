#pragma once
// The real exhibit17, run as a person or a script runs it.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace test {

/// What a program said and how it ended.
struct Finished {
    int status = -1; ///< exit status; -1 if it was stopped for taking too long or died of a signal
    std::string output;
    std::string errors;
};

enum class Output { Read, Closed, Full };

struct Run {
    std::filesystem::path folder = {};                   ///< to work in
    std::string input = {};                              ///< on standard input, which is no terminal
    std::map<std::string, std::string> environment = {}; ///< besides this process's own
    Output output = Output::Read;                        ///< Full: /dev/full
    std::filesystem::path program = {};                  ///< instead of exhibit17
    int limitSeconds = 60;
};

Finished run(const std::vector<std::string>& arguments, const Run& how = {});

/// A folder of mode 0700 that is gone with its contents afterwards.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::string operator/(const std::string& name) const { return (m_path / name).string(); }
    /// Writes a file and answers its path.
    std::string write(const std::string& name, const std::string& bytes) const;
    [[nodiscard]] std::string read(const std::string& name) const;

private:
    std::filesystem::path m_path;
};

/// A case in a folder with nothing else in it: "my.exhibit17".
class CaseFolder : public Folder {
public:
    CaseFolder();
    [[nodiscard]] std::string caseFile() const { return *this / "my.exhibit17"; }
};

/// The path of one of the sample pictures.
std::string sample(const std::string& name);

bool contains(const std::string& text, const std::string& part);

} // namespace test
