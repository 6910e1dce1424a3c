#include "desktop/NotesPart.h"

#include "core/MarkupLog.h"
#include "desktop/ExactTextEdit.h"
#include "desktop/Page.h"
#include "desktop/ScrollingPart.h"
#include "desktop/Wording.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

namespace exhibit::desktop {

namespace {

constexpr int kKeepAfter = 500; // milliseconds without typing
constexpr int kEditLines = 5;
constexpr qsizetype kLongestShown = 4000; // characters of a note that are shown

std::optional<Instant> writtenAt(const ExhibitView& view, const Artifact& note) {
    for (const Happening& happening : view.history)
        if (happening.entry.event == kNoteAdded && happening.artifact && happening.artifact->id == note.id)
            return happening.entry.at;
    return std::nullopt;
}

QString shownText(const ShownText& note) {
    const QString text = Wording::block(note.text);
    if (text.size() <= kLongestShown && !note.cut)
        return text;
    return text.left(kLongestShown) + QStringLiteral("…\n") +
           NotesPart::tr("(Only the beginning is shown here. The dossier has all of it.)");
}

} // namespace

NotesPart::NotesPart(const Desk& desk) : m_desk(desk) {
    auto* const layout = new QVBoxLayout(this);
    auto* const inner = new QWidget;
    auto* const column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    m_cards = new QVBoxLayout;
    column->addLayout(m_cards);
    column->addStretch(1);
    auto* const scroll = new ScrollingPart(inner);
    scroll->setAccessibleName(tr("Notes about this exhibit"));
    // Like the tab that they lie on.
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    layout->addWidget(scroll, 1);
    m_title = headingLabel({});
    m_edit = new QPlainTextEdit;
    m_edit->setObjectName(QStringLiteral("noteText"));
    m_edit->setTabChangesFocus(true);
    m_edit->setMaximumHeight(fontMetrics().lineSpacing() * (kEditLines + 1));
    m_edit->setPlaceholderText(tr("What came to mind later: how you found it, what it means for you, what happened "
                                  "since."));
    layout->addWidget(m_title);
    layout->addWidget(m_edit);
    layout->addWidget(wrappedLabel(tr("The dossier shows your note and the time at which you wrote it.")));
    auto* const row = new QHBoxLayout;
    m_back = new QPushButton(tr("&Bring the removed note back"));
    m_cancel = new QPushButton(tr("Leave it as it was"));
    m_save = defaultButton({});
    m_save->setObjectName(QStringLiteral("saveNote"));
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    layout->addLayout(row);
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(kKeepAfter);
    connect(&m_keepTimer, &QTimer::timeout, this, &NotesPart::keep);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        updateButtons();
        if (!m_filling)
            m_keepTimer.start();
    });
    connect(m_save, &QPushButton::clicked, this, &NotesPart::save);
    connect(m_cancel, &QPushButton::clicked, this, &NotesPart::stopEditing);
    connect(m_back, &QPushButton::clicked, this, &NotesPart::bringBack);
    updateButtons();
}

NotesPart::~NotesPart() {
    keepNow();
    m_work.finish();
}

void NotesPart::show(const std::filesystem::path& path, const ExhibitView& view) {
    const bool isOther = path != m_path || view.id != m_exhibit;
    const bool isReplaced = path == m_path && view.id.caseId != m_exhibit.caseId;
    if (isReplaced)
        m_keepTimer.stop(); // what was written belongs to a case that is gone
    else if (isOther)
        keepNow();
    m_path = path;
    m_exhibit = view.id;
    fill(view);
    if (!isOther)
        return updateButtons();
    m_removed.clear();
    setDraft({});
    load();
}

void NotesPart::fill(const ExhibitView& view) {
    while (QLayoutItem* const item = m_cards->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_notes.clear();
    for (const ShownText& note : view.texts)
        if (note.artifact.role == Role::Note) {
            m_notes.push_back(note.artifact.digest);
            addCard(note, writtenAt(view, note.artifact));
        }
    if (m_cards->count() == 0)
        m_cards->addWidget(wrappedLabel(tr("There is no note about this exhibit yet.")));
}

void NotesPart::addCard(const ShownText& note, std::optional<Instant> writtenAt) {
    // Captured ones count too, and stand before the later ones.
    const int number = m_cards->count() + 1;
    auto* const card = new QFrame;
    card->setFrameStyle(QFrame::StyledPanel);
    card->setAccessibleName(tr("Note %1").arg(number));
    auto* const layout = new QVBoxLayout(card);
    auto* const head = new QHBoxLayout;
    head->addWidget(headingLabel(writtenAt ? tr("Written on %1").arg(Wording::dateTime(*writtenAt))
                                           : tr("Captured with the exhibit")),
                    1);
    layout->addLayout(head);
    layout->addWidget(wrappedLabel(shownText(note)));
    m_cards->addWidget(card);
    if (!writtenAt)
        return;
    auto* const change = new QPushButton(tr("Change"));
    change->setAccessibleName(tr("Change note %1").arg(number));
    auto* const remove = new QPushButton(tr("Remove"));
    remove->setAccessibleName(tr("Remove note %1").arg(number));
    head->addWidget(change);
    head->addWidget(remove);
    change->setEnabled(!note.cut);
    connect(change, &QPushButton::clicked, this, [this, note] { startEditing(note); });
    connect(remove, &QPushButton::clicked, this, [this, number, note] { this->remove(number, note); });
}

void NotesPart::startEditing(const ShownText& note) {
    const bool isWritten = !m_edit->toPlainText().trimmed().isEmpty();
    if (isWritten && editedNumber() == 0)
        return emit failed(tr("You are writing a new note. Add it first, or clear it; then change the other one."));
    if (isWritten && m_edit->document()->isModified())
        return emit failed(tr("You are changing another note. Save that change first, or leave the note as it was."));
    setDraft({note.text, note.artifact.digest});
    m_edit->setFocus();
}

void NotesPart::stopEditing() {
    setDraft({});
    keep();
}

void NotesPart::setDraft(const NoteDraft& draft) {
    m_keepTimer.stop();
    m_filling = true;
    m_instead = draft.instead;
    m_edit->setPlainText(QString::fromStdString(draft.text));
    m_filling = false;
    updateButtons();
}

int NotesPart::editedNumber() const {
    const auto found = m_instead ? std::ranges::find(m_notes, *m_instead) : m_notes.end();
    return found == m_notes.end() ? 0 : static_cast<int>(found - m_notes.begin()) + 1;
}

void NotesPart::updateButtons() {
    const int edited = editedNumber();
    m_title->setText(edited > 0 ? tr("Change note %1").arg(edited) : tr("Write a note"));
    m_edit->setAccessibleName(m_title->text());
    m_save->setText(edited > 0 ? tr("Sa&ve the change") : tr("Add the n&ote"));
    m_save->setEnabled(!m_isSaving && m_exhibit.number > 0 && !m_edit->toPlainText().trimmed().isEmpty());
    m_cancel->setVisible(edited > 0);
    m_back->setVisible(!m_removed.empty());
}

void NotesPart::save() {
    keepNow(); // until it is in the case
    const int edited = editedNumber();
    const auto instead = edited > 0 ? std::optional(edited) : std::nullopt;
    const std::string text = exactText(*m_edit);
    m_isSaving = true;
    updateButtons();
    m_work.start([this, path = m_path, exhibit = m_exhibit.number, text,
                  instead](const Progress&) { return m_desk.writeNote(path, exhibit, text, instead); },
                 [this, path = m_path, exhibit = m_exhibit, text](const Result<>& done) {
                     m_isSaving = false;
                     if (done && isShown(path, exhibit))
                         startNext(text);
                     ended(done, tr("Your note is in the case."));
                 });
}

/// What was typed since is the beginning of another note.
void NotesPart::startNext(const std::string& saved) {
    if (exactText(*m_edit) == saved)
        return setDraft({});
    m_instead.reset();
    keep();
}

bool NotesPart::isShown(const std::filesystem::path& path, const ExhibitId& exhibit) const {
    return path == m_path && exhibit == m_exhibit;
}

void NotesPart::remove(int number, const ShownText& note) {
    if (m_instead == note.artifact.digest)
        stopEditing();
    m_work.start([this, path = m_path, exhibit = m_exhibit.number,
                  number](const Progress&) { return m_desk.removeNote(path, exhibit, number); },
                 [this, path = m_path, exhibit = m_exhibit, text = note.text](const Result<>& done) {
                     if (done && isShown(path, exhibit))
                         m_removed = text;
                     ended(done, tr("The note was removed. The log keeps that there was one."));
                 });
}

void NotesPart::bringBack() {
    const std::string text = std::exchange(m_removed, {});
    updateButtons();
    m_work.start([this, path = m_path, exhibit = m_exhibit.number,
                  text](const Progress&) { return m_desk.writeNote(path, exhibit, text); },
                 [this, path = m_path, exhibit = m_exhibit, text](const Result<>& done) {
                     if (!done && isShown(path, exhibit) && m_removed.empty())
                         m_removed = text;
                     ended(done, tr("The note is back, with the time of now."));
                 });
}

void NotesPart::ended(const Result<>& done, const QString& note) {
    updateButtons();
    if (!done)
        return emit failed(Wording::problem(done.error()));
    emit noted(note);
    emit changed();
}

void NotesPart::keep() {
    m_keepTimer.stop();
    if (m_exhibit.number == 0)
        return;
    m_work.start(
        [path = m_path, exhibit = m_exhibit.number, draft = NoteDraft{exactText(*m_edit), m_instead}](const Progress&) {
            std::error_code ignored;
            // Of a case that was deleted nothing is left.
            return std::filesystem::exists(path, ignored) ? NoteDrafts(path).keep(exhibit, draft) : Result<>();
        },
        [this](const Result<>& kept) {
            if (!kept)
                emit failed(
                    tr("What you are writing can't be kept until you add it. %1").arg(Wording::problem(kept.error())));
        });
}

void NotesPart::keepNow() {
    if (m_keepTimer.isActive())
        keep();
}

void NotesPart::load() {
    m_work.start(
        [path = m_path, exhibit = m_exhibit.number](const Progress&) { return NoteDrafts(path).load(exhibit); },
        [this, exhibit = m_exhibit](const NoteDraft& draft) {
            if (exhibit != m_exhibit || !m_edit->toPlainText().isEmpty() || m_instead)
                return;
            setDraft(draft);
            m_edit->document()->setModified(true); // it isn't in the case
        });
}

} // namespace exhibit::desktop
