#pragma once
// The word that somebody may have meant.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace exhibit::cli {

/// How many letters must be put in, left out, changed or swapped with their neighbour to get from one word to the other
/// (optimal string alignment). Counted in bytes.
[[nodiscard]] std::size_t editDistance(std::string_view from, std::string_view to);

/// The candidate nearest to `word`, if it is near enough that a slip of the fingers explains it, or the only one that
/// begins with `word`.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// " Did you mean \"list\"?", or nothing.
[[nodiscard]] std::string didYouMean(std::string_view word, std::span<const std::string> candidates);

} // namespace exhibit::cli
