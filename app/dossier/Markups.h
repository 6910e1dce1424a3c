#pragma once
// Marks and redactions of a case: checked against what they are about, and redacted copies made. The originals stay.

#include "core/Markup.h"
#include "store/CaseFile.h"

#include <map>

namespace exhibit::dossier {

template <class Markup>
struct Numbered {
    int number = 1;
    Markup markup;
    Salt salt;
    Commitment commitment; ///< as the custody log has it
};
[[nodiscard]] Result<std::vector<Numbered<Mark>>> marksOf(const CaseFile& caseFile, int exhibit);
[[nodiscard]] Result<std::vector<Numbered<Redaction>>> redactionsOf(const CaseFile& caseFile, int exhibit);

/// The words of the redactions that cover texts of this role, or of all that take words out.
[[nodiscard]] std::vector<std::string> phrasesOf(const std::vector<Numbered<Redaction>>& redactions,
                                                 std::optional<Role> role = std::nullopt);
/// The regions of the redactions of a screenshot, counting those that were captured.
[[nodiscard]] std::vector<Region> regionsOf(const std::vector<Numbered<Redaction>>& redactions, int screenshot);

/// Answers the mark's number. NotFound if there is no such picture or the words don't stand in the text: the message
/// says where they were looked for. InvalidArgument for a rectangle that isn't within its picture.
[[nodiscard]] Result<int> addMark(CaseFile& caseFile, int exhibit, const Mark& mark);
[[nodiscard]] Result<> removeMark(CaseFile& caseFile, int exhibit, int number);
/// Takes marks out by their numbers and puts others in, in one change. Answers the new numbers; errors as addMark().
[[nodiscard]] Result<std::vector<int>> reviseMarks(CaseFile& caseFile, int exhibit, const std::vector<int>& removed,
                                                   const std::vector<Mark>& added);

struct AddedRedactions {
    std::vector<int> numbers;
    std::map<Role, std::size_t> places; ///< how many words were taken out of, by role
};
/// Errors as addMark(); words must stand somewhere in what they cover.
[[nodiscard]] Result<AddedRedactions> addRedactions(CaseFile& caseFile, int exhibit,
                                                    const std::vector<Redaction>& redactions);
/// What it took out goes out again from the next export on.
[[nodiscard]] Result<> removeRedaction(CaseFile& caseFile, int exhibit, int number);
/// Undoes redactions by their numbers and makes others, in one change. Errors as addRedactions().
[[nodiscard]] Result<AddedRedactions> reviseRedactions(CaseFile& caseFile, int exhibit, const std::vector<int>& removed,
                                                       const std::vector<Redaction>& added);

/// What became of one of several exhibits.
struct RedactedExhibit {
    int exhibit = 0;
    AddedRedactions added;
    std::size_t exportsBefore = 0; ///< dossiers that still show it
};
/// The same in several exhibits. Words that don't stand in one of them may stand in the others: NotFound if they stand
/// in none.
[[nodiscard]] Result<std::vector<RedactedExhibit>> redactExhibits(CaseFile& caseFile, const std::vector<int>& exhibits,
                                                                  const std::vector<Redaction>& redactions);

/// How often words stand in the captured texts of an exhibit, by role; texts longer than kLongestText aren't looked
/// through. `role`: in texts of this role alone.
[[nodiscard]] Result<std::map<Role, std::size_t>> placesOf(const CaseFile& caseFile, const Exhibit& exhibit,
                                                           std::optional<Role> role, const std::string& words);

/// How many exports the custody log has that held the exhibit.
[[nodiscard]] Result<std::size_t> exportsOf(const CaseFile& caseFile, int exhibit);

} // namespace exhibit::dossier
