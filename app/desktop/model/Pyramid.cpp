#include "desktop/model/Pyramid.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace exhibit::desktop {

namespace {

constexpr int kSmallestSide = 256; // nothing smaller is worth a level

// Qt shares the work on a large image out to the threads that also draw the windows, which then wait for it. What is
// done here is done in pieces that it leaves to the thread they come from.
constexpr int kBandRows = 32;
constexpr int kBandPixels = 1 << 16;

QImage opaque(const QImage& picture) {
    QImage paper(picture.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.setCompositionMode(picture.hasAlphaChannel() ? QPainter::CompositionMode_SourceOver
                                                         : QPainter::CompositionMode_Source);
    const int rows = std::clamp(kBandPixels / picture.width(), 1, kBandRows);
    for (int y = 0; y < picture.height(); y += rows)
        painter.drawImage(0, y, picture, 0, y, picture.width(), rows);
    return paper;
}

/// The mean of four pixels of RGB32.
QRgb mean(QRgb a, QRgb b, QRgb c, QRgb d) {
    constexpr QRgb kOuter = 0xff00ff; // red and blue, with room for a sum of four above each
    constexpr QRgb kHalf = 2;         // of the four, to round
    const QRgb outer = (kHalf << 16 | kHalf) + (a & kOuter) + (b & kOuter) + (c & kOuter) + (d & kOuter);
    const QRgb green = kHalf + (a >> 8 & 0xff) + (b >> 8 & 0xff) + (c >> 8 & 0xff) + (d >> 8 & 0xff);
    return 0xff000000 | (outer >> 2 & kOuter) | (green >> 2) << 8;
}

/// Half as wide and high; a side of one pixel stays. `picture` is RGB32.
QImage halved(const QImage& picture) {
    QImage half(std::max(1, picture.width() / 2), std::max(1, picture.height() / 2), QImage::Format_RGB32);
    const int right = picture.width() > 1 ? 1 : 0;
    for (int y = 0; y < half.height(); ++y) {
        const auto* const upper = reinterpret_cast<const QRgb*>(picture.constScanLine(2 * y));
        const auto* const lower =
            reinterpret_cast<const QRgb*>(picture.constScanLine(std::min(2 * y + 1, picture.height() - 1)));
        auto* const line = reinterpret_cast<QRgb*>(half.scanLine(y));
        for (int x = 0; x < half.width(); ++x)
            line[x] = mean(upper[2 * x], upper[2 * x + right], lower[2 * x], lower[2 * x + right]);
    }
    return half;
}

} // namespace

QImage shrunk(const QImage& picture, int side) {
    if (picture.isNull())
        return {};
    QImage small = opaque(picture);
    while (std::max(small.width(), small.height()) >= 2 * side)
        small = halved(small);
    return small.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

Pyramid::Pyramid(const QImage& picture, const Progress& progress) {
    if (picture.isNull())
        return;
    m_levels.push_back(opaque(picture));
    m_levels.back().setDevicePixelRatio(1);
    while (std::max(m_levels.back().width(), m_levels.back().height()) > kSmallestSide) {
        if (progress && !progress(0, 0))
            return;
        m_levels.push_back(halved(m_levels.back()));
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
