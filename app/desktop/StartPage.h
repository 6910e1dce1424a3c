#pragma once
// The cases, what each waits for, and what can be done with them.

#include "desktop/Page.h"
#include "desktop/model/Desk.h"
#include "desktop/model/RecentCases.h"
#include "desktop/model/Work.h"

class QLineEdit;
class QMenu;

namespace exhibit::desktop {

class TwoLineList;

class StartPage final : public Page {
    Q_OBJECT

public:
    StartPage(const Desk& desk, RecentCases& recent);
    /// Comes back to it: the case that was left is chosen, and nothing is left of what was said or searched before.
    void refresh();

signals:
    /// For good.
    void caseDestroyed(const std::filesystem::path& path);
    void newCaseRequested();
    void openFileRequested();
    void checkRequested();
    void caseChosen(const QString& path);

private:
    QWidget* makeWelcome();
    QWidget* makeList();
    QMenu* makeMore();
    void makeCaseButtons();
    QWidget* makeProgress();
    void read();
    void take(const std::vector<CaseSummary>& summaries, const std::vector<std::filesystem::path>& unreadable);
    void filter();
    void choose();
    [[nodiscard]] std::filesystem::path selected() const;
    void duplicate();
    void backUp();
    void forget();
    void askToDelete();
    void destroy(const std::filesystem::path& path);

    const Desk& m_desk;
    RecentCases& m_recent;
    QLineEdit* m_search;
    TwoLineList* m_list;
    QWidget* m_welcome;
    QWidget* m_cases;
    QLabel* m_nothing;
    QPushButton *m_open, *m_more;
    bool m_isBack = false; ///< the person has just come back
    Work m_reading;
    Work m_work; ///< what was asked for; reading the list anew doesn't stop it
};

} // namespace exhibit::desktop
