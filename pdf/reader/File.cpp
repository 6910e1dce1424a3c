#include "pdf/reader/File.h"

#include "pdf/reader/FileScan.h"
#include "pdf/reader/Inflate.h"

namespace exhibit::pdf::reader {

Result<File> File::open(SharedSource source, const ReaderLimits& limits, FindingList& findings) {
    return FileScan(std::move(source), limits, findings).run();
}

const Object* File::object(std::uint32_t number) const {
    if (number >= m_index.size() || m_index[number] == 0)
        return nullptr;
    return &m_objects[m_index[number] - 1];
}

const Object* File::object(const Value* reference) const {
    const Ref* ref = reference == nullptr ? nullptr : reference->ref();
    return ref == nullptr || ref->generation != 0 ? nullptr : object(ref->number);
}

const Value& File::resolve(const Value* value) const {
    static const Value kNull;
    if (value == nullptr)
        return kNull;
    if (value->ref() == nullptr)
        return *value;
    const Object* target = object(value);
    return target == nullptr || target->value.ref() != nullptr ? kNull : target->value;
}

const Dictionary* File::catalog() const {
    const Dictionary* trailer = m_trailer.dictionary();
    return trailer == nullptr ? nullptr : resolve(trailer->find("Root")).dictionary();
}

Result<std::string> File::streamText(const Object& object, std::size_t limit) const {
    const Dictionary* dictionary = object.value.dictionary();
    if (!object.stream || dictionary == nullptr)
        return fail(ErrorCode::Malformed, "It isn't a stream.", object.name(), object.offset);
    const Value* filter = dictionary->find("Filter");
    if (filter == nullptr) {
        if (object.stream->length > limit)
            return fail(ErrorCode::LimitExceeded, "The stream is too large.", object.name(), object.offset);
        EXHIBIT_ASSIGN(const Bytes bytes,
                       m_source->readExactly(object.stream->offset, static_cast<std::size_t>(object.stream->length)));
        return std::string(textOf(bytes));
    }
    if (!filter->isName("FlateDecode") || dictionary->find("DecodeParms") != nullptr)
        return fail(ErrorCode::Unsupported, "The stream is compressed in a way that this program doesn't use.",
                    object.name(), object.offset);
    Result<std::string> text = inflateAll(*m_source, object.stream->offset, object.stream->length, limit);
    if (!text)
        return fail(text.error().code, text.error().message, object.name(), object.stream->offset);
    return text;
}

} // namespace exhibit::pdf::reader
