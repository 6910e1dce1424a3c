#include "desktop/PictureView.h"

#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

namespace exhibit::desktop {

namespace {

constexpr double kStep = 1.25;
constexpr double kSmallestZoom = 0.02;
constexpr double kLargest = 16;
constexpr double kBlocks = 2;    // from this zoom on, pixels are shown as what they are
constexpr int kWheelNotch = 120; // QWheelEvent::angleDelta: eighths of a degree, 15 degrees a notch

} // namespace

PictureView::PictureView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Picture"));
    viewport()->setMouseTracking(true);
    setMinimumSize(fontMetrics().height() * 10, fontMetrics().height() * 8);
}

void PictureView::setPicture(Pyramid picture) {
    const bool stays = !picture.isNull() && picture.size() == m_picture.size();
    m_picture = std::move(picture);
    updateCursor();
    if (stays)
        return viewport()->update();
    m_fit = Fit::Reading;
    updateBars();
    verticalScrollBar()->setValue(0);
}

void PictureView::setAbsence(const QString& absence) {
    m_absence = absence;
    setPicture({});
}

double PictureView::fitting() const {
    if (!hasPicture())
        return 1;
    const QSizeF room = QSizeF(viewport()->size()) * devicePixelRatioF();
    const double wide = room.width() / pictureSize().width();
    const double high = room.height() / pictureSize().height();
    if (m_fit == Fit::Width)
        return wide;
    // Nothing is blown up.
    return std::min(m_fit == Fit::Reading ? wide : std::min(wide, high), 1.0);
}

double PictureView::zoom() const {
    return m_fit == Fit::None ? m_zoom : fitting();
}

QSizeF PictureView::shownSize() const {
    return QSizeF(pictureSize()) * zoom() / devicePixelRatioF();
}

QPointF PictureView::origin() const {
    const QSizeF size = shownSize();
    const QSizeF room = viewport()->size();
    const double x = size.width() < room.width() ? (room.width() - size.width()) / 2 : -horizontalScrollBar()->value();
    const double y =
        size.height() < room.height() ? (room.height() - size.height()) / 2 : -verticalScrollBar()->value();
    return {x, y};
}

QPointF PictureView::toPicture(QPointF viewport) const {
    return (viewport - origin()) * devicePixelRatioF() / zoom();
}

QRectF PictureView::toViewport(const QRectF& picture) const {
    const double scale = zoom() / devicePixelRatioF();
    return {picture.topLeft() * scale + origin(), picture.size() * scale};
}

QRect PictureView::seen() const {
    const QRectF room(viewport()->rect());
    return QRectF(toPicture(room.topLeft()), toPicture(room.bottomRight()))
        .toAlignedRect()
        .intersected(QRect(QPoint(0, 0), pictureSize()));
}

void PictureView::makeVisible(const QRect& picture) {
    const QRectF place = toViewport(picture);
    const int margin = fontMetrics().height();
    const auto shift = [margin](QScrollBar* bar, double begin, double end, int room) {
        // What is too long for the room is shown from its beginning.
        if (end > room - margin)
            bar->setValue(bar->value() + static_cast<int>(std::min(end - room + margin, begin - margin)));
        else if (begin < margin)
            bar->setValue(bar->value() + static_cast<int>(begin) - margin);
    };
    shift(horizontalScrollBar(), place.left(), place.right(), viewport()->width());
    shift(verticalScrollBar(), place.top(), place.bottom(), viewport()->height());
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
    emit moved();
}

void PictureView::setZoom(double zoom, QPointF anchor) {
    if (!hasPicture())
        return;
    const QPointF at = (anchor - origin()) / this->zoom();
    m_fit = Fit::None;
    m_zoom = std::clamp(zoom, kSmallestZoom, kLargest);
    updateBars();
    const QPointF shifted = at * m_zoom - anchor;
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(shifted.x())));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(shifted.y())));
}

void PictureView::zoomAtCentre(double factor) {
    setZoom(zoom() * factor, QRectF(viewport()->rect()).center());
}

void PictureView::zoomIn() {
    zoomAtCentre(kStep);
}
void PictureView::zoomOut() {
    zoomAtCentre(1 / kStep);
}
void PictureView::zoomToPixels() {
    setZoom(1, QRectF(viewport()->rect()).center());
}
void PictureView::zoomToFit() {
    setFit(Fit::Window);
}
void PictureView::zoomToWidth() {
    setFit(Fit::Width);
}

void PictureView::setFit(Fit fit) {
    const double middle = toPicture(QRectF(viewport()->rect()).center()).y();
    m_fit = fit;
    updateBars();
    const double shifted = middle * zoom() / devicePixelRatioF() - viewport()->height() / 2.0;
    verticalScrollBar()->setValue(static_cast<int>(std::lround(shifted)));
}

void PictureView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Mid));
    if (!hasPicture()) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(viewport()->rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap, m_absence);
        return;
    }
    painter.save();
    paintPicture(painter, event->rect());
    painter.restore();
    paintOver(painter);
}

void PictureView::paintPicture(QPainter& painter, const QRect& dirty) const {
    // In the screen's own pixels, on whole ones: otherwise fractional scales blur what is shown 1:1.
    const QTransform device = painter.deviceTransform();
    const QPointF start = device.map(origin());
    const QPointF at(std::round(start.x()), std::round(start.y()));
    const QRectF shown = QRectF(dirty).intersected(toViewport(QRectF(QPointF(0, 0), QSizeF(pictureSize()))));
    if (shown.isEmpty())
        return;
    const Pyramid::Part part =
        m_picture.part(QRectF(toPicture(shown.topLeft()), toPicture(shown.bottomRight())), zoom());
    painter.setTransform(device.inverted());
    const QPointF corner = at + part.place.topLeft() * zoom();
    if (zoom() == 1) {
        painter.drawImage(corner.toPoint(), part.image);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom() < kBlocks);
    painter.drawImage(QRectF(corner, part.place.size() * zoom()), part.image);
}

void PictureView::resizeEvent(QResizeEvent*) {
    updateBars();
}

void PictureView::scrollContentsBy(int, int) {
    viewport()->update();
    emit moved();
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
    case Qt::Key_W:
        return zoomToWidth();
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
    event->accept();
}

bool PictureView::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::NativeGesture)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* const gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() == Qt::ZoomNativeGesture)
        setZoom(zoom() * (1 + gesture->value()), gesture->position());
    return true;
}

void PictureView::updateCursor() {
    const Qt::CursorShape free = hasPicture() ? idleCursor() : Qt::ArrowCursor;
    viewport()->setCursor(m_panning ? Qt::ClosedHandCursor : free);
}

void PictureView::mousePressEvent(QMouseEvent* event) {
    m_dragged = event->pos();
    m_panning = hasPicture() && (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton);
    updateCursor();
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_panning)
        return;
    const QPoint shift = event->pos() - m_dragged;
    m_dragged = event->pos();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - shift.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - shift.y());
}

void PictureView::mouseReleaseEvent(QMouseEvent*) {
    m_panning = false;
    updateCursor();
}

void PictureView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_fit == Fit::None)
        zoomToFit();
    else
        setZoom(1, event->position());
}

} // namespace exhibit::desktop
