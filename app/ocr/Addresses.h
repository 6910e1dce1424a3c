#pragma once
// Streets with a house number, and the postcode and place behind them: German, English and French.

#include "ocr/Letters.h"

namespace exhibit::ocr {

/// A part of a text, in letters.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Adds those of a text for comparison (lettersOf). A postcode or a place alone is none: numbers before capital letters
/// stand in many a German sentence.
void findAddresses(std::u32string_view text, std::vector<Span>& found);

} // namespace exhibit::ocr
