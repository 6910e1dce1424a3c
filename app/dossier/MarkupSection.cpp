// What the person pointed at in an exhibit, and what they took out of it.

#include "dossier/Sections.h"

namespace exhibit::dossier {

namespace {

constexpr std::size_t kQuoteLength = 300; ///< characters of marked words in the table

std::string whereOf(const Scene& scene, const Mark& mark) {
    if (mark.region)
        return scene.words("marks.screenshot", {{"k", std::to_string(mark.number)}});
    return scene.words("marks.text", {{"role", scene.words.named("role", name(mark.on))},
                                      {"text", scene.words("quoted", {{"text", beginning(mark.text, kQuoteLength)}})}});
}

std::string whatOf(const Scene& scene, const Mark& mark) {
    const std::string category = scene.words.named("category", mark.category);
    return mark.label.empty() ? category : category + ": " + oneLine(mark.label);
}

std::string whereOf(const Scene& scene, const Redaction& redaction) {
    if (redaction.region)
        return scene.words("redactions.region", {{"k", std::to_string(redaction.number)},
                                                 {"x", std::to_string(redaction.region->x)},
                                                 {"y", std::to_string(redaction.region->y)},
                                                 {"width", std::to_string(redaction.region->width)},
                                                 {"height", std::to_string(redaction.region->height)}});
    if (!redaction.on)
        return scene.words("redactions.everywhere");
    return scene.words("redactions.role", {{"role", scene.words.named("role", name(*redaction.on))}});
}

} // namespace

std::vector<pdf::FigureMark> figureMarks(const DisclosedExhibit& exhibit, int screenshot) {
    std::vector<pdf::FigureMark> marks;
    for (const auto& [number, mark] : exhibit.marks)
        if (mark.region && mark.number == screenshot)
            marks.push_back({static_cast<double>(mark.region->x), static_cast<double>(mark.region->y),
                             static_cast<double>(mark.region->width), static_cast<double>(mark.region->height),
                             number});
    return marks;
}

void addMarks(const Scene& scene, const DisclosedExhibit& exhibit, Pages& pages) {
    if (exhibit.marks.empty())
        return;
    pdf::Table table;
    table.columns = {{0.5, plain(scene.words("marks.column-number"))},
                     {2.3, plain(scene.words("marks.column-where"))},
                     {2.3, plain(scene.words("marks.column-what"))},
                     {1.1, plain(scene.words("marks.column-truth"))},
                     {1.7, plain(scene.words("marks.column-special"))}};
    table.firstColumnIsHeader = true;
    for (const auto& [number, mark] : exhibit.marks)
        table.rows.push_back(
            {bold(std::to_string(number)), plain(whereOf(scene, mark)), plain(whatOf(scene, mark)),
             plain(scene.words.named("truth", name(mark.truth))),
             plain(mark.special.empty() ? scene.words("special.none") : scene.words.named("special", mark.special))});
    pages.blocks.push_back(pdf::Heading{.level = 2, .text = scene.words("exhibit.marks"), .bookmark = ""});
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("exhibit.marks-lead")), pdf::ParagraphStyle::Body, true});
    pages.blocks.push_back(std::move(table));
}

void addRedactions(const Scene& scene, const DisclosedExhibit& exhibit, Pages& pages) {
    if (exhibit.removals.empty())
        return;
    pdf::Table table;
    table.columns = {{3.2, plain(scene.words("redactions.column-where"))},
                     {0.8, plain(scene.words("redactions.column-places"))},
                     {2.6, plain(scene.words("redactions.column-reason"))}};
    std::size_t places = 0;
    for (const DisclosedExhibit::Removal& removal : exhibit.removals) {
        const std::string& reason = removal.redaction.reason;
        places += removal.places;
        table.rows.push_back({plain(whereOf(scene, removal.redaction)), plain(std::to_string(removal.places)),
                              plain(reason.empty() ? scene.words("redactions.no-reason") : oneLine(reason))});
    }
    pages.blocks.push_back(pdf::Heading{.level = 2, .text = scene.words("exhibit.redactions"), .bookmark = ""});
    pages.blocks.push_back(
        pdf::Paragraph{plain(scene.words("exhibit.redactions-lead", {{"count", std::to_string(places)}})),
                       pdf::ParagraphStyle::Body, true});
    pages.blocks.push_back(std::move(table));
}

} // namespace exhibit::dossier
