#include "dossier/Drafts.h"

#include "dossier/Stage.h"
#include "dossier/WordSearch.h"
#include "request/LetterText.h"

#include <algorithm>

namespace exhibit::dossier {

Result<LetterDrafts> letterDrafts(const CaseFile& caseFile, const ExportOptions& options, const Clock& clock) {
    EXHIBIT_ASSIGN(const Stage stage, Stage::set(caseFile, options, clock));
    const Scene scene = stage.scene();
    ComposedLetters composed = composeLetters(scene);
    LetterDrafts drafts;
    drafts.warnings = std::move(composed.warnings);
    EXHIBIT_ASSIGN(const CaseDetails details, caseFile.details());
    for (const request::Letter& letter : composed.letters) {
        std::string text = request::editableText(letter);
        // The person gets back what they wrote, and not what redactions make of it in a dossier.
        for (const OwnLetter& own : details.letters)
            if (letter.ownWords && own.kind == name(letter.kind) && own.language == letter.language)
                text = own.text;
        drafts.letters.push_back({letter.kind, letter.language, scene.words("letter." + std::string(name(letter.kind))),
                                  std::move(text), letter.ownWords, letter.notice});
    }
    return drafts;
}

namespace {

auto findLetter(std::vector<OwnLetter>& letters, request::LetterKind kind, std::string_view language) {
    return std::find_if(letters.begin(), letters.end(), [&](const OwnLetter& letter) {
        return letter.kind == name(kind) && letter.language == language;
    });
}

} // namespace

Result<> keepLetter(CaseFile& caseFile, request::LetterKind kind, std::string_view language, std::string_view text) {
    EXHIBIT_TRY(request::readEditableText(text));
    if (text.find(kRedactionToken) != std::string_view::npos)
        return fail(ErrorCode::InvalidArgument,
                    "The letter holds " + std::string(kRedactionToken) +
                        ", which stands for words that were redacted. Write something else there.");
    EXHIBIT_TRY(Wording::load(language));
    EXHIBIT_ASSIGN(CaseDetails details, caseFile.details());
    OwnLetter own{std::string(name(kind)), std::string(language), std::string(text)};
    const auto present = findLetter(details.letters, kind, language);
    if (present != details.letters.end())
        *present = std::move(own);
    else
        details.letters.push_back(std::move(own));
    return caseFile.setDetails(details);
}

Result<> dropLetter(CaseFile& caseFile, request::LetterKind kind, std::string_view language) {
    EXHIBIT_ASSIGN(CaseDetails details, caseFile.details());
    const auto present = findLetter(details.letters, kind, language);
    if (present == details.letters.end())
        return fail(ErrorCode::NotFound, "The case has no letter of your own of this kind and language.",
                    std::string(name(kind)) + ", " + std::string(language));
    details.letters.erase(present);
    return caseFile.setDetails(details);
}

Result<std::vector<request::PasteSheet>> pasteSheets(const CaseFile& caseFile, const ExportOptions& options,
                                                     const Clock& clock) {
    EXHIBIT_ASSIGN(const Stage stage, Stage::set(caseFile, options, clock));
    const Scene scene = stage.scene();
    return composePasteSheets(scene, composeLetters(scene));
}

} // namespace exhibit::dossier
