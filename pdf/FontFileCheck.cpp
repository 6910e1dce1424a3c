#include "pdf/FontFileCheck.h"

#include <optional>

namespace exhibit::pdf {
namespace {

constexpr std::uint32_t kCollection = 0x74746366; // "ttcf"
constexpr std::uint32_t kHead = 0x68656164;       // "head"
constexpr std::size_t kDirectorySize = 12, kRecordSize = 16;

std::uint32_t big32(ByteView bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at]) << 24 | static_cast<std::uint32_t>(bytes[at + 1]) << 16 |
           static_cast<std::uint32_t>(bytes[at + 2]) << 8 | bytes[at + 3];
}

std::optional<ByteView> part(ByteView file, std::uint64_t offset, std::uint64_t length) {
    if (offset > file.size() || length > file.size() - offset)
        return std::nullopt;
    return file.subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
}

/// The sum of its 32-bit numbers, as if zeros stood behind it.
std::uint32_t sumOf(ByteView table) {
    std::uint32_t sum = 0;
    std::size_t at = 0;
    for (; at + 4 <= table.size(); at += 4)
        sum += big32(table, at);
    for (std::size_t i = at; i < table.size(); ++i)
        sum += static_cast<std::uint32_t>(table[i]) << (24 - 8 * (i - at));
    return sum;
}

bool isSound(ByteView file, ByteView record) {
    constexpr std::size_t kAdjustment = 8; // of 'head': depends on the whole file and isn't counted
    const auto table = part(file, big32(record, 8), big32(record, 12));
    if (!table)
        return false;
    std::uint32_t sum = sumOf(*table);
    if (big32(record, 0) == kHead && table->size() >= kAdjustment + 4)
        sum -= big32(*table, kAdjustment);
    return sum == big32(record, 4);
}

/// Where the face's directory begins.
std::optional<std::uint32_t> directoryOf(ByteView file, unsigned face) {
    const auto tag = part(file, 0, kDirectorySize);
    if (!tag)
        return std::nullopt;
    if (big32(*tag, 0) != kCollection)
        return 0;
    const auto offset = face < big32(*tag, 8) ? part(file, kDirectorySize + std::uint64_t{face} * 4, 4) : std::nullopt;
    return offset ? std::optional(big32(*offset, 0)) : std::nullopt;
}

} // namespace

bool fontTablesAreSound(ByteView file, unsigned face) {
    const auto directory = directoryOf(file, face);
    const auto head = directory ? part(file, *directory, kDirectorySize) : std::nullopt;
    if (!head)
        return false;
    const std::size_t count = std::size_t{(*head)[4]} << 8 | (*head)[5];
    const auto records = part(file, *directory + std::uint64_t{kDirectorySize}, count * kRecordSize);
    if (!records || count == 0)
        return false;
    for (std::size_t i = 0; i < count; ++i)
        if (!isSound(file, records->subspan(i * kRecordSize, kRecordSize)))
            return false;
    return true;
}

} // namespace exhibit::pdf
