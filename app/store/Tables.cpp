#include "store/Tables.h"

#include "core/JsonReader.h"

#include <algorithm>

namespace exhibit {

namespace {

/// The bytes of a text or blob value; valid until the statement moves on.
ByteView bytesOfColumn(const SQLite::Column& column) {
    const auto* const data = static_cast<const std::uint8_t*>(column.getBlob());
    return {data, static_cast<std::size_t>(column.getBytes())};
}

std::string stringOfColumn(const SQLite::Column& column) {
    return std::string(textOf(bytesOfColumn(column)));
}

template <class Value>
Result<Value> fixedColumn(const SQLite::Column& column, const std::string& object) {
    Value value;
    const ByteView bytes = bytesOfColumn(column);
    if (bytes.size() != value.bytes.size())
        return fail(damagedCase(object));
    std::copy(bytes.begin(), bytes.end(), value.bytes.begin());
    return value;
}

Result<std::int64_t> integerColumn(const SQLite::Column& column, std::int64_t smallest, std::int64_t largest,
                                   const std::string& object) {
    const std::int64_t value = column.getInt64();
    if (!column.isInteger() || value < smallest || value > largest)
        return fail(damagedCase(object));
    return value;
}

template <class Function>
auto nameColumn(const SQLite::Column& column, Function&& fromName, const std::string& object)
    -> std::invoke_result_t<Function, std::string_view> {
    auto value = fromName(textOf(bytesOfColumn(column)));
    if (!value)
        return fail(damagedCase(object));
    return value;
}

void bindBytes(SQLite::Statement& statement, int index, ByteView bytes) {
    // A null pointer would bind NULL instead of no bytes.
    const void* const data = bytes.empty() ? static_cast<const void*>("") : bytes.data();
    statement.bind(index, data, static_cast<int>(bytes.size()));
}

std::string exhibitName(std::int64_t number) {
    return "exhibit " + std::to_string(number);
}

} // namespace

Result<MatterRow> readMatter(Connection& connection) {
    SQLite::Statement query(connection.database(), "SELECT case_id, created_at FROM matter WHERE id = 1");
    if (!query.executeStep())
        return fail(damagedCase(connection.object()));
    MatterRow row;
    row.caseId = stringOfColumn(query.getColumn(0));
    row.createdAt.nanoseconds = query.getColumn(1).getInt64();
    const auto decoded = bytesFromHex(row.caseId);
    if (!decoded || decoded->size() != 16)
        return fail(damagedCase(connection.object()));
    return row;
}

Result<CaseDetails> readDetails(Connection& connection) {
    SQLite::Statement query(connection.database(), "SELECT details FROM matter WHERE id = 1");
    if (!query.executeStep())
        return fail(damagedCase(connection.object()));
    EXHIBIT_ASSIGN(const Json json, parseJson(textOf(bytesOfColumn(query.getColumn(0)))));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(json));
    return readCaseDetails(in);
}

namespace {

constexpr char kExhibitColumns[] = "number, added_at, withdrawn_at, surface, prompt_start, screenshots, attachments";

Result<ExhibitRow> readExhibitRow(SQLite::Statement& query, Records records, const std::string& object) {
    ExhibitRow row;
    ExhibitSummary& summary = row.summary;
    EXHIBIT_ASSIGN(const std::int64_t number, integerColumn(query.getColumn(0), 1, kMaxExhibitNumber, object));
    summary.number = static_cast<int>(number);
    const std::string name = exhibitName(number);
    summary.addedAt.nanoseconds = query.getColumn(1).getInt64();
    summary.withdrawn = !query.getColumn(2).isNull();
    if (!summary.withdrawn) {
        EXHIBIT_ASSIGN(summary.surface, nameColumn(query.getColumn(3), surfaceFromName, name));
    }
    summary.promptStart = stringOfColumn(query.getColumn(4));
    constexpr std::int64_t kMost = std::numeric_limits<int>::max();
    EXHIBIT_ASSIGN(const std::int64_t screenshots, integerColumn(query.getColumn(5), 0, kMost, name));
    EXHIBIT_ASSIGN(const std::int64_t attachments, integerColumn(query.getColumn(6), 0, kMost, name));
    summary.screenshots = static_cast<int>(screenshots);
    summary.attachments = static_cast<int>(attachments);
    if (records == Records::With)
        row.record = stringOfColumn(query.getColumn(7));
    return row;
}

} // namespace

Result<std::vector<ExhibitRow>> readExhibits(Connection& connection, Records records) {
    SQLite::Statement query(connection.database(), std::string("SELECT ") + kExhibitColumns +
                                                       (records == Records::With ? ", record" : "") +
                                                       " FROM exhibit ORDER BY number");
    std::vector<ExhibitRow> rows;
    while (query.executeStep()) {
        EXHIBIT_ASSIGN(ExhibitRow row, readExhibitRow(query, records, connection.object()));
        // A damaged tree of pages may lead in circles; the order of its keys shows it.
        if (!rows.empty() && row.summary.number <= rows.back().summary.number)
            return fail(damagedCase(connection.object()));
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<ExhibitRow> readExhibit(Connection& connection, int number) {
    SQLite::Statement query(connection.database(),
                            std::string("SELECT ") + kExhibitColumns + ", record FROM exhibit WHERE number = ?");
    query.bind(1, number);
    if (!query.executeStep())
        return fail(unknownExhibit(connection, number));
    return readExhibitRow(query, Records::With, connection.object());
}

Error unknownExhibit(Connection& connection, int number) {
    SQLite::Statement query(connection.database(), "SELECT min(number), max(number), count(*) FROM exhibit");
    query.executeStep();
    const std::string object = exhibitName(number);
    std::string message = "There is no such exhibit: the case has ";
    const std::int64_t first = query.getColumn(0).getInt64();
    const std::int64_t last = query.getColumn(1).getInt64();
    if (query.getColumn(2).getInt64() == 0)
        message += "none yet.";
    else if (first == last)
        message += exhibitName(first) + ".";
    else
        message += exhibitName(first) + " to " + exhibitName(last) + ".";
    return {ErrorCode::NotFound, std::move(message), object};
}

namespace {

constexpr char kArtifactColumns[] = "id, exhibit, ordinal, role, media_type, size, sha256, salt, origin, confirmed, "
                                    "file_name, picture, parent, operation, discloses";

Result<std::optional<PictureFacts>> readPicture(const SQLite::Column& column) {
    if (column.isNull())
        return std::optional<PictureFacts>();
    EXHIBIT_ASSIGN(const Json json, parseJson(textOf(bytesOfColumn(column))));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(json));
    EXHIBIT_ASSIGN(PictureFacts facts, readPictureFacts(in));
    return std::optional<PictureFacts>(std::move(facts));
}

Result<Artifact> readArtifact(SQLite::Statement& query, const std::string& object) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    Artifact artifact;
    EXHIBIT_ASSIGN(artifact.id, integerColumn(query.getColumn(0), 1, kMost, object));
    EXHIBIT_ASSIGN(const std::int64_t exhibit, integerColumn(query.getColumn(1), 1, kMaxExhibitNumber, object));
    EXHIBIT_ASSIGN(const std::int64_t ordinal, integerColumn(query.getColumn(2), 1, kMaxExhibitNumber, object));
    artifact.exhibit = static_cast<int>(exhibit);
    artifact.ordinal = static_cast<int>(ordinal);
    EXHIBIT_ASSIGN(artifact.role, nameColumn(query.getColumn(3), roleFromName, object));
    artifact.mediaType = stringOfColumn(query.getColumn(4));
    EXHIBIT_ASSIGN(const std::int64_t size, integerColumn(query.getColumn(5), 0, kMost, object));
    artifact.size = static_cast<std::uint64_t>(size);
    EXHIBIT_ASSIGN(artifact.digest, fixedColumn<Digest>(query.getColumn(6), object));
    EXHIBIT_ASSIGN(artifact.salt, fixedColumn<Salt>(query.getColumn(7), object));
    EXHIBIT_ASSIGN(artifact.origin, nameColumn(query.getColumn(8), originFromName, object));
    EXHIBIT_ASSIGN(const std::int64_t confirmed, integerColumn(query.getColumn(9), 0, 1, object));
    artifact.confirmed = confirmed == 1;
    artifact.fileName = stringOfColumn(query.getColumn(10));
    EXHIBIT_ASSIGN(artifact.picture, readPicture(query.getColumn(11)));
    if (!query.getColumn(12).isNull())
        artifact.parent = query.getColumn(12).getInt64();
    artifact.operation = stringOfColumn(query.getColumn(13));
    EXHIBIT_ASSIGN(const std::int64_t discloses, integerColumn(query.getColumn(14), 0, 1, object));
    artifact.discloses = discloses == 1;
    return artifact;
}

} // namespace

Result<std::vector<Artifact>> readArtifacts(Connection& connection, int exhibit) {
    SQLite::Statement query(connection.database(),
                            std::string("SELECT ") + kArtifactColumns + " FROM artifact WHERE exhibit = ? ORDER BY id");
    query.bind(1, exhibit);
    std::vector<Artifact> artifacts;
    while (query.executeStep()) {
        EXHIBIT_ASSIGN(Artifact artifact, readArtifact(query, exhibitName(exhibit)));
        if (!artifacts.empty() && artifact.id <= artifacts.back().id)
            return fail(damagedCase(connection.object()));
        artifacts.push_back(std::move(artifact));
    }
    return artifacts;
}

Result<> insertArtifact(Connection& connection, const Artifact& artifact) {
    SQLite::Statement insert(connection.database(), std::string("INSERT INTO artifact (") + kArtifactColumns +
                                                        ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, artifact.id);
    insert.bind(2, artifact.exhibit);
    insert.bind(3, artifact.ordinal);
    insert.bind(4, std::string(name(artifact.role)));
    insert.bind(5, artifact.mediaType);
    insert.bind(6, static_cast<std::int64_t>(artifact.size));
    bindBytes(insert, 7, artifact.digest.bytes);
    bindBytes(insert, 8, artifact.salt.bytes);
    insert.bind(9, std::string(name(artifact.origin)));
    insert.bind(10, artifact.confirmed ? 1 : 0);
    bindBytes(insert, 11, bytesOf(artifact.fileName));
    if (artifact.picture) {
        EXHIBIT_ASSIGN(const std::string picture, canonicalJson(toJson(*artifact.picture)));
        insert.bind(12, picture);
    }
    if (artifact.parent)
        insert.bind(13, *artifact.parent);
    insert.bind(14, artifact.operation);
    insert.bind(15, artifact.discloses ? 1 : 0);
    insert.exec();
    return {};
}

Result<Counters> readCounters(Connection& connection) {
    SQLite::Statement query(connection.database(),
                            "SELECT next_exhibit, next_artifact, custody_count, custody_head, vacuum_due FROM counter "
                            "WHERE id = 1");
    if (!query.executeStep())
        return fail(damagedCase(connection.object()));
    constexpr std::int64_t kMost = kMaxJsonInteger - 1;
    const std::string& object = connection.object();
    Counters counters;
    EXHIBIT_ASSIGN(counters.nextExhibit, integerColumn(query.getColumn(0), 1, kMaxExhibitNumber, object));
    EXHIBIT_ASSIGN(counters.nextArtifact, integerColumn(query.getColumn(1), 1, kMost, object));
    EXHIBIT_ASSIGN(counters.custody.count, integerColumn(query.getColumn(2), 0, kMost, object));
    EXHIBIT_ASSIGN(counters.custody.head, fixedColumn<Digest>(query.getColumn(3), object));
    counters.vacuumDue = query.getColumn(4).getInt() != 0;
    return counters;
}

void writeCounters(Connection& connection, const Counters& counters) {
    SQLite::Statement update(
        connection.database(),
        "UPDATE counter SET next_exhibit = ?, next_artifact = ?, custody_count = ?, custody_head = "
        "?, vacuum_due = ? WHERE id = 1");
    update.bind(1, counters.nextExhibit);
    update.bind(2, counters.nextArtifact);
    update.bind(3, counters.custody.count);
    bindBytes(update, 4, counters.custody.head.bytes);
    update.bind(5, counters.vacuumDue ? 1 : 0);
    update.exec();
}

Result<> forEachCustodyLine(Connection& connection,
                            const std::function<Result<>(std::int64_t row, std::string_view line)>& consume) {
    SQLite::Statement query(connection.database(), "SELECT seq, line FROM custody ORDER BY seq");
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    while (query.executeStep()) {
        const std::int64_t row = query.getColumn(0).getInt64();
        if (row <= last)
            return fail(damagedCase(connection.object()));
        last = row;
        EXHIBIT_TRY(consume(row, textOf(bytesOfColumn(query.getColumn(1)))));
    }
    return {};
}

CustodyWriter::CustodyWriter(Connection& connection, const StoreEnvironment& environment, CustodyState& state)
    : m_insert(connection.database(), "INSERT INTO custody (seq, line) VALUES (?, ?)"), m_environment(environment),
      m_state(state) {}

Result<> CustodyWriter::append(std::string event, std::optional<int> exhibit, std::optional<Commitment> commitment,
                               Json details) {
    const CustodyEntry entry{.sequence = m_state.count + 1,
                             .at = m_environment.clock.now(),
                             .event = std::move(event),
                             .exhibit = exhibit,
                             .commitment = commitment,
                             .source = m_environment.source,
                             .details = std::move(details),
                             .previous = m_state.head};
    EXHIBIT_ASSIGN(const std::string line, custodyLine(entry));
    m_insert.reset();
    m_insert.bind(1, entry.sequence);
    m_insert.bind(2, line);
    m_insert.exec();
    m_state = {entry.sequence, sha256(bytesOf(line))};
    m_lastTime = entry.at;
    return {};
}

} // namespace exhibit
