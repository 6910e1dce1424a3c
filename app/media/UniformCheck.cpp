#include "media/UniformCheck.h"

#include <algorithm>
#include <cstring>

namespace exhibit::media {

bool UniformCheck::isInvisible(ByteView pixel) const {
    if (!m_layout.hasAlpha())
        return false;
    const ByteView alpha = pixel.last(m_layout.sampleBytes);
    return std::all_of(alpha.begin(), alpha.end(), [](std::uint8_t byte) { return byte == 0; });
}

bool UniformCheck::looksLikeFirst(ByteView pixel) const {
    return std::equal(pixel.begin(), pixel.end(), m_first.begin()) || (m_firstIsWhite && isInvisible(pixel));
}

void UniformCheck::add(ByteView row) {
    if (!m_uniform)
        return;
    const std::size_t size = m_layout.pixelBytes();
    if (m_first.empty()) {
        m_first.assign(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(size));
        if (isInvisible(m_first))
            std::fill(m_first.begin(), m_first.end(), std::uint8_t{0xff});
        m_firstIsWhite = std::all_of(m_first.begin(), m_first.end(), [](std::uint8_t byte) { return byte == 0xff; });
    }
    // A row that equals itself moved by a pixel holds one pixel only: the common case of a uniform picture, by memcmp.
    const bool same = std::memcmp(row.data(), row.data() + size, row.size() - size) == 0;
    for (std::size_t at = 0; at < (same ? size : row.size()) && m_uniform; at += size)
        m_uniform = looksLikeFirst(row.subspan(at, size));
}

} // namespace exhibit::media
