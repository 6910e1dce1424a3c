#pragma once
// The table that tesseract prints: a line for each page, block, paragraph, line and word.

#include "ocr/Reading.h"

namespace exhibit::ocr {

/// The words of a table about a picture of this size, without those that are blank or not sound. Malformed if it isn't
/// such a table at all.
[[nodiscard]] Result<Reading> readTsv(std::string_view table, std::uint32_t width, std::uint32_t height);

} // namespace exhibit::ocr
