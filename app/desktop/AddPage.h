#pragma once
// A new exhibit: prompt, answer, pictures, by paste, drop, file or capture.

#include "desktop/Page.h"
#include "desktop/model/Desk.h"
#include "desktop/model/ExhibitDraft.h"
#include "desktop/model/Work.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QMimeData;
class QPushButton;

namespace exhibit::desktop {

class ExactTextEdit;

class AddPage final : public Page {
    Q_OBJECT

public:
    explicit AddPage(const Desk& desk);
    /// What was entered for this case before and not saved is still there.
    void start(const std::filesystem::path& path);
    void addFiles(const QStringList& paths);
    /// A capture of the screen: its picture, title, address and time.
    void addCapture(const Capture& capture);
    [[nodiscard]] static bool takes(const QMimeData* data);
    /// What was copied becomes the prompt or the answer.
    void takePrompt();
    void takeAnswer();
    void save();
    [[nodiscard]] const std::string& prompt() const;
    [[nodiscard]] const std::string& response() const;
    [[nodiscard]] int pictures() const { return static_cast<int>(m_pictures.size()); }

signals:
    void changed();
    void saved(int exhibit);
    void captureRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Picture {
        std::vector<CapturedItem> items;
        QImage thumbnail;
    };

    QWidget* makeTexts();
    QWidget* makePictures();
    QWidget* makeFacts();
    void clear();
    void chooseFiles();
    void pasteText(ExactTextEdit& edit);
    void pastePicture();
    void addPicture(CapturedItem item);
    void takePicture(const Result<Picture>& picture);
    void removePicture();
    void describe(const ExactTextEdit& edit, QLabel& label);
    [[nodiscard]] ExhibitDraft draft() const;

    const Desk& m_desk;
    std::filesystem::path m_path;
    std::vector<Picture> m_pictures;
    std::string m_method = "import";
    std::string m_windowTitle;
    std::optional<TimeReading> m_time;
    ExactTextEdit *m_prompt, *m_response;
    QLabel *m_promptNote, *m_responseNote;
    QCheckBox* m_checked;
    QListWidget* m_list;
    QPushButton* m_remove;
    QComboBox* m_conversation;
    QLineEdit *m_address, *m_appTime, *m_model, *m_account, *m_note;
    QPushButton* m_save;
    Work m_work;
};

} // namespace exhibit::desktop
