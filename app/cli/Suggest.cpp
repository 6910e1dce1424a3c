#include "cli/Suggest.h"

#include "core/Text.h"

#include <algorithm>
#include <vector>

namespace exhibit::cli {

std::size_t editDistance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> beforeLast(to.size() + 1);
    std::vector<std::size_t> last(to.size() + 1);
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j)
        last.at(j) = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row.at(0) = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t change = from[i - 1] == to[j - 1] ? 0 : 1;
            row.at(j) = std::min({last.at(j) + 1, row.at(j - 1) + 1, last.at(j - 1) + change});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                row.at(j) = std::min(row.at(j), beforeLast.at(j - 2) + 1);
        }
        beforeLast.swap(last);
        last.swap(row);
    }
    return last.at(to.size());
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    // Names longer than this aren't slips of the fingers, and the distance costs the product of the lengths.
    constexpr std::size_t kLongest = 256;
    if (word.empty() || word.size() > kLongest)
        return std::nullopt;
    std::optional<std::string> best;
    std::size_t bestDistance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > kLongest)
            continue;
        const std::size_t distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    if (best)
        return best;
    const auto begins = [&](const std::string& candidate) { return candidate.starts_with(word); };
    if (std::ranges::count_if(candidates, begins) == 1)
        return *std::ranges::find_if(candidates, begins);
    return std::nullopt;
}

std::string didYouMean(std::string_view word, std::span<const std::string> candidates) {
    const auto found = nearest(word, candidates);
    if (!found)
        return {};
    return " Did you mean \"" + escapeForDisplay(*found, EscapeStyle::Line) + "\"?";
}

} // namespace exhibit::cli
