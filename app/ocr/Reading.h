#pragma once
// What a machine read in a picture: words and where they stand. It may be wrong in every word.

#include "core/Markup.h"

#include <span>
#include <string>
#include <vector>

namespace exhibit::ocr {

struct Word {
    std::string text;     ///< valid UTF-8 without white space
    Region box;           ///< in pixels of the picture as it is looked at
    float confidence = 0; ///< 0 to 100, as the machine says; it says nothing about words that it didn't see
};

struct Line {
    std::vector<Word> words; ///< at least one
    int paragraph = 0;       ///< lines that belong together have the same
};

struct Reading {
    std::vector<Line> lines; ///< in the order in which they are read
};

/// The smallest rectangle around both.
[[nodiscard]] Region united(const Region& a, const Region& b);
[[nodiscard]] Region boxOf(const Line& line);

/// One reading of several of the same picture, which saw different parts of it: of lines that lie over one another the
/// one that more was read of.
[[nodiscard]] Reading merged(std::span<const Reading> readings);

/// A reading as one text, and where its words are in it.
struct ReadText {
    struct Place {
        std::size_t begin = 0; ///< bytes of the text
        std::size_t end = 0;
        std::size_t line = 0; ///< of the reading
        std::size_t word = 0; ///< of the line
    };
    std::string text; ///< a line of the picture is a line; an empty one stands between paragraphs
    std::vector<Place> places;
};
[[nodiscard]] ReadText readText(const Reading& reading);

} // namespace exhibit::ocr
