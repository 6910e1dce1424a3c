#include "dossier/Markups.h"

#include "dossier/Disclosure.h"
#include "dossier/LongPicture.h"
#include "dossier/WordSearch.h"
#include "media/Redact.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

/// Pixels to each side over which WebP and HEIC spread what they code: their largest transforms take 32 (ITU-T H.265
/// 8.6.4; RFC 6386 has 16), which is also more than their filters reach.
constexpr std::uint32_t kTracesOfOtherFormats = 32;

std::string placeOf(int exhibit) {
    return "exhibit " + std::to_string(exhibit);
}

template <class Markup, class Read>
Result<std::vector<Numbered<Markup>>> readAll(const CaseFile& caseFile, int exhibit, MarkupKind kind, Read&& read) {
    EXHIBIT_ASSIGN(const std::vector<StoredMarkup> stored, caseFile.markups(exhibit, kind));
    std::vector<Numbered<Markup>> found;
    for (const StoredMarkup& markup : stored) {
        EXHIBIT_ASSIGN(Markup value, read(std::string_view(markup.content)));
        found.push_back({markup.number, std::move(value), markup.salt, markup.commitment()});
    }
    return found;
}

/// A captured screenshot, and what can be painted over of it: itself, or what was decoded of it for the dossier, or the
/// long picture that it is the first part of.
struct Paintable {
    const Artifact* artifact = nullptr;
    bool decoded = false;
};

Paintable paintableOf(const Exhibit& exhibit, const Artifact& original) {
    if (const Artifact* const whole = longPictureFrom(exhibit.artifacts, original))
        return {whole, false};
    if (original.mediaType == "image/png" || original.mediaType == "image/jpeg")
        return {&original, false};
    for (const Artifact& artifact : exhibit.artifacts)
        if (artifact.parent == original.id && !isRedacted(artifact))
            return {&artifact, true};
    return {&original, false};
}

/// The redacted copies that an exhibit should have by its redactions.
class Redactor {
public:
    Redactor(const CaseFile& caseFile, const Exhibit& exhibit, const std::vector<Numbered<Redaction>>& redactions)
        : m_caseFile(caseFile), m_exhibit(exhibit), m_redactions(redactions) {}

    Result<> fill(Revision& revision) {
        for (const Artifact& artifact : m_exhibit.artifacts)
            if (isRedacted(artifact))
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
        const std::vector<std::string> phrases = phrasesOf(m_redactions, original.role);
        if (phrases.empty() || original.size > kLongestText)
            return {};
        EXHIBIT_ASSIGN(const SharedSource source, m_caseFile.bytes(original));
        EXHIBIT_ASSIGN(const Bytes bytes, source->readAll(kLongestText));
        const RedactedText redacted = redactText(textOf(bytes), phrases);
        if (redacted.count > 0)
            add(original, original.mediaType, std::nullopt,
                std::make_shared<MemorySource>(std::string_view(redacted.text)), revision);
        return {};
    }

    Result<> addPicture(const Artifact& original, int number, Revision& revision) {
        const std::vector<Region> regions = regionsOf(m_redactions, number);
        if (regions.empty())
            return {};
        const Paintable paintable = paintableOf(m_exhibit, original);
        EXHIBIT_ASSIGN(const SharedSource source, m_caseFile.bytes(*paintable.artifact));
        EXHIBIT_ASSIGN(const media::Inspection inspection, media::inspect(*source, media::NullMediaHelper()));
        EXHIBIT_ASSIGN(media::Derived made,
                       media::redact(*source, inspection, regions, paintable.decoded ? kTracesOfOtherFormats : 0));
        PictureFacts facts = original.picture.value_or(PictureFacts{});
        const media::Size size = media::uprightSize(inspection);
        facts.width = size.width;
        facts.height = size.height;
        add(*paintable.artifact, std::string(image::mediaType(made.format)), facts,
            std::make_shared<MemorySource>(std::move(made.bytes)), revision);
        return {};
    }

    void add(const Artifact& parent, std::string mediaType, std::optional<PictureFacts> facts,
             std::shared_ptr<const MemorySource> bytes, Revision& revision) {
        const auto old = m_old.find(parent.id);
        if (old != m_old.end() && old->second->digest == sha256(bytes->bytes())) {
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
    if (isFurtherPart(exhibit.artifacts, *original))
        return fail(
            ErrorCode::InvalidArgument,
            "This picture is a part of a long one. Choose the place on the long picture, which stands before it; "
            "what is covered there is covered in its parts too.",
            placeOf(exhibit.number) + ", screenshot " + std::to_string(number));
    EXHIBIT_ASSIGN(const SharedSource source, caseFile.bytes(*paintableOf(exhibit, *original).artifact));
    EXHIBIT_ASSIGN(const media::Inspection inspection, media::inspect(*source, media::NullMediaHelper()));
    const media::Size size = media::uprightSize(inspection);
    if (liesWithin(region, size.width, size.height))
        return {};
    return fail(ErrorCode::InvalidArgument,
                "The rectangle reaches beyond the picture, which is " + std::to_string(size.width) +
                    " pixels wide and " + std::to_string(size.height) + " high.",
                placeOf(exhibit.number) + ", screenshot " + std::to_string(number));
}

/// "prompt, response": where words were looked for in vain.
std::string searchedRoles(const Exhibit& exhibit, std::optional<Role> role) {
    std::string roles;
    for (const Role each : allRoles()) {
        const bool present =
            std::any_of(exhibit.artifacts.begin(), exhibit.artifacts.end(), [each](const Artifact& artifact) {
                return artifact.role == each && artifact.size <= kLongestText;
            });
        if (present && isTextRole(each) && (!role || each == role))
            roles += (roles.empty() ? "" : ", ") + std::string(name(each));
    }
    return roles;
}

Error wordsNotFound(const Exhibit& exhibit, std::optional<Role> role) {
    const std::string searched = searchedRoles(exhibit, role);
    const std::string missing = role ? "The exhibit has no " + std::string(name(*role)) + " that can be looked through."
                                     : "The exhibit has no text that can be looked through.";
    return {ErrorCode::NotFound,
            searched.empty() ? missing
                             : "These words weren't found. They were looked for in: " + searched +
                                   ", whether in capitals or not, with any white space between them. Pictures can't "
                                   "be searched: name rectangles of them by --rect.",
            placeOf(exhibit.number)};
}

/// Words that may stand in a text that is too long to be looked through: it is kept back then.
bool mayStandUnseen(const Exhibit& exhibit, std::optional<Role> role) {
    return std::any_of(exhibit.artifacts.begin(), exhibit.artifacts.end(), [&](const Artifact& artifact) {
        return isTextRole(artifact.role) && artifact.size > kLongestText && (!role || artifact.role == *role);
    });
}

Result<> checkRedaction(const CaseFile& caseFile, const Exhibit& exhibit, const Redaction& redaction,
                        std::map<Role, std::size_t>& places) {
    if (redaction.region)
        return checkRegion(caseFile, exhibit, redaction.number, *redaction.region);
    if (!findWords(kRedactionToken, std::span(&redaction.text, 1)).empty())
        return fail(ErrorCode::InvalidArgument, "This is the sign that stands for redacted words.");
    EXHIBIT_ASSIGN(const auto found, placesOf(caseFile, exhibit, redaction.on, redaction.text));
    if (found.empty() && !mayStandUnseen(exhibit, redaction.on))
        return fail(wordsNotFound(exhibit, redaction.on));
    for (const auto& [role, count] : found)
        places[role] += count;
    return {};
}

Result<> checkMark(const CaseFile& caseFile, const Exhibit& exhibit, const Mark& mark) {
    if (mark.region)
        return checkRegion(caseFile, exhibit, mark.number, *mark.region);
    EXHIBIT_ASSIGN(const auto places, placesOf(caseFile, exhibit, mark.on, mark.text));
    if (places.empty())
        return fail(wordsNotFound(exhibit, mark.on));
    return {};
}

Result<Revision> revisionOf(const CaseFile& caseFile, int exhibit, MarkupKind kind) {
    Revision revision;
    revision.exhibit = exhibit;
    revision.kind = kind;
    EXHIBIT_ASSIGN(revision.basis, caseFile.custodyState());
    return revision;
}

} // namespace

Result<std::vector<Numbered<Mark>>> marksOf(const CaseFile& caseFile, int exhibit) {
    return readAll<Mark>(caseFile, exhibit, MarkupKind::Mark, markFromJson);
}

Result<std::vector<Numbered<Redaction>>> redactionsOf(const CaseFile& caseFile, int exhibit) {
    return readAll<Redaction>(caseFile, exhibit, MarkupKind::Redaction, redactionFromJson);
}

std::vector<std::string> phrasesOf(const std::vector<Numbered<Redaction>>& redactions, std::optional<Role> role) {
    std::vector<std::string> phrases;
    for (const Numbered<Redaction>& redaction : redactions) {
        const Redaction& value = redaction.markup;
        if (!value.region && (!role || !value.on || value.on == role))
            phrases.push_back(value.text);
    }
    return phrases;
}

std::vector<Region> regionsOf(const std::vector<Numbered<Redaction>>& redactions, int screenshot) {
    std::vector<Region> regions;
    for (const Numbered<Redaction>& redaction : redactions)
        if (redaction.markup.region && redaction.markup.number == screenshot)
            regions.push_back(*redaction.markup.region);
    return regions;
}

Result<int> addMark(CaseFile& caseFile, int exhibit, const Mark& mark) {
    EXHIBIT_ASSIGN(const std::vector<int> numbers, reviseMarks(caseFile, exhibit, {}, {mark}));
    return numbers.front();
}

Result<> removeMark(CaseFile& caseFile, int exhibit, int number) {
    EXHIBIT_TRY(reviseMarks(caseFile, exhibit, {number}, {}));
    return {};
}

Result<std::vector<int>> reviseMarks(CaseFile& caseFile, int exhibit, const std::vector<int>& removed,
                                     const std::vector<Mark>& added) {
    EXHIBIT_ASSIGN(Revision revision, revisionOf(caseFile, exhibit, MarkupKind::Mark));
    EXHIBIT_ASSIGN(const Exhibit present, presentExhibit(caseFile, exhibit));
    revision.removed = removed;
    for (const Mark& mark : added) {
        EXHIBIT_TRY(checkMark(caseFile, present, mark));
        EXHIBIT_ASSIGN(std::string content, toJson(mark));
        revision.added.push_back(std::move(content));
    }
    return caseFile.revise(revision);
}

Result<AddedRedactions> addRedactions(CaseFile& caseFile, int exhibit, const std::vector<Redaction>& redactions) {
    return reviseRedactions(caseFile, exhibit, {}, redactions);
}

Result<> removeRedaction(CaseFile& caseFile, int exhibit, int number) {
    EXHIBIT_TRY(reviseRedactions(caseFile, exhibit, {number}, {}));
    return {};
}

Result<AddedRedactions> reviseRedactions(CaseFile& caseFile, int exhibit, const std::vector<int>& removed,
                                         const std::vector<Redaction>& added) {
    EXHIBIT_ASSIGN(Revision revision, revisionOf(caseFile, exhibit, MarkupKind::Redaction));
    EXHIBIT_ASSIGN(const Exhibit present, presentExhibit(caseFile, exhibit));
    EXHIBIT_ASSIGN(auto all, redactionsOf(caseFile, exhibit));
    std::erase_if(all, [&](const Numbered<Redaction>& redaction) {
        return std::find(removed.begin(), removed.end(), redaction.number) != removed.end();
    });
    revision.removed = removed;
    AddedRedactions made;
    for (const Redaction& redaction : added) {
        EXHIBIT_TRY(checkRedaction(caseFile, present, redaction, made.places));
        EXHIBIT_ASSIGN(std::string content, toJson(redaction));
        revision.added.push_back(std::move(content));
        all.push_back({0, redaction, {}, {}});
    }
    EXHIBIT_TRY(Redactor(caseFile, present, all).fill(revision));
    EXHIBIT_ASSIGN(made.numbers, caseFile.revise(revision));
    return made;
}

Result<std::vector<RedactedExhibit>> redactExhibits(CaseFile& caseFile, const std::vector<int>& exhibits,
                                                    const std::vector<Redaction>& redactions) {
    std::vector<RedactedExhibit> all;
    std::optional<Error> missing;
    for (const int exhibit : exhibits) {
        auto added = addRedactions(caseFile, exhibit, redactions);
        if (!added && added.error().code != ErrorCode::NotFound)
            return fail(std::move(added.error()));
        if (!added) {
            missing = std::move(added.error());
            continue;
        }
        EXHIBIT_ASSIGN(const std::size_t exports, exportsOf(caseFile, exhibit));
        all.push_back({exhibit, *std::move(added), exports});
    }
    if (all.empty() && missing)
        return fail(*std::move(missing));
    if (all.empty())
        return fail(ErrorCode::NotFound, "The case has no exhibit yet.", caseFile.path().string());
    return all;
}

Result<std::map<Role, std::size_t>> placesOf(const CaseFile& caseFile, const Exhibit& exhibit, std::optional<Role> role,
                                             const std::string& words) {
    std::map<Role, std::size_t> places;
    for (const Artifact& artifact : exhibit.artifacts) {
        const bool isText = !artifact.parent && isTextRole(artifact.role) && artifact.size <= kLongestText;
        if (!isText || (role && artifact.role != *role))
            continue;
        EXHIBIT_ASSIGN(const SharedSource source, caseFile.bytes(artifact));
        EXHIBIT_ASSIGN(const Bytes bytes, source->readAll(kLongestText));
        if (const std::size_t count = findWords(textOf(bytes), std::span(&words, 1)).size(); count > 0)
            places[artifact.role] += count;
    }
    return places;
}

Result<std::size_t> exportsOf(const CaseFile& caseFile, int exhibit) {
    EXHIBIT_ASSIGN(const std::vector<std::string> lines, caseFile.custodyLines());
    std::size_t count = 0;
    for (const std::string& line : lines) {
        const auto entry = parseCustodyLine(line);
        if (!entry || entry->event != "exported")
            continue;
        const auto exhibits = entry->details.find("exhibits");
        count += exhibits != entry->details.end() &&
                         std::find(exhibits->begin(), exhibits->end(), Json(exhibit)) != exhibits->end()
                     ? 1U
                     : 0U;
    }
    return count;
}

} // namespace exhibit::dossier
