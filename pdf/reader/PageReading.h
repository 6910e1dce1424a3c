#pragma once
// All pages -> the texts and pictures that the structure names, with what keeps a reader from seeing them.

#include "pdf/reader/Content.h"
#include "pdf/reader/Structure.h"

#include <string>
#include <unordered_map>

namespace exhibit::pdf::reader {

/// The characters of one marked content, in visual order, each with its bidirectional level.
struct ShownText {
    std::u32string characters;
    std::string levels;
    /// Parts of an emoji sequence or of another row of characters that is one sign on the page: they share a level,
    /// whatever each would have alone.
    std::vector<bool> joined;
    float baseline = 0;
};

/// Why a text can't be taken as shown.
struct TextFault {
    ErrorCode code = ErrorCode::Malformed;
    std::string message;
    std::size_t page = 0; ///< from 1
};

/// One drawing of a picture.
struct FigureDrawing {
    std::size_t page = 0; ///< index
    const Object* object = nullptr;
    Box shown;        ///< the part of the unit square that is seen
    double scale = 0; ///< points per unit in the smaller direction
    bool covered = false;
};

struct PageReading {
    std::unordered_map<std::uint64_t, ShownText> texts;      ///< by Structure::key
    std::unordered_map<std::uint32_t, TextFault> textFaults; ///< by text block, the first of each
    std::vector<std::vector<FigureDrawing>> figures;         ///< by figure block
    std::vector<Finding> unaccounted;
};

[[nodiscard]] PageReading readPageContents(const File& file, const PageList& pages, const Structure& structure,
                                           FindingList& findings);

} // namespace exhibit::pdf::reader
