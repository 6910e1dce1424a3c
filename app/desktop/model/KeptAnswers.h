#pragma once
// Answers for a case that isn't made yet, kept so that nothing is lost whenever the program ends.

#include "core/CaseTypes.h"

#include <filesystem>
#include <optional>

namespace exhibit::desktop {

/// A hidden file in the folder of the cases, ".new-case", mode 0600.
class KeptAnswers {
public:
    explicit KeptAnswers(const std::filesystem::path& folder) : m_file(folder / ".new-case") {}

    [[nodiscard]] Result<> keep(const CaseDetails& answers) const;
    /// Nothing if none are kept, or what is there isn't ours.
    [[nodiscard]] std::optional<CaseDetails> load() const;
    void discard() const;

private:
    std::filesystem::path m_file;
};

} // namespace exhibit::desktop
