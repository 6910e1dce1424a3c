#pragma once
// The structure tree (ISO 32000-1 14.7): which marked content of which page belongs to which block of the document.

#include "pdf/reader/Pages.h"

namespace exhibit::pdf::reader {

/// One marked-content sequence.
struct MarkedContent {
    std::size_t page = 0; ///< index
    std::uint32_t mcid = 0;
};

/// A row of marked contents: one line of the text in the file, which may be wrapped on the page.
struct TextLine {
    std::vector<MarkedContent> contents;
};

struct TextBlock {
    std::string id;
    std::vector<TextLine> lines;
};

struct FigureBlock {
    std::string id;
    std::string alternative;
    std::vector<MarkedContent> contents;
};

struct Structure {
    /// What a marked content is part of.
    struct Owner {
        enum class Kind : std::uint8_t { None, Other, Text, Figure } kind = Kind::None;
        std::uint32_t block = 0; ///< index into texts or figures
        std::uint32_t line = 0;  ///< of a text
    };
    std::vector<TextBlock> texts;                    ///< those with an id, in reading order
    std::vector<FigureBlock> figures;                ///< those with an id, in reading order
    std::unordered_map<std::uint64_t, Owner> owners; ///< see key()

    [[nodiscard]] static std::uint64_t key(std::size_t page, std::uint32_t mcid) {
        return static_cast<std::uint64_t>(page) << 32 | mcid;
    }
    [[nodiscard]] Owner owner(std::size_t page, std::uint32_t mcid) const;
};

[[nodiscard]] Structure readStructure(const File& file, const PageList& pages, FindingList& findings);

} // namespace exhibit::pdf::reader
