#include "cli/CaseAccess.h"
#include "core/Text.h"
#include "store/Hidden.h"

namespace exhibit::cli {

namespace {

class DeleteVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The case file.");
        options.flag("--yes", m_yes, "Don't ask.");
        declareJson(options);
        options.example("delete my.exhibit17");
    }

    Result<int> run(Context& context) override {
        const std::string shown = escapeForDisplay(m_path, EscapeStyle::Line);
        std::error_code ignored;
        if (!std::filesystem::exists(std::filesystem::symlink_status(m_path, ignored))) {
            const auto folder = std::filesystem::path(m_path).parent_path();
            removeLeftovers(folder.empty() ? "." : folder); // of one whose deletion was cut short
            return fail(missingFile(m_path));
        }
        EXHIBIT_ASSIGN(
            const bool sure,
            confirmed(context, "Delete the case " + shown + " and everything in it? This can't be undone.", m_yes));
        if (!sure)
            return fail(ErrorCode::Cancelled, "Nothing was deleted.");
        EXHIBIT_TRY(CaseFile::destroy(m_path, storeEnvironment(context)));
        if (wantsJson()) {
            printJson(context.console, Json{{"deleted", jsonText(m_path)}});
            return kOk;
        }
        context.console.printLine("The case " + shown + " was overwritten and deleted.");
        context.console.printLine("Deleted means: in no file that this program wrote for the case. Dossiers and files "
                                  "that you saved from it are still there, and so may be backups, snapshots of the "
                                  "disk, and traces in worn cells of an SSD.");
        return kOk;
    }

private:
    std::string m_path;
    bool m_yes = false;
};

} // namespace

std::unique_ptr<Verb> makeDelete() {
    return std::make_unique<DeleteVerb>();
}

} // namespace exhibit::cli
