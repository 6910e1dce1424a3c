#include "dossier/RedactionGuard.h"

#include "dossier/LongPicture.h"
#include "dossier/WordSearch.h"
#include "media/Redact.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

std::string exhibitName(int number) {
    return "Exhibit " + std::to_string(number);
}

void takeOut(std::string& text, const std::vector<std::string>& phrases) {
    text = redactText(text, phrases).text;
}

template <class Markup>
Result<Outgoing<Markup>> outgoing(const Numbered<Markup>& kept, Markup shown) {
    EXHIBIT_ASSIGN(std::string content, toJson(shown));
    const bool whole = shown == kept.markup;
    return Outgoing<Markup>{kept.number, std::move(shown), std::move(content), kept.commitment,
                            whole ? std::optional(kept.salt) : std::nullopt};
}

bool mayHold(const Artifact& artifact, const Redactions& redactions) {
    if (artifact.role == Role::Screenshot)
        return false;              // the person looks at it; what else its file holds is a matter of `discloses`
    if (isTextRole(artifact.role)) // looked through, if it isn't too long
        return artifact.size > kLongestText && !phrasesOf(redactions, artifact.role).empty();
    return !redactions.empty();
}

} // namespace

Result<> addMarkups(const CaseFile& caseFile, const Exhibit& stored, const Redactions& redactions,
                    DisclosedExhibit& exhibit) {
    const std::vector<std::string> phrases = phrasesOf(redactions);
    EXHIBIT_ASSIGN(const auto marks, marksOf(caseFile, stored.number));
    for (const Numbered<Mark>& kept : marks) {
        Mark shown = kept.markup;
        takeOut(shown.text, phrases);
        takeOut(shown.label, phrases);
        takeOut(shown.correction, phrases);
        EXHIBIT_ASSIGN(auto mark, outgoing(kept, std::move(shown)));
        exhibit.marks.push_back(std::move(mark));
    }
    for (const Numbered<Redaction>& kept : redactions) {
        Redaction shown = kept.markup;
        takeOut(shown.reason, phrases);
        if (!shown.region) {
            EXHIBIT_ASSIGN(const auto places, placesOf(caseFile, stored, shown.on, shown.text));
            for (const auto& [role, count] : places)
                exhibit.places[kept.number] += count;
            shown.text = kRedactionToken;
        }
        EXHIBIT_ASSIGN(auto redaction, outgoing(kept, std::move(shown)));
        exhibit.redactions.push_back(std::move(redaction));
    }
    return {};
}

bool hasRedactedCopy(const std::vector<Artifact>& artifacts, const Artifact& artifact) {
    const Artifact* const original = originalOf(artifacts, artifact);
    return std::any_of(artifacts.begin(), artifacts.end(), [&](const Artifact& other) {
        return isRedacted(other) && originalOf(artifacts, other) == original;
    });
}

bool isKeptBack(const std::vector<Artifact>& artifacts, const Artifact& artifact, const Redactions& redactions) {
    if (isRedacted(artifact))
        return false;
    // Whatever shares its original with a redacted copy shows what that copy doesn't.
    return hasRedactedCopy(artifacts, artifact) || sharesRedaction(artifacts, artifact) ||
           mayHold(*originalOf(artifacts, artifact), redactions);
}

Result<> checkRedacted(const DisclosedExhibit& exhibit, const Redactions& redactions) {
    const auto failure = [&exhibit](const std::string& file) {
        return fail(ErrorCode::Corrupt,
                    "A redacted copy in the case isn't what it should be. Undo the redactions of the exhibit and make "
                    "them again, and run \"exhibit17 verify\" on the case.",
                    exhibitName(exhibit.number) + ", " + file);
    };
    for (const DisclosedItem& item : exhibit.items) {
        if (item.text && !findWords(*item.text, phrasesOf(redactions, item.artifact.role)).empty())
            return failure(item.file);
        if (item.artifact.role != Role::Screenshot)
            continue;
        const std::vector<Region> regions = regionsOf(redactions, item.number);
        if (regions.empty())
            continue;
        const auto painted = media::isPaintedOver(*item.bytes, regions);
        if (!painted || !*painted)
            return failure(item.file);
    }
    return {};
}

namespace {

/// Everything about the case itself that a dossier prints.
std::string textOf(const CaseDetails& details) {
    std::string text = details.reference;
    for (const Person& person : {details.subject, details.representative})
        text += "\n" + person.name + "\n" + person.email + "\n" + person.address;
    return text;
}

bool holdsAny(const DisclosedExhibit& exhibit, const std::vector<std::string>& phrases) {
    const auto holds = [&](const std::string& text) { return !findWords(text, phrases).empty(); };
    return std::any_of(exhibit.items.begin(), exhibit.items.end(),
                       [&](const DisclosedItem& item) { return item.text && holds(*item.text); }) ||
           std::any_of(exhibit.marks.begin(), exhibit.marks.end(),
                       [&](const auto& mark) {
                           const Mark& value = mark.markup;
                           return holds(value.text) || holds(value.label) || holds(value.correction);
                       }) ||
           std::any_of(exhibit.redactions.begin(), exhibit.redactions.end(),
                       [&](const auto& redaction) { return holds(redaction.markup.reason); });
}

/// Words were taken out of the texts; a picture may show them too.
void warnOfPictures(const DisclosedExhibit& exhibit, const Redactions& redactions, std::vector<std::string>& warnings) {
    if (phrasesOf(redactions).empty())
        return;
    for (const DisclosedItem* item : exhibit.of(Role::Screenshot))
        if (item->leaf && regionsOf(redactions, item->number).empty())
            warnings.push_back(exhibitName(exhibit.number) +
                               ": words were taken out of its texts, and nothing of screenshot " +
                               std::to_string(item->number) + ". Look whether it shows them.");
}

/// Files that can't be searched, and originals with data on place or device even if the person asked for them.
void warnOfKeptFiles(const DisclosedExhibit& exhibit, const Redactions& redactions, const ExportOptions& options,
                     std::vector<std::string>& warnings) {
    std::size_t files = 0;
    for (const Artifact& artifact : exhibit.artifacts)
        files += !artifact.parent &&
                         (mayHold(artifact, redactions) || (artifact.discloses && options.attachOriginalsThatDisclose))
                     ? 1U
                     : 0U;
    if (files > 0)
        warnings.push_back(exhibitName(exhibit.number) + ": " + std::to_string(files) +
                           (files == 1
                                ? " file stays here, since nobody can tell whether it holds what was redacted."
                                : " files stay here, since nobody can tell whether they hold what was redacted."));
}

void warnOfOtherPlaces(const Content& content, int number, const Redactions& redactions,
                       std::vector<std::string>& warnings) {
    const std::vector<std::string> phrases = phrasesOf(redactions);
    if (phrases.empty())
        return;
    for (const DisclosedExhibit& other : content.exhibits)
        if (other.number != number && holdsAny(other, phrases))
            warnings.push_back(exhibitName(other.number) + " holds words that were redacted in exhibit " +
                               std::to_string(number) + ".");
    if (!findWords(textOf(content.details), phrases).empty())
        warnings.push_back("Words that were redacted in exhibit " + std::to_string(number) +
                           " stand in the case's own details (names, addresses, reference), which the dossier "
                           "prints.");
}

} // namespace

void redactOwnWords(const std::map<int, Redactions>& redactions, CaseDetails& details) {
    for (const auto& [exhibit, own] : redactions) {
        const std::vector<std::string> phrases = phrasesOf(own);
        takeOut(details.grounds, phrases);
        for (OwnLetter& letter : details.letters)
            takeOut(letter.text, phrases);
    }
}

std::vector<std::string> redactionWarnings(const Content& content, const std::map<int, Redactions>& redactions,
                                           const ExportOptions& options) {
    std::vector<std::string> warnings;
    for (const DisclosedExhibit& exhibit : content.exhibits) {
        const auto own = redactions.find(exhibit.number);
        if (own == redactions.end())
            continue;
        warnOfPictures(exhibit, own->second, warnings);
        warnOfKeptFiles(exhibit, own->second, options, warnings);
    }
    for (const auto& [number, own] : redactions)
        warnOfOtherPlaces(content, number, own, warnings);
    return warnings;
}

} // namespace exhibit::dossier
