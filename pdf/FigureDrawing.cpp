#include "pdf/FigureDrawing.h"

#include "pdf/ScannedPicture.h"
#include "pdf/Syntax.h"

#include <algorithm>
#include <cmath>

namespace exhibit::pdf {
namespace {

constexpr double kPointsPerPixel = 0.75; ///< no larger than on a screen of 96 dots per inch
constexpr double kOverlap = 26;          ///< of the parts of a cut picture
constexpr double kOverlapPlay = 12;      ///< by which it may be larger or smaller, for a quiet row
constexpr double kSmallestPart = 4 * kOverlap;
constexpr double kQuietShare = 0.7; ///< of the room that a part takes at least
constexpr double kClearGap = 12;    ///< points: between two messages, not between two lines of one

/// The widest gap between `lowest` and `highest` (points from the picture's top), of wide ones the one nearest to
/// `wanted`; `wanted` itself if there is none.
double quietRow(const Figure& figure, double scale, double lowest, double highest, double wanted) {
    const auto below = std::lower_bound(figure.quietRows.begin(), figure.quietRows.end(), lowest / scale,
                                        [](const QuietRow& quiet, double row) { return quiet.row < row; });
    double best = wanted, widest = 0;
    for (auto quiet = below; quiet != figure.quietRows.end() && quiet->row * scale <= highest; ++quiet) {
        const double at = quiet->row * scale;
        const double gap = std::round(std::min(quiet->gap * scale, kClearGap));
        if (gap > widest || (gap == widest && std::fabs(at - wanted) < std::fabs(best - wanted))) {
            best = at;
            widest = gap;
        }
    }
    return best;
}

/// TIFF 6.0 / EXIF tag 0x0112; the unit
/// square of an image has its first row at the top (ISO 32000-1 8.9.5.2).
Matrix orientedMatrix(int orientation, double left, double bottom, double width, double height) {
    const double right = left + width, top = bottom + height;
    switch (orientation) {
    case 2: // mirrored
        return {-width, 0, 0, height, right, bottom};
    case 3: // upside down
        return {-width, 0, 0, -height, right, top};
    case 4: // flipped
        return {width, 0, 0, -height, left, top};
    case 5: // first row at the left, first column at the top
        return {0, -height, -width, 0, right, top};
    case 6: // first row at the right, first column at the top
        return {0, -height, width, 0, left, top};
    case 7: // first row at the right, first column at the bottom
        return {0, height, width, 0, left, bottom};
    case 8: // first row at the left, first column at the bottom
        return {0, height, -width, 0, right, bottom};
    default:
        return {width, 0, 0, height, left, bottom};
    }
}

} // namespace

double naturalWidth(const Picture& picture, double most) {
    return std::min(most, picture.width() * kPointsPerPixel);
}

Matrix matrixFor(const Picture& picture, double left, double bottom, double width, double height) {
    const auto& scanned = static_cast<const ScannedPicture&>(picture);
    return orientedMatrix(scanned.orientation(), left, bottom, width, height);
}

std::string boundingBox(const Rectangle& area) {
    std::string text = "<</O/Layout/Placement/Block/BBox[";
    appendNumbers(text, area.left, area.bottom, area.right, area.top);
    return text + "]>>";
}

void frameAround(Canvas& canvas, const Rectangle& area) {
    constexpr double w = 0.5;
    canvas.beginArtifact();
    canvas.fillRectangle({area.left - w, area.top, area.right + w, area.top + w}, style::kFrame);
    canvas.fillRectangle({area.left - w, area.bottom - w, area.right + w, area.bottom}, style::kFrame);
    canvas.fillRectangle({area.left - w, area.bottom, area.left, area.top}, style::kFrame);
    canvas.fillRectangle({area.right, area.bottom, area.right + w, area.top}, style::kFrame);
    canvas.end();
}

std::vector<FigurePart> cutFigure(const Figure& figure, double width, const PartRooms& rooms, double caption) {
    const double scale = width / figure.picture->width();
    const double height = figure.picture->height() * scale;
    std::vector<FigurePart> parts;
    for (double top = 0; top < height;) {
        double room = parts.size() < rooms.firstCount ? rooms.first : rooms.others;
        if (!parts.empty())
            room -= kMarkerHeight;
        FigurePart part{width, height, top, height, parts.size() + 1};
        if (height - top > room - caption) {
            const double lowest = top + std::max(room - kMarkerHeight, kSmallestPart);
            part.bottom = quietRow(figure, scale, top + kQuietShare * (lowest - top), lowest, lowest);
        }
        const bool isLast = part.bottom >= height;
        parts.push_back(part);
        const double wanted = part.bottom - kOverlap;
        top = isLast ? height : quietRow(figure, scale, wanted - kOverlapPlay, wanted + kOverlapPlay, wanted);
    }
    for (FigurePart& part : parts)
        part.count = parts.size();
    return parts;
}

} // namespace exhibit::pdf
