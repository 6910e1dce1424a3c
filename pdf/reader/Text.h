#pragma once
// Characters on pages -> the text that was set (the rules of Composition.h, "How a text is found").

#include "pdf/reader/PageReading.h"

namespace exhibit::pdf::reader {

/// As Reader::text says.
[[nodiscard]] Result<std::string> textOf(const TextBlock& block, std::uint32_t index, const PageReading& reading);

} // namespace exhibit::pdf::reader
