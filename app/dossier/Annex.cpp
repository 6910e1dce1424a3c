#include "dossier/Instructions.h"
#include "dossier/ShownText.h"

namespace exhibit::dossier {

namespace {

pdf::Heading heading(const Scene& scene, int level, std::string_view key) {
    return {.level = level, .text = scene.words(key), .bookmark = level == 2 ? std::nullopt : std::optional("")};
}

pdf::List listOf(const Scene& scene, std::initializer_list<std::string_view> keys) {
    pdf::List list;
    for (const std::string_view key : keys)
        list.items.push_back(plain(scene.words(key)));
    return list;
}

void addProof(const Scene& scene, Pages& pages) {
    pages.blocks.push_back(heading(scene, 2, "annex.proves"));
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("annex.proves-lead"))});
    pages.blocks.push_back(heading(scene, 3, "annex.does"));
    pages.blocks.push_back(listOf(
        scene, {storesPicturesOnPages(scene.content) ? "annex.does-1-on-pages" : "annex.does-1", "annex.does-2"}));
    pages.blocks.push_back(heading(scene, 3, "annex.doesnt"));
    pages.blocks.push_back(listOf(scene, {"annex.doesnt-1", "annex.doesnt-2", "annex.doesnt-3"}));
}

void addSteps(const Scene& scene, Pages& pages) {
    pages.blocks.push_back(heading(scene, 2, "annex.check"));
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("annex.check-lead")), pdf::ParagraphStyle::Body, true});
    pages.blocks.push_back(
        pdf::Verbatim{"pdfdetach -saveall DOSSIER.pdf\nsha256sum -c SHA256SUMS", {}, {}, {}, pdf::SpanStyle::Mono});
    pages.blocks.push_back(
        storesPicturesOnPages(scene.content)
            ? listOf(scene, {"annex.check-1", "annex.check-pictures", "annex.check-2", "annex.check-3"})
            : listOf(scene, {"annex.check-1", "annex.check-2", "annex.check-3"}));
}

void addFileTable(const Scene& scene, const std::vector<ManifestFile>& files, Pages& pages) {
    pdf::Table table = hashTable(scene.words("annex.column-file"));
    for (const ManifestFile& file : files)
        table.rows.push_back({plain(file.name), plain(file.digest.hex())});
    pages.blocks.push_back(heading(scene, 2, "annex.files"));
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("annex.files-lead")), pdf::ParagraphStyle::Body, true});
    pages.blocks.push_back(std::move(table));
}

void addPictureTable(const Scene& scene, Pages& pages) {
    pdf::Table table = hashTable(scene.words("annex.column-file"));
    for (const DisclosedExhibit& exhibit : scene.content.exhibits)
        for (const DisclosedItem& item : exhibit.items)
            if (item.place.onPage)
                table.rows.push_back({plain(item.file), plain(item.digest.hex())});
    if (table.rows.empty())
        return;
    pages.blocks.push_back(heading(scene, 2, "annex.pictures"));
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("annex.pictures-lead")), pdf::ParagraphStyle::Body, true});
    pages.blocks.push_back(std::move(table));
}

void addCustody(const Scene& scene, Pages& pages) {
    const Content& content = scene.content;
    pages.blocks.push_back(heading(scene, 2, "annex.custody"));
    pages.blocks.push_back(
        pdf::Paragraph{plain(scene.words("annex.custody-lead", {{"count", std::to_string(content.custody.count)}})),
                       pdf::ParagraphStyle::Body, true});
    pdf::Facts facts;
    facts.facts.push_back({plain(scene.words("annex.case")), plain(content.caseId), true});
    facts.facts.push_back(
        {plain(scene.words("annex.exported")), plain(scene.words.dateTime(scene.now.utc, scene.now.offsetMinutes))});
    facts.facts.push_back({plain(scene.words("annex.custody-head")), plain(content.custody.head.hex()), true});
    pages.blocks.push_back(std::move(facts));
    pages.blocks.push_back(pdf::Verbatim{.text = custodyText(content.custodyLines),
                                         .id = "custody",
                                         .style = pdf::SpanStyle::Mono,
                                         .small = true,
                                         .keepIndented = true});
    pages.shown.push_back({"custody", "custody.jsonl", Shown::Log});
}

} // namespace

void addWithheld(const Scene& scene, Pages& pages) {
    pdf::Table table = hashTable(scene.words("annex.column-artifact"), scene.words("annex.column-commitment"));
    for (const DisclosedExhibit& exhibit : scene.content.exhibits)
        for (const CommittedArtifact& artifact : exhibit.withheld)
            table.rows.push_back(
                {plain(scene.words("annex.withheld-artifact",
                                   {{"role", scene.words.named("role", name(artifact.role))},
                                    {"n", std::to_string(exhibit.number)},
                                    {"reason", scene.words.named("withheld", name(artifact.reason))}})),
                 plain(artifact.commitment.hex())});
    if (table.rows.empty())
        return;
    pages.blocks.push_back(heading(scene, 2, "annex.withheld"));
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("annex.withheld-lead")), pdf::ParagraphStyle::Body, true});
    pages.blocks.push_back(std::move(table));
}

void addAnnex(const Scene& scene, const std::vector<ManifestFile>& files, Pages& pages) {
    pages.blocks.push_back(pdf::Heading{
        .level = 1, .text = scene.words("annex.title"), .newPage = true, .runningTitle = scene.words("annex.running")});
    addProof(scene, pages);
    addSteps(scene, pages);
    addFileTable(scene, files, pages);
    addPictureTable(scene, pages);
    addWithheld(scene, pages);
    addCustody(scene, pages);
}

} // namespace exhibit::dossier
