// What the person pointed at in an exhibit, and what they took out of it.

#include "dossier/Sections.h"
#include "dossier/WordSearch.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

constexpr std::size_t kQuoteLength = 300; ///< characters of marked words in the table

std::string whereOf(const Scene& scene, const Mark& mark) {
    const std::string place = mark.region ? scene.words("marks.screenshot", {{"k", std::to_string(mark.number)}})
                                          : scene.words.named("role", name(mark.on));
    if (mark.text.empty())
        return place;
    const std::string quote = scene.words("quoted", {{"text", beginning(mark.text, kQuoteLength)}});
    return scene.words("marks.quote", {{"place", place}, {"quote", quote}});
}

/// The kind of data, and below it the person's own words, and what is correct.
pdf::Spans whatOf(const Scene& scene, const Mark& mark) {
    pdf::Spans spans = bold(scene.words.named("category", mark.category));
    if (!mark.label.empty())
        spans.push_back({"\n" + scene.words("quoted", {{"text", escapeForDisplay(mark.label, EscapeStyle::Block)}})});
    if (!mark.correction.empty())
        spans.push_back({"\n" + scene.words("marks.correction",
                                            {{"text", escapeForDisplay(mark.correction, EscapeStyle::Block)}})});
    return spans;
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

std::size_t coveredPlaces(const DisclosedExhibit& exhibit, const Outgoing<Redaction>& redaction) {
    const auto words = exhibit.places.find(redaction.number);
    return words == exhibit.places.end() ? 1 : words->second;
}

std::string leadOf(const Scene& scene, const DisclosedExhibit& exhibit, std::size_t places) {
    std::string lead = places == 1 ? scene.words("exhibit.redactions-one")
                                   : scene.words("exhibit.redactions-count", {{"count", std::to_string(places)}});
    lead += " " + scene.words("exhibit.redactions-lead");
    if (exhibit.keepsMore)
        lead += " " + scene.words("exhibit.redactions-more");
    return lead;
}

} // namespace

std::vector<pdf::FigureMark> figureMarks(const DisclosedExhibit& exhibit, int screenshot) {
    std::vector<pdf::FigureMark> marks;
    for (const Outgoing<Mark>& mark : exhibit.marks) {
        const std::optional<Region>& region = mark.markup.region;
        if (region && mark.markup.number == screenshot)
            marks.push_back({static_cast<double>(region->x), static_cast<double>(region->y),
                             static_cast<double>(region->width), static_cast<double>(region->height), mark.number});
    }
    return marks;
}

std::vector<pdf::TextMark> textMarks(const DisclosedExhibit& exhibit, Role role, std::string_view text) {
    std::vector<pdf::TextMark> marks;
    for (const Outgoing<Mark>& mark : exhibit.marks) {
        const Mark& value = mark.markup;
        // A token alone would be found in every place of every redaction.
        if (value.region || value.on != role || value.text == kRedactionToken)
            continue;
        for (const Extent& extent : findWords(text, std::span(&value.text, 1)))
            marks.push_back({extent.begin, extent.end, mark.number});
    }
    return marks;
}

void addMarks(const Scene& scene, const DisclosedExhibit& exhibit, Pages& pages) {
    if (exhibit.marks.empty())
        return;
    pdf::Table table;
    table.columns = {{0.45, plain(scene.words("marks.column-number"))},
                     {2.1, plain(scene.words("marks.column-where"))},
                     {2.7, plain(scene.words("marks.column-what"))},
                     {0.95, plain(scene.words("marks.column-truth"))},
                     {1.7, plain(scene.words("marks.column-special"))}};
    table.firstColumnIsHeader = true;
    for (const Outgoing<Mark>& mark : exhibit.marks) {
        const Mark& value = mark.markup;
        table.rows.push_back(
            {bold(std::to_string(mark.number)), plain(whereOf(scene, value)), whatOf(scene, value),
             plain(scene.words.named("truth", name(value.truth))),
             plain(value.special.empty() ? scene.words("special.none") : scene.words.named("special", value.special))});
    }
    pages.blocks.push_back(pdf::Heading{.level = 2, .text = scene.words("exhibit.marks"), .bookmark = ""});
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("exhibit.marks-lead")), pdf::ParagraphStyle::Body, true});
    pages.blocks.push_back(std::move(table));
}

void addRedactions(const Scene& scene, const DisclosedExhibit& exhibit, Pages& pages) {
    if (exhibit.redactions.empty())
        return;
    pdf::Table table;
    table.columns = {{3.2, plain(scene.words("redactions.column-where"))},
                     {0.8, plain(scene.words("redactions.column-places"))},
                     {2.6, plain(scene.words("redactions.column-reason"))}};
    std::size_t places = 0;
    for (const Outgoing<Redaction>& redaction : exhibit.redactions) {
        const std::string& reason = redaction.markup.reason;
        const std::size_t count = coveredPlaces(exhibit, redaction);
        places += count;
        table.rows.push_back({plain(whereOf(scene, redaction.markup)), plain(std::to_string(count)),
                              plain(reason.empty() ? scene.words("redactions.no-reason") : oneLine(reason))});
    }
    pages.blocks.push_back(pdf::Heading{.level = 2, .text = scene.words("exhibit.redactions"), .bookmark = ""});
    pages.blocks.push_back(pdf::Paragraph{plain(leadOf(scene, exhibit, places)), pdf::ParagraphStyle::Body, true});
    pages.blocks.push_back(std::move(table));
}

} // namespace exhibit::dossier
