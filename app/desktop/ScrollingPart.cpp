#include "desktop/ScrollingPart.h"

#include <QEvent>
#include <QSplitter>
#include <algorithm>

namespace exhibit::desktop {

ScrollingPart::ScrollingPart(QWidget* content) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
}

FoldingParts::FoldingParts(const QString& name) : FoldingParts(new QSplitter) {
    m_parts->setObjectName(name);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(fontMetrics().height());
}

FoldingParts::FoldingParts(QSplitter* parts) : ScrollingPart(parts), m_parts(parts) {}

void FoldingParts::resizeEvent(QResizeEvent* event) {
    fold();
    ScrollingPart::resizeEvent(event);
}

/// What is in it may need more room than before.
bool FoldingParts::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fold();
    return ScrollingPart::eventFilter(watched, event);
}

void FoldingParts::fold() {
    int least = 0;
    for (int i = 0; i < m_parts->count(); ++i) {
        const QWidget* const part = m_parts->widget(i);
        least += std::max(part->minimumWidth(), part->minimumSizeHint().width()) + (i > 0 ? m_parts->handleWidth() : 0);
    }
    m_parts->setOrientation(least > viewport()->width() ? Qt::Vertical : Qt::Horizontal);
}

} // namespace exhibit::desktop
