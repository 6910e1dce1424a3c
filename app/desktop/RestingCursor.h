#pragma once
// A text cursor that blinks while somebody writes, and rests while nobody does.

#include <QBasicTimer>
#include <QObject>

namespace exhibit::desktop {

/// Each blink wakes the processor several times, all day long if the window stays open. After ten seconds without a key
/// or a click the cursor stays where it is and is shown.
class RestingCursor final : public QObject {
    Q_OBJECT

public:
    /// For all windows of this application.
    RestingCursor();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void blink();

    int m_flashTime; ///< milliseconds, as the desktop has it
    QBasicTimer m_rest;
};

} // namespace exhibit::desktop
