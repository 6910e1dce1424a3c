#include "dossier/Export.h"

#include "dossier/Fit.h"
#include "dossier/PictureFolder.h"

#include <algorithm>
#include <array>

namespace exhibit::dossier {

namespace {

constexpr std::array<std::pair<Profile, std::string_view>, 4> kProfiles{{
    {Profile::Full, "full"},
    {Profile::Compact, "compact"},
    {Profile::Upload, "upload"},
    {Profile::Single, "single"},
}};

/// Hands bytes on and hashes them on the way.
class HashingSink final : public ByteSink {
public:
    explicit HashingSink(ByteSink& next) : m_next(next) {}
    Result<> write(ByteView bytes) override {
        m_hash.update(bytes);
        m_size += bytes.size();
        return m_next.write(bytes);
    }
    [[nodiscard]] Digest finish() { return m_hash.finish(); }
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    ByteSink& m_next;
    Sha256 m_hash;
    std::uint64_t m_size = 0;
};

/// The case's own file and its journal are never overwritten, whatever the person asked for.
Result<> refuseCaseFile(const std::filesystem::path& casePath, const std::filesystem::path& output) {
    std::filesystem::path journal = casePath;
    journal += "-journal";
    std::error_code ignored;
    const bool same =
        std::filesystem::equivalent(casePath, output, ignored) ||
        output.lexically_normal() == casePath.lexically_normal() ||
        std::filesystem::weakly_canonical(output, ignored) == std::filesystem::weakly_canonical(journal, ignored);
    if (!same)
        return {};
    return fail(ErrorCode::InvalidArgument,
                "This is the case itself. Give the dossier another name, such as dossier.pdf.", output.string());
}

Result<Prepared> preparedFor(Stage& stage, const ExportOptions& options, const ExportEnvironment& environment,
                             const Progress& progress) {
    if (options.maxSize)
        return fit(stage, *options.maxSize, environment.fonts, progress);
    return prepare(stage.scene(), environment.fonts);
}

/// One export on its way: everything is written before anything gets its name.
class Exporter {
public:
    Exporter(CaseFile& caseFile, const std::filesystem::path& output, const ExportOptions& options,
             const ExportEnvironment& environment, const Progress& progress)
        : m_caseFile(caseFile), m_options(options), m_environment(environment), m_progress(progress) {
        m_result.path = output;
    }

    Result<ExportResult> run() {
        EXHIBIT_ASSIGN(AtomicFile file, AtomicFile::open(m_result.path, m_options.existing));
        EXHIBIT_ASSIGN(Stage stage, Stage::set(m_caseFile, m_options, m_environment.clock, m_progress));
        EXHIBIT_ASSIGN(const Prepared prepared, preparedFor(stage, m_options, m_environment, m_progress));
        describe(stage.content(), prepared);
        HashingSink sink(file);
        EXHIBIT_TRY(prepared.write(sink, m_progress));
        m_result.size = sink.size();
        m_result.digest = sink.finish();
        if (m_options.profile == Profile::Upload) {
            EXHIBIT_TRY(fillFolder(stage));
        }
        EXHIBIT_TRY(commit(file));
        note();
        return std::move(m_result);
    }

private:
    void describe(const Content& content, const Prepared& prepared) {
        m_result.pages = prepared.composition.pageCount();
        for (const DisclosedExhibit& exhibit : content.exhibits)
            m_result.exhibits.push_back(exhibit.number);
        for (const pdf::Attachment& attachment : prepared.attachments)
            m_result.attachments.push_back(attachment.name);
        std::sort(m_result.attachments.begin(), m_result.attachments.end());
        m_result.warnings = prepared.warnings;
    }

    Result<> fillFolder(const Stage& stage) {
        m_result.pictureFolder = pictureFolderOf(m_result.path);
        EXHIBIT_ASSIGN(m_folder, fillPictureFolder(m_caseFile, m_result.pictureFolder, stage, m_options, m_environment,
                                                   m_progress));
        m_result.pictures = m_folder->files;
        m_result.warnings.insert(m_result.warnings.end(), m_folder->warnings.begin(), m_folder->warnings.end());
        return {};
    }

    Result<> commit(AtomicFile& file) {
        if (m_folder) {
            EXHIBIT_TRY(m_folder->folder.commit());
        }
        const Result<> committed = file.commit();
        if (!committed && m_folder) {
            EXHIBIT_TRY(m_folder->folder.undo());
        }
        return committed;
    }

    void note() {
        if (m_options.readOnlyCase) {
            m_result.warnings.push_back("The case can't be written, so that its log doesn't name this dossier.");
            return;
        }
        const auto noted =
            m_caseFile.noteExport({m_result.digest, m_result.size, std::string(name(m_options.profile)),
                                   m_result.exhibits, m_folder ? std::optional(m_folder->sums) : std::nullopt});
        m_result.logged = noted.has_value();
        if (!noted)
            m_result.warnings.push_back("The dossier was written, but the case's log couldn't be told: " +
                                        noted.error().text());
    }

    CaseFile& m_caseFile;
    const ExportOptions& m_options;
    const ExportEnvironment& m_environment;
    const Progress& m_progress;
    ExportResult m_result;
    std::optional<PictureFolder> m_folder;
};

Result<> checkLimit(const ExportOptions& options) {
    const bool limited = options.profile == Profile::Upload || options.profile == Profile::Single;
    if (limited == options.maxSize.has_value())
        return {};
    return fail(ErrorCode::InvalidArgument, "A largest size belongs to the profile \"upload\", and to it alone.");
}

} // namespace

std::string_view name(Profile profile) {
    for (const auto& [value, text] : kProfiles)
        if (value == profile)
            return text;
    return "";
}

Result<Profile> profileFromName(std::string_view text) {
    for (const auto& [value, known] : kProfiles)
        if (known == text)
            return value;
    return fail(ErrorCode::InvalidArgument, "\"" + oneLine(text) + "\" is not a known profile.");
}

Result<> writeDossier(const CaseFile& caseFile, const ExportOptions& options, const ExportEnvironment& environment,
                      ByteSink& sink, const Progress& progress) {
    EXHIBIT_TRY(checkLimit(options));
    EXHIBIT_ASSIGN(Stage stage, Stage::set(caseFile, options, environment.clock, progress));
    EXHIBIT_ASSIGN(const Prepared prepared, preparedFor(stage, options, environment, progress));
    return prepared.write(sink, progress);
}

Result<ExportResult> exportDossier(CaseFile& caseFile, const std::filesystem::path& output,
                                   const ExportOptions& options, const ExportEnvironment& environment,
                                   const Progress& progress) {
    EXHIBIT_TRY(checkLimit(options));
    EXHIBIT_TRY(refuseCaseFile(caseFile.path(), output));
    return Exporter(caseFile, output, options, environment, progress).run();
}

} // namespace exhibit::dossier
