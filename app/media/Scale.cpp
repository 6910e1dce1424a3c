#include "media/Scale.h"

#include <algorithm>

namespace exhibit::media {

RowScaler::RowScaler(std::uint32_t width, std::uint32_t height, std::size_t channels, std::uint32_t newWidth,
                     std::uint32_t newHeight)
    : m_width(width), m_height(height), m_channels(channels), m_newWidth(newWidth), m_newHeight(newHeight),
      m_sums(newWidth * channels), m_done(newWidth * channels) {}

/// A source pixel is newWidth units wide and a new pixel `width` units, so that all shares are whole numbers.
void RowScaler::accumulate(ByteView row, std::uint64_t weight) {
    std::size_t target = 0;
    std::uint64_t room = m_width;
    for (std::size_t x = 0; x < m_width; ++x) {
        std::uint64_t left = m_newWidth;
        while (left > 0) {
            const std::uint64_t share = std::min(left, room);
            for (std::size_t channel = 0; channel < m_channels; ++channel)
                m_sums[target * m_channels + channel] += row[x * m_channels + channel] * share * weight;
            left -= share;
            room -= share;
            if (room == 0) {
                ++target;
                room = m_width;
            }
        }
    }
}

ByteView RowScaler::add(ByteView row) {
    const std::uint64_t share = std::min(m_newHeight, m_height - m_filled);
    accumulate(row, share);
    m_filled += share;
    if (m_filled < m_height)
        return {};
    const std::uint64_t area = m_width * m_height;
    std::transform(m_sums.begin(), m_sums.end(), m_done.begin(),
                   [area](std::uint64_t sum) { return static_cast<std::uint8_t>((sum + area / 2) / area); });
    std::fill(m_sums.begin(), m_sums.end(), std::uint64_t{0});
    m_filled = m_newHeight - share;
    if (m_filled > 0)
        accumulate(row, m_filled);
    return m_done;
}

} // namespace exhibit::media
