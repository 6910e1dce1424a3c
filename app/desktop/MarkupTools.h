#pragma once
// The row of tools over a picture or a text: what is done with the mouse, undo, and before or after.

#include "desktop/MarkedPicture.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace exhibit::desktop {

class MarkupEditor;

class MarkupTools final : public QWidget {
    Q_OBJECT

public:
    /// With tools for the mouse, or with buttons for the words that are chosen.
    enum class Over { Picture, Text };
    MarkupTools(MarkupEditor& editor, Over over);

signals:
    void toolChosen(exhibit::desktop::MarkedPicture::Tool tool);
    void markRequested();
    void coverRequested();
    void coverWordsRequested();

private:
    QToolButton* add(const QString& text, const QString& tip);
    void addPictureTools();
    void addTextTools();
    void addStates(MarkupEditor& editor);

    QHBoxLayout* m_layout;
};

} // namespace exhibit::desktop
