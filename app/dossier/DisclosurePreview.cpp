// What a dossier would tell its readers about the person, as a list.

#include "dossier/Attachments.h"
#include "dossier/Drafts.h"
#include "dossier/Stage.h"

namespace exhibit::dossier {

namespace {

constexpr std::size_t kShownValue = 4'000; ///< characters of a value

class Group {
public:
    Group(const Wording& words, std::string title) : m_words(words), m_group{std::move(title), {}} {}

    /// A text of a person or a page; nothing if it is empty.
    void add(std::string what, std::string_view value) {
        if (!value.empty())
            m_group.facts.push_back({std::move(what), beginning(value, kShownValue)});
    }
    void addNamed(std::string_view key, std::string_view value) { add(m_words(key), value); }
    [[nodiscard]] DisclosedGroup finish() { return std::move(m_group); }

private:
    const Wording& m_words;
    DisclosedGroup m_group;
};

DisclosedGroup personGroup(const Scene& scene) {
    const CaseDetails& details = scene.content.details;
    Group group(scene.words, scene.words("disclosure.you"));
    group.addNamed("disclosure.name", details.subject.name);
    group.addNamed("disclosure.email", details.subject.email);
    group.addNamed("disclosure.address", details.subject.address);
    const request::Country* const country = scene.forms.countries().find(details.country);
    group.addNamed("disclosure.country",
                   country == nullptr ? details.country : country->nameIn(scene.words.language()));
    group.addNamed("summary.representative", details.representative.name);
    group.addNamed("disclosure.email", details.representative.email);
    group.addNamed("disclosure.address", details.representative.address);
    group.addNamed("summary.reference", details.reference);
    group.addNamed("disclosure.grounds", details.grounds);
    std::string wishes;
    for (const Wish wish : details.wishes)
        wishes += (wishes.empty() ? "" : ", ") + scene.words("wish." + std::string(name(wish)));
    group.addNamed("disclosure.wishes", wishes);
    for (const FormUse& form : details.forms)
        group.add(scene.words("disclosure.form", {{"wish", scene.words("wish." + std::string(name(form.wish)))}}),
                  form.url);
    return group.finish();
}

std::string sizeOf(const Scene& scene, std::uint64_t bytes) {
    return scene.words("disclosure.bytes", {{"n", std::to_string(bytes)}});
}

void addItem(const Scene& scene, const DisclosedItem& item, Group& group) {
    const Artifact& artifact = item.artifact;
    const std::string role = scene.words.named("role", name(artifact.role));
    if (item.text)
        return group.add(role, *item.text);
    std::string value = item.file + ", " + sizeOf(scene, artifact.size);
    if (artifact.picture) {
        const PictureFacts& picture = *artifact.picture;
        value += ", " + std::to_string(picture.width) + " x " + std::to_string(picture.height);
        if (!picture.monitor.empty())
            value += ", " + scene.words("disclosure.monitor", {{"name", picture.monitor}});
    }
    if (artifact.discloses)
        value += ". " + scene.words("disclosure.place");
    group.add(role, value);
}

/// What the person says about the statements is about them too.
void addMarkups(const Scene& scene, const DisclosedExhibit& exhibit, Group& group) {
    for (const Outgoing<Mark>& mark : exhibit.marks) {
        std::string value = scene.words.named("category", mark.markup.category);
        if (!mark.markup.special.empty())
            value += ", " + scene.words.named("special", mark.markup.special);
        value += ", " + scene.words.named("truth", name(mark.markup.truth));
        for (const std::string& words : {mark.markup.text, mark.markup.label})
            value += words.empty() ? "" : ". " + scene.words("quoted", {{"text", words}});
        if (!mark.markup.correction.empty())
            value += ". " + scene.words("marks.correction", {{"text", mark.markup.correction}});
        group.add(scene.words("disclosure.mark", {{"n", std::to_string(mark.number)}}), value);
    }
    for (const Outgoing<Redaction>& redaction : exhibit.redactions)
        group.add(scene.words("disclosure.redaction", {{"n", std::to_string(redaction.number)}}),
                  redaction.markup.reason.empty() ? scene.words("redactions.no-reason") : redaction.markup.reason);
}

DisclosedGroup exhibitGroup(const Scene& scene, const DisclosedExhibit& exhibit) {
    const CaptureRecord& record = exhibit.facts;
    const std::string& zone = record.time.zone;
    Group group(scene.words, scene.words("exhibit.title", {{"n", std::to_string(exhibit.number)}}));
    group.addNamed("fact.captured", scene.words.dateTime(record.time.utc, record.time.offsetMinutes) +
                                        (zone.empty() || zone == "UTC" ? "" : ", " + zone));
    group.addNamed("fact.surface", scene.words.named("surface", name(record.surface)));
    for (const DisclosedItem& item : exhibit.items)
        addItem(scene, item, group);
    addMarkups(scene, exhibit, group);
    group.addNamed("fact.method", scene.words.named("method", record.method));
    group.addNamed("fact.tool", record.tool);
    group.addNamed("fact.system", record.operatingSystem);
    return group.finish();
}

/// What readers learn to exist without seeing it.
DisclosedGroup withheldGroup(const Scene& scene) {
    Group group(scene.words, scene.words("disclosure.kept-back"));
    for (const DisclosedExhibit& exhibit : scene.content.exhibits)
        for (const CommittedArtifact& withheld : exhibit.withheld)
            group.add(scene.words("attachment.artifact", {{"role", scene.words.named("role", name(withheld.role))},
                                                          {"n", std::to_string(exhibit.number)}}),
                      scene.words.named("withheld", name(withheld.reason)));
    if (!scene.content.complete)
        group.addNamed("disclosure.others", scene.words("summary.incomplete"));
    return group.finish();
}

DisclosedGroup caseGroup(const Scene& scene) {
    const Content& content = scene.content;
    Group group(scene.words, scene.words("disclosure.case"));
    group.addNamed("annex.case", content.caseId);
    group.addNamed("disclosure.created", scene.words.dateTime(content.caseCreated, scene.now.offsetMinutes));
    group.addNamed("annex.custody", scene.words("disclosure.log", {{"count", std::to_string(content.custody.count)}}));
    return group.finish();
}

} // namespace

Result<DisclosurePreview> previewDisclosure(const CaseFile& caseFile, const ExportOptions& options, const Clock& clock,
                                            const Progress& progress, std::string_view language) {
    EXHIBIT_ASSIGN(const Stage stage, Stage::set(caseFile, options, clock, progress));
    const Scene scene = stage.scene();
    DisclosurePreview preview;
    EXHIBIT_ASSIGN(const std::vector<NamedFile> files, filesOf(scene));
    preview.files = manifestFiles(files);
    EXHIBIT_ASSIGN(Pages pages, layOut(scene, preview.files));
    preview.warnings = std::move(pages.warnings);
    preview.warnings.insert(preview.warnings.end(), scene.content.warnings.begin(), scene.content.warnings.end());
    if (options.maxSize)
        preview.warnings.push_back("If the file would be too large, pictures are reduced and other files left out. "
                                   "This list is without that: nothing more than it names goes out.");
    EXHIBIT_ASSIGN(const Wording words, Wording::load(language.empty() ? scene.words.language() : language));
    const Scene told{scene.content, words, scene.forms, scene.options, scene.now};
    preview.groups.push_back(personGroup(told));
    for (const DisclosedExhibit& exhibit : scene.content.exhibits)
        preview.groups.push_back(exhibitGroup(told, exhibit));
    preview.groups.push_back(caseGroup(told));
    DisclosedGroup withheld = withheldGroup(told);
    if (!withheld.facts.empty())
        preview.groups.push_back(std::move(withheld));
    return preview;
}

} // namespace exhibit::dossier
