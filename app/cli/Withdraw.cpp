#include "cli/CaseAccess.h"
#include "core/Text.h"

namespace exhibit::cli {

namespace {

class WithdrawVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The case file.");
        options.argument("NUMBER", m_number, "The exhibit's number.");
        options.flag("--yes", m_yes, "Don't ask.");
        declareJson(options);
        options.example("withdraw my.exhibit17 3");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(const int number, exhibitNumber(m_number));
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_path, Access::Write));
        EXHIBIT_ASSIGN(const Exhibit exhibit, file.exhibit(number));
        if (exhibit.withdrawn)
            return fail(ErrorCode::NotFound, "Exhibit " + m_number + " was withdrawn before.");
        EXHIBIT_ASSIGN(const bool sure,
                       confirmed(context,
                                 "Destroy the content of exhibit " + m_number + " (" +
                                     std::to_string(exhibit.artifacts.size()) + " parts)? This can't be undone.",
                                 m_yes));
        if (!sure)
            return fail(ErrorCode::Cancelled, "Nothing was withdrawn.");
        EXHIBIT_TRY(file.withdraw(number));
        report(context.console, number);
        return kOk;
    }

private:
    void report(Console& console, int number) const {
        if (wantsJson()) {
            printJson(console, Json{{"case", jsonText(m_path)}, {"withdrawn", number}});
            return;
        }
        console.printLine("Exhibit " + std::to_string(number) +
                          " was withdrawn. Its content is in this case file no more; its commitments stay in the "
                          "log, and its number is never used again.");
        console.printLine("Copies elsewhere stay: dossiers made before, backups, snapshots of the disk.");
    }

    std::string m_path;
    std::string m_number;
    bool m_yes = false;
};

} // namespace

std::unique_ptr<Verb> makeWithdraw() {
    return std::make_unique<WithdrawVerb>();
}

} // namespace exhibit::cli
