#pragma once
// The seconds until a picture is taken, in a corner of the screen.

#include "capture/GlobalKey.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace exhibit::desktop {

/// Doesn't take the keyboard away from the chat. Esc ends it, whichever window has the keyboard, and so does its
/// button.
class Countdown final : public QWidget {
    Q_OBJECT

public:
    Countdown();
    ~Countdown() override;
    /// Ends hidden, with finished() or cancelled().
    void start(int seconds);

signals:
    void finished();
    void cancelled();

private:
    void tick();
    void cancel();
    void showLeft();

    QLabel* m_text;
    QTimer m_timer;
    int m_left = 0;
    std::unique_ptr<capture::GlobalKey> m_escape;
};

} // namespace exhibit::desktop
