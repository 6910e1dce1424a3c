#include "desktop/MarkedPicture.h"

#include "desktop/MarkPaint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <algorithm>
#include <array>
#include <cmath>

namespace exhibit::desktop {

namespace {

constexpr double kReach = 6;      // around a grip, in logical pixels
constexpr double kClick = 4;      // a drag of less is a click
constexpr int kSettling = 500;    // milliseconds
constexpr int kManySteps = 10;    // with Ctrl
constexpr int kSmallestSide = 2;  // of a rectangle, in pixels of the picture
constexpr double kNewPart = 0.25; // of what is seen, for a rectangle without the mouse
constexpr std::array kSides{-1, 0, 1};

} // namespace

MarkedPicture::MarkedPicture() {
    m_settling.setSingleShot(true);
    m_settling.setInterval(kSettling);
    connect(&m_settling, &QTimer::timeout, this, [this] { emit reshaped(); });
}

void MarkedPicture::setTool(Tool tool) {
    m_tool = tool;
    updateCursor();
}

void MarkedPicture::setMarkups(std::vector<ShownMarkup> markups, const std::optional<MarkupId>& chosen) {
    m_markups = std::move(markups);
    if (m_active && m_active->id.number == 0)
        return viewport()->update();
    // What keys and mouse do while a change before is saved still counts.
    const bool stays = m_active && chosen == m_active->id;
    const QRect rect = stays ? m_active->rect : QRect();
    const auto grip = stays ? m_grip : std::nullopt;
    const auto corner = m_corner;
    const bool isSettling = stays && m_settling.isActive();
    if (isSettling)
        m_settling.stop();
    choose(chosen);
    m_corner = corner;
    if (!m_active || (!isSettling && !grip))
        return;
    m_active->rect = rect;
    m_grip = grip;
    if (isSettling)
        m_settling.start();
}

void MarkedPicture::renumber(const MarkupId& id) {
    if (m_active)
        m_active->id = id;
}

void MarkedPicture::setState(PictureState state) {
    m_state = state;
    viewport()->update();
}

void MarkedPicture::choose(const std::optional<MarkupId>& id) {
    settle();
    m_active.reset();
    for (const ShownMarkup& markup : m_markups)
        if (id && markup.id == *id)
            m_active = markup;
    m_grip.reset();
    m_corner.reset();
    if (m_active)
        makeVisible(m_active->rect);
    updateCursor();
    viewport()->update();
}

void MarkedPicture::activate(const std::optional<ShownMarkup>& markup) {
    settle();
    m_active = markup;
    viewport()->update();
    emit chosen(markup ? std::optional(markup->id) : std::nullopt);
}

void MarkedPicture::settle() {
    if (!m_settling.isActive())
        return;
    m_settling.stop();
    emit reshaped();
}

// ---- drawing -------------------------------------------------------------------------------------------------------

void MarkedPicture::paintOver(QPainter& painter) {
    painter.setRenderHint(QPainter::Antialiasing);
    const auto paint = [&](const ShownMarkup& markup) {
        if (markup.id.kind == MarkupKind::Mark)
            paintMark(painter, markup);
        else
            paintCover(painter, markup);
    };
    // Covers first: a number on one is seen.
    for (const MarkupKind kind : {MarkupKind::Redaction, MarkupKind::Mark})
        for (const ShownMarkup& markup : m_markups)
            if (markup.id.kind == kind && !(m_active && m_active->id == markup.id))
                paint(markup);
    paintProposals(painter);
    if (!m_active)
        return;
    paint(*m_active);
    paintGrips(painter, toViewport(m_active->rect));
}

void MarkedPicture::setProposals(std::vector<QRect> proposals, const std::optional<QRect>& chosen) {
    m_proposals = std::move(proposals);
    if (chosen && chosen != m_chosenProposal)
        makeVisible(*chosen);
    m_chosenProposal = chosen;
    viewport()->update();
}

void MarkedPicture::paintProposals(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    for (const QRect& proposal : m_proposals) {
        const bool isChosen = proposal == m_chosenProposal;
        const QRectF rect = toViewport(proposal);
        painter.setPen(QPen(Qt::white, isChosen ? 6 : 4));
        painter.drawRect(rect);
        painter.setPen(QPen(kMarkColour, isChosen ? 4 : 2, isChosen ? Qt::SolidLine : Qt::DotLine));
        painter.drawRect(rect);
    }
}

void MarkedPicture::paintMark(QPainter& painter, const ShownMarkup& markup) const {
    const QRectF rect = toViewport(markup.rect);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 4));
    painter.drawRect(rect);
    painter.setPen(QPen(kMarkColour, 2, markup.id.number == 0 ? Qt::DashLine : Qt::SolidLine));
    painter.drawRect(rect);
    if (markup.id.number == 0)
        return;
    const double radius = discRadius(font());
    const QRectF room = QRectF(viewport()->rect()).adjusted(radius, radius, -radius, -radius);
    const QPointF centre(std::clamp(rect.left() - radius, room.left(), std::max(room.left(), room.right())),
                         rect.top() + std::min(rect.height() / 2, radius));
    paintDisc(painter, centre, font(), markup.id.number);
}

void MarkedPicture::paintCover(QPainter& painter, const ShownMarkup& markup) const {
    const QRectF rect = toViewport(markup.rect);
    const bool hides = m_state == PictureState::Covered;
    painter.setPen(QPen(Qt::white, hides ? 1 : 3));
    painter.setBrush(hides ? QBrush(Qt::black) : QBrush(QColor(0, 0, 0, 90), Qt::BDiagPattern));
    painter.drawRect(rect);
    if (hides)
        return;
    painter.setPen(QPen(Qt::black, 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
}

void MarkedPicture::paintGrips(QPainter& painter, const QRectF& rect) const {
    painter.setPen(QPen(Qt::white, 1));
    painter.setBrush(palette().highlight());
    for (const int x : kSides)
        for (const int y : kSides) {
            const QPointF at = rect.center() + QPointF(x * rect.width() / 2, y * rect.height() / 2);
            if (x != 0 || y != 0)
                painter.drawRect(QRectF(at - QPointF(kReach / 2, kReach / 2), QSizeF(kReach, kReach)));
        }
}

// ---- mouse ---------------------------------------------------------------------------------------------------------

std::optional<MarkedPicture::Grip> MarkedPicture::gripAt(QPointF at) const {
    if (!m_active)
        return std::nullopt;
    const QRectF rect = toViewport(m_active->rect);
    if (!rect.adjusted(-kReach, -kReach, kReach, kReach).contains(at))
        return std::nullopt;
    const auto side = [](double value, double low, double high) {
        if (std::abs(value - high) <= kReach)
            return 1;
        return std::abs(value - low) <= kReach ? -1 : 0;
    };
    return Grip{side(at.x(), rect.left(), rect.right()), side(at.y(), rect.top(), rect.bottom())};
}

const ShownMarkup* MarkedPicture::markupAt(QPointF at) const {
    // The smallest one: it may lie within another.
    const ShownMarkup* found = nullptr;
    const auto area = [](const ShownMarkup& markup) {
        return std::int64_t{markup.rect.width()} * markup.rect.height();
    };
    for (const ShownMarkup& markup : m_markups)
        if (toViewport(markup.rect).adjusted(-2, -2, 2, 2).contains(at) &&
            (found == nullptr || area(markup) < area(*found)))
            found = &markup;
    return found;
}

Qt::CursorShape MarkedPicture::idleCursor() const {
    if (m_spaceHeld)
        return Qt::OpenHandCursor;
    if (const auto grip = gripAt(viewport()->mapFromGlobal(QCursor::pos()))) {
        if (grip->x == 0 && grip->y == 0)
            return Qt::SizeAllCursor;
        if (grip->x * grip->y == 0)
            return grip->x == 0 ? Qt::SizeVerCursor : Qt::SizeHorCursor;
        return grip->x == grip->y ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
    }
    return m_tool == Tool::Look ? Qt::OpenHandCursor : Qt::CrossCursor;
}

void MarkedPicture::mousePressEvent(QMouseEvent* event) {
    if (!hasPicture())
        return;
    if (event->button() != Qt::LeftButton || m_spaceHeld)
        return PictureView::mousePressEvent(event);
    m_pressed = event->position();
    press(event->position());
    if (!m_grip && !m_corner)
        PictureView::mousePressEvent(event);
}

void MarkedPicture::press(QPointF at) {
    m_grip = gripAt(at);
    m_grabbed = toPicture(at);
    if (m_grip)
        m_before = m_active->rect;
    else if (m_tool != Tool::Look)
        m_corner = m_grabbed;
}

void MarkedPicture::mouseMoveEvent(QMouseEvent* event) {
    if (isPanning())
        return PictureView::mouseMoveEvent(event);
    if (!event->buttons().testFlag(Qt::LeftButton) || (!m_grip && !m_corner))
        return updateCursor();
    followPointer(event->pos());
    drag(event->position());
}

/// Beyond the edge the picture moves along, so that a rectangle may be larger than what is seen.
void MarkedPicture::followPointer(QPoint at) {
    const QRect room = viewport()->rect();
    const auto beyond = [](int value, int last) { return value < 0 ? value : std::max(0, value - last); };
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + beyond(at.x(), room.right()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond(at.y(), room.bottom()));
}

void MarkedPicture::drag(QPointF at) {
    if (m_grip)
        return dragGrip((toPicture(at) - m_grabbed).toPoint());
    if ((at - m_pressed).manhattanLength() < kClick)
        return;
    const MarkupKind kind = m_tool == Tool::Mark ? MarkupKind::Mark : MarkupKind::Redaction;
    const QRect rect = QRectF(*m_corner, toPicture(at)).normalized().toAlignedRect().intersected(bounds());
    m_active = ShownMarkup{{kind, 0}, rect};
    viewport()->update();
}

void MarkedPicture::dragGrip(QPoint by) {
    QRect rect = m_before;
    if (m_grip->x == 0 && m_grip->y == 0) {
        rect.translate(by);
        rect.moveLeft(std::clamp(rect.left(), 0, std::max(0, pictureSize().width() - rect.width())));
        rect.moveTop(std::clamp(rect.top(), 0, std::max(0, pictureSize().height() - rect.height())));
    } else {
        const QPoint shift(by.x() * std::abs(m_grip->x), by.y() * std::abs(m_grip->y));
        rect.adjust(m_grip->x < 0 ? shift.x() : 0, m_grip->y < 0 ? shift.y() : 0, m_grip->x > 0 ? shift.x() : 0,
                    m_grip->y > 0 ? shift.y() : 0);
        rect = rect.normalized().intersected(bounds());
    }
    if (rect.width() >= kSmallestSide && rect.height() >= kSmallestSide)
        m_active->rect = rect;
    viewport()->update();
    emit moved();
}

void MarkedPicture::mouseReleaseEvent(QMouseEvent* event) {
    const bool isClick = (event->position() - m_pressed).manhattanLength() < kClick;
    if (isPanning()) {
        PictureView::mouseReleaseEvent(event);
        if (!isClick || event->button() != Qt::LeftButton || m_spaceHeld)
            return;
    }
    if (event->button() == Qt::LeftButton && hasPicture())
        release(event->position());
}

void MarkedPicture::release(QPointF at) {
    const bool isClick = (at - m_pressed).manhattanLength() < kClick;
    const bool gripped = m_grip.has_value();
    const bool drew = m_corner && !isClick;
    m_grip.reset();
    m_corner.reset();
    updateCursor();
    if (drew)
        return drawNew(m_active ? m_active->rect : QRect());
    if (gripped && m_active->rect != m_before)
        return emit reshaped();
    if (!isClick)
        return;
    const ShownMarkup* const hit = markupAt(at);
    activate(hit == nullptr ? std::nullopt : std::optional(*hit));
}

void MarkedPicture::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const ShownMarkup* const hit = markupAt(event->position())) {
        activate(*hit);
        emit changeRequested();
    } else if (m_tool == Tool::Look) {
        PictureView::mouseDoubleClickEvent(event);
    }
}

void MarkedPicture::drawNew(const QRect& rect) {
    if (rect.width() < kSmallestSide || rect.height() < kSmallestSide)
        return activate(std::nullopt);
    m_active = ShownMarkup{{m_tool == Tool::Mark ? MarkupKind::Mark : MarkupKind::Redaction, 0}, rect};
    viewport()->update();
    emit drawn();
}

// ---- keyboard ------------------------------------------------------------------------------------------------------

void MarkedPicture::insert() {
    if (m_tool == Tool::Look || !hasPicture())
        return;
    const QRect whole = seen();
    QRect rect(QPoint(0, 0), QSize(std::max(kSmallestSide, static_cast<int>(whole.width() * kNewPart)),
                                   std::max(kSmallestSide, static_cast<int>(whole.height() * kNewPart / 2))));
    rect.moveCenter(whole.center());
    drawNew(rect.intersected(bounds()));
}

bool MarkedPicture::moveByKey(QKeyEvent& event) {
    QPoint by;
    switch (event.key()) {
    case Qt::Key_Left:
        by = {-1, 0};
        break;
    case Qt::Key_Right:
        by = {1, 0};
        break;
    case Qt::Key_Up:
        by = {0, -1};
        break;
    case Qt::Key_Down:
        by = {0, 1};
        break;
    default:
        return false;
    }
    // A step is seen, however small the picture is shown.
    by *= std::max(1, static_cast<int>(std::lround(1 / zoom())));
    if (event.modifiers().testFlag(Qt::ControlModifier))
        by *= kManySteps;
    m_before = m_active->rect;
    m_grip = event.modifiers().testFlag(Qt::ShiftModifier) ? Grip{std::abs(by.x()) > 0 ? 1 : 0, by.y() != 0 ? 1 : 0}
                                                           : Grip{};
    dragGrip(by);
    m_grip.reset();
    makeVisible(m_active->rect);
    m_settling.start();
    return true;
}

void MarkedPicture::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space) {
        m_spaceHeld = true;
        return updateCursor();
    }
    if (event->key() == Qt::Key_Insert)
        return insert();
    if (!m_active || moveByKey(*event))
        return m_active ? void() : PictureView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        settle();
        return emit changeRequested();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_settling.stop();
        return emit removeRequested();
    case Qt::Key_Escape:
        return m_active->id.number == 0 ? emit removeRequested() : activate(std::nullopt);
    default:
        PictureView::keyPressEvent(event);
    }
}

void MarkedPicture::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return PictureView::keyReleaseEvent(event);
    m_spaceHeld = false;
    updateCursor();
}

void MarkedPicture::focusOutEvent(QFocusEvent* event) {
    m_spaceHeld = false;
    settle();
    PictureView::focusOutEvent(event);
}

} // namespace exhibit::desktop
