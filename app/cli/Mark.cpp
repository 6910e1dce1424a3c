#include "cli/MarkupOptions.h"
#include "cli/MarkupText.h"
#include "dossier/Markups.h"

namespace exhibit::cli {

namespace {

std::vector<std::string> wordsOf(std::span<const std::string_view> list) {
    return {list.begin(), list.end()};
}

class MarkVerb final : public Verb {
public:
    void declare(Options& options) override {
        m_markup.declareTarget(options, "The exhibit's number; may be left out with --list.");
        m_markup.declarePlace(options, "A rectangle of a screenshot, in pixels from its upper left corner.",
                              "Words of the text, as they stand there; with --rect, what the picture says there.");
        options.choice("--on", m_on, {"screenshot", "prompt", "response"}, "What it is on; a screenshot with --rect.");
        options.group("What it is");
        options.choice("--category", m_category, wordsOf(markCategories()), "What kind of data is marked.");
        options.choice("--truth", m_truth, {"true", "false", "unknown"}, "Whether it is correct.");
        options.choice("--special", m_special, wordsOf(specialCategories()),
                       "A special category of GDPR Art. 9(1), or offences (Art. 10).");
        options.text("--label", "TEXT", m_label, "Your own words about it.");
        options.text("--correction", "TEXT", m_correction,
                     "What is correct instead, with --truth false: goes into the letter for rectification too.");
        options.group("Marks there are");
        options.flag("--list", m_list, "List them.");
        options.text("--remove", "MARK", m_remove, "Remove the mark of this number.");
        declareJson(options);
        options.example("mark my.exhibit17 1 --rect 40,120,300,24 --category address --truth false");
        options.example("mark my.exhibit17 1 --on response --text \"tax adviser\" --category employer --truth false "
                        "--correction \"lawyer\"");
        options.example("mark my.exhibit17 --list");
    }

    Result<int> run(Context& context) override {
        if (m_list)
            return list(context);
        EXHIBIT_ASSIGN(const int exhibit, m_markup.exhibit());
        if (m_remove)
            return remove(context, exhibit);
        EXHIBIT_ASSIGN(const Mark mark, given());
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_markup.path(), Access::Write));
        EXHIBIT_ASSIGN(const int number, dossier::addMark(file, exhibit, mark));
        if (wantsJson())
            printJson(context.console, Json{{"exhibit", exhibit}, {"mark", number}});
        else
            context.console.printLine("Mark " + std::to_string(number) + " of exhibit " + std::to_string(exhibit) +
                                      ": the dossier shows it with its number and explains it in a table.");
        return kOk;
    }

private:
    [[nodiscard]] Result<Mark> given() const {
        EXHIBIT_TRY(m_markup.checkPlace(Quotes::Allowed));
        if (!m_category)
            return fail(ErrorCode::InvalidArgument, "Say what kind of data it is: --category name, address, ...");
        Mark mark;
        EXHIBIT_ASSIGN(mark.on, roleFromName(m_on.value_or("screenshot")));
        EXHIBIT_ASSIGN(const std::vector<Region> regions, m_markup.regions());
        if (regions.size() > 1)
            return fail(ErrorCode::InvalidArgument, "A mark has one rectangle. Make one mark for each.");
        if (regions.empty() && mark.on == Role::Screenshot)
            return fail(ErrorCode::InvalidArgument, "Say where the words stand: --on prompt or --on response. On a "
                                                    "screenshot, name their rectangle: --rect X,Y,WIDTH,HEIGHT.");
        if (!regions.empty() && mark.on != Role::Screenshot)
            return fail(ErrorCode::InvalidArgument, "Rectangles are for screenshots. Name words of a text by --text.");
        EXHIBIT_ASSIGN(mark.number, m_markup.screenshot());
        if (!regions.empty())
            mark.region = regions.front();
        mark.text = m_markup.text().value_or("");
        mark.category = *m_category;
        EXHIBIT_ASSIGN(mark.truth, truthFromName(m_truth.value_or("unknown")));
        mark.special = m_special.value_or("");
        mark.label = m_label.value_or("");
        mark.correction = m_correction.value_or("");
        if (!mark.correction.empty() && mark.truth != Truth::False)
            return fail(ErrorCode::InvalidArgument, "Only what is false can be corrected: add --truth false.");
        return mark;
    }

    Result<int> remove(Context& context, int exhibit) const {
        EXHIBIT_ASSIGN(const int number, markupNumber(*m_remove));
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_markup.path(), Access::Write));
        EXHIBIT_TRY(dossier::removeMark(file, exhibit, number));
        if (wantsJson())
            printJson(context.console, Json{{"exhibit", exhibit}, {"removed", number}});
        else
            context.console.printLine("Mark " + std::to_string(number) + " of exhibit " + std::to_string(exhibit) +
                                      " was removed.");
        return kOk;
    }

    Result<int> list(Context& context) const {
        EXHIBIT_ASSIGN(const CaseFile file, openCase(context, m_markup.path(), Access::Read));
        EXHIBIT_ASSIGN(const std::vector<int> exhibits, m_markup.exhibits(file));
        Json all = Json::array();
        for (const int exhibit : exhibits) {
            EXHIBIT_ASSIGN(const auto marks, dossier::marksOf(file, exhibit));
            for (const auto& mark : marks) {
                all.push_back(jsonOf(exhibit, mark.number, mark.markup));
                if (!wantsJson())
                    context.console.printLine("exhibit " + std::to_string(exhibit) + ", " +
                                              lineOf(mark.number, mark.markup));
            }
        }
        if (wantsJson())
            printJson(context.console, Json{{"marks", std::move(all)}});
        else if (all.empty())
            context.console.printLine("There are no marks.");
        return kOk;
    }

    MarkupOptions m_markup;
    std::optional<std::string> m_on, m_category, m_truth, m_special, m_label, m_correction, m_remove;
    bool m_list = false;
};

} // namespace

std::unique_ptr<Verb> makeMark() {
    return std::make_unique<MarkVerb>();
}

} // namespace exhibit::cli
