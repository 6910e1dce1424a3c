#pragma once
// What marks look like: outlines on pictures, lines under words, numbers in discs beside them. All of it is drawn as
// artifacts, the numbers as outlines of digits: neither a screen reader nor a search meets them amid the text, and what
// is extracted from a page is the text alone.

#include "pdf/BlockSetter.h"

namespace exhibit::pdf {

/// Draws the marks that lie in this part of the picture: a thin outline on it, a number in the margin beside it and a
/// line between them. Nothing filled lies on the picture, so that a reader can tell that all of it is to be seen.
void drawFigureMarks(Canvas& canvas, const FontFace& digits, const Figure& figure, const FigurePart& part,
                     const Rectangle& area);

/// A line of a text with marks, which are counted in characters of the line's text here.
struct MarkedLine {
    SetLine line;
    std::u32string lineEnd; ///< as TextSetter::drawPlain takes it
    std::vector<TextMark> marks;
    ElementId element = 0; ///< that the text belongs to
};
/// Draws the line into the width of `area`, from its top, and lines below its marked words. The numbers of the marks
/// that begin in it stand right of `numbersLeft`.
void drawMarkedLine(Canvas& canvas, const FontFace& digits, const MarkedLine& marked, const Rectangle& area,
                    double numbersLeft);

} // namespace exhibit::pdf
