#include "store/MarkupTable.h"

#include "core/JsonReader.h"
#include "core/MarkupLog.h"
#include "store/ChunkWriter.h"

#include <SQLiteCpp/Transaction.h>
#include <algorithm>

namespace exhibit {

namespace {

std::string exhibitName(int number) {
    return "exhibit " + std::to_string(number);
}

Result<StoredMarkup> readRow(SQLite::Statement& query, MarkupKind kind, const std::string& object) {
    StoredMarkup markup;
    markup.kind = kind;
    const std::int64_t number = query.getColumn(0).getInt64();
    const auto* const salt = static_cast<const std::uint8_t*>(query.getColumn(1).getBlob());
    const auto size = static_cast<std::size_t>(query.getColumn(1).getBytes());
    if (number < 1 || number >= kMaxExhibitNumber || size != markup.salt.bytes.size())
        return fail(damagedCase(object));
    markup.number = static_cast<int>(number);
    std::copy(salt, salt + size, markup.salt.bytes.begin());
    markup.content = query.getColumn(2).getString();
    return markup;
}

} // namespace

Result<std::vector<StoredMarkup>> readMarkups(Connection& connection, int exhibit, MarkupKind kind) {
    SQLite::Statement query(connection.database(),
                            "SELECT number, salt, content FROM markup WHERE exhibit = ? AND kind = ? ORDER BY number");
    query.bind(1, exhibit);
    query.bind(2, std::string(name(kind)));
    std::vector<StoredMarkup> markups;
    while (query.executeStep()) {
        EXHIBIT_ASSIGN(StoredMarkup markup, readRow(query, kind, exhibitName(exhibit)));
        if (!markups.empty() && markup.number <= markups.back().number)
            return fail(damagedCase(connection.object()));
        markups.push_back(std::move(markup));
    }
    return markups;
}

namespace {

/// One revision: everything inside one transaction of the caller.
class Reviser {
public:
    Reviser(Connection& connection, const Revision& revision, const StoreEnvironment& environment)
        : m_connection(connection), m_revision(revision), m_environment(environment) {}

    Result<std::vector<int>> run() {
        EXHIBIT_ASSIGN(m_counters, readCounters(m_connection));
        if (m_counters.custody != m_revision.basis)
            return fail(ErrorCode::Busy, "Something else was done in the case at the same time. Try again.",
                        m_connection.object());
        EXHIBIT_ASSIGN(const ExhibitRow row, readExhibit(m_connection, m_revision.exhibit));
        if (row.summary.withdrawn)
            return fail(ErrorCode::NotFound, "This exhibit was withdrawn.", exhibitName(m_revision.exhibit));
        EXHIBIT_ASSIGN(m_artifacts, readArtifacts(m_connection, m_revision.exhibit));
        EXHIBIT_ASSIGN(m_markups, readMarkups(m_connection, m_revision.exhibit, m_revision.kind));
        CustodyWriter log(m_connection, m_environment, m_counters.custody);
        for (const int number : m_revision.removed) {
            EXHIBIT_TRY(remove(number, log));
        }
        std::vector<int> numbers;
        for (const std::string& content : m_revision.added) {
            EXHIBIT_ASSIGN(const int number, add(content, log));
            numbers.push_back(number);
        }
        for (const std::int64_t id : m_revision.discarded) {
            EXHIBIT_TRY(discard(id, log));
        }
        for (const Revision::Copy& copy : m_revision.copies) {
            EXHIBIT_TRY(derive(copy, log));
        }
        for (const std::int64_t id : m_revision.removedNotes) {
            EXHIBIT_TRY(removeNote(id, log));
        }
        for (const Revision::Note& note : m_revision.notes) {
            EXHIBIT_TRY(addNote(note, log));
        }
        writeCounters(m_connection, m_counters);
        return numbers;
    }

private:
    [[nodiscard]] std::string event(std::string_view what) const {
        return std::string(name(m_revision.kind)) + "-" + std::string(what);
    }

    Result<> remove(int number, CustodyWriter& log) {
        const auto at = std::find_if(m_markups.begin(), m_markups.end(),
                                     [number](const StoredMarkup& markup) { return markup.number == number; });
        if (at == m_markups.end())
            return fail(ErrorCode::NotFound,
                        "There is no " + std::string(name(m_revision.kind)) + " of this number. --list shows them.",
                        exhibitName(m_revision.exhibit) + ", " + std::string(name(m_revision.kind)) + " " +
                            std::to_string(number));
        SQLite::Statement statement(m_connection.database(),
                                    "DELETE FROM markup WHERE exhibit = ? AND kind = ? AND number = ?");
        statement.bind(1, m_revision.exhibit);
        statement.bind(2, std::string(name(m_revision.kind)));
        statement.bind(3, number);
        statement.exec();
        EXHIBIT_TRY(log.append(event("removed"), m_revision.exhibit, at->commitment()));
        m_markups.erase(at);
        return {};
    }

    /// Counted by the log, so that no number is used twice: its lines are canonical JSON, whose members are sorted.
    Result<int> nextNumber() {
        SQLite::Statement query(m_connection.database(), "SELECT count(*) FROM custody WHERE instr(line, ?) > 0");
        query.bind(1, "\"event\":\"" + event("added") + "\",\"exhibit\":" + std::to_string(m_revision.exhibit) + ",");
        query.executeStep();
        const std::int64_t added = query.getColumn(0).getInt64();
        if (added + 1 >= kMaxExhibitNumber)
            return fail(ErrorCode::LimitExceeded, "The exhibit has as many as it can have.",
                        exhibitName(m_revision.exhibit));
        return static_cast<int>(added + 1);
    }

    Result<int> add(const std::string& content, CustodyWriter& log) {
        StoredMarkup markup;
        markup.kind = m_revision.kind;
        EXHIBIT_ASSIGN(markup.number, nextNumber());
        markup.salt = Salt::random(m_environment.random);
        markup.content = content;
        SQLite::Statement statement(m_connection.database(), "INSERT INTO markup VALUES (?, ?, ?, ?, ?)");
        statement.bind(1, m_revision.exhibit);
        statement.bind(2, std::string(name(m_revision.kind)));
        statement.bind(3, markup.number);
        statement.bind(4, markup.salt.bytes.data(), static_cast<int>(markup.salt.bytes.size()));
        statement.bind(5, content);
        statement.exec();
        EXHIBIT_TRY(log.append(event("added"), m_revision.exhibit, markup.commitment()));
        m_markups.push_back(std::move(markup));
        return m_markups.back().number;
    }

    [[nodiscard]] Result<Artifact> artifactWith(std::int64_t id) const {
        for (const Artifact& artifact : m_artifacts)
            if (artifact.id == id)
                return artifact;
        return fail(ErrorCode::Internal, "A part of the exhibit isn't there.", exhibitName(m_revision.exhibit));
    }

    Result<> discard(std::int64_t id, CustodyWriter& log) {
        EXHIBIT_ASSIGN(const Artifact old, artifactWith(id));
        if (!old.parent || old.operation != kRedactOperation)
            return fail(ErrorCode::Internal, "Only redacted copies may be discarded.");
        erase(id);
        return log.append("artifact-discarded", m_revision.exhibit, old.commitment());
    }

    void erase(std::int64_t id) {
        for (const char* const sql : {"DELETE FROM chunk WHERE artifact = ?", "DELETE FROM artifact WHERE id = ?"}) {
            SQLite::Statement statement(m_connection.database(), sql);
            statement.bind(1, id);
            statement.exec();
        }
        std::erase_if(m_artifacts, [id](const Artifact& artifact) { return artifact.id == id; });
    }

    Result<> derive(const Revision::Copy& copy, CustodyWriter& log) {
        EXHIBIT_ASSIGN(const Artifact parent, artifactWith(copy.parent));
        Artifact made = next(parent.role, copy.mediaType);
        made.origin = Origin::Program;
        made.picture = copy.picture;
        made.parent = parent.id;
        made.operation = kRedactOperation;
        EXHIBIT_TRY(store(made, *copy.bytes));
        return log.append("artifact-derived", m_revision.exhibit, m_artifacts.back().commitment(),
                          Json{{"parent", parent.commitment().hex()}, {"operation", kRedactOperation}});
    }

    /// A new artifact of the exhibit, without its bytes.
    Artifact next(Role role, const std::string& mediaType) {
        Artifact made;
        made.id = m_counters.nextArtifact++;
        made.exhibit = m_revision.exhibit;
        made.role = role;
        for (const Artifact& other : m_artifacts)
            if (other.role == role)
                made.ordinal = std::max(made.ordinal, other.ordinal + 1);
        made.mediaType = mediaType;
        made.salt = Salt::random(m_environment.random);
        return made;
    }

    Result<> store(Artifact made, const ByteSource& bytes) {
        made.size = bytes.size();
        ChunkWriter chunks(m_connection);
        EXHIBIT_ASSIGN(made.digest, chunks.write(made.id, bytes));
        EXHIBIT_TRY(insertArtifact(m_connection, made));
        m_artifacts.push_back(std::move(made));
        return {};
    }

    Result<> addNote(const Revision::Note& note, CustodyWriter& log) {
        Artifact made = next(Role::Note, note.mediaType);
        made.origin = Origin::Typed;
        made.confirmed = true;
        const std::int64_t id = made.id;
        EXHIBIT_TRY(store(std::move(made), *note.bytes));
        EXHIBIT_TRY(log.append(std::string(kNoteAdded), m_revision.exhibit, m_artifacts.back().commitment()));
        return note.redacted ? derive({id, note.mediaType, std::nullopt, note.redacted}, log) : Result<>();
    }

    Result<> removeNote(std::int64_t id, CustodyWriter& log) {
        EXHIBIT_ASSIGN(const Artifact note, artifactWith(id));
        EXHIBIT_ASSIGN(const bool later, wasWrittenLater(note));
        if (!later)
            return fail(ErrorCode::InvalidArgument,
                        "This note was captured with the exhibit, and what was captured never changes.",
                        exhibitName(m_revision.exhibit));
        std::vector<std::int64_t> copies;
        for (const Artifact& artifact : m_artifacts)
            if (artifact.parent == id)
                copies.push_back(artifact.id);
        for (const std::int64_t copy : copies) {
            EXHIBIT_TRY(discard(copy, log));
        }
        erase(id);
        return log.append(std::string(kNoteRemoved), m_revision.exhibit, note.commitment());
    }

    /// As the log says.
    [[nodiscard]] Result<bool> wasWrittenLater(const Artifact& note) const {
        MarkupLog notes;
        EXHIBIT_TRY(forEachCustodyLine(m_connection, [&](std::int64_t, std::string_view line) -> Result<> {
            EXHIBIT_ASSIGN(const CustodyEntry entry, parseCustodyLine(line));
            if (entry.exhibit == m_revision.exhibit)
                notes.note(entry);
            return {};
        }));
        return notes.laterNotes().contains(note.commitment());
    }

    Connection& m_connection;
    const Revision& m_revision;
    const StoreEnvironment& m_environment;
    Counters m_counters;
    std::vector<Artifact> m_artifacts;
    std::vector<StoredMarkup> m_markups;
};

} // namespace

Result<std::vector<int>> reviseExhibit(Connection& connection, const Revision& revision,
                                       const StoreEnvironment& environment) {
    SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
    Reviser reviser(connection, revision, environment);
    EXHIBIT_ASSIGN(std::vector<int> numbers, reviser.run());
    transaction.commit();
    return numbers;
}

} // namespace exhibit
