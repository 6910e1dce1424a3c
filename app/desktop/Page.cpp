#include "desktop/Page.h"

#include "desktop/Message.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace exhibit::desktop {

namespace {

constexpr double kTitleSize = 1.5;
constexpr int kColumnLetters = 104;

QFont bold(QFont font, double scale = 1) {
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * scale);
    return font;
}

} // namespace

QLabel* wrappedLabel(const QString& text) {
    auto* const label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* headingLabel(const QString& text) {
    auto* const label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(bold(label->font()));
    return label;
}

QPushButton* defaultButton(const QString& text) {
    auto* const button = new QPushButton(text);
    setDefaultAmong({button}, button);
    return button;
}

void setDefaultAmong(std::initializer_list<QPushButton*> buttons, const QPushButton* chosen) {
    for (QPushButton* const button : buttons) {
        button->setAutoDefault(true);
        button->setDefault(button == chosen);
        QFont font = button->font();
        font.setBold(button == chosen);
        button->setFont(font);
    }
}

QWidget* inColumn(QWidget* content) {
    auto* const part = new QWidget;
    auto* const layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    content->setMaximumWidth(content->fontMetrics().averageCharWidth() * kColumnLetters);
    // It takes all that is there before the rest of a wide window gets something.
    layout->addWidget(content, 1000);
    layout->addStretch(1);
    return part;
}

Page::Page(const QString& back) {
    auto* const layout = new QVBoxLayout(this);
    const int step = fontMetrics().height() / 2;
    layout->setContentsMargins(2 * step, step, 2 * step, 3 * step / 2);
    layout->setSpacing(step);
    auto* const head = new QHBoxLayout;
    head->setSpacing(3 * step / 2);
    if (!back.isEmpty()) {
        auto* const button = new QPushButton(back);
        const auto* const key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this);
        connect(key, &QShortcut::activated, this, &Page::backRequested);
        button->setToolTip(tr("Back (Alt+Left)"));
        button->setObjectName(QStringLiteral("back"));
        connect(button, &QPushButton::clicked, this, &Page::backRequested);
        head->addWidget(button, 0, Qt::AlignTop);
    }
    auto* const titles = new QVBoxLayout;
    titles->setSpacing(step / 4);
    m_title = wrappedLabel();
    m_title->setFont(bold(m_title->font(), kTitleSize));
    m_title->setObjectName(QStringLiteral("title"));
    m_subtitle = wrappedLabel();
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    head->addLayout(titles, 1);
    m_message = new Message;
    m_content = new QVBoxLayout;
    m_buttons = new QHBoxLayout;
    m_content->setSpacing(step);
    m_buttons->setSpacing(step);
    layout->addLayout(head);
    layout->addSpacing(step / 2);
    layout->addWidget(m_message);
    layout->addLayout(m_content, 1);
    layout->addLayout(m_buttons);
}

void Page::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isChoice = qobject_cast<const QRadioButton*>(focusWidget()) != nullptr ||
                          qobject_cast<const QCheckBox*>(focusWidget()) != nullptr;
    if (!isEnter || !isChoice)
        return QWidget::keyPressEvent(event);
    for (QPushButton* const button : findChildren<QPushButton*>())
        if (button->isDefault() && button->isVisible())
            return button->click();
}

void Page::setTitle(const QString& title, const QString& subtitle) {
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

} // namespace exhibit::desktop
