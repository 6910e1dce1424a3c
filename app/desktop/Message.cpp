#include "desktop/Message.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace exhibit::desktop {

Message::Message(QWidget* parent) : QFrame(parent) {
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    m_icon = new QLabel;
    m_text = new QLabel;
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(QStringLiteral("message"));
    m_close = new QToolButton;
    m_close->setText(QStringLiteral("✕")); // drawn in the colour of the text, whatever that is
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    auto* const layout = new QHBoxLayout(this);
    const int step = fontMetrics().height() / 2;
    layout->setContentsMargins(step, step / 2, step / 2, step / 2);
    layout->setSpacing(step);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close);
    hide();
}

void Message::showNote(const QString& text) {
    m_isProblem = false;
    show(text, QStyle::SP_MessageBoxInformation);
}

void Message::showProblem(const QString& text) {
    m_isProblem = true;
    show(text, QStyle::SP_MessageBoxWarning);
}

void Message::hideNote() {
    if (!m_isProblem)
        hide();
}

QString Message::text() const {
    return isHidden() ? QString() : m_text->text();
}

void Message::show(const QString& text, int icon) {
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(style()->standardIcon(static_cast<QStyle::StandardPixmap>(icon)).pixmap(size));
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(true);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    emit changed();
}

} // namespace exhibit::desktop
