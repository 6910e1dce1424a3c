#include "cli/DetailsOptions.h"
#include "cli/Verb.h"
#include "core/Text.h"
#include "request/FormDirectory.h"
#include "request/FormJson.h"

namespace exhibit::cli {

namespace {

using request::Choice;
using request::FormEntry;
using request::Selection;
using request::Warning;

std::string orUnknown(const std::string& text) {
    return text.empty() ? "unknown" : text;
}

Json warningsJson(const std::vector<Warning>& warnings) {
    Json list = Json::array();
    for (const Warning& warning : warnings)
        list.push_back(Json{{"code", warning.code}, {"text", warning.text}});
    return list;
}

/// The entry alone: the directory's version and date stand beside the whole answer.
Json entryJson(const FormEntry& entry) {
    return request::toJson(entry).at("entry");
}

Json choicesJson(const std::vector<Choice>& choices) {
    Json list = Json::array();
    for (const Choice& choice : choices)
        list.push_back(Json{{"entry", entryJson(choice.entry)},
                            {"standing", name(choice.standing)},
                            {"certainty", name(choice.certainty)},
                            {"why", choice.why},
                            {"steps", choice.steps},
                            {"warnings", warningsJson(choice.warnings)}});
    return list;
}

Json selectionJson(const Selection& selection) {
    Json addressees = Json::array();
    for (const request::ChosenAddressee& chosen : selection.addressees)
        addressees.push_back(Json{{"id", chosen.addressee.id},
                                  {"name", chosen.addressee.name},
                                  {"attention", chosen.addressee.attention},
                                  {"lines", chosen.addressee.lines},
                                  {"country", chosen.addressee.country},
                                  {"copy", chosen.role == request::AddresseeRole::Copy},
                                  {"certainty", name(chosen.certainty)},
                                  {"seen", chosen.addressee.seen},
                                  {"why", chosen.why},
                                  {"warnings", warningsJson(chosen.warnings)}});
    return Json{{"wish", name(selection.wish)},
                {"surface", name(selection.surface)},
                {"country", selection.country},
                {"coverage", name(selection.coverage)},
                {"choices", choicesJson(selection.choices)},
                {"pages", choicesJson(selection.pages)},
                {"addressees", std::move(addressees)},
                {"warnings", warningsJson(selection.warnings)},
                {"advice", selection.advice}};
}

void printField(Console& console, std::string_view label, std::string_view text) {
    constexpr std::size_t kColumn = 14;
    if (text.empty())
        return;
    std::string left = "    " + std::string(label) + ":";
    left.resize(std::max(left.size() + 1, kColumn), ' ');
    console.printLine(left + wrapped(escapeForDisplay(text, EscapeStyle::Line), kColumn));
}

void printEntry(Console& console, const FormEntry& entry, std::string_view language) {
    const std::string title = entry.title.empty() ? entry.description.in(language) : entry.title;
    console.printLine("  " + console.styled(escapeForDisplay(title, EscapeStyle::Line), Style::Bold) + "  [" +
                      entry.id + "]");
    printField(console, "link", entry.url.empty() ? "not known" : entry.url);
}

void printDates(Console& console, const FormEntry& entry, request::Certainty certainty) {
    printField(console, "certainty", name(certainty));
    printField(console, "seen",
               orUnknown(entry.seen) +
                   " (archived copy); opened by a person: " + (entry.opened.empty() ? "never" : entry.opened));
}

void printChoice(Console& console, const Choice& choice, std::string_view language) {
    printEntry(console, choice.entry, language);
    printField(console, "why", choice.why);
    printField(console, "steps", choice.steps);
    printDates(console, choice.entry, choice.certainty);
    for (const Warning& warning : choice.warnings)
        printField(console, "note", warning.text);
}

void printAddressee(Console& console, const request::ChosenAddressee& chosen) {
    const request::Addressee& addressee = chosen.addressee;
    std::string address = addressee.name;
    if (!addressee.attention.empty())
        address += ", " + addressee.attention;
    for (const std::string& line : addressee.lines)
        address += ", " + line;
    printField(console, chosen.role == request::AddresseeRole::Copy ? "copy to" : "letter to", address);
    printField(console, "why", chosen.why);
    printField(console, "certainty", std::string(name(chosen.certainty)) + ", seen " + orUnknown(addressee.seen));
    for (const Warning& warning : chosen.warnings)
        printField(console, "note", warning.text);
}

void printSelection(Console& console, const Selection& selection, std::string_view language) {
    console.printLine(console.styled(std::string(name(selection.wish)) + ", " + std::string(name(selection.surface)) +
                                         ", " + (selection.country.empty() ? "country not given" : selection.country) +
                                         ": " + std::string(name(selection.coverage)),
                                     Style::Bold));
    printField(console, "advice", selection.advice);
    for (const Warning& warning : selection.warnings)
        printField(console, "note", warning.text);
    for (const Choice& choice : selection.choices)
        printChoice(console, choice, language);
    if (!selection.pages.empty())
        console.printLine("  To read, and what one can do oneself:");
    for (const Choice& choice : selection.pages)
        printChoice(console, choice, language);
    for (const request::ChosenAddressee& chosen : selection.addressees)
        printAddressee(console, chosen);
    console.printLine("");
}

class FormsVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.choice("--wish", m_wish, wishNames(), "What is asked for.");
        options.choice("--surface", m_surface, surfaceNames(), "Where the conversation took place.");
        options.text("--country", "CODE", m_country, "Where the person lives, as two letters.");
        options.choice("--language", m_language, languageNames(), "Language of the explanations.");
        declareJson(options);
        options.example("forms --wish erasure --surface meta.ai --country DE");
        options.example("forms                 # the whole directory");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(const request::FormDirectory directory, request::FormDirectory::builtIn());
        if (!m_wish && !m_surface && !m_country) {
            printAll(context.console, directory);
            return kOk;
        }
        EXHIBIT_ASSIGN(const std::vector<Selection> selections, select(directory));
        if (wantsJson()) {
            Json list = Json::array();
            for (const Selection& selection : selections)
                list.push_back(selectionJson(selection));
            printJson(context.console, Json{{"directory", directory.version()},
                                            {"compiled", directory.compiled()},
                                            {"selections", std::move(list)}});
            return kOk;
        }
        for (const Selection& selection : selections)
            printSelection(context.console, selection, language());
        printFooter(context.console, directory);
        return kOk;
    }

private:
    [[nodiscard]] std::string language() const { return m_language.value_or("en"); }

    /// What isn't named is gone through.
    [[nodiscard]] Result<std::vector<Selection>> select(const request::FormDirectory& directory) const {
        std::vector<Selection> selections;
        for (const Wish wish : allWishes()) {
            if (m_wish && *m_wish != name(wish))
                continue;
            for (const Surface surface : allSurfaces()) {
                if (m_surface && *m_surface != name(surface))
                    continue;
                EXHIBIT_ASSIGN(Selection selection,
                               directory.select(wish, surface, m_country.value_or(""), language()));
                selections.push_back(std::move(selection));
            }
        }
        return selections;
    }

    void printAll(Console& console, const request::FormDirectory& directory) const {
        if (wantsJson()) {
            Json list = Json::array();
            for (const FormEntry& entry : directory.entries())
                list.push_back(entryJson(entry));
            printJson(console, Json{{"directory", directory.version()},
                                    {"compiled", directory.compiled()},
                                    {"entries", std::move(list)}});
            return;
        }
        for (const FormEntry& entry : directory.entries()) {
            printEntry(console, entry, language());
            printField(console, "status", name(entry.status));
            printDates(console, entry, entry.certainty);
        }
        console.printLine("");
        printFooter(console, directory);
    }

    static void printFooter(Console& console, const request::FormDirectory& directory) {
        console.printLine("Form directory " + directory.version() + ", compiled " + directory.compiled() +
                          ". Forms move: open a link before you rely on it, and put in your own with "
                          "\"exhibit17 set CASE --form-url WISH=URL\".");
    }

    std::optional<std::string> m_wish, m_surface, m_country, m_language;
};

} // namespace

std::unique_ptr<Verb> makeForms() {
    return std::make_unique<FormsVerb>();
}

} // namespace exhibit::cli
