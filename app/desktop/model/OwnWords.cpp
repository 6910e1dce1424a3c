#include "desktop/model/OwnWords.h"

#include <algorithm>

namespace exhibit::desktop {

namespace {

bool isSame(const dossier::LetterDraft& one, const dossier::LetterDraft& other) {
    return one.kind == other.kind && one.language == other.language;
}

} // namespace

void OwnWords::put(const std::filesystem::path& path, const dossier::LetterDraft& letter) {
    std::erase_if(m_words, [&](const Words& words) { return words.path == path && isSame(words.letter, letter); });
    m_words.push_back({path, letter});
}

const dossier::LetterDraft* OwnWords::find(const std::filesystem::path& path,
                                           const dossier::LetterDraft& letter) const {
    const auto found = std::ranges::find_if(
        m_words, [&](const Words& words) { return words.path == path && isSame(words.letter, letter); });
    return found == m_words.end() ? nullptr : &found->letter;
}

void OwnWords::remove(const std::filesystem::path& path, const dossier::LetterDraft& letter) {
    std::erase_if(m_words, [&](const Words& words) {
        return words.path == path && isSame(words.letter, letter) && words.letter.text == letter.text;
    });
}

void OwnWords::forget(const std::filesystem::path& path) {
    std::erase_if(m_words, [&](const Words& words) { return words.path == path; });
}

std::vector<dossier::LetterDraft> OwnWords::of(const std::filesystem::path& path) const {
    std::vector<dossier::LetterDraft> letters;
    for (const Words& words : m_words)
        if (words.path == path)
            letters.push_back(words.letter);
    return letters;
}

Result<> keepWords(const Desk& desk, const std::filesystem::path& path,
                   const std::vector<dossier::LetterDraft>& letters) {
    if (letters.empty())
        return {};
    EXHIBIT_ASSIGN(CaseFile file, desk.open(path, Access::Write));
    for (const dossier::LetterDraft& letter : letters)
        EXHIBIT_TRY(dossier::keepLetter(file, letter.kind, letter.language, letter.text));
    return {};
}

} // namespace exhibit::desktop
