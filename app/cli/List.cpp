#include "cli/CaseAccess.h"
#include "cli/Names.h"
#include "core/Text.h"

namespace exhibit::cli {

namespace {

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width)
        text.resize(width, ' ');
    return text;
}

std::string padded(int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(digits.size() < width ? width - digits.size() : 0, ' ') + digits;
}

std::string counted(int number, const char* one, const char* many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

Json summaryJson(const ExhibitSummary& exhibit) {
    return Json{{"number", exhibit.number},
                {"addedAt", exhibit.addedAt.iso()},
                {"withdrawn", exhibit.withdrawn},
                {"surface", name(exhibit.surface)},
                {"promptStart", jsonText(withoutCutCharacter(exhibit.promptStart))},
                {"screenshots", exhibit.screenshots},
                {"attachments", exhibit.attachments}};
}

class ListVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The case file.");
        declareJson(options);
        options.example("list my.exhibit17");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(const CaseFile file, openCase(context, m_path, Access::Read));
        EXHIBIT_ASSIGN(const std::vector<ExhibitSummary> exhibits, file.exhibits());
        if (wantsJson())
            printAsJson(context.console, file, exhibits);
        else
            printAsText(context.console, exhibits);
        return kOk;
    }

private:
    void printAsJson(Console& console, const CaseFile& file, const std::vector<ExhibitSummary>& exhibits) const {
        Json list = Json::array();
        for (const ExhibitSummary& exhibit : exhibits)
            list.push_back(summaryJson(exhibit));
        printJson(console, Json{{"case", jsonText(m_path)}, {"id", file.id()}, {"exhibits", std::move(list)}});
    }

    void printAsText(Console& console, const std::vector<ExhibitSummary>& exhibits) const {
        if (exhibits.empty()) {
            console.printLine("There is no exhibit yet. Next: exhibit17 add " +
                              escapeForDisplay(m_path, EscapeStyle::Line) +
                              " --prompt-file prompt.txt --screenshot answer.png");
            return;
        }
        for (const ExhibitSummary& exhibit : exhibits)
            printRow(console, exhibit);
    }

    static void printRow(Console& console, const ExhibitSummary& exhibit) {
        constexpr std::size_t kMinutes = 16; // 2026-11-22T10:15
        std::string added = exhibit.addedAt.iso().substr(0, kMinutes);
        added.replace(10, 1, " ");
        std::string row = padded(exhibit.number, 4) + "  " + added + " UTC  ";
        if (exhibit.withdrawn) {
            console.printLine(row + "withdrawn");
            return;
        }
        row += padded(std::string(name(exhibit.surface)), 11) + "  ";
        row += padded(counted(exhibit.screenshots, "picture", "pictures"), 12);
        if (exhibit.attachments > 0)
            row += counted(exhibit.attachments, "file", "files") + "  ";
        console.printLine(row + (exhibit.promptStart.empty() ? "(no prompt)" : excerpt(exhibit.promptStart, 60)));
    }

    std::string m_path;
};

} // namespace

std::unique_ptr<Verb> makeList() {
    return std::make_unique<ListVerb>();
}

} // namespace exhibit::cli
