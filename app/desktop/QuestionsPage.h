#pragma once
// Three questions that make a case: who, where, what. The same page corrects the answers later.

#include "desktop/Page.h"
#include "desktop/model/Desk.h"
#include "desktop/model/KeptAnswers.h"
#include "desktop/model/Work.h"

#include <QTimer>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace exhibit::desktop {

class QuestionsPage final : public Page {
    Q_OBJECT

public:
    QuestionsPage(const Desk& desk, std::filesystem::path folder);
    /// Keeps what isn't kept yet.
    ~QuestionsPage() override;
    /// Asks from the beginning, for a new case. Answers that were given before and not saved are still there.
    void askForNew();
    [[nodiscard]] bool hasKeptAnswers() const { return KeptAnswers::ofNewCase(m_folder).load().has_value(); }
    /// Shows a case's answers, for correction. What was changed before and not saved is still there.
    void askFor(const std::filesystem::path& path, const CaseDetails& details);
    [[nodiscard]] bool isNew() const { return m_new; }
    /// How to ask, so that the answer proves something.
    [[nodiscard]] static QWidget* makeCard();

protected:
    void keyPressEvent(QKeyEvent* event) override;

signals:
    /// A case was made or changed.
    void finished(const QString& path, bool isNew);

private:
    QWidget* makeWho();
    QWidget* makeWhere();
    QWidget* makeWhat();
    void fill(const CaseDetails& details);
    [[nodiscard]] CaseDetails answers() const;
    void begin(KeptAnswers kept);
    void keepSoon();
    void keepNow();
    void discard();
    void makeWayBack();
    void leave();
    void startAnew();
    void goTo(int step);
    void goBack();
    void goOn();
    void save();
    void showProblem(const Error& error);
    [[nodiscard]] bool isComplete(int step);

    const Desk& m_desk;
    std::filesystem::path m_folder;
    KeptAnswers m_kept;
    std::filesystem::path m_path; ///< empty: no case yet
    bool m_new = true;
    CaseDetails m_before; ///< what isn't asked for here stays as it was
    QStackedWidget* m_steps;
    QLabel* m_welcome;
    QPushButton *m_anew, *m_earlier, *m_onward;
    QLineEdit *m_name, *m_email, *m_reference;
    QPlainTextEdit* m_address;
    QCheckBox* m_acting;
    QLineEdit *m_otherName, *m_otherEmail;
    QPlainTextEdit* m_otherAddress;
    QButtonGroup* m_surfaces;
    QComboBox *m_country, *m_language;
    std::vector<QCheckBox*> m_wishes; ///< in the order of allWishes()
    QPlainTextEdit* m_grounds;
    QTimer m_keepTimer;
    Work m_work;
};

} // namespace exhibit::desktop
