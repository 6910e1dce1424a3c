#include "media/PictureTexts.h"

#include "core/Text.h"
#include "pdf/image/ColourProfile.h"

#include <algorithm>

namespace exhibit::media {

namespace {

constexpr std::size_t kMostEntries = 200;
constexpr std::size_t kMostBytes = std::size_t{16} << 10; ///< of a value that is shown
constexpr std::size_t kMostRead = std::size_t{256} << 10; ///< of a chunk, and of a value once inflated
constexpr std::uint8_t kCom = 0xfe;

std::string fromLatin1(ByteView bytes) {
    std::string text;
    for (const std::uint8_t byte : bytes)
        appendUtf8(text, char32_t{byte});
    return text;
}

std::string validUtf8(ByteView bytes) {
    return firstInvalidUtf8(textOf(bytes)) ? fromLatin1(bytes) : std::string(textOf(bytes));
}

/// Takes what stands before the next zero, and the zero; everything if there is none.
ByteView takeField(ByteView& bytes) {
    const auto zero = std::find(bytes.begin(), bytes.end(), std::uint8_t{0});
    const auto length = static_cast<std::size_t>(zero - bytes.begin());
    const ByteView field = bytes.first(length);
    bytes = bytes.subspan(std::min(bytes.size(), length + 1));
    return field;
}

void cutTo(TextEntry& entry, std::size_t most) {
    if (entry.value.size() <= most)
        return;
    // Not in the middle of a character: continuation bytes are 10xxxxxx.
    while (most > 0 && (static_cast<unsigned char>(entry.value[most]) & 0xc0U) == 0x80U)
        --most;
    entry.value.resize(most);
    entry.cut = true;
}

Bytes unpack(ByteView stream, TextEntry& entry) {
    Bytes text = image::inflateBounded(stream, kMostRead);
    entry.cut = entry.cut || text.empty();
    return text;
}

TextEntry entryOf(const image::PngChunk& chunk, ByteView data) {
    TextEntry entry;
    entry.cut = data.size() < chunk.length;
    entry.keyword = fromLatin1(takeField(data));
    if (chunk.type == "tEXt") {
        entry.value = fromLatin1(data);
    } else if (chunk.type == "zTXt") {
        data = data.subspan(std::min<std::size_t>(data.size(), 1)); // the compression method
        entry.value = fromLatin1(unpack(data, entry));
    } else if (data.size() >= 2) {
        const bool packed = data[0] == 1;
        data = data.subspan(2); // compression flag and method
        takeField(data);        // language
        takeField(data);        // translated keyword
        entry.value = packed ? validUtf8(unpack(data, entry)) : validUtf8(data);
    }
    cutTo(entry, kMostBytes);
    return entry;
}

} // namespace

Result<std::vector<TextEntry>> textsOf(const ByteSource& source, const image::PngLayout& layout) {
    std::vector<TextEntry> entries;
    for (const image::PngChunk& chunk : layout.chunks) {
        if (chunk.type != "tEXt" && chunk.type != "zTXt" && chunk.type != "iTXt")
            continue;
        if (entries.size() == kMostEntries)
            break;
        const std::size_t length = std::min<std::size_t>(chunk.length, kMostRead);
        EXHIBIT_ASSIGN(const Bytes data, source.readExactly(chunk.dataOffset, length));
        entries.push_back(entryOf(chunk, data));
    }
    return entries;
}

Result<std::vector<TextEntry>> textsOf(const ByteSource& source, const image::JpegLayout& layout) {
    std::vector<TextEntry> entries;
    for (const image::JpegSegment& segment : layout.segments) {
        if (segment.marker != kCom || entries.size() == kMostEntries)
            continue;
        EXHIBIT_ASSIGN(const Bytes data, source.readExactly(segment.dataOffset, segment.length));
        TextEntry entry{"Comment", validUtf8(data), false};
        cutTo(entry, kMostBytes);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace exhibit::media
