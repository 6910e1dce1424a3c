#include "store/CaseFile.h"

#include "core/JsonReader.h"
#include "store/AtomicFile.h"
#include "store/CaseCheck.h"
#include "store/Connection.h"
#include "store/ExhibitWriter.h"
#include "store/MarkupTable.h"
#include "store/Removal.h"
#include "store/StoredBytes.h"
#include "store/Tables.h"

#include <SQLiteCpp/Transaction.h>
#include <array>
#include <sqlite3.h>

namespace exhibit {

struct CaseFile::Impl {
    std::filesystem::path path;
    Access access;
    StoreEnvironment environment;
    std::shared_ptr<Connection> connection;
    MatterRow matter;

    [[nodiscard]] SQLite::Database& database() const { return connection->database(); }
    [[nodiscard]] const std::string& object() const { return connection->object(); }
    [[nodiscard]] Result<> requireWrite() const {
        if (access == Access::Write)
            return {};
        return fail(ErrorCode::PermissionDenied, "The case was opened for reading only.", object());
    }
    /// Something that changes nothing but the log.
    [[nodiscard]] Result<> log(std::string_view event, const Json& details) const;
};

CaseFile::CaseFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
CaseFile::~CaseFile() = default;
CaseFile::CaseFile(CaseFile&&) noexcept = default;
CaseFile& CaseFile::operator=(CaseFile&&) noexcept = default;

const std::filesystem::path& CaseFile::path() const {
    return m_impl->path;
}
const std::string& CaseFile::id() const {
    return m_impl->matter.caseId;
}
Instant CaseFile::createdAt() const {
    return m_impl->matter.createdAt;
}

namespace {

/// What a new case says: who, when, and the first line of its log.
Result<> fillNewCase(SQLite::Database& database, const CaseDetails& details, const StoreEnvironment& environment) {
    std::array<std::uint8_t, 16> id{};
    environment.random.fill(id);
    const Instant now = environment.clock.now();
    EXHIBIT_ASSIGN(const std::string json, canonicalJson(toJson(details)));
    const CustodyEntry entry{.sequence = 1,
                             .at = now,
                             .event = "case-created",
                             .exhibit = std::nullopt,
                             .commitment = std::nullopt,
                             .source = environment.source,
                             .details = Json{{"case", hexOf(id)}},
                             .previous = {}};
    EXHIBIT_ASSIGN(const std::string line, custodyLine(entry));
    const Digest head = sha256(bytesOf(line));
    SQLite::Statement matter(database, "INSERT INTO matter (id, case_id, created_at, details) VALUES (1, ?, ?, ?)");
    matter.bind(1, hexOf(id));
    matter.bind(2, now.nanoseconds);
    matter.bind(3, json);
    matter.exec();
    SQLite::Statement counter(database, "INSERT INTO counter VALUES (1, 1, 1, 1, ?, 0)");
    counter.bind(1, head.bytes.data(), static_cast<int>(head.bytes.size()));
    counter.exec();
    SQLite::Statement custody(database, "INSERT INTO custody (seq, line) VALUES (1, ?)");
    custody.bind(1, line);
    custody.exec();
    return {};
}

/// The bytes of a database in memory, as its file would be.
Result<Bytes> serialised(SQLite::Database& database) {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> data(
        sqlite3_serialize(database.getHandle(), "main", &size, 0), sqlite3_free);
    if (data == nullptr)
        return fail(storeError(SQLITE_NOMEM, {}));
    return Bytes(data.get(), data.get() + size);
}

} // namespace

Result<CaseFile> CaseFile::create(const std::filesystem::path& path, const CaseDetails& details,
                                  const StoreEnvironment& environment) {
    EXHIBIT_ASSIGN(AtomicFile file, AtomicFile::open(path, Existing::Refuse));
    EXHIBIT_ASSIGN(const Bytes bytes, guarded(path.string(), [&]() -> Result<Bytes> {
                       SQLite::Database database = emptyCase();
                       EXHIBIT_TRY(fillNewCase(database, details, environment));
                       return serialised(database);
                   }));
    EXHIBIT_TRY(file.write(bytes));
    EXHIBIT_TRY(file.commit());
    return open(path, Access::Write, environment);
}

Result<CaseFile> CaseFile::open(const std::filesystem::path& path, Access access, const StoreEnvironment& environment) {
    EXHIBIT_ASSIGN(const CasePlace place, locateCase(path, access));
    EXHIBIT_ASSIGN(auto connection, Connection::open(place, access, environment));
    EXHIBIT_ASSIGN(MatterRow matter, guarded(path.string(), [&] { return readMatter(*connection); }));
    if (access == Access::Write)
        finishWithdrawals(*connection, environment);
    return CaseFile(
        std::unique_ptr<Impl>(new Impl{path, access, environment, std::move(connection), std::move(matter)}));
}

Result<CaseDetails> CaseFile::details() const {
    return guarded(m_impl->object(), [&] { return readDetails(*m_impl->connection); });
}

Result<int> CaseFile::addExhibit(const Capture& capture, const Progress& progress) {
    EXHIBIT_TRY(m_impl->requireWrite());
    return guarded(m_impl->object(), [&] {
        return addExhibitTo(*m_impl->connection, m_impl->matter.caseId, capture, m_impl->environment, progress);
    });
}

Result<std::vector<ExhibitSummary>> CaseFile::exhibits() const {
    return guarded(m_impl->object(), [&]() -> Result<std::vector<ExhibitSummary>> {
        EXHIBIT_ASSIGN(std::vector<ExhibitRow> rows, readExhibits(*m_impl->connection, Records::Without));
        std::vector<ExhibitSummary> summaries;
        summaries.reserve(rows.size());
        for (ExhibitRow& row : rows)
            summaries.push_back(std::move(row.summary));
        return summaries;
    });
}

Result<Exhibit> CaseFile::exhibit(int number) const {
    return guarded(m_impl->object(), [&]() -> Result<Exhibit> {
        SQLite::Transaction view(m_impl->database()); // one state over both queries
        EXHIBIT_ASSIGN(ExhibitRow row, readExhibit(*m_impl->connection, number));
        EXHIBIT_ASSIGN(std::vector<Artifact> artifacts, readArtifacts(*m_impl->connection, number));
        return Exhibit{number, row.summary.addedAt, row.summary.withdrawn, std::move(row.record), std::move(artifacts)};
    });
}

Result<SharedSource> CaseFile::bytes(const Artifact& artifact) const {
    return storedBytes(m_impl->connection, artifact);
}

Result<std::vector<std::string>> CaseFile::custodyLines() const {
    return guarded(m_impl->object(), [&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> lines;
        EXHIBIT_TRY(forEachCustodyLine(*m_impl->connection, [&](std::int64_t, std::string_view line) -> Result<> {
            lines.emplace_back(line);
            return {};
        }));
        return lines;
    });
}

Result<CustodyState> CaseFile::custodyState() const {
    CustodyState state;
    EXHIBIT_TRY(guarded(m_impl->object(), [&] {
        return forEachCustodyLine(*m_impl->connection, [&](std::int64_t, std::string_view line) -> Result<> {
            state = {state.count + 1, sha256(bytesOf(line))};
            return {};
        });
    }));
    return state;
}

namespace {

/// Appends one entry to the log inside a transaction of the caller.
Result<> logChange(Connection& connection, const StoreEnvironment& environment, std::string event, Json details) {
    EXHIBIT_ASSIGN(Counters counters, readCounters(connection));
    CustodyWriter log(connection, environment, counters.custody);
    EXHIBIT_TRY(log.append(std::move(event), std::nullopt, std::nullopt, std::move(details)));
    writeCounters(connection, counters);
    return {};
}

/// The names of the members that differ: "country", "subject.email", ...
Json changedFields(const Json& before, const Json& after) {
    Json fields = Json::array();
    for (const auto& member : after.items()) {
        const Json& old = before.at(member.key());
        if (!member.value().is_object()) {
            if (member.value() != old)
                fields.push_back(member.key());
            continue;
        }
        for (const auto& inner : member.value().items())
            if (inner.value() != old.at(inner.key()))
                fields.push_back(member.key() + "." + inner.key());
    }
    return fields;
}

} // namespace

Result<> CaseFile::setDetails(const CaseDetails& details) {
    EXHIBIT_TRY(m_impl->requireWrite());
    EXHIBIT_ASSIGN(const std::string json, canonicalJson(toJson(details)));
    return guarded(m_impl->object(), [&]() -> Result<> {
        SQLite::Transaction transaction(m_impl->database(), SQLite::TransactionBehavior::IMMEDIATE);
        EXHIBIT_ASSIGN(const CaseDetails before, readDetails(*m_impl->connection));
        if (before == details)
            return {};
        SQLite::Statement update(m_impl->database(), "UPDATE matter SET details = ? WHERE id = 1");
        update.bind(1, json);
        update.exec();
        EXHIBIT_TRY(logChange(*m_impl->connection, m_impl->environment, "details-changed",
                              Json{{"fields", changedFields(toJson(before), toJson(details))}}));
        transaction.commit();
        return {};
    });
}

Result<> CaseFile::Impl::log(std::string_view event, const Json& details) const {
    EXHIBIT_TRY(requireWrite());
    return guarded(object(), [&]() -> Result<> {
        SQLite::Transaction transaction(database(), SQLite::TransactionBehavior::IMMEDIATE);
        EXHIBIT_TRY(logChange(*connection, environment, std::string(event), details));
        transaction.commit();
        return {};
    });
}

namespace {

constexpr std::string_view kExported = "exported";
constexpr std::string_view kSent = "sent";
constexpr std::string_view kSentWithdrawn = "sent-withdrawn";

} // namespace

Result<> CaseFile::noteExport(const ExportNote& note) {
    // The size as a string: it may exceed what every JSON reader keeps exactly.
    Json details{{"sha256", note.fileDigest.hex()},
                 {"size", std::to_string(note.fileSize)},
                 {"profile", note.profile},
                 {"exhibits", note.exhibits}};
    if (note.pictures)
        details["pictures"] = note.pictures->hex();
    return m_impl->log(kExported, details);
}

Result<bool> CaseFile::isSent(const Digest& dossier) const {
    EXHIBIT_ASSIGN(const std::vector<std::string> lines, custodyLines());
    std::string last;
    for (const std::string& line : lines) {
        EXHIBIT_ASSIGN(const CustodyEntry entry, parseCustodyLine(line));
        const auto named = entry.details.find("sha256");
        if (named == entry.details.end() || *named != Json(dossier.hex()))
            continue;
        const bool isLater = entry.event == kSent || entry.event == kSentWithdrawn;
        if (entry.event == kExported || (isLater && !last.empty()))
            last = entry.event;
    }
    if (last.empty())
        return fail(
            ErrorCode::NotFound,
            "The log of this case doesn't name this dossier: it was made from another case, or the log couldn't be "
            "written then.",
            m_impl->object());
    return last == kSent;
}

Result<> CaseFile::noteSent(const Digest& dossier) {
    EXHIBIT_TRY(isSent(dossier));
    return m_impl->log(kSent, Json{{"sha256", dossier.hex()}});
}

Result<> CaseFile::withdrawSent(const Digest& dossier) {
    EXHIBIT_ASSIGN(const bool sent, isSent(dossier));
    if (!sent)
        return fail(ErrorCode::NotFound, "The case's log doesn't say that this dossier was sent.", m_impl->object());
    return m_impl->log(kSentWithdrawn, Json{{"sha256", dossier.hex()}});
}

Result<std::vector<StoredMarkup>> CaseFile::markups(int exhibit, MarkupKind kind) const {
    return guarded(m_impl->object(), [&] { return readMarkups(*m_impl->connection, exhibit, kind); });
}

Result<std::vector<int>> CaseFile::revise(const Revision& revision) {
    EXHIBIT_TRY(m_impl->requireWrite());
    return guarded(m_impl->object(), [&] { return reviseExhibit(*m_impl->connection, revision, m_impl->environment); });
}

Result<> CaseFile::withdraw(int number) {
    EXHIBIT_TRY(m_impl->requireWrite());
    return guarded(m_impl->object(), [&] { return withdrawFrom(*m_impl->connection, number, m_impl->environment); });
}

Result<std::vector<Finding>> CaseFile::check(const Progress& progress) const {
    return guarded(m_impl->object(), [&] { return checkCase(m_impl->connection, progress); });
}

} // namespace exhibit
