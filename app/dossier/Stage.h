#pragma once
// Everything that a Scene refers to, held together.

#include "dossier/Sections.h"

namespace exhibit::dossier {

class Stage {
public:
    /// Reads the case as an export with these options would. Errors as exportDossier().
    static Result<Stage> set(const CaseFile& caseFile, const ExportOptions& options, const Clock& clock,
                             const Progress& progress = {});
    /// Valid as long as the stage stays where it is.
    [[nodiscard]] Scene scene() const { return {m_content, m_words, m_forms, m_options, m_now}; }

    [[nodiscard]] Content& content() { return m_content; }

private:
    Stage(Content content, Wording words, request::FormDirectory forms, ExportOptions options, TimeReading now)
        : m_content(std::move(content)), m_words(std::move(words)), m_forms(std::move(forms)),
          m_options(std::move(options)), m_now(std::move(now)) {}

    Content m_content;
    Wording m_words;
    request::FormDirectory m_forms;
    ExportOptions m_options;
    TimeReading m_now;
};

} // namespace exhibit::dossier
