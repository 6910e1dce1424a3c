#include "dossier/Notes.h"

#include "core/MarkupLog.h"
#include "dossier/Markups.h"
#include "dossier/WordSearch.h"

namespace exhibit::dossier {

namespace {

std::string exhibitPlace(int exhibit) {
    return "exhibit " + std::to_string(exhibit);
}

/// The exhibit's notes, captured ones too, without redacted copies.
Result<std::vector<Artifact>> notesOf(const CaseFile& caseFile, int number) {
    EXHIBIT_ASSIGN(const Exhibit exhibit, caseFile.exhibit(number));
    if (exhibit.withdrawn)
        return fail(ErrorCode::NotFound, "This exhibit was withdrawn: nothing of it is left.", exhibitPlace(number));
    std::vector<Artifact> notes;
    for (const Artifact& artifact : exhibit.artifacts)
        if (artifact.role == Role::Note && !artifact.parent)
            notes.push_back(artifact);
    return notes;
}

Result<MarkupLog> logOf(const CaseFile& caseFile, int exhibit) {
    EXHIBIT_ASSIGN(const std::vector<std::string> lines, caseFile.custodyLines());
    MarkupLog log;
    for (const std::string& line : lines) {
        EXHIBIT_ASSIGN(const CustodyEntry entry, parseCustodyLine(line));
        if (entry.exhibit == exhibit)
            log.note(entry);
    }
    return log;
}

Result<Revision> revisionOf(const CaseFile& caseFile, int exhibit) {
    Revision revision;
    revision.exhibit = exhibit;
    EXHIBIT_ASSIGN(revision.basis, caseFile.custodyState());
    return revision;
}

Result<std::int64_t> idOf(const std::vector<Artifact>& notes, int number, int exhibit) {
    if (number < 1 || static_cast<std::size_t>(number) > notes.size())
        return fail(ErrorCode::NotFound, "There is no note of this number. --list shows them.",
                    exhibitPlace(exhibit) + ", note " + std::to_string(number));
    return notes[static_cast<std::size_t>(number) - 1].id;
}

Result<CapturedItem> itemOf(std::string_view text) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return fail(ErrorCode::InvalidArgument, "The note is empty. Write what you want to add.");
    if (text.size() > kLongestNote)
        return fail(ErrorCode::LimitExceeded,
                    "The note is too long: it may have up to 1 MB. Add it as a file instead.");
    return textItem(Role::Note, text, Origin::Typed, true);
}

} // namespace

Result<std::vector<LaterNote>> laterNotes(const CaseFile& caseFile, int exhibit) {
    EXHIBIT_ASSIGN(const std::vector<Artifact> notes, notesOf(caseFile, exhibit));
    EXHIBIT_ASSIGN(const MarkupLog log, logOf(caseFile, exhibit));
    std::vector<LaterNote> later;
    int number = 0;
    for (const Artifact& note : notes) {
        ++number;
        if (const auto written = log.laterNotes().find(note.commitment()); written != log.laterNotes().end())
            later.push_back({number, note, written->second});
    }
    return later;
}

Result<int> addNote(CaseFile& caseFile, int exhibit, std::string_view text, std::optional<int> instead) {
    EXHIBIT_ASSIGN(const CapturedItem item, itemOf(text));
    EXHIBIT_ASSIGN(Revision revision, revisionOf(caseFile, exhibit));
    EXHIBIT_ASSIGN(const std::vector<Artifact> notes, notesOf(caseFile, exhibit));
    if (instead) {
        EXHIBIT_ASSIGN(const std::int64_t old, idOf(notes, *instead, exhibit));
        revision.removedNotes.push_back(old);
    }
    EXHIBIT_ASSIGN(const auto redactions, redactionsOf(caseFile, exhibit));
    Revision::Note note{item.mediaType, item.bytes, nullptr};
    const RedactedText redacted = redactText(text, phrasesOf(redactions, Role::Note));
    if (redacted.count > 0)
        note.redacted = std::make_shared<MemorySource>(std::string_view(redacted.text));
    revision.notes.push_back(std::move(note));
    EXHIBIT_TRY(caseFile.revise(revision));
    return static_cast<int>(notes.size()) + (instead ? 0 : 1);
}

Result<> removeNote(CaseFile& caseFile, int exhibit, int number) {
    EXHIBIT_ASSIGN(Revision revision, revisionOf(caseFile, exhibit));
    EXHIBIT_ASSIGN(const std::vector<Artifact> notes, notesOf(caseFile, exhibit));
    EXHIBIT_ASSIGN(const std::int64_t old, idOf(notes, number, exhibit));
    revision.removedNotes.push_back(old);
    EXHIBIT_TRY(caseFile.revise(revision));
    return {};
}

} // namespace exhibit::dossier
