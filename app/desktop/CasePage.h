#pragma once
// A case: its exhibits, one of them to look at, and the next step.

#include "desktop/Page.h"
#include "desktop/model/Desk.h"
#include "desktop/model/Work.h"

#include <map>

class QPushButton;
class QStackedWidget;

namespace exhibit::desktop {

class ExhibitPane;
class TwoLineList;

class CasePage final : public Page {
    Q_OBJECT

public:
    explicit CasePage(const Desk& desk);
    /// Reads the case and shows it; `exhibit` is selected, or the last one.
    void open(const std::filesystem::path& path, int exhibit = 0);
    /// After something of the case was changed: what it needs next.
    void refreshSummary();
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

signals:
    void opened();
    void addRequested();
    void dossierRequested();
    /// What to do with the dossier that was made last.
    void sendRequested();
    void changeRequested(const exhibit::CaseDetails& details);

private:
    void makeButtons();
    QWidget* makeEmpty();
    QWidget* makeFilled();
    /// Nothing of another case.
    void clear();
    void take(const Result<CaseView>& view, int exhibit);
    void showSummary();
    void fillList(const CaseView& view, int exhibit);
    void addGroup(const PromptGroup& group);
    /// The next step is the button that stands out.
    /// With every mark in the case; not if the person has gone elsewhere meanwhile.
    void goOn(void (CasePage::*request)());
    void showNextStep();
    [[nodiscard]] ExhibitId idOf(int number) const;
    void loadThumbnails();
    void showCurrent();
    void askToWithdraw();
    void withdraw(const ExhibitId& exhibit);

    const Desk& m_desk;
    std::filesystem::path m_path;
    CaseView m_view;
    std::map<ExhibitId, QImage> m_thumbnails;
    QStackedWidget* m_stack;
    TwoLineList* m_list;
    bool m_filling = false; ///< not the person chooses in the list
    ExhibitPane* m_pane;
    QPushButton *m_change, *m_add, *m_dossier, *m_send, *m_withdraw;
    Work m_work;
    Work m_looking; ///< thumbnails and exhibits, which may be dropped
};

} // namespace exhibit::desktop
