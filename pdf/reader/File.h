#pragma once
// The file as a row of objects. Our writer's grammar leaves no byte between them: header, objects in the order of their
// numbers, one cross-reference table, one trailer, end. Whatever differs is a finding; what can still be read is read,
// so that the findings name as much as possible.

#include "core/Bytes.h"
#include "pdf/reader/FindingList.h"
#include "pdf/reader/Reader.h"
#include "pdf/reader/Value.h"
#include "pdf/reader/ValueParser.h"
#include "pdf/reader/Window.h"

#include <optional>

namespace exhibit::pdf::reader {

/// Where the data of a stream lie.
struct StreamData {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

struct Object {
    std::uint32_t number = 0;
    std::uint64_t offset = 0;
    Value value; ///< of a stream: its dictionary
    std::optional<StreamData> stream;

    [[nodiscard]] std::string name() const { return objectName(number); }
};

class File {
public:
    /// Fails only if the file can't be read.
    static Result<File> open(SharedSource source, const ReaderLimits& limits, FindingList& findings);

    /// False if there is no cross-reference table that leads to a catalog: then there are no objects.
    [[nodiscard]] bool isReadable() const { return !m_objects.empty(); }
    /// nullptr if there is no such object.
    [[nodiscard]] const Object* object(std::uint32_t number) const;
    [[nodiscard]] const Object* object(const Value* reference) const;
    /// The value itself, or the object that it refers to; null for a missing one and for nullptr.
    [[nodiscard]] const Value& resolve(const Value* value) const;
    /// In the order of their numbers.
    [[nodiscard]] const std::vector<Object>& objects() const { return m_objects; }
    [[nodiscard]] const Value& trailer() const { return m_trailer; }
    [[nodiscard]] std::uint64_t trailerOffset() const { return m_trailerOffset; }
    [[nodiscard]] const Dictionary* catalog() const;
    /// Entries of the cross-reference table.
    [[nodiscard]] std::uint64_t slotCount() const { return m_slotCount; }
    /// Where the first revision ends; nothing if its end isn't as our writer makes it.
    [[nodiscard]] std::optional<std::uint64_t> firstEnd() const { return m_firstEnd; }
    [[nodiscard]] const SharedSource& source() const { return m_source; }
    [[nodiscard]] const ReaderLimits& limits() const { return m_limits; }

    /// The data of a stream as its filter gives them: none or one FlateDecode without parameters. Unsupported for any
    /// other, Malformed, or LimitExceeded beyond `limit` bytes.
    [[nodiscard]] Result<std::string> streamText(const Object& object, std::size_t limit) const;

private:
    friend class FileScan;
    File(SharedSource source, const ReaderLimits& limits) : m_source(std::move(source)), m_limits(limits) {}

    SharedSource m_source;
    ReaderLimits m_limits;
    std::vector<Object> m_objects;
    std::vector<std::uint32_t> m_index; ///< object number -> index in m_objects plus 1
    Value m_trailer;
    std::uint64_t m_trailerOffset = 0;
    std::uint64_t m_slotCount = 0;
    std::optional<std::uint64_t> m_firstEnd;
};

} // namespace exhibit::pdf::reader
