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

Result<SharedSource> storedBytes(std::shared_ptr<Connection> connection, const Artifact& artifact) {
    const std::string object = connection->object();
    return guarded(object, [&]() -> Result<SharedSource> {
        static_cast<void>(connection->pieces()); // here its failure is caught
        return SharedSource(std::make_shared<const StoredBytes>(std::move(connection), artifact));
    });
}

} // namespace exhibit
