#pragma once
// Before a dossier is made: which exhibits, the letters to read and change, and what it tells about the person.

#include "desktop/Page.h"
#include "desktop/model/Desk.h"
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

signals:
    void made(const exhibit::dossier::ExportResult& result, const exhibit::dossier::ExportOptions& options);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    struct Prepared {
        dossier::LetterDrafts letters;
        dossier::DisclosurePreview preview;
    };

    QWidget* makeChoices();
    QWidget* makeLetters();
    QWidget* makeDisclosure();
    QWidget* makePages();
    void addProfiles(QFormLayout& form);
    void makeButtons();
    void fillChoices(const CaseView& view);
    [[nodiscard]] dossier::ExportOptions options() const;
    void prepare();
    void take(const Result<Prepared>& prepared);
    /// Draws the pages if they are looked at, and at the next look otherwise.
    void drawPages();
    void showLetter(int index);
    void showPreview(const dossier::DisclosurePreview& preview);
    void letterEdited();
    void keepLetter();
    void dropLetter();
    void chooseOutput();
    void showOutput();
    void make();
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
    QPushButton* m_reset;
    QTextBrowser* m_disclosure;
    PagesView* m_pages;
    QLabel* m_pageNumber;
    bool m_pagesAreOld = true;
    QProgressBar* m_progress;
    QPushButton *m_make, *m_cancel, *m_elsewhere;
    std::vector<dossier::LetterDraft> m_letters;
    int m_shown = -1;      ///< index of the letter in the field
    bool m_edited = false; ///< the field has words that aren't kept yet
    QTimer m_keepSoon;
    QTimer m_prepareSoon;
    Work m_reading;
    Work m_drawing;
    Work m_writing;
};

} // namespace exhibit::desktop
