#pragma once
// The one window, and which of its pages is shown.

#include "desktop/model/Desk.h"
#include "desktop/model/RecentCases.h"

#include <QMainWindow>
#include <memory>

class QStackedWidget;

namespace exhibit::desktop {

class AddPage;
class CaptureBar;
class CasePage;
class DossierPage;
class Page;
class QuestionsPage;
class SendPage;
class StartPage;
class VerifyPage;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// `settings` keeps the window's place and the list of cases; `folder` is where new cases go. Both references must
    /// outlive it.
    /// `captureProgram` is exhibit17-capture.
    MainWindow(const Desk& desk, QSettings& settings, const std::filesystem::path& folder,
               const QString& captureProgram);
    ~MainWindow() override;
    /// A case, or anything else to check.
    void openFile(const QString& path);
    /// To the front, from wherever it is.
    void comeForward();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makePages();
    void makeMenus();
    void connectPages();
    void connectCase();
    void connectAdd();
    /// Large enough to read in, never larger than the screen.
    [[nodiscard]] QSize startSize() const;
    void go(Page* page);
    [[nodiscard]] Page& currentPage() const;
    /// What wasn't saved when the program ended, or the start page, or the questions.
    void showFirst();
    void showStart();
    void showQuestions();
    void showCase(const std::filesystem::path& path, int exhibit = 0);
    void showAdd();
    void showDossier();
    /// The dossier that was made last, and what to do with it.
    void showSend();
    void showMade(const std::filesystem::path& path, const dossier::ExportResult& result,
                  const dossier::ExportOptions& options);
    void showVerify();
    void showAdvice();
    void chooseFile();

    const Desk& m_desk;
    QSettings& m_settings;
    RecentCases m_recent;
    QStackedWidget* m_pages;
    StartPage* m_start;
    QuestionsPage* m_questions;
    CasePage* m_case;
    AddPage* m_add;
    DossierPage* m_dossier;
    SendPage* m_send;
    VerifyPage* m_verify;
    std::unique_ptr<CaptureBar> m_bar;
    QRect m_place;    ///< before the bar took over
    QString m_toOpen; ///< as soon as no picture is being taken
    Page* m_beforeVerify = nullptr;
};

} // namespace exhibit::desktop
