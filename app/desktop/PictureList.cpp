#include "desktop/PictureList.h"

#include "desktop/Wording.h"
#include "desktop/model/Desk.h"
#include "desktop/model/Pyramid.h"
#include "media/Stitch.h"

#include <QPainter>
#include <algorithm>

namespace exhibit::desktop {

namespace {

constexpr int kThumbnailSide = 128;

bool isStitched(const CapturedItem& item) {
    return item.operation.starts_with(media::kStitchOperation);
}

/// What stands for the picture: the long one that its frames were put together as, or its original.
const CapturedItem& mainItem(const TakenPicture& picture) {
    const auto stitched = std::ranges::find_if(picture.items, isStitched);
    return stitched == picture.items.end() ? picture.items.front() : *stitched;
}

QString labelOf(const TakenPicture& picture) {
    const CapturedItem& item = mainItem(picture);
    const auto frames = std::ranges::count_if(picture.items, [](const CapturedItem& each) { return !each.parent; });
    const QString name = isStitched(item)
                             ? PictureList::tr("long chat of %n part(s)", nullptr, static_cast<int>(frames))
                         : item.fileName.empty() ? Wording::origin(item.origin)
                                                 : Wording::line(item.fileName);
    return item.picture
               ? PictureList::tr("%1\n%2 × %3 pixels").arg(name).arg(item.picture->width).arg(item.picture->height)
               : name;
}

} // namespace

TakenPicture TakenPicture::of(std::vector<CapturedItem> items, CaptureFacts facts) {
    TakenPicture picture{std::move(items), {}, std::move(facts)};
    const CapturedItem& main = mainItem(picture);
    picture.thumbnail = decodedPicture(*main.bytes, main.mediaType);
    for (const CapturedItem& item : picture.items)
        if (picture.thumbnail.isNull())
            picture.thumbnail = decodedPicture(*item.bytes, item.mediaType);
    picture.thumbnail = shrunk(picture.thumbnail, 2 * kThumbnailSide);
    return picture;
}

CaptureFacts factsOfAll(const std::vector<TakenPicture>& pictures) {
    CaptureFacts all;
    for (const TakenPicture& picture : pictures) {
        const bool isFirst = &picture == &pictures.front();
        if (isFirst || all.method == picture.facts.method)
            all.method = picture.facts.method;
        else
            all.method = "several";
        if (picture.facts.time)
            all.time = picture.facts.time;
        if (!picture.facts.windowTitle.empty())
            all.windowTitle = picture.facts.windowTitle;
    }
    return all;
}

PictureList::PictureList() {
    setViewMode(QListView::IconMode);
    setIconSize(QSize(kThumbnailSide, kThumbnailSide));
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setWordWrap(true);
    setGridSize(QSize(kThumbnailSide + 2 * fontMetrics().height(), kThumbnailSide + 4 * fontMetrics().height()));
    setMinimumHeight(gridSize().height() + 2 * frameWidth()); // a row of them
    setObjectName(QStringLiteral("pictures"));
    setAccessibleName(tr("Pictures of the answer"));
    // What is dropped is for the page.
    setAcceptDrops(false);
}

void PictureList::paintEvent(QPaintEvent* event) {
    QListWidget::paintEvent(event);
    if (count() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int margin = fontMetrics().height();
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Drop screenshots here, or anywhere on this page"));
}

void PictureList::insert(int row, const TakenPicture& picture) {
    m_pictures.insert(m_pictures.begin() + row, picture);
    const QString label = labelOf(picture);
    auto* const item = new QListWidgetItem(QIcon(QPixmap::fromImage(picture.thumbnail)), label);
    item->setToolTip(label);
    insertItem(row, item);
}

TakenPicture PictureList::takeOut(int row) {
    TakenPicture picture = std::move(m_pictures[static_cast<std::size_t>(row)]);
    m_pictures.erase(m_pictures.begin() + row);
    delete takeItem(row);
    return picture;
}

void PictureList::removeAll() {
    m_pictures.clear();
    clear();
}

} // namespace exhibit::desktop
