#include "desktop/LongChatPanel.h"

#include "desktop/Page.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace exhibit::desktop {

LongChatPanel::LongChatPanel() {
    auto* const layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_state = wrappedLabel();
    m_state->setObjectName(QStringLiteral("parts"));
    m_step = wrappedLabel();
    m_next = defaultButton(tr("&Next part"));
    m_done = new QPushButton(tr("&Done"));
    auto* const cancel = new QPushButton(tr("&Cancel"));
    for (QPushButton* const button : {m_done, cancel})
        button->setAutoDefault(true);
    layout->addWidget(headingLabel(tr("Long chat")), 0, 0, 1, 3);
    layout->addWidget(m_state, 1, 0, 1, 3);
    layout->addWidget(m_step, 2, 0, 1, 3);
    layout->addWidget(cancel, 3, 0);
    layout->addWidget(m_done, 3, 1);
    layout->addWidget(m_next, 3, 2);
    connect(m_next, &QPushButton::clicked, this, &LongChatPanel::nextRequested);
    connect(m_done, &QPushButton::clicked, this, &LongChatPanel::doneRequested);
    connect(cancel, &QPushButton::clicked, this, &LongChatPanel::cancelled);
}

void LongChatPanel::setKeyHeard(bool heard) {
    m_next->setToolTip(heard ? tr("Ctrl+Alt+E does it in any window.") : QString());
}

void LongChatPanel::showParts(int count, const QString& problem) {
    const QString parts = tr("%n part(s) taken.", nullptr, count);
    const bool isFitting = problem.isEmpty();
    if (!isFitting)
        m_state->setText(parts + QLatin1Char(' ') + problem);
    else if (count > 1)
        m_state->setText(parts + QLatin1Char(' ') + tr("They go together."));
    else
        m_state->setText(parts);
    m_step->setText(isFitting ? tr("Scroll on by less than what you took, so that a few lines stay in sight. Then take "
                                   "the next part.")
                              : tr("Scroll back a little and take this part again. Or press “Done”: the parts then "
                                   "stay separate pictures."));
    m_next->setText(isFitting ? tr("&Next part") : tr("This part a&gain"));
    m_done->setEnabled(count > 0);
}

} // namespace exhibit::desktop
