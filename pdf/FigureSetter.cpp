// Pictures one below the other: whole, or cut across pages.

#include "pdf/BlockSetter.h"
#include "pdf/FigureDrawing.h"
#include "pdf/Marks.h"
#include "pdf/Syntax.h"

#include <algorithm>

namespace exhibit::pdf {
namespace {

constexpr double kCaptionRoom = 40;
constexpr double kPortraitShare = 0.74; ///< of the text's width; wider, a phone's text would be larger than ours

bool isPortrait(const Picture& picture) {
    return picture.height() > 1.4 * picture.width();
}

} // namespace

Result<> BlockSetter::check(const Figure& figure) {
    EXHIBIT_TRY(check(figure.alt));
    EXHIBIT_TRY(check(figure.caption));
    EXHIBIT_TRY(takeId(figure.id));
    if (figure.picture == nullptr || figure.alt.empty())
        return fail(ErrorCode::InvalidArgument, "A figure needs a picture and a text that says what it shows.",
                    figure.id);
    return {};
}

Result<> BlockSetter::setBlock(const Figure& figure, const Frame& frame, FragmentSink& sink) {
    EXHIBIT_TRY(check(figure));
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
        sink.add(figureFragment(figure, {width, width * ratio, 0, width * ratio, 1, 1}, frame.parent, frame));
    if (!figure.caption.empty())
        addCaption(figure.caption, frame, sink, Alignment::Start);
    return {};
}

void BlockSetter::addCutFigure(const Figure& figure, double width, const Frame& frame, FragmentSink& sink) {
    const ElementId whole = element(frame.parent, "Div", {}, figure.id);
    const double here = sink.remaining(style::kBlockSpace);
    const bool beginsHere = here > style::kBodyHeight / 2;
    for (const FigurePart& part : cutFigure(figure, width, {here, beginsHere ? 1U : 0U, style::kBodyHeight}, 0)) {
        Fragment fragment = figureFragment(figure, part, whole, frame);
        fragment.newPage = part.number > 1;
        sink.add(std::move(fragment));
    }
}

/// The picture's rows of one part with what stands above and below them.
Fragment BlockSetter::figureFragment(const Figure& figure, const FigurePart& part, ElementId parent,
                                     const Frame& frame) {
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
    fragment.keepWithNext = part.number == part.count && !figure.caption.empty();
    fragment.before = style::kBlockSpace;
    fragment.after = fragment.keepWithNext ? kCaptionSpace : style::kBlockSpace;
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
        drawMarkers(canvas, part, area);
    };
    if (part.number == 1)
        noteStart(figure.id, fragment);
    return fragment;
}

/// Where a cut picture comes from and where it goes on.
void BlockSetter::drawMarkers(Canvas& canvas, const FigurePart& part, const Rectangle& area) {
    const Labels& labels = m_document.labels;
    const auto draw = [&](const std::string& label, std::size_t page, double top) {
        const SetLine line = m_text.shortened(filledIn(label, "{page}", decimal(page)), style::kCaption, part.width);
        canvas.beginArtifact();
        TextSetter::drawPlain(canvas, line, area.left, top, part.width);
        canvas.end();
    };
    if (part.number > 1)
        draw(part.fromBeside ? labels.continuedBeside : labels.continued, canvas.page(), area.top + kMarkerHeight);
    if (part.number < part.count)
        draw(part.toBeside ? labels.continuesBeside : labels.continues, canvas.page() + 2, area.bottom - 3);
}

} // namespace exhibit::pdf
