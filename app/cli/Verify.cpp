#include "dossier/Verify.h"
#include "cli/CaseAccess.h"
#include "cli/VerdictReport.h"
#include "core/Text.h"

namespace exhibit::cli {

namespace {

/// The computer is at fault, not the file: that is no verdict.
bool isSystemError(ErrorCode code) {
    return code == ErrorCode::PermissionDenied || code == ErrorCode::Io || code == ErrorCode::NoSpace ||
           code == ErrorCode::Busy || code == ErrorCode::NotFound || code == ErrorCode::Cancelled ||
           code == ErrorCode::Internal;
}

class VerifyVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("FILE", m_path, "A dossier (PDF) or a case file.");
        declareJson(options);
        options.example("verify dossier.pdf");
        options.example("verify dossier.pdf --json");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(const SharedSource file, openFile(m_path));
        EXHIBIT_ASSIGN(const bool isCase, looksLikeCase(*file));
        EXHIBIT_ASSIGN(const dossier::Verification verification,
                       isCase ? checkCase(context) : checkDossier(context.console, file));
        if (endRequested())
            return fail(ErrorCode::Cancelled, "Stopped; there is no verdict.");
        if (wantsJson())
            printAsJson(context.console, verification);
        else
            printAsText(context.console, verification, isCase);
        return exitStatus(verification.verdict);
    }

private:
    [[nodiscard]] Result<dossier::Verification> checkCase(const Context& context) const {
        const auto opened = openCase(context, m_path, Access::Read);
        if (opened)
            return dossier::verifyCase(*opened, context.console.progress("Checking"));
        if (isSystemError(opened.error().code))
            return fail(opened.error());
        return dossier::verificationOf(opened.error());
    }

    [[nodiscard]] static Result<dossier::Verification> checkDossier(const Console& console, const SharedSource& file) {
        return dossier::verifyDossier(file, console.progress("Checking"));
    }

    void printAsJson(Console& console, const dossier::Verification& verification) const {
        Json json = verdictJson(verification.verdict, verification.sentence, verification.findings);
        json["file"] = jsonText(m_path);
        const dossier::VerifiedFacts& facts = verification.facts;
        if (facts.size > 0) {
            json["size"] = facts.size;
            json["sha256"] = facts.digest.hex();
        }
        if (!facts.caseId.empty())
            json["claims"] = Json{{"title", jsonText(facts.title)},
                                  {"case", jsonText(facts.caseId)},
                                  {"exhibits", facts.exhibits},
                                  {"exportedAt", facts.exportedAt ? Json(facts.exportedAt->iso()) : Json(nullptr)},
                                  {"tool", jsonText(facts.tool)},
                                  {"pages", facts.pages}};
        printJson(console, json);
    }

    static void printAsText(Console& console, const dossier::Verification& verification, bool isCase) {
        printVerdict(console, verification.verdict, verification.sentence, verification.findings);
        const dossier::VerifiedFacts& facts = verification.facts;
        if (facts.size > 0)
            console.printLine("\nSHA-256 of the file: " + facts.digest.hex() + " (" + std::to_string(facts.size) +
                              " bytes)");
        if (verification.verdict != Verdict::Intact && verification.verdict != Verdict::IntactUnanchored)
            return;
        console.printLine("\nWhat this doesn't prove:");
        console.printLine("  - " + wrapped("That the AI really gave this answer. It proves what was recorded, not that "
                                           "the screen told the truth.",
                                           4));
        if (verification.verdict == Verdict::IntactUnanchored)
            console.printLine("  - " + wrapped("When it was made, and by whom. Without a trusted time, anyone could "
                                               "have made the whole file anew.",
                                               4));
        if (!isCase)
            console.printLine("  - " + wrapped("That it is the same dossier that somebody else has. Compare the "
                                               "SHA-256 above for that.",
                                               4));
    }

    std::string m_path;
};

} // namespace

std::unique_ptr<Verb> makeVerify() {
    return std::make_unique<VerifyVerb>();
}

} // namespace exhibit::cli
