#include "dossier/Sections.h"
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
    pages.blocks.push_back(listOf(scene, {"annex.does-1", "annex.does-2"}));
    pages.blocks.push_back(heading(scene, 3, "annex.doesnt"));
    pages.blocks.push_back(listOf(scene, {"annex.doesnt-1", "annex.doesnt-2", "annex.doesnt-3"}));
}

void addSteps(const Scene& scene, Pages& pages) {
    const auto command = [&](std::string_view key, const char* text) {
        return pdf::Spans{{scene.words(key) + " "}, {text, pdf::SpanStyle::Mono}};
    };
    pdf::List steps;
    steps.ordered = true;
    steps.items.push_back(command("annex.check-1", "pdfdetach -saveall DOSSIER.pdf"));
    steps.items.push_back(command("annex.check-2", "sha256sum -c SHA256SUMS"));
    steps.items.push_back(plain(scene.words("annex.check-3")));
    steps.items.push_back(plain(scene.words("annex.check-4")));
    pages.blocks.push_back(heading(scene, 2, "annex.check"));
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("annex.check-lead"))});
    pages.blocks.push_back(std::move(steps));
}

void addFileTable(const Scene& scene, const std::vector<ManifestFile>& files, Pages& pages) {
    pdf::Table table;
    table.small = true;
    table.columns = {{2.4, plain(scene.words("annex.column-file"))},
                     {0.9, plain(scene.words("annex.column-size"))},
                     {3.4, plain(scene.words("annex.column-hash")), true}};
    for (const ManifestFile& file : files)
        table.rows.push_back({plain(file.name), plain(std::to_string(file.size)), plain(file.digest.hex())});
    pages.blocks.push_back(heading(scene, 2, "annex.files"));
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("annex.files-lead"))});
    pages.blocks.push_back(std::move(table));
}

void addWithheld(const Scene& scene, Pages& pages) {
    pdf::Table table;
    table.small = true;
    table.columns = {{2, plain(scene.words("annex.column-artifact"))},
                     {3.4, plain(scene.words("annex.column-commitment")), true}};
    for (const DisclosedExhibit& exhibit : scene.content.exhibits)
        for (const CommittedArtifact& artifact : exhibit.withheld)
            table.rows.push_back(
                {plain(scene.words("attachment.artifact", {{"role", scene.words.named("role", name(artifact.role))},
                                                           {"n", std::to_string(exhibit.number)}})),
                 plain(artifact.commitment.hex())});
    if (table.rows.empty())
        return;
    pages.blocks.push_back(heading(scene, 2, "annex.withheld"));
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("annex.withheld-lead"))});
    pages.blocks.push_back(std::move(table));
}

void addCustody(const Scene& scene, Pages& pages) {
    const Content& content = scene.content;
    pages.blocks.push_back(heading(scene, 2, "annex.custody"));
    pages.blocks.push_back(
        pdf::Paragraph{plain(scene.words("annex.custody-lead", {{"count", std::to_string(content.custody.count)}}))});
    pdf::Facts facts;
    facts.facts.push_back({plain(scene.words("annex.case")), plain(content.caseId), true});
    facts.facts.push_back(
        {plain(scene.words("annex.exported")), plain(scene.words.dateTime(scene.now.utc, scene.now.offsetMinutes))});
    facts.facts.push_back({plain(scene.words("annex.custody-head")), plain(content.custody.head.hex()), true});
    pages.blocks.push_back(std::move(facts));
    pages.blocks.push_back(
        pdf::Verbatim{custodyText(content.custodyLines), "custody", {}, {}, pdf::SpanStyle::Mono, true});
    pages.shown.push_back({"custody", "custody.jsonl", Shown::Log});
}

} // namespace

void addAnnex(const Scene& scene, const std::vector<ManifestFile>& files, Pages& pages) {
    pages.blocks.push_back(pdf::Heading{
        .level = 1, .text = scene.words("annex.title"), .newPage = true, .runningTitle = scene.words("annex.running")});
    addProof(scene, pages);
    addSteps(scene, pages);
    addFileTable(scene, files, pages);
    addWithheld(scene, pages);
    addCustody(scene, pages);
}

} // namespace exhibit::dossier
