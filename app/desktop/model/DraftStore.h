#pragma once
// What isn't saved yet, kept beside its case, so that nothing is lost whenever the program ends.

#include "desktop/model/ExhibitDraft.h"

#include <filesystem>

namespace exhibit::desktop {

struct KeptDraft {
    ExhibitDraft draft; ///< without pictures
    /// Of each picture the frames that it was made of, as they were taken: the image gate has to see them again.
    std::vector<std::vector<CapturedItem>> pictures;
    int unreadable = 0; ///< pictures whose bytes are gone
};

/// A hidden folder beside the case, ".NAME.draft", mode 0700, with files of mode 0600. Not for several threads at once.
class DraftStore {
public:
    explicit DraftStore(const std::filesystem::path& casePath);

    [[nodiscard]] bool exists() const;
    /// Each picture is written once, the rest each time; the folder holds the new draft afterwards, or the old one.
    /// An empty draft is discarded.
    [[nodiscard]] Result<> keep(const ExhibitDraft& draft);
    /// In memory: its files may go any time. NotFound if there is none, Malformed if it isn't ours.
    [[nodiscard]] Result<KeptDraft> load();
    /// Gives what load() refuses another name, so that the next draft doesn't take its place. Answers that folder.
    [[nodiscard]] Result<std::filesystem::path> setAside();
    /// Overwrites it and leaves nothing of it.
    void discard();
    /// Before a draft becomes an exhibit: the number of the case's last exhibit then, 0 for none. Goes with the draft.
    [[nodiscard]] Result<> noteSaving(int lastExhibit);
    /// Nothing if no saving was begun.
    [[nodiscard]] std::optional<int> savingAfter() const;

private:
    [[nodiscard]] Result<std::string> keepBytes(const SharedSource& bytes);
    void removeUnused(const std::vector<std::string>& used);

    std::filesystem::path m_folder;
    std::vector<std::pair<SharedSource, std::string>> m_kept; ///< which file holds which bytes
    int m_lastNumber = 0;
};

} // namespace exhibit::desktop
