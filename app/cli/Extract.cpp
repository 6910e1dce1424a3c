#include "dossier/Extract.h"
#include "cli/CaseAccess.h"
#include "cli/VerdictReport.h"
#include "core/Text.h"

namespace exhibit::cli {

namespace {

class ExtractVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("DOSSIER", m_path, "A dossier (PDF).");
        options.argument("FOLDER", m_folder, "The folder to make. Without it: beside the dossier, NAME-files.",
                         Presence::Optional);
        options.flag("--force", m_force, "Replace the folder if it holds nothing but such files.");
        declareJson(options);
        options.example("extract dossier.pdf");
        options.example("extract dossier.pdf files --json");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(const SharedSource file, openFile(m_path));
        const std::filesystem::path folder = m_folder.empty() ? defaultFolder() : std::filesystem::path(m_folder);
        auto extracted = dossier::extractDossier(file, folder, m_force ? Existing::Replace : Existing::Refuse,
                                                 context.console.progress("Taking the files out"));
        if (!extracted && extracted.error().code == ErrorCode::AlreadyExists && !m_force)
            extracted.error().message += " --force replaces it if it holds nothing but such files.";
        if (!extracted)
            return fail(std::move(extracted.error()));
        if (endRequested())
            return fail(ErrorCode::Cancelled, "Stopped.");
        if (wantsJson())
            printAsJson(context.console, *extracted, folder);
        else
            printAsText(context.console, *extracted, folder);
        return extracted->files.empty() ? exitStatus(extracted->verification.verdict) : kOk;
    }

private:
    [[nodiscard]] std::filesystem::path defaultFolder() const {
        const std::filesystem::path path(m_path);
        return path.parent_path() / (path.stem().string() + "-files");
    }

    static void printAsJson(Console& console, const dossier::Extraction& extraction,
                            const std::filesystem::path& folder) {
        const dossier::Verification& verification = extraction.verification;
        Json json = verdictJson(verification.verdict, verification.sentence, verification.findings);
        json["files"] = Json::array();
        for (const dossier::ExtractedFile& file : extraction.files)
            json["files"].push_back(Json{{"name", jsonText(file.name)},
                                         {"size", file.size},
                                         {"sha256", file.digest.hex()},
                                         {"fromPage", file.fromPage}});
        json["folder"] = extraction.files.empty() ? Json(nullptr) : Json(jsonText(folder.string()));
        printJson(console, json);
    }

    static void printAsText(Console& console, const dossier::Extraction& extraction,
                            const std::filesystem::path& folder) {
        const dossier::Verification& verification = extraction.verification;
        if (extraction.files.empty()) {
            printVerdict(console, verification.verdict, verification.sentence, verification.findings);
            console.printLine(
                "\nNothing was taken out: what doesn't agree with the dossier's own hashes isn't written.");
            return;
        }
        std::size_t rebuilt = 0;
        for (const dossier::ExtractedFile& file : extraction.files)
            rebuilt += file.fromPage ? 1 : 0;
        const std::string shown = escapeForDisplay(folder.string(), EscapeStyle::Line);
        console.printLine(
            console.styled(std::to_string(extraction.files.size()) + " files are in " + shown + ".", Style::Bold));
        if (rebuilt > 0)
            console.printLine("  " + std::to_string(rebuilt) +
                              (rebuilt == 1 ? " of them is a picture that was stored in its page"
                                            : " of them are pictures that were stored in their pages") +
                              ", byte for byte as its SHA-256 says.");
        console.printLine(
            "  " +
            wrapped("The dossier is " + std::string(name(verification.verdict)) + ": " + verification.sentence, 2));
        console.printLine("Anyone can check them: cd " + shown + " && sha256sum -c SHA256SUMS" +
                          (rebuilt > 0 ? " SHA256SUMS-pictures" : ""));
    }

    std::string m_path;
    std::string m_folder;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Verb> makeExtract() {
    return std::make_unique<ExtractVerb>();
}

} // namespace exhibit::cli
