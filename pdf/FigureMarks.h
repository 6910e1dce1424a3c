#pragma once
// Outlines and numbers of marks on a picture.

#include "pdf/BlockSetter.h"

namespace exhibit::pdf {

/// Draws the marks that lie in this part of the picture: a thin outline on it, a number in the margin beside it and a
/// line between them. Nothing filled lies on the picture, so that a reader can tell that all of it is to be seen.
void drawFigureMarks(Canvas& canvas, TextSetter& text, const Figure& figure, const FigurePart& part,
                     const Rectangle& area);

} // namespace exhibit::pdf
