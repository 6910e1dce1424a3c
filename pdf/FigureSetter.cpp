// Pictures: whole, cut across pages, small side by side; and QR codes.

#include "pdf/BlockSetter.h"
#include "pdf/Marks.h"
#include "pdf/ScannedPicture.h"
#include "pdf/Syntax.h"

#include <algorithm>
#include <cmath>
#include <qrencode.h>

namespace exhibit::pdf {
namespace {

constexpr double kPointsPerPixel = 0.75; ///< no larger than on a screen of 96 dots per inch
constexpr double kOverlap = 26;          ///< of the parts of a cut picture
constexpr double kMarkerHeight = 14;
constexpr double kCaptionRoom = 40;
constexpr double kPortraitShare = 0.74; ///< of the text's width; wider, a phone's text would be larger than ours
constexpr double kQuietShare = 0.7;     ///< of the room on a page that a part takes at least

double naturalWidth(const Picture& picture, double most) {
    return std::min(most, picture.width() * kPointsPerPixel);
}

bool isPortrait(const Picture& picture) {
    return picture.height() > 1.4 * picture.width();
}

/// Where to cut at or above `bottom` (points from the picture's top): at a quiet row, if there is one not too far up.
double quietCut(const Figure& figure, double width, double top, double bottom) {
    const double pointsPerRow = width / figure.picture->width();
    const auto limit = static_cast<std::uint32_t>(bottom / pointsPerRow);
    const auto above = std::upper_bound(figure.quietRows.begin(), figure.quietRows.end(), limit);
    if (above == figure.quietRows.begin())
        return bottom;
    const double row = *std::prev(above) * pointsPerRow;
    return row > top + kQuietShare * (bottom - top) ? row : bottom;
}

/// The unit square of the coded picture to the rectangle as it is looked at. TIFF 6.0 / EXIF tag 0x0112; the unit
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
    canvas.fillRectangle({area.left - w, area.top, area.right + w, area.top + w}, style::kHairline);
    canvas.fillRectangle({area.left - w, area.bottom - w, area.right + w, area.bottom}, style::kHairline);
    canvas.fillRectangle({area.left - w, area.bottom, area.left, area.top}, style::kHairline);
    canvas.fillRectangle({area.right, area.bottom, area.right + w, area.top}, style::kHairline);
    canvas.end();
}

} // namespace

Result<> BlockSetter::setBlock(const Figure& figure, const Frame& frame, FragmentSink& sink) {
    EXHIBIT_TRY(check(figure.alt));
    EXHIBIT_TRY(check(figure.caption));
    EXHIBIT_TRY(takeId(figure.id));
    if (figure.picture == nullptr || figure.alt.empty())
        return fail(ErrorCode::InvalidArgument, "A figure needs a picture and a text that says what it shows.",
                    figure.id);
    const Picture& picture = *figure.picture;
    const double usual = isPortrait(picture) ? kPortraitShare * frame.width : frame.width;
    const double most = figure.maxWidth > 0 ? std::min(figure.maxWidth, frame.width) : usual;
    const double ratio = static_cast<double>(picture.height()) / picture.width();
    double width = naturalWidth(picture, most);
    const double pageRoom = style::kBodyHeight - (figure.caption.empty() ? 4 : kCaptionRoom);
    const double room = figure.maxHeight > 0 ? std::min(figure.maxHeight, pageRoom) : pageRoom;
    const double scale = room / (width * ratio);
    const bool isCut = scale < 1 && figure.maxHeight <= 0 && scale < figure.minScale;
    if (scale < 1 && !isCut)
        width *= scale;
    if (isCut)
        addCutFigure(figure, width, frame, sink);
    else
        addWholeFigure(figure, width, frame, sink);
    if (!figure.caption.empty())
        addCaption(figure.caption, frame, sink, Alignment::Start);
    return {};
}

void BlockSetter::addWholeFigure(const Figure& figure, double width, const Frame& frame, FragmentSink& sink) {
    const double height = width * figure.picture->height() / figure.picture->width();
    addFigurePart(figure, frame.parent, {width, height, 0, height, 1, 1}, frame, sink);
}

void BlockSetter::addCutFigure(const Figure& figure, double width, const Frame& frame, FragmentSink& sink) {
    const double height = width * figure.picture->height() / figure.picture->width();
    const ElementId whole = element(frame.parent, "Div", {}, figure.id);
    const double fullRoom = style::kBodyHeight - 2 * kMarkerHeight;
    const double here = sink.remaining() - style::kBlockSpace - kMarkerHeight;
    std::vector<FigurePart> parts;
    double top = 0;
    while (top < height) {
        const double room = parts.empty() && here > 0.5 * style::kBodyHeight ? here : fullRoom;
        double bottom = top + std::max(room, 4 * kOverlap);
        bottom = bottom >= height ? height : quietCut(figure, width, top, bottom);
        parts.push_back({width, height, top, bottom, parts.size() + 1, 0});
        top = bottom < height ? bottom - kOverlap : height;
    }
    for (FigurePart& part : parts) {
        part.count = parts.size();
        addFigurePart(figure, whole, part, frame, sink);
    }
}

void BlockSetter::addFigurePart(const Figure& figure, ElementId parent, const FigurePart& part, const Frame& frame,
                                FragmentSink& sink) {
    const bool isCut = part.count > 1;
    const ElementId id = element(parent, "Figure", {}, isCut ? std::string() : figure.id);
    std::string alt = figure.alt;
    if (isCut)
        alt = filledIn(filledIn(m_document.labels.figurePart, "{part}", decimal(part.number)), "{parts}",
                       decimal(part.count)) +
              alt;
    m_workshop.structure.element(id).alt = cleanedText(alt);
    const double headRoom = part.number > 1 ? kMarkerHeight : 0;
    const double footRoom = part.number < part.count ? kMarkerHeight : 0;
    Fragment fragment;
    fragment.height = headRoom + part.bottom - part.top + footRoom;
    fragment.newPage = part.number > 1;
    fragment.before = style::kBlockSpace;
    fragment.after = style::kBlockSpace;
    fragment.keepWithNext = part.number == part.count && !figure.caption.empty();
    fragment.decorations = frame.boxes;
    fragment.draw = [this, figure, part, id, headRoom, offset = frame.left](Canvas& canvas, double left, double top) {
        const double x = left + offset, y = top - headRoom;
        const Rectangle area{x, y - (part.bottom - part.top), x + part.width, y};
        canvas.structure().element(id).attributes = boundingBox(area);
        canvas.beginContent(id);
        const double bottom = y + part.top - part.height; // of the whole picture, also outside of the page
        canvas.image(figure.picture, matrixFor(*figure.picture, x, bottom, part.width, part.height), area);
        canvas.end();
        frameAround(canvas, area);
        drawFigureMarks(canvas, m_text.digits(), figure, part, area);
        const auto marker = [&](const std::string& label, std::size_t page, double markerTop) {
            const SetLine line =
                m_text.shortened(filledIn(label, "{page}", decimal(page)), style::kCaption, part.width);
            canvas.beginArtifact();
            TextSetter::drawPlain(canvas, line, x, markerTop, part.width);
            canvas.end();
        };
        if (part.number > 1)
            marker(m_document.labels.continued, canvas.page(), top);
        if (part.number < part.count)
            marker(m_document.labels.continues, canvas.page() + 2, area.bottom - 3);
    };
    if (part.number == 1)
        noteStart(figure.id, fragment);
    sink.add(std::move(fragment));
}

struct BlockSetter::GalleryCell {
    Thumbnail thumbnail;
    ElementId figure = 0;
    Lines caption;
    double width = 0, height = 0;   ///< of the picture, drawn whole
    double cellWidth = 0, room = 0; ///< of the frame that shows its upper part
};

Result<BlockSetter::GalleryCell> BlockSetter::galleryCell(const Thumbnail& thumbnail, double cellWidth, double room,
                                                          ElementId parent) {
    EXHIBIT_TRY(check(thumbnail.alt));
    EXHIBIT_TRY(check(thumbnail.caption));
    if (thumbnail.picture == nullptr || thumbnail.alt.empty())
        return fail(ErrorCode::InvalidArgument, "A thumbnail needs a picture and a text that says what it shows.");
    GalleryCell cell{thumbnail, element(parent, "Figure"), {}, 0, 0, cellWidth, room};
    m_workshop.structure.element(cell.figure).alt = cleanedText(thumbnail.alt);
    const ElementId caption = element(parent, "P");
    cell.caption = m_text.lines(thumbnail.caption, style::kCaption, cellWidth, caption);
    cell.width = naturalWidth(*thumbnail.picture, cellWidth);
    cell.height = cell.width * thumbnail.picture->height() / thumbnail.picture->width();
    return cell;
}

void BlockSetter::drawCell(Canvas& canvas, const GalleryCell& cell, double left, double top, double captionTop) {
    const SharedPicture& picture = cell.thumbnail.picture;
    const Rectangle area{left, top - std::min(cell.height, cell.room), left + cell.width, top};
    canvas.structure().element(cell.figure).attributes = boundingBox(area);
    canvas.beginContent(cell.figure);
    canvas.image(picture, matrixFor(*picture, left, top - cell.height, cell.width, cell.height), area);
    canvas.end();
    frameAround(canvas, area);
    for (const SetLine& line : cell.caption) {
        TextSetter::draw(canvas, line, left, captionTop, cell.cellWidth);
        captionTop -= line.height;
    }
}

Result<> BlockSetter::setBlock(const Gallery& gallery, const Frame& frame, FragmentSink& sink) {
    constexpr double kGap = 12, kCaptionGap = 5;
    const auto perRow = static_cast<std::size_t>(std::clamp(gallery.perRow, 1, 12));
    const double cellWidth = (frame.width - kGap * static_cast<double>(perRow - 1)) / static_cast<double>(perRow);
    const double room = std::clamp(gallery.height, 10.0, style::kBodyHeight / 2);
    for (std::size_t first = 0; first < gallery.thumbnails.size(); first += perRow) {
        auto cells = std::make_shared<std::vector<GalleryCell>>();
        double pictureHeight = 0, captionHeight = 0;
        for (std::size_t i = first; i < std::min(first + perRow, gallery.thumbnails.size()); ++i) {
            EXHIBIT_ASSIGN(GalleryCell cell, galleryCell(gallery.thumbnails[i], cellWidth, room, frame.parent));
            pictureHeight = std::max(pictureHeight, std::min(cell.height, room));
            captionHeight = std::max(captionHeight, heightOf(cell.caption));
            cells->push_back(std::move(cell));
        }
        Fragment fragment;
        fragment.height = pictureHeight + kCaptionGap + captionHeight;
        fragment.before = fragment.after = style::kBlockSpace;
        fragment.decorations = frame.boxes;
        fragment.draw = [cells, pictureHeight, offset = frame.left](Canvas& canvas, double left, double top) {
            double x = left + offset;
            for (const GalleryCell& cell : *cells) {
                drawCell(canvas, cell, x, top, top - pictureHeight - kCaptionGap);
                x += cell.cellWidth + kGap;
            }
        };
        sink.add(std::move(fragment));
    }
    return {};
}

Result<> BlockSetter::setBlock(const QrCode& code, const Frame& frame, FragmentSink& sink) {
    constexpr std::size_t kMaxUri = 1000;
    EXHIBIT_TRY(check(code.uri));
    EXHIBIT_TRY(check(code.alt));
    EXHIBIT_TRY(check(code.caption));
    if (code.uri.empty() || code.uri.size() > kMaxUri || code.alt.empty())
        return fail(ErrorCode::InvalidArgument, "A QR code needs an address of at most 1,000 bytes and a description.");
    QRcode* encoded = QRcode_encodeData(static_cast<int>(code.uri.size()),
                                        reinterpret_cast<const unsigned char*>(code.uri.data()), 0, QR_ECLEVEL_M);
    if (encoded == nullptr)
        return fail(ErrorCode::Internal, "The QR code can't be made.");
    const auto side = static_cast<std::size_t>(encoded->width);
    const std::vector<std::uint8_t> modules(encoded->data, encoded->data + side * side);
    QRcode_free(encoded);

    const ElementId id = element(frame.parent, "Figure");
    m_workshop.structure.element(id).alt = cleanedText(code.alt);
    const double size = std::clamp(code.size, 40.0, frame.width);
    Fragment fragment;
    fragment.height = size;
    fragment.before = fragment.after = style::kParagraphSpace;
    fragment.keepWithNext = !code.caption.empty();
    fragment.decorations = frame.boxes;
    fragment.draw = [modules, side, size, id, offset = frame.left](Canvas& canvas, double left, double top) {
        constexpr double kQuietZone = 4; // modules (ISO/IEC 18004 6.3.8)
        const double module = size / (static_cast<double>(side) + 2 * kQuietZone);
        const double x = left + offset;
        canvas.structure().element(id).attributes = boundingBox({x, top - size, x + size, top});
        canvas.beginContent(id);
        canvas.fillRectangle({x, top - size, x + size, top}, style::kPaper);
        for (std::size_t row = 0; row < side; ++row)
            for (std::size_t begin = 0; begin < side; ++begin) {
                std::size_t end = begin;
                while (end < side && (modules[row * side + end] & 1) != 0)
                    ++end;
                if (end == begin)
                    continue;
                const double y = top - (static_cast<double>(row) + kQuietZone) * module;
                canvas.fillRectangle({x + (static_cast<double>(begin) + kQuietZone) * module, y - module,
                                      x + (static_cast<double>(end) + kQuietZone) * module, y},
                                     {});
                begin = end;
            }
        canvas.end();
    };
    sink.add(std::move(fragment));
    if (!code.caption.empty())
        addCaption(code.caption, frame, sink, Alignment::Start);
    return {};
}

} // namespace exhibit::pdf
