#pragma once
// What a mark is, or why something is covered: asked beside it, in the window itself.

#include "desktop/MarkupEditor.h"

#include <QFrame>

class QButtonGroup;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace exhibit::desktop {

class MarkupPanel final : public QFrame {
    Q_OBJECT

public:
    /// Hidden until something is asked; lies over its parent.
    explicit MarkupPanel(QWidget* parent);
    /// `target` is what it is about, in the parent's coordinates: it is left free if there is room.
    void ask(const MarkupDraft& draft, const QRect& target);
    void moveBeside(const QRect& target);
    /// It is about another part of the picture.
    void setRegion(const Region& region) { m_draft.setRegion(region); }
    /// What is filled in.
    [[nodiscard]] MarkupDraft draft() const;
    /// Answers what is filled in, if it is shown and says something else than before; if that isn't enough, nothing is
    /// made of it.
    void finish();
    /// The same, but it stays if that isn't enough yet.
    void finishIfComplete();
    /// Nothing is made of it.
    void abandon();

signals:
    void accepted(const exhibit::desktop::MarkupDraft& draft);
    void discarded();
    /// Something new was to be made, and what it can't do without was missing.
    void leftUnfinished(const exhibit::desktop::MarkupDraft& draft);
    /// The keyboard was in it when it went.
    void focusLeft();
    void removeRequested(const exhibit::desktop::MarkupId& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeMarkFields(QFormLayout& form);
    void makeCoverFields(QFormLayout& form);
    void fill();
    void showRows();
    void fitRows();
    [[nodiscard]] Truth truth() const;
    void updateSave();
    void askForFirst();

    MarkupDraft m_draft;
    MarkupDraft m_before; ///< what was filled in when it was asked
    QRect m_target;       ///< what it is about
    QFormLayout* m_form;
    QLabel *m_title, *m_hint;
    QLineEdit *m_words, *m_correction, *m_note, *m_reason;
    QComboBox *m_category, *m_special, *m_reach;
    QWidget* m_truthRow;
    QButtonGroup* m_truth;
    QPushButton *m_save, *m_remove, *m_cancel;
};

} // namespace exhibit::desktop
