#include "pdf/FileWriter.h"

#include "pdf/Syntax.h"

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <zlib.h>

namespace exhibit::pdf {
namespace {

using Object = QPDFObjectHandle;

constexpr std::uint64_t kLargestOffset = 9'999'999'999; // ten digits in a cross-reference table (ISO 32000-1 7.5.4)

Result<std::string> deflated(std::string_view data) {
    uLongf size = compressBound(static_cast<uLong>(data.size()));
    std::string out(size, '\0');
    const int result =
        compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(data.data()),
                  static_cast<uLong>(data.size()), Z_DEFAULT_COMPRESSION);
    if (result != Z_OK)
        return fail(ErrorCode::Internal, "The data can't be compressed: there is no memory left.");
    out.resize(size);
    return out;
}

} // namespace

std::uint64_t CopiedData::size() const {
    std::uint64_t sum = 0;
    for (const Piece& piece : pieces)
        sum += piece.length;
    return sum;
}

std::size_t ObjectNumbers::of(const Object& object) const {
    const auto found = m_numbers.find(object.getObjGen());
    return found == m_numbers.end() ? 0 : found->second;
}

FileWriter::FileWriter(QPDF& pdf, ByteSink& sink, const Progress& progress)
    : m_pdf(pdf), m_sink(sink), m_progress(progress) {}

void FileWriter::copy(const Object& stream, CopiedData data) {
    m_total += data.size();
    m_copied.insert_or_assign(stream.getObjGen(), std::move(data));
}

void FileWriter::keepPlain(const Object& stream) {
    m_plain[stream.getObjGen()] = true;
}

// Numbering. Breadth first, so that the depth of the document (a chain of bookmarks) isn't the depth of the stack.

void FileWriter::number(const Object& object) {
    const auto [entry, isNew] = m_numbers.m_numbers.try_emplace(object.getObjGen(), m_objects.size() + 1);
    if (isNew)
        m_objects.push_back(object);
}

void FileWriter::visit(Object value) {
    if (value.isIndirect()) {
        number(value);
    } else if (value.isArray()) {
        for (const Object& item : value.getArrayAsVector())
            visit(item);
    } else if (value.isDictionary()) {
        for (const auto& [key, item] : value.getDictAsMap())
            visit(item);
    }
}

void FileWriter::visitInside(Object object) {
    Object container = object.isStream() ? object.getDict() : object;
    if (container.isArray())
        for (const Object& item : container.getArrayAsVector())
            visit(item);
    else if (container.isDictionary())
        for (const auto& [key, item] : container.getDictAsMap())
            if (!object.isStream() || key != "/Length") // the writer's own, and direct
                visit(item);
}

// Writing

Result<> FileWriter::write(const Object& information, const MoreObjects& more) {
    const Object catalog = m_pdf.getRoot();
    number(catalog);
    number(information);
    for (std::size_t i = 0; i < m_objects.size(); ++i)
        visitInside(m_objects[i]);
    EXHIBIT_TRY(put("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    const std::size_t firstMore = m_objects.size() + 1;
    for (std::size_t i = 0; i < m_objects.size(); ++i)
        EXHIBIT_TRY(writeObject(m_objects[i], i == 0 ? more.catalogEntries(firstMore) : std::string()));
    for (std::size_t i = 0; i < more.count(); ++i) {
        EXHIBIT_TRY(beginObject());
        EXHIBIT_TRY(put(more.value(i, firstMore, m_numbers) + "\nendobj\n"));
    }
    return writeTrailer(information);
}

void FileWriter::appendValue(std::string& out, Object value) const {
    if (value.isIndirect()) {
        appendInteger(out, m_numbers.of(value));
        out += " 0 R";
    } else if (value.isArray()) {
        out += '[';
        for (const Object& item : value.getArrayAsVector()) {
            if (out.back() != '[')
                out += ' ';
            appendValue(out, item);
        }
        out += ']';
    } else if (value.isDictionary()) {
        appendDictionary(out, value, {});
    } else {
        out += value.unparse();
    }
}

void FileWriter::appendDictionary(std::string& out, Object dictionary, const std::string& moreEntries) const {
    out += "<< ";
    for (const auto& [key, item] : dictionary.getDictAsMap()) {
        out += Object::newName(key).unparse() + " ";
        appendValue(out, item);
        out += ' ';
    }
    out += moreEntries + ">>";
}

Result<> FileWriter::beginObject() {
    m_offsets.push_back(m_position);
    return put(decimal(m_offsets.size()) + " 0 obj\n");
}

Result<> FileWriter::writeObject(Object object, const std::string& moreEntries) {
    EXHIBIT_TRY(beginObject());
    if (object.isStream()) {
        EXHIBIT_TRY(writeStream(object));
    } else {
        std::string text;
        if (object.isDictionary())
            appendDictionary(text, object, moreEntries);
        else if (object.isArray())
            appendValue(text, Object::newArray(object.getArrayAsVector()));
        else
            text = object.unparseResolved();
        EXHIBIT_TRY(put(text));
    }
    return put("\nendobj\n");
}

Result<> FileWriter::writeStream(Object stream) {
    const auto copied = m_copied.find(stream.getObjGen());
    if (copied != m_copied.end())
        return writeCopied(stream, copied->second);
    Object dictionary = Object::newDictionary(stream.getDict().getDictAsMap());
    const auto buffer = stream.getRawStreamData();
    std::string_view data(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    std::string compressed;
    if (!m_plain.contains(stream.getObjGen()) && !dictionary.hasKey("/Filter")) {
        EXHIBIT_ASSIGN(compressed, deflated(data));
        data = compressed;
        dictionary.replaceKey("/Filter", Object::newName("/FlateDecode"));
    }
    dictionary.replaceKey("/Length", Object::newInteger(static_cast<long long>(data.size())));
    std::string text;
    appendDictionary(text, dictionary, {});
    EXHIBIT_TRY(put(text + "\nstream\n"));
    EXHIBIT_TRY(put(data));
    return put("\nendstream"); // ISO 19005-3 6.1.7.1: an end-of-line marker before the keyword
}

Result<> FileWriter::writeCopied(Object stream, const CopiedData& data) {
    Object dictionary = Object::newDictionary(stream.getDict().getDictAsMap());
    dictionary.replaceKey("/Length", Object::newInteger(static_cast<long long>(data.size())));
    std::string text;
    appendDictionary(text, dictionary, {});
    EXHIBIT_TRY(put(text + "\nstream\n"));
    for (const CopiedData::Piece& piece : data.pieces)
        EXHIBIT_TRY(data.source->forEachPiece(piece.offset, piece.length, [&](ByteView bytes) -> Result<> {
            if (m_progress && !m_progress(std::min(m_position, m_total), m_total))
                return fail(ErrorCode::Cancelled, "Stopped: the file wasn't written.");
            return put(bytes);
        }));
    return put("\nendstream");
}

Result<> FileWriter::writeTrailer(const Object& information) {
    const std::uint64_t startxref = m_position;
    if (startxref > kLargestOffset)
        return fail(ErrorCode::LimitExceeded,
                    "The file would be larger than 9.9 GB, which a PDF of this kind can't be. "
                    "Export fewer exhibits, or without the originals.");
    const std::string count = decimal(m_offsets.size() + 1);
    std::string table = "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const std::uint64_t offset : m_offsets)
        table += decimal(offset, 10) + " 00000 n \n";
    EXHIBIT_TRY(put(table));
    // ISO 32000-1 14.4: an identifier by the contents. The whole file up to here makes it.
    const Digest contents = m_hash.soFar();
    const std::string id = "<" + hexOf(ByteView(contents.bytes).first(16)) + ">";
    EXHIBIT_TRY(put("trailer\n<< /Size " + count + " /Root 1 0 R /Info " + decimal(m_numbers.of(information)) +
                    " 0 R /ID [" + id + " " + id + "] "));
    IntegrityTail tail = integrityTail(m_position, startxref);
    m_hash.update(bytesOf(tail.text));
    tail.text.replace(tail.digestOffset, 64, m_hash.finish().hex());
    EXHIBIT_TRY(m_sink.write(bytesOf(tail.text)));
    if (m_progress)
        (void)m_progress(m_total, m_total); // it is done, whatever the answer
    return {};
}

Result<> FileWriter::put(ByteView bytes) {
    m_hash.update(bytes);
    m_position += bytes.size();
    return m_sink.write(bytes);
}

} // namespace exhibit::pdf
