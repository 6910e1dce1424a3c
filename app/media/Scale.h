#pragma once
// Makes pictures smaller by averaging areas: every pixel of the source counts, by how much of it lies in the new pixel,
// so that thin strokes get paler but never vanish.

#include "core/Bytes.h"

#include <vector>

namespace exhibit::media {

class RowScaler {
public:
    /// Sizes in pixels; the new ones are from 1 to the old ones.
    RowScaler(std::uint32_t width, std::uint32_t height, std::size_t channels, std::uint32_t newWidth,
              std::uint32_t newHeight);

    /// Takes the next row of the source, 8 bits a sample. Answers a row of the result when one is complete, else
    /// nothing; the answer is valid until the next call. Since the result isn't higher, no row completes two.
    [[nodiscard]] ByteView add(ByteView row);

private:
    /// A share of a source pixel or row, in units of 1/(new size) of it.
    void accumulate(ByteView row, std::uint64_t weight);

    std::uint64_t m_width, m_height;
    std::size_t m_channels;
    std::uint64_t m_newWidth, m_newHeight;
    std::vector<std::uint64_t> m_sums;
    std::uint64_t m_filled = 0; ///< of the present row of the result, in units of 1/newHeight of a source row
    Bytes m_done;
};

} // namespace exhibit::media
