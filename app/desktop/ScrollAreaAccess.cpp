#include "desktop/ScrollAreaAccess.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>

namespace exhibit::desktop {

namespace {

/// QAccessibleWidget looks whether there is such a child.
QAccessibleInterface* accessOf(const QString& className, QObject* object) {
    const bool isArea =
        className == QStringLiteral("QAbstractScrollArea") || className == QStringLiteral("QScrollArea");
    auto* const area = isArea ? qobject_cast<QAbstractScrollArea*>(object) : nullptr;
    return area == nullptr ? nullptr : new QAccessibleWidget(area, QAccessible::Pane);
}

} // namespace

void installScrollAreaAccess() {
    QAccessible::installFactory(accessOf);
}

} // namespace exhibit::desktop
