#include "desktop/PromptMatch.h"

#include "desktop/Page.h"
#include "desktop/Wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>

namespace exhibit::desktop {

namespace {

/// Of very long prompts only the first differences are listed for screen readers.
constexpr int kToldDifferences = 20;

QString html(const std::string& word) {
    return Wording::line(word).toHtmlEscaped();
}

/// Told apart by their strokes, not by colour alone.
QString struck(const std::string& word) {
    return QStringLiteral("<s>%1</s>").arg(html(word));
}
QString underlined(const std::string& word) {
    return QStringLiteral("<b><u>%1</u></b>").arg(html(word));
}

QString htmlOf(const ocr::ComparedWord& word) {
    switch (word.state) {
    case ocr::WordState::Same:
        return html(word.expected);
    case ocr::WordState::Different:
        return struck(word.expected) + QLatin1Char(' ') + underlined(word.read);
    case ocr::WordState::Missing:
        return struck(word.expected);
    case ocr::WordState::Extra:
        return underlined(word.read);
    }
    return {};
}

QString spoken(const ocr::ComparedWord& word) {
    if (word.state == ocr::WordState::Missing)
        return PromptMatch::tr("“%1” is missing in the picture.").arg(Wording::line(word.expected));
    if (word.state == ocr::WordState::Extra)
        return PromptMatch::tr("“%1” stands only in the picture.").arg(Wording::line(word.read));
    return PromptMatch::tr("“%1” was read as “%2”.").arg(Wording::line(word.expected), Wording::line(word.read));
}

bool differs(const ocr::ComparedWord& word) {
    return word.state != ocr::WordState::Same;
}

} // namespace

PromptMatch::PromptMatch() {
    m_line = wrappedLabel();
    m_line->setObjectName(QStringLiteral("promptMatch"));
    m_open = new QToolButton;
    m_open->setObjectName(QStringLiteral("promptWords"));
    m_open->setText(tr("Show the words"));
    m_open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_open->setCheckable(true);
    m_open->setAutoRaise(true);
    m_open->setFocusPolicy(Qt::StrongFocus);
    m_words = wrappedLabel();
    m_words->setObjectName(QStringLiteral("comparedWords"));
    m_words->setTextFormat(Qt::RichText);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_line, 1);
    row->addWidget(m_open, 0, Qt::AlignTop);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_words);
    const auto follow = [this](bool open) {
        m_words->setVisible(open);
        m_open->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    };
    connect(m_open, &QToolButton::toggled, this, follow);
    follow(false);
    clear();
}

void PromptMatch::clear() {
    hide();
    m_open->setChecked(false);
}

void PromptMatch::show(const ocr::PromptCheck& check) {
    const QString caveat = tr(" Read by a machine, which may be wrong.");
    const auto count = static_cast<int>(std::ranges::count_if(check.words, differs));
    if (!check.appears)
        m_line->setText(tr("Your prompt couldn't be found in the picture.") + caveat);
    else if (count == 0 && check.onlyBeginning)
        m_line->setText(tr("The beginning of your prompt appears in the picture.") + caveat);
    else if (count == 0)
        m_line->setText(tr("Your prompt appears in the picture.") + caveat);
    else
        m_line->setText(tr("Your prompt appears in the picture, with %n difference(s).", nullptr, count) + caveat);
    m_open->setVisible(check.appears);
    showWords(check);
    setVisible(true);
}

void PromptMatch::showWords(const ocr::PromptCheck& check) {
    QStringList words, told;
    for (const ocr::ComparedWord& word : check.words) {
        words.append(htmlOf(word));
        if (differs(word) && told.size() < kToldDifferences)
            told.append(spoken(word));
    }
    QString text = words.join(QLatin1Char(' '));
    if (!told.isEmpty())
        text += QStringLiteral("<br><small>%1</small>")
                    .arg(tr("Struck out: only in your prompt. Underlined: only in the picture.").toHtmlEscaped());
    m_words->setText(text);
    m_words->setAccessibleName(told.isEmpty() ? tr("All words are the same.") : told.join(QLatin1Char(' ')));
    m_open->setAccessibleDescription(m_words->accessibleName());
}

} // namespace exhibit::desktop
