#pragma once
// Looks for a person's data in texts and pictures, to propose marks: what the case knows of the person, however a
// machine may have read it, and what shows by its form.

#include "core/CaseTypes.h"
#include "ocr/Reading.h"

namespace exhibit::ocr {

/// Something that belongs to the person.
struct KnownDatum {
    std::string category; ///< one of markCategories()
    std::string value;
};
/// Name, surname, e-mail address and address of the data subject, and names of their accounts.
[[nodiscard]] std::vector<KnownDatum> knownData(const CaseDetails& details, std::span<const std::string> accounts);

struct FoundWords {
    std::size_t begin = 0; ///< bytes of the text
    std::size_t end = 0;
    std::string category;
};
/// In order; none overlaps another. Of known data a letter in eight may differ.
[[nodiscard]] std::vector<FoundWords> findPersonalData(std::string_view text, std::span<const KnownDatum> known);

/// A part of a line of a picture.
struct FoundPlace {
    Region region;     ///< with a little room around the words
    std::string words; ///< as they were read
    std::string category;
};
/// What goes over several lines has a place on each. The size is that of the picture.
[[nodiscard]] std::vector<FoundPlace> findPersonalData(const Reading& reading, std::uint32_t width,
                                                       std::uint32_t height, std::span<const KnownDatum> known);

} // namespace exhibit::ocr
