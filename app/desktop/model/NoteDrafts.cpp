#include "desktop/model/NoteDrafts.h"

#include "core/Bytes.h"
#include "desktop/model/FileNames.h"
#include "dossier/Notes.h"
#include "store/AtomicFile.h"
#include "store/Beside.h"
#include "store/Shred.h"

namespace exhibit::desktop {

namespace {

std::string nameFor(int exhibit, const NoteDraft& draft) {
    std::string name = std::to_string(exhibit);
    if (draft.instead)
        name += "." + draft.instead->hex();
    return name;
}

void discardFile(const std::filesystem::path& file) {
    if (shred(file))
        return;
    std::error_code ignored; // what can't be overwritten is deleted all the same
    std::filesystem::remove(file, ignored);
}

} // namespace

NoteDrafts::NoteDrafts(const std::filesystem::path& casePath) : m_folder(besideCase(casePath, "notes")) {}

std::vector<std::filesystem::path> NoteDrafts::filesOf(int exhibit) const {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, ignored))
        if (entry.path().stem() == std::to_string(exhibit))
            files.push_back(entry.path());
    return files;
}

Result<> NoteDrafts::keep(int exhibit, const NoteDraft& draft) const {
    if (draft.text.empty()) {
        discard(exhibit);
        return {};
    }
    EXHIBIT_TRY(makePrivateFolder(m_folder));
    const std::filesystem::path path = m_folder / nameFor(exhibit, draft);
    EXHIBIT_ASSIGN(AtomicFile file, AtomicFile::open(path, Existing::Shred));
    EXHIBIT_TRY(file.write(bytesOf(draft.text)));
    EXHIBIT_TRY(file.commit());
    for (const std::filesystem::path& other : filesOf(exhibit))
        if (other != path)
            discardFile(other);
    return {};
}

NoteDraft NoteDrafts::load(int exhibit) const {
    NoteDraft draft;
    for (const std::filesystem::path& path : filesOf(exhibit)) {
        const auto file = FileSource::open(path);
        const auto bytes = file ? (*file)->readAll(dossier::kLongestNote) : Result<Bytes>(fail(file.error()));
        if (!bytes)
            continue;
        draft.text = textOf(*bytes);
        const std::string digest = path.extension().string();
        const auto instead = Digest::fromHex(std::string_view(digest).substr(digest.empty() ? 0 : 1));
        draft.instead = instead ? std::optional(*instead) : std::nullopt;
    }
    return draft;
}

void NoteDrafts::discard(int exhibit) const {
    for (const std::filesystem::path& file : filesOf(exhibit))
        discardFile(file);
    std::error_code ignored;
    std::filesystem::remove(m_folder, ignored); // only if it is empty
}

} // namespace exhibit::desktop
