#pragma once
// The frozen picture of one monitor, on which a part is chosen.

#include <QImage>
#include <QWidget>

namespace exhibit::desktop {

/// Drag with the mouse; or go with the arrow keys (Shift: ten pixels) and press Enter at two corners. Esc ends it.
class RegionOverlay final : public QWidget {
    Q_OBJECT

public:
    /// `rect` is the monitor's, in device pixels of the virtual desktop, as `picture` shows it.
    RegionOverlay(const QRect& rect, QImage picture, const QScreen& screen);

signals:
    /// Device pixels of the virtual desktop; empty if the person gave up.
    void finished(const QRect& region);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    /// Of a place in this window, in pixels of the picture.
    [[nodiscard]] QPoint pixelAt(QPointF place) const;
    [[nodiscard]] QRect selection() const;
    [[nodiscard]] QRectF shown(const QRect& pixels) const;
    void paintLens(QPainter& painter) const;
    void setCorner(QPoint pixel);
    void finish();

    QRect m_rect;
    QImage m_picture;
    QPoint m_at;
    QPoint m_corner;
    bool m_started = false;
};

} // namespace exhibit::desktop
