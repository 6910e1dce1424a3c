#pragma once
// What the tests of the dossier share: a case with real pictures, its export, and tools of other makers.

#include "dossier/Export.h"
#include "dossier/Verify.h"
#include "pdf/Fonts.h"
#include "store/CaseFile.h"

#include <filesystem>
#include <string>
#include <vector>

namespace exhibit::test {

/// A folder that goes away with everything in it.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// Clock, random bytes and fonts that repeat.
struct World {
    World();
    FixedClock clock;
    SeededRandom random{17};
    StoreEnvironment environment{clock, random, "exhibit17 test"};
    [[nodiscard]] static const pdf::FontProvider& fonts();
    [[nodiscard]] dossier::ExportEnvironment exporting() const { return {clock, fonts()}; }
};

[[nodiscard]] SharedSource sample(const std::string& name);
[[nodiscard]] Bytes readFile(const std::filesystem::path& path);
[[nodiscard]] std::string readText(const std::filesystem::path& path);
void writeFile(const std::filesystem::path& path, ByteView bytes);

[[nodiscard]] CaseDetails details();
[[nodiscard]] CapturedItem picture(const std::string& sampleName, std::uint32_t width, std::uint32_t height);
/// A prompt, a response and one screenshot.
[[nodiscard]] Capture capture(const World& world, std::string_view prompt, std::string_view response,
                              std::vector<CapturedItem> pictures);
/// A case with two exhibits: desk-1x-light.png, and phone-2x-light.png with a JPEG.
[[nodiscard]] CaseFile makeCase(World& world, const std::filesystem::path& path);
/// Export that must succeed.
dossier::ExportResult exportTo(World& world, CaseFile& file, const std::filesystem::path& path,
                               const dossier::ExportOptions& options = {});

[[nodiscard]] dossier::Verification verify(const std::filesystem::path& path);
[[nodiscard]] std::vector<std::string> codes(const dossier::Verification& verification);
[[nodiscard]] bool has(const dossier::Verification& verification, std::string_view code);
/// All findings worse than a note, for messages.
[[nodiscard]] std::string describe(const dossier::Verification& verification);

struct CommandResult {
    int status = -1;
    std::string output; ///< of both streams
};
[[nodiscard]] CommandResult run(const std::string& command);
[[nodiscard]] std::string quoted(const std::filesystem::path& path);
/// Takes the attachments out by pdfdetach into a new folder.
void detach(const std::filesystem::path& dossier, const std::filesystem::path& folder);
/// Everything that the file holds: raw, with its streams decoded by qpdf, its texts by pdftotext, its attachments.
[[nodiscard]] std::string everythingIn(const std::filesystem::path& dossier, const Folder& folder);

} // namespace exhibit::test
