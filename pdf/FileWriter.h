#pragma once
// The finished objects -> the bytes of the file, in the grammar of Composition.h. libqpdf's own writer holds every
// stream in memory; this one reads large streams in pieces while it writes them, so that memory doesn't grow with
// pictures and attachments.

#include "core/Bytes.h"
#include "core/Hash.h"
#include "pdf/IntegrityDigest.h"

#include <deque>
#include <functional>
#include <map>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

namespace exhibit::pdf {

/// Data that is copied into the file as it is.
struct CopiedData {
    struct Piece {
        std::uint64_t offset = 0;
        std::uint64_t length = 0;
    };
    SharedSource source;
    std::vector<Piece> pieces;

    [[nodiscard]] std::uint64_t size() const;
};

/// The numbers that objects get in the file.
class ObjectNumbers {
public:
    /// 0 for an object that isn't written.
    [[nodiscard]] std::size_t of(const QPDFObjectHandle& object) const;

private:
    friend class FileWriter;
    std::map<QPDFObjGen, std::size_t> m_numbers;
};

/// Objects that never were in libqpdf, since there are too many of them: the structure tree.
class MoreObjects {
public:
    virtual ~MoreObjects() = default;
    [[nodiscard]] virtual std::size_t count() const = 0;
    /// Entries for the catalog, as PDF text; `first` is the number of the first of these objects.
    [[nodiscard]] virtual std::string catalogEntries(std::size_t first) const = 0;
    /// The value of the object `index`, as PDF text.
    [[nodiscard]] virtual std::string value(std::size_t index, std::size_t first,
                                            const ObjectNumbers& numbers) const = 0;
};

class FileWriter {
public:
    FileWriter(QPDF& pdf, ByteSink& sink, const Progress& progress);

    /// The stream's data comes from here, and its dictionary already says how it is coded.
    void copy(const QPDFObjectHandle& stream, CopiedData data);
    /// The stream stays readable text: metadata.
    void keepPlain(const QPDFObjectHandle& stream);

    /// Everything that can be reached from the catalog and from `information`. Streams that have no filter yet are
    /// compressed. Cancelled if the progress says so, LimitExceeded beyond 9,999,999,999 bytes.
    [[nodiscard]] Result<> write(const QPDFObjectHandle& information, const MoreObjects& more);

private:
    void number(const QPDFObjectHandle& object);
    void visit(QPDFObjectHandle value);
    void visitInside(QPDFObjectHandle object);
    void appendValue(std::string& out, QPDFObjectHandle value) const;
    void appendDictionary(std::string& out, QPDFObjectHandle dictionary, const std::string& moreEntries) const;
    [[nodiscard]] Result<> beginObject();
    [[nodiscard]] Result<> writeObject(QPDFObjectHandle object, const std::string& moreEntries);
    [[nodiscard]] Result<> writeStream(QPDFObjectHandle stream);
    [[nodiscard]] Result<> writeCopied(QPDFObjectHandle stream, const CopiedData& data);
    [[nodiscard]] Result<> writeTrailer(const QPDFObjectHandle& information);
    [[nodiscard]] Result<> put(ByteView bytes);
    [[nodiscard]] Result<> put(std::string_view text) { return put(bytesOf(text)); }

    QPDF& m_pdf;
    ByteSink& m_sink;
    const Progress& m_progress;
    std::map<QPDFObjGen, CopiedData> m_copied;
    std::map<QPDFObjGen, bool> m_plain;
    ObjectNumbers m_numbers;
    std::vector<QPDFObjectHandle> m_objects; ///< in the order of their numbers
    std::vector<std::uint64_t> m_offsets;
    std::uint64_t m_position = 0;
    std::uint64_t m_total = 0;
    Sha256 m_hash;
};

} // namespace exhibit::pdf
