#include "ocr/Letters.h"

#include "core/Punctuation.h"
#include "core/Text.h"

#include <algorithm>
#include <unicode/uchar.h>

namespace exhibit::ocr {

namespace {

UChar32 icu(char32_t c) {
    return static_cast<UChar32>(c);
}

char32_t plain(char32_t c) {
    return u_charType(icu(c)) == U_DASH_PUNCTUATION ? U'-' : typewritten(c);
}

/// Calls `visit(end, begin, edits)` for each place of the text at which a part that is like the pattern may end (P. H.
/// Sellers: The Theory and Computation of Evolutionary Distances, 1980), with the best beginning.
template <class Visit>
void forEachEnd(std::u32string_view pattern, std::u32string_view text, Visit visit) {
    struct Cell {
        std::uint32_t edits = 0;
        std::uint32_t begin = 0;
    };
    std::vector<Cell> column(pattern.size() + 1);
    for (std::size_t i = 0; i <= pattern.size(); ++i)
        column[i].edits = static_cast<std::uint32_t>(i);
    for (std::size_t at = 0; at < text.size(); ++at) {
        Cell diagonal = column[0];
        column[0] = {0, static_cast<std::uint32_t>(at + 1)};
        for (std::size_t i = 1; i <= pattern.size(); ++i) {
            const Cell left = column[i];
            Cell best{diagonal.edits + (pattern[i - 1] == text[at] ? 0U : 1U), diagonal.begin};
            if (left.edits + 1 < best.edits)
                best = {left.edits + 1, left.begin};
            if (column[i - 1].edits + 1 < best.edits)
                best = {column[i - 1].edits + 1, column[i - 1].begin};
            diagonal = left;
            column[i] = best;
        }
        visit(at + 1, std::size_t{column.back().begin}, std::size_t{column.back().edits});
    }
}

bool isWhole(std::u32string_view text, std::size_t begin, std::size_t end) {
    const auto splits = [&](std::size_t at) {
        return at > 0 && at < text.size() && isLetterOrDigit(text[at - 1]) && isLetterOrDigit(text[at]);
    };
    return begin < end && !splits(begin) && !splits(end);
}

} // namespace

bool isLetterOrDigit(char32_t c) {
    return u_isalnum(icu(c)) != 0;
}

Letters lettersOf(std::string_view text, Capitals capitals) {
    Letters result;
    for (std::size_t at = 0; at < text.size();) {
        const DecodedChar next = decodeUtf8(text.substr(at));
        const Letters::Source source{at, at + next.length};
        at = source.end;
        const char32_t c = plain(next.codePoint.value_or(0xfffd));
        const bool isSpace = u_isUWhiteSpace(icu(c)) != 0;
        if (!isSpace && isInvisible(c))
            continue;
        const bool isFirst = result.letters.empty() || result.letters.back() == U' ';
        if (isSpace && isFirst)
            continue;
        const char32_t folded =
            capitals == Capitals::Same ? static_cast<char32_t>(u_foldCase(icu(c), U_FOLD_CASE_DEFAULT)) : c;
        result.letters += isSpace ? U' ' : folded;
        result.sources.push_back(source);
    }
    if (!result.letters.empty() && result.letters.back() == U' ') {
        result.letters.pop_back();
        result.sources.pop_back();
    }
    return result;
}

std::u32string lookAlike(std::u32string letters) {
    for (char32_t& c : letters)
        c = c == U'I' || c == U'|' ? U'l' : c;
    return letters;
}

std::size_t editDistance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t i = 0; i <= b.size(); ++i)
        row[i] = i;
    for (const char32_t c : a) {
        std::size_t diagonal = row[0]++;
        for (std::size_t i = 1; i <= b.size(); ++i) {
            const std::size_t exchanged = diagonal + (c == b[i - 1] ? 0 : 1);
            diagonal = row[i];
            row[i] = std::min({exchanged, row[i] + 1, row[i - 1] + 1});
        }
    }
    return row.back();
}

Similar mostSimilar(std::u32string_view pattern, std::u32string_view text) {
    Similar best{0, 0, pattern.size()};
    forEachEnd(pattern, text, [&](std::size_t end, std::size_t begin, std::size_t edits) {
        if (edits < best.edits)
            best = {begin, end, edits};
    });
    return best;
}

std::vector<Similar> allSimilar(std::u32string_view pattern, std::u32string_view text, std::size_t mostEdits) {
    std::vector<Similar> candidates;
    forEachEnd(pattern, text, [&](std::size_t end, std::size_t begin, std::size_t edits) {
        if (edits <= mostEdits && isWhole(text, begin, end))
            candidates.push_back({begin, end, edits});
    });
    std::ranges::stable_sort(candidates, {}, &Similar::edits);
    std::vector<Similar> found;
    for (const Similar& one : candidates) {
        const auto overlaps = [&](const Similar& other) { return one.begin < other.end && other.begin < one.end; };
        if (std::ranges::none_of(found, overlaps))
            found.push_back(one);
    }
    std::ranges::sort(found, {}, &Similar::begin);
    return found;
}

} // namespace exhibit::ocr
