#include "desktop/model/Pyramid.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace exhibit::desktop {

namespace {

constexpr int kSmallestSide = 256; // nothing smaller is worth a level

QImage opaque(const QImage& picture) {
    if (!picture.hasAlphaChannel())
        return picture.convertToFormat(QImage::Format_RGB32);
    QImage paper(picture.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, picture);
    return paper;
}

} // namespace

Pyramid::Pyramid(const QImage& picture, const Progress& progress) {
    if (picture.isNull())
        return;
    m_levels.push_back(opaque(picture));
    m_levels.back().setDevicePixelRatio(1);
    while (std::max(m_levels.back().width(), m_levels.back().height()) > kSmallestSide) {
        if (progress && !progress(0, 0))
            return;
        const QImage& last = m_levels.back();
        const QSize half(std::max(1, last.width() / 2), std::max(1, last.height() / 2));
        m_levels.push_back(last.scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
}

Pyramid::Part Pyramid::part(const QRectF& place, double zoom) const {
    const int deepest = static_cast<int>(m_levels.size()) - 1;
    const int level = std::clamp(static_cast<int>(std::floor(std::log2(1 / zoom) + 1e-9)), 0, deepest);
    const QImage& image = m_levels.at(static_cast<std::size_t>(level));
    const double across = static_cast<double>(image.width()) / size().width();
    const double down = static_cast<double>(image.height()) / size().height();
    QRect seen = QRectF(place.x() * across, place.y() * down, place.width() * across, place.height() * down)
                     .toAlignedRect()
                     .adjusted(-1, -1, 1, 1);
    seen = seen.intersected(image.rect());
    if (seen.isEmpty())
        return {};
    const uchar* const first = image.constScanLine(seen.y()) + static_cast<std::ptrdiff_t>(seen.x()) * 4;
    return {QImage(first, seen.width(), seen.height(), image.bytesPerLine(), image.format()),
            QRectF(seen.x() / across, seen.y() / down, seen.width() / across, seen.height() / down)};
}

} // namespace exhibit::desktop
