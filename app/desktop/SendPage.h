#pragma once
// The dossier is made: what next. Open it, open the form, copy what goes into each field.

#include "desktop/Page.h"
#include "desktop/model/Desk.h"
#include "desktop/model/Work.h"
#include "dossier/Drafts.h"
#include "dossier/Verify.h"

#include <QTimer>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace exhibit::desktop {

class SendPage final : public Page {
    Q_OBJECT

public:
    explicit SendPage(const Desk& desk);
    void show(const std::filesystem::path& path, const dossier::ExportResult& result,
              const dossier::ExportOptions& options);
    /// The dossier of this case that was made last, on whichever day.
    void open(const std::filesystem::path& path);

signals:
    /// What the dossier was made of has changed since.
    void dossierRequested();

private:
    void addFileButtons();
    QWidget* makeChangedPart();
    void noteSent();
    void withdrawSent();
    /// Which of the two can be said, after a moment: a second click of an eager hand says neither.
    void showSent(bool sent);
    /// Nothing that belongs to a dossier before.
    void clear(const std::filesystem::path& path);
    void checkFile();
    void showVerification(const Result<dossier::Verification>& verification);
    struct Ways {
        std::vector<request::PasteSheet> sheets;
        bool hasLetter = false;
        std::string addressee; ///< lines; empty: not known
    };
    [[nodiscard]] static Result<Ways> waysOf(const CaseFile& file, const dossier::ExportOptions& options,
                                             const Clock& clock);
    /// In another program; says where it is if there is none.
    void openFile(const std::filesystem::path& path);
    void showWays(const Result<Ways>& ways);
    QWidget* letterPart(const QString& addressee);
    QWidget* sheetPart(const request::PasteSheet& sheet);
    /// `form` is what the form is for.
    void addField(QGridLayout& grid, const request::PasteField& field, const QString& form);

    const Desk& m_desk;
    std::filesystem::path m_case;
    std::filesystem::path m_dossier;
    std::filesystem::path m_pictureFolder;
    Digest m_digest;
    QLabel* m_file;
    QLabel* m_verdict;
    QWidget* m_changed;
    QPushButton *m_read, *m_folder, *m_pictures, *m_sent, *m_notSent;
    QTimer m_rest;
    QScrollArea* m_sheets;
    Work m_work;
};

} // namespace exhibit::desktop
