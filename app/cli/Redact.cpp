#include "cli/MarkupOptions.h"
#include "core/Text.h"
#include "dossier/Disclosure.h"

namespace exhibit::cli {

namespace {

std::vector<std::string> redactableRoles() {
    std::vector<std::string> names{std::string(name(Role::Screenshot))};
    for (const Role role : allRoles())
        if (dossier::isTextRole(role))
            names.emplace_back(name(role));
    return names;
}

class RedactVerb final : public Verb {
public:
    void declare(Options& options) override {
        m_markup.declareTarget(options);
        m_markup.declarePlace(options, redactableRoles());
        options.flag("--only-there", m_onlyThere,
                     "Take the words out of the text named by --on alone. Otherwise they are taken out of every text "
                     "of the exhibit, wherever they stand.");
        options.text("--reason", "TEXT", m_reason, "Why; the dossier says so.");
        options.group("Redactions there are");
        options.flag("--list", m_list, "List them.");
        options.text("--undo", "REDACTION", m_undo, "Undo the redaction of this number.");
        declareJson(options);
        options.example("redact my.exhibit17 1 --on screenshot --rect 40,120,300,24 --reason \"third person\"");
        options.example("redact my.exhibit17 1 --on response --text \"Seestr. 14\"");
        options.example("redact my.exhibit17 1 --undo 2");
    }

    Result<int> run(Context& context) override {
        if (m_list)
            return list(context);
        EXHIBIT_ASSIGN(const int exhibit, m_markup.exhibit());
        if (m_undo)
            return undo(context, exhibit);
        EXHIBIT_ASSIGN(const std::vector<Redaction> redactions, given());
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_markup.path(), Access::Write));
        EXHIBIT_ASSIGN(const std::vector<int> numbers, dossier::addRedactions(file, exhibit, redactions));
        report(context.console, exhibit, redactions, numbers);
        return kOk;
    }

private:
    [[nodiscard]] Result<std::vector<Redaction>> given() const {
        EXHIBIT_TRY(m_markup.checkPlace());
        EXHIBIT_ASSIGN(const std::optional<Role> on, m_markup.role());
        EXHIBIT_ASSIGN(const std::vector<Region> regions, m_markup.regions());
        Redaction redaction;
        redaction.reason = m_reason.value_or("");
        if (regions.empty()) {
            if (m_onlyThere && !on)
                return fail(ErrorCode::InvalidArgument, "--only-there needs --on, which says where.");
            redaction.text = *m_markup.text();
            if (m_onlyThere)
                redaction.on = on;
            return std::vector<Redaction>{redaction};
        }
        redaction.on = Role::Screenshot;
        EXHIBIT_ASSIGN(redaction.number, m_markup.screenshot());
        std::vector<Redaction> redactions;
        for (const Region& region : regions) {
            redaction.region = region;
            redactions.push_back(redaction);
        }
        return redactions;
    }

    void report(Console& console, int exhibit, const std::vector<Redaction>& redactions,
                const std::vector<int>& numbers) const {
        if (wantsJson()) {
            printJson(console, Json{{"exhibit", exhibit}, {"redactions", numbers}});
            return;
        }
        const std::string place = "exhibit " + std::to_string(exhibit);
        console.printLine("From now on dossiers hold redacted copies in the place of the originals of " + place +
                          "; the originals stay in the case. Redaction" + (numbers.size() == 1 ? " " : "s ") +
                          std::to_string(numbers.front()) +
                          (numbers.size() == 1 ? "" : " to " + std::to_string(numbers.back())) + ".");
        if (redactions.front().region)
            console.printLine("The picture alone was redacted: take the same words out of the texts with --text, and "
                              "out of the exhibit's other screenshots.");
        else
            console.printLine("Pictures may show the same words: redact them by rectangles, with --on screenshot "
                              "--rect. Dossiers made before and the case's own details are as they were.");
    }

    Result<int> undo(Context& context, int exhibit) const {
        EXHIBIT_ASSIGN(const int number, markupNumber(*m_undo));
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_markup.path(), Access::Write));
        EXHIBIT_TRY(dossier::removeRedaction(file, exhibit, number));
        if (wantsJson())
            printJson(context.console, Json{{"exhibit", exhibit}, {"undone", number}});
        else
            context.console.printLine("Redaction " + std::to_string(number) + " of exhibit " +
                                      std::to_string(exhibit) +
                                      " was undone: the next dossier shows what it took out.");
        return kOk;
    }

    static Json jsonOf(int exhibit, int number, const Redaction& redaction) {
        Json json{{"exhibit", exhibit}, {"redaction", number}, {"reason", redaction.reason}};
        json["on"] = redaction.on ? Json(name(*redaction.on)) : Json();
        if (redaction.region) {
            json["screenshot"] = redaction.number;
            json["rect"] = regionJson(*redaction.region);
        } else {
            json["text"] = redaction.text;
        }
        return json;
    }

    static std::string lineOf(int exhibit, int number, const Redaction& redaction) {
        std::string text = "exhibit " + std::to_string(exhibit) + ", redaction " + std::to_string(number) + ": ";
        if (redaction.region)
            text += "screenshot " + std::to_string(redaction.number) + " at " + regionText(*redaction.region);
        else
            text += "\"" + escapeForDisplay(redaction.text, EscapeStyle::Line) + "\" in " +
                    (redaction.on ? "the " + std::string(name(*redaction.on)) : "all texts");
        if (!redaction.reason.empty())
            text += ": " + escapeForDisplay(redaction.reason, EscapeStyle::Line);
        return text;
    }

    Result<int> list(Context& context) const {
        EXHIBIT_ASSIGN(const CaseFile file, openCase(context, m_markup.path(), Access::Read));
        EXHIBIT_ASSIGN(const std::vector<int> exhibits, m_markup.exhibits(file));
        Json all = Json::array();
        for (const int exhibit : exhibits) {
            EXHIBIT_ASSIGN(const auto redactions, dossier::redactionsOf(file, exhibit));
            for (const auto& [number, redaction] : redactions) {
                all.push_back(jsonOf(exhibit, number, redaction));
                if (!wantsJson())
                    context.console.printLine(lineOf(exhibit, number, redaction));
            }
        }
        if (wantsJson())
            printJson(context.console, Json{{"redactions", std::move(all)}});
        else if (all.empty())
            context.console.printLine("There are no redactions.");
        return kOk;
    }

    MarkupOptions m_markup;
    std::optional<std::string> m_reason, m_undo;
    bool m_onlyThere = false;
    bool m_list = false;
};

} // namespace

std::unique_ptr<Verb> makeRedact() {
    return std::make_unique<RedactVerb>();
}

} // namespace exhibit::cli
