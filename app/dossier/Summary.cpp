#include "dossier/Sections.h"
#include "request/FormUrl.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

constexpr std::size_t kThumbnails = 8;
constexpr double kThumbnailHeight = 76;  ///< points
constexpr std::size_t kPromptStart = 90; ///< characters
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

/// One selection a wish; one for the surface alone if the case has no wish.
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

std::string addressOf(const request::Addressee& addressee) {
    std::string text = oneLine(addressee.name);
    if (!addressee.attention.empty())
        text += ", " + oneLine(addressee.attention);
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

std::string personOf(const Person& person) {
    std::string text = oneLine(person.name);
    for (const std::string& part : {joinedLines(person.address), oneLine(person.email)})
        if (!part.empty())
            text += ", " + part;
    return text;
}

std::string leadOf(const Scene& scene, const request::Addressee* addressee) {
    const CaseDetails& details = scene.content.details;
    const std::string name = oneLine(details.subject.name);
    if (addressee == nullptr)
        return scene.words("summary.lead-unaddressed", {{"name", name}});
    const std::string to = oneLine(addressee->name);
    if (details.representative.name.empty())
        return scene.words("summary.lead", {{"name", name}, {"addressee", to}});
    return scene.words("summary.lead-represented",
                       {{"name", name}, {"representative", oneLine(details.representative.name)}, {"addressee", to}});
}

void addCopies(const Scene& scene, const std::vector<request::Selection>& selections, pdf::Facts& facts) {
    std::vector<std::string> seen;
    for (const request::Selection& selection : selections)
        for (const request::ChosenAddressee& chosen : selection.addressees) {
            const std::string text = addressOf(chosen.addressee);
            if (chosen.role != request::AddresseeRole::Copy || std::count(seen.begin(), seen.end(), text) > 0)
                continue;
            seen.push_back(text);
            facts.facts.push_back({plain(scene.words("summary.copy")), plain(text)});
        }
}

pdf::Facts partiesOf(const Scene& scene, const std::vector<request::Selection>& selections) {
    const CaseDetails& details = scene.content.details;
    const request::Addressee* const addressee = mainAddressee(selections);
    pdf::Facts facts;
    const auto add = [&](std::string_view key, std::string value) {
        facts.facts.push_back({plain(scene.words(key)), plain(std::move(value))});
    };
    add("summary.subject", personOf(details.subject));
    if (!details.representative.name.empty())
        add("summary.representative", personOf(details.representative));
    add("summary.addressee", addressee != nullptr ? addressOf(*addressee) : scene.words("summary.addressee-unknown"));
    addCopies(scene, selections, facts);
    add("summary.service", scene.words.named("surface", name(details.surface)));
    if (!details.reference.empty())
        add("summary.reference", oneLine(details.reference));
    const std::string law = lawOf(scene);
    if (law == "gdpr" || law == "uk")
        add("summary.period", scene.words("period." + law));
    return facts;
}

pdf::Table wishesOf(const Scene& scene) {
    const std::string law = lawOf(scene);
    pdf::Table table;
    table.columns = {
        {1.1, plain(scene.words("summary.request"))}, {2.4, {}}, {2.2, plain(scene.words("summary.ground"))}};
    table.columns[1].header = plain(scene.words("summary.detail"));
    table.firstColumnIsHeader = true;
    for (const Wish wish : scene.content.details.wishes) {
        const std::string key(name(wish));
        const std::string ground = law.empty() ? scene.words("ground.other") : scene.words("ground." + law + "." + key);
        table.rows.push_back(
            {bold(scene.words("wish." + key)), plain(scene.words("wish." + key + ".request")), plain(ground)});
    }
    return table;
}

/// The first picture of an exhibit that a page can carry.
const DisclosedItem* firstPicture(const DisclosedExhibit& exhibit, const PicturePages& pictures) {
    for (const DisclosedItem* item : exhibit.of(Role::Screenshot))
        if (item->leaf && pictures.pictures.contains(item->file))
            return item;
    return nullptr;
}

void addGallery(const Scene& scene, const PicturePages& pictures, Pages& pages) {
    pdf::Gallery gallery;
    gallery.height = kThumbnailHeight;
    std::size_t withPicture = 0;
    for (const DisclosedExhibit& exhibit : scene.content.exhibits) {
        const DisclosedItem* const item = firstPicture(exhibit, pictures);
        if (item == nullptr || ++withPicture > kThumbnails)
            continue;
        const std::string number = std::to_string(exhibit.number);
        gallery.thumbnails.push_back({pictures.pictures.at(item->file),
                                      scene.words("summary.thumbnail-alt", {{"n", number}}),
                                      plain(scene.words("exhibit.title", {{"n", number}}))});
    }
    if (gallery.thumbnails.empty())
        return;
    pages.blocks.push_back(std::move(gallery));
    if (withPicture > kThumbnails)
        pages.blocks.push_back(
            pdf::Paragraph{plain(scene.words("summary.more", {{"shown", std::to_string(kThumbnails)},
                                                              {"count", std::to_string(withPicture)}})),
                           pdf::ParagraphStyle::Small});
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
    if (!scene.content.complete)
        pages.blocks.push_back(pdf::Paragraph{plain(scene.words("summary.incomplete")), pdf::ParagraphStyle::Small});
}

bool serves(const FormUse& form, const request::Selection& selection) {
    return form.overridden || std::any_of(selection.choices.begin(), selection.choices.end(),
                                          [&](const request::Choice& choice) { return choice.entry.id == form.id; });
}

/// For each wish the form as the case recorded it, or else as the directory has it now. A case has at most one a wish,
/// in the order of the wishes.
std::vector<std::optional<FormUse>> formsOf(const Scene& scene, const std::vector<request::Selection>& selections) {
    const std::vector<FormUse>& recorded = scene.content.details.forms;
    const bool oneEach = recorded.size() == selections.size();
    std::vector<std::optional<FormUse>> forms;
    std::size_t next = 0;
    for (const request::Selection& selection : selections) {
        if (next < recorded.size() && (oneEach || serves(recorded[next], selection)))
            forms.emplace_back(recorded[next++]);
        else if (!selection.choices.empty())
            forms.emplace_back(request::useOf(selection.choices.front().entry, scene.words.language()));
        else
            forms.emplace_back(std::nullopt);
    }
    return forms;
}

std::string standingOf(const Scene& scene, const FormUse& form) {
    if (form.overridden)
        return scene.words("summary.form-own");
    if (form.seen.empty())
        return scene.words("summary.form-undated", {{"directory", oneLine(form.directory)}});
    return scene.words("summary.form-seen",
                       {{"date", scene.words.isoDate(form.seen)}, {"directory", oneLine(form.directory)}});
}

/// A link that can be clicked, or the bare text of one that isn't safe to open.
pdf::Span linkSpan(const FormUse& form) {
    const auto checked = request::checkFormUrl(form.url);
    if (!checked)
        return {oneLine(form.url), pdf::SpanStyle::Mono};
    return {checked->text, pdf::SpanStyle::Regular, {}, checked->text};
}

/// The directory's own description in the language of the pages; the owner's title or the person's as recorded.
std::string titleOfForm(const Scene& scene, const FormUse& form) {
    const request::FormEntry* const entry = form.overridden ? nullptr : scene.forms.find(form.id);
    const bool described =
        entry != nullptr && (form.title == entry->description.en || form.title == entry->description.de);
    return oneLine(described ? entry->description.in(scene.words.language()) : form.title);
}

void addForm(const Scene& scene, Wish wish, const std::optional<FormUse>& form, Pages& pages) {
    const std::string title = scene.words("wish." + std::string(name(wish)));
    if (!form || form->url.empty()) {
        pages.blocks.push_back(
            pdf::Paragraph{{{title + ": ", pdf::SpanStyle::Bold}, {scene.words("summary.form-unknown")}}});
        return;
    }
    const pdf::Span link = linkSpan(*form);
    pdf::Blocks text;
    text.push_back(pdf::Paragraph{{{title + ": ", pdf::SpanStyle::Bold}, {titleOfForm(scene, *form)}}});
    text.push_back(pdf::Paragraph{{link}});
    text.push_back(pdf::Paragraph{plain(standingOf(scene, *form)), pdf::ParagraphStyle::Small});
    const bool scannable = !link.uri.empty() && link.uri.size() <= kLongestQr;
    if (!scannable) {
        std::move(text.begin(), text.end(), std::back_inserter(pages.blocks));
        return;
    }
    pdf::Blocks code;
    code.push_back(pdf::QrCode{link.uri, scene.words("summary.qr-alt", {{"uri", link.uri}}), {}, 70});
    pdf::Columns columns;
    columns.columns.push_back({4.6, std::move(text)});
    columns.columns.push_back({1, std::move(code)});
    pages.blocks.push_back(std::move(columns));
}

void addForms(const Scene& scene, const std::vector<request::Selection>& selections, Pages& pages) {
    const CaseDetails& details = scene.content.details;
    if (details.wishes.empty())
        return;
    const bool several = details.wishes.size() > 1;
    pages.blocks.push_back(pdf::Heading{2, scene.words(several ? "summary.sending-several" : "summary.sending")});
    const auto forms = formsOf(scene, selections);
    for (std::size_t i = 0; i < forms.size(); ++i)
        addForm(scene, details.wishes.at(i), forms[i], pages);
}

void addSeal(const Scene& scene, Pages& pages) {
    pdf::Panel panel;
    panel.children.push_back(pdf::Paragraph{bold(scene.words("summary.seal")), pdf::ParagraphStyle::Body, true});
    panel.children.push_back(pdf::Paragraph{plain(scene.words("summary.seal-text")), pdf::ParagraphStyle::Small});
    if (scene.options.readOnlyCase)
        panel.children.push_back(pdf::Paragraph{plain(scene.words("summary.read-only")), pdf::ParagraphStyle::Small});
    pages.blocks.push_back(std::move(panel));
}

} // namespace

Result<> addSummary(const Scene& scene, const PicturePages& pictures, Pages& pages) {
    EXHIBIT_ASSIGN(const auto chosen, selections(scene));
    pages.blocks.push_back(pdf::Heading{.level = 1,
                                        .text = titleOf(scene),
                                        .bookmark = scene.words("summary.bookmark"),
                                        .runningTitle = scene.words("summary.bookmark")});
    pages.blocks.push_back(pdf::Paragraph{plain(leadOf(scene, mainAddressee(chosen))), pdf::ParagraphStyle::Lead});
    pages.blocks.push_back(pdf::Paragraph{plain(scene.words("summary.contents"))});
    pages.blocks.push_back(pdf::Heading{2, scene.words("summary.who")});
    pages.blocks.push_back(partiesOf(scene, chosen));
    if (!scene.content.details.wishes.empty()) {
        pages.blocks.push_back(pdf::Heading{2, scene.words("summary.what")});
        pages.blocks.push_back(wishesOf(scene));
    }
    const bool one = scene.content.exhibits.size() == 1;
    pages.blocks.push_back(pdf::Heading{2, scene.words(one ? "summary.exhibits-one" : "summary.exhibits")});
    addGallery(scene, pictures, pages);
    addExhibitTable(scene, pages);
    addForms(scene, chosen, pages);
    addSeal(scene, pages);
    return {};
}

} // namespace exhibit::dossier
