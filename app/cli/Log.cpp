#include "cli/CaseAccess.h"
#include "cli/VerdictReport.h"
#include "core/Text.h"

namespace exhibit::cli {

namespace {

/// What the verdict on a case alone is worth. Nothing here speaks of trusted time: that is about dossiers.
std::string_view sentenceOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Intact:
        return "The case is whole: the log is an unbroken chain, and every stored byte is as it was when it was added.";
    case Verdict::IntactUnanchored:
        return "The case is consistent, but nothing from outside says since when.";
    case Verdict::Tampered:
        return "The case isn't as this program wrote it: something contradicts its own log.";
    case Verdict::Indeterminate:
        return "The case couldn't be checked completely.";
    case Verdict::NotADossier:
        return "This isn't a case of this program.";
    }
    return {};
}

std::string timelineRow(std::string_view line) {
    const auto entry = parseCustodyLine(line);
    if (!entry)
        return "   ?  " + escapeForDisplay(line, EscapeStyle::Line);
    std::string number = std::to_string(entry->sequence);
    if (number.size() < 4)
        number.insert(0, 4 - number.size(), ' ');
    std::string row = number + "  " + entry->at.iso() + "  " + escapeForDisplay(entry->event, EscapeStyle::Line);
    if (entry->exhibit)
        row += "  exhibit " + std::to_string(*entry->exhibit);
    if (entry->commitment)
        row += "  commitment " + entry->commitment->hex().substr(0, 16) + "...";
    if (!entry->details.empty())
        row += "  " + escapeForDisplay(entry->details.dump(), EscapeStyle::Line);
    return row + "  (" + escapeForDisplay(entry->source, EscapeStyle::Line) + ")";
}

class LogVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The case file.");
        options.flag("--verify", m_verify,
                     "Check the chain and every stored byte against it. The exit status is that of \"verify\".");
        options.flag("--json", m_json,
                     "Print the log exactly as it is stored, one JSON object a line; with --verify, the verdict.");
        options.example("log my.exhibit17");
        options.example("log my.exhibit17 --verify");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(const CaseFile file, openCase(context, m_path, Access::Read));
        if (m_verify)
            return verify(context.console, file);
        EXHIBIT_ASSIGN(const std::vector<std::string> lines, file.custodyLines());
        for (const std::string& line : lines)
            context.console.printLine(m_json ? line : timelineRow(line));
        return kOk;
    }

private:
    Result<int> verify(Console& console, const CaseFile& file) const {
        EXHIBIT_ASSIGN(const std::vector<Finding> findings, file.check(console.progress("Checking")));
        const Verdict verdict = verdictOf(findings);
        if (m_json) {
            printJson(console, verdictJson(verdict, sentenceOf(verdict), findings));
            return exitStatus(verdict);
        }
        EXHIBIT_ASSIGN(const CustodyState state, file.custodyState());
        printVerdict(console, verdict, sentenceOf(verdict), findings);
        console.printLine("\n" + std::to_string(state.count) + " entries; head of the log: " + state.head.hex());
        return exitStatus(verdict);
    }

    std::string m_path;
    bool m_verify = false;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Verb> makeLog() {
    return std::make_unique<LogVerb>();
}

} // namespace exhibit::cli
