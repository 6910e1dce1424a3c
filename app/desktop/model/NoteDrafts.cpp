#include "desktop/model/NoteDrafts.h"

#include "core/Bytes.h"
#include "desktop/model/FileNames.h"
#include "dossier/Notes.h"
#include "store/AtomicFile.h"

namespace exhibit::desktop {

NoteDrafts::NoteDrafts(const std::filesystem::path& casePath)
    : m_folder(casePath.parent_path() / ("." + casePath.stem().string() + ".notes")) {}

std::filesystem::path NoteDrafts::fileOf(int exhibit) const {
    return m_folder / std::to_string(exhibit);
}

Result<> NoteDrafts::keep(int exhibit, const std::string& text) const {
    if (text.empty()) {
        discard(exhibit);
        return {};
    }
    EXHIBIT_TRY(makePrivateFolder(m_folder));
    EXHIBIT_ASSIGN(AtomicFile file, AtomicFile::open(fileOf(exhibit), Existing::Replace));
    EXHIBIT_TRY(file.write(bytesOf(text)));
    return file.commit();
}

std::string NoteDrafts::load(int exhibit) const {
    const auto file = FileSource::open(fileOf(exhibit));
    if (!file)
        return {};
    const auto bytes = (*file)->readAll(dossier::kLongestNote);
    return bytes ? std::string(textOf(*bytes)) : std::string();
}

void NoteDrafts::discard(int exhibit) const {
    std::error_code ignored;
    std::filesystem::remove(fileOf(exhibit), ignored);
    std::filesystem::remove(m_folder, ignored); // only if it is empty
}

void NoteDrafts::discardAll() const {
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

} // namespace exhibit::desktop
