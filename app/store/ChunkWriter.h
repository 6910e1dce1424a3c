#pragma once
// Bytes into rows of 1 MiB.

#include "store/Connection.h"

namespace exhibit {

/// Inside a transaction of its caller. Throws what SQLiteCpp throws.
class ChunkWriter {
public:
    explicit ChunkWriter(Connection& connection)
        : m_insert(connection.database(), "INSERT INTO chunk (artifact, n, codec, bytes) VALUES (?, ?, 0, ?)") {}
    /// Answers the digest of what was read and written. `progress` hears the bytes of this source alone.
    [[nodiscard]] Result<Digest> write(std::int64_t artifact, const ByteSource& source, const Progress& progress = {});

private:
    void insert(std::int64_t artifact, std::uint64_t n, ByteView bytes);

    SQLite::Statement m_insert;
};

} // namespace exhibit
