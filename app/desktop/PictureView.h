#pragma once
// A picture to look at closely: zoom, pan, fit, all by mouse and by keyboard.

#include <QAbstractScrollArea>
#include <QImage>

namespace exhibit::desktop {

/// Keys: + and - zoom, 0 is 1:1, F fits the window, the arrows and Page Up/Down move. Ctrl and the wheel zoom where the
/// pointer is; dragging moves.
class PictureView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit PictureView(QWidget* parent = nullptr);
    /// The picture is fitted into the window. Null shows `absence` in its place.
    void setPicture(const QImage& picture, const QString& absence = {});
    void zoomIn();
    void zoomOut();
    void zoomToPixels();
    void zoomToFit();
    /// Picture pixels to device pixels.
    [[nodiscard]] double zoom() const;

signals:
    void zoomChanged(int percent);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] double fitting() const;
    /// In logical pixels.
    [[nodiscard]] QSizeF shownSize() const;
    [[nodiscard]] QPointF origin() const;
    /// Zooms so that what is at `anchor` (viewport) stays there.
    void setZoom(double zoom, QPointF anchor);
    void updateBars();

    QImage m_picture;
    QString m_absence;
    double m_zoom = 1;
    bool m_fits = true;
    QPoint m_dragged;
};

} // namespace exhibit::desktop
