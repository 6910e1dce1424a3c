#include "store/StoredBytes.h"

#include <algorithm>
#include <cstring>

namespace exhibit {

namespace {

class StoredBytes final : public ByteSource {
public:
    StoredBytes(std::shared_ptr<Connection> connection, const Artifact& artifact)
        : m_connection(std::move(connection)),
          m_query(m_connection->database(), "SELECT codec, bytes FROM chunk WHERE artifact = ? AND n = ?"),
          m_id(artifact.id), m_size(artifact.size), m_name("exhibit " + std::to_string(artifact.exhibit)) {}

    [[nodiscard]] std::uint64_t size() const override { return m_size; }

    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> out) const override {
        std::size_t done = 0;
        while (done < out.size() && offset + done < m_size) {
            EXHIBIT_TRY(load((offset + done) / kPieceSize));
            const auto within = static_cast<std::size_t>((offset + done) % kPieceSize);
            const std::size_t count = std::min(out.size() - done, m_piece.size() - within);
            std::memcpy(out.data() + done, m_piece.data() + within, count);
            done += count;
        }
        return done;
    }

private:
    /// Puts piece `n` into m_piece, whole and of the length that the artifact's size gives it.
    Result<> load(std::uint64_t n) const {
        if (m_loaded == n)
            return {};
        m_loaded.reset();
        EXHIBIT_TRY(guarded(m_name, [&] { return fetch(n); }));
        m_loaded = n;
        return {};
    }

    Result<> fetch(std::uint64_t n) const {
        m_query.reset();
        m_query.bind(1, m_id);
        m_query.bind(2, static_cast<std::int64_t>(n));
        if (!m_query.executeStep())
            return fail(ErrorCode::Corrupt,
                        "A part of this exhibit is missing: it was withdrawn in the meantime, or the case is damaged.",
                        m_name, n * kPieceSize);
        const SQLite::Column bytes = m_query.getColumn(1);
        const auto* const data = static_cast<const std::uint8_t*>(bytes.getBlob());
        const auto length = static_cast<std::size_t>(bytes.getBytes());
        const bool whole = length == std::min<std::uint64_t>(kPieceSize, m_size - n * kPieceSize);
        const bool plain = m_query.getColumn(0).getInt64() == 0;
        if (whole && plain)
            m_piece.assign(data, data + length);
        m_query.reset(); // or it would keep other processes from writing
        if (!plain)
            return fail(ErrorCode::Unsupported, "A newer version of Exhibit 17 has stored this.", m_name);
        if (!whole)
            return fail(ErrorCode::Corrupt, "A part of this exhibit is damaged.", m_name, n * kPieceSize);
        return {};
    }

    std::shared_ptr<Connection> m_connection;
    mutable SQLite::Statement m_query;
    std::int64_t m_id;
    std::uint64_t m_size;
    std::string m_name;
    mutable Bytes m_piece;
    mutable std::optional<std::uint64_t> m_loaded;
};

} // namespace

Result<SharedSource> storedBytes(std::shared_ptr<Connection> connection, const Artifact& artifact) {
    const std::string object = connection->object();
    return guarded(object, [&]() -> Result<SharedSource> {
        return SharedSource(std::make_shared<const StoredBytes>(std::move(connection), artifact));
    });
}

} // namespace exhibit
