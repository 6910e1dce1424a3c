#include "cli/CaseAccess.h"
#include "cli/DetailsOptions.h"
#include "core/Text.h"
#include "dossier/Drafts.h"

namespace exhibit::cli {

namespace {

using request::PasteAction;
using request::PasteField;
using request::PasteSheet;

Json sheetJson(const PasteSheet& sheet) {
    Json fields = Json::array();
    for (const PasteField& field : sheet.fields)
        fields.push_back(Json{{"id", field.id},
                              {"label", field.label},
                              {"action", name(field.action)},
                              {"value", field.value},
                              {"note", field.note},
                              {"required", field.required == request::Requirement::Yes}});
    Json warnings = Json::array();
    for (const request::Warning& warning : sheet.warnings)
        warnings.push_back(Json{{"code", warning.code}, {"text", warning.text}});
    return Json{{"wish", name(sheet.wish)},         {"title", jsonText(sheet.title)},
                {"url", jsonText(sheet.form.url)},  {"seen", jsonText(sheet.form.seen)},
                {"fieldsKnown", sheet.fieldsKnown}, {"steps", sheet.steps},
                {"fields", std::move(fields)},      {"warnings", std::move(warnings)}};
}

std::string actionWord(PasteAction action) {
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
    return "fill in yourself";
}

/// Line ends as a terminal shows them; --field keeps the bytes.
std::string withLineFeeds(std::string text) {
    for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at))
        text.erase(at, 1);
    return text;
}

void printSheet(Console& console, const PasteSheet& sheet) {
    const auto line = [](std::string_view text) { return escapeForDisplay(text, EscapeStyle::Line); };
    console.printLine(console.styled(std::string(name(sheet.wish)) + ": " + line(sheet.title), Style::Bold));
    console.printLine(line(sheet.form.url) + (sheet.form.seen.empty() ? "" : "  (seen " + line(sheet.form.seen) + ")"));
    if (!sheet.steps.empty())
        console.printLine(wrapped(sheet.steps, 0));
    if (!sheet.fieldsKnown)
        console.printLine("The fields of this form are not on record; these are the ones that such forms usually "
                          "have.");
    for (const PasteField& field : sheet.fields) {
        console.printLine("");
        console.printLine(console.styled(line(field.label), Style::Bold) + "  [" + actionWord(field.action) +
                          (field.required == request::Requirement::Yes ? ", required]" : "]"));
        if (!field.note.empty())
            console.printLine("  (" + line(field.note) + ")");
        if (!field.value.empty())
            console.printLine(escapeForDisplay(withLineFeeds(field.value), EscapeStyle::Block));
    }
    for (const request::Warning& warning : sheet.warnings)
        console.warn(warning.text);
    console.printLine("");
}

class PasteSheetVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The case file.");
        options.choice("--wish", m_wish, wishNames(), "Only the form for this.");
        options.text("--field", "ID", m_field, "Print what goes into this field alone, byte for byte.");
        options.text("--exhibits", "NUMBERS", m_exhibits, "Only these, such as 2,5-7.");
        options.choice("--language", m_language, languageNames(), "Instead of the case's language.");
        declareJson(options);
        options.example("paste-sheet my.exhibit17 --wish concern");
        options.example("paste-sheet my.exhibit17 --wish concern --field prompts | xclip -selection clipboard");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(const CaseFile file, openCase(context, m_path, Access::Read));
        dossier::ExportOptions options;
        options.language = m_language.value_or("");
        if (m_exhibits) {
            EXHIBIT_ASSIGN(options.exhibits, exhibitNumbers(*m_exhibits));
        }
        EXHIBIT_ASSIGN(std::vector<PasteSheet> sheets, dossier::pasteSheets(file, options, context.clock));
        if (m_wish)
            std::erase_if(sheets, [&](const PasteSheet& sheet) { return name(sheet.wish) != *m_wish; });
        if (sheets.empty())
            return fail(ErrorCode::NotFound,
                        "The case has no form for this. Name what is asked for with \"exhibit17 set "
                        "CASE --wish\", or a link of your own with --form-url.");
        if (m_field)
            return printField(context.console, sheets);
        if (wantsJson()) {
            Json list = Json::array();
            for (const PasteSheet& sheet : sheets)
                list.push_back(sheetJson(sheet));
            printJson(context.console, Json{{"sheets", std::move(list)}});
            return kOk;
        }
        for (const PasteSheet& sheet : sheets)
            printSheet(context.console, sheet);
        return kOk;
    }

private:
    [[nodiscard]] Result<int> printField(Console& console, const std::vector<PasteSheet>& sheets) const {
        std::string known;
        for (const PasteField& field : sheets.front().fields) {
            if (field.id == *m_field) {
                if (field.value.empty())
                    return fail(ErrorCode::NotFound, "There is nothing to put into this field: " + field.note,
                                *m_field);
                console.print(field.value);
                return kOk;
            }
            known += (known.empty() ? "" : ", ") + field.id;
        }
        return fail(ErrorCode::NotFound, "The form has no such field. Known are: " + known + ".", *m_field);
    }

    std::string m_path;
    std::optional<std::string> m_wish, m_field, m_exhibits, m_language;
};

} // namespace

std::unique_ptr<Verb> makePasteSheet() {
    return std::make_unique<PasteSheetVerb>();
}

} // namespace exhibit::cli
