#pragma once
// Marks and redactions of a case: checked against what they are about, and redacted copies made. The originals stay.

#include "core/Markup.h"
#include "store/CaseFile.h"

namespace exhibit::dossier {

template <class Markup>
struct Numbered {
    int number = 1;
    Markup markup;
};
[[nodiscard]] Result<std::vector<Numbered<Mark>>> marksOf(const CaseFile& caseFile, int exhibit);
[[nodiscard]] Result<std::vector<Numbered<Redaction>>> redactionsOf(const CaseFile& caseFile, int exhibit);

/// The phrases of all redactions of texts that cover texts of this role.
[[nodiscard]] std::vector<std::string> phrasesFor(Role role, const std::vector<Numbered<Redaction>>& redactions);
/// The phrases of all redactions of texts, whatever they cover.
[[nodiscard]] std::vector<std::string> allPhrases(const std::vector<Numbered<Redaction>>& redactions);

/// Answers the mark's number. NotFound if there is no such picture or the words don't stand in the text,
/// InvalidArgument for a rectangle that isn't within its picture.
[[nodiscard]] Result<int> addMark(CaseFile& caseFile, int exhibit, const Mark& mark);
[[nodiscard]] Result<> removeMark(CaseFile& caseFile, int exhibit, int number);

/// Answers the redactions' numbers. Errors as addMark(); a text must stand somewhere in what it covers.
[[nodiscard]] Result<std::vector<int>> addRedactions(CaseFile& caseFile, int exhibit,
                                                     const std::vector<Redaction>& redactions);
/// What it took out goes out again from the next export on.
[[nodiscard]] Result<> removeRedaction(CaseFile& caseFile, int exhibit, int number);

} // namespace exhibit::dossier
