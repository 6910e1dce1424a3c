#pragma once
// A long chat, taken part by part while it is scrolled: what to do next.

#include <QWidget>

class QLabel;
class QPushButton;

namespace exhibit::desktop {

class LongChatPanel final : public QWidget {
    Q_OBJECT

public:
    LongChatPanel();
    /// `problem` says why the last two parts don't go together; empty if they do, or if there is one alone.
    void showParts(int count, const QString& problem);
    /// Whether a key does the same in any window.
    void setKeyHeard(bool heard);

signals:
    void nextRequested();
    void doneRequested();
    void cancelled();

private:
    QLabel *m_state, *m_step;
    QPushButton *m_next, *m_done;
};

} // namespace exhibit::desktop
