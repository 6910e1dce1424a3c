#pragma once
// A temporary file without a name, mode 0600: nothing is left of it, whatever happens.

#include "core/Bytes.h"

namespace exhibit {

class UnnamedFile final : public ByteSink {
public:
    /// In TMPDIR, or /tmp.
    static Result<UnnamedFile> open();
    ~UnnamedFile() override;
    UnnamedFile(UnnamedFile&& other) noexcept : m_descriptor(other.m_descriptor) { other.m_descriptor = -1; }
    UnnamedFile& operator=(UnnamedFile&&) = delete;

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    /// Behind what is in it.
    [[nodiscard]] Result<> write(ByteView bytes) override;
    /// What is in it now; outlives this object.
    [[nodiscard]] Result<SharedSource> source() const;

private:
    explicit UnnamedFile(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace exhibit
