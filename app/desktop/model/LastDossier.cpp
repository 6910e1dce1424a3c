#include "desktop/model/LastDossier.h"

#include "core/Hash.h"
#include "dossier/PictureFolder.h"

#include <algorithm>
#include <charconv>

namespace exhibit::desktop {

namespace {

std::string textIn(const Json& details, const char* key) {
    const auto found = details.find(key);
    return found != details.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<int> numbersIn(const Json& details, const std::vector<ExhibitSummary>& exhibits) {
    std::vector<int> numbers;
    const auto found = details.find("exhibits");
    for (const ExhibitSummary& exhibit : exhibits)
        if (!exhibit.withdrawn && found != details.end() &&
            std::find(found->begin(), found->end(), Json(exhibit.number)) != found->end())
            numbers.push_back(exhibit.number);
    return numbers;
}

Result<LastDossier> readExport(const CustodyEntry& entry, const std::vector<ExhibitSummary>& exhibits) {
    LastDossier last;
    EXHIBIT_ASSIGN(last.result.digest, Digest::fromHex(textIn(entry.details, "sha256")));
    EXHIBIT_ASSIGN(last.profile, dossier::profileFromName(textIn(entry.details, "profile")));
    const std::string size = textIn(entry.details, "size");
    std::from_chars(size.data(), size.data() + size.size(), last.result.size);
    last.result.exhibits = numbersIn(entry.details, exhibits);
    return last;
}

bool isSame(const std::filesystem::path& path, const Digest& digest, const Progress& progress) {
    const auto file = FileSource::open(path);
    if (!file)
        return false;
    const auto found = sha256(**file, progress);
    return found && *found == digest;
}

std::filesystem::path fileOf(const std::filesystem::path& folder, const dossier::ExportResult& made,
                             const Progress& progress) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        const bool isCandidate = entry.path().extension() == ".pdf" && entry.is_regular_file(ignored) &&
                                 entry.file_size(ignored) == made.size;
        if (isCandidate && isSame(entry.path(), made.digest, progress))
            return entry.path();
    }
    return {};
}

} // namespace

Result<LastDossier> lastDossier(const Desk& desk, const std::filesystem::path& path, const Progress& progress) {
    EXHIBIT_ASSIGN(const CaseFile file, desk.open(path, Access::Read));
    EXHIBIT_ASSIGN(const std::vector<std::string> lines, file.custodyLines());
    EXHIBIT_ASSIGN(const std::vector<ExhibitSummary> exhibits, file.exhibits());
    std::optional<CustodyEntry> made;
    for (const std::string& line : lines)
        if (auto entry = parseCustodyLine(line); entry && entry->event == "exported")
            made = *std::move(entry);
    if (!made)
        return fail(ErrorCode::NotFound, "No dossier was made yet.");
    EXHIBIT_ASSIGN(LastDossier last, readExport(*made, exhibits));
    last.result.logged = true;
    EXHIBIT_ASSIGN(const CaseSummary summary, desk.summary(path));
    last.isOld = summary.changedSinceDossier;
    EXHIBIT_ASSIGN(last.sent, file.isSent(last.result.digest));
    last.result.path = fileOf(path.parent_path(), last.result, progress);
    const auto pictures = dossier::pictureFolderOf(last.result.path);
    std::error_code ignored;
    if (!last.result.path.empty() && std::filesystem::is_directory(pictures, ignored))
        last.result.pictureFolder = pictures;
    return last;
}

} // namespace exhibit::desktop
