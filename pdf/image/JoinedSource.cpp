#include "pdf/image/JoinedSource.h"

#include <algorithm>

namespace exhibit::image {

void JoinedSource::add(const SharedSource& source, std::uint64_t offset, std::uint64_t length) {
    if (length == 0)
        return;
    m_parts.push_back({m_size, source, offset, length});
    m_size += length;
}

Result<std::size_t> JoinedSource::read(std::uint64_t offset, std::span<std::uint8_t> out) const {
    auto part = std::upper_bound(m_parts.begin(), m_parts.end(), offset,
                                 [](std::uint64_t position, const Part& next) { return position < next.start; });
    std::size_t done = 0;
    if (offset >= m_size)
        return done;
    for (--part; done < out.size() && part != m_parts.end(); ++part) {
        const std::uint64_t within = offset + done - part->start;
        const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(out.size() - done, part->length - within));
        EXHIBIT_ASSIGN(const std::size_t got, part->source->read(part->offset + within, out.subspan(done, most)));
        done += got;
        if (got != most)
            break;
    }
    return done;
}

} // namespace exhibit::image
