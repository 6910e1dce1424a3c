#pragma once
// A small window that stays beside the chat: take the prompt, take the picture, take the answer, save.

#include "capture/TakeCapture.h"
#include "desktop/ScreenTaker.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace exhibit::desktop {

class AddPage;
class Message;

/// A remote control of the page for a new exhibit, which keeps everything.
class CaptureBar final : public QWidget {
    Q_OBJECT

public:
    CaptureBar(AddPage& page, const QString& program);
    /// Shows it at the edge of the screen, ready for the next exhibit.
    void start();

signals:
    /// The person wants the main window back.
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void refresh();
    void takePicture(capture::Mode mode);
    void reappear();

    AddPage& m_page;
    QLabel *m_prompt, *m_pictures, *m_response;
    QPushButton* m_save;
    Message* m_message;
    ScreenTaker m_taker;
};

} // namespace exhibit::desktop
