#include "desktop/TwoLineList.h"

#include <QApplication>
#include <QPainter>
#include <QStyledItemDelegate>

namespace exhibit::desktop {

namespace {

enum ItemRole { Id = Qt::UserRole, SecondLine, IsUnderHeading };

class TwoLineDelegate final : public QStyledItemDelegate {
public:
    TwoLineDelegate(int pictureSide, QObject* parent) : QStyledItemDelegate(parent), m_pictureSide(pictureSide) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const int margin = marginOf(option);
        if (isHeading(index))
            return {0, QFontMetrics(boldOf(option.font)).height() + 2 * margin};
        const int text = QFontMetrics(boldOf(option.font)).height() + option.fontMetrics.height();
        return {option.fontMetrics.averageCharWidth() * 20, std::max(text, m_pictureSide) + 2 * margin};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override {
        QStyleOptionViewItem option(given);
        initStyleOption(&option, index);
        const QStyle* const style = option.widget->style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const int margin = marginOf(option);
        QRect rect = option.rect.adjusted(margin, margin, -margin, -margin);
        if (isHeading(index))
            return paintHeading(painter, option, rect);
        if (index.data(IsUnderHeading).toBool())
            rect.setLeft(rect.left() + 2 * margin);
        paintPicture(painter, rect, index.data(Qt::DecorationRole).value<QImage>());
        if (m_pictureSide > 0)
            rect.setLeft(rect.left() + m_pictureSide + margin);
        paintTexts(painter, option, rect, index);
        if ((option.state & QStyle::State_HasFocus) == 0)
            return;
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }

private:
    static QFont boldOf(QFont font) {
        font.setBold(true);
        return font;
    }
    static bool isHeading(const QModelIndex& index) { return !index.data(Id).isValid(); }
    static int marginOf(const QStyleOptionViewItem& option) { return option.fontMetrics.height() / 3; }

    static void paintHeading(QPainter* painter, const QStyleOptionViewItem& option, const QRect& rect) {
        painter->save();
        painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
        QFont slanted = option.font;
        slanted.setItalic(true);
        painter->setFont(slanted);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(slanted).elidedText(option.text, Qt::ElideRight, rect.width()));
        painter->restore();
    }

    void paintPicture(QPainter* painter, const QRect& rect, const QImage& picture) const {
        if (m_pictureSide == 0 || picture.isNull())
            return;
        QRect place(QPoint(0, 0), picture.size() / picture.devicePixelRatio());
        place.moveCenter(QRect(rect.topLeft(), QSize(m_pictureSide, m_pictureSide)).center());
        painter->drawImage(place, picture);
    }

    static void paintTexts(QPainter* painter, const QStyleOptionViewItem& option, const QRect& rect,
                           const QModelIndex& index) {
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        const QPalette::ColorGroup group =
            (option.state & QStyle::State_Active) != 0 ? QPalette::Active : QPalette::Inactive;
        const QFont bold = boldOf(option.font);
        const QFontMetrics titleMetrics(bold);
        const int height = titleMetrics.height() + option.fontMetrics.height();
        const int top = rect.top() + (rect.height() - height) / 2;
        painter->save();
        painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
        painter->setFont(bold);
        const QRect first(rect.left(), top, rect.width(), titleMetrics.height());
        painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                          titleMetrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        painter->setFont(option.font);
        const QRect second(rect.left(), first.bottom() + 1, rect.width(), option.fontMetrics.height());
        painter->drawText(
            second, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(SecondLine).toString(), Qt::ElideRight, rect.width()));
        painter->restore();
    }

    int m_pictureSide;
};

} // namespace

TwoLineList::TwoLineList(int pictureSide) {
    setItemDelegate(new TwoLineDelegate(pictureSide, this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
}

void TwoLineList::add(const QVariant& id, const QString& title, const QString& line) {
    auto* const item = new QListWidgetItem(title, this);
    item->setData(Id, id);
    item->setData(SecondLine, line);
    item->setData(IsUnderHeading, !m_heading.isEmpty());
    item->setData(Qt::AccessibleTextRole, QString(m_heading + title + QStringLiteral(". ") + line));
    item->setToolTip(title + QStringLiteral("\n") + line);
}

void TwoLineList::addHeading(const QString& text) {
    m_heading = text.isEmpty() ? text : text + QStringLiteral(". ");
    if (text.isEmpty())
        return;
    setUniformItemSizes(false);
    auto* const item = new QListWidgetItem(text, this);
    item->setFlags(Qt::NoItemFlags);
    item->setToolTip(text);
}

void TwoLineList::setPicture(int row, const QImage& picture) {
    if (QListWidgetItem* const found = item(row))
        found->setData(Qt::DecorationRole, picture);
}

QVariant TwoLineList::idAt(int row) const {
    const QListWidgetItem* const found = item(row);
    return found == nullptr ? QVariant() : found->data(Id);
}

QVariant TwoLineList::currentId() const {
    return idAt(currentRow());
}

bool TwoLineList::select(const QVariant& id) {
    for (int row = 0; row < count(); ++row)
        if (idAt(row) == id) {
            setCurrentRow(row);
            return true;
        }
    return false;
}

} // namespace exhibit::desktop
