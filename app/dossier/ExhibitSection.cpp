#include "dossier/LookAlikes.h"
#include "dossier/Sections.h"
#include "dossier/ShownText.h"
#include "media/QuietRows.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

constexpr std::size_t kAltPromptLength = 120; ///< characters of the prompt in a picture's description
constexpr double kTextWidth = 471;            ///< points, of a page
constexpr double kUprightWidth = 300;         ///< points: a phone's picture needn't be as wide as the text
constexpr double kUprightHeight = 590;        ///< points: leaves room for the heading and the caption
constexpr double kFullWidth = 1000;           ///< points: more than any page has
constexpr double kPhoneRatio = 1.7;           ///< of height to width: a phone's screen is at least 16:9
constexpr double kTallRatio = 3.2;            ///< more would be too narrow to be read, and is cut
constexpr double kColumnWidth = 226;          ///< points: of two side by side
constexpr double kColumnScale = 0.8;          ///< share of a column's width that a picture has at least
constexpr double kSmallestLine = 4.5;         ///< points: the height of a line of text in a column
constexpr std::size_t kShortHash = 16;        ///< hexadecimal digits in a caption

void addNote(Pages& pages, std::string text) {
    pages.blocks.push_back(pdf::Paragraph{plain(std::move(text)), pdf::ParagraphStyle::Note});
}

/// Of a redacted copy: of the text that it was made from.
std::string originOf(const Scene& scene, const DisclosedItem& item) {
    const Artifact& artifact = *item.original;
    if (item.writtenLater)
        return scene.words(isRedacted(item.artifact) ? "exhibit.written-later-redacted" : "exhibit.written-later",
                           {{"time", scene.words.dateTime(*item.writtenLater, scene.now.offsetMinutes)}});
    return scene.words(isRedacted(item.artifact) ? "exhibit.origin-redacted" : "exhibit.origin",
                       {{"origin", scene.words.named("origin", name(artifact.origin))},
                        {"confirmed", scene.words(artifact.confirmed ? "confirmed.yes" : "confirmed.no")}});
}

void addVerbatim(Pages& pages, std::string id, const std::string& file, Shown as, std::string text, std::string label,
                 std::vector<pdf::TextMark> marks = {}) {
    pdf::Verbatim block{std::move(text), id, {}, std::move(label)};
    block.marks = std::move(marks);
    if (as == Shown::Ascii) {
        block.style = pdf::SpanStyle::Mono;
        block.small = true;
    }
    pages.blocks.push_back(std::move(block));
    pages.shown.push_back({std::move(id), file, as});
}

/// Why a text stands on the page in another form too, or in another form alone.
void explain(const Scene& scene, const TextView& view, const std::string& file, Pages& pages) {
    const request::Values values{{"file", file}};
    if (view.as == Shown::Escaped)
        addNote(pages, scene.words("exhibit.invalid", values));
    if (view.windowsLineEnds)
        addNote(pages, scene.words("exhibit.line-ends", values));
    if (view.asciiTooLong)
        addNote(pages, scene.words("exhibit.ascii-too-long", values));
    else if (view.ascii)
        addNote(pages, scene.words(view.invisible ? "exhibit.invisible" : "exhibit.bidi", values));
}

void addLookAlikes(const Scene& scene, std::string_view text, Pages& pages) {
    for (std::string& note : lookAlikeNotes(scene.words, text))
        addNote(pages, std::move(note));
}

/// A text to the letter, with its origin above it.
void addText(const Scene& scene, const DisclosedExhibit& exhibit, const DisclosedItem& item, Pages& pages) {
    if (!item.text) {
        addNote(pages, scene.words("exhibit.too-long", {{"file", item.file}}));
        return;
    }
    if (item.text->empty()) {
        addNote(pages, scene.words("exhibit.empty"));
        return;
    }
    TextView view = viewOf(*item.text);
    auto marks = textMarks(exhibit, item.artifact.role, view.text);
    addVerbatim(pages, item.id, item.file, view.as, std::move(view.text), originOf(scene, item), std::move(marks));
    explain(scene, view, item.file, pages);
    if (view.ascii)
        addVerbatim(pages, item.id + "-ascii", item.file, Shown::Ascii, std::move(*view.ascii),
                    scene.words("exhibit.ascii-label"));
    addLookAlikes(scene, *item.text, pages);
}

void addTexts(const Scene& scene, const DisclosedExhibit& exhibit, Role role, std::string_view heading,
              std::string_view missing, Pages& pages) {
    const auto items = exhibit.of(role);
    if (items.empty() && missing.empty())
        return;
    pages.blocks.push_back(pdf::Heading{.level = 2, .text = scene.words(heading), .bookmark = ""});
    if (items.empty())
        addNote(pages, scene.words(missing));
    for (const DisclosedItem* item : items)
        addText(scene, exhibit, *item, pages);
}

std::string promptOf(const DisclosedExhibit& exhibit) {
    const auto prompts = exhibit.of(Role::Prompt);
    return prompts.empty() || !prompts.front()->text ? "" : beginning(*prompts.front()->text, kAltPromptLength);
}

std::string altOf(const Scene& scene, const DisclosedExhibit& exhibit, const DisclosedItem& item,
                  const pdf::Picture& picture) {
    const std::string prompt = promptOf(exhibit);
    const request::Values values{{"k", std::to_string(item.number)},
                                 {"n", std::to_string(exhibit.number)},
                                 {"width", std::to_string(picture.width())},
                                 {"height", std::to_string(picture.height())},
                                 {"surface", scene.words.named("surface", name(exhibit.facts.surface))},
                                 {"prompt", scene.words("quoted", {{"text", prompt}})}};
    std::string alt = scene.words(prompt.empty() ? "exhibit.figure-alt" : "exhibit.figure-alt-prompt", values);
    const std::size_t marks = figureMarks(exhibit, item.number).size();
    if (marks > 0)
        alt += " " + scene.words("exhibit.figure-marks", {{"count", std::to_string(marks)}});
    return alt;
}

/// A picture of a phone, or of a long page.
bool isUpright(const pdf::Picture& picture) {
    return picture.height() > picture.width() + picture.width() / 5;
}

/// What was done to a picture so that the file fits, in words.
std::string reductionOf(const Scene& scene, const Reduction& reduction) {
    std::string text;
    const auto add = [&text](const std::string& words) { text += (text.empty() ? "" : ", ") + words; };
    if (reduction.scalePercent < 100)
        add(scene.words("reduced.scale", {{"percent", std::to_string(reduction.scalePercent)}}));
    if (reduction.grey)
        add(scene.words("reduced.grey"));
    if (reduction.quality > 0)
        add(scene.words("reduced.jpeg", {{"quality", std::to_string(reduction.quality)}}));
    return text.empty() ? scene.words("reduced.packed") : text;
}

/// What the picture on the page was made of, if it isn't the recorded one.
std::string ancestryOf(const Scene& scene, const DisclosedExhibit& exhibit, const DisclosedItem& item) {
    if (!item.artifact.parent)
        return {};
    if (isRedacted(item.artifact))
        return " " + scene.words("exhibit.caption-redacted");
    const Commitment original = item.original->commitment();
    request::Values values{{"operation", scene.words.operations(item.artifact.operation)},
                           {"original", exhibit.fileOf(original)}};
    const auto kept = std::find_if(exhibit.withheld.begin(), exhibit.withheld.end(),
                                   [&](const CommittedArtifact& one) { return one.commitment == original; });
    if (kept == exhibit.withheld.end())
        return " " + scene.words("exhibit.caption-derived", values);
    return " " + scene.words(kept->reason == Withheld::Size ? "exhibit.caption-left-out" : "exhibit.caption-withheld",
                             values);
}

pdf::Spans captionOf(const Scene& scene, const DisclosedExhibit& exhibit, const DisclosedItem& item,
                     const pdf::Picture& picture) {
    std::string text = scene.words(item.place.onPage ? "exhibit.caption-on-page" : "exhibit.caption",
                                   {{"k", std::to_string(item.number)},
                                    {"width", std::to_string(picture.width())},
                                    {"height", std::to_string(picture.height())},
                                    {"file", item.file},
                                    {"hash", item.digest.hex().substr(0, kShortHash)}});
    if (item.reduction)
        text += " " + scene.words("exhibit.caption-reduced",
                                  {{"how", reductionOf(scene, *item.reduction)},
                                   {"width", std::to_string(item.fullWidth)},
                                   {"commitment", item.artifact.commitment().hex().substr(0, kShortHash)}});
    return plain(text + ancestryOf(scene, exhibit, item));
}

bool isTall(const pdf::Picture& picture) {
    return picture.height() > kTallRatio * picture.width();
}

/// Where a tall picture is best cut, and whether its text can be read in a column. Only such a picture is decoded.
bool fitsColumn(const DisclosedItem& item, pdf::Figure& figure) {
    const pdf::Picture& picture = *figure.picture;
    if (!isTall(picture))
        return picture.height() > kPhoneRatio * picture.width();
    const auto survey = media::surveyRows(*item.bytes);
    if (!survey) // it can't tell where; then it is cut anywhere
        return true;
    for (const media::RowSurvey::Gap& gap : survey->gaps)
        figure.quietRows.push_back({gap.begin + (gap.end - gap.begin) / 2, gap.end - gap.begin});
    return survey->lineHeight == 0 || kColumnWidth * survey->lineHeight > kSmallestLine * picture.width();
}

/// Pictures of phones that follow one another stand side by side; a tall one goes on beside itself.
class ScreenshotBlocks {
public:
    explicit ScreenshotBlocks(pdf::Blocks& blocks) : m_blocks(blocks) {}

    void add(const DisclosedItem& item, pdf::Figure figure) {
        if (fitsColumn(item, figure)) {
            figure.minScale = kColumnScale;
            m_columns.figures.push_back(std::move(figure));
            return;
        }
        flush();
        addAlone(std::move(figure));
    }
    void flush() {
        const bool alone = m_columns.figures.size() == 1 && !isTall(*m_columns.figures.front().picture);
        if (alone)
            addAlone(std::move(m_columns.figures.front()));
        else if (!m_columns.figures.empty())
            m_blocks.push_back(std::move(m_columns));
        m_columns = {};
    }

private:
    void addAlone(pdf::Figure figure) {
        if (isTall(*figure.picture)) {
            figure.maxWidth = kFullWidth;
        } else if (isUpright(*figure.picture)) {
            figure.maxWidth = kUprightWidth;
            figure.maxHeight = kUprightHeight;
        }
        m_blocks.push_back(std::move(figure));
    }

    pdf::Blocks& m_blocks;
    pdf::FigureColumns m_columns;
};

void addScreenshot(const Scene& scene, const PicturePages& pictures, const DisclosedExhibit& exhibit,
                   const DisclosedItem& item, Pages& pages, ScreenshotBlocks& blocks) {
    const auto refused = pictures.refused.find(item.file);
    if (refused != pictures.refused.end()) {
        blocks.flush();
        std::string note = scene.words("exhibit.not-shown", {{"file", item.file}, {"reason", refused->second}});
        pages.warnings.push_back(note);
        addNote(pages, std::move(note));
        return;
    }
    const pdf::SharedPicture& picture = pictures.pictures.at(item.file);
    pdf::Figure figure{picture, altOf(scene, exhibit, item, *picture), item.id,
                       captionOf(scene, exhibit, item, *picture)};
    figure.marks = figureMarks(exhibit, item.number);
    // They were set on the picture as it was recorded.
    const double scale = item.reduction ? static_cast<double>(picture->width()) / item.fullWidth : 1;
    for (pdf::FigureMark& mark : figure.marks)
        mark = {mark.x * scale, mark.y * scale, mark.width * scale, mark.height * scale, mark.number};
    blocks.add(item, std::move(figure));
    pages.shown.push_back({item.id, item.file, Shown::Picture});
}

std::vector<const DisclosedItem*> leafScreenshots(const DisclosedExhibit& exhibit) {
    std::vector<const DisclosedItem*> leaves;
    for (const DisclosedItem* item : exhibit.of(Role::Screenshot))
        if (item->leaf)
            leaves.push_back(item);
    return leaves;
}

bool isUpright(const DisclosedItem& item, const PicturePages& pictures) {
    const auto picture = pictures.pictures.find(item.file);
    return picture != pictures.pictures.end() && isUpright(*picture->second);
}

void addScreenshots(const Scene& scene, const PicturePages& pictures, const DisclosedExhibit& exhibit,
                    const std::vector<const DisclosedItem*>& shown, Pages& pages) {
    if (shown.empty())
        return;
    pages.blocks.push_back(
        pdf::Heading{.level = 2,
                     .text = scene.words(shown.size() == 1 ? "exhibit.screenshot" : "exhibit.screenshots"),
                     // Such a picture takes a page of its own, and its heading goes along.
                     .newPage = isUpright(*shown.front(), pictures),
                     .bookmark = ""});
    ScreenshotBlocks blocks(pages.blocks);
    for (const DisclosedItem* item : shown)
        addScreenshot(scene, pictures, exhibit, *item, pages, blocks);
    blocks.flush();
}

std::string clockState(const Scene& scene, const TimeReading& time) {
    if (!time.synchronised)
        return scene.words("fact.clock-free");
    const std::int64_t milliseconds = (time.maxErrorMicroseconds + 999) / 1000;
    return scene.words("fact.clock-synchronised", {{"milliseconds", std::to_string(milliseconds)}});
}

/// The short texts of an exhibit, such as the conversation's address.
void addTextFacts(const Scene& scene, const DisclosedExhibit& exhibit, pdf::Facts& facts, Pages& pages) {
    for (const Role role : kFactRoles)
        for (const DisclosedItem* item : exhibit.of(role)) {
            const std::string value = item->text ? shownText(*item->text, Shown::Line) : "";
            if (value.empty())
                continue;
            facts.facts.push_back({plain(scene.words.named("role", name(role))), plain(value), false, item->id});
            pages.shown.push_back({item->id, item->file, Shown::Line});
        }
}

void addFacts(const Scene& scene, const DisclosedExhibit& exhibit, Pages& pages) {
    const CaptureRecord& record = exhibit.facts;
    pdf::Facts facts;
    const auto add = [&](std::string_view key, std::string value) {
        facts.facts.push_back({plain(scene.words(key)), plain(std::move(value))});
    };
    add("fact.surface", scene.words.named("surface", name(record.surface)));
    add("fact.captured", scene.words.dateTime(record.time.utc, record.time.offsetMinutes));
    facts.facts.push_back(
        {plain(scene.words("fact.utc")), plain(record.time.utc.iso()), false, timeId(exhibit.number)});
    pages.shown.push_back({timeId(exhibit.number), recordFileName(exhibit.number), Shown::Time});
    add("fact.clock", clockState(scene, record.time));
    add("fact.method", scene.words.named("method", record.method));
    add("fact.conversation", scene.words.named("conversation", name(record.conversation)));
    addTextFacts(scene, exhibit, facts, pages);
    add("fact.tool", oneLine(record.tool));
    add("fact.system", oneLine(record.operatingSystem));
    pages.blocks.push_back(pdf::Heading{.level = 2, .text = scene.words("exhibit.facts"), .bookmark = ""});
    pages.blocks.push_back(std::move(facts));
    for (const Role role : {Role::ConversationUrl, Role::PromptSource, Role::Account})
        for (const DisclosedItem* item : exhibit.of(role))
            if (item->text)
                addLookAlikes(scene, *item->text, pages);
}

void addFiles(const Scene& scene, const DisclosedExhibit& exhibit, Pages& pages) {
    pdf::Table table = hashTable(scene.words("annex.column-file"));
    bool onPage = false;
    for (const DisclosedItem& item : exhibit.items) {
        table.rows.push_back({plain(item.file), plain(item.digest.hex())});
        onPage = onPage || item.place.onPage;
    }
    table.rows.push_back({plain(recordFileName(exhibit.number)), plain(sha256(bytesOf(exhibit.record)).hex())});
    pages.blocks.push_back(pdf::Heading{.level = 2, .text = scene.words("exhibit.files"), .bookmark = ""});
    if (onPage)
        pages.blocks.push_back(
            pdf::Paragraph{plain(scene.words("exhibit.files-on-page")), pdf::ParagraphStyle::Note, true});
    pages.blocks.push_back(std::move(table));
}

} // namespace

double shownWidth(const pdf::Picture& picture) {
    return isUpright(picture) ? kColumnWidth : kTextWidth;
}

void addColophon(const Scene& scene, Pages& pages) {
    const CaseDetails& details = scene.content.details;
    pdf::Facts facts;
    const auto add = [&](std::string_view key, std::string value) {
        if (!value.empty())
            facts.facts.push_back({plain(scene.words(key)), plain(std::move(value))});
    };
    add("summary.subject", oneLine(details.subject.name));
    add("summary.representative", oneLine(details.representative.name));
    add("summary.reference", oneLine(details.reference));
    add("annex.case", scene.content.caseId);
    add("annex.exported", scene.words.dateTime(scene.now.utc, scene.now.offsetMinutes));
    add("single.log", scene.content.custody.head.hex());
    addWithheld(scene, pages);
    pages.blocks.push_back(pdf::Heading{.level = 2, .text = scene.words("single.title"), .bookmark = ""});
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("single.text"))});
    pages.blocks.push_back(std::move(facts));
}

void addExhibit(const Scene& scene, const PicturePages& pictures, const DisclosedExhibit& exhibit, Pages& pages) {
    const std::string title = scene.words("exhibit.title", {{"n", std::to_string(exhibit.number)}});
    const TimeReading& time = exhibit.facts.time;
    pages.blocks.push_back(
        pdf::Heading{.level = 1, .text = title, .newPage = true, .bookmark = title, .runningTitle = title});
    pages.blocks.push_back(pdf::Paragraph{
        plain(scene.words("exhibit.lead", {{"surface", scene.words.named("surface", name(exhibit.facts.surface))},
                                           {"time", scene.words.dateTime(time.utc, time.offsetMinutes)}})),
        pdf::ParagraphStyle::Lead});
    if (!exhibit.redactions.empty())
        addNote(pages, scene.words("exhibit.redacted"));
    addTexts(scene, exhibit, Role::Turn, "exhibit.turns", "", pages);
    addTexts(scene, exhibit, Role::Prompt, "exhibit.prompt", "exhibit.no-prompt", pages);
    addTexts(scene, exhibit, Role::Response, "exhibit.response", "exhibit.no-response", pages);
    addTexts(scene, exhibit, Role::Note, "exhibit.notes", "", pages);
    addFacts(scene, exhibit, pages);
    // Before the pictures, which leave no room beside them.
    addFiles(scene, exhibit, pages);
    addScreenshots(scene, pictures, exhibit, leafScreenshots(exhibit), pages);
    addMarks(scene, exhibit, pages);
    addRedactions(scene, exhibit, pages);
}

} // namespace exhibit::dossier
