#pragma once
// How File::open reads a file; see File.h.

#include "pdf/reader/File.h"

namespace exhibit::pdf::reader {

class FileScan {
public:
    FileScan(SharedSource source, const ReaderLimits& limits, FindingList& findings)
        : m_file(std::move(source), limits), m_window(*m_file.m_source),
          m_findings(findings), m_budget{limits.values, limits.depth} {}
    Result<File> run();

private:
    /// One cross-reference section with its trailer.
    struct Section {
        std::uint64_t offset = 0;        ///< of the word xref
        std::uint64_t firstEntry = 0;    ///< offset of its entry for object 0
        std::uint64_t count = 0;         ///< of entries
        bool single = true;              ///< one subsection, from object 0
        std::uint64_t trailerOffset = 0; ///< of the word trailer
        std::uint64_t trailerEnd = 0;    ///< behind the dictionary
        Value trailer;
    };
    struct Slot {
        std::uint32_t number = 0;
        std::uint64_t offset = 0;
    };

    Result<> checkHeader();
    /// Where the last startxref says that the cross-reference table is; nothing if there is none.
    Result<std::optional<std::uint64_t>> findTable();
    Result<std::optional<std::uint64_t>> searchBackwards();
    /// The oldest section of the chain: the file as it was first written.
    Result<std::optional<Section>> findFirstSection(std::uint64_t offset);
    Result<std::optional<Section>> readSection(std::uint64_t offset);
    Result<bool> readSubsections(Section& section);
    Result<> checkEnd(const Section& section);
    Result<std::optional<std::vector<Slot>>> readSlots(const Section& section);
    std::optional<Slot> readSlot(std::string_view entry, std::uint32_t number, std::uint64_t offset);
    Result<> readObjects(std::vector<Slot> slots, const Section& section);
    Result<> readObject(const Slot& slot, std::uint64_t end);
    Result<> readStream(Object& object, std::uint64_t offset, std::uint64_t end);
    Result<std::optional<Value>> readValue(std::uint64_t offset, std::uint64_t end, std::uint64_t& valueEnd,
                                           const std::string& owner);
    Result<bool> isAt(std::uint64_t offset, std::string_view expected);
    void noteForeignTable(std::uint64_t offset, std::string_view found);

    File m_file;
    Window m_window;
    FindingList& m_findings;
    ParseBudget m_budget;
    std::uint64_t m_bodyStart = 0;
    std::uint64_t m_valueBytes = 0;
};

} // namespace exhibit::pdf::reader
