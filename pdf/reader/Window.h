#pragma once
// A sliding view of a large file, so that small neighbouring parts cost one read.

#include "core/Bytes.h"

namespace exhibit::pdf::reader {

class Window {
public:
    explicit Window(const ByteSource& source) : m_source(&source), m_size(source.size()) {}
    /// The bytes from `offset`: `length` of them, or fewer at the end of the file. Valid until the next call.
    Result<std::string_view> at(std::uint64_t offset, std::size_t length);
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    const ByteSource* m_source;
    std::uint64_t m_size;
    std::uint64_t m_start = 0;
    std::string m_buffer;
};

} // namespace exhibit::pdf::reader
