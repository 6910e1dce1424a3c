#include "media/Disclosures.h"

#include "core/Text.h"
#include "media/Whitelist.h"

#include <algorithm>

namespace exhibit::media {

namespace {

constexpr std::size_t kMostNamed = 100;

void note(Inspection& inspection, std::string what) {
    auto& list = inspection.disclosures;
    if (list.size() < kMostNamed && std::find(list.begin(), list.end(), what) == list.end())
        list.push_back(std::move(what));
}

/// EXIF whose every entry is known and describes only pixels tells nothing. What couldn't be read counts as telling.
void noteMetadata(Inspection& inspection, std::string_view kind) {
    const bool unread = inspection.metadata.empty() || !inspection.metadataProblem.empty();
    if (unread)
        note(inspection, std::string(kind));
    for (const MetadataFact& fact : inspection.metadata)
        if (fact.disclosing)
            note(inspection, "metadata " + escapeForDisplay(fact.key, EscapeStyle::Line));
}

void noteChunk(Inspection& inspection, const image::PngChunk& chunk) {
    static constexpr std::string_view kTexts = "tEXt zTXt iTXt";
    static constexpr std::string_view kFrames = "acTL fcTL fdAT";
    if (belongsToPicture(chunk) || isHarmless(chunk) || kTexts.find(chunk.type) != std::string_view::npos)
        return;
    if (kFrames.find(chunk.type) != std::string_view::npos)
        note(inspection, "further frames of an animation");
    else if (chunk.type == "tIME")
        note(inspection, "the time of the last change");
    else if (chunk.type == "eXIf" && !chunk.ignored)
        noteMetadata(inspection, "EXIF data");
    else
        note(inspection, "data in a part named " + chunk.type);
}

void noteSegment(Inspection& inspection, const image::JpegSegment& segment, ByteView data) {
    const bool profileUsed = inspection.jpeg && !inspection.jpeg->iccProfile.empty();
    switch (kindOf(segment, data)) {
    case SegmentKind::Picture:
    case SegmentKind::Comment:
        return; // comments are among the texts
    case SegmentKind::Jfif:
        if (data.size() > kJfifLength)
            note(inspection, "a small preview picture");
        return;
    case SegmentKind::Profile:
        if (!profileUsed)
            note(inspection, "a broken colour profile");
        return;
    case SegmentKind::Adobe:
        if (data.size() > kAdobeLength)
            note(inspection, "data in a part named APP14");
        return;
    case SegmentKind::Exif:
        noteMetadata(inspection, "EXIF data");
        return;
    case SegmentKind::Xmp:
        note(inspection, "XMP data");
        return;
    case SegmentKind::Other:
        note(inspection, "data in a part named APP" + std::to_string(segment.marker - 0xe0));
        return;
    }
}

} // namespace

Result<> findDisclosures(const ByteSource& source, Inspection& inspection) {
    for (const TextEntry& entry : inspection.texts)
        note(inspection, "the text \"" + escapeForDisplay(entry.keyword, EscapeStyle::Line) + "\"");
    if (inspection.png)
        for (const image::PngChunk& chunk : inspection.png->chunks)
            noteChunk(inspection, chunk);
    if (inspection.jpeg) {
        for (const image::JpegSegment& segment : inspection.jpeg->segments) {
            EXHIBIT_ASSIGN(const Bytes data, source.readExactly(segment.dataOffset, segment.length));
            noteSegment(inspection, segment, data);
        }
    }
    if (inspection.decoded && inspection.decoded->metadata)
        noteMetadata(inspection, "EXIF or XMP data");
    if (inspection.decoded && inspection.decoded->animated)
        note(inspection, "further frames of an animation");
    if (inspection.trailingBytes > 0)
        note(inspection, std::to_string(inspection.trailingBytes) + " bytes behind the picture's end");
    return {};
}

bool disclosesPlaceOrDevice(const Inspection& inspection) {
    return !inspection.disclosures.empty();
}

} // namespace exhibit::media
