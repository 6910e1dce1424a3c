// The letters of a dossier: shown, changed, kept in the case, put aside and brought back.

#include "desktop/DossierPage.h"
#include "desktop/ExactTextEdit.h"
#include "desktop/Message.h"
#include "desktop/Wording.h"
#include "desktop/model/RecentCases.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

namespace exhibit::desktop {

namespace {

/// Tabs ask what is in them for its least size and not for its height at their width: this one's is whole at the width
/// that it has.
class WholeLabel final : public QLabel {
public:
    explicit WholeLabel(const QString& text = {}) : QLabel(text) {
        setWordWrap(true);
        setTextFormat(Qt::PlainText);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    [[nodiscard]] QSize minimumSizeHint() const override {
        return {QLabel::minimumSizeHint().width(), heightForWidth(width())};
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QLabel::resizeEvent(event);
        updateGeometry();
    }
};

QString titleOf(const dossier::LetterDraft& letter) {
    const QString title = QString::fromStdString(letter.title);
    return letter.ownWords ? DossierPage::tr("%1 (your own words)").arg(title) : title;
}

} // namespace

QWidget* DossierPage::makeLetterRow() {
    auto* const part = new QWidget;
    m_chooser = new QComboBox;
    // Screen readers take the name of a combo box from its label alone.
    auto* const label = new QLabel(tr("Which letter:"));
    label->setBuddy(m_chooser);
    connect(m_chooser, &QComboBox::activated, this, &DossierPage::showLetter);
    m_back = new QPushButton(tr("Bring my wo&rds back"));
    m_back->setObjectName(QStringLiteral("bringBack"));
    connect(m_back, &QPushButton::clicked, this, &DossierPage::bringBack);
    m_reset = new QPushButton(tr("Back to the or&iginal letter"));
    m_reset->setObjectName(QStringLiteral("reset"));
    m_reset->setToolTip(tr("Takes the letter that the program writes. Your own words can be brought back."));
    connect(m_reset, &QPushButton::clicked, this, &DossierPage::dropLetter);
    auto* const row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_chooser, 1);
    row->addWidget(m_back);
    row->addWidget(m_reset);
    return part;
}

QWidget* DossierPage::makeLetters() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    m_letter = new QPlainTextEdit;
    m_letter->setObjectName(QStringLiteral("letter"));
    m_letter->setTabChangesFocus(true);
    m_letter->setAccessibleName(tr("The words of the letter"));
    connect(m_letter, &QPlainTextEdit::textChanged, this, &DossierPage::letterEdited);
    m_letterNote = new WholeLabel;
    m_letterNote->setObjectName(QStringLiteral("letterNote"));
    layout->addWidget(makeLetterRow());
    layout->addWidget(
        new WholeLabel(tr("Change what you like; it is kept as you write. The first line is the subject. A line like "
                          "“# Reasons” becomes a heading, lines like “- one” become a list. Where “[exhibits]” stands, "
                          "the table of your exhibits goes. Sender, addressee and date are added.")));
    layout->addWidget(m_letter, 1);
    layout->addWidget(m_letterNote);
    return part;
}

void DossierPage::fillLetters(const dossier::LetterDrafts& drafts) {
    const int before = std::max(0, m_chooser->currentIndex());
    m_letters = drafts.letters;
    m_noLetter.clear();
    if (m_letters.empty())
        for (const std::string& warning : drafts.warnings)
            m_noLetter << Wording::line(Wording::sentence(warning).toStdString());
    m_chooser->clear();
    for (dossier::LetterDraft& letter : m_letters) {
        if (const dossier::LetterDraft* const words = m_unkept.find(m_path, letter))
            letter = *words;
        m_chooser->addItem(titleOf(letter));
    }
    m_chooser->setCurrentIndex(std::min(before, m_chooser->count() - 1));
    showLetter(m_chooser->currentIndex());
}

dossier::LetterDraft* DossierPage::shownLetter() {
    const bool isThere = m_shown >= 0 && static_cast<std::size_t>(m_shown) < m_letters.size();
    return isThere ? &m_letters[static_cast<std::size_t>(m_shown)] : nullptr;
}

void DossierPage::showLetter(int index) {
    keepLetter();
    m_shown = index;
    m_edited = false;
    const dossier::LetterDraft* const letter = shownLetter();
    const std::string text = letter == nullptr ? std::string() : letter->text;
    const QSignalBlocker quiet(m_letter);
    if (exactText(*m_letter) != text)
        m_letter->setPlainText(QString::fromStdString(text));
    showLetterNote();
    showState();
}

void DossierPage::showLetterNote() {
    const dossier::LetterDraft* const letter = shownLetter();
    if (letter == nullptr)
        return m_letterNote->setText(m_noLetter.join(QLatin1Char('\n')));
    const bool isBack = !letter->ownWords && m_takenBack.find(m_path, *letter) != nullptr;
    m_letterNote->setText(isBack ? tr("This is the original letter again. Until you close the program, “Bring my words "
                                      "back” brings your own words back.")
                                 : tr("The original letter is a template filled from the case, and no legal advice. "
                                      "Read it, change what doesn't fit, and ask a lawyer or your data protection "
                                      "authority if much depends on it."));
}

void DossierPage::letterEdited() {
    m_edited = shownLetter() != nullptr;
    m_keepSoon.start();
}

void DossierPage::keepLetter() {
    m_keepSoon.stop();
    dossier::LetterDraft* const letter = shownLetter();
    if (!m_edited || letter == nullptr)
        return;
    m_edited = false;
    letter->text = exactText(*m_letter);
    letter->ownWords = true;
    m_chooser->setItemText(m_shown, titleOf(*letter));
    m_unkept.put(m_path, *letter);
    showState();
    m_writing.start(
        [this, path = m_path, words = *letter](const Progress&) { return keepWords(m_desk, path, {words}); },
        [this, path = m_path, words = *letter](const Result<>& kept) { noteKept(path, words, kept); });
}

void DossierPage::noteKept(const std::filesystem::path& path, const dossier::LetterDraft& letter,
                           const Result<>& kept) {
    if (!kept && path != m_path)
        return message().showProblem(tr("Your words for the letter of %1 aren't kept yet; they are in the field again "
                                        "when you go back to its dossier before you close the program. %2")
                                         .arg(toQt(path.stem()), Wording::problem(kept.error())));
    if (!kept)
        return message().showProblem(
            tr("Your words aren't kept yet; they are still in the field. %1").arg(Wording::problem(kept.error())));
    m_unkept.remove(path, letter);
    ++m_changes;
    if (path != m_path)
        return;
    message().hide();
    m_pagesAreOld = true;
    m_letterNote->setText(tr("Your words are kept. They stand in every dossier in this language from now on."));
}

void DossierPage::dropLetter() {
    keepLetter();
    const dossier::LetterDraft* const letter = shownLetter();
    if (letter == nullptr)
        return;
    m_writing.start(
        [this, path = m_path, words = *letter](const Progress&) -> Result<> {
            EXHIBIT_ASSIGN(CaseFile file, m_desk.open(path, Access::Write));
            return dossier::dropLetter(file, words.kind, words.language);
        },
        [this, path = m_path, words = *letter](const Result<>& dropped) { noteDropped(path, words, dropped); });
}

void DossierPage::noteDropped(const std::filesystem::path& path, const dossier::LetterDraft& letter,
                              const Result<>& dropped) {
    // Words that the case has never taken stand nowhere but here.
    const dossier::LetterDraft* const unkept = m_unkept.find(path, letter);
    const bool isGone = dropped || (unkept != nullptr && unkept->text == letter.text);
    if (isGone) {
        m_takenBack.put(path, letter);
        m_unkept.remove(path, letter);
        ++m_changes;
    }
    if (path != m_path)
        return;
    if (!isGone)
        return message().showProblem(Wording::problem(dropped.error()));
    prepare();
}

void DossierPage::bringBack() {
    keepLetter();
    const dossier::LetterDraft* const letter = shownLetter();
    const dossier::LetterDraft* const found = letter == nullptr ? nullptr : m_takenBack.find(m_path, *letter);
    if (found == nullptr)
        return;
    const dossier::LetterDraft words = *found;
    if (letter->ownWords)
        m_takenBack.put(m_path, *letter);
    else
        m_takenBack.remove(m_path, words);
    m_letter->setPlainText(QString::fromStdString(words.text));
    keepLetter();
}

} // namespace exhibit::desktop
