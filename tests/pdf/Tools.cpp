#include "Tools.h"

#include "core/Text.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unicode/uchar.h>
#include <unistd.h>

namespace exhibit::test {

TestFolder::TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "exhibit17-pdf-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        std::abort();
    m_path = pattern;
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path TestFolder::file(const std::string& name, ByteView bytes) const {
    const auto path = m_path / name;
    std::ofstream stream(path, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path;
}

bool hasTool(const std::string& name) {
    return runTool("command -v " + name).status == 0;
}

ToolResult runTool(const std::string& command) {
    ToolResult result;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr)
        return result;
    std::array<char, 65536> buffer{};
    for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        result.output.append(buffer.data(), count);
    const int status = pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

std::string readFile(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string withoutSpaces(std::string_view utf8) {
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const DecodedChar decoded = decodeUtf8(utf8.substr(at));
        const char32_t c = decoded.codePoint.value_or(0xFFFD);
        const bool isSpace = c <= 0x20 || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
        const bool isMark = c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        if (!isSpace && !isMark)
            appendUtf8(out, c);
        at += decoded.length;
    }
    return out;
}

} // namespace exhibit::test
