#pragma once
// Shaped text -> lines of a given width: break opportunities by ICU (UAX #14, dictionaries for Thai, Khmer, Chinese,
// ...), and between any two clusters where a word alone is wider than the line.

#include "pdf/Shaper.h"

#include <memory>
#include <vector>

namespace exhibit::pdf {

/// The clusters [begin, end) of a shaped text.
struct LineRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    double width = 0; ///< points, without the spaces at its end
};

enum class BreakRule : std::uint8_t {
    Words,
    /// As Words, but not behind a hyphen: nobody could tell afterwards whether it belongs to the text, and programs
    /// that read the page drop it.
    NotAtHyphens,
    Anywhere, ///< in lines of equal length
};

class LineBreaker {
public:
    LineBreaker();
    ~LineBreaker();
    LineBreaker(const LineBreaker&) = delete;
    LineBreaker& operator=(const LineBreaker&) = delete;

    /// At least one line; the first may be empty. Every cluster is in exactly one line.
    [[nodiscard]] std::vector<LineRange> breakLines(const ShapedText& text, double width,
                                                    BreakRule rule = BreakRule::Words);

private:
    /// For each character whether a line may begin there.
    [[nodiscard]] std::vector<bool> opportunities(std::u32string_view text, BreakRule rule);
    [[nodiscard]] std::vector<bool> wordStarts(std::u32string_view text);

    struct Iterator;
    std::unique_ptr<Iterator> m_iterator;
};

} // namespace exhibit::pdf
