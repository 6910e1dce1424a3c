#pragma once
// What the pages of the main window have in common: a way back, a title, a message, a content, a row of buttons.

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace exhibit::desktop {

class Message;

class Page : public QWidget {
    Q_OBJECT

public:
    /// `back` is what the way back is called; empty: there is none.
    explicit Page(const QString& back = {});
    [[nodiscard]] Message& message() { return *m_message; }

signals:
    void backRequested();

protected:
    /// Enter on what is ticked or chosen goes on, as it does in a field.
    void keyPressEvent(QKeyEvent* event) override;
    void setTitle(const QString& title, const QString& subtitle = {});
    /// Where the content goes.
    [[nodiscard]] QVBoxLayout& content() { return *m_content; }
    /// The row of buttons below it.
    [[nodiscard]] QHBoxLayout& buttons() { return *m_buttons; }

private:
    QLabel* m_title;
    QLabel* m_subtitle;
    Message* m_message;
    QVBoxLayout* m_content;
    QHBoxLayout* m_buttons;
};

/// A text that wraps, can be selected, and is never taken for HTML.
[[nodiscard]] QLabel* wrappedLabel(const QString& text = {});
/// Bold, as a heading over a part of a page.
[[nodiscard]] QLabel* headingLabel(const QString& text);
/// The button that Enter means.
[[nodiscard]] QPushButton* defaultButton(const QString& text);
/// Makes one of a page's buttons the one that Enter means, and the others ordinary.
void setDefaultAmong(std::initializer_list<QPushButton*> buttons, const QPushButton* chosen);
/// No wider than lines that are easy to read: what is asked and what is told, in the middle of a wide window.
[[nodiscard]] QWidget* inColumn(QWidget* content);

} // namespace exhibit::desktop
