#pragma once
// Standard output as a place for bytes.

#include "core/Bytes.h"

namespace exhibit::capture {

class StandardOutput final : public ByteSink {
public:
    /// A reader that ends early becomes an error, not the signal SIGPIPE.
    StandardOutput();
    /// InvalidArgument if a person would see the bytes.
    [[nodiscard]] Result<> checkNotTerminal() const;
    [[nodiscard]] Result<> write(ByteView bytes) override;
};

} // namespace exhibit::capture
