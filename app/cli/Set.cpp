#include "cli/CaseAccess.h"
#include "cli/DetailsOptions.h"
#include "core/JsonReader.h"
#include "core/Text.h"

#include <map>

namespace exhibit::cli {

namespace {

std::string shownValue(const std::string& value) {
    return value.empty() ? "(nothing)" : value;
}

class SetVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The case file.");
        m_details.declare(options);
        options.group("Output");
        declareJson(options);
        options.example("set my.exhibit17 --email new@example.org");
        options.example("set my.exhibit17 --form-url concern=https://www.facebook.com/help/contact/1266025207620918");
        options.example("set my.exhibit17 --address \"\"      # takes the address out again");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(const request::FormDirectory directory, request::FormDirectory::builtIn());
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_path, Access::Write));
        EXHIBIT_ASSIGN(const CaseDetails before, file.details());
        CaseDetails after = before;
        EXHIBIT_TRY(m_details.apply(after, directory.countries()));
        if (m_details.changesForms()) {
            EXHIBIT_TRY(m_details.applyForms(after, directory));
        }
        EXHIBIT_TRY(file.setDetails(after));
        report(context.console, before, after);
        if (!after.letters.empty() && before != after)
            context.console.warn(
                "The case has a letter of your own: check with \"exhibit17 letter\" that it still fits.");
        return kOk;
    }

private:
    void report(Console& console, const CaseDetails& before, const CaseDetails& after) const {
        if (wantsJson()) {
            printJson(console, Json{{"case", jsonText(m_path)}, {"before", toJson(before)}, {"after", toJson(after)}});
            return;
        }
        if (before == after) {
            console.printLine("Nothing changed. \"exhibit17 set --help\" lists what can be set.");
            return;
        }
        std::map<std::string, std::string> old;
        for (auto& [label, value] : detailLines(before))
            old[label] = value;
        for (const auto& [label, value] : detailLines(after)) {
            if (old[label] != value)
                console.printLine(label + ": " + shownValue(old[label]) + " -> " +
                                  console.styled(shownValue(value), Style::Bold));
            old.erase(label);
        }
        for (const auto& [label, value] : old)
            console.printLine(label + ": " + shownValue(value) + " -> (nothing)");
    }

    std::string m_path;
    DetailsOptions m_details;
};

} // namespace

std::unique_ptr<Verb> makeSet() {
    return std::make_unique<SetVerb>();
}

} // namespace exhibit::cli
