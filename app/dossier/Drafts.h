#pragma once
// What an export asks for and discloses, before it is made: for people to read, to change and to copy.

#include "core/Manifest.h"
#include "dossier/Export.h"
#include "request/PasteSheet.h"

namespace exhibit::dossier {

struct LetterDraft {
    request::LetterKind kind = request::LetterKind::Concern;
    std::string language;
    std::string title;     ///< "Letter: erasure", in that language
    std::string text;      ///< as request/LetterText.h says
    bool ownWords = false; ///< it is the person's own (CaseDetails::letters)
    std::string notice;    ///< that it is no legal advice
};
struct LetterDrafts {
    std::vector<LetterDraft> letters;
    std::vector<std::string> warnings; ///< whole sentences: what is uncertain, and which letter couldn't be written
};
/// The letters that a dossier with these options would hold. Errors as exportDossier().
[[nodiscard]] Result<LetterDrafts> letterDrafts(const CaseFile& caseFile, const ExportOptions& options,
                                                const Clock& clock);

/// Keeps the person's own words for a letter in one language; they stand in every export in that language from now on.
/// InvalidArgument as request::readEditableText.
[[nodiscard]] Result<> keepLetter(CaseFile& caseFile, request::LetterKind kind, std::string_view language,
                                  std::string_view text);
/// Goes back to the program's letter. NotFound if there is no other.
[[nodiscard]] Result<> dropLetter(CaseFile& caseFile, request::LetterKind kind, std::string_view language);

/// What goes into the fields of the case's forms: one sheet for each of its wishes that has a form.
[[nodiscard]] Result<std::vector<request::PasteSheet>> pasteSheets(const CaseFile& caseFile,
                                                                   const ExportOptions& options, const Clock& clock);

/// A thing that a dossier tells whoever reads it.
struct DisclosedFact {
    std::string what;
    std::string value; ///< the beginning of a long one; escaped for one line
};
struct DisclosedGroup {
    std::string title; ///< "About you", "Exhibit 2", "Kept back"
    std::vector<DisclosedFact> facts;
};
struct DisclosurePreview {
    std::vector<DisclosedGroup> groups;
    std::vector<ManifestFile> files;    ///< the attachments but the manifest and the list of sums
    std::vector<std::string> warnings;
};
/// Everything that a dossier with these options would disclose, without making it, told in a language of the reader's
/// ("en", "de"; empty: the dossier's). Errors as exportDossier().
[[nodiscard]] Result<DisclosurePreview> previewDisclosure(const CaseFile& caseFile, const ExportOptions& options,
                                                          const Clock& clock, const Progress& progress = {},
                                                          std::string_view language = {});

} // namespace exhibit::dossier
