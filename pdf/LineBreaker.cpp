#include "pdf/LineBreaker.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

namespace exhibit::pdf {
namespace {

/// Spaces may hang over the end of a line, but a long row of them has to stay on the page.
constexpr double kHangingSpace = 24;

bool isHyphen(char32_t c) {
    return c == U'-' || c == 0x2010;
}

double widestCluster(const ShapedText& text) {
    float widest = 0;
    for (const Cluster& cluster : text.clusters)
        widest = std::max(widest, cluster.advance);
    return static_cast<double>(widest);
}

} // namespace

struct LineBreaker::Iterator {
    std::unique_ptr<icu::BreakIterator> lines;
};

LineBreaker::LineBreaker() : m_iterator(std::make_unique<Iterator>()) {
    UErrorCode status = U_ZERO_ERROR;
    m_iterator->lines.reset(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status))
        m_iterator->lines.reset(); // ICU without its data: words are then broken at spaces only
}

LineBreaker::~LineBreaker() = default;

std::vector<bool> LineBreaker::wordStarts(std::u32string_view text) {
    std::vector<bool> mayBegin(text.size() + 1, false);
    if (m_iterator->lines == nullptr || text.size() > std::numeric_limits<std::int32_t>::max() / 2) {
        for (std::size_t i = 1; i < text.size(); ++i)
            mayBegin[i] = isBreakingSpace(text[i - 1]) && !isBreakingSpace(text[i]);
        return mayBegin;
    }
    const auto utf16 = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                                     static_cast<std::int32_t>(text.size()));
    m_iterator->lines->setText(utf16);
    std::size_t character = 0;
    std::int32_t unit = 0;
    for (auto at = m_iterator->lines->first(); at != icu::BreakIterator::DONE; at = m_iterator->lines->next()) {
        for (; unit < at && character < text.size(); ++character)
            unit += text[character] > 0xFFFF ? 2 : 1;
        mayBegin[character] = character > 0;
    }
    return mayBegin;
}

std::vector<bool> LineBreaker::opportunities(std::u32string_view text, BreakRule rule) {
    if (rule == BreakRule::Anywhere)
        return std::vector<bool>(text.size() + 1, true);
    std::vector<bool> mayBegin = wordStarts(text);
    for (std::size_t i = 1; rule == BreakRule::NotAtHyphens && i < text.size(); ++i)
        if (isHyphen(text[i - 1]))
            mayBegin[i] = false;
    return mayBegin;
}

std::vector<LineRange> LineBreaker::breakLines(const ShapedText& text, double width, BreakRule rule) {
    double total = 0;
    for (const Cluster& cluster : text.clusters)
        total += cluster.advance;
    if (total <= width)
        return {{0, text.clusters.size(), total}};

    if (rule == BreakRule::Anywhere) // lines of equal length: nothing of a hash is left over
        width = std::min(width, total / std::ceil(total / width) + widestCluster(text));
    const std::vector<bool> mayBegin = opportunities(text.source.text, rule);
    std::vector<LineRange> lines;
    LineRange line;
    double advance = 0;                          // of the line so far, spaces at its end included
    std::size_t lastBreak = 0;                   // where a line could begin; 0 if nowhere in this line
    double widthAtBreak = 0, advanceAtBreak = 0; // of the line up to there
    for (std::size_t i = 0; i < text.clusters.size(); ++i) {
        const Cluster& cluster = text.clusters[i];
        const bool isSpace = isBreakingSpace(text.source.text[cluster.begin]);
        if (i > line.begin && mayBegin[cluster.begin]) {
            lastBreak = i;
            widthAtBreak = line.width;
            advanceAtBreak = advance;
        }
        const double limit = isSpace ? width + kHangingSpace : width;
        if (advance + cluster.advance > limit && i > line.begin) {
            const bool atWord = lastBreak > line.begin;
            line.end = atWord ? lastBreak : i;
            const double used = atWord ? advanceAtBreak : advance;
            lines.push_back({line.begin, line.end, atWord ? widthAtBreak : line.width});
            line.begin = line.end;
            advance -= used;
            line.width = advance;
            lastBreak = line.begin;
        }
        advance += cluster.advance;
        if (!isSpace)
            line.width = advance;
    }
    lines.push_back({line.begin, text.clusters.size(), line.width});
    return lines;
}

} // namespace exhibit::pdf
