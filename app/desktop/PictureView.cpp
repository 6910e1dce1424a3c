#include "desktop/PictureView.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

namespace exhibit::desktop {

namespace {

constexpr double kStep = 1.25;
constexpr double kSmallest = 0.02;
constexpr double kLargest = 16;
constexpr int kWheelNotch = 120; // QWheelEvent::angleDelta: eighths of a degree, 15 degrees a notch

} // namespace

PictureView::PictureView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Picture"));
    viewport()->setCursor(Qt::OpenHandCursor);
    setMinimumSize(fontMetrics().height() * 10, fontMetrics().height() * 8);
}

void PictureView::setPicture(const QImage& picture, const QString& absence) {
    m_picture = picture;
    m_absence = absence;
    viewport()->setCursor(picture.isNull() ? Qt::ArrowCursor : Qt::OpenHandCursor);
    zoomToFit();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

double PictureView::fitting() const {
    if (m_picture.isNull())
        return 1;
    const QSizeF room = QSizeF(viewport()->size()) * devicePixelRatioF();
    // A tall picture fits by its width: as a whole it couldn't be read. Nothing is blown up.
    const double wide = room.width() / m_picture.width();
    const double high = room.height() / m_picture.height();
    const bool isTall = m_picture.height() > 3 * m_picture.width();
    return std::min(isTall ? wide : std::min(wide, high), 1.0);
}

double PictureView::zoom() const {
    return m_fits ? fitting() : m_zoom;
}

QSizeF PictureView::shownSize() const {
    return QSizeF(m_picture.size()) * zoom() / devicePixelRatioF();
}

QPointF PictureView::origin() const {
    const QSizeF size = shownSize();
    const QSizeF room = viewport()->size();
    const double x = size.width() < room.width() ? (room.width() - size.width()) / 2 : -horizontalScrollBar()->value();
    const double y =
        size.height() < room.height() ? (room.height() - size.height()) / 2 : -verticalScrollBar()->value();
    return {x, y};
}

void PictureView::updateBars() {
    const QSizeF size = shownSize();
    const QSize room = viewport()->size();
    const int step = fontMetrics().height() * 2;
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(size.width())) - room.width()));
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(size.height())) - room.height()));
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setPageStep(room.height());
    horizontalScrollBar()->setSingleStep(step);
    verticalScrollBar()->setSingleStep(step);
    viewport()->update();
    emit zoomChanged(static_cast<int>(std::lround(zoom() * 100)));
}

void PictureView::setZoom(double zoom, QPointF anchor) {
    if (m_picture.isNull())
        return;
    const QPointF at = (anchor - origin()) / this->zoom();
    m_fits = false;
    m_zoom = std::clamp(zoom, kSmallest, kLargest);
    updateBars();
    const QPointF moved = at * m_zoom - anchor;
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(moved.x())));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(moved.y())));
}

void PictureView::zoomIn() {
    setZoom(zoom() * kStep, QRectF(viewport()->rect()).center());
}
void PictureView::zoomOut() {
    setZoom(zoom() / kStep, QRectF(viewport()->rect()).center());
}
void PictureView::zoomToPixels() {
    setZoom(1, QRectF(viewport()->rect()).center());
}

void PictureView::zoomToFit() {
    m_fits = true;
    updateBars();
}

void PictureView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Mid));
    if (m_picture.isNull()) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(viewport()->rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap, m_absence);
        return;
    }
    // Only what is seen is scaled, so that a very tall picture costs no more than a small one.
    const double scale = zoom() / devicePixelRatioF();
    const QPointF start = origin();
    const QRectF seen = QRectF(event->rect()).intersected(QRectF(start, shownSize()));
    QRect source = QRectF((seen.topLeft() - start) / scale, seen.size() / scale).toAlignedRect();
    source = source.adjusted(-1, -1, 1, 1).intersected(m_picture.rect());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom() < 2);
    painter.drawImage(QRectF(start + QPointF(source.topLeft()) * scale, QSizeF(source.size()) * scale), m_picture,
                      source);
}

void PictureView::resizeEvent(QResizeEvent*) {
    updateBars();
}

void PictureView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
    case Qt::Key_1:
        return zoomToPixels();
    case Qt::Key_F:
        return zoomToFit();
    case Qt::Key_Home:
        return verticalScrollBar()->setValue(0);
    case Qt::Key_End:
        return verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PictureView::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    setZoom(zoom() * std::pow(kStep, static_cast<double>(event->angleDelta().y()) / kWheelNotch), event->position());
}

void PictureView::mousePressEvent(QMouseEvent* event) {
    m_dragged = event->pos();
    if (!m_picture.isNull())
        viewport()->setCursor(Qt::ClosedHandCursor);
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint moved = event->pos() - m_dragged;
    m_dragged = event->pos();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
    viewport()->update();
}

void PictureView::mouseReleaseEvent(QMouseEvent*) {
    if (!m_picture.isNull())
        viewport()->setCursor(Qt::OpenHandCursor);
}

void PictureView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_fits)
        setZoom(1, event->position());
    else
        zoomToFit();
}

} // namespace exhibit::desktop
