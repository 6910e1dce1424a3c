#pragma once
// Sequential reading of a ByteSource through one buffer.

#include "core/Bytes.h"

#include <cstdint>
#include <span>

namespace exhibit::image {

/// As much as is read at a time where only its digest or checksum matters.
constexpr std::uint64_t kPieceLength = std::uint64_t{64} << 10;

class Cursor {
public:
    explicit Cursor(const ByteSource& source) : m_source(source), m_size(source.size()) {}

    /// Offset of the next byte.
    [[nodiscard]] std::uint64_t position() const { return m_position; }
    [[nodiscard]] std::uint64_t left() const { return m_size - m_position; }
    /// Fills `out`, or Malformed if the file ends before.
    [[nodiscard]] Result<> read(std::span<std::uint8_t> out);
    /// The next bytes, 1 to `most` of them; valid until the next call. Malformed at the end of the file.
    [[nodiscard]] Result<ByteView> piece(std::uint64_t most);
    /// Gives the last `count` bytes of a piece back.
    void stepBack(std::size_t count);

private:
    const ByteSource& m_source;
    std::uint64_t m_size;
    std::uint64_t m_position = 0;
    Bytes m_buffer;
    std::size_t m_next = 0; ///< of m_buffer, the byte at m_position
};

/// Unsigned, most significant byte first. `bytes` must hold as many.
[[nodiscard]] inline std::uint32_t big16(ByteView bytes) {
    return (std::uint32_t{bytes[0]} << 8) | bytes[1];
}
[[nodiscard]] inline std::uint32_t big32(ByteView bytes) {
    return (big16(bytes) << 16) | big16(bytes.subspan(2));
}

} // namespace exhibit::image
