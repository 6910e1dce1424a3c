#include "desktop/MarkPaint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace exhibit::desktop {

double discRadius(const QFont& font) {
    return QFontMetricsF(font).height() * 0.55;
}

void paintDisc(QPainter& painter, QPointF centre, const QFont& font, int number) {
    const double radius = discRadius(font);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(kMarkColour);
    painter.drawEllipse(centre, radius, radius);
    const QString text = QString::number(number);
    QFont digits = font;
    digits.setBold(true);
    const double width = QFontMetricsF(digits).horizontalAdvance(text);
    digits.setPointSizeF(digits.pointSizeF() * std::min(0.9, radius * 1.6 / width));
    painter.setFont(digits);
    painter.drawText(QRectF(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), Qt::AlignCenter, text);
}

} // namespace exhibit::desktop
