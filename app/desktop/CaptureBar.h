#pragma once
// A small window that stays beside the chat: take the prompt, take the picture, take the answer, save.

#include "capture/TakeCapture.h"
#include "desktop/ScreenTaker.h"

#include <QPointer>
#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace exhibit::desktop {

class AddPage;
class LongChatPanel;
class Message;

/// A remote control of the page for a new exhibit, which keeps everything.
class CaptureBar final : public QWidget {
    Q_OBJECT

public:
    CaptureBar(AddPage& page, const QString& program);
    ~CaptureBar() override;
    /// Shows it at the edge of the screen, ready for the next exhibit. Until it is closed, Ctrl+Alt+E takes a picture
    /// in whichever window.
    void start();
    /// To the front, and the keyboard to it.
    void comeForward();
    /// Our windows are hidden, and none may come to be seen.
    [[nodiscard]] bool isTaking() const { return m_isTaking; }

signals:
    /// The picture was taken, or it wasn't.
    void reappeared();
    /// The person wants the main window back.
    void closed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void addSteps(class QGridLayout& layout);
    /// What ends it: save, back.
    QWidget* makeEnd();
    void makePictureButtons(class QGridLayout& layout, int row);
    void refresh();
    void refreshUndo();
    void takePicture(capture::Mode mode);
    void takeAgain();
    void vanish();
    void reappear();
    void hearKey();
    void connectPage();
    void connectLongChat();
    void connectTaker();
    void startLongChat();
    void nextPart();
    void endLongChat();
    void leaveEmptyLongChat();
    void refreshLongChat();
    void fit();

    AddPage& m_page;
    QLabel *m_prompt, *m_pictures, *m_response;
    QPushButton *m_again, *m_undo, *m_save, *m_read, *m_compare;
    QComboBox* m_delay;
    QPushButton* m_offered;
    Message* m_message;
    QWidget *m_steps, *m_end;
    QScrollArea* m_scroll; ///< of the steps, for a low screen
    LongChatPanel* m_long;
    bool m_isTaking = false;
    bool m_isLong = false;
    int m_before = 0;      ///< pictures that were there before the long chat
    int m_parts = 0;       ///< of the long chat
    QString m_partProblem; ///< why the last part doesn't go with the one before it
    ScreenTaker m_taker;
    std::unique_ptr<capture::GlobalKey> m_key;
    std::vector<QPointer<QWidget>> m_alsoHidden; ///< for as long as a picture is taken
};

} // namespace exhibit::desktop
