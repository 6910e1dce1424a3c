#pragma once
// Notes that a person writes about an exhibit after its capture. What was captured never changes: such a note is an
// artifact that the capture record doesn't name; the custody log tells when it came. A dossier says so beside it.

#include "store/CaseFile.h"

#include <vector>

namespace exhibit::dossier {

/// Bytes.
inline constexpr std::size_t kLongestNote = std::size_t{1} << 20;

struct LaterNote {
    int number = 1; ///< among all notes of the exhibit, captured ones too
    Artifact artifact;
    Instant writtenAt; ///< of its entry in the log
};
/// In the order in which they were written.
[[nodiscard]] Result<std::vector<LaterNote>> laterNotes(const CaseFile& caseFile, int exhibit);

/// Answers the note's number. Words that the exhibit's redactions take out are taken out of it too. InvalidArgument for
/// a text that is blank or has a NUL, LimitExceeded for one longer than kLongestNote, NotFound for an exhibit that
/// isn't there or was withdrawn. `instead` is the number of a note that is destroyed in the same step; errors as
/// removeNote().
[[nodiscard]] Result<int> addNote(CaseFile& caseFile, int exhibit, std::string_view text,
                                  std::optional<int> instead = std::nullopt);
/// Destroys the note. InvalidArgument for one that was captured, NotFound for one that isn't there.
[[nodiscard]] Result<> removeNote(CaseFile& caseFile, int exhibit, int number);

} // namespace exhibit::dossier
