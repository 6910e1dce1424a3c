#include "core/MarkupLog.h"
#include "dossier/RedactionGuard.h"
#include "pdf/image/ImageScan.h"

#include <algorithm>
#include <map>
#include <set>

namespace exhibit::dossier {

namespace {

const Artifact* byId(const std::vector<Artifact>& artifacts, std::int64_t id) {
    const auto at =
        std::find_if(artifacts.begin(), artifacts.end(), [&](const Artifact& artifact) { return artifact.id == id; });
    return at == artifacts.end() ? nullptr : &*at;
}

bool hasChild(const std::vector<Artifact>& artifacts, const Artifact& artifact) {
    return std::any_of(artifacts.begin(), artifacts.end(),
                       [&](const Artifact& other) { return other.parent == artifact.id; });
}

std::string extension(const Artifact& artifact) {
    static const std::map<std::string, std::string, std::less<>> known{
        {"image/png", ".png"}, {"image/jpeg", ".jpg"}, {"image/webp", ".webp"}, {"image/heic", ".heic"}};
    const auto at = known.find(artifact.mediaType);
    if (at != known.end())
        return at->second;
    return isTextRole(artifact.role) ? ".txt" : ".bin";
}

/// Gives each thing of an exhibit a name of its own, whatever case a file system keeps.
class Names {
public:
    std::string unique(const std::string& stem, const std::string& ending = {}) {
        std::string name = stem + ending;
        for (int n = 2; !m_taken.insert(lower(name)).second; ++n)
            name = stem + "-" + std::to_string(n) + ending;
        return name;
    }

private:
    static std::string lower(std::string text) {
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return text;
    }
    std::set<std::string> m_taken;
};

/// Counts originals alone, so that the second screenshot is number 2 even if the first was cleaned.
class Numbering {
public:
    explicit Numbering(const std::vector<Artifact>& artifacts) {
        std::map<Role, int> counts;
        for (const Artifact& artifact : artifacts)
            if (!artifact.parent)
                m_numbers[artifact.id] = ++counts[artifact.role];
    }
    [[nodiscard]] int of(const Artifact& original) const {
        const auto at = m_numbers.find(original.id);
        return at == m_numbers.end() ? 1 : at->second;
    }

private:
    std::map<std::int64_t, int> m_numbers;
};

/// ".pdf" of a name that has more than an ending; empty if there is none.
std::string endingOf(const std::string& fileName) {
    const std::size_t dot = fileName.rfind('.');
    return dot == std::string::npos || dot == 0 ? "" : fileName.substr(dot);
}

/// What a page shows is named like its place there; the verifier relies on it.
std::string attachmentName(const DisclosedItem& item, Names& names) {
    const Artifact& artifact = item.artifact;
    const std::string stem = itemName(artifact.exhibit, artifact.role, item.number);
    if (isRedacted(artifact))
        return names.unique(item.id + "-redacted", extension(artifact));
    if (artifact.parent)
        return names.unique(item.leaf ? item.id + "-shown" : stem + "-step", extension(artifact));
    const std::string own = isTextRole(artifact.role) || artifact.role == Role::Screenshot
                                ? std::string()
                                : harmlessName(artifact.fileName);
    if (own.empty())
        return names.unique(stem, extension(artifact));
    const std::string ending = endingOf(own);
    return names.unique(stem + "-" + own.substr(0, own.size() - ending.size()), ending);
}

/// Hashes the bytes anew: a dossier never says of bytes what they aren't.
Result<> checkBytes(const DisclosedItem& item, const Progress& progress) {
    EXHIBIT_ASSIGN(const Digest digest, sha256(*item.bytes, progress));
    if (item.bytes->size() != item.artifact.size || digest != item.artifact.digest)
        return fail(ErrorCode::Corrupt,
                    "The bytes in the case aren't those that were recorded. Run \"exhibit17 verify\" on the case.",
                    item.file);
    return {};
}

Result<DisclosedItem> openItem(const CaseFile& caseFile, const DisclosedExhibit& exhibit, const Artifact& artifact,
                               const Progress& progress) {
    DisclosedItem item;
    item.artifact = artifact;
    item.original = originalOf(exhibit.artifacts, artifact);
    item.leaf = !hasChild(exhibit.artifacts, artifact);
    if (artifact.parent) {
        const Artifact* const parent = byId(exhibit.artifacts, *artifact.parent);
        if (parent == nullptr)
            return fail(ErrorCode::Corrupt, "A picture's original isn't in the case.",
                        "exhibit " + std::to_string(exhibit.number));
        item.parent = parent->commitment();
    }
    EXHIBIT_ASSIGN(item.bytes, caseFile.bytes(artifact));
    EXHIBIT_TRY(checkBytes(item, progress));
    item.digest = artifact.digest;
    if (isTextRole(artifact.role) && artifact.size <= kLongestText) {
        EXHIBIT_ASSIGN(const Bytes bytes, item.bytes->readAll(kLongestText));
        item.text = std::string(textOf(bytes));
    }
    return item;
}

/// Why an artifact stays at home; nothing if it goes out.
std::optional<Withheld> withheldFor(const DisclosedExhibit& exhibit, const Artifact& artifact,
                                    const Redactions& redactions, const ExportOptions& options) {
    if (isKeptBack(exhibit.artifacts, artifact, redactions))
        return Withheld::Redacted;
    if (artifact.discloses && (!redactions.empty() || !options.attachOriginalsThatDisclose))
        return Withheld::Discloses;
    return std::nullopt;
}

Result<DisclosedExhibit> gatherExhibit(const CaseFile& caseFile, int number, const Redactions& redactions,
                                       const ExportOptions& options, const Progress& progress) {
    EXHIBIT_ASSIGN(Exhibit stored, caseFile.exhibit(number));
    if (stored.withdrawn)
        return fail(ErrorCode::NotFound, "This exhibit was withdrawn, so that there is nothing of it to export.",
                    "exhibit " + std::to_string(number));
    DisclosedExhibit exhibit;
    exhibit.number = number;
    exhibit.addedAt = stored.addedAt;
    EXHIBIT_TRY(addMarkups(caseFile, stored, redactions, exhibit));
    exhibit.record = std::move(stored.record);
    exhibit.artifacts = std::move(stored.artifacts);
    EXHIBIT_ASSIGN(exhibit.facts, CaptureRecord::fromJson(exhibit.record));
    Names names;
    Names ids;
    const Numbering numbering(exhibit.artifacts);
    for (const Artifact& artifact : exhibit.artifacts) {
        if (const auto reason = withheldFor(exhibit, artifact, redactions, options)) {
            exhibit.withheld.push_back({number, artifact.role, artifact.ordinal, artifact.commitment(), *reason});
            exhibit.keepsMore |= *reason == Withheld::Redacted && !hasRedactedCopy(exhibit.artifacts, artifact);
            continue;
        }
        EXHIBIT_ASSIGN(DisclosedItem item, openItem(caseFile, exhibit, artifact, progress));
        item.number = numbering.of(*item.original);
        if (item.leaf)
            item.id = ids.unique(itemName(number, artifact.role, item.number));
        item.file = attachmentName(item, names);
        exhibit.items.push_back(std::move(item));
    }
    // A redacted copy stands where its original stood.
    std::stable_sort(exhibit.items.begin(), exhibit.items.end(),
                     [](const DisclosedItem& a, const DisclosedItem& b) { return a.original->id < b.original->id; });
    EXHIBIT_TRY(checkRedacted(exhibit, redactions));
    return exhibit;
}

/// The numbers to export, rising, each once.
Result<std::vector<int>> chosenExhibits(const CaseFile& caseFile, const std::vector<int>& wanted, bool& complete) {
    EXHIBIT_ASSIGN(const auto summaries, caseFile.exhibits());
    std::set<int> there;
    for (const ExhibitSummary& summary : summaries)
        if (!summary.withdrawn)
            there.insert(summary.number);
    std::set<int> chosen(wanted.begin(), wanted.end());
    if (wanted.empty())
        chosen = there;
    if (chosen.empty())
        return fail(ErrorCode::InvalidArgument,
                    "The case has no exhibit yet. Add a prompt and a screenshot first: exhibit17 add CASE "
                    "--prompt-file prompt.txt --screenshot picture.png");
    complete = std::includes(chosen.begin(), chosen.end(), there.begin(), there.end());
    return std::vector<int>(chosen.begin(), chosen.end());
}

Result<CustodyState> checkedChain(const std::vector<std::string>& lines) {
    CustodyVerifier chain;
    for (const std::string& line : lines)
        chain.add(line);
    for (const Finding& finding : chain.findings())
        if (finding.severity >= Severity::Indeterminate)
            return fail(ErrorCode::Corrupt, finding.message + " Run \"exhibit17 verify\" on the case.",
                        "custody log, " + finding.object);
    return chain.state();
}

/// The redactions of all exhibits that weren't withdrawn, also of those that stay at home.
Result<std::map<int, Redactions>> allRedactions(const CaseFile& caseFile) {
    EXHIBIT_ASSIGN(const auto summaries, caseFile.exhibits());
    std::map<int, Redactions> all;
    for (const ExhibitSummary& summary : summaries) {
        if (summary.withdrawn)
            continue;
        EXHIBIT_ASSIGN(Redactions redactions, redactionsOf(caseFile, summary.number));
        if (!redactions.empty())
            all.emplace(summary.number, std::move(redactions));
    }
    return all;
}

/// Whoever changes bytes in the case can change their hash beside them too, but not the log's chain. Without this the
/// dossier would convict its own sender.
Result<> checkLogged(const Content& content) {
    std::set<std::pair<int, std::string>> logged;
    for (const std::string& line : content.custodyLines) {
        EXHIBIT_ASSIGN(const CustodyEntry entry, parseCustodyLine(line));
        const bool recorded =
            entry.event == "artifact-added" || entry.event == "artifact-derived" || entry.event == kNoteAdded;
        if (recorded && entry.exhibit && entry.commitment)
            logged.emplace(*entry.exhibit, entry.commitment->hex());
    }
    for (const DisclosedExhibit& exhibit : content.exhibits)
        for (const Artifact& artifact : exhibit.artifacts)
            if (!logged.contains({exhibit.number, artifact.commitment().hex()}))
                return fail(ErrorCode::Corrupt,
                            "Something in this exhibit isn't what the case's log recorded. Run \"exhibit17 verify\" on "
                            "the case.",
                            "exhibit " + std::to_string(exhibit.number));
    return {};
}

/// Which notes were written after the capture, and when.
Result<> findLaterNotes(Content& content) {
    std::map<int, MarkupLog> logs;
    for (const std::string& line : content.custodyLines) {
        if (line.find(kNoteAdded) == std::string::npos && line.find(kNoteRemoved) == std::string::npos)
            continue;
        EXHIBIT_ASSIGN(const CustodyEntry entry, parseCustodyLine(line));
        if (entry.exhibit)
            logs[*entry.exhibit].note(entry);
    }
    for (DisclosedExhibit& exhibit : content.exhibits)
        for (DisclosedItem& item : exhibit.items) {
            const auto& notes = logs[exhibit.number].laterNotes();
            if (const auto written = notes.find(item.original->commitment()); written != notes.end())
                item.writtenLater = written->second;
        }
    return {};
}

} // namespace

std::vector<const DisclosedItem*> DisclosedExhibit::of(Role role) const {
    std::vector<const DisclosedItem*> found;
    for (const DisclosedItem& item : items)
        if (item.artifact.role == role)
            found.push_back(&item);
    return found;
}

std::string DisclosedItem::mediaType() const {
    if (!reduction)
        return artifact.mediaType;
    return std::string(image::mediaType(reduction->quality > 0 ? image::Format::Jpeg : image::Format::Png));
}

std::string DisclosedExhibit::fileOf(const Commitment& commitment) const {
    for (const DisclosedItem& item : items)
        if (item.artifact.commitment() == commitment)
            return item.file;
    return {};
}

Result<Content> gather(const CaseFile& caseFile, const ExportOptions& options, const Progress& progress) {
    Content content;
    content.caseId = caseFile.id();
    content.caseCreated = caseFile.createdAt();
    EXHIBIT_ASSIGN(content.details, caseFile.details());
    EXHIBIT_ASSIGN(const std::vector<int> numbers, chosenExhibits(caseFile, options.exhibits, content.complete));
    content.exhibits.reserve(numbers.size());
    EXHIBIT_ASSIGN(const auto redactions, allRedactions(caseFile));
    for (const int number : numbers) {
        const auto own = redactions.find(number);
        EXHIBIT_ASSIGN(
            DisclosedExhibit exhibit,
            gatherExhibit(caseFile, number, own == redactions.end() ? Redactions() : own->second, options, progress));
        content.exhibits.push_back(std::move(exhibit));
    }
    redactOwnWords(redactions, content.details);
    content.warnings = redactionWarnings(content, redactions, options);
    EXHIBIT_ASSIGN(content.custodyLines, caseFile.custodyLines());
    EXHIBIT_ASSIGN(content.custody, checkedChain(content.custodyLines));
    EXHIBIT_TRY(checkLogged(content));
    EXHIBIT_TRY(findLaterNotes(content));
    return content;
}

bool isRedacted(const Artifact& artifact) {
    return artifact.parent && artifact.operation == kRedactOperation;
}

const Artifact* originalOf(const std::vector<Artifact>& artifacts, const Artifact& artifact) {
    const Artifact* original = &artifact;
    // A chain can't be longer than the list, whatever the file says.
    for (std::size_t step = 0; step < artifacts.size() && original->parent; ++step) {
        const Artifact* const parent = byId(artifacts, *original->parent);
        if (parent == nullptr)
            break;
        original = parent;
    }
    return original;
}

std::string itemName(int exhibit, Role role, int ordinal) {
    std::string text = "exhibit-" + std::to_string(exhibit) + "-" + std::string(name(role));
    const bool always = role == Role::Screenshot || role == Role::Turn || role == Role::Attachment ||
                        role == Role::Correspondence || role == Role::Note;
    return always || ordinal > 1 ? text + "-" + std::to_string(ordinal) : text;
}

std::string harmlessName(std::string_view fileName) {
    constexpr std::size_t kLongest = 80;
    std::string name;
    for (const char c : fileName) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        const bool dot = c == '.' && !name.empty() && name.back() != '.';
        if (plain || dot)
            name += c;
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    if (name.size() <= kLongest)
        return name;
    // The end tells the kind of file.
    const std::size_t dot = name.rfind('.');
    const std::string ending = dot != std::string::npos && name.size() - dot <= 10 ? name.substr(dot) : "";
    return name.substr(0, kLongest - ending.size()) + ending;
}

bool isTextRole(Role role) {
    return role != Role::Screenshot && role != Role::Attachment && role != Role::Correspondence;
}

} // namespace exhibit::dossier
