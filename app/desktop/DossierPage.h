#pragma once
// Before a dossier is made: which exhibits, the letters to read and change, and what it tells about the person.

#include "desktop/Page.h"
#include "desktop/model/Desk.h"
#include "desktop/model/OwnWords.h"
#include "desktop/model/Work.h"
#include "dossier/Drafts.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTextBrowser;

namespace exhibit::desktop {

class PagesView;

class DossierPage final : public Page {
    Q_OBJECT

public:
    explicit DossierPage(const Desk& desk);
    ~DossierPage() override;
    void open(const std::filesystem::path& path);
    /// The case is gone for good, and so are the words for its letters.
    void forget(const std::filesystem::path& path);

signals:
    /// The dossier of the case at `path`; the page may show another one by now.
    void made(const std::filesystem::path& path, const exhibit::dossier::ExportResult& result,
              const exhibit::dossier::ExportOptions& options);
    /// No dossier of the case at `path`, which nobody looks at here any more, and why.
    void failed(const std::filesystem::path& path, const QString& why);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    enum Tab { LetterTab, DisclosureTab, PagesTab };
    struct Prepared {
        dossier::LetterDrafts letters;
        dossier::DisclosurePreview preview;
    };

    /// What is made, though another case may be opened here meanwhile.
    struct Order {
        std::filesystem::path path, output;
        dossier::ExportOptions options;
    };

    QWidget* makeChoices();
    QWidget* makeLetters();
    QWidget* makeLetterRow();
    QWidget* makeDisclosure();
    QWidget* makePages();
    void addProfiles(QFormLayout& form);
    void makeButtons();
    /// As for a case that nobody has looked at yet, whatever was chosen for another person.
    void resetChoices();
    void fillChoices(const CaseView& view);
    /// What can be used now.
    void showState();
    [[nodiscard]] dossier::ExportOptions options() const;
    void prepare();
    void take(const Result<Prepared>& prepared);
    /// Draws the pages if they are looked at, and at the next look otherwise.
    void drawPages();
    void fillLetters(const dossier::LetterDrafts& drafts);
    /// The letter in the field; null if there is none.
    [[nodiscard]] dossier::LetterDraft* shownLetter();
    void showLetter(int index);
    void showLetterNote();
    void showPreview(const dossier::DisclosurePreview& preview);
    void letterEdited();
    void keepLetter();
    void noteKept(const std::filesystem::path& path, const dossier::LetterDraft& letter, const Result<>& kept);
    void dropLetter();
    void noteDropped(const std::filesystem::path& path, const dossier::LetterDraft& letter, const Result<>& dropped);
    void bringBack();
    void chooseOutput();
    void showOutput();
    /// Keeps what the person wrote first: no dossier is made without it.
    void make();
    void write(const Order& order);
    void refuse(const std::filesystem::path& path, const QString& why);
    void setMaking(bool making);

    const Desk& m_desk;
    std::filesystem::path m_path;
    std::filesystem::path m_output;
    Existing m_existing = Existing::Refuse;
    QListWidget* m_exhibits;
    QComboBox* m_profile;
    QDoubleSpinBox* m_size; ///< megabytes, of an upload
    QComboBox* m_language;
    QCheckBox* m_originals;
    QLabel* m_place;
    QTabWidget* m_tabs;
    QComboBox* m_chooser;
    QPlainTextEdit* m_letter;
    QLabel* m_letterNote;
    QPushButton *m_reset, *m_back;
    QTextBrowser* m_disclosure;
    PagesView* m_pages;
    QLabel* m_pageNumber;
    bool m_pagesAreOld = true;
    QProgressBar* m_progress;
    QPushButton *m_make, *m_cancel, *m_elsewhere;
    std::vector<dossier::LetterDraft> m_letters;
    QStringList m_noLetter; ///< why there is none
    OwnWords m_unkept;      ///< that the cases haven't taken yet
    OwnWords m_takenBack;   ///< that the person has put aside for the program's letter
    int m_shown = -1;       ///< index of the letter in the field
    bool m_edited = false;  ///< the field has words that nothing else has
    bool m_isRead = false;  ///< the choices are those of the case
    bool m_isReady = false; ///< what belongs to the choices was prepared, or can't be
    bool m_isMaking = false;
    int m_changes = 0; ///< of letters in cases
    QTimer m_keepSoon;
    QTimer m_prepareSoon;
    Work m_reading;
    Work m_drawing;
    Work m_writing;
};

} // namespace exhibit::desktop
