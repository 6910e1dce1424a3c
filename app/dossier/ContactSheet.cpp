// All exhibits on as few pages as can be: for a form that takes one picture.

#include "dossier/Sections.h"

namespace exhibit::dossier {

namespace {

constexpr std::size_t kPromptLength = 240; ///< characters
constexpr double kPictureHeight = 330;     ///< points: two exhibits on a page
constexpr double kLonePictureHeight = 560;

/// The first picture of an exhibit that a page can carry.
const DisclosedItem* firstPicture(const DisclosedExhibit& exhibit, const PicturePages& pictures) {
    for (const DisclosedItem* item : exhibit.of(Role::Screenshot))
        if (item->leaf && pictures.pictures.contains(item->file))
            return item;
    return nullptr;
}

/// As narrow as the column.
std::string inLines(const std::string& hash) {
    constexpr std::size_t kLine = 16;
    std::string text;
    for (std::size_t at = 0; at < hash.size(); at += kLine)
        text += (at == 0 ? "" : "\n") + hash.substr(at, kLine);
    return text;
}

pdf::Blocks wordsOf(const Scene& scene, const DisclosedExhibit& exhibit, const DisclosedItem* picture) {
    const TimeReading& time = exhibit.facts.time;
    pdf::Blocks blocks;
    blocks.push_back(pdf::Heading{
        .level = 2, .text = scene.words("exhibit.title", {{"n", std::to_string(exhibit.number)}}), .bookmark = ""});
    const auto add = [&](std::string_view label, std::string text) {
        blocks.push_back(pdf::Paragraph{{{scene.words(label) + "\n", pdf::SpanStyle::Bold}, {std::move(text)}},
                                        pdf::ParagraphStyle::Small});
    };
    const auto prompts = exhibit.of(Role::Prompt);
    if (!prompts.empty() && prompts.front()->text)
        add("exhibit.prompt", scene.words("quoted", {{"text", beginning(*prompts.front()->text, kPromptLength)}}));
    add("fact.captured", scene.words.dateTime(time.utc, time.offsetMinutes));
    add("fact.surface", scene.words.named("surface", name(exhibit.facts.surface)));
    if (picture == nullptr)
        add("exhibit.screenshot", scene.words("contact.no-picture"));
    else
        blocks.push_back(pdf::Paragraph{{{scene.words("contact.hash") + "\n", pdf::SpanStyle::Bold},
                                         {inLines(picture->digest.hex()), pdf::SpanStyle::Mono}},
                                        pdf::ParagraphStyle::Small});
    return blocks;
}

} // namespace

pdf::Document contactSheet(const Scene& scene) {
    const bool alone = scene.content.exhibits.size() == 1;
    const PicturePages pictures = openPictures(scene.content);
    pdf::Document document = emptyDocument(scene);
    document.blocks.push_back(pdf::Heading{.level = 1, .text = titleOf(scene)});
    document.blocks.push_back(pdf::Paragraph{
        plain(scene.words(alone ? "contact.lead-one" : "contact.lead",
                          {{"count", std::to_string(scene.content.exhibits.size())}, {"case", scene.content.caseId}})),
        pdf::ParagraphStyle::Body});
    for (const DisclosedExhibit& exhibit : scene.content.exhibits) {
        const DisclosedItem* const item = firstPicture(exhibit, pictures);
        pdf::Columns row;
        pdf::Blocks shown;
        if (item != nullptr)
            shown.push_back(
                pdf::Figure{.picture = pictures.pictures.at(item->file),
                            .alt = scene.words("summary.thumbnail-alt", {{"n", std::to_string(exhibit.number)}}),
                            .maxHeight = alone ? kLonePictureHeight : kPictureHeight});
        row.columns.push_back({2, std::move(shown)});
        row.columns.push_back({1, wordsOf(scene, exhibit, item)});
        document.blocks.push_back(pdf::Rule{});
        document.blocks.push_back(std::move(row));
    }
    return document;
}

} // namespace exhibit::dossier
