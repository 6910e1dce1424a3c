#include "pdf/image/ImageScan.h"

namespace exhibit::image {

namespace {

/// TIFF 6.0 section 2: numbers in the byte order that the first two bytes name.
struct Tiff {
    ByteView bytes;
    bool littleEndian = false;

    [[nodiscard]] std::uint32_t number(std::size_t offset, std::size_t size) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = (value << 8) | bytes[offset + (littleEndian ? size - 1 - i : i)];
        return value;
    }
};

constexpr std::size_t kTiffHeaderSize = 8;
constexpr std::size_t kEntrySize = 12;
constexpr std::uint32_t kOrientationTag = 0x0112;
constexpr std::uint32_t kTypeShort = 3;

} // namespace

std::optional<int> exifOrientation(ByteView tiff) {
    if (tiff.size() < kTiffHeaderSize + 2)
        return std::nullopt;
    const std::string_view order = textOf(tiff.first(2));
    if (order != "II" && order != "MM")
        return std::nullopt;
    const Tiff reader{tiff, order == "II"};
    const std::size_t directory = reader.number(4, 4);
    if (reader.number(2, 2) != 42 || directory < kTiffHeaderSize || directory > tiff.size() - 2)
        return std::nullopt;
    const std::size_t count = reader.number(directory, 2);
    if (count > (tiff.size() - directory - 2) / kEntrySize)
        return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 2 + i * kEntrySize;
        if (reader.number(entry, 2) != kOrientationTag)
            continue;
        const bool oneShort = reader.number(entry + 2, 2) == kTypeShort && reader.number(entry + 4, 4) == 1;
        const std::uint32_t value = reader.number(entry + 8, 2);
        if (oneShort && value >= 1 && value <= 8)
            return static_cast<int>(value);
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace exhibit::image
