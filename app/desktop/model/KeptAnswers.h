#pragma once
// Answers about a case that aren't saved yet, kept so that nothing is lost whenever the program ends.

#include "core/CaseTypes.h"

#include <filesystem>
#include <optional>

namespace exhibit::desktop {

/// A hidden file of mode 0600.
class KeptAnswers {
public:
    /// For a case that isn't made yet: ".new-case" in the folder of the cases.
    [[nodiscard]] static KeptAnswers ofNewCase(const std::filesystem::path& folder);
    /// Changes to a case: ".NAME.answers" beside it.
    [[nodiscard]] static KeptAnswers ofCase(const std::filesystem::path& path);

    [[nodiscard]] Result<> keep(const CaseDetails& answers) const;
    /// Nothing if none are kept, or what is there isn't ours.
    [[nodiscard]] std::optional<CaseDetails> load() const;
    /// Overwrites them and leaves nothing of them.
    void discard() const;

private:
    explicit KeptAnswers(std::filesystem::path file) : m_file(std::move(file)) {}

    std::filesystem::path m_file;
};

} // namespace exhibit::desktop
