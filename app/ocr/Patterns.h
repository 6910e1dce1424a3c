#pragma once
// Kinds of personal data that show by their form alone: e-mail addresses, phone numbers, bank accounts, addresses of
// houses. Conservative: what may as well be something else isn't found.

#include <cstddef>
#include <string_view>
#include <vector>

namespace exhibit::ocr {

struct FormedDatum {
    std::size_t begin = 0; ///< bytes of the text
    std::size_t end = 0;
    std::string_view category; ///< one of markCategories()
};

/// In the order in which they begin; none overlaps another.
[[nodiscard]] std::vector<FormedDatum> findByForm(std::string_view text);

} // namespace exhibit::ocr
