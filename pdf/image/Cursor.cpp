#include "pdf/image/Cursor.h"

#include <algorithm>
#include <cstring>

namespace exhibit::image {

namespace {

constexpr std::size_t kBufferSize = std::size_t{64} << 10;

} // namespace

Result<ByteView> Cursor::piece(std::uint64_t most) {
    if (m_next == m_buffer.size()) {
        m_buffer.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kBufferSize, left())));
        m_next = 0;
        EXHIBIT_ASSIGN(const std::size_t got, m_source.read(m_position, m_buffer));
        m_buffer.resize(got);
        if (got == 0)
            return fail(ErrorCode::Malformed, "The picture is cut off: the file ends in the middle of it.", {},
                        m_position);
    }
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(most, m_buffer.size() - m_next));
    const ByteView bytes = ByteView(m_buffer).subspan(m_next, count);
    m_next += count;
    m_position += count;
    return bytes;
}

Result<> Cursor::read(std::span<std::uint8_t> out) {
    while (!out.empty()) {
        EXHIBIT_ASSIGN(const ByteView bytes, piece(out.size()));
        std::memcpy(out.data(), bytes.data(), bytes.size());
        out = out.subspan(bytes.size());
    }
    return {};
}

void Cursor::stepBack(std::size_t count) {
    m_next -= count;
    m_position -= count;
}

} // namespace exhibit::image
