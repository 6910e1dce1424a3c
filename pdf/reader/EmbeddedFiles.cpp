#include "pdf/reader/EmbeddedFiles.h"

#include "pdf/reader/TextStrings.h"

#include <unordered_set>

namespace exhibit::pdf::reader {
namespace {

bool isFlatName(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && std::all_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F && c != '/' && c != '\\';
    });
}

std::string nameText(const Value& value) {
    return value.name() == nullptr ? std::string() : value.name()->text;
}

class AttachmentList {
public:
    AttachmentList(const File& file, FindingList& findings) : m_file(file), m_findings(findings) {}

    std::vector<AttachedFile> run() {
        const Dictionary* catalog = m_file.catalog();
        if (catalog == nullptr)
            return {};
        const Array* names = namesOf(*catalog);
        if (names != nullptr)
            readNames(*names);
        compareAssociated(m_file.resolve(catalog->find("AF")).array());
        return std::move(m_files);
    }

private:
    void contradiction(std::string_view code, std::string message, const std::string& object = {}) {
        m_findings.contradiction(code, std::move(message), object);
    }

    /// Our writer makes a tree of one node.
    const Array* namesOf(const Dictionary& catalog) {
        const Dictionary* trees = m_file.resolve(catalog.find("Names")).dictionary();
        const Dictionary* tree = trees == nullptr ? nullptr : m_file.resolve(trees->find("EmbeddedFiles")).dictionary();
        if (tree != nullptr && tree->find("Kids") != nullptr)
            contradiction("attachment-list", "The list of attached files isn't as this program writes it.");
        return tree == nullptr ? nullptr : m_file.resolve(tree->find("Names")).array();
    }

    void readNames(const Array& names) {
        std::unordered_set<std::string> seen;
        std::string previous;
        for (std::size_t i = 0; i + 1 < names.size(); i += 2) {
            const String* key = m_file.resolve(&names[i]).string();
            const Object* specification = m_file.object(&names[i + 1]);
            if (key == nullptr || specification == nullptr || !seen.insert(textUtf8(names[i])).second) {
                contradiction("attachment-list", "The list of attached files has an entry that is unsound or there "
                                                 "twice.");
                continue;
            }
            if (i > 0 && key->bytes <= previous) // 7.9.6: readers may search by halving
                contradiction("attachment-list", "The list of attached files isn't sorted.", textUtf8(names[i]));
            previous = key->bytes;
            readSpecification(*specification, textUtf8(names[i]));
        }
        if (names.size() % 2 != 0)
            contradiction("attachment-list", "The list of attached files has a name without a file.");
    }

    void readSpecification(const Object& specification, std::string name) {
        const Dictionary* dictionary = specification.value.dictionary();
        const Dictionary* files = dictionary == nullptr ? nullptr : m_file.resolve(dictionary->find("EF")).dictionary();
        const Object* stream = files == nullptr ? nullptr : m_file.object(files->find("F"));
        if (stream == nullptr || !stream->stream || m_file.object(files->find("UF")) != stream || !isFlatName(name) ||
            textUtf8(m_file.resolve(dictionary->find("F"))) != name ||
            textUtf8(m_file.resolve(dictionary->find("UF"))) != name) {
            contradiction("attachment", "An attached file isn't described as this program does it.", name);
            return;
        }
        m_specifications.insert(specification.number);
        if (!m_streams.insert(stream->number).second)
            contradiction("attachment", "Two attached files share their bytes.", name);
        AttachedFile file;
        file.stream = stream;
        file.facts.name = std::move(name);
        file.facts.description = textUtf8(m_file.resolve(dictionary->find("Desc")));
        file.facts.relationship = nameText(m_file.resolve(dictionary->find("AFRelationship")));
        readStream(*stream->value.dictionary(), file.facts);
        m_files.push_back(std::move(file));
    }

    void readStream(const Dictionary& stream, EmbeddedFile& facts) {
        facts.mediaType = nameText(m_file.resolve(stream.find("Subtype")));
        facts.compressed = stream.find("Filter") != nullptr;
        const Dictionary* parameters = m_file.resolve(stream.find("Params")).dictionary();
        if (parameters == nullptr)
            return;
        const std::int64_t* size = m_file.resolve(parameters->find("Size")).integer();
        if (size != nullptr && *size >= 0)
            facts.size = static_cast<std::uint64_t>(*size);
        if (const String* checksum = m_file.resolve(parameters->find("CheckSum")).string())
            facts.checksum = hexOf(bytesOf(checksum->bytes));
    }

    /// ISO 19005-3 6.8: every embedded file is associated; here with the document, and nothing else is.
    void compareAssociated(const Array* associated) {
        std::unordered_set<std::uint32_t> seen;
        for (const Value& item : associated == nullptr ? Array() : *associated)
            if (item.ref() == nullptr || !m_specifications.contains(item.ref()->number) ||
                !seen.insert(item.ref()->number).second)
                contradiction("attachment-list", "A file is attached under no name, or twice.");
        if (seen.size() != m_specifications.size())
            contradiction("attachment-list", "An attached file isn't among those that belong to the document.");
    }

    const File& m_file;
    FindingList& m_findings;
    std::vector<AttachedFile> m_files;
    std::unordered_set<std::uint32_t> m_specifications;
    std::unordered_set<std::uint32_t> m_streams;
};

} // namespace

std::vector<AttachedFile> readAttachments(const File& file, FindingList& findings) {
    return AttachmentList(file, findings).run();
}

Result<SharedSource> openAttachment(const File& file, const AttachedFile& attachment) {
    const Object& stream = *attachment.stream;
    const auto wrongSize = [&] {
        return fail(ErrorCode::Malformed, "The attached file isn't as large as it says.", attachment.facts.name,
                    stream.offset);
    };
    if (!attachment.facts.compressed) {
        if (attachment.facts.size != stream.stream->length)
            return wrongSize();
        return std::make_shared<const SliceSource>(file.source(), stream.stream->offset, stream.stream->length);
    }
    // One byte more than declared is enough to know that the declaration is wrong.
    const std::size_t limit = file.limits().attachment;
    if (!attachment.facts.size)
        return wrongSize();
    if (*attachment.facts.size > limit)
        return fail(ErrorCode::LimitExceeded, "The attached file is too large to unpack.", attachment.facts.name);
    Result<std::string> text = file.streamText(stream, static_cast<std::size_t>(*attachment.facts.size));
    if (!text && text.error().code == ErrorCode::LimitExceeded)
        return wrongSize();
    if (!text)
        return fail(text.error().code, text.error().message, attachment.facts.name, text.error().offset);
    if (text->size() != *attachment.facts.size)
        return wrongSize();
    return std::make_shared<const MemorySource>(std::string_view(*text));
}

} // namespace exhibit::pdf::reader
