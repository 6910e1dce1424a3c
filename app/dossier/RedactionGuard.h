#pragma once
// What the redactions of an exhibit mean for a dossier: what stays at home, what is said about it, and a last look at
// what goes out.

#include "dossier/Disclosure.h"

namespace exhibit::dossier {

using Redactions = std::vector<Numbered<Redaction>>;

/// Fills in what was marked and redacted, without redacted words.
[[nodiscard]] Result<> addMarkups(const CaseFile& caseFile, const Exhibit& stored, const Redactions& redactions,
                                  DisclosedExhibit& exhibit);

/// True if the artifact must stay at home: a redacted copy stands for it, or nobody can tell what it holds of what was
/// redacted. A redacted copy itself goes out.
[[nodiscard]] bool isKeptBack(const std::vector<Artifact>& artifacts, const Artifact& artifact,
                              const Redactions& redactions);

/// True if a redacted copy of the artifact's original, or of what was derived of that, stands for it.
[[nodiscard]] bool hasRedactedCopy(const std::vector<Artifact>& artifacts, const Artifact& artifact);

/// Corrupt if something would go out that a redaction covers, whatever the case file says about its copies.
[[nodiscard]] Result<> checkRedacted(const DisclosedExhibit& exhibit, const Redactions& redactions);

/// What was redacted in an exhibit isn't told by a letter of the person's own either.
void redactOwnWords(const std::map<int, Redactions>& redactions, CaseDetails& details);

/// What the person should look at before they send the dossier: what was redacted in one place may stand in another.
/// `redactions` of the case's exhibits, also of those that stay at home.
[[nodiscard]] std::vector<std::string>
redactionWarnings(const Content& content, const std::map<int, Redactions>& redactions, const ExportOptions& options);

} // namespace exhibit::dossier
