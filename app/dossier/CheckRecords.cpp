#include "dossier/Checker.h"
#include "dossier/ShownText.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

constexpr std::uint64_t kLargestRecord = std::uint64_t{16} << 20;

std::string exhibitName(int number) {
    return "exhibit " + std::to_string(number);
}

std::string stringMember(const Json& object, const char* member) {
    const auto at = object.find(member);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

bool agrees(const ArtifactClaim& claim, const RecordedArtifact& recorded) {
    if (claim.role != recorded.role)
        return false;
    return !claim.disclosed || (claim.origin == recorded.origin && claim.confirmed == recorded.confirmed &&
                                claim.picture == recorded.picture && claim.parent == recorded.parent &&
                                claim.operation == recorded.operation);
}

} // namespace

void Checker::readCustody() {
    const auto text = textOf(m_manifest->custodyFile, kLargestText);
    if (!text) {
        contradiction("custody-missing", "The custody log isn't attached.", m_manifest->custodyFile);
        return;
    }
    if (!text->empty() && text->back() != '\n')
        contradiction("custody-malformed", "The custody log's last line has no end: it was cut.",
                      m_manifest->custodyFile);
    checkCustodyState(*text);
    checkCustodyEntries(linesOf(*text));
    checkComplete();
}

void Checker::checkCustodyState(const std::string& text) {
    CustodyVerifier chain;
    for (const std::string& line : linesOf(text))
        chain.add(line);
    for (Finding finding : chain.findings()) {
        finding.object = m_manifest->custodyFile + ", " + finding.object;
        m_findings.push_back(std::move(finding));
    }
    if (chain.state() != m_manifest->custody)
        contradiction("custody-head", "The custody log doesn't end where the manifest says: it was cut or continued.",
                      m_manifest->custodyFile);
}

void Checker::checkCustodyEntries(const std::vector<std::string>& lines) {
    bool first = true;
    for (const std::string& line : lines) {
        const auto entry = parseCustodyLine(line);
        if (!entry)
            continue; // reported by the chain's own check
        const bool begins =
            entry->event == "case-created" && stringMember(entry->details, "case") == m_manifest->caseId;
        if (first && !begins)
            contradiction("custody-case", "The custody log isn't the one of this case.", m_manifest->custodyFile);
        first = false;
        if (!entry->exhibit)
            continue;
        const auto [at, isNew] = m_logged.try_emplace(*entry->exhibit);
        LoggedExhibit& logged = at->second;
        if (isNew)
            logged.headBefore = entry->previous;
        if (!logged.record.empty() && logged.revisions.note(*entry))
            continue;
        if (entry->commitment && (entry->event == "artifact-added" || entry->event == "artifact-derived"))
            logged.commitments.push_back(*entry->commitment);
        if (entry->event == "exhibit-added")
            logged.record = stringMember(entry->details, "record");
        logged.withdrawn = logged.withdrawn || entry->event == "exhibit-withdrawn";
    }
}

/// A dossier that calls itself complete must hold every exhibit of the log that wasn't withdrawn.
void Checker::checkComplete() {
    const std::set<int> exhibits(m_manifest->exhibits.begin(), m_manifest->exhibits.end());
    bool complete = true;
    for (const auto& [number, logged] : m_logged)
        complete = complete && (logged.withdrawn || exhibits.contains(number));
    if (complete != m_manifest->complete)
        contradiction("exhibits-missing",
                      "Whether the dossier holds every exhibit of the case is not as the manifest says.");
}

void Checker::checkRecords() {
    collectClaims();
    std::set<int> recorded;
    for (const DisclosedRecord& record : m_manifest->records) {
        if (!recorded.insert(record.exhibit).second)
            contradiction("manifest-duplicate", "The manifest lists two capture records of one exhibit.",
                          exhibitName(record.exhibit));
        checkRecord(record);
    }
    if (recorded != std::set<int>(m_manifest->exhibits.begin(), m_manifest->exhibits.end()))
        contradiction("record-missing", "An exhibit has no capture record, or a record has no exhibit.");
}

void Checker::checkRecord(const DisclosedRecord& listed) {
    const auto text = textOf(listed.file, kLargestRecord);
    if (!text) {
        contradiction("record-missing", "The exhibit's capture record isn't attached.", listed.file);
        return;
    }
    if (sha256(bytesOf(*text)) != listed.digest)
        contradiction("record-changed", "The capture record isn't the one that the manifest describes.", listed.file);
    const auto record = CaptureRecord::fromJson(*text);
    if (!record) {
        failure("record-invalid", record.error(), listed.file);
        return;
    }
    const auto canonical = record->toJson();
    if (!canonical || *canonical != *text)
        contradiction("record-not-canonical", "The capture record isn't written in its canonical form (RFC 8785).",
                      listed.file);
    if (record->caseId != m_manifest->caseId || record->exhibit != listed.exhibit)
        contradiction("record-exchanged", "The capture record belongs to another exhibit or another case.",
                      listed.file);
    checkRecordedArtifacts(*record);
    checkLogged(*record, *text);
}

void Checker::collectClaims() {
    for (const DisclosedArtifact& a : m_manifest->artifacts) {
        if ((a.parent && a.operation == kRedactOperation) || isLaterNote(a.exhibit, a.commitment))
            continue; // made after the record: checkMarkups()
        m_claims[a.exhibit].emplace(
            a.commitment, ArtifactClaim{a.role, true, a.origin, a.confirmed, a.picture, a.parent, a.operation});
    }
    for (const CommittedArtifact& a : m_manifest->committed) {
        const auto logged = m_logged.find(a.exhibit);
        const bool isCopy = logged != m_logged.end() && logged->second.revisions.copies().contains(a.commitment);
        if (!isCopy && !isLaterNote(a.exhibit, a.commitment))
            m_claims[a.exhibit].emplace(a.commitment, ArtifactClaim{.role = a.role});
    }
}

/// Both directions: nothing that wasn't recorded is shown, and nothing that was recorded is passed over in silence.
void Checker::checkRecordedArtifacts(const CaptureRecord& record) {
    auto& claims = m_claims[record.exhibit];
    for (const RecordedArtifact& recorded : record.artifacts) {
        const auto claim = claims.find(recorded.commitment);
        if (claim == claims.end()) {
            contradiction("artifact-unaccounted",
                          "The capture record names an artifact that the manifest passes over: " +
                              std::string(name(recorded.role)) + ".",
                          exhibitName(record.exhibit));
            continue;
        }
        if (!agrees(claim->second, recorded))
            contradiction("artifact-claim",
                          "The manifest says something else about an artifact than its capture record: " +
                              std::string(name(recorded.role)) + ".",
                          exhibitName(record.exhibit));
        claims.erase(claim);
    }
    for (const auto& [commitment, claim] : claims)
        contradiction("artifact-unrecorded",
                      "The manifest names an artifact that the capture record doesn't know: " +
                          std::string(name(claim.role)) + ".",
                      exhibitName(record.exhibit));
}

void Checker::checkLogged(const CaptureRecord& record, const std::string& text) {
    const std::string object = exhibitName(record.exhibit);
    const auto at = m_logged.find(record.exhibit);
    if (at == m_logged.end()) {
        contradiction("custody-exhibit", "The custody log doesn't know this exhibit.", object);
        return;
    }
    const LoggedExhibit& logged = at->second;
    std::vector<Commitment> recorded;
    for (const RecordedArtifact& artifact : record.artifacts)
        recorded.push_back(artifact.commitment);
    if (logged.commitments != recorded)
        contradiction("custody-artifacts", "The custody log names other artifacts for this exhibit than its record.",
                      object);
    if (logged.record != sha256(bytesOf(text)).hex())
        contradiction("custody-record", "The custody log names another capture record for this exhibit.", object);
    if (logged.headBefore != record.custodyHead)
        contradiction("custody-place", "The capture record was made at another place of the custody log.", object);
    if (logged.withdrawn)
        contradiction("exhibit-withdrawn", "The custody log says that this exhibit was withdrawn before the export.",
                      object);
}

} // namespace exhibit::dossier
