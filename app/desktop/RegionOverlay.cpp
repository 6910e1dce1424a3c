#include "desktop/RegionOverlay.h"

#include <QCursor>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <algorithm>

namespace exhibit::desktop {

namespace {

constexpr int kSmallestPart = 4; // pixels: anything smaller was a click
constexpr int kLensZoom = 6;
constexpr int kLensPixels = 21; // of the picture, in the lens
constexpr int kLargeStep = 10;

} // namespace

RegionOverlay::RegionOverlay(const QRect& rect, QImage picture, const QScreen& screen)
    : QWidget(nullptr, Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint | Qt::Tool | Qt::BypassWindowManagerHint),
      m_rect(rect), m_picture(std::move(picture)) {
    m_picture.setDevicePixelRatio(1);
    setGeometry(screen.geometry());
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
    setWindowTitle(tr("Choose a part of the screen")); // its accessible name too
    m_at = m_picture.rect().center();
}

void RegionOverlay::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_at = pixelAt(mapFromGlobal(QPointF(QCursor::pos())));
    // A window that no window manager knows gets the keyboard only this way, and only once it is on the screen.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isVisible())
                grabKeyboard();
        },
        Qt::QueuedConnection);
}

void RegionOverlay::hideEvent(QHideEvent* event) {
    releaseKeyboard();
    QWidget::hideEvent(event);
}

QPoint RegionOverlay::pixelAt(QPointF place) const {
    const QPoint pixel(static_cast<int>(place.x() * m_picture.width() / std::max(1, width())),
                       static_cast<int>(place.y() * m_picture.height() / std::max(1, height())));
    return {std::clamp(pixel.x(), 0, m_picture.width() - 1), std::clamp(pixel.y(), 0, m_picture.height() - 1)};
}

QRect RegionOverlay::selection() const {
    if (!m_started)
        return {};
    const QPoint first(std::min(m_corner.x(), m_at.x()), std::min(m_corner.y(), m_at.y()));
    // QRect(QPoint, QPoint) would count the last pixel in twice over.
    return {first, QSize(std::abs(m_corner.x() - m_at.x()), std::abs(m_corner.y() - m_at.y()))};
}

QRectF RegionOverlay::shown(const QRect& pixels) const {
    const double x = static_cast<double>(width()) / m_picture.width();
    const double y = static_cast<double>(height()) / m_picture.height();
    return {pixels.x() * x, pixels.y() * y, pixels.width() * x, pixels.height() * y};
}

void RegionOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.drawImage(QRectF(rect()), m_picture);
    const QRectF chosen = shown(selection());
    QPainterPath dark;
    dark.addRect(rect());
    QPainterPath clear;
    clear.addRect(chosen);
    painter.fillPath(dark.subtracted(clear), QColor(0, 0, 0, 110));
    if (!chosen.isEmpty()) {
        painter.setPen(QPen(Qt::white, 1));
        painter.drawRect(chosen);
    }
    paintLens(painter);
    const QString hint = m_started ? tr("%1 × %2 pixels").arg(selection().width()).arg(selection().height())
                                   : tr("Drag over the chat: prompt, whole answer and address bar. Esc: give up.");
    QFont font = painter.font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    painter.setFont(font);
    QRect box = painter.fontMetrics().boundingRect(hint).adjusted(-12, -8, 12, 8);
    box.moveCenter(QPoint(width() / 2, 0));
    // Never over what is about to be chosen: an address bar is at the top.
    const bool isAbove = shown(QRect(m_at, QSize(1, 1))).top() > height() / 4.0;
    box.moveTop(isAbove ? 20 : height() - box.height() - 20);
    painter.fillRect(box, QColor(0, 0, 0, 200));
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, hint);
}

void RegionOverlay::paintLens(QPainter& painter) const {
    const int side = kLensPixels * kLensZoom;
    const QPointF at = shown(QRect(m_at, QSize(1, 1))).topLeft();
    QRectF lens(at + QPointF(24, 24), QSizeF(side, side));
    if (lens.right() > width())
        lens.moveRight(at.x() - 24);
    if (lens.bottom() > height())
        lens.moveBottom(at.y() - 24);
    const QRect source(m_at - QPoint(kLensPixels / 2, kLensPixels / 2), QSize(kLensPixels, kLensPixels));
    painter.fillRect(lens, Qt::black);
    painter.drawImage(lens, m_picture.copy(source));
    painter.setPen(QPen(QColor(255, 60, 60), 1));
    painter.drawLine(QPointF(lens.center().x(), lens.top()), QPointF(lens.center().x(), lens.bottom()));
    painter.drawLine(QPointF(lens.left(), lens.center().y()), QPointF(lens.right(), lens.center().y()));
    painter.setPen(QPen(Qt::white, 2));
    painter.drawRect(lens);
}

void RegionOverlay::setCorner(QPoint pixel) {
    m_corner = pixel;
    m_started = true;
    update();
}

void RegionOverlay::finish() {
    const QRect chosen = selection();
    m_started = false;
    if (chosen.width() < kSmallestPart || chosen.height() < kSmallestPart)
        return update();
    hide();
    emit finished(chosen.translated(m_rect.topLeft()));
}

void RegionOverlay::keyPressEvent(QKeyEvent* event) {
    const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? kLargeStep : 1;
    const auto move = [&](int x, int y) { QCursor::setPos(QCursor::pos() + QPoint(x, y) * step); };
    switch (event->key()) {
    case Qt::Key_Escape:
        hide();
        return emit finished({});
    case Qt::Key_Left:
        return move(-1, 0);
    case Qt::Key_Right:
        return move(1, 0);
    case Qt::Key_Up:
        return move(0, -1);
    case Qt::Key_Down:
        return move(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_started ? finish() : setCorner(m_at);
    default:
        return QWidget::keyPressEvent(event);
    }
}

void RegionOverlay::mousePressEvent(QMouseEvent* event) {
    m_at = pixelAt(event->position());
    setCorner(m_at);
}

void RegionOverlay::mouseMoveEvent(QMouseEvent* event) {
    m_at = pixelAt(event->position());
    update();
}

void RegionOverlay::mouseReleaseEvent(QMouseEvent* event) {
    // The button is let go after the last pixel that belongs to it.
    m_at = pixelAt(event->position());
    finish();
}

} // namespace exhibit::desktop
