#include "cli/CaseAccess.h"
#include "cli/DetailsOptions.h"
#include "cli/Input.h"
#include "core/Text.h"
#include "dossier/Drafts.h"
#include "request/LetterText.h"

namespace exhibit::cli {

namespace {

using request::LetterKind;

class LetterVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The case file.");
        options.argument("LETTER", m_kind, "Which: concern, erasure, rectification or access. Without it: all.",
                         Presence::Optional);
        options.file("--from", m_from,
                     "Use the text of this file in place of the program's letter; \"-\" is standard input. Its first "
                     "line is the subject; \"# \" begins a heading, \"- \" and \"1. \" items of a list, and the line "
                     "[exhibits] stands for the table of exhibits.");
        options.flag("--reset", m_reset, "Go back to the program's letter.");
        options.choice("--language", m_language, languageNames(), "Instead of the case's language.");
        declareJson(options);
        options.example("letter my.exhibit17 erasure > letter.txt");
        options.example("letter my.exhibit17 erasure --from letter.txt");
    }

    Result<int> run(Context& context) override {
        if (m_reset && m_from)
            return fail(ErrorCode::InvalidArgument, "--from and --reset don't go together.");
        if (!m_reset && !m_from)
            return print(context);
        if (m_kind.empty())
            return fail(ErrorCode::InvalidArgument,
                        "Which letter? Name it: concern, erasure, rectification or access.");
        return change(context);
    }

private:
    [[nodiscard]] Result<int> change(Context& context) const {
        EXHIBIT_ASSIGN(const LetterKind kind, request::letterKindFromName(m_kind));
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_path, Access::Write));
        EXHIBIT_ASSIGN(const CaseDetails details, file.details());
        const std::string language = m_language.value_or(details.language);
        if (m_reset) {
            EXHIBIT_TRY(dossier::dropLetter(file, kind, language));
            context.console.printLine("Dossiers hold the program's letter again.");
            return kOk;
        }
        EXHIBIT_ASSIGN(const SharedSource source, Input(context).file(*m_from));
        auto bytes = source->readAll(request::kLongestLetter);
        if (!bytes && bytes.error().code == ErrorCode::LimitExceeded)
            bytes.error().message = "This is too long for a letter: at most " +
                                    std::to_string(request::kLongestLetter) + " bytes of text fit.";
        if (!bytes)
            return fail(std::move(bytes.error()));
        EXHIBIT_TRY(dossier::keepLetter(file, kind, language, textOf(*bytes)));
        EXHIBIT_ASSIGN(const request::Countries countries, request::Countries::builtIn());
        const auto kinds = request::lettersFor(details.wishes, details.country, countries);
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
            context.console.warn(
                "The case doesn't ask for this in this country, so that dossiers don't hold the letter "
                "yet. \"exhibit17 set CASE --wish\" says what is asked for.");
        context.console.printLine(
            "The letter is kept. Dossiers in this language hold it in place of the program's. Go back with: exhibit17 "
            "letter CASE " +
            m_kind + " --reset");
        return kOk;
    }

    [[nodiscard]] Result<int> print(Context& context) const {
        EXHIBIT_ASSIGN(const CaseFile file, openCase(context, m_path, Access::Read));
        dossier::ExportOptions options;
        options.language = m_language.value_or("");
        EXHIBIT_ASSIGN(dossier::LetterDrafts drafts, dossier::letterDrafts(file, options, context.clock));
        if (!m_kind.empty()) {
            EXHIBIT_ASSIGN(const LetterKind kind, request::letterKindFromName(m_kind));
            std::erase_if(drafts.letters, [&](const dossier::LetterDraft& draft) { return draft.kind != kind; });
            for (const std::string& warning : drafts.letters.empty() ? drafts.warnings : std::vector<std::string>())
                context.console.warn(escapeForDisplay(warning, EscapeStyle::Line));
            if (drafts.letters.empty())
                return fail(
                    ErrorCode::NotFound,
                    "This case has no such letter. \"exhibit17 letter CASE\" prints those it has, and \"exhibit17 "
                    "set CASE --wish\" says what is asked for.",
                    m_kind);
        }
        show(context.console, drafts);
        return kOk;
    }

    void show(Console& console, const dossier::LetterDrafts& drafts) const {
        Json list = Json::array();
        for (const dossier::LetterDraft& draft : drafts.letters) {
            if (wantsJson()) {
                list.push_back(Json{{"letter", name(draft.kind)},
                                    {"language", draft.language},
                                    {"text", draft.text},
                                    {"own", draft.ownWords},
                                    {"notice", draft.notice}});
                continue;
            }
            if (m_kind.empty())
                console.printLine("==== " + std::string(name(draft.kind)) + (draft.ownWords ? " (your own)" : "") +
                                  " ====\n");
            console.print(draft.text);
            if (m_kind.empty())
                console.printLine("");
        }
        if (wantsJson())
            return printJson(console, Json{{"letters", std::move(list)}, {"warnings", drafts.warnings}});
        for (const std::string& warning : drafts.warnings)
            console.warn(escapeForDisplay(warning, EscapeStyle::Line));
        if (!drafts.letters.empty())
            console.warn(drafts.letters.front().notice);
    }

    std::string m_path;
    std::string m_kind;
    std::optional<std::string> m_from, m_language;
    bool m_reset = false;
};

} // namespace

std::unique_ptr<Verb> makeLetter() {
    return std::make_unique<LetterVerb>();
}

} // namespace exhibit::cli
