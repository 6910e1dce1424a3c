#include "store/PieceReader.h"

#include "store/StoreError.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>

#include <algorithm>

namespace exhibit {

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

} // namespace exhibit
