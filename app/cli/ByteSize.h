#pragma once
#include "core/Result.h"

#include <cstdint>
#include <string_view>

namespace exhibit::cli {

/// "5M", "5MB", "500k", "2MiB" or a bare number of bytes, from 1 to 10 GB; letters in either case. k, M and G are
/// thousands (IEC 80000-13), the smaller of the two readings: what has at most 5M fits wherever "5 MB" is asked for.
/// InvalidArgument otherwise.
[[nodiscard]] Result<std::uint64_t> byteSize(std::string_view text);

} // namespace exhibit::cli
