#include "store/ExhibitWriter.h"

#include "core/CaptureRecord.h"
#include "core/JsonReader.h"
#include "store/ChunkWriter.h"
#include "store/Tables.h"

#include <SQLiteCpp/Transaction.h>
#include <map>

namespace exhibit {

namespace {

Result<> checkItems(const Capture& capture) {
    if (capture.items.empty())
        return fail(ErrorCode::InvalidArgument, "An exhibit needs at least one text, picture or file.");
    for (std::size_t i = 0; i < capture.items.size(); ++i) {
        const CapturedItem& item = capture.items[i];
        const bool sound = item.bytes != nullptr && (!item.parent || *item.parent < i);
        if (!sound)
            return fail(ErrorCode::Internal, "An item of the capture is not complete.",
                        "item " + std::to_string(i + 1));
    }
    return {};
}

/// Adds one exhibit: everything inside one transaction of the caller.
class Addition {
public:
    Addition(Connection& connection, const std::string& caseId, const Capture& capture,
             const StoreEnvironment& environment, const Progress& progress)
        : m_connection(connection), m_caseId(caseId), m_capture(capture), m_environment(environment),
          m_progress(progress), m_chunks(connection) {
        for (const CapturedItem& item : capture.items)
            m_total += item.bytes->size();
    }

    Result<int> run() {
        EXHIBIT_ASSIGN(m_counters, readCounters(m_connection));
        m_number = static_cast<int>(m_counters.nextExhibit++);
        if (m_counters.nextExhibit > kMaxExhibitNumber)
            return fail(ErrorCode::LimitExceeded, "The case has as many exhibits as it can have. Make a new case.",
                        m_connection.object());
        m_headBefore = m_counters.custody.head;
        CustodyWriter log(m_connection, m_environment, m_counters.custody);
        for (const CapturedItem& item : m_capture.items) {
            EXHIBIT_TRY(addItem(item, log));
        }
        EXHIBIT_ASSIGN(const std::string record, makeRecord());
        EXHIBIT_TRY(
            log.append("exhibit-added", m_number, std::nullopt, Json{{"record", sha256(bytesOf(record)).hex()}}));
        EXHIBIT_TRY(insertExhibit(record, log.lastTime()));
        writeCounters(m_connection, m_counters);
        return m_number;
    }

private:
    Result<> addItem(const CapturedItem& item, CustodyWriter& log) {
        Artifact artifact;
        artifact.id = m_counters.nextArtifact++;
        artifact.exhibit = m_number;
        artifact.ordinal = ++m_ordinals[item.role];
        artifact.role = item.role;
        artifact.mediaType = item.mediaType;
        artifact.size = item.bytes->size();
        artifact.origin = item.origin;
        artifact.confirmed = item.confirmed;
        artifact.fileName = item.fileName;
        artifact.picture = item.picture;
        artifact.operation = item.operation;
        artifact.discloses = item.discloses;
        artifact.salt = Salt::random(m_environment.random);
        if (item.parent)
            artifact.parent = m_artifacts.at(*item.parent).id;
        EXHIBIT_ASSIGN(artifact.digest, storeBytes(artifact.id, *item.bytes));
        EXHIBIT_TRY(insertArtifact(m_connection, artifact));
        EXHIBIT_TRY(logItem(item, artifact, log));
        m_artifacts.push_back(std::move(artifact));
        return {};
    }

    Result<> logItem(const CapturedItem& item, const Artifact& artifact, CustodyWriter& log) {
        if (!item.parent)
            return log.append("artifact-added", m_number, artifact.commitment());
        return log.append(
            "artifact-derived", m_number, artifact.commitment(),
            Json{{"parent", m_artifacts.at(*item.parent).commitment().hex()}, {"operation", artifact.operation}});
    }

    Result<Digest> storeBytes(std::int64_t artifact, const ByteSource& source) {
        const std::uint64_t before = m_done;
        return m_chunks.write(artifact, source, [&](std::uint64_t done, std::uint64_t) {
            m_done = before + done;
            return !m_progress || m_progress(m_done, m_total);
        });
    }

    Result<std::string> makeRecord() const {
        CaptureRecord record{.caseId = m_caseId,
                             .exhibit = m_number,
                             .method = m_capture.method,
                             .surface = m_capture.surface,
                             .conversation = m_capture.conversation,
                             .time = m_capture.time,
                             .tool = m_capture.tool,
                             .operatingSystem = m_capture.operatingSystem,
                             .artifacts = {},
                             .custodyHead = m_headBefore};
        for (std::size_t i = 0; i < m_artifacts.size(); ++i) {
            const Artifact& artifact = m_artifacts[i];
            RecordedArtifact line{artifact.role,    artifact.commitment(), artifact.origin,   artifact.confirmed,
                                  artifact.picture, std::nullopt,          artifact.operation};
            if (m_capture.items[i].parent)
                line.parent = m_artifacts.at(*m_capture.items[i].parent).commitment();
            record.artifacts.push_back(std::move(line));
        }
        return record.toJson();
    }

    Result<> insertExhibit(const std::string& record, Instant addedAt) {
        SQLite::Statement insert(m_connection.database(),
                                 "INSERT INTO exhibit (number, added_at, record, surface, prompt_start, screenshots, "
                                 "attachments) VALUES (?, ?, ?, ?, ?, ?, ?)");
        EXHIBIT_ASSIGN(const Bytes start, promptStart());
        insert.bind(1, m_number);
        insert.bind(2, addedAt.nanoseconds);
        insert.bind(3, record);
        insert.bind(4, std::string(name(m_capture.surface)));
        // A null pointer would bind NULL instead of no bytes.
        insert.bind(5, start.empty() ? static_cast<const void*>("") : start.data(), static_cast<int>(start.size()));
        insert.bind(6, originals(Role::Screenshot));
        insert.bind(7, originals(Role::Attachment));
        insert.exec();
        return {};
    }

    Result<Bytes> promptStart() const {
        for (const CapturedItem& item : m_capture.items) {
            if (item.role != Role::Prompt || item.parent)
                continue;
            const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(kPromptStartSize, item.bytes->size()));
            return item.bytes->readExactly(0, length);
        }
        return Bytes{};
    }

    int originals(Role role) const {
        int count = 0;
        for (const CapturedItem& item : m_capture.items)
            count += item.role == role && !item.parent ? 1 : 0;
        return count;
    }

    Connection& m_connection;
    const std::string& m_caseId;
    const Capture& m_capture;
    const StoreEnvironment& m_environment;
    const Progress& m_progress;
    ChunkWriter m_chunks;
    Counters m_counters;
    Digest m_headBefore;
    int m_number = 0;
    std::map<Role, int> m_ordinals;
    std::vector<Artifact> m_artifacts;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
};

} // namespace

Result<int> addExhibitTo(Connection& connection, const std::string& caseId, const Capture& capture,
                         const StoreEnvironment& environment, const Progress& progress) {
    EXHIBIT_TRY(checkItems(capture));
    SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
    Addition addition(connection, caseId, capture, environment, progress);
    EXHIBIT_ASSIGN(const int number, addition.run());
    transaction.commit();
    return number;
}

} // namespace exhibit
