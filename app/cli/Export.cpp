#include "cli/ByteSize.h"
#include "cli/CaseAccess.h"
#include "cli/DetailsOptions.h"
#include "core/Text.h"
#include "dossier/Drafts.h"

namespace exhibit::cli {

namespace {

/// Nobody knows what Meta's forms take; five million bytes is what upload forms commonly do.
constexpr std::string_view kUsualSize = "5M";

struct OpenedCase {
    CaseFile file;
    bool readOnly = false;
};

/// A case that can't be written is exported too; the dossier then says that the log doesn't know of it.
Result<OpenedCase> openForExport(const Context& context, const std::string& path) {
    auto writable = openCase(context, path, Access::Write);
    if (writable)
        return OpenedCase{*std::move(writable), false};
    if (writable.error().code != ErrorCode::PermissionDenied)
        return fail(std::move(writable.error()));
    auto readable = openCase(context, path, Access::Read);
    if (!readable)
        return fail(std::move(readable.error()));
    return OpenedCase{*std::move(readable), true};
}

class ExportVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The case file.");
        options.argument("DOSSIER", m_output, "The PDF to make. Without it: beside the case, with its name.",
                         Presence::Optional);
        options.choice(
            "--profile", m_profile, {"full", "compact", "upload"},
            "full: all originals attached. compact: each picture once, about half the size. upload: as small "
            "as --max-size, with a folder of pictures and small PDFs beside it.");
        options.text("--max-size", "SIZE", m_maxSize,
                     "Of an upload: 5M, 500k or a number of bytes; 5M without it. Pictures are reduced as far as their "
                     "text stays legible.");
        options.text("--exhibits", "NUMBERS", m_exhibits, "Only these, such as 2,5-7.");
        options.choice("--language", m_language, languageNames(), "Instead of the case's language.");
        options.flag("--attach-originals", m_attachOriginals,
                     "Attach originals even if they tell a place or device (EXIF, GPS). Otherwise a cleaned picture "
                     "goes in, and the original is only named by its commitment.");
        options.flag("--dry-run", m_dryRun, "Make nothing; list everything that the dossier would disclose.");
        options.flag("--force", m_force, "Replace the PDF (and the folder of pictures) if it is there already.");
        declareJson(options);
        options.example("export my.exhibit17 dossier.pdf");
        options.example("export my.exhibit17 for-the-form.pdf --profile upload --max-size 5M");
        options.example("export my.exhibit17 --dry-run");
        options.example("export my.exhibit17 dossier.pdf --exhibits 2,5-7 --language de");
    }

    Result<int> run(Context& context) override {
        const std::filesystem::path output = m_output.empty() ? defaultOutput() : std::filesystem::path(m_output);
        EXHIBIT_ASSIGN(const dossier::ExportOptions given, exportOptions());
        dossier::ExportOptions options = given;
        EXHIBIT_ASSIGN(OpenedCase opened, openForExport(context, m_path));
        options.readOnlyCase = opened.readOnly;
        if (m_dryRun)
            return dryRun(context, opened.file, options);
        std::error_code ignored;
        if (output.has_parent_path() && !std::filesystem::is_directory(output.parent_path(), ignored)) {
            const Error error{ErrorCode::NotFound, "There is no folder of this name. Make it first.",
                              output.parent_path().string()};
            return showError(context.console, *this, error, kCantCreate);
        }
        const pdf::InstalledFonts fonts;
        auto exported = dossier::exportDossier(opened.file, output, options, {context.clock, fonts},
                                               context.console.progress("Making the dossier"));
        if (!exported && exported.error().code == ErrorCode::AlreadyExists)
            exported.error().message += " --force replaces it.";
        if (!exported && exported.error().code == ErrorCode::Unsupported)
            return showError(context.console, *this, exported.error(), kUnavailable);
        if (!exported)
            return fail(std::move(exported.error()));
        report(context.console, *exported);
        return kOk;
    }

private:
    [[nodiscard]] std::filesystem::path defaultOutput() const {
        std::filesystem::path path(m_path);
        return path.replace_extension(".pdf");
    }

    [[nodiscard]] Result<dossier::ExportOptions> exportOptions() const {
        dossier::ExportOptions options;
        if (m_profile) {
            EXHIBIT_ASSIGN(options.profile, dossier::profileFromName(*m_profile));
        }
        if (m_exhibits) {
            EXHIBIT_ASSIGN(options.exhibits, exhibitNumbers(*m_exhibits));
        }
        if (options.profile == dossier::Profile::Upload || m_maxSize) {
            EXHIBIT_ASSIGN(options.maxSize, byteSize(m_maxSize.value_or(std::string(kUsualSize))));
        }
        options.language = m_language.value_or("");
        options.attachOriginalsThatDisclose = m_attachOriginals;
        options.existing = m_force ? Existing::Replace : Existing::Refuse;
        return options;
    }

    [[nodiscard]] Result<int> dryRun(Context& context, const CaseFile& file,
                                     const dossier::ExportOptions& options) const {
        EXHIBIT_ASSIGN(
            const dossier::DisclosurePreview preview,
            dossier::previewDisclosure(file, options, context.clock, context.console.progress("Looking at the case")));
        if (wantsJson())
            printPreviewJson(context.console, preview);
        else
            printPreview(context.console, preview);
        return kOk;
    }

    static void printPreviewJson(Console& console, const dossier::DisclosurePreview& preview) {
        Json groups = Json::array();
        for (const dossier::DisclosedGroup& group : preview.groups) {
            Json facts = Json::array();
            for (const dossier::DisclosedFact& fact : group.facts)
                facts.push_back(Json{{"what", jsonText(fact.what)}, {"value", jsonText(fact.value)}});
            groups.push_back(Json{{"title", group.title}, {"facts", std::move(facts)}});
        }
        Json files = Json::array();
        for (const ManifestFile& file : preview.files)
            files.push_back(Json{{"name", jsonText(file.name)}, {"size", file.size}, {"sha256", file.digest.hex()}});
        Json warnings = Json::array();
        for (const std::string& warning : preview.warnings)
            warnings.push_back(jsonText(warning));
        printJson(console, Json{{"discloses", std::move(groups)},
                                {"attachments", std::move(files)},
                                {"warnings", std::move(warnings)}});
    }

    static void printPreview(Console& console, const dossier::DisclosurePreview& preview) {
        constexpr std::size_t kColumn = 34;
        const auto row = [&](const std::string& left, const std::string& right) {
            std::string line = "  " + left + " ";
            // Characters, not bytes: umlauts take two.
            const auto width = static_cast<std::size_t>(
                std::count_if(line.begin(), line.end(), [](char c) { return (c & '\xc0') != '\x80'; }));
            line.append(width < kColumn ? kColumn - width : 0, ' ');
            console.printLine(line + wrapped(escapeForDisplay(right, EscapeStyle::Line), kColumn));
        };
        for (const dossier::DisclosedGroup& group : preview.groups) {
            console.printLine(console.styled(group.title, Style::Bold));
            for (const dossier::DisclosedFact& fact : group.facts)
                row(fact.what, fact.value);
        }
        console.printLine(console.styled("Attached files", Style::Bold));
        for (const ManifestFile& file : preview.files)
            row(file.name, std::to_string(file.size) + " bytes");
        for (const std::string& warning : preview.warnings)
            console.warn(escapeForDisplay(warning, EscapeStyle::Line));
        console.printLine("Nothing was made. Take something out with \"exhibit17 redact\", or leave exhibits out with "
                          "--exhibits.");
    }

    void report(Console& console, const dossier::ExportResult& result) const {
        const std::string path = result.path.string();
        if (wantsJson()) {
            Json attachments = Json::array();
            for (const std::string& name : result.attachments)
                attachments.push_back(jsonText(name));
            Json warnings = Json::array();
            for (const std::string& warning : result.warnings)
                warnings.push_back(jsonText(warning));
            printJson(console,
                      Json{{"dossier", jsonText(path)},
                           {"size", result.size},
                           {"sha256", result.digest.hex()},
                           {"pages", result.pages},
                           {"exhibits", result.exhibits},
                           {"attachments", std::move(attachments)},
                           {"pictureFolder",
                            result.pictures.empty() ? Json(nullptr) : Json(jsonText(result.pictureFolder.string()))},
                           {"pictures", result.pictures},
                           {"warnings", std::move(warnings)},
                           {"logged", result.logged}});
            return;
        }
        const std::string shown = escapeForDisplay(path, EscapeStyle::Line);
        console.printLine(console.styled("The dossier " + shown + " was made.", Style::Bold));
        console.printLine("  " + std::to_string(result.pages) + " pages, " + std::to_string(result.exhibits.size()) +
                          (result.exhibits.size() == 1 ? " exhibit, " : " exhibits, ") +
                          std::to_string(result.attachments.size()) + " attached files, " +
                          std::to_string(result.size) + " bytes");
        console.printLine("  sha256 " + result.digest.hex());
        if (!result.pictures.empty())
            console.printLine("  For forms that take only pictures or single files: " +
                              escapeForDisplay(result.pictureFolder.string(), EscapeStyle::Line) + " (" +
                              std::to_string(result.pictures.size()) + " files)");
        for (const std::string& warning : result.warnings)
            console.warn(escapeForDisplay(warning, EscapeStyle::Line));
        console.printLine("Next: read it before you send it, and check it with: exhibit17 verify " + shown);
    }

    std::string m_path;
    std::string m_output;
    std::optional<std::string> m_profile, m_maxSize, m_exhibits, m_language;
    bool m_attachOriginals = false;
    bool m_dryRun = false;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Verb> makeExport() {
    return std::make_unique<ExportVerb>();
}

} // namespace exhibit::cli
