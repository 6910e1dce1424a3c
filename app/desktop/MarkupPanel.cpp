#include "desktop/MarkupPanel.h"

#include "desktop/Page.h"
#include "desktop/Wording.h"

#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <algorithm>

namespace exhibit::desktop {

namespace {

constexpr int kGap = 12; // to what it is about
constexpr int kLongestNote = 2000;
constexpr int kLetters = 34; // of a line in it

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QLineEdit* lineEdit(const char* object, const QString& name) {
    auto* const edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(object));
    edit->setAccessibleName(name);
    edit->setMaxLength(kLongestNote);
    return edit;
}

} // namespace

MarkupPanel::MarkupPanel(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("markupPanel"));
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    setLineWidth(2);
    setAutoFillBackground(true);
    auto* const layout = new QVBoxLayout(this);
    m_title = headingLabel({});
    layout->addWidget(m_title);
    m_form = new QFormLayout;
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    makeMarkFields(*m_form);
    makeCoverFields(*m_form);
    layout->addLayout(m_form);
    m_hint = wrappedLabel();
    layout->addWidget(m_hint);
    auto* const row = new QHBoxLayout;
    m_remove = new QPushButton(tr("Remove"));
    m_cancel = new QPushButton(tr("Cancel"));
    m_save = defaultButton(tr("Save"));
    m_save->setObjectName(QStringLiteral("saveMarkup"));
    row->addWidget(m_remove);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    layout->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &MarkupPanel::finish);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        abandon();
        emit removeRequested(m_draft.id);
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        abandon();
        emit discarded();
    });
    hide();
}

void MarkupPanel::makeMarkFields(QFormLayout& form) {
    m_category = new QComboBox;
    m_category->setObjectName(QStringLiteral("category"));
    for (const std::string_view category : markCategories())
        m_category->addItem(Wording::category(category), fromUtf8(category));
    m_category->setPlaceholderText(tr("Choose what it is"));
    connect(m_category, &QComboBox::currentIndexChanged, this, &MarkupPanel::updateSave);
    form.addRow(tr("What it is:"), m_category);
    m_truthRow = new QWidget;
    m_truthRow->setAccessibleName(tr("Is it right?"));
    auto* const row = new QHBoxLayout(m_truthRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_truth = new QButtonGroup(this);
    for (const Truth truth : {Truth::True, Truth::False, Truth::Unknown}) {
        auto* const button = new QRadioButton(Wording::truth(truth));
        m_truth->addButton(button, static_cast<int>(truth));
        row->addWidget(button);
    }
    form.addRow(tr("Is it right?"), m_truthRow);
    m_correction = lineEdit("correction", tr("What is right instead"));
    m_correction->setPlaceholderText(tr("for the letter, if you like"));
    form.addRow(tr("Right would be:"), m_correction);
    connect(m_truth, &QButtonGroup::idToggled, this, &MarkupPanel::fitRows);
    m_special = new QComboBox;
    m_special->setToolTip(tr("Data that the GDPR protects more than others (Art. 9 and 10)."));
    m_special->addItem(Wording::special({}), QString());
    for (const std::string_view special : specialCategories())
        m_special->addItem(Wording::special(special), fromUtf8(special));
    form.addRow(tr("Especially protected:"), m_special);
    m_note = lineEdit("note", tr("Note"));
    m_note->setPlaceholderText(tr("in your own words, if you like"));
    form.addRow(tr("Note:"), m_note);
    for (QComboBox* const box : {m_category, m_special}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(kLetters * 2 / 3);
    }
}

void MarkupPanel::makeCoverFields(QFormLayout& form) {
    m_words = lineEdit("words", tr("Words to cover"));
    connect(m_words, &QLineEdit::textChanged, this, &MarkupPanel::updateSave);
    form.addRow(tr("Words:"), m_words);
    m_reach = new QComboBox;
    m_reach->setObjectName(QStringLiteral("reach"));
    form.addRow(tr("Where:"), m_reach);
    m_reason = lineEdit("reason", tr("Why"));
    m_reason->setPlaceholderText(tr("another person, for example"));
    form.addRow(tr("Why:"), m_reason);
}

void MarkupPanel::ask(const MarkupDraft& draft, const QRect& target) {
    m_draft = draft;
    fill();
    m_before = this->draft();
    updateSave();
    setFixedWidth(std::min(parentWidget()->width(), fontMetrics().averageCharWidth() * kLetters * 3 / 2));
    m_target = target;
    show();
    fitRows();
    raise();
    if (m_draft.id.kind == MarkupKind::Mark)
        m_category->setFocus();
    else if (m_words->isVisibleTo(this) && m_words->text().isEmpty())
        m_words->setFocus();
    else
        m_reason->setFocus();
}

void MarkupPanel::fill() {
    const bool isNew = m_draft.id.number == 0;
    // None of a new one: what the person didn't choose isn't said of them.
    m_category->setCurrentIndex(m_category->findData(QString::fromStdString(m_draft.mark.category)));
    m_truth->button(static_cast<int>(m_draft.mark.truth))->setChecked(true);
    m_special->setCurrentIndex(std::max(0, m_special->findData(QString::fromStdString(m_draft.mark.special))));
    m_correction->setText(QString::fromStdString(m_draft.mark.correction));
    m_note->setText(QString::fromStdString(m_draft.mark.label));
    m_words->setText(QString::fromStdString(m_draft.redaction.text));
    m_reason->setText(QString::fromStdString(m_draft.redaction.reason));
    m_reach->clear();
    m_reach->addItem(tr("in all texts of this exhibit"), static_cast<int>(Reach::Exhibit));
    if (isNew)
        m_reach->addItem(tr("in all exhibits of this case"), static_cast<int>(Reach::Case));
    if (m_draft.redaction.on)
        m_reach->addItem(tr("in this text alone"), static_cast<int>(Reach::Text));
    m_reach->setCurrentIndex(std::max(0, m_reach->findData(static_cast<int>(m_draft.reach))));
}

void MarkupPanel::showRows() {
    const bool isNew = m_draft.id.number == 0;
    const bool isMark = m_draft.id.kind == MarkupKind::Mark;
    const bool isWords = !m_draft.region();
    const auto showRow = [this](QWidget* field, bool shown) {
        field->setVisible(shown);
        m_form->labelForField(field)->setVisible(shown);
    };
    for (QWidget* const field : std::initializer_list<QWidget*>{m_category, m_truthRow, m_special, m_note})
        showRow(field, isMark);
    showRow(m_correction, isMark && truth() == Truth::False);
    showRow(m_words, !isMark && isWords);
    m_words->setReadOnly(!isNew);
    showRow(m_reach, !isMark && isWords && isNew);
    showRow(m_reason, !isMark);
    m_remove->setVisible(!isNew);
    m_save->setText(isMark || !isNew ? tr("Save") : tr("Cover it"));
    if (isMark && isWords)
        m_title->setText(tr("Mark “%1”").arg(Wording::shortened(m_draft.mark.text)));
    else if (isMark)
        m_title->setText(isNew ? tr("Mark what is about you") : tr("Mark %1").arg(m_draft.id.number));
    else
        m_title->setText(isNew ? tr("Cover what nobody else should see") : tr("Covered"));
    m_hint->setText(isMark    ? QString()
                    : isWords ? tr("However they are written: in capitals or not, with other spaces between them.")
                              : tr("Make the box larger than the words: their width can give them away. The original "
                                   "stays in the case."));
    m_hint->setVisible(!m_hint->text().isEmpty());
    setAccessibleName(m_title->text());
}

/// Other rows than before may be shown.
void MarkupPanel::fitRows() {
    showRows();
    if (isHidden())
        return;
    layout()->activate();
    adjustSize();
    moveBeside(m_target);
}

Truth MarkupPanel::truth() const {
    return static_cast<Truth>(m_truth->checkedId());
}

void MarkupPanel::updateSave() {
    if (m_draft.id.kind == MarkupKind::Mark)
        return m_save->setEnabled(m_category->currentIndex() >= 0);
    m_save->setEnabled(m_draft.region() || !m_words->text().trimmed().isEmpty());
}

void MarkupPanel::moveBeside(const QRect& target) {
    m_target = target;
    const QRect room = parentWidget()->rect();
    const QList<QPoint> places{{target.right() + kGap, target.top()},
                               {target.left() - kGap - width(), target.top()},
                               {target.left(), target.bottom() + kGap},
                               {target.left(), target.top() - kGap - height()}};
    const auto kept = [&](QPoint at) {
        return QPoint(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())),
                      std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    };
    for (const QPoint place : places)
        if (!QRect(kept(place), size()).intersects(target))
            return move(kept(place));
    move(kept(places.front()));
}

MarkupDraft MarkupPanel::draft() const {
    MarkupDraft draft = m_draft;
    draft.mark.category = m_category->currentData().toString().toStdString();
    draft.mark.truth = truth();
    draft.mark.correction = truth() == Truth::False ? m_correction->text().trimmed().toStdString() : std::string();
    draft.mark.special = m_special->currentData().toString().toStdString();
    draft.mark.label = m_note->text().trimmed().toStdString();
    draft.redaction.reason = m_reason->text().trimmed().toStdString();
    if (draft.id.number > 0 || draft.region())
        return draft;
    // What was chosen in a text is kept as it stands there; a line shows no line ends.
    if (m_words->isModified())
        draft.redaction.text = m_words->text().trimmed().toStdString();
    draft.reach = static_cast<Reach>(m_reach->currentData().toInt());
    if (draft.reach != Reach::Text)
        draft.redaction.on.reset();
    return draft;
}

void MarkupPanel::finish() {
    if (isHidden())
        return;
    abandon();
    if (m_draft.id.number > 0 && draft() == m_before)
        return; // it may have been changed elsewhere since
    if (m_save->isEnabled())
        emit accepted(draft());
    else
        emit leftUnfinished(draft());
}

void MarkupPanel::finishIfComplete() {
    if (m_save->isEnabled())
        finish();
}

void MarkupPanel::abandon() {
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus)
        emit focusLeft();
}

/// What it can't do without.
void MarkupPanel::askForFirst() {
    if (m_draft.id.kind == MarkupKind::Redaction)
        return m_words->setFocus();
    m_category->setFocus();
    m_category->showPopup();
}

void MarkupPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return m_save->isEnabled() ? finish() : askForFirst();
    if (event->key() == Qt::Key_Escape)
        return m_cancel->click();
    QFrame::keyPressEvent(event);
}

} // namespace exhibit::desktop
