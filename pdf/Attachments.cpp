#include "pdf/Attachments.h"

#include "core/Text.h"
#include "pdf/Syntax.h"
#include "pdf/Xmp.h"

#include <algorithm>

namespace exhibit::pdf {
namespace {

using Object = QPDFObjectHandle;

constexpr std::size_t kMaxName = 255;                              // bytes, as file systems have it
constexpr std::uint64_t kMaxCompressed = std::uint64_t{256} << 20; // held in memory

bool isFlatName(std::string_view name) {
    if (name.empty() || name.size() > kMaxName || name == "." || name == ".." || firstInvalidUtf8(name))
        return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F && c != '/' && c != '\\';
    });
}

/// type/subtype (RFC 6838 4.2), without parameters
bool isMediaType(std::string_view type) {
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '+' || c == '-' || c == '.';
    };
    return type.size() <= 100 && std::count(type.begin(), type.end(), '/') == 1 && type.front() != '/' &&
           type.back() != '/' && std::all_of(type.begin(), type.end(), isAllowed);
}

const char* relationshipName(Relationship relationship) {
    switch (relationship) {
    case Relationship::Source:
        return "/Source";
    case Relationship::Data:
        return "/Data";
    case Relationship::Alternative:
        return "/Alternative";
    case Relationship::Supplement:
        return "/Supplement";
    case Relationship::Unspecified:
        break;
    }
    return "/Unspecified";
}

Result<Object> embeddedFile(QPDF& pdf, FileWriter& writer, const Attachment& attachment) {
    Object stream = pdf.newStream();
    if (attachment.compress) {
        EXHIBIT_ASSIGN(const Bytes bytes, attachment.bytes->readAll(kMaxCompressed));
        stream = pdf.newStream(std::string(textOf(bytes)));
    } else {
        writer.copy(stream, {attachment.bytes, {{0, attachment.bytes->size()}}});
    }
    Object dictionary = stream.getDict();
    dictionary.replaceKey("/Type", Object::newName("/EmbeddedFile"));
    dictionary.replaceKey("/Subtype", Object::newName("/" + attachment.mediaType));
    dictionary.replaceKey("/Params",
                          Object::newDictionary({
                              {"/Size", Object::newInteger(static_cast<long long>(attachment.bytes->size()))},
                              {"/ModDate", Object::newString(dateText(attachment.modified))},
                          }));
    return stream;
}

Object fileSpecification(QPDF& pdf, const Attachment& attachment, const Object& stream) {
    Object specification = pdf.makeIndirectObject(Object::parse("<</Type/Filespec>>"));
    // /F for readers that know no Unicode, /UF for all others (ISO 32000-1 table 44)
    specification.replaceKey("/F", Object::newUnicodeString(attachment.name));
    specification.replaceKey("/UF", Object::newUnicodeString(attachment.name));
    specification.replaceKey("/Desc", Object::newUnicodeString(cleanedText(attachment.description)));
    specification.replaceKey("/AFRelationship", Object::newName(relationshipName(attachment.relationship)));
    specification.replaceKey("/EF", Object::newDictionary({{"/F", stream}, {"/UF", stream}}));
    return specification;
}

} // namespace

Result<> checkAttachments(const std::vector<Attachment>& attachments) {
    std::vector<std::string_view> names;
    for (const Attachment& attachment : attachments) {
        if (!isFlatName(attachment.name))
            return fail(ErrorCode::InvalidArgument, "This isn't a name that an attached file can have.",
                        attachment.name);
        if (!isMediaType(attachment.mediaType))
            return fail(ErrorCode::InvalidArgument, "The attached file has no proper media type.", attachment.name);
        if (attachment.bytes == nullptr)
            return fail(ErrorCode::InvalidArgument, "The attached file has no bytes.", attachment.name);
        names.push_back(attachment.name);
    }
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end())
        return fail(ErrorCode::InvalidArgument, "Two attached files have the same name.", std::string(*twice));
    return {};
}

Result<> attachFiles(QPDF& pdf, FileWriter& writer, std::vector<Attachment> attachments) {
    // ISO 32000-1 7.9.6: names sorted by their bytes. They are compared as they are written.
    const auto key = [](const Attachment& attachment) {
        return Object::newUnicodeString(attachment.name).getStringValue();
    };
    std::sort(attachments.begin(), attachments.end(),
              [&](const Attachment& a, const Attachment& b) { return key(a) < key(b); });
    Object names = Object::newArray();
    Object associated = Object::newArray();
    for (const Attachment& attachment : attachments) {
        EXHIBIT_ASSIGN(const Object stream, embeddedFile(pdf, writer, attachment));
        const Object specification = fileSpecification(pdf, attachment, stream);
        names.appendItem(Object::newUnicodeString(attachment.name));
        names.appendItem(specification);
        associated.appendItem(specification);
    }
    Object catalog = pdf.getRoot();
    if (attachments.empty())
        return {};
    catalog.replaceKey("/Names",
                       Object::newDictionary({{"/EmbeddedFiles", Object::newDictionary({{"/Names", names}})}}));
    catalog.replaceKey("/AF", pdf.makeIndirectObject(associated));
    return {};
}

} // namespace exhibit::pdf
