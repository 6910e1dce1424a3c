#include "dossier/Markups.h"

#include "dossier/Disclosure.h"
#include "media/Redact.h"

#include <algorithm>
#include <map>

namespace exhibit::dossier {

namespace {

/// Longer texts can be stored, but not looked through for words.
constexpr std::uint64_t kLongestSearched = std::uint64_t{256} << 20;

template <class Markup, class Read>
Result<std::vector<Numbered<Markup>>> readAll(const CaseFile& caseFile, int exhibit, MarkupKind kind, Read&& read) {
    EXHIBIT_ASSIGN(const std::vector<StoredMarkup> stored, caseFile.markups(exhibit, kind));
    std::vector<Numbered<Markup>> found;
    for (const StoredMarkup& markup : stored) {
        EXHIBIT_ASSIGN(Markup value, read(std::string_view(markup.content)));
        found.push_back({markup.number, std::move(value)});
    }
    return found;
}

bool isCopy(const Artifact& artifact) {
    return artifact.parent && artifact.operation == kRedactOperation;
}

/// The redacted copies that an exhibit should have by its redactions.
class Redactor {
public:
    Redactor(const CaseFile& caseFile, const Exhibit& exhibit, const std::vector<Numbered<Redaction>>& redactions)
        : m_caseFile(caseFile), m_exhibit(exhibit), m_redactions(redactions) {}

    Result<> fill(Revision& revision) {
        for (const Artifact& artifact : m_exhibit.artifacts)
            if (isCopy(artifact))
                m_old.emplace(*artifact.parent, &artifact);
        int screenshot = 0;
        for (const Artifact& artifact : m_exhibit.artifacts) {
            if (artifact.parent)
                continue;
            if (isTextRole(artifact.role)) {
                EXHIBIT_TRY(addText(artifact, revision));
            } else if (artifact.role == Role::Screenshot) {
                EXHIBIT_TRY(addPicture(artifact, ++screenshot, revision));
            }
        }
        for (const auto& [parent, copy] : m_old)
            revision.discarded.push_back(copy->id);
        return {};
    }

private:
    Result<> addText(const Artifact& original, Revision& revision) {
        const std::vector<std::string> phrases = phrasesFor(original.role, m_redactions);
        if (phrases.empty())
            return {};
        EXHIBIT_ASSIGN(const SharedSource source, m_caseFile.bytes(original));
        EXHIBIT_ASSIGN(const Bytes bytes, source->readAll(kLongestSearched));
        const RedactedText redacted = redactText(textOf(bytes), phrases);
        if (redacted.count > 0)
            add(original, original.mediaType, std::nullopt,
                std::make_shared<MemorySource>(std::string_view(redacted.text)), revision);
        return {};
    }

    Result<> addPicture(const Artifact& original, int number, Revision& revision) {
        std::vector<Region> regions;
        for (const Numbered<Redaction>& redaction : m_redactions)
            if (redaction.markup.region && redaction.markup.number == number)
                regions.push_back(*redaction.markup.region);
        if (regions.empty())
            return {};
        const Artifact& shown = shownOf(original);
        EXHIBIT_ASSIGN(const SharedSource source, m_caseFile.bytes(shown));
        EXHIBIT_ASSIGN(const media::Inspection inspection, media::inspect(*source, media::NullMediaHelper()));
        EXHIBIT_ASSIGN(media::Derived made, media::redact(*source, inspection, regions));
        PictureFacts facts = original.picture.value_or(PictureFacts{});
        facts.width = inspection.orientation >= 5 ? inspection.height : inspection.width;
        facts.height = inspection.orientation >= 5 ? inspection.width : inspection.height;
        add(shown, std::string(image::mediaType(made.format)), facts,
            std::make_shared<MemorySource>(std::move(made.bytes)), revision);
        return {};
    }

    /// The picture that a dossier shows of an original: the last one derived of it, but by redaction.
    const Artifact& shownOf(const Artifact& original) const {
        const Artifact* shown = &original;
        for (const Artifact& artifact : m_exhibit.artifacts)
            if (artifact.parent == shown->id && !isCopy(artifact))
                shown = &artifact;
        return *shown;
    }

    void add(const Artifact& parent, std::string mediaType, std::optional<PictureFacts> facts,
             std::shared_ptr<const MemorySource> bytes, Revision& revision) {
        const auto old = m_old.find(parent.id);
        const auto digest = sha256(*bytes);
        if (old != m_old.end() && digest && old->second->digest == *digest) {
            m_old.erase(old); // nothing has changed about it
            return;
        }
        revision.copies.push_back({parent.id, std::move(mediaType), std::move(facts), std::move(bytes)});
    }

    const CaseFile& m_caseFile;
    const Exhibit& m_exhibit;
    const std::vector<Numbered<Redaction>>& m_redactions;
    std::map<std::int64_t, const Artifact*> m_old; ///< by parent
};

std::string placeOf(int exhibit) {
    return "exhibit " + std::to_string(exhibit);
}

Result<Exhibit> presentExhibit(const CaseFile& caseFile, int number) {
    EXHIBIT_ASSIGN(Exhibit exhibit, caseFile.exhibit(number));
    if (exhibit.withdrawn)
        return fail(ErrorCode::NotFound, "This exhibit was withdrawn: nothing of it is left.", placeOf(number));
    return exhibit;
}

/// The screenshot with this number, as it was captured.
Result<const Artifact*> screenshotOf(const Exhibit& exhibit, int number) {
    int count = 0;
    for (const Artifact& artifact : exhibit.artifacts)
        if (artifact.role == Role::Screenshot && !artifact.parent && ++count == number)
            return &artifact;
    return fail(ErrorCode::NotFound,
                "The exhibit has no screenshot " + std::to_string(number) + "; it has " + std::to_string(count) + ".",
                placeOf(exhibit.number));
}

/// A rectangle must lie within the picture as it is looked at, which may be turned by a quarter.
Result<> checkRegion(const CaseFile& caseFile, const Exhibit& exhibit, int number, const Region& region) {
    EXHIBIT_ASSIGN(const Artifact* const original, screenshotOf(exhibit, number));
    EXHIBIT_ASSIGN(const SharedSource source, caseFile.bytes(*original));
    std::optional<PictureFacts> facts = original->picture;
    for (const Artifact& artifact : exhibit.artifacts)
        if (artifact.parent == original->id && artifact.picture)
            facts = artifact.picture;
    if (const auto jpeg = image::scanJpeg(*source);
        jpeg && facts && jpeg->orientation >= 5 && facts->width == jpeg->width)
        std::swap(facts->width, facts->height);
    if (facts && !liesWithin(region, facts->width, facts->height))
        return fail(ErrorCode::InvalidArgument,
                    "The rectangle isn't within the picture, which has " + std::to_string(facts->width) + " x " +
                        std::to_string(facts->height) + " pixels.",
                    placeOf(exhibit.number) + ", screenshot " + std::to_string(number));
    return {};
}

/// How often the words stand in the texts of a role, or of all roles.
Result<std::size_t> countOf(const CaseFile& caseFile, const Exhibit& exhibit, std::optional<Role> role,
                            const std::string& words) {
    std::size_t count = 0;
    for (const Artifact& artifact : exhibit.artifacts) {
        if (artifact.parent || !isTextRole(artifact.role) || (role && artifact.role != *role))
            continue;
        EXHIBIT_ASSIGN(const SharedSource source, caseFile.bytes(artifact));
        EXHIBIT_ASSIGN(const Bytes bytes, source->readAll(kLongestSearched));
        count += redactText(textOf(bytes), std::span(&words, 1)).count;
    }
    return count;
}

Result<> checkWords(const CaseFile& caseFile, const Exhibit& exhibit, std::optional<Role> role,
                    const std::string& words) {
    EXHIBIT_ASSIGN(const std::size_t count, countOf(caseFile, exhibit, role, words));
    if (count > 0)
        return {};
    return fail(ErrorCode::NotFound,
                role ? "These words don't stand in the exhibit's " + std::string(name(*role)) + "."
                     : std::string("These words don't stand in any text of the exhibit."),
                placeOf(exhibit.number));
}

template <class Markup>
Result<> checkMarkup(const CaseFile& caseFile, const Exhibit& exhibit, std::optional<Role> role, const Markup& markup) {
    if (markup.region)
        return checkRegion(caseFile, exhibit, markup.number, *markup.region);
    return checkWords(caseFile, exhibit, role, markup.text);
}

Result<Revision> revisionOf(const CaseFile& caseFile, int exhibit, MarkupKind kind) {
    Revision revision;
    revision.exhibit = exhibit;
    revision.kind = kind;
    EXHIBIT_ASSIGN(revision.basis, caseFile.custodyState());
    return revision;
}

std::vector<std::string> phrasesWhere(const std::vector<Numbered<Redaction>>& redactions, std::optional<Role> role) {
    std::vector<std::string> phrases;
    for (const Numbered<Redaction>& redaction : redactions)
        if (!redaction.markup.text.empty() && (!role || !redaction.markup.on || redaction.markup.on == role))
            phrases.push_back(redaction.markup.text);
    return phrases;
}

} // namespace

Result<std::vector<Numbered<Mark>>> marksOf(const CaseFile& caseFile, int exhibit) {
    return readAll<Mark>(caseFile, exhibit, MarkupKind::Mark, markFromJson);
}

Result<std::vector<Numbered<Redaction>>> redactionsOf(const CaseFile& caseFile, int exhibit) {
    return readAll<Redaction>(caseFile, exhibit, MarkupKind::Redaction, redactionFromJson);
}

std::vector<std::string> phrasesFor(Role role, const std::vector<Numbered<Redaction>>& redactions) {
    return phrasesWhere(redactions, role);
}

std::vector<std::string> allPhrases(const std::vector<Numbered<Redaction>>& redactions) {
    return phrasesWhere(redactions, std::nullopt);
}

Result<int> addMark(CaseFile& caseFile, int exhibit, const Mark& mark) {
    EXHIBIT_ASSIGN(Revision revision, revisionOf(caseFile, exhibit, MarkupKind::Mark));
    EXHIBIT_ASSIGN(const Exhibit present, presentExhibit(caseFile, exhibit));
    EXHIBIT_TRY(checkMarkup(caseFile, present, mark.on, mark));
    EXHIBIT_ASSIGN(std::string content, toJson(mark));
    revision.added.push_back(std::move(content));
    EXHIBIT_ASSIGN(const std::vector<int> numbers, caseFile.revise(revision));
    return numbers.front();
}

Result<> removeMark(CaseFile& caseFile, int exhibit, int number) {
    EXHIBIT_ASSIGN(Revision revision, revisionOf(caseFile, exhibit, MarkupKind::Mark));
    revision.removed.push_back(number);
    EXHIBIT_TRY(caseFile.revise(revision));
    return {};
}

Result<std::vector<int>> addRedactions(CaseFile& caseFile, int exhibit, const std::vector<Redaction>& redactions) {
    EXHIBIT_ASSIGN(Revision revision, revisionOf(caseFile, exhibit, MarkupKind::Redaction));
    EXHIBIT_ASSIGN(const Exhibit present, presentExhibit(caseFile, exhibit));
    EXHIBIT_ASSIGN(auto all, redactionsOf(caseFile, exhibit));
    for (const Redaction& redaction : redactions) {
        EXHIBIT_TRY(checkMarkup(caseFile, present, redaction.on, redaction));
        EXHIBIT_ASSIGN(std::string content, toJson(redaction));
        revision.added.push_back(std::move(content));
        all.push_back({0, redaction});
    }
    EXHIBIT_TRY(Redactor(caseFile, present, all).fill(revision));
    return caseFile.revise(revision);
}

Result<> removeRedaction(CaseFile& caseFile, int exhibit, int number) {
    EXHIBIT_ASSIGN(Revision revision, revisionOf(caseFile, exhibit, MarkupKind::Redaction));
    EXHIBIT_ASSIGN(const Exhibit present, presentExhibit(caseFile, exhibit));
    EXHIBIT_ASSIGN(auto all, redactionsOf(caseFile, exhibit));
    std::erase_if(all, [number](const Numbered<Redaction>& redaction) { return redaction.number == number; });
    revision.removed.push_back(number);
    EXHIBIT_TRY(Redactor(caseFile, present, all).fill(revision));
    EXHIBIT_TRY(caseFile.revise(revision));
    return {};
}

} // namespace exhibit::dossier
