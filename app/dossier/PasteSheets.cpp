#include "dossier/Sections.h"
#include "request/FormUrl.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

/// Longer prompts stand with their exhibits, and the page says so.
constexpr std::size_t kLongestValue = 1'200; ///< bytes

/// The letter that puts the wish; null where there is none.
const request::Letter* letterFor(Wish wish, const ComposedLetters& letters) {
    const auto at = std::find_if(letters.letters.begin(), letters.letters.end(), [&](const request::Letter& letter) {
        return letter.kind == request::letterFor(wish);
    });
    return at == letters.letters.end() ? nullptr : &*at;
}

/// Line ends as pages and terminals show them.
std::string withLineFeeds(std::string text) {
    for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at))
        text.erase(at, 1);
    return text;
}

/// "paste (required). The name was divided at its last space."
std::string adviceOf(const Scene& scene, const request::PasteField& field) {
    std::string text = scene.words("paste.action." + std::string(name(field.action)));
    if (field.required == request::Requirement::Yes)
        text += scene.words("paste.required");
    return field.note.empty() ? text : text + ". " + field.note;
}

/// What a field takes, or where in the dossier it stands.
std::string valueOf(const Scene& scene, const request::PasteField& field, const request::Letter* letter) {
    if (field.id == "context" && letter != nullptr && field.action == request::PasteAction::Paste)
        return scene.words("paste.see-letter", {{"letter", scene.words("letter." + std::string(name(letter->kind)))}});
    if (field.id == "prompts" && field.value.size() > kLongestValue)
        return scene.words("paste.see-exhibits");
    return escapeForDisplay(withLineFeeds(field.value), EscapeStyle::Block);
}

void addSheet(const Scene& scene, const request::PasteSheet& sheet, const request::Letter* letter, Pages& pages) {
    pages.blocks.push_back(
        pdf::Heading{.level = 2, .text = scene.words("wish." + std::string(name(sheet.wish))), .bookmark = ""});
    pdf::Spans link = plain(oneLine(sheet.title) + "\n");
    link.push_back(linkSpan(sheet.form));
    pages.blocks.push_back(pdf::Paragraph{std::move(link), pdf::ParagraphStyle::Body, true});
    if (!sheet.steps.empty())
        pages.blocks.push_back(pdf::Paragraph{plain(sheet.steps), pdf::ParagraphStyle::Small, true});
    if (!sheet.fieldsKnown)
        pages.blocks.push_back(
            pdf::Paragraph{plain(scene.words("paste.fields-unknown")), pdf::ParagraphStyle::Small, true});
    pdf::Table table;
    table.firstColumnIsHeader = true;
    table.columns = {{1.3, plain(scene.words("paste.column-field"))},
                     {2.4, plain(scene.words("paste.column-value"))},
                     {1.8, plain(scene.words("paste.column-action"))}};
    for (const request::PasteField& field : sheet.fields)
        table.rows.push_back(
            {bold(oneLine(field.label)), plain(valueOf(scene, field, letter)), plain(adviceOf(scene, field))});
    pages.blocks.push_back(std::move(table));
}

} // namespace

pdf::Span linkSpan(const FormUse& form) {
    const auto checked = request::checkFormUrl(form.url);
    if (!checked)
        return {oneLine(form.url), pdf::SpanStyle::Mono};
    return {checked->text, pdf::SpanStyle::Regular, {}, checked->text};
}

Result<std::vector<request::PasteSheet>> composePasteSheets(const Scene& scene, const ComposedLetters& letters) {
    request::PasteInput input;
    input.details = scene.content.details;
    for (const DisclosedExhibit& exhibit : scene.content.exhibits)
        for (const DisclosedItem* prompt : exhibit.of(Role::Prompt))
            if (prompt->leaf && prompt->text && !firstInvalidUtf8(*prompt->text))
                input.prompts.push_back({exhibit.number, *prompt->text});
    std::vector<request::PasteSheet> sheets;
    for (const Wish wish : input.details.wishes) {
        input.letter = letterFor(wish, letters);
        auto sheet = request::pasteSheet(wish, input, scene.forms, scene.words.strings());
        if (sheet)
            sheets.push_back(*std::move(sheet));
        else if (sheet.error().code != ErrorCode::NotFound)
            return fail(std::move(sheet.error()));
    }
    return sheets;
}

void addPasteSheets(const Scene& scene, const std::vector<request::PasteSheet>& sheets, const ComposedLetters& letters,
                    Pages& pages) {
    if (sheets.empty())
        return;
    const std::string title = scene.words("paste.title");
    pages.blocks.push_back(
        pdf::Heading{.level = 1, .text = title, .newPage = true, .bookmark = title, .runningTitle = title});
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("paste.lead"))});
    for (const request::PasteSheet& sheet : sheets)
        addSheet(scene, sheet, letterFor(sheet.wish, letters), pages);
}

} // namespace exhibit::dossier
