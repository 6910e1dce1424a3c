#pragma once
// What happened and what to do, said in the window itself and not in a dialog.

#include <QFrame>

class QLabel;
class QToolButton;

namespace exhibit::desktop {

/// Hidden until there is something to say. Screen readers hear it at once.
class Message final : public QFrame {
    Q_OBJECT

public:
    explicit Message(QWidget* parent = nullptr);
    void showNote(const QString& text);
    void showProblem(const QString& text);
    /// Empty while it is hidden.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isProblem() const { return m_isProblem; }
    /// What was said of something that is done: a problem stays until it is closed or something else is said.
    void hideNote();

signals:
    void changed();

private:
    void show(const QString& text, int icon);

    bool m_isProblem = false;
    QLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace exhibit::desktop
