#include "cli/CaseAccess.h"
#include "cli/DetailsOptions.h"
#include "core/JsonReader.h"
#include "core/Text.h"

namespace exhibit::cli {

namespace {

/// AlreadyExists, NotFound and the like are about the file to be made here: EX_CANTCREAT, with what to do about it.
Error creationError(Error error, const std::string& path) {
    std::error_code ignored;
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    if (error.code == ErrorCode::AlreadyExists)
        error.message += " Choose another name, or correct that case with \"exhibit17 set\".";
    else if (!folder.empty() && !std::filesystem::is_directory(folder, ignored))
        error.message = "The case can't be made here: there is no folder \"" +
                        escapeForDisplay(folder.string(), EscapeStyle::Line) + "\". Make it first.";
    return error;
}

class NewVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The file to make, such as my.exhibit17.");
        m_details.declare(options);
        options.group("Output");
        declareJson(options);
        options.example("new my.exhibit17 --name \"Erika Muster\" --email erika@example.org --country DE "
                        "--surface meta.ai --wish erasure --wish objection");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(const request::FormDirectory directory, request::FormDirectory::builtIn());
        CaseDetails details;
        EXHIBIT_TRY(m_details.apply(details, directory.countries()));
        EXHIBIT_TRY(checkComplete(details));
        EXHIBIT_TRY(m_details.applyForms(details, directory));
        auto created = CaseFile::create(m_path, details, storeEnvironment(context));
        if (!created && created.error().code == ErrorCode::NotFound)
            return showError(context.console, *this, creationError(created.error(), m_path), kCantCreate);
        if (!created)
            return fail(creationError(std::move(created.error()), m_path));
        report(context.console, *created, details);
        return kOk;
    }

private:
    [[nodiscard]] static Result<> checkComplete(const CaseDetails& details) {
        std::string missing;
        if (details.wishes.empty())
            missing += " --wish (what is asked for, such as erasure)";
        if (details.country.empty())
            missing += std::string(missing.empty() ? "" : " and") + " --country (where the person lives, such as DE)";
        if (!missing.empty())
            return fail(ErrorCode::InvalidArgument, "Please say" + missing + ".");
        return {};
    }

    void report(Console& console, const CaseFile& created, const CaseDetails& details) const {
        if (wantsJson()) {
            printJson(console, Json{{"case", jsonText(m_path)}, {"id", created.id()}, {"details", toJson(details)}});
            return;
        }
        const std::string shown = escapeForDisplay(m_path, EscapeStyle::Line);
        console.printLine(console.styled("The case " + shown + " was made.", Style::Bold));
        for (const auto& [label, value] : detailLines(details))
            if (!value.empty())
                console.printLine("  " + label + ": " + value);
        if (details.forms.size() < details.wishes.size())
            console.warn("The form directory knows no form for some of the wishes; \"exhibit17 forms\" says more.");
        if (details.subject.email.empty())
            console.warn("There is no e-mail address yet; Meta's forms ask for one (exhibit17 set --email).");
        console.printLine("Next: exhibit17 add " + shown +
                          " --prompt-file prompt.txt --response-file answer.txt --screenshot answer.png");
    }

    std::string m_path;
    DetailsOptions m_details;
};

} // namespace

std::unique_ptr<Verb> makeNew() {
    return std::make_unique<NewVerb>();
}

} // namespace exhibit::cli
