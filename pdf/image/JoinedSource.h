#pragma once
// Parts of other sources, one behind the other, as if they were one file. Nothing is copied.

#include "core/Bytes.h"

namespace exhibit::image {

class JoinedSource final : public ByteSource {
public:
    /// The range must lie within `source`. Empty ones are left out.
    void add(const SharedSource& source, std::uint64_t offset, std::uint64_t length);

    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> out) const override;

private:
    struct Part {
        std::uint64_t start = 0; ///< in the whole
        SharedSource source;
        std::uint64_t offset = 0; ///< in the source
        std::uint64_t length = 0;
    };
    std::vector<Part> m_parts;
    std::uint64_t m_size = 0;
};

} // namespace exhibit::image
