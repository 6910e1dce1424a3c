#pragma once
// Words of the person for letters that stand nowhere else: the case hasn't taken them yet, or holds them no more.

#include "desktop/model/Desk.h"
#include "dossier/Drafts.h"

namespace exhibit::desktop {

class OwnWords {
public:
    /// One text for each case, kind of letter and language; the last one counts.
    void put(const std::filesystem::path& path, const dossier::LetterDraft& letter);
    /// Null if there are none. Valid until the next change.
    [[nodiscard]] const dossier::LetterDraft* find(const std::filesystem::path& path,
                                                   const dossier::LetterDraft& letter) const;
    /// If there are these and no others.
    void remove(const std::filesystem::path& path, const dossier::LetterDraft& letter);
    /// The case is gone.
    void forget(const std::filesystem::path& path);
    [[nodiscard]] std::vector<dossier::LetterDraft> of(const std::filesystem::path& path) const;

private:
    struct Words {
        std::filesystem::path path;
        dossier::LetterDraft letter;
    };
    std::vector<Words> m_words;
};

/// Writes them into the case: dossier::keepLetter().
[[nodiscard]] Result<> keepWords(const Desk& desk, const std::filesystem::path& path,
                                 const std::vector<dossier::LetterDraft>& letters);

} // namespace exhibit::desktop
