#pragma once
// What the tests of the store share: a private folder, a case in it, captures to put in.

#include "store/CaseFile.h"

#include <filesystem>
#include <string>
#include <unistd.h>

namespace exhibit::test {

enum class On { Memory, Disk };

/// A folder that goes away with everything in it. In memory, where syncing costs nothing, unless it is to hold much.
class Folder {
public:
    explicit Folder(On place = On::Memory) {
        const std::filesystem::path memory = "/dev/shm";
        const bool inMemory = place == On::Memory && ::access(memory.c_str(), W_OK) == 0;
        const auto above = inMemory ? memory : std::filesystem::temp_directory_path();
        std::string name = (above / "exhibit17-store-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// A clock and random bytes that repeat, and an environment made of them.
struct World {
    FixedClock clock{Instant{1'770'000'000'123'456'789}};
    SeededRandom random{17};
    StoreEnvironment environment{clock, random, "exhibit17 test"};
};

inline CaseDetails details() {
    CaseDetails result;
    result.subject = {"Erika Mustermann", "erika@example.org", "Heidestr. 17\n51147 Koeln"};
    result.country = "DE";
    result.wishes = {Wish::Concern, Wish::Erasure};
    return result;
}

inline CapturedItem item(Role role, std::string_view content, const std::string& mediaType = "image/png") {
    CapturedItem result;
    result.role = role;
    result.mediaType = mediaType;
    result.origin = Origin::File;
    result.bytes = std::make_shared<MemorySource>(content);
    return result;
}

/// A prompt, a response, a screenshot and a picture derived from it.
inline Capture capture(const std::string& prompt, std::string_view screenshot = "not really a picture") {
    Capture result;
    result.method = "import";
    result.surface = Surface::WhatsApp;
    result.time.utc = Instant{1'770'000'000'000'000'000};
    result.tool = "exhibit17 test";
    result.operatingSystem = "Linux";
    result.items.push_back(*textItem(Role::Prompt, prompt, Origin::Typed, true));
    result.items.push_back(*textItem(Role::Response, "Answer to: " + prompt, Origin::Clipboard, false));
    result.items.push_back(item(Role::Screenshot, screenshot));
    result.items.back().fileName = "shot.png";
    result.items.back().picture = PictureFacts{1080, 2340, 300, "HDMI-1"};
    result.items.push_back(item(Role::Screenshot, "derived from " + std::string(screenshot)));
    result.items.back().parent = 2;
    result.items.back().operation = "flatten-alpha";
    return result;
}

/// Findings that are worse than a note.
inline std::vector<std::string> faults(const CaseFile& file) {
    const auto findings = file.check();
    if (!findings)
        return {"error: " + findings.error().text()};
    std::vector<std::string> codes;
    for (const Finding& finding : *findings)
        if (finding.severity != Severity::Note)
            codes.push_back(finding.code);
    return codes;
}

inline std::string textOfFile(const std::filesystem::path& path) {
    const auto source = FileSource::open(path);
    if (!source)
        return {};
    const auto bytes = (*source)->readAll(std::uint64_t{1} << 30);
    return bytes ? std::string(textOf(*bytes)) : std::string();
}

inline void writeFile(const std::filesystem::path& path, std::string_view content) {
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    if (file == nullptr || std::fwrite(content.data(), 1, content.size(), file) != content.size())
        std::abort();
    std::fclose(file);
}

/// The names in a folder, sorted.
inline std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace exhibit::test
