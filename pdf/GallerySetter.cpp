// Pictures drawn small, side by side; and QR codes.

#include "pdf/BlockSetter.h"
#include "pdf/FigureDrawing.h"
#include "pdf/Syntax.h"

#include <algorithm>
#include <qrencode.h>

namespace exhibit::pdf {

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
