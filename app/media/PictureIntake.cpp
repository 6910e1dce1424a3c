#include "media/PictureIntake.h"

#include "core/Text.h"
#include "media/Derive.h"

namespace exhibit::media {

namespace {

/// EXIF orientations 5 to 8 turn a picture by a quarter (CIPA DC-008 4.6.4, Orientation).
bool isTurnedByQuarter(const Inspection& inspection) {
    return inspection.orientation >= 5;
}

CapturedItem derivedItem(const CapturedItem& original, const Inspection& inspection, Derived derived,
                         std::size_t parent) {
    CapturedItem item;
    item.role = original.role;
    item.mediaType = image::mediaType(derived.format);
    item.origin = Origin::Program;
    item.picture = original.picture;
    // A cleaned JPEG keeps its orientation; everything else stands upright.
    if (isTurnedByQuarter(inspection) && derived.format == image::Format::Png)
        std::swap(item.picture->width, item.picture->height);
    item.bytes = std::make_shared<MemorySource>(std::move(derived.bytes));
    item.parent = parent;
    item.operation = std::move(derived.operation);
    return item;
}

std::string disclosureNote(const CapturedItem& item, const Inspection& inspection) {
    std::string told;
    for (const std::string& disclosure : inspection.disclosures)
        told += (told.empty() ? "" : "; ") + disclosure;
    const std::string name = item.fileName.empty() ? "The picture" : "\"" + item.fileName + "\"";
    return escapeForDisplay(name + " tells more than it shows: " + told +
                                ". The dossier gets a cleaned copy; the original stays in the case.",
                            EscapeStyle::Line);
}

} // namespace

Result<> takePicture(CapturedItem item, const MediaHelper& helper, std::vector<CapturedItem>& items,
                     std::vector<std::string>& notes) {
    auto inspected = inspect(*item.bytes, helper);
    if (!inspected) {
        std::string& object = inspected.error().object;
        object = object.empty() ? item.fileName : item.fileName + ", " + object;
        return fail(std::move(inspected.error()));
    }
    const Inspection& inspection = *inspected;
    item.mediaType = image::mediaType(inspection.format);
    PictureFacts facts = item.picture.value_or(PictureFacts{});
    facts.width = inspection.width;
    facts.height = inspection.height;
    item.picture = facts;
    item.discloses = disclosesPlaceOrDevice(inspection);
    if (item.discloses)
        notes.push_back(disclosureNote(item, inspection));
    const std::size_t place = items.size();
    std::optional<CapturedItem> derived;
    if (needsDerivation(inspection)) {
        EXHIBIT_ASSIGN(Derived made, derive(*item.bytes, inspection));
        derived = derivedItem(item, inspection, std::move(made), place);
    } else if (item.discloses) {
        EXHIBIT_ASSIGN(Derived made, clean(*item.bytes, inspection));
        derived = derivedItem(item, inspection, std::move(made), place);
    }
    items.push_back(std::move(item));
    if (derived)
        items.push_back(*std::move(derived));
    return {};
}

} // namespace exhibit::media
