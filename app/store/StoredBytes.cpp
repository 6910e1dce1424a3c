#include "store/StoredBytes.h"

#include <algorithm>
#include <cstring>

namespace exhibit {

namespace {

class StoredBytes final : public ByteSource {
public:
    StoredBytes(std::shared_ptr<Connection> connection, const Artifact& artifact)
        : m_connection(std::move(connection)), m_artifact{artifact.id, artifact.size,
                                                          "exhibit " + std::to_string(artifact.exhibit)} {}

    [[nodiscard]] std::uint64_t size() const override { return m_artifact.size; }

    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> out) const override {
        std::size_t done = 0;
        while (done < out.size() && offset + done < m_artifact.size) {
            EXHIBIT_ASSIGN(const ByteView piece,
                           m_connection->pieces().piece(m_artifact, (offset + done) / kPieceSize));
            const auto within = static_cast<std::size_t>((offset + done) % kPieceSize);
            const std::size_t count = std::min(out.size() - done, piece.size() - within);
            std::memcpy(out.data() + done, piece.data() + within, count);
            done += count;
        }
        return done;
    }

private:
    std::shared_ptr<Connection> m_connection;
    StoredArtifact m_artifact;
};

} // namespace

PieceReader::PieceReader(SQLite::Database& database)
    : m_query(database, "SELECT codec, bytes FROM chunk WHERE artifact = ? AND n = ?") {}

Result<ByteView> PieceReader::piece(const StoredArtifact& artifact, std::uint64_t n) {
    const std::pair wanted{artifact.id, n};
    if (m_loaded == wanted)
        return ByteView(m_piece);
    m_loaded.reset();
    EXHIBIT_TRY(guarded(artifact.object, [&] { return fetch(artifact, n); }));
    m_loaded = wanted;
    return ByteView(m_piece);
}

Result<> PieceReader::fetch(const StoredArtifact& artifact, std::uint64_t n) {
    m_query.reset();
    m_query.bind(1, artifact.id);
    m_query.bind(2, static_cast<std::int64_t>(n));
    if (!m_query.executeStep())
        return fail(ErrorCode::Corrupt,
                    "A part of this exhibit is missing: it was withdrawn in the meantime, or the case is damaged.",
                    artifact.object, n * kPieceSize);
    const SQLite::Column bytes = m_query.getColumn(1);
    const auto* const data = static_cast<const std::uint8_t*>(bytes.getBlob());
    const auto length = static_cast<std::size_t>(bytes.getBytes());
    const bool whole = length == std::min<std::uint64_t>(kPieceSize, artifact.size - n * kPieceSize);
    const bool plain = m_query.getColumn(0).getInt64() == 0;
    if (whole && plain)
        m_piece.assign(data, data + length);
    m_query.reset(); // or it would keep other processes from writing
    if (!plain)
        return fail(ErrorCode::Unsupported, "A newer version of Exhibit 17 has stored this.", artifact.object);
    if (!whole)
        return fail(ErrorCode::Corrupt, "A part of this exhibit is damaged.", artifact.object, n * kPieceSize);
    return {};
}

Result<SharedSource> storedBytes(std::shared_ptr<Connection> connection, const Artifact& artifact) {
    const std::string object = connection->object();
    return guarded(object, [&]() -> Result<SharedSource> {
        static_cast<void>(connection->pieces()); // here its failure is caught
        return SharedSource(std::make_shared<const StoredBytes>(std::move(connection), artifact));
    });
}

} // namespace exhibit
