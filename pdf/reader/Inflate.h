#pragma once
// zlib streams (RFC 1950) from strangers.

#include "core/Bytes.h"

namespace exhibit::pdf::reader {

/// The whole stream, which must end exactly where the source's range ends. Malformed, or LimitExceeded as soon as it
/// grows beyond `limit` bytes.
[[nodiscard]] Result<std::string> inflateAll(const ByteSource& source, std::uint64_t offset, std::uint64_t length,
                                             std::size_t limit);

} // namespace exhibit::pdf::reader
