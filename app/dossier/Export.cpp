#include "dossier/Export.h"

#include "dossier/Prepared.h"
#include "dossier/Stage.h"

#include <algorithm>
#include <array>

namespace exhibit::dossier {

namespace {

constexpr std::array<std::pair<Profile, std::string_view>, 3> kProfiles{{
    {Profile::Full, "full"},
    {Profile::Compact, "compact"},
    {Profile::Upload, "upload"},
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

Result<> writeFile(const Prepared& prepared, const std::filesystem::path& output, Existing existing,
                   const Progress& progress, ExportResult& result) {
    EXHIBIT_ASSIGN(AtomicFile file, AtomicFile::open(output, existing));
    HashingSink sink(file);
    EXHIBIT_TRY(prepared.write(sink, progress));
    result.size = sink.size();
    result.digest = sink.finish();
    return file.commit();
}

void noteInCase(CaseFile& caseFile, const ExportOptions& options, ExportResult& result) {
    if (options.readOnlyCase) {
        result.warnings.push_back("The case can't be written, so that its log doesn't name this dossier.");
        return;
    }
    const auto noted =
        caseFile.noteExport({result.digest, result.size, std::string(name(options.profile)), result.exhibits});
    result.logged = noted.has_value();
    if (!noted)
        result.warnings.push_back("The dossier was written, but the case's log couldn't be told: " +
                                  noted.error().text());
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
    EXHIBIT_ASSIGN(const Stage stage, Stage::set(caseFile, options, environment.clock, progress));
    EXHIBIT_ASSIGN(const Prepared prepared, prepare(stage.scene(), environment.fonts));
    return prepared.write(sink, progress);
}

Result<ExportResult> exportDossier(CaseFile& caseFile, const std::filesystem::path& output,
                                   const ExportOptions& options, const ExportEnvironment& environment,
                                   const Progress& progress) {
    EXHIBIT_TRY(refuseCaseFile(caseFile.path(), output));
    EXHIBIT_ASSIGN(const Stage stage, Stage::set(caseFile, options, environment.clock, progress));
    EXHIBIT_ASSIGN(const Prepared prepared, prepare(stage.scene(), environment.fonts));

    ExportResult result;
    result.path = output;
    result.pages = prepared.composition.pageCount();
    for (const DisclosedExhibit& exhibit : stage.scene().content.exhibits)
        result.exhibits.push_back(exhibit.number);
    for (const pdf::Attachment& attachment : prepared.attachments)
        result.attachments.push_back(attachment.name);
    std::sort(result.attachments.begin(), result.attachments.end());
    result.warnings = prepared.warnings;
    EXHIBIT_TRY(writeFile(prepared, output, options.existing, progress, result));
    noteInCase(caseFile, options, result);
    return result;
}

} // namespace exhibit::dossier
