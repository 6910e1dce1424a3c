#pragma once
// Reads artifacts' bytes row by row and keeps the last row: one for all artifacts of a case, since an export holds
// thousands of them open and reads one after the other.

#include "core/Bytes.h"
#include "core/Result.h"

#include <SQLiteCpp/Statement.h>
#include <optional>
#include <string>
#include <utility>

namespace exhibit {

struct StoredArtifact {
    std::int64_t id = 0;
    std::uint64_t size = 0; ///< bytes
    std::string object;     ///< what errors are about
};

class PieceReader {
public:
    explicit PieceReader(SQLite::Database& database);
    /// Row `n` of an artifact, of the length that its size gives it; valid until the next call. Corrupt if it isn't
    /// there or has another length, Unsupported if a newer version stored it, and what SQLite fails with.
    [[nodiscard]] Result<ByteView> piece(const StoredArtifact& artifact, std::uint64_t n);

private:
    Result<> fetch(const StoredArtifact& artifact, std::uint64_t n);

    SQLite::Statement m_query;
    Bytes m_piece;
    std::optional<std::pair<std::int64_t, std::uint64_t>> m_loaded; ///< artifact and row in m_piece
};

} // namespace exhibit
