#include "dossier/Export.h"

#include "dossier/Attachments.h"
#include "pdf/Composition.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

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

/// Kept-back originals for which no cleaned picture goes out: the person should know.
void warnOfMissingPictures(const Content& content, std::vector<std::string>& warnings) {
    for (const DisclosedExhibit& exhibit : content.exhibits)
        for (const CommittedArtifact& withheld : exhibit.withheld) {
            const bool replaced =
                std::any_of(exhibit.items.begin(), exhibit.items.end(),
                            [&](const DisclosedItem& item) { return item.parent == withheld.commitment; });
            if (!replaced && withheld.reason == Withheld::Discloses)
                warnings.push_back("Exhibit " + std::to_string(exhibit.number) + ": the " +
                                   std::string(name(withheld.role)) + " number " + std::to_string(withheld.ordinal) +
                                   " tells place, time or device and has no cleaned copy, so that it isn't in the "
                                   "dossier.");
        }
}

struct Prepared {
    pdf::Composition composition;
    std::vector<pdf::Attachment> attachments;
    std::vector<std::string> warnings;
};

Result<Prepared> prepare(const Scene& scene, const pdf::FontProvider& fonts) {
    const std::vector<NamedFile> files = filesOf(scene);
    const std::vector<ManifestFile> listed = manifestFiles(files);
    EXHIBIT_ASSIGN(Pages pages, layOut(scene, listed));
    pdf::Document document = emptyDocument(scene);
    document.blocks = std::move(pages.blocks);
    EXHIBIT_ASSIGN(pdf::Composition composition, pdf::Composition::compose(document, fonts));
    const Manifest manifest = manifestOf(scene, listed, pages.shown, composition.fonts());
    EXHIBIT_ASSIGN(auto attachments, attachmentsOf(scene, manifest, files));
    std::vector<std::string> warnings = std::move(pages.warnings);
    warnings.insert(warnings.end(), composition.warnings().begin(), composition.warnings().end());
    return Prepared{std::move(composition), std::move(attachments), std::move(warnings)};
}

Result<> writeFile(const Prepared& prepared, const std::filesystem::path& output, Existing existing,
                   const Progress& progress, ExportResult& result) {
    EXHIBIT_ASSIGN(AtomicFile file, AtomicFile::open(output, existing));
    HashingSink sink(file);
    EXHIBIT_TRY(prepared.composition.write(prepared.attachments, sink, progress));
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

std::string_view name(Profile) {
    return "full";
}

Result<Profile> profileFromName(std::string_view text) {
    if (text == name(Profile::Full))
        return Profile::Full;
    return fail(ErrorCode::InvalidArgument, "\"" + oneLine(text) + "\" is not a known profile. Known is: full.");
}

Result<ExportResult> exportDossier(CaseFile& caseFile, const std::filesystem::path& output,
                                   const ExportOptions& options, const ExportEnvironment& environment,
                                   const Progress& progress) {
    EXHIBIT_TRY(refuseCaseFile(caseFile.path(), output));
    EXHIBIT_ASSIGN(const Content content, gather(caseFile, options, progress));
    EXHIBIT_ASSIGN(const Wording words,
                   Wording::load(options.language.empty() ? content.details.language : options.language));
    EXHIBIT_ASSIGN(const request::FormDirectory forms, request::FormDirectory::builtIn());
    const Scene scene{content, words, forms, options, environment.clock.read()};
    EXHIBIT_ASSIGN(const Prepared prepared, prepare(scene, environment.fonts));

    ExportResult result;
    result.path = output;
    result.pages = prepared.composition.pageCount();
    for (const DisclosedExhibit& exhibit : content.exhibits)
        result.exhibits.push_back(exhibit.number);
    for (const pdf::Attachment& attachment : prepared.attachments)
        result.attachments.push_back(attachment.name);
    std::sort(result.attachments.begin(), result.attachments.end());
    result.warnings = prepared.warnings;
    warnOfMissingPictures(content, result.warnings);
    EXHIBIT_TRY(writeFile(prepared, output, options.existing, progress, result));
    noteInCase(caseFile, options, result);
    return result;
}

} // namespace exhibit::dossier
