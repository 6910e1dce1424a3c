#include "dossier/Sections.h"

namespace exhibit::dossier {

PicturePages openPictures(const Content& content) {
    PicturePages pages;
    for (const DisclosedExhibit& exhibit : content.exhibits)
        for (const DisclosedItem* item : exhibit.of(Role::Screenshot)) {
            if (!item->leaf)
                continue;
            auto picture = pdf::Picture::open(item->bytes);
            if (picture)
                pages.pictures.emplace(item->file, std::move(*picture));
            else
                pages.refused.emplace(item->file, picture.error().message);
        }
    return pages;
}

pdf::Table hashTable(std::string firstHeader, std::string secondHeader) {
    pdf::Table table;
    table.small = true;
    table.columns = {{1.4, plain(std::move(firstHeader))}, {3.2, plain(std::move(secondHeader)), true}};
    return table;
}

std::string titleOf(const Scene& scene) {
    const std::string name = oneLine(scene.content.details.subject.name);
    return name.empty() ? scene.words("document.title-unnamed") : scene.words("document.title", {{"name", name}});
}

namespace {

std::string headerOf(const Scene& scene) {
    constexpr std::size_t kShownId = 8;
    constexpr std::size_t kShownReference = 40;
    const std::string id = scene.content.caseId.substr(0, kShownId);
    const std::string& reference = scene.content.details.reference;
    if (reference.empty())
        return scene.words("document.header", {{"case", id}});
    return scene.words("document.header-reference",
                       {{"case", id}, {"reference", beginning(reference, kShownReference)}});
}

pdf::Labels labelsOf(const Wording& words) {
    // The composer fills these placeholders itself; here each stands for itself.
    const request::Values keep{
        {"page", "{page}"}, {"pages", "{pages}"}, {"part", "{part}"}, {"parts", "{parts}"}, {"uri", "{uri}"}};
    pdf::Labels labels;
    labels.pageOfPages = words("page", keep);
    labels.continues = words("page.continues", keep);
    labels.continued = words("page.continued", keep);
    labels.continuesBeside = words("page.continues-beside");
    labels.continuedBeside = words("page.continued-beside");
    labels.figurePart = words("page.figure-part", keep);
    labels.opensLink = words("page.opens-link", keep);
    labels.signatureField = words("page.signature-field");
    labels.timestampField = words("page.timestamp-field");
    return labels;
}

} // namespace

pdf::Document emptyDocument(const Scene& scene) {
    pdf::Document document;
    document.title = titleOf(scene);
    document.subject = scene.words("document.subject");
    const Person& representative = scene.content.details.representative;
    document.author = oneLine(representative.name.empty() ? scene.content.details.subject.name : representative.name);
    document.language = scene.words.language();
    document.created = scene.now.utc;
    document.producer = toolName();
    document.header = headerOf(scene);
    document.footer = scene.words(
        "document.footer", {{"date", scene.words.date(scene.now.utc, scene.now.offsetMinutes)}, {"tool", toolName()}});
    document.labels = labelsOf(scene.words);
    return document;
}

Result<Pages> layOut(const Scene& scene, const std::vector<ManifestFile>& files) {
    const PicturePages pictures = openPictures(scene.content);
    Pages pages;
    if (scene.options.profile == Profile::Single) {
        for (const DisclosedExhibit& exhibit : scene.content.exhibits)
            addExhibit(scene, pictures, exhibit, pages);
        addColophon(scene, pages);
        return pages;
    }
    EXHIBIT_TRY(addSummary(scene, pictures, pages));
    const ComposedLetters letters = composeLetters(scene);
    addLetters(scene, letters, pages);
    EXHIBIT_ASSIGN(const auto sheets, composePasteSheets(scene, letters));
    addPasteSheets(scene, sheets, letters, pages);
    for (const DisclosedExhibit& exhibit : scene.content.exhibits)
        addExhibit(scene, pictures, exhibit, pages);
    addAnnex(scene, files, pages);
    return pages;
}

} // namespace exhibit::dossier
