#include "pdf/reader/Pictures.h"

#include "pdf/image/ImageScan.h"

#include <cstring>

namespace exhibit::pdf::reader {
namespace {

constexpr double kEdge = 0.002;       // share of a side that rounding may cut off
constexpr double kSmallestSide = 2.5; // points
constexpr std::size_t kPiece = 1 << 16;

struct Span {
    double from = 0;
    double to = 0;
};

/// Whether the spans cover [0, 1].
bool coverAll(std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
    double reached = kEdge;
    for (const Span& span : spans) {
        if (span.from > reached)
            return false;
        reached = std::max(reached, span.to);
    }
    return reached >= 1 - kEdge;
}

bool isWide(const FigureDrawing& drawing) {
    return drawing.shown.left <= kEdge && drawing.shown.right >= 1 - kEdge;
}

bool isHigh(const FigureDrawing& drawing) {
    return drawing.shown.bottom <= kEdge && drawing.shown.top >= 1 - kEdge;
}

/// The stream's data against ranges of another source, both in pieces.
Result<bool> sameBytes(const File& file, const Object& image, const ByteSource& other,
                       const std::vector<image::ByteRange>& ranges) {
    std::uint64_t total = 0;
    for (const image::ByteRange& range : ranges)
        total += range.length;
    if (total != image.stream->length)
        return false;
    std::uint64_t position = image.stream->offset;
    Bytes mine(kPiece);
    bool same = true;
    for (const image::ByteRange& range : ranges)
        EXHIBIT_TRY(other.forEachPiece(range.offset, range.length, [&](ByteView piece) -> Result<> {
            for (; same && !piece.empty(); piece = piece.subspan(std::min(piece.size(), kPiece))) {
                const std::span<std::uint8_t> room(mine.data(), std::min(piece.size(), kPiece));
                EXHIBIT_ASSIGN(const std::size_t count, file.source()->read(position, room));
                same = count == room.size() && std::memcmp(room.data(), piece.data(), count) == 0;
                position += count;
            }
            return {};
        }));
    return same;
}

class Comparison {
public:
    Comparison(const File& file, const Object& image)
        : m_file(file), m_image(image), m_dictionary(*image.value.dictionary()) {}

    Result<bool> withPng(const ByteSource& picture) {
        EXHIBIT_ASSIGN(const image::PngLayout layout, image::scanPng(picture));
        const bool palette = layout.colour == image::PngColour::Palette;
        const int components = layout.colour == image::PngColour::Grey ? 1 : 3;
        if (!layout.canPassThrough() || !sizeIs(layout.width, layout.height, layout.bitDepth) ||
            !isName("Filter", "FlateDecode") || !parametersAre(layout))
            return false;
        const Bytes& profile = layout.srgb ? Bytes() : layout.iccProfile;
        const Value& colours = m_file.resolve(m_dictionary.find("ColorSpace"));
        EXHIBIT_ASSIGN(const bool sameColours, palette ? isPalette(colours, layout.palette, profile)
                                                       : isColourSpace(colours, components, profile));
        if (!sameColours)
            return false;
        return sameBytes(m_file, m_image, picture, layout.idat);
    }

    Result<bool> withJpeg(const ByteSource& picture) {
        EXHIBIT_ASSIGN(const image::JpegLayout layout, image::scanJpeg(picture));
        if (!layout.canPassThrough() || !sizeIs(layout.width, layout.height, layout.precision) ||
            !isName("Filter", "DCTDecode") || m_dictionary.find("DecodeParms") != nullptr)
            return false;
        const Value& colours = m_file.resolve(m_dictionary.find("ColorSpace"));
        EXHIBIT_ASSIGN(const bool sameColours, isColourSpace(colours, layout.components, layout.iccProfile));
        if (!sameColours)
            return false;
        return sameBytes(m_file, m_image, picture, {{0, layout.imageEnd}});
    }

private:
    [[nodiscard]] bool isInteger(const Dictionary& dictionary, const char* key, std::uint64_t expected) const {
        const std::int64_t* value = m_file.resolve(dictionary.find(key)).integer();
        return value != nullptr && *value >= 0 && static_cast<std::uint64_t>(*value) == expected;
    }
    [[nodiscard]] bool isName(const char* key, std::string_view expected) const {
        return m_file.resolve(m_dictionary.find(key)).isName(expected);
    }
    /// Nothing that would change the colours or hide a part may stand in the dictionary.
    [[nodiscard]] bool sizeIs(std::uint32_t width, std::uint32_t height, int bits) const {
        for (const char* key : {"SMask", "Mask", "Decode", "ImageMask", "Alternates", "SMaskInData", "OC", "F"})
            if (m_dictionary.find(key) != nullptr)
                return false;
        return isInteger(m_dictionary, "Width", width) && isInteger(m_dictionary, "Height", height) &&
               isInteger(m_dictionary, "BitsPerComponent", static_cast<std::uint64_t>(bits));
    }
    [[nodiscard]] bool parametersAre(const image::PngLayout& layout) const {
        const Dictionary* parameters = m_file.resolve(m_dictionary.find("DecodeParms")).dictionary();
        return parameters != nullptr && parameters->entries().size() == 4 && isInteger(*parameters, "Predictor", 15) &&
               isInteger(*parameters, "Colors", static_cast<std::uint64_t>(layout.channels())) &&
               isInteger(*parameters, "BitsPerComponent", static_cast<std::uint64_t>(layout.bitDepth)) &&
               isInteger(*parameters, "Columns", layout.width);
    }
    /// A device space, or the file's own profile (8.6.5.5).
    [[nodiscard]] Result<bool> isColourSpace(const Value& colours, int components, const Bytes& profile) const {
        if (profile.empty())
            return colours.isName(components == 1 ? "DeviceGray" : "DeviceRGB");
        const Array* array = colours.array();
        const Object* stream = array == nullptr || array->size() != 2 ? nullptr : m_file.object(&array->back());
        if (stream == nullptr || !array->front().isName("ICCBased") || stream->value.dictionary() == nullptr ||
            !isInteger(*stream->value.dictionary(), "N", static_cast<std::uint64_t>(components)))
            return false;
        const Result<std::string> found = m_file.streamText(*stream, profile.size());
        return found && *found == textOf(profile);
    }
    [[nodiscard]] Result<bool> isPalette(const Value& colours, const Bytes& palette, const Bytes& profile) const {
        const Array* array = colours.array();
        if (array == nullptr || array->size() != 4 || !array->front().isName("Indexed") || palette.size() < 3)
            return false;
        const std::int64_t* last = (*array)[2].integer();
        const String* lookup = m_file.resolve(&(*array)[3]).string();
        if (last == nullptr || lookup == nullptr || *last < 0 ||
            static_cast<std::uint64_t>(*last) != palette.size() / 3 - 1 || lookup->bytes != textOf(palette))
            return false;
        return isColourSpace(m_file.resolve(&(*array)[1]), 3, profile);
    }

    const File& m_file;
    const Object& m_image;
    const Dictionary& m_dictionary;
};

} // namespace

bool isShownWhole(const std::vector<FigureDrawing>& drawings) {
    if (drawings.empty())
        return false;
    std::vector<Span> down, across;
    for (const FigureDrawing& drawing : drawings) {
        if (drawing.object != drawings.front().object || drawing.covered || drawing.scale < kSmallestSide)
            return false;
        if (isWide(drawing))
            down.push_back({drawing.shown.bottom, drawing.shown.top});
        if (isHigh(drawing))
            across.push_back({drawing.shown.left, drawing.shown.right});
    }
    return coverAll(std::move(down)) || coverAll(std::move(across));
}

Result<bool> sameAsFile(const File& file, const Object& image, const ByteSource& picture) {
    Bytes head(image::kHeadSize);
    EXHIBIT_ASSIGN(const std::size_t length, picture.read(0, head));
    const std::optional<image::Format> format = image::recognise(ByteView(head).first(length));
    if (!image.stream || image.value.dictionary() == nullptr)
        return false;
    if (format == image::Format::Png)
        return Comparison(file, image).withPng(picture);
    if (format == image::Format::Jpeg)
        return Comparison(file, image).withJpeg(picture);
    return fail(ErrorCode::Unsupported, "The picture is neither a PNG nor a JPEG.");
}

} // namespace exhibit::pdf::reader
