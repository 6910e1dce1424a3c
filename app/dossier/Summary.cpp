#include "dossier/LookAlikes.h"
#include "dossier/Sections.h"
#include "request/CaseForms.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

/// How much room there is on the page: the summary is to be one page.
enum class Room : std::uint8_t { Ample, Scarce };

constexpr std::size_t kThumbnails = 8, kDenseThumbnails = 4;
constexpr std::size_t kFew = 3;            ///< exhibits: a row of the gallery with room for captions
constexpr std::size_t kCaptionPrompt = 40; ///< characters
constexpr double kThumbnailHeight = 54, kDenseThumbnailHeight = 36; ///< points
constexpr double kQrSize = 46;                                      ///< points
constexpr double kWishWidth = 403;                                  ///< points: what the QR code leaves
constexpr std::size_t kPromptStart = 90;                            ///< characters
/// QR codes of longer addresses get too fine to be read from paper.
constexpr std::size_t kLongestQr = 300; ///< bytes

/// Which law's articles are named; empty where none is known.
std::string lawOf(const Scene& scene) {
    const request::Country* const country = scene.forms.countries().find(scene.content.details.country);
    if (country == nullptr)
        return {};
    switch (country->region) {
    case request::Region::Eea:
        return "gdpr";
    case request::Region::UnitedKingdom:
        return "uk";
    case request::Region::Switzerland:
        return "ch";
    case request::Region::Other:
    case request::Region::Unresolved:
        break;
    }
    return {};
}

/// One selection a wish.
Result<std::vector<request::Selection>> selections(const Scene& scene) {
    const CaseDetails& details = scene.content.details;
    std::vector<request::Selection> found;
    for (const Wish wish : details.wishes) {
        EXHIBIT_ASSIGN(request::Selection selection,
                       scene.forms.select(wish, details.surface, details.country, scene.words.language()));
        found.push_back(std::move(selection));
    }
    return found;
}

/// Where there isn't much room, street and town are left to the letter.
std::string addressOf(const request::Addressee& addressee, Room room) {
    std::string text = oneLine(addressee.name);
    if (!addressee.attention.empty())
        text += ", " + oneLine(addressee.attention);
    if (room == Room::Scarce)
        return text;
    for (const std::string& line : addressee.lines)
        text += ", " + oneLine(line);
    return text;
}

const request::Addressee* mainAddressee(const std::vector<request::Selection>& selections) {
    for (const request::Selection& selection : selections)
        for (const request::ChosenAddressee& chosen : selection.addressees)
            if (chosen.role == request::AddresseeRole::To)
                return &chosen.addressee;
    return nullptr;
}

std::string personOf(const Person& person, Room room) {
    std::string text = oneLine(person.name);
    const std::string address = room == Room::Ample ? joinedLines(person.address) : std::string();
    for (const std::string& part : {address, oneLine(person.email)})
        if (!part.empty())
            text += ", " + part;
    return text;
}

std::string leadOf(const Scene& scene, const request::Addressee* addressee, Room room) {
    const CaseDetails& details = scene.content.details;
    const std::string name = oneLine(details.subject.name);
    if (addressee == nullptr)
        return scene.words("summary.lead-unaddressed", {{"name", name}});
    const std::string to = oneLine(addressee->name);
    if (details.representative.name.empty() || room == Room::Scarce)
        return scene.words("summary.lead", {{"name", name}, {"addressee", to}});
    return scene.words("summary.lead-represented",
                       {{"name", name}, {"representative", oneLine(details.representative.name)}, {"addressee", to}});
}

void addCopies(const Scene& scene, const std::vector<request::Selection>& selections, Room room, pdf::Facts& facts) {
    std::vector<std::string> seen;
    for (const request::Selection& selection : selections)
        for (const request::ChosenAddressee& chosen : selection.addressees) {
            const std::string text = addressOf(chosen.addressee, room);
            if (chosen.role != request::AddresseeRole::Copy || std::count(seen.begin(), seen.end(), text) > 0)
                continue;
            seen.push_back(text);
            facts.facts.push_back({plain(scene.words("summary.copy")), plain(text)});
        }
}

pdf::Facts partiesOf(const Scene& scene, const std::vector<request::Selection>& selections, Room room) {
    const CaseDetails& details = scene.content.details;
    const request::Addressee* const addressee = mainAddressee(selections);
    pdf::Facts facts;
    const auto add = [&](std::string_view key, std::string value) {
        facts.facts.push_back({plain(scene.words(key)), plain(std::move(value))});
    };
    add("summary.subject", personOf(details.subject, room));
    if (!details.representative.name.empty())
        add("summary.representative", personOf(details.representative, room));
    add("summary.addressee",
        addressee != nullptr ? addressOf(*addressee, room) : scene.words("summary.addressee-unknown"));
    addCopies(scene, selections, room, facts);
    add("summary.service", scene.words.named("surface", name(details.surface)));
    if (!details.reference.empty())
        add("summary.reference", oneLine(details.reference));
    const std::string law = lawOf(scene);
    // The period is that of requests under the law; a concern is none.
    const bool isRequest =
        std::any_of(details.wishes.begin(), details.wishes.end(), [](Wish wish) { return wish != Wish::Concern; });
    if (isRequest && (law == "gdpr" || law == "uk"))
        add("summary.period", scene.words("period." + law));
    add("summary.seal", scene.words("summary.seal-text"));
    if (scene.options.readOnlyCase)
        add("summary.log", scene.words("summary.read-only"));
    return facts;
}

std::string groundOf(const Scene& scene, const std::string& wish) {
    const std::string law = lawOf(scene);
    return law.empty() ? scene.words("ground.other") : scene.words("ground." + law + "." + wish);
}

/// The first picture of an exhibit that a page can carry.
const DisclosedItem* firstPicture(const DisclosedExhibit& exhibit, const PicturePages& pictures) {
    for (const DisclosedItem* item : exhibit.of(Role::Screenshot))
        if (item->leaf && pictures.pictures.contains(item->file))
            return item;
    return nullptr;
}

/// Number, day and prompt under the picture: few exhibits need no table.
pdf::Spans thumbnailCaption(const Scene& scene, const DisclosedExhibit& exhibit, bool withPrompt) {
    const TimeReading& time = exhibit.facts.time;
    const std::string title = scene.words("exhibit.title", {{"n", std::to_string(exhibit.number)}});
    if (!withPrompt)
        return bold(title);
    pdf::Spans caption = bold(title);
    std::string text = " · " + scene.words.date(time.utc, time.offsetMinutes);
    const auto prompts = exhibit.of(Role::Prompt);
    if (!prompts.empty() && prompts.front()->text)
        text += "\n" + scene.words("quoted", {{"text", beginning(*prompts.front()->text, kCaptionPrompt)}});
    caption.push_back({std::move(text)});
    return caption;
}

void addGallery(const Scene& scene, const PicturePages& pictures, Room room, pdf::Blocks& blocks) {
    const bool few = scene.content.exhibits.size() <= kFew;
    const std::size_t most = room == Room::Ample ? kThumbnails : kDenseThumbnails;
    pdf::Gallery gallery;
    gallery.height = room == Room::Ample ? kThumbnailHeight : kDenseThumbnailHeight;
    if (few)
        gallery.perRow = static_cast<int>(kFew);
    std::size_t withPicture = 0;
    for (const DisclosedExhibit& exhibit : scene.content.exhibits) {
        const DisclosedItem* const item = firstPicture(exhibit, pictures);
        if (item == nullptr || ++withPicture > most)
            continue;
        gallery.thumbnails.push_back({pictures.pictures.at(item->file),
                                      scene.words("summary.thumbnail-alt", {{"n", std::to_string(exhibit.number)}}),
                                      thumbnailCaption(scene, exhibit, few)});
    }
    if (gallery.thumbnails.empty())
        return;
    blocks.push_back(std::move(gallery));
    if (withPicture > most && room == Room::Ample) // where there is less, the number of all follows
        blocks.push_back(pdf::Paragraph{plain(scene.words("summary.more", {{"shown", std::to_string(most)},
                                                                           {"count", std::to_string(withPicture)}})),
                                        pdf::ParagraphStyle::Small});
}

std::size_t reducedPictures(const Content& content) {
    std::size_t count = 0;
    for (const DisclosedExhibit& exhibit : content.exhibits)
        count += static_cast<std::size_t>(std::count_if(exhibit.items.begin(), exhibit.items.end(),
                                                        [](const DisclosedItem& item) { return item.reduction; }));
    return count;
}

/// Few enough for their captions to say it all, and each has a picture to stand under.
bool fitsGallery(const Scene& scene, const PicturePages& pictures) {
    const auto& exhibits = scene.content.exhibits;
    return exhibits.size() <= kFew &&
           std::all_of(exhibits.begin(), exhibits.end(),
                       [&](const DisclosedExhibit& exhibit) { return firstPicture(exhibit, pictures) != nullptr; });
}

int pictureCount(const DisclosedExhibit& exhibit) {
    int count = 0;
    for (const DisclosedItem* item : exhibit.of(Role::Screenshot))
        count += item->leaf ? 1 : 0;
    return count;
}

void addExhibitTable(const Scene& scene, Pages& pages) {
    pdf::Table table;
    table.small = true;
    table.columns = {{0.45, plain(scene.words("summary.column-exhibit"))},
                     {1.9, plain(scene.words("summary.column-captured"))},
                     {1.2, plain(scene.words("summary.column-surface"))},
                     {3.6, plain(scene.words("summary.column-prompt"))},
                     {0.75, plain(scene.words("summary.column-pictures"))}};
    for (const DisclosedExhibit& exhibit : scene.content.exhibits) {
        const auto prompts = exhibit.of(Role::Prompt);
        const bool readable = !prompts.empty() && prompts.front()->text;
        const TimeReading& time = exhibit.facts.time;
        table.rows.push_back(
            {plain(std::to_string(exhibit.number)), plain(scene.words.dateTime(time.utc, time.offsetMinutes)),
             plain(scene.words.named("surface", name(exhibit.facts.surface))),
             plain(readable ? beginning(*prompts.front()->text, kPromptStart) : scene.words("summary.no-prompt")),
             plain(std::to_string(pictureCount(exhibit)))});
    }
    pages.blocks.push_back(std::move(table));
}

/// For each wish the form as the case recorded it, or else as the directory has it now.
struct WishForm {
    Wish wish = Wish::Concern;
    std::optional<FormUse> form;
};
std::vector<WishForm> formsOf(const Scene& scene, const std::vector<request::Selection>& selections) {
    std::vector<WishForm> forms;
    for (const request::Selection& selection : selections) {
        WishForm found{selection.wish, std::nullopt};
        if (const FormUse* const recorded = request::formFor(scene.content.details, selection.wish))
            found.form = *recorded;
        else if (!selection.choices.empty())
            found.form = request::useOf(selection.choices.front().entry, selection.wish, scene.words.language());
        forms.push_back(std::move(found));
    }
    return forms;
}

std::string standingOf(const Scene& scene, const FormUse& form) {
    if (form.overridden)
        return scene.words("summary.form-own");
    if (form.seen.empty())
        return scene.words("summary.form-undated");
    return scene.words("summary.form-seen", {{"date", scene.words.isoDate(form.seen)}});
}

pdf::Heading headingOf(const Scene& scene, int level, std::string_view key, Room room) {
    return {.level = level,
            .text = scene.words(key),
            .bookmark = level == 2 ? std::nullopt : std::optional(""),
            .look = room == Room::Ample ? pdf::HeadingLook::Document : pdf::HeadingLook::Dense};
}

/// What is asked, on what ground, and by which form; with the form's QR code beside it.
pdf::Columns wishRow(const Scene& scene, const WishForm& entry, Room room) {
    const std::string wish(name(entry.wish));
    pdf::Columns::Column text{kWishWidth, {}}, code{kQrSize, {}};
    text.blocks.push_back(headingOf(scene, 3, "wish." + wish, room));
    std::string demand = scene.words("wish." + wish + ".request");
    if (entry.wish != Wish::Concern)
        demand += " " + scene.words("summary.ground", {{"ground", groundOf(scene, wish)}});
    const auto add = [&text](pdf::Spans spans) {
        text.blocks.push_back(pdf::Paragraph{std::move(spans), pdf::ParagraphStyle::Small});
    };
    if (!entry.form || entry.form->url.empty()) {
        add(plain(demand + "\n" + scene.words("summary.form-unknown")));
        return {{std::move(text), std::move(code)}};
    }
    const pdf::Span link = linkSpan(*entry.form);
    add({{demand + "\n"}, link, {" " + standingOf(scene, *entry.form)}});
    for (std::string& note : lookAlikeNotes(scene.words, entry.form->url))
        add(plain(std::move(note)));
    if (!link.uri.empty() && link.uri.size() <= kLongestQr)
        code.blocks.push_back(pdf::QrCode{link.uri, scene.words("summary.qr-alt", {{"uri", link.uri}}), {}, kQrSize});
    return {{std::move(text), std::move(code)}};
}

void addWishes(const Scene& scene, const std::vector<WishForm>& forms, Room room, pdf::Blocks& blocks) {
    if (forms.empty())
        return;
    blocks.push_back(headingOf(scene, 2, "summary.what", room));
    for (const WishForm& form : forms)
        blocks.push_back(wishRow(scene, form, room));
    blocks.push_back(
        pdf::Paragraph{plain(scene.words("summary.forms-move", {{"directory", oneLine(scene.forms.version())}})),
                       pdf::ParagraphStyle::Caption});
}

/// All exhibits of a large case, on pages of their own: the first page answers at a glance.
void addExhibitList(const Scene& scene, Pages& pages) {
    const std::string title = scene.words("summary.list");
    pages.blocks.push_back(
        pdf::Heading{.level = 1, .text = title, .newPage = true, .bookmark = title, .runningTitle = title});
    addExhibitTable(scene, pages);
}

void addExhibits(const Scene& scene, const PicturePages& pictures, Room room, pdf::Blocks& blocks) {
    const std::size_t count = scene.content.exhibits.size();
    blocks.push_back(headingOf(scene, 2, count == 1 ? "summary.exhibits-one" : "summary.exhibits", room));
    addGallery(scene, pictures, room, blocks);
    const auto add = [&blocks](std::string text) {
        blocks.push_back(pdf::Paragraph{plain(std::move(text)), pdf::ParagraphStyle::Small});
    };
    if (!fitsGallery(scene, pictures))
        add(scene.words(count == 1 ? "summary.see-list-one" : "summary.see-list", {{"count", std::to_string(count)}}));
    if (!scene.content.complete)
        add(scene.words("summary.incomplete"));
    if (const std::size_t reduced = reducedPictures(scene.content); reduced > 0)
        add(scene.words("summary.reduced", {{"count", std::to_string(reduced)}}));
}

pdf::Blocks onePage(const Scene& scene, const PicturePages& pictures, const std::vector<request::Selection>& selections,
                    Room room) {
    pdf::Heading title = headingOf(scene, 1, "summary.bookmark", room);
    title.bookmark = title.runningTitle = title.text;
    title.text = titleOf(scene);
    pdf::Blocks blocks;
    blocks.push_back(std::move(title));
    blocks.push_back(pdf::Paragraph{plain(leadOf(scene, mainAddressee(selections), room)),
                                    room == Room::Ample ? pdf::ParagraphStyle::Lead : pdf::ParagraphStyle::Body});
    blocks.push_back(partiesOf(scene, selections, room));
    addWishes(scene, formsOf(scene, selections), room, blocks);
    addExhibits(scene, pictures, room, blocks);
    return blocks;
}

} // namespace

Result<> addSummary(const Scene& scene, const PicturePages& pictures, Pages& pages) {
    EXHIBIT_ASSIGN(const auto chosen, selections(scene));
    pages.blocks.push_back(
        pdf::Choice{{onePage(scene, pictures, chosen, Room::Ample), onePage(scene, pictures, chosen, Room::Scarce)}});
    if (!fitsGallery(scene, pictures))
        addExhibitList(scene, pages);
    return {};
}

} // namespace exhibit::dossier
