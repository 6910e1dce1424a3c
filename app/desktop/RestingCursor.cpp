#include "desktop/RestingCursor.h"

#include <QApplication>
#include <QEvent>

namespace exhibit::desktop {

namespace {

constexpr int kRestAfter = 10'000; ///< milliseconds

} // namespace

RestingCursor::RestingCursor() : m_flashTime(QApplication::cursorFlashTime()) {
    QCoreApplication::instance()->installEventFilter(this);
    blink();
}

bool RestingCursor::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        blink();
    return QObject::eventFilter(object, event);
}

void RestingCursor::timerEvent(QTimerEvent*) {
    m_rest.stop();
    QApplication::setCursorFlashTime(0);
}

void RestingCursor::blink() {
    QApplication::setCursorFlashTime(m_flashTime);
    m_rest.start(kRestAfter, Qt::VeryCoarseTimer, this);
}

} // namespace exhibit::desktop
