#include "cli/MarkupOptions.h"
#include "cli/MarkupText.h"
#include "dossier/Disclosure.h"

namespace exhibit::cli {

namespace {

std::vector<std::string> textRoles() {
    std::vector<std::string> names;
    for (const Role role : allRoles())
        if (dossier::isTextRole(role))
            names.emplace_back(name(role));
    return names;
}

class RedactVerb final : public Verb {
public:
    void declare(Options& options) override {
        m_markup.declareTarget(options, "The exhibit's number; with --text also several, such as 2,5-7, or \"all\".");
        m_markup.declarePlace(
            options,
            "A rectangle of a screenshot to paint over, in pixels from its upper left corner. Make it "
            "larger than the words: their width can give them away.",
            "Words to take out of every text of the exhibit, however they are written there: in "
            "capitals or small letters, in an address, with other white space.");
        options.choice("--only-in", m_onlyIn, textRoles(), "Take the words out of texts of this kind alone.");
        options.text("--reason", "TEXT", m_reason, "Why; the dossier says so.");
        options.group("Redactions there are");
        options.flag("--list", m_list, "List them.");
        options.text("--undo", "REDACTION", m_undo, "Undo the redaction of this number.");
        declareJson(options);
        options.example("redact my.exhibit17 1 --rect 40,120,300,24 --reason \"third person\"");
        options.example("redact my.exhibit17 all --text \"Petra Klein\"");
        options.example("redact my.exhibit17 1 --undo 2");
    }

    Result<int> run(Context& context) override {
        if (m_list)
            return list(context);
        if (m_undo)
            return undo(context);
        EXHIBIT_ASSIGN(const std::vector<Redaction> redactions, given());
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_markup.path(), Access::Write));
        EXHIBIT_ASSIGN(const std::vector<Made> made, redact(file, redactions));
        if (wantsJson())
            reportAsJson(context.console, made);
        else
            report(context.console, made);
        return kOk;
    }

private:
    [[nodiscard]] Result<std::vector<Redaction>> given() const {
        EXHIBIT_TRY(m_markup.checkPlace(Quotes::Refused));
        EXHIBIT_ASSIGN(const std::vector<Region> regions, m_markup.regions());
        if (!regions.empty() && m_onlyIn)
            return fail(ErrorCode::InvalidArgument, "--only-in goes with --text.");
        Redaction redaction;
        redaction.reason = m_reason.value_or("");
        if (regions.empty()) {
            redaction.text = m_markup.text().value_or("");
            if (m_onlyIn) {
                EXHIBIT_ASSIGN(redaction.on, roleFromName(*m_onlyIn));
            }
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

    using Made = dossier::RedactedExhibit;

    [[nodiscard]] Result<std::vector<Made>> redact(CaseFile& file, const std::vector<Redaction>& redactions) const {
        EXHIBIT_ASSIGN(const std::vector<int> exhibits, m_markup.exhibits(file));
        if (!m_markup.namesExhibits() || (redactions.front().region && exhibits.size() > 1))
            return fail(
                ErrorCode::InvalidArgument,
                "Say which exhibit: \"exhibit17 list\" shows the numbers. --text takes several of them, or \"all\".");
        return dossier::redactExhibits(file, exhibits, redactions);
    }

    static void reportAsJson(Console& console, const std::vector<Made>& all) {
        Json list = Json::array();
        for (const Made& made : all) {
            Json places = Json::object();
            for (const auto& [role, count] : made.added.places)
                places[std::string(name(role))] = count;
            list.push_back(Json{{"exhibit", made.exhibit},
                                {"redactions", made.added.numbers},
                                {"places", std::move(places)},
                                {"exportsBefore", made.exportsBefore}});
        }
        printJson(console, Json{{"added", std::move(list)}});
    }

    static std::string numbersOf(const std::vector<int>& numbers) {
        if (numbers.size() == 1)
            return "Redaction " + std::to_string(numbers.front());
        return "Redactions " + std::to_string(numbers.front()) + " to " + std::to_string(numbers.back());
    }

    static void report(Console& console, const std::vector<Made>& all) {
        bool words = false;
        for (const Made& made : all) {
            std::string found;
            for (const auto& [role, count] : made.added.places)
                found += (found.empty() ? ", found in: " : ", ") + std::string(name(role)) + " (" +
                         std::to_string(count) + ")";
            words = words || !found.empty();
            console.printLine(numbersOf(made.added.numbers) + " of exhibit " + std::to_string(made.exhibit) + found +
                              ".");
            if (made.exportsBefore > 0)
                console.warn("Exhibit " + std::to_string(made.exhibit) + " is in " +
                             std::to_string(made.exportsBefore) +
                             (made.exportsBefore == 1 ? " dossier that was" : " dossiers that were") +
                             " made before. What you have sent already still shows it.");
        }
        console.printLine("From now on dossiers hold redacted copies; the originals stay in the case.");
        console.printLine(words ? "Pictures may show the words too: paint over them with --rect."
                                : "The texts are as they were: take words out of them with --text.");
    }

    Result<int> undo(Context& context) const {
        EXHIBIT_ASSIGN(const int exhibit, m_markup.exhibit());
        EXHIBIT_ASSIGN(const int number, markupNumber(*m_undo));
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_markup.path(), Access::Write));
        EXHIBIT_TRY(dossier::removeRedaction(file, exhibit, number));
        if (wantsJson())
            printJson(context.console, Json{{"exhibit", exhibit}, {"undone", number}});
        else
            context.console.printLine("Redaction " + std::to_string(number) + " of exhibit " + std::to_string(exhibit) +
                                      " was undone: the next dossier shows what it took out.");
        return kOk;
    }

    Result<int> list(Context& context) const {
        EXHIBIT_ASSIGN(const CaseFile file, openCase(context, m_markup.path(), Access::Read));
        EXHIBIT_ASSIGN(const std::vector<int> exhibits, m_markup.exhibits(file));
        Json all = Json::array();
        for (const int exhibit : exhibits) {
            EXHIBIT_ASSIGN(const auto redactions, dossier::redactionsOf(file, exhibit));
            for (const auto& redaction : redactions) {
                all.push_back(jsonOf(exhibit, redaction.number, redaction.markup));
                if (!wantsJson())
                    context.console.printLine("exhibit " + std::to_string(exhibit) + ", " +
                                              lineOf(redaction.number, redaction.markup));
            }
        }
        if (wantsJson())
            printJson(context.console, Json{{"redactions", std::move(all)}});
        else if (all.empty())
            context.console.printLine("There are no redactions.");
        return kOk;
    }

    MarkupOptions m_markup;
    std::optional<std::string> m_onlyIn, m_reason, m_undo;
    bool m_list = false;
};

} // namespace

std::unique_ptr<Verb> makeRedact() {
    return std::make_unique<RedactVerb>();
}

} // namespace exhibit::cli
