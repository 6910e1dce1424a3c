#include "pdf/reader/FileScan.h"

#include <charconv>

namespace exhibit::pdf::reader {
namespace {

// ISO 32000-1 7.5.2; the second line holds four bytes above 127, so that nobody takes the file for text.
constexpr std::string_view kHeader = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
constexpr std::size_t kEntrySize = 20; // 7.5.4: exactly
constexpr std::string_view kFreeEntry = "0000000000 65535 f \n";
constexpr std::size_t kFirstTry = 1 << 14;
constexpr int kMostRevisions = 64;

std::optional<std::uint64_t> number(std::string_view digits) {
    std::uint64_t value = 0;
    const char* end = digits.data() + digits.size();
    const std::from_chars_result parsed = std::from_chars(digits.data(), end, value);
    if (digits.empty() || parsed.ec != std::errc{} || parsed.ptr != end)
        return std::nullopt;
    return value;
}

std::string ending(std::uint64_t tableOffset) {
    return "\nstartxref\n" + std::to_string(tableOffset) + "\n%%EOF\n";
}

/// The number on the line behind "startxref\n".
std::optional<std::uint64_t> numberLine(std::string_view text) {
    const std::size_t end = text.find_first_of("\r\n");
    return end == std::string_view::npos ? std::nullopt : number(text.substr(0, end));
}

} // namespace

Result<File> FileScan::run() {
    if (m_window.size() > m_file.m_limits.fileSize) {
        m_findings.indeterminate("limit-exceeded", "The file is larger than this program reads.");
        return std::move(m_file);
    }
    EXHIBIT_TRY(checkHeader());
    EXHIBIT_ASSIGN(const std::optional<std::uint64_t> table, findTable());
    if (!table)
        return std::move(m_file);
    EXHIBIT_ASSIGN(const std::optional<Section> section, findFirstSection(*table));
    if (!section)
        return std::move(m_file);
    m_file.m_trailer = section->trailer;
    m_file.m_trailerOffset = section->trailerOffset;
    m_file.m_slotCount = section->count;
    EXHIBIT_TRY(checkEnd(*section));
    EXHIBIT_ASSIGN(std::optional<std::vector<Slot>> slots, readSlots(*section));
    if (!slots)
        return std::move(m_file);
    EXHIBIT_TRY(readObjects(std::move(*slots), *section));
    return std::move(m_file);
}

Result<bool> FileScan::isAt(std::uint64_t offset, std::string_view expected) {
    EXHIBIT_ASSIGN(const std::string_view found, m_window.at(offset, expected.size()));
    return found == expected;
}

Result<> FileScan::checkHeader() {
    m_bodyStart = kHeader.size();
    EXHIBIT_ASSIGN(const std::string_view start, m_window.at(0, 1024));
    if (start.substr(0, kHeader.size()) == kHeader)
        return {};
    const std::size_t found = start.find("%PDF-");
    if (found == std::string_view::npos)
        m_findings.indeterminate("not-a-pdf", "The file doesn't begin as a PDF does.", {}, 0);
    else if (found > 0)
        m_findings.contradiction("bytes-before-header", "Something was put before the beginning of the PDF.", {}, 0);
    else
        m_findings.contradiction("header", "The file doesn't begin as this program writes it.", {}, 0);
    return {};
}

Result<std::optional<std::uint64_t>> FileScan::findTable() {
    constexpr std::uint64_t kTail = 64;
    const std::uint64_t start = m_window.size() - std::min(m_window.size(), kTail);
    EXHIBIT_ASSIGN(const std::string_view tail, m_window.at(start, kTail));
    const std::size_t word = tail.rfind("startxref\n");
    if (word != std::string_view::npos) {
        const std::optional<std::uint64_t> offset = numberLine(tail.substr(word + 10));
        if (offset && word > 0 && tail.substr(word - 1) == ending(*offset))
            return offset;
    }
    EXHIBIT_ASSIGN(const std::optional<std::uint64_t> found, searchBackwards());
    if (!found)
        m_findings.indeterminate("incomplete", "The end of the file is missing: it was cut off or damaged.", {},
                                 m_window.size());
    else
        m_findings.contradiction("bad-end", "The file doesn't end as this program writes it.", {}, start);
    return found;
}

/// From the end, piece by piece, for the last "startxref" with a number behind it.
Result<std::optional<std::uint64_t>> FileScan::searchBackwards() {
    constexpr std::uint64_t kPiece = 1 << 16;
    constexpr std::uint64_t kOverlap = 48; // the word and its number may lie across the border of two pieces
    std::uint64_t end = m_window.size();
    while (end > 0) {
        const std::uint64_t start = end - std::min(end, kPiece);
        EXHIBIT_ASSIGN(const std::string_view piece, m_window.at(start, kPiece + kOverlap));
        for (std::size_t at = piece.rfind("startxref"); at != std::string_view::npos && at > 0;
             at = piece.rfind("startxref", at - 1)) {
            const std::size_t digits = piece.find_first_not_of("\r\n ", at + 9);
            const std::optional<std::uint64_t> offset =
                digits == std::string_view::npos ? std::nullopt : numberLine(piece.substr(digits));
            if (offset)
                return offset;
        }
        end = start;
    }
    return std::optional<std::uint64_t>();
}

void FileScan::noteForeignTable(std::uint64_t offset, std::string_view found) {
    const bool isObject = !found.empty() && found.front() >= '0' && found.front() <= '9';
    if (isObject && found.substr(0, 24).find(" obj") != std::string_view::npos)
        m_findings.indeterminate("cross-reference-stream",
                                 "The file has a compressed cross-reference table, which this program never writes: "
                                 "another program has saved it anew.",
                                 {}, offset);
    else
        m_findings.indeterminate("cross-reference-table", "The file's table of contents can't be found.", {}, offset);
}

/// Reads the subsections' heads (7.5.4), and leaves trailerOffset behind the last entry. False if there is none.
Result<bool> FileScan::readSubsections(Section& section) {
    std::uint64_t position = section.offset + 5;
    for (std::size_t subsections = 0; subsections < 10'000; ++subsections) {
        EXHIBIT_ASSIGN(const std::string_view line, m_window.at(position, 48));
        if (line.substr(0, 7) == "trailer") {
            section.trailerOffset = position;
            return subsections > 0;
        }
        const std::size_t blank = line.find(' ');
        const std::size_t end = line.find('\n');
        if (end == std::string_view::npos || blank == std::string_view::npos || blank > end)
            return false;
        const std::optional<std::uint64_t> first = number(line.substr(0, blank));
        const std::optional<std::uint64_t> count = number(line.substr(blank + 1, end - blank - 1));
        if (!first || !count || *count > (m_window.size() - position) / kEntrySize)
            return false;
        section.single = subsections == 0 && *first == 0;
        section.firstEntry = position + end + 1;
        section.count = *count;
        position = section.firstEntry + *count * kEntrySize;
    }
    return false;
}

Result<std::optional<FileScan::Section>> FileScan::readSection(std::uint64_t offset) {
    Section section;
    section.offset = offset;
    EXHIBIT_ASSIGN(const std::string_view start, m_window.at(offset, 64));
    if (start.substr(0, 5) != "xref\n") {
        noteForeignTable(offset, start);
        return std::optional<Section>();
    }
    EXHIBIT_ASSIGN(const bool sound, readSubsections(section));
    if (!sound) {
        m_findings.indeterminate("cross-reference-table", "The file's table of contents is damaged.", {}, offset);
        return std::optional<Section>();
    }
    EXHIBIT_ASSIGN(std::optional<Value> trailer,
                   readValue(section.trailerOffset + 7, m_window.size(), section.trailerEnd, "trailer"));
    if (!trailer || trailer->dictionary() == nullptr)
        return std::optional<Section>();
    section.trailer = std::move(*trailer);
    return section;
}

Result<std::optional<FileScan::Section>> FileScan::findFirstSection(std::uint64_t offset) {
    std::optional<Section> section;
    for (int revision = 0; revision < kMostRevisions; ++revision) {
        EXHIBIT_ASSIGN(section, readSection(offset));
        if (!section)
            return section;
        if (section->trailer.dictionary()->find("XRefStm") != nullptr)
            m_findings.indeterminate("hybrid-file", "The file has two tables of contents that may differ.", "trailer",
                                     section->trailerOffset);
        const Value* previous = section->trailer.dictionary()->find("Prev");
        if (previous == nullptr)
            return section;
        // Every update lies behind what it updates; anything else is a loop or a linearised file.
        const std::int64_t* next = previous->integer();
        if (next == nullptr || *next < 0 || static_cast<std::uint64_t>(*next) >= offset) {
            m_findings.contradiction("previous-table", "The file's tables of contents don't follow one another.",
                                     "trailer", section->trailerOffset);
            return section;
        }
        offset = static_cast<std::uint64_t>(*next);
    }
    m_findings.indeterminate("limit-exceeded", "The file was updated more often than this program reads.", {}, offset);
    return std::optional<Section>();
}

/// Nothing may follow the first revision: whatever was added can show another content.
Result<> FileScan::checkEnd(const Section& section) {
    const std::string expected = ending(section.offset);
    EXHIBIT_ASSIGN(const bool sound, isAt(section.trailerEnd, expected));
    const std::uint64_t end = section.trailerEnd + expected.size();
    if (sound)
        m_file.m_firstEnd = end;
    if (!sound)
        m_findings.contradiction("bad-end", "The file doesn't end as this program writes it.", {}, section.trailerEnd);
    else if (end < m_window.size())
        m_findings.contradiction("bytes-after-end",
                                 "The file goes on behind its end: something was added after it was made.", {}, end);
    return {};
}

std::optional<FileScan::Slot> FileScan::readSlot(std::string_view entry, std::uint32_t number_, std::uint64_t offset) {
    const std::optional<std::uint64_t> where = number(entry.substr(0, 10));
    if (!where || entry.substr(10) != " 00000 n \n") {
        m_findings.contradiction("cross-reference-entry",
                                 "An entry in the table of contents isn't as this program writes it.",
                                 objectName(number_), offset);
        return std::nullopt;
    }
    return Slot{number_, *where};
}

Result<std::optional<std::vector<FileScan::Slot>>> FileScan::readSlots(const Section& section) {
    if (!section.single) {
        m_findings.contradiction("cross-reference-table",
                                 "The file's table of contents isn't as this program writes it.", {}, section.offset);
        return std::optional<std::vector<Slot>>();
    }
    if (section.count > m_file.m_limits.objects) {
        m_findings.indeterminate("limit-exceeded", "The file has more objects than this program reads.", {},
                                 section.offset);
        return std::optional<std::vector<Slot>>();
    }
    std::vector<Slot> slots;
    slots.reserve(section.count);
    for (std::uint32_t i = 0; i < section.count; ++i) {
        const std::uint64_t offset = section.firstEntry + i * kEntrySize;
        EXHIBIT_ASSIGN(const std::string_view entry, m_window.at(offset, kEntrySize));
        if (i == 0) {
            if (entry != kFreeEntry)
                m_findings.contradiction("cross-reference-entry", "The table of contents doesn't begin as it should.",
                                         {}, offset);
            continue;
        }
        if (const std::optional<Slot> slot = readSlot(entry, i, offset))
            slots.push_back(*slot);
    }
    return std::optional(std::move(slots));
}

/// The objects must fill the file from the header to the table, in the order of their numbers.
Result<> FileScan::readObjects(std::vector<Slot> slots, const Section& section) {
    const auto byOffset = [](const Slot& a, const Slot& b) { return a.offset < b.offset; };
    if (!std::is_sorted(slots.begin(), slots.end(), byOffset)) {
        m_findings.contradiction("object-order", "The objects of the file aren't in their order.", {}, section.offset);
        std::stable_sort(slots.begin(), slots.end(), byOffset);
    }
    m_file.m_index.resize(section.count);
    m_file.m_objects.reserve(slots.size());
    const std::uint64_t first = slots.empty() ? section.offset : slots.front().offset;
    if (first != m_bodyStart)
        m_findings.contradiction("gap", "There are bytes at the beginning that belong to no object.", {}, m_bodyStart);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const std::uint64_t end = i + 1 < slots.size() ? slots[i + 1].offset : section.offset;
        if (slots[i].offset >= end || end > section.offset) {
            m_findings.contradiction("cross-reference-entry", "Two objects are at the same place.",
                                     objectName(slots[i].number), slots[i].offset);
            continue;
        }
        EXHIBIT_TRY(readObject(slots[i], end));
        if (m_budget.values == 0)
            break;
    }
    return {};
}

/// "12 0 obj\n<value>\nendobj\n", from slot.offset exactly to `end`.
Result<> FileScan::readObject(const Slot& slot, std::uint64_t end) {
    constexpr std::string_view kEnd = "\nendobj\n";
    const std::string start = std::to_string(slot.number) + " 0 obj\n";
    EXHIBIT_ASSIGN(const bool here, isAt(slot.offset, start));
    if (!here) {
        m_findings.contradiction("object-misplaced", "The table of contents says that an object is here; it isn't.",
                                 objectName(slot.number), slot.offset);
        return {};
    }
    Object object;
    object.number = slot.number;
    object.offset = slot.offset;
    std::uint64_t valueEnd = 0;
    EXHIBIT_ASSIGN(std::optional<Value> value,
                   readValue(slot.offset + start.size(), end, valueEnd, objectName(slot.number)));
    if (!value)
        return {};
    object.value = std::move(*value);
    EXHIBIT_ASSIGN(const bool isStream, isAt(valueEnd, "\nstream\n"));
    EXHIBIT_ASSIGN(const bool ends, isAt(valueEnd, kEnd));
    if (isStream && object.value.dictionary() != nullptr) {
        EXHIBIT_TRY(readStream(object, valueEnd + 8, end));
    } else if (!ends || valueEnd + kEnd.size() != end) {
        m_findings.contradiction("gap", "There are bytes behind an object that belong to none.", object.name(),
                                 valueEnd);
    }
    m_file.m_objects.push_back(std::move(object));
    m_file.m_index[slot.number] = static_cast<std::uint32_t>(m_file.m_objects.size());
    return {};
}

/// 7.3.8.1. The length must be in the dictionary itself, so that there is one answer to where the stream ends.
Result<> FileScan::readStream(Object& object, std::uint64_t offset, std::uint64_t end) {
    constexpr std::string_view kEnd = "\nendstream\nendobj\n";
    const Value* length = object.value.dictionary()->find("Length");
    const std::int64_t* size = length == nullptr ? nullptr : length->integer();
    const std::uint64_t room = end - offset >= kEnd.size() ? end - offset - kEnd.size() : 0;
    if (size == nullptr || *size < 0 || static_cast<std::uint64_t>(*size) != room) {
        m_findings.contradiction("stream-length", "A stream isn't as long as it says.", object.name(), offset);
        return {};
    }
    EXHIBIT_ASSIGN(const bool ends, isAt(offset + room, kEnd));
    if (!ends)
        m_findings.contradiction("stream-length", "A stream doesn't end where it says.", object.name(), offset + room);
    object.stream = StreamData{offset, room};
    return {};
}

/// The value at `offset`; first with a small piece of the file, and with a larger one if it doesn't end there.
Result<std::optional<Value>> FileScan::readValue(std::uint64_t offset, std::uint64_t end, std::uint64_t& valueEnd,
                                                 const std::string& owner) {
    const std::uint64_t left =
        m_file.m_limits.objectBytes - std::min<std::uint64_t>(m_valueBytes, m_file.m_limits.objectBytes);
    const std::uint64_t most = std::min<std::uint64_t>(end - offset, left);
    for (std::uint64_t length = std::min<std::uint64_t>(most, kFirstTry);; length = std::min(most, length * 8)) {
        EXHIBIT_ASSIGN(const std::string_view text, m_window.at(offset, static_cast<std::size_t>(length)));
        ParseBudget budget = m_budget;
        ValueParser parser(text, 0, budget);
        Result<Value> value = parser.parse();
        // A token that touches the end of the piece may go on behind it.
        const bool cut = parser.ranOut() || (value && parser.position() == text.size());
        if (cut && length < most)
            continue;
        m_budget = budget;
        if (!value) {
            const bool limit = value.error().code == ErrorCode::LimitExceeded;
            m_findings.indeterminate(limit ? "limit-exceeded" : "syntax", value.error().message, owner,
                                     offset + value.error().offset.value_or(0));
            return std::optional<Value>();
        }
        m_valueBytes += parser.position();
        if (parser.duplicateKey())
            m_findings.contradiction("duplicate-key", "A dictionary says two things under the same name.", owner,
                                     offset + *parser.duplicateKey());
        valueEnd = offset + parser.position();
        return std::optional(std::move(*value));
    }
}

} // namespace exhibit::pdf::reader
