#pragma once
// Text strings, dates and UTF-16 as PDF writes them (ISO 32000-1 7.9.2, 7.9.4).

#include "core/Clock.h"
#include "pdf/reader/Value.h"

#include <optional>
#include <string>
#include <string_view>

namespace exhibit::pdf::reader {

/// UTF-16BE without a byte order mark. Nothing for an odd length or a lone surrogate.
[[nodiscard]] std::optional<std::u32string> fromUtf16(std::string_view bytes);
/// A text string as code points: UTF-16BE with a byte order mark, or PDFDocEncoding (annex D). Nothing for anything
/// else.
[[nodiscard]] std::optional<std::u32string> textCharacters(const Value& value);
/// The same as UTF-8; empty if it isn't one.
[[nodiscard]] std::string textUtf8(const Value& value);
[[nodiscard]] std::string utf8Text(std::u32string_view text);
/// D:YYYYMMDDHHmmSSZ
[[nodiscard]] std::optional<Instant> dateOf(const Value& value);

} // namespace exhibit::pdf::reader
