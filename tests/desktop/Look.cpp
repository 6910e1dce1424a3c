#include "Look.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QMenuBar>
#include <QScrollBar>
#include <QTabBar>
#include <QWidget>

namespace test {

namespace {

QString textOf(const QWidget& widget) {
    if (const auto* const label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* const button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    if (const auto* const box = qobject_cast<const QComboBox*>(&widget))
        return box->currentText();
    return {};
}

bool fits(const QWidget& widget) {
    if (const auto* const label = qobject_cast<const QLabel*>(&widget); label != nullptr && label->wordWrap())
        return label->heightForWidth(label->width()) <= label->height();
    if (const auto* const box = qobject_cast<const QComboBox*>(&widget)) {
        const int frame = box->minimumSizeHint().height() + 4; // the arrow is about as wide as the box is high
        return box->fontMetrics().horizontalAdvance(box->currentText()) + frame / 2 <= box->width();
    }
    return widget.minimumSizeHint().width() <= widget.width() && widget.minimumSizeHint().height() <= widget.height();
}

bool isInScrollArea(const QWidget& widget) {
    for (const QWidget* one = &widget; one != nullptr && !one->isWindow(); one = one->parentWidget())
        if (qobject_cast<const QAbstractScrollArea*>(one->parentWidget()) != nullptr)
            return true;
    return false;
}

bool isInside(const QWidget& widget, const QWidget& window) {
    if (isInScrollArea(widget))
        return true;
    return window.rect().contains(QRect(widget.mapTo(&window, QPoint(0, 0)), widget.size()));
}

QString nameOf(const QWidget& widget) {
    return QStringLiteral("%1 “%2” %3×%4")
        .arg(QString::fromLatin1(widget.metaObject()->className()), textOf(widget).left(50))
        .arg(widget.width())
        .arg(widget.height());
}

/// What Alt reaches: buttons, fields by their labels, tabs and menus.
QList<std::pair<QKeySequence, QString>> accelerators(const QWidget& window) {
    QList<std::pair<QKeySequence, QString>> found;
    const auto add = [&](const QString& text) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            found.append({key, text});
    };
    for (const QWidget* const widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        const auto* const label = qobject_cast<const QLabel*>(widget);
        if (label == nullptr ? qobject_cast<const QAbstractButton*>(widget) != nullptr : label->buddy() != nullptr)
            add(textOf(*widget));
        if (const auto* const tabs = qobject_cast<const QTabBar*>(widget))
            for (int tab = 0; tab < tabs->count(); ++tab)
                add(tabs->tabText(tab));
        if (const auto* const bar = qobject_cast<const QMenuBar*>(widget))
            for (const QAction* const action : bar->actions())
                add(action->text());
    }
    return found;
}

} // namespace

QStringList misfits(const QWidget& window) {
    QStringList found;
    for (const QWidget* const widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        if (const auto* const area = qobject_cast<const QAbstractScrollArea*>(widget))
            if (area->horizontalScrollBar()->isVisible() && area->horizontalScrollBar()->maximum() > 0)
                found << QStringLiteral("scrolls sideways: ") + nameOf(*widget);
        if (textOf(*widget).isEmpty())
            continue;
        if (!fits(*widget))
            found << QStringLiteral("cut: ") + nameOf(*widget);
        if (!isInside(*widget, window))
            found << QStringLiteral("outside: ") + nameOf(*widget);
    }
    const auto keys = accelerators(window);
    for (qsizetype one = 0; one < keys.size(); ++one)
        for (qsizetype other = one + 1; other < keys.size(); ++other)
            if (keys[one].first == keys[other].first)
                found << QStringLiteral("%1 is two things: “%2” and “%3”")
                             .arg(keys[one].first.toString(), keys[one].second, keys[other].second);
    return found;
}

} // namespace test
