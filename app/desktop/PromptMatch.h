#pragma once
// Whether the prompt stands in the pictures, in one line, and on demand word by word. A machine read them.

#include "ocr/PromptCheck.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace exhibit::desktop {

class PromptMatch final : public QWidget {
    Q_OBJECT

public:
    PromptMatch();
    void show(const ocr::PromptCheck& check);
    void clear();

private:
    void showWords(const ocr::PromptCheck& check);

    QLabel *m_line, *m_words;
    QToolButton* m_open;
};

} // namespace exhibit::desktop
