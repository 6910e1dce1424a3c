#include "store/ChunkWriter.h"

#include <algorithm>

namespace exhibit {

Result<Digest> ChunkWriter::write(std::int64_t artifact, const ByteSource& source, const Progress& progress) {
    Sha256 hash;
    Bytes buffer(static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), kPieceSize)));
    for (std::uint64_t offset = 0, n = 0; offset < source.size(); ++n) {
        const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), source.size() - offset));
        EXHIBIT_ASSIGN(const std::size_t got, source.read(offset, std::span(buffer).first(want)));
        if (got != want)
            return fail(ErrorCode::Io, "The data became shorter while it was read.", {}, offset + got);
        hash.update(ByteView(buffer).first(got));
        insert(artifact, n, ByteView(buffer).first(got));
        offset += got;
        if (progress && !progress(offset, source.size()))
            return fail(ErrorCode::Cancelled, "Stopped; nothing was changed.");
    }
    return hash.finish();
}

void ChunkWriter::insert(std::int64_t artifact, std::uint64_t n, ByteView bytes) {
    m_insert.reset();
    m_insert.bind(1, artifact);
    m_insert.bind(2, static_cast<std::int64_t>(n));
    m_insert.bindNoCopy(3, bytes.data(), static_cast<int>(bytes.size()));
    m_insert.exec();
}

} // namespace exhibit
