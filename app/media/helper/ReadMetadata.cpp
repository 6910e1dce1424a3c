#include "core/Text.h"
#include "media/helper/Jobs.h"

#include <exiv2/exiv2.hpp>

namespace exhibit::media {

namespace {

constexpr std::size_t kMostFacts = 500;
constexpr std::size_t kMostValue = 300;

void cut(std::string& text) {
    if (text.size() <= kMostValue)
        return;
    std::size_t end = kMostValue;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end;
    text.resize(end);
    text += "...";
}

template <class Data>
void addFacts(const Data& data, std::vector<MetadataFact>& facts) {
    for (const auto& entry : data) {
        if (facts.size() == kMostFacts)
            return;
        // Large values are pictures and makers' notes: their presence is the fact.
        std::string value = entry.size() > 64 * static_cast<long>(kMostValue)
                                ? "(" + std::to_string(entry.size()) + " bytes)"
                                : entry.print();
        value = escapeForDisplay(value, EscapeStyle::Line);
        cut(value);
        facts.push_back({escapeForDisplay(entry.key(), EscapeStyle::Line), std::move(value)});
    }
}

void addExif(ByteView tiff, std::vector<MetadataFact>& facts) {
    if (tiff.empty())
        return;
    Exiv2::ExifData data;
    Exiv2::ExifParser::decode(data, tiff.data(), static_cast<std::uint32_t>(tiff.size()));
    addFacts(data, facts);
}

/// exiv2 opens HEIC files but finds nothing in those of common encoders; libheif gives the blocks.
void readHeic(const MetadataBlocks& blocks, std::vector<MetadataFact>& facts) {
    addExif(blocks.exif, facts);
    Exiv2::XmpData xmp;
    if (!blocks.xmp.empty() && Exiv2::XmpParser::decode(xmp, blocks.xmp) == 0)
        addFacts(xmp, facts);
}

void readOther(ByteView picture, std::vector<MetadataFact>& facts) {
    const auto opened = Exiv2::ImageFactory::open(picture.data(), static_cast<long>(picture.size()));
    opened->readMetadata();
    addFacts(opened->exifData(), facts);
    addFacts(opened->xmpData(), facts);
    addFacts(opened->iptcData(), facts);
}

/// exiv2 0.27 doesn't read eXIf chunks.
Result<> readPngExif(ByteView picture, const HelperRequest& request, std::vector<MetadataFact>& facts) {
    const MemorySource source(textOf(picture));
    EXHIBIT_ASSIGN(const image::PngLayout layout, image::scanPng(source, request.limits));
    if (layout.exif && facts.empty())
        addExif(picture.subspan(static_cast<std::size_t>(layout.exif->offset),
                                static_cast<std::size_t>(layout.exif->length)),
                facts);
    return {};
}

Result<std::vector<MetadataFact>> readAny(ByteView picture, const HelperRequest& request) {
    std::vector<MetadataFact> facts;
    if (request.format == image::Format::Heic) {
        EXHIBIT_ASSIGN(const MetadataBlocks blocks, heicMetadata(picture));
        readHeic(blocks, facts);
        return facts;
    }
    readOther(picture, facts);
    if (request.format == image::Format::Png) {
        EXHIBIT_TRY(readPngExif(picture, request, facts));
    }
    return facts;
}

} // namespace

Result<JobResult> readMetadata(ByteView picture, const HelperRequest& request) {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    try {
        EXHIBIT_ASSIGN(const auto facts, readAny(picture, request));
        const std::string body = encodeFacts(facts);
        return JobResult{{}, Bytes(body.begin(), body.end())};
    } catch (const Exiv2::AnyError&) {
        return fail(ErrorCode::Malformed, "The picture's metadata can't be read.");
    }
}

} // namespace exhibit::media
