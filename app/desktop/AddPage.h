#pragma once
// A new exhibit: prompt, answer, pictures, by paste, drop, file or capture.

#include "desktop/Page.h"
#include "desktop/model/Desk.h"
#include "desktop/model/DraftStore.h"
#include "desktop/model/Work.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QMimeData;
class QPushButton;

namespace exhibit::desktop {

class ExactTextEdit;
class FolderOffer;
class PictureList;
class PictureWindow;
class PictureWords;
class PromptMatch;
struct CaptureFacts;
struct TakenPicture;

class AddPage final : public Page {
    Q_OBJECT

public:
    explicit AddPage(const Desk& desk);
    /// Keeps what isn't kept yet.
    ~AddPage() override;
    /// What was entered for this case before and not saved is still there, whatever happened to the program.
    void start(const std::filesystem::path& path);
    /// The case is gone for good, and so is what was entered for it.
    void forget(const std::filesystem::path& path);
    /// Something was entered for this case that is no exhibit yet.
    [[nodiscard]] bool hasUnsaved(const std::filesystem::path& path) const;
    /// Of the case that exhibits are added to.
    [[nodiscard]] const std::filesystem::path& casePath() const { return m_path; }
    void addFiles(const QStringList& paths);
    /// A capture of the screen: its picture, title, address and time.
    void addCapture(const Capture& capture);
    [[nodiscard]] static bool takes(const QMimeData* data);
    /// Pictures that were dropped or pasted.
    void take(const QMimeData* data);
    /// The folder whose new pictures are offered.
    [[nodiscard]] FolderOffer& offer() { return *m_offer; }
    /// Ends with overlapChecked().
    void checkLastOverlap();
    /// Puts the last pictures together as one long picture. They stay separate if they don't surely overlap.
    void joinLast(int count);
    /// What was copied becomes the prompt or the answer.
    void takePrompt();
    void takeAnswer();
    /// Reads the answer from the pictures; while that goes on, stops it.
    void readAnswer();
    /// The answer was read by a machine, and nobody compared it yet.
    [[nodiscard]] bool mustCompare() const;
    /// Shows the pictures large, to be compared with.
    void showPictures(int first = 0);
    void save();
    /// Takes back the last thing that was taken, removed or cleared; behind these, the exhibit that was just saved.
    void undo();
    /// What that is; empty if there is nothing.
    [[nodiscard]] QString lastStep() const;
    [[nodiscard]] const std::string& prompt() const;
    [[nodiscard]] const std::string& response() const;
    /// How long they are and where they are from.
    [[nodiscard]] QString promptNote() const;
    [[nodiscard]] QString responseNote() const;
    [[nodiscard]] int pictures() const;
    [[nodiscard]] QString readingName() const;

signals:
    void changed();
    /// lastStep() may be another one.
    void lastStepChanged();
    void saved(const std::filesystem::path& path, int exhibit);
    void captureRequested();
    /// What isn't saved yet lies beside its case now, or nothing does.
    void draftKept();
    /// What readAnswer() would do now.
    void readingNamed(const QString& text);
    /// `problem` says why the last two pictures don't go together; empty if they do.
    void overlapChecked(const QString& problem);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// What the person says to have compared.
    struct Comparison {
        std::string prompt, response;
        std::vector<SharedSource> pictures;
    };
    struct Step {
        QString what;
        std::function<void()> takeBack;
    };
    struct Saved {
        int number = 0;
        ExhibitDraft draft;
        std::vector<TakenPicture> pictures;
    };

    [[nodiscard]] bool isEmpty() const;
    /// Empty, and nothing is said about it either.
    [[nodiscard]] bool isUntouched() const;
    QWidget* makeGuide();
    void makeButtons();
    QWidget* makeTexts();
    QWidget* makePictures();
    QWidget* makeFacts();
    void reset();
    void clear();
    void fill(const ExhibitDraft& draft);
    void recover();
    /// Nothing: it had become an exhibit already.
    void recovered(const Result<std::optional<KeptDraft>>& found);
    void keepSoon();
    void keepAtOnce();
    void keepNow();
    void keep();
    void workEnded();
    /// `pressed` is what was there when the person asked for it.
    void saveNow(const ExhibitDraft& pressed);
    /// What was entered since is the beginning of the next exhibit.
    void startNext(const Saved& saved);
    /// Withdraws the exhibit that was just saved: it is as if it hadn't been.
    void takeBackSaved();
    void showUndo();
    void addStep(const QString& what, std::function<void()> takeBack);
    void chooseFiles();
    void pasteText(ExactTextEdit& edit);
    void pastePicture();
    void addPicture(CapturedItem item, const CaptureFacts& facts);
    void takePicture(const TakenPicture& picture);
    void refuse(const std::string& fileName, const Error& error);
    void addFrames(const std::vector<CapturedItem>& frames, const CaptureFacts& facts);
    /// Fewer if there aren't so many.
    [[nodiscard]] std::vector<TakenPicture> lastPictures(int count) const;
    void replaceLast(const std::vector<TakenPicture>& parts, const TakenPicture& whole);
    void removePicture();
    void connectReading();
    [[nodiscard]] Comparison compared() const;
    [[nodiscard]] bool isComparedStill() const;
    [[nodiscard]] std::vector<SharedSource> readablePictures() const;
    void followChange();
    void readSoon();
    void readingEnded();
    void stopReading();
    void compareSoon();
    void takeReadAnswer(const std::string& text);
    void showReading(int done);
    void nameReading(const QString& text);
    /// Which step is next.
    void showNextStep();
    void describe(const ExactTextEdit& edit, QLabel& label);
    [[nodiscard]] ExhibitDraft draft() const;

    const Desk& m_desk;
    std::filesystem::path m_path;
    ExactTextEdit *m_prompt, *m_response;
    QLabel *m_promptNote, *m_responseNote;
    QCheckBox* m_checked;
    Comparison m_ticked; ///< as it was when that was ticked
    PromptMatch* m_match;
    QPushButton *m_read, *m_look;
    PictureWords* m_words;
    PictureWindow* m_pictures = nullptr; ///< once it was asked for
    QTimer m_readTimer;
    int m_exhibit = 0;      ///< counts the exhibits that were begun here: what was meant for one isn't the next one's
    std::string m_compared; ///< the prompt that the pictures were last compared with
    bool m_answerWanted = false; ///< as soon as the pictures are read
    PictureList* m_list;
    QStringList m_refused; ///< of the files that were added last
    FolderOffer* m_offer;
    QPushButton* m_remove;
    QComboBox* m_conversation;
    QLineEdit *m_address, *m_appTime, *m_model, *m_account, *m_note;
    QLabel* m_guide;
    QPushButton *m_capture, *m_clear, *m_undo, *m_save;
    std::vector<Step> m_steps;
    std::optional<Saved> m_saved;        ///< until the person leaves this page or goes on with the next exhibit
    std::shared_ptr<DraftStore> m_store; ///< used in `m_work` alone while that is busy
    QTimer m_keepTimer;
    bool m_unkept = false;       ///< something changed since the draft was last kept
    bool m_toldOfPrompt = false; ///< that it is missing: who saves once more means it
    bool m_recovering = false;
    bool m_saving = false;
    Work m_work;
    Work m_comparing;
};

} // namespace exhibit::desktop
