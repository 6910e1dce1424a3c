#include "store/CaseCheck.h"

#include "core/CaptureRecord.h"
#include "core/MarkupLog.h"
#include "store/MarkupTable.h"
#include "store/StoredBytes.h"
#include "store/Tables.h"

#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace exhibit {

namespace {

/// An exhibit as the log tells it.
struct LoggedExhibit {
    std::vector<Commitment> artifacts;
    std::optional<Digest> record;
    Digest headBefore; ///< of the log before the exhibit's first entry
    Instant addedAt;
    bool withdrawn = false;
    MarkupLog revisions; ///< what followed
};

std::string nameOf(const ExhibitRow& row) {
    return "exhibit " + std::to_string(row.summary.number);
}

std::string nameOf(const Artifact& artifact) {
    return "exhibit " + std::to_string(artifact.exhibit) + ", " + std::string(name(artifact.role)) + " " +
           std::to_string(artifact.ordinal);
}

class CaseChecker {
public:
    CaseChecker(std::shared_ptr<Connection> connection, const Progress& progress)
        : m_connection(std::move(connection)), m_progress(progress) {}

    Result<std::vector<Finding>> run();

private:
    void contradict(std::string code, std::string message, std::string object) {
        m_findings.push_back({std::move(code), Severity::Contradiction, std::move(message), std::move(object)});
    }

    /// What `work` finds damaged becomes a finding; other errors end the check.
    template <class Work>
    Result<> tolerate(const char* code, const std::string& object, Work&& work) {
        const Result<> done = guarded(object, work);
        if (done)
            return {};
        const Error& error = done.error();
        const bool damage = error.code == ErrorCode::Corrupt || error.code == ErrorCode::Malformed ||
                            error.code == ErrorCode::Unsupported || error.code == ErrorCode::InvalidArgument ||
                            error.code == ErrorCode::LimitExceeded;
        if (!damage)
            return fail(error);
        m_findings.push_back({code, Severity::Contradiction, error.message, object, error.offset});
        return {};
    }

    Result<> checkDatabase();
    Result<> checkLog();
    void learn(const CustodyEntry& entry, const Digest& headBefore);
    void learnExhibit(const CustodyEntry& entry, const Digest& headBefore);
    void checkLogEnd(const CustodyState& state);
    Result<> checkMatter();
    Result<> checkExhibits();
    Result<> checkExhibit(const ExhibitRow& row);
    Result<> checkWithdrawn(const ExhibitRow& row, const LoggedExhibit& logged, const std::vector<Artifact>& artifacts);
    void checkRecord(const ExhibitRow& row, const LoggedExhibit& logged, const std::vector<Artifact>& artifacts);
    void compareRecord(const CaptureRecord& record, const LoggedExhibit& logged, const std::vector<Artifact>& artifacts,
                       const std::string& object);
    void checkSummary(const ExhibitRow& row, const std::vector<Artifact>& artifacts);
    void checkRedacted(const LoggedExhibit& logged, const std::vector<Artifact>& artifacts, const std::string& object);
    void checkLaterNotes(const LoggedExhibit& logged, const std::vector<Artifact>& artifacts,
                         const std::string& object);
    Result<> checkMarkups(const ExhibitRow& row, const LoggedExhibit& logged, MarkupKind kind);
    Result<> checkArtifact(const Artifact& artifact, const LoggedExhibit& logged);
    Result<> checkBytes(const Artifact& artifact);

    std::shared_ptr<Connection> m_connection;
    const Progress& m_progress;
    std::vector<Finding> m_findings;
    std::map<int, LoggedExhibit> m_logged;
    std::optional<CustodyEntry> m_created; ///< the log's first entry
    Counters m_counters;
    MatterRow m_matter;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
};

Result<std::vector<Finding>> CaseChecker::run() {
    SQLite::Transaction view(m_connection->database()); // one state over everything
    const std::string& object = m_connection->object();
    EXHIBIT_TRY(tolerate("sqlite-integrity", object, [&] { return checkDatabase(); }));
    EXHIBIT_TRY(tolerate("custody-unreadable", "custody log", [&] { return checkLog(); }));
    EXHIBIT_TRY(tolerate("case-unreadable", object, [&] { return checkMatter(); }));
    EXHIBIT_TRY(tolerate("exhibits-unreadable", "exhibits", [&] { return checkExhibits(); }));
    return std::move(m_findings);
}

/// sqlite.org/pragma.html#pragma_integrity_check answers one row "ok", or what is wrong.
Result<> CaseChecker::checkDatabase() {
    SQLite::Statement integrity(m_connection->database(), "PRAGMA integrity_check(20)");
    while (integrity.executeStep()) {
        const std::string message = integrity.getColumn(0).getString();
        if (message != "ok")
            contradict("sqlite-integrity", "The file's inner structure is damaged: " + message + ".",
                       m_connection->object());
    }
    SQLite::Statement orphans(m_connection->database(), "PRAGMA foreign_key_check");
    for (int count = 0; count < 20 && orphans.executeStep(); ++count)
        contradict("sqlite-orphan", "A row belongs to nothing: what it was part of was removed.",
                   "table " + orphans.getColumn(0).getString() + ", row " + orphans.getColumn(1).getString());
    return {};
}

void CaseChecker::learnExhibit(const CustodyEntry& entry, const Digest& headBefore) {
    const std::string object = "line " + std::to_string(entry.sequence);
    const auto [at, isNew] = m_logged.try_emplace(*entry.exhibit);
    LoggedExhibit& logged = at->second;
    if (isNew)
        logged.headBefore = headBefore;
    if (entry.event == "exhibit-withdrawn") {
        logged.withdrawn = true;
        return;
    }
    if (logged.record && logged.revisions.note(entry))
        return;
    if (logged.record) {
        contradict("custody-repeated", "The log adds to an exhibit that was complete before.", object);
        return;
    }
    if (entry.commitment) {
        logged.artifacts.push_back(*entry.commitment);
        return;
    }
    logged.addedAt = entry.at;
    const auto record = entry.details.find("record");
    const auto digest = record != entry.details.end() && record->is_string()
                            ? Digest::fromHex(record->get<std::string>())
                            : Result<Digest>(fail(ErrorCode::Malformed, ""));
    logged.record = digest ? *digest : Digest{};
}

void CaseChecker::learn(const CustodyEntry& entry, const Digest& headBefore) {
    if (!m_created)
        m_created = entry;
    static constexpr std::array<std::string_view, 11> kEvents{
        "artifact-added", "artifact-derived", "artifact-discarded", "exhibit-added", "exhibit-withdrawn", "mark-added",
        "mark-removed",   "redaction-added",  "redaction-removed",  kNoteAdded,      kNoteRemoved,
    };
    if (entry.exhibit && std::find(kEvents.begin(), kEvents.end(), entry.event) != kEvents.end())
        learnExhibit(entry, headBefore);
}

void CaseChecker::checkLogEnd(const CustodyState& state) {
    const CustodyState& expected = m_counters.custody;
    if (state.count < expected.count)
        contradict("custody-truncated",
                   "The log has " + std::to_string(state.count) + " entries; there were " +
                       std::to_string(expected.count) + ".",
                   "custody log");
    else if (state.count > expected.count)
        contradict("custody-extended",
                   "The log has " + std::to_string(state.count) + " entries; the program wrote " +
                       std::to_string(expected.count) + ".",
                   "custody log");
    else if (state.head != expected.head)
        contradict("custody-head", "The last entry of the log isn't the one that the program wrote.", "custody log");
}

Result<> CaseChecker::checkLog() {
    EXHIBIT_ASSIGN(m_counters, readCounters(*m_connection));
    CustodyVerifier verifier;
    bool rowsInPlace = true;
    const Result<> read = forEachCustodyLine(*m_connection, [&](std::int64_t row, std::string_view line) -> Result<> {
        const Digest headBefore = verifier.state().head;
        verifier.add(line);
        if (rowsInPlace && row != verifier.state().count)
            contradict("custody-row", "A row of the log was removed or moved before this one.",
                       "line " + std::to_string(verifier.state().count));
        rowsInPlace = row == verifier.state().count;
        if (const auto entry = parseCustodyLine(line))
            learn(*entry, headBefore);
        return {};
    });
    m_findings.insert(m_findings.end(), verifier.findings().begin(), verifier.findings().end());
    EXHIBIT_TRY(Result<>(read));
    checkLogEnd(verifier.state());
    return {};
}

Result<> CaseChecker::checkMatter() {
    const std::string& object = m_connection->object();
    EXHIBIT_ASSIGN(m_matter, readMatter(*m_connection));
    const bool created = m_created && m_created->event == "case-created" &&
                         m_created->details == Json{{"case", m_matter.caseId}} &&
                         m_created->at.iso() == m_matter.createdAt.iso();
    if (!created)
        contradict("case-identity", "The log doesn't begin with the making of this case.", object);
    EXHIBIT_TRY(tolerate("case-details", object, [&]() -> Result<> {
        EXHIBIT_TRY(readDetails(*m_connection));
        return {};
    }));
    if (m_counters.vacuumDue)
        m_findings.push_back({"withdrawal-traces", Severity::Warning,
                              "Traces of a withdrawn exhibit may still be in the file. They are cleared when the case "
                              "is changed the next time.",
                              object});
    return {};
}

Result<> CaseChecker::checkExhibits() {
    SQLite::Statement total(m_connection->database(), "SELECT total(size) FROM artifact");
    total.executeStep();
    constexpr double kMost = 1e18;
    m_total = static_cast<std::uint64_t>(std::clamp(total.getColumn(0).getDouble(), 0.0, kMost));
    EXHIBIT_ASSIGN(const std::vector<ExhibitRow> rows, readExhibits(*m_connection, Records::With));
    for (const ExhibitRow& row : rows) {
        EXHIBIT_TRY(tolerate("exhibit-unreadable", nameOf(row), [&] { return checkExhibit(row); }));
        m_logged.erase(row.summary.number);
        if (row.summary.number >= m_counters.nextExhibit)
            contradict("exhibit-number", "This number was never given out.", nameOf(row));
    }
    for (const auto& [number, logged] : m_logged)
        contradict("exhibit-missing", "The log tells of this exhibit, but it isn't there: it was removed by hand.",
                   "exhibit " + std::to_string(number));
    return {};
}

Result<> CaseChecker::checkExhibit(const ExhibitRow& row) {
    const auto at = m_logged.find(row.summary.number);
    if (at == m_logged.end() || !at->second.record) {
        contradict("exhibit-unlogged", "The log doesn't tell that this exhibit was added.", nameOf(row));
        return {};
    }
    const LoggedExhibit& logged = at->second;
    EXHIBIT_ASSIGN(const std::vector<Artifact> artifacts, readArtifacts(*m_connection, row.summary.number));
    if (row.summary.addedAt.iso() != logged.addedAt.iso())
        contradict("exhibit-time", "The time at which it was added isn't the one in the log.", nameOf(row));
    if (row.summary.withdrawn || logged.withdrawn)
        return checkWithdrawn(row, logged, artifacts);
    std::vector<Artifact> recorded = artifacts;
    std::erase_if(recorded, [&](const Artifact& artifact) {
        return logged.revisions.copies().contains(artifact.commitment()) ||
               logged.revisions.laterNotes().contains(artifact.commitment());
    });
    checkRecord(row, logged, recorded);
    checkSummary(row, artifacts);
    checkRedacted(logged, artifacts, nameOf(row));
    checkLaterNotes(logged, artifacts, nameOf(row));
    for (const MarkupKind kind : {MarkupKind::Mark, MarkupKind::Redaction}) {
        EXHIBIT_TRY(tolerate("markup-unreadable", nameOf(row), [&] { return checkMarkups(row, logged, kind); }));
    }
    for (const Artifact& artifact : artifacts) {
        EXHIBIT_TRY(checkArtifact(artifact, logged));
    }
    return {};
}

Result<> CaseChecker::checkWithdrawn(const ExhibitRow& row, const LoggedExhibit& logged,
                                     const std::vector<Artifact>& artifacts) {
    if (!logged.withdrawn)
        contradict("exhibit-withdrawn-unlogged", "It is marked as withdrawn, and the log doesn't say so.", nameOf(row));
    if (!row.summary.withdrawn)
        contradict("exhibit-restored", "The log says that it was withdrawn, and it is still there.", nameOf(row));
    EXHIBIT_ASSIGN(const auto marks, readMarkups(*m_connection, row.summary.number, MarkupKind::Mark));
    EXHIBIT_ASSIGN(const auto redactions, readMarkups(*m_connection, row.summary.number, MarkupKind::Redaction));
    const bool markup = !marks.empty() || !redactions.empty();
    if (row.summary.withdrawn &&
        (markup || !artifacts.empty() || !row.record.empty() || !row.summary.promptStart.empty()))
        contradict("withdrawn-remains", "It was withdrawn, and parts of it are still there.", nameOf(row));
    return {};
}

void CaseChecker::checkRecord(const ExhibitRow& row, const LoggedExhibit& logged,
                              const std::vector<Artifact>& artifacts) {
    if (sha256(bytesOf(row.record)) != logged.record)
        contradict("record-mismatch", "The capture record isn't the one that the log names.", nameOf(row));
    const auto record = CaptureRecord::fromJson(row.record);
    if (!record) {
        contradict("record-malformed", "The capture record can't be read: " + record.error().text(), nameOf(row));
        return;
    }
    if (record->caseId != m_matter.caseId || record->exhibit != row.summary.number ||
        record->surface != row.summary.surface)
        contradict("record-mismatch", "The capture record speaks of another case, exhibit or surface.", nameOf(row));
    if (record->custodyHead != logged.headBefore)
        contradict("record-custody-head", "The capture record names another place in the log.", nameOf(row));
    compareRecord(*record, logged, artifacts, nameOf(row));
}

/// The commitment of the artifact with this id.
std::optional<Commitment> commitmentOf(const std::vector<Artifact>& artifacts, std::int64_t id) {
    const auto at = std::find_if(artifacts.begin(), artifacts.end(), [&](const Artifact& a) { return a.id == id; });
    return at == artifacts.end() ? std::nullopt : std::optional(at->commitment());
}

void CaseChecker::compareRecord(const CaptureRecord& record, const LoggedExhibit& logged,
                                const std::vector<Artifact>& artifacts, const std::string& object) {
    const bool sameCount = record.artifacts.size() == artifacts.size() && logged.artifacts.size() == artifacts.size();
    if (!sameCount) {
        contradict("record-mismatch",
                   "The exhibit has " + std::to_string(artifacts.size()) + " parts, its capture record names " +
                       std::to_string(record.artifacts.size()) + ", the log " +
                       std::to_string(logged.artifacts.size()) + ".",
                   object);
        return;
    }
    for (std::size_t i = 0; i < artifacts.size(); ++i) {
        const Artifact& artifact = artifacts[i];
        const RecordedArtifact& line = record.artifacts[i];
        const auto parent = artifact.parent ? commitmentOf(artifacts, *artifact.parent) : std::nullopt;
        const bool same = line.role == artifact.role && line.commitment == artifact.commitment() &&
                          line.origin == artifact.origin && line.confirmed == artifact.confirmed &&
                          line.picture == artifact.picture && line.parent == parent &&
                          artifact.parent.has_value() == parent.has_value() && line.operation == artifact.operation;
        if (!same)
            contradict("record-mismatch", "It isn't what the capture record says about it.", nameOf(artifact));
    }
}

int originals(const std::vector<Artifact>& artifacts, Role role) {
    return static_cast<int>(std::count_if(artifacts.begin(), artifacts.end(),
                                          [&](const Artifact& a) { return a.role == role && !a.parent; }));
}

void CaseChecker::checkSummary(const ExhibitRow& row, const std::vector<Artifact>& artifacts) {
    const ExhibitSummary& summary = row.summary;
    if (summary.screenshots != originals(artifacts, Role::Screenshot) ||
        summary.attachments != originals(artifacts, Role::Attachment))
        contradict("summary-mismatch", "The list shows another number of pictures or files than there are.",
                   nameOf(row));
    const auto prompt = std::find_if(artifacts.begin(), artifacts.end(),
                                     [](const Artifact& a) { return a.role == Role::Prompt && !a.parent; });
    if (prompt == artifacts.end()) {
        if (!summary.promptStart.empty())
            contradict("summary-mismatch", "The list shows a prompt where there is none.", nameOf(row));
        return;
    }
    const auto source = storedBytes(m_connection, *prompt);
    const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(kPromptStartSize, prompt->size));
    const auto start = source ? (*source)->readExactly(0, length) : Result<Bytes>(fail(source.error()));
    // Bytes that can't be read are reported with their artifact.
    if (start && textOf(*start) != summary.promptStart)
        contradict("summary-mismatch", "The list shows another prompt than the exhibit has.", nameOf(row));
}

/// Redacted copies come after the record was made: the log alone vouches for them.
void CaseChecker::checkRedacted(const LoggedExhibit& logged, const std::vector<Artifact>& artifacts,
                                const std::string& object) {
    std::size_t found = 0;
    for (const Artifact& artifact : artifacts) {
        const auto copy = logged.revisions.copies().find(artifact.commitment());
        if (copy == logged.revisions.copies().end())
            continue;
        ++found;
        const auto parent = artifact.parent ? commitmentOf(artifacts, *artifact.parent) : std::nullopt;
        if (parent != copy->second || artifact.operation != kRedactOperation)
            contradict("redaction-mismatch", "It isn't what the log says about this redacted copy.", nameOf(artifact));
    }
    if (found != logged.revisions.copies().size())
        contradict("redaction-missing", "The log names redacted copies that aren't there.", object);
}

/// So do notes that were written later.
void CaseChecker::checkLaterNotes(const LoggedExhibit& logged, const std::vector<Artifact>& artifacts,
                                  const std::string& object) {
    std::size_t found = 0;
    for (const Artifact& artifact : artifacts) {
        if (!logged.revisions.laterNotes().contains(artifact.commitment()))
            continue;
        ++found;
        if (artifact.role != Role::Note || artifact.parent || artifact.origin != Origin::Typed)
            contradict("note-mismatch", "It isn't what the log says about this note.", nameOf(artifact));
    }
    if (found != logged.revisions.laterNotes().size())
        contradict("note-missing", "The log names notes that aren't there.", object);
}

Result<> CaseChecker::checkMarkups(const ExhibitRow& row, const LoggedExhibit& logged, MarkupKind kind) {
    EXHIBIT_ASSIGN(const std::vector<StoredMarkup> markups, readMarkups(*m_connection, row.summary.number, kind));
    std::map<Commitment, int> found;
    for (const StoredMarkup& markup : markups) {
        found.emplace(markup.commitment(), markup.number);
        if (kind == MarkupKind::Mark) {
            EXHIBIT_TRY(markFromJson(markup.content));
        } else {
            EXHIBIT_TRY(redactionFromJson(markup.content));
        }
    }
    if (found != logged.revisions.markups(kind))
        contradict("markup-mismatch", "The marks or redactions aren't those that the log names.", nameOf(row));
    return {};
}

Result<> CaseChecker::checkArtifact(const Artifact& artifact, const LoggedExhibit& logged) {
    const auto known = std::count(logged.artifacts.begin(), logged.artifacts.end(), artifact.commitment()) +
                       static_cast<std::ptrdiff_t>(logged.revisions.copies().count(artifact.commitment()) +
                                                   logged.revisions.laterNotes().count(artifact.commitment()));
    if (known != 1)
        contradict("artifact-commitment",
                   "The log doesn't know it: its bytes, its SHA-256 or its salt were changed, or it was put in.",
                   nameOf(artifact));
    return tolerate("artifact-bytes", nameOf(artifact), [&] { return checkBytes(artifact); });
}

Result<> CaseChecker::checkBytes(const Artifact& artifact) {
    EXHIBIT_ASSIGN(const SharedSource source, storedBytes(m_connection, artifact));
    const std::uint64_t before = m_done;
    const Progress progress = [&](std::uint64_t done, std::uint64_t) {
        m_done = before + done;
        return !m_progress || m_progress(m_done, std::max(m_done, m_total));
    };
    EXHIBIT_ASSIGN(const Digest digest, sha256(*source, progress));
    if (digest != artifact.digest)
        contradict("artifact-bytes", "Its bytes were changed: they don't have the SHA-256 that was noted.",
                   nameOf(artifact));
    SQLite::Statement pieces(m_connection->database(), "SELECT count(*) FROM chunk WHERE artifact = ?");
    pieces.bind(1, artifact.id);
    pieces.executeStep();
    const std::uint64_t expected = artifact.size / kPieceSize + (artifact.size % kPieceSize != 0 ? 1 : 0);
    if (pieces.getColumn(0).getInt64() != static_cast<std::int64_t>(expected))
        contradict("artifact-bytes", "There are more bytes than it had.", nameOf(artifact));
    return {};
}

} // namespace

Result<std::vector<Finding>> checkCase(const std::shared_ptr<Connection>& connection, const Progress& progress) {
    return CaseChecker(connection, progress).run();
}

} // namespace exhibit
