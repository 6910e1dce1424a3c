#pragma once
// How pictures are placed on pages, and where they are cut.

#include "pdf/BlockSetter.h"

namespace exhibit::pdf {

inline constexpr double kMarkerHeight = 14; ///< of the line that says where a picture goes on

/// As wide as on a screen of 96 dots per inch, and no wider than `most`.
[[nodiscard]] double naturalWidth(const Picture& picture, double most);
/// The unit square of the coded picture to the rectangle as it is looked at.
[[nodiscard]] Matrix matrixFor(const Picture& picture, double left, double bottom, double width, double height);
/// The attributes of a figure's element (ISO 14289-1 7.3).
[[nodiscard]] std::string boundingBox(const Rectangle& area);
/// A thin line around a picture, as an artifact.
void frameAround(Canvas& canvas, const Rectangle& area);

/// How high a part may be, with its markers: the first `firstCount` of them, and all others.
struct PartRooms {
    double first = 0;
    std::size_t firstCount = 0;
    double others = 0;
};

/// Cuts a picture that is drawn `width` wide: at quiet rows where there are any, each part repeating the end of the one
/// before it. `caption` is the height that the last part leaves free.
[[nodiscard]] std::vector<FigurePart> cutFigure(const Figure& figure, double width, const PartRooms& rooms,
                                                double caption);

} // namespace exhibit::pdf
