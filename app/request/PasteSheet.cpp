#include "request/PasteSheet.h"

#include "request/CaseForms.h"

#include <algorithm>
#include <array>

namespace exhibit::request {
namespace {

/// What such forms ask for, where the fields of one aren't on record.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kUsualFields{{{"name", "text"},
                                                                                     {"email", "email"},
                                                                                     {"country", "country"},
                                                                                     {"prompts", "long-text"},
                                                                                     {"evidence", "file"},
                                                                                     {"context", "long-text"}}};

struct Name {
    std::string first;
    std::string last;
};

/// At the last space, as most names of Europe are written; the sheet asks the person to check it.
Name splitName(const std::string& name) {
    const std::size_t space = name.find_last_of(' ');
    if (space == std::string::npos)
        return {{}, name};
    return {name.substr(0, space), name.substr(space + 1)};
}

/// Several are named like the exhibits that they belong to.
std::string promptsOf(const std::vector<PastePrompt>& prompts, const Strings& words) {
    if (prompts.size() == 1)
        return prompts.front().text;
    std::string text;
    for (const PastePrompt& prompt : prompts)
        text += (text.empty() ? "" : "\n\n") + words("exhibit.title", {{"n", std::to_string(prompt.exhibit)}}) + ": " +
                prompt.text;
    return text;
}

bool names(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Fills the fields of one form.
class Filler {
public:
    Filler(Wish wish, const PasteInput& input, const FormDirectory& directory, const Strings& words)
        : m_wish(wish), m_input(input), m_words(words), m_country(directory.countries().find(input.details.country)) {}

    [[nodiscard]] PasteField fill(const FormField& field) const {
        PasteField filled{field.id, field.label.in(m_words.language()), PasteAction::Fill, {}, {}, field.required};
        setValue(field, filled);
        if (filled.action == PasteAction::Fill || !filled.value.empty())
            return filled;
        filled.action = PasteAction::Fill;
        filled.note = m_words("paste.not-given");
        return filled;
    }

private:
    void setValue(const FormField& field, PasteField& filled) const {
        const CaseDetails& details = m_input.details;
        const bool represented = !details.representative.name.empty();
        const auto paste = [&](std::string value, const char* note = nullptr) {
            filled.action = PasteAction::Paste;
            filled.value = std::move(value);
            if (note != nullptr)
                filled.note = m_words(note);
        };
        if (field.type == "choice")
            return choose(field, filled);
        if (field.type == "file")
            return attach(filled);
        if (field.id == "name")
            return paste(details.subject.name);
        if (field.id == "first-name")
            return paste(splitName(details.subject.name).first, "paste.check-name");
        if (field.id == "surname")
            return paste(splitName(details.subject.name).last, "paste.check-name");
        if (field.id == "email")
            return paste(represented ? details.representative.email : details.subject.email);
        if (field.id == "country")
            return setCountry(filled);
        if (field.id == "prompts")
            return paste(promptsOf(m_input.prompts, m_words), "paste.check-length");
        if (field.id == "context" && m_input.letter != nullptr)
            return paste(wordsOf(*m_input.letter), "paste.check-length");
        if ((field.id == "impact" || field.id == "reason") && !details.grounds.empty())
            return paste(details.grounds);
        filled.note = m_words(noteOf(field));
    }

    [[nodiscard]] static std::string noteOf(const FormField& field) {
        if (field.type == "captcha")
            return "paste.captcha";
        if (field.id == "code")
            return "paste.code";
        if (field.id == "impact")
            return "paste.impact";
        if (field.id == "reason")
            return "paste.reason";
        return "paste.own";
    }

    void setCountry(PasteField& filled) const {
        if (m_country == nullptr) {
            filled.note = m_words("paste.no-country");
            return;
        }
        filled.action = PasteAction::Choose;
        filled.value = m_country->nameIn(m_words.language());
    }

    void choose(const FormField& field, PasteField& filled) const {
        for (const FieldOption& option : field.options) {
            if (!names(option.purposes, name(m_wish)) || !residenceFits(option.residence, m_country))
                continue;
            filled.action = PasteAction::Choose;
            filled.value = option.label.in(m_words.language());
            if (!option.text.empty())
                filled.note = m_words("paste.worded", {{"text", option.text}});
            return;
        }
        filled.note = m_words("paste.no-option");
    }

    void attach(PasteField& filled) const {
        filled.action = PasteAction::Attach;
        filled.value = m_words("paste.evidence");
        filled.note = m_words("paste.evidence-note");
    }

    Wish m_wish;
    const PasteInput& m_input;
    const Strings& m_words;
    const Country* m_country;
};

std::vector<FormField> usualFields(const Strings& words) {
    std::vector<FormField> fields;
    for (const auto& [id, type] : kUsualFields) {
        const std::string label = words("paste.field." + std::string(id));
        FormField field;
        field.id = id;
        field.type = type;
        field.label = {label, label};
        fields.push_back(std::move(field));
    }
    return fields;
}

/// What the directory says of this form for this wish, if it names it.
const Choice* choiceOf(const Selection& selection, const std::string& id) {
    const auto at = std::find_if(selection.choices.begin(), selection.choices.end(),
                                 [&](const Choice& choice) { return choice.entry.id == id; });
    return at == selection.choices.end() ? nullptr : &*at;
}

void describe(const FormDirectory& directory, const Selection& selection, PasteSheet& sheet, const Strings& words) {
    const FormEntry* const entry = sheet.form.overridden ? nullptr : directory.find(sheet.form.id);
    sheet.title = entry != nullptr ? entry->description.in(words.language()) : sheet.form.title;
    if (const Choice* const choice = choiceOf(selection, sheet.form.id); choice != nullptr && entry != nullptr) {
        sheet.steps = choice->steps;
        sheet.warnings = choice->warnings;
    }
    sheet.warnings.insert(sheet.warnings.end(), selection.warnings.begin(), selection.warnings.end());
}

} // namespace

std::string_view name(PasteAction action) {
    switch (action) {
    case PasteAction::Paste:
        return "paste";
    case PasteAction::Choose:
        return "choose";
    case PasteAction::Attach:
        return "attach";
    case PasteAction::Fill:
        break;
    }
    return "fill";
}

std::string wordsOf(const Letter& letter) {
    std::string text = letter.subject;
    for (const LetterBlock& block : letter.blocks) {
        // The words before the program's table say nothing without it; the person's own stay.
        if (block.kind == BlockKind::Table && (!letter.ownWords || block.text.empty()))
            continue;
        text += "\n\n" + block.text;
        for (std::size_t i = 0; i < block.items.size(); ++i) {
            const std::string mark = block.kind == BlockKind::Numbered ? std::to_string(i + 1) + ". " : "- ";
            text += (i == 0 && block.text.empty() ? "" : "\n") + mark + block.items.at(i);
        }
    }
    return text;
}

Result<PasteSheet> pasteSheet(Wish wish, const PasteInput& input, const FormDirectory& directory,
                              const Strings& words) {
    const FormUse* const form = formFor(input.details, wish);
    if (form == nullptr)
        return fail(ErrorCode::NotFound,
                    "The case has no form for this request. \"exhibit17 forms\" lists what is known, and \"exhibit17 "
                    "set CASE --form-url\" takes a link of your own.",
                    std::string(name(wish)));
    PasteSheet sheet;
    sheet.wish = wish;
    sheet.form = *form;
    EXHIBIT_ASSIGN(const Selection selection,
                   directory.select(wish, input.details.surface, input.details.country, words.language()));
    describe(directory, selection, sheet, words);
    const FormEntry* const entry = form->overridden ? nullptr : directory.find(form->id);
    sheet.fieldsKnown = entry != nullptr && !entry->fields.empty();
    const Filler filler(wish, input, directory, words);
    for (const FormField& field : sheet.fieldsKnown ? entry->fields : usualFields(words))
        sheet.fields.push_back(filler.fill(field));
    return sheet;
}

} // namespace exhibit::request
