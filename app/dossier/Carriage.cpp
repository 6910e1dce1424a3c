#include "dossier/Carriage.h"

#include "pdf/image/PngSkeleton.h"

namespace exhibit::dossier {

Result<> storeOnPage(DisclosedItem& item) {
    Bytes head(image::kHeadSize);
    EXHIBIT_ASSIGN(const std::size_t length, item.bytes->read(0, head));
    const auto format = image::recognise(ByteView(head).first(length));
    if (format == image::Format::Jpeg) {
        const auto layout = image::scanJpeg(*item.bytes);
        item.place.onPage = layout && layout->canPassThrough() && layout->trailingBytes == 0;
    }
    if (format == image::Format::Png) {
        const auto layout = image::scanPng(*item.bytes);
        if (!layout || !layout->canPassThrough())
            return {};
        item.place = {true, item.file + ".skeleton"};
        item.skeleton = image::skeletonOf(item.bytes, *layout);
    }
    return {};
}

Result<> storeOnce(Content& content) {
    for (DisclosedExhibit& exhibit : content.exhibits)
        for (DisclosedItem& item : exhibit.items) {
            if (!item.leaf || item.artifact.role != Role::Screenshot)
                continue;
            EXHIBIT_TRY(storeOnPage(item));
        }
    return {};
}

} // namespace exhibit::dossier
