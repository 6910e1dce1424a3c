#include "pdf/reader/Window.h"

#include <algorithm>

namespace exhibit::pdf::reader {
namespace {

constexpr std::uint64_t kWindowSize = std::uint64_t{1} << 17;

} // namespace

Result<std::string_view> Window::at(std::uint64_t offset, std::size_t length) {
    if (offset >= m_size)
        return std::string_view();
    const std::uint64_t wanted = std::min<std::uint64_t>(length, m_size - offset);
    if (offset < m_start || offset + wanted > m_start + m_buffer.size()) {
        const std::uint64_t piece = std::min(std::max(wanted, kWindowSize), m_size - offset);
        m_buffer.resize(static_cast<std::size_t>(piece));
        m_start = offset;
        const std::span<std::uint8_t> room(reinterpret_cast<std::uint8_t*>(m_buffer.data()), m_buffer.size());
        EXHIBIT_ASSIGN(const std::size_t count, m_source->read(offset, room));
        m_buffer.resize(count);
    }
    return std::string_view(m_buffer).substr(static_cast<std::size_t>(offset - m_start),
                                             static_cast<std::size_t>(wanted));
}

} // namespace exhibit::pdf::reader
