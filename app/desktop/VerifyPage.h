#pragma once
// Is a dossier what it says it is? The verdict as a sentence, with what was found below.

#include "desktop/Page.h"
#include "desktop/model/Work.h"
#include "dossier/Verify.h"

class QLabel;
class QListWidget;
class QProgressBar;

namespace exhibit::desktop {

class VerifyPage final : public Page {
    Q_OBJECT

public:
    VerifyPage();
    /// Checks a dossier and shows what came out.
    void checkFile(const QString& path);
    void chooseFile();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void show(const Result<dossier::Verification>& result);
    void setChecking(bool checking);
    void showVerdict(const QString& sentence, int icon);

    QLabel* m_file;
    QLabel* m_about; ///< what a check is, until there is one
    QPushButton* m_cancel;
    QLabel* m_icon;
    QLabel* m_verdict;
    QListWidget* m_findings;
    QProgressBar* m_progress;
    Work m_work;
};

} // namespace exhibit::desktop
