#pragma once
// The first window, small for now: it checks dossiers and says how to make one.

#include "desktop/DossierCheck.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QProgressBar;

namespace exhibit::desktop {

class StartWindow final : public QWidget {
    Q_OBJECT

public:
    StartWindow();
    /// Checks a dossier and shows what came out.
    void checkFile(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeCheckPart();
    QWidget* makeCommandPart();
    void chooseFile();
    void show(const Result<dossier::Verification>& result);
    void growToFit();
    void showVerdict(const QString& sentence, int icon);

    QLabel* m_file;
    QLabel* m_icon;
    QLabel* m_verdict;
    QListWidget* m_findings;
    QProgressBar* m_progress;
    DossierCheck m_check;
};

} // namespace exhibit::desktop
