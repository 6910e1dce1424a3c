#pragma once
// What goes into each field of a form, ready to be copied.

#include "request/Letter.h"
#include "request/Strings.h"

namespace exhibit::request {

/// What the person does with a field.
enum class PasteAction {
    Paste,  ///< copy `value` into it
    Choose, ///< pick `value` there
    Attach, ///< hand over a file; `value` says which
    Fill,   ///< only the person can: a security check, a code sent by e-mail, their own words
};
[[nodiscard]] std::string_view name(PasteAction action);

struct PasteField {
    std::string id; ///< as in the form directory
    std::string label;
    PasteAction action = PasteAction::Fill;
    std::string value;
    std::string note; ///< what to know about it; may be empty
    Requirement required = Requirement::Unknown;
};

struct PasteSheet {
    Wish wish = Wish::Concern;
    FormUse form;
    std::string title;              ///< of the form, in the language of the sheet
    bool fieldsKnown = true;        ///< otherwise the fields are those that such forms usually have
    std::string steps;              ///< what to choose there first; may be empty
    std::vector<PasteField> fields; ///< in the order of the form
    std::vector<Warning> warnings;
};

/// A prompt that belongs in the form.
struct PastePrompt {
    int exhibit = 0;
    std::string text;
};

struct PasteInput {
    CaseDetails details;
    std::vector<PastePrompt> prompts;
    const Letter* letter = nullptr; ///< the one that puts the wish; its words go into the fields for reasons
};

/// The sheet for the case's form for a wish. NotFound if the case has no form for it.
[[nodiscard]] Result<PasteSheet> pasteSheet(Wish wish, const PasteInput& input, const FormDirectory& directory,
                                            const Strings& words);

/// Subject and words of a letter without its table, for a field of a form.
[[nodiscard]] std::string wordsOf(const Letter& letter);

} // namespace exhibit::request
