#pragma once
// One exhibit to look at: picture, texts, facts, history.

#include "desktop/model/Desk.h"

#include <QTabWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QTextBrowser;

namespace exhibit::desktop {

class PictureView;

class ExhibitPane final : public QTabWidget {
    Q_OBJECT

public:
    ExhibitPane();
    void show(const ExhibitView& view);

private:
    QWidget* makePicturePart();
    QWidget* makeTextPart();
    void showPicture(int index);

    std::vector<ShownPicture> m_pictures;
    PictureView* m_picture;
    QComboBox* m_chooser;
    QLabel* m_pictureNote;
    QPlainTextEdit* m_prompt;
    QPlainTextEdit* m_response;
    QLabel* m_promptOrigin;
    QLabel* m_responseOrigin;
    QTextBrowser* m_facts;
    QTextBrowser* m_history;
};

} // namespace exhibit::desktop
