#pragma once
// Exhibits of a case in which the same was asked.

#include "store/CaseFile.h"

namespace exhibit::desktop {

/// One exhibit of several with the same prompt.
struct PromptRun {
    int exhibit = 0;
    std::optional<int> answer; ///< equal answers have equal numbers, from 1; nothing if there is no text of it
};

/// Exhibits with the same prompt, but for white space around it. One that was asked once is a group of its own.
struct PromptGroup {
    std::vector<PromptRun> runs;

    /// How often the commonest answer came; 0 if there is no text of an answer.
    [[nodiscard]] int sameAnswers() const;
    /// True if there is a text of every answer.
    [[nodiscard]] bool hasAllAnswers() const;
};

/// In the order of their first exhibits. `exhibits` as CaseFile::exhibits() answers them, none withdrawn.
[[nodiscard]] Result<std::vector<PromptGroup>> promptGroups(const CaseFile& file,
                                                            const std::vector<ExhibitSummary>& exhibits);

} // namespace exhibit::desktop
