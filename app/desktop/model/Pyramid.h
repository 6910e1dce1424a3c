#pragma once
// A picture in sizes that are cheap to look at: itself, and each half as wide and high as the one before.

#include "core/Bytes.h"

#include <QImage>
#include <vector>

namespace exhibit::desktop {

/// The whole picture in a square of `side` pixels, as large as it goes in. Opaque, on white. Takes no other thread's
/// time.
[[nodiscard]] QImage shrunk(const QImage& picture, int side);

class Pyramid {
public:
    Pyramid() = default;
    /// Takes a second for 80 million pixels, so it is made beside the windows' thread. Opaque: what shines through is
    /// white.
    explicit Pyramid(const QImage& picture, const Progress& progress = {});

    [[nodiscard]] bool isNull() const { return m_levels.empty(); }
    /// Of the picture itself.
    [[nodiscard]] QSize size() const { return isNull() ? QSize() : m_levels.front().size(); }
    [[nodiscard]] const QImage& picture() const { return m_levels.front(); }

    /// A part of a level, without a copy of its pixels. Valid as long as the pyramid.
    struct Part {
        QImage image;
        QRectF place; ///< of the picture's pixels
    };
    /// What is needed to draw `place` of the picture at `zoom` (device pixels to picture pixels): the smallest level
    /// that isn't blown up for it. A part of its own has small coordinates, since painters take no more than 32767.
    [[nodiscard]] Part part(const QRectF& place, double zoom) const;

private:
    std::vector<QImage> m_levels;
};

} // namespace exhibit::desktop
