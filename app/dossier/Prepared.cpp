#include "dossier/Prepared.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

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

} // namespace

Result<Prepared> prepare(const Scene& scene, const pdf::FontProvider& fonts) {
    EXHIBIT_ASSIGN(const std::vector<NamedFile> files, filesOf(scene));
    const std::vector<ManifestFile> listed = manifestFiles(files);
    EXHIBIT_ASSIGN(Pages pages, layOut(scene, listed));
    pdf::Document document = emptyDocument(scene);
    document.blocks = std::move(pages.blocks);
    EXHIBIT_ASSIGN(pdf::Composition composition, pdf::Composition::compose(document, fonts));
    const Manifest manifest = manifestOf(scene, listed, pages.shown, composition.fonts());
    EXHIBIT_ASSIGN(auto attachments, attachmentsOf(scene, manifest, files));
    std::vector<std::string> warnings = std::move(pages.warnings);
    warnings.insert(warnings.end(), composition.warnings().begin(), composition.warnings().end());
    warnings.insert(warnings.end(), scene.content.warnings.begin(), scene.content.warnings.end());
    warnOfMissingPictures(scene.content, warnings);
    return Prepared{std::move(composition), std::move(attachments), std::move(warnings)};
}

} // namespace exhibit::dossier
