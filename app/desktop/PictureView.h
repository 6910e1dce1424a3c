#pragma once
// A picture to look at closely: zoom, pan, fit, all by mouse and by keyboard.

#include "desktop/model/Pyramid.h"

#include <QAbstractScrollArea>

namespace exhibit::desktop {

/// Keys: + and - zoom, 0 is 1:1, F fits the picture into the window and W its width, the arrows, Page Up/Down, Home and
/// End move. Ctrl and the wheel, or two fingers, zoom where the pointer is; dragging moves. At 1:1 each pixel of the
/// picture is one of the screen, whatever the scale of the windows.
class PictureView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit PictureView(QWidget* parent = nullptr);
    /// Fits the picture's width into the window, since it is there to be read, unless it takes the place of one of the
    /// same size: then it is shown where that was.
    void setPicture(Pyramid picture);
    /// No picture, and the words that stand in its place.
    void setAbsence(const QString& absence);
    void zoomIn();
    void zoomOut();
    void zoomToPixels();
    void zoomToFit();
    void zoomToWidth();
    /// Picture pixels to device pixels.
    [[nodiscard]] double zoom() const;
    [[nodiscard]] QSize pictureSize() const { return m_picture.size(); }

    /// Between the viewport and the picture's pixels.
    [[nodiscard]] QPointF toPicture(QPointF viewport) const;
    [[nodiscard]] QRectF toViewport(const QRectF& picture) const;
    /// The part of the picture that is seen.
    [[nodiscard]] QRect seen() const;
    /// Scrolls as little as possible.
    void makeVisible(const QRect& picture);

signals:
    void zoomChanged(int percent);
    /// It was zoomed, scrolled or resized.
    void moved();

protected:
    /// Draws over the picture, in the viewport's coordinates.
    virtual void paintOver(QPainter&) {}
    /// The pointer while nothing is dragged.
    [[nodiscard]] virtual Qt::CursorShape idleCursor() const { return Qt::OpenHandCursor; }
    void updateCursor();
    [[nodiscard]] bool isPanning() const { return m_panning; }
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    enum class Fit { None, Reading, Window, Width };
    [[nodiscard]] double fitting() const;
    /// In logical pixels.
    [[nodiscard]] QSizeF shownSize() const;
    [[nodiscard]] QPointF origin() const;
    void setFit(Fit fit);
    /// Zooms so that what is at `anchor` (viewport) stays there.
    void setZoom(double zoom, QPointF anchor);
    void zoomAtCentre(double factor);
    void updateBars();
    void paintPicture(QPainter& painter, const QRect& dirty) const;

    Pyramid m_picture;
    QString m_absence;
    double m_zoom = 1;
    Fit m_fit = Fit::Reading;
    bool m_panning = false;
    QPoint m_dragged;
};

} // namespace exhibit::desktop
