#pragma once
// How numbers of marks look, on pictures and beside texts: as in dossiers.

#include <QColor>
#include <QFont>
#include <QPointF>

class QPainter;

namespace exhibit::desktop {

/// Of dossiers (pdf/Marks.cpp): stands out on light and dark.
inline constexpr QColor kMarkColour{184, 13, 51};

/// Of a disc that holds a number in this font.
[[nodiscard]] double discRadius(const QFont& font);
/// A number in a disc; one of several digits gets a smaller font.
void paintDisc(QPainter& painter, QPointF centre, const QFont& font, int number);

} // namespace exhibit::desktop
