#pragma once
// The pages in their order (ISO 32000-1 7.7.3).

#include "pdf/reader/File.h"

#include <array>
#include <unordered_map>

namespace exhibit::pdf::reader {

struct Page {
    const Object* object = nullptr;
    std::array<double, 4> box{}; ///< MediaBox: left, bottom, right, top

    [[nodiscard]] const Dictionary& dictionary() const { return *object->value.dictionary(); }
};

struct PageList {
    std::vector<Page> pages;
    std::unordered_map<std::uint32_t, std::size_t> byObject; ///< object number -> index
};

/// The page tree in order. Loops, nodes that aren't pages and a wrong /Count are findings.
[[nodiscard]] PageList readPages(const File& file, FindingList& findings);

/// Four numbers, or nothing.
[[nodiscard]] std::optional<std::array<double, 4>> rectangleOf(const File& file, const Value* value);

} // namespace exhibit::pdf::reader
