#pragma once
// A screenshot that failed shows one colour all over: it is evidence of nothing.

#include "media/RowDecoder.h"

namespace exhibit::media {

class UniformCheck {
public:
    explicit UniformCheck(const PixelLayout& layout) : m_layout(layout) {}
    void add(ByteView row);
    /// Every pixel so far looks the same. Wholly transparent pixels are white, as on paper.
    [[nodiscard]] bool isUniform() const { return m_uniform; }

private:
    [[nodiscard]] bool isInvisible(ByteView pixel) const;
    [[nodiscard]] bool looksLikeFirst(ByteView pixel) const;

    PixelLayout m_layout;
    Bytes m_first;
    bool m_firstIsWhite = false;
    bool m_uniform = true;
};

} // namespace exhibit::media
