#include "pdf/Finisher.h"

#include "pdf/Attachments.h"
#include "pdf/FileWriter.h"
#include "pdf/FontSubset.h"
#include "pdf/PageWriter.h"
#include "pdf/SrgbProfile.h"
#include "pdf/StructureObjects.h"
#include "pdf/Syntax.h"

#include <charconv>
#include <exception>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace exhibit::pdf {
namespace {

using Object = QPDFObjectHandle;

class Finisher {
public:
    Finisher(const ComposedPages& pages, ByteSink& sink, const Progress& progress)
        : m_composed(pages), m_writer(m_pdf, sink, progress), m_images(m_pdf, m_writer) {}

    Result<> run(const std::vector<Attachment>& attachments);

private:
    [[nodiscard]] Result<Object> fontResources();
    [[nodiscard]] Result<> finishPages();
    [[nodiscard]] Result<> fillImages(Object resources);
    [[nodiscard]] Result<> finishLinks(std::size_t page);
    void addSignatureFields();
    [[nodiscard]] Result<> finishBookmarks();
    void addCatalogEntries();
    void addOutputIntent();
    [[nodiscard]] Object metadataObjects();

    const ComposedPages& m_composed;
    QPDF m_pdf;
    FileWriter m_writer;
    ImageObjects m_images;
    std::vector<Object> m_pages;
    std::vector<std::vector<Object>> m_annotations;
};

tl::unexpected<Error> inconsistent() {
    return fail(ErrorCode::Internal, "The pages aren't as they were composed.");
}

/// Names and all other keys of a dictionary but those wanted.
void keepOnly(Object dictionary, std::initializer_list<std::string_view> wanted) {
    for (const std::string& key : dictionary.getKeys())
        if (std::find(wanted.begin(), wanted.end(), key) == wanted.end())
            dictionary.removeKey(key);
}

/// A URI is ASCII (ISO 32000-1 12.6.4.7): everything else is percent-encoded.
std::string asciiUri(std::string_view uri) {
    std::string out;
    for (const char c : uri) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F)
            out += c;
        else
            out += "%" + hexNumber(byte, 2);
    }
    return out;
}

Result<> Finisher::run(const std::vector<Attachment>& attachments) {
    m_pdf.setSuppressWarnings(true);
    m_pdf.processMemoryFile("pages", reinterpret_cast<const char*>(m_composed.file.data()), m_composed.file.size());
    EXHIBIT_TRY(finishPages());
    addSignatureFields();
    EXHIBIT_TRY(finishBookmarks());
    addCatalogEntries();
    addOutputIntent();
    EXHIBIT_TRY(attachFiles(m_pdf, m_writer, attachments));
    StructureObjects structure(m_composed.structure, m_pages, m_annotations);
    structure.linkFromPages();
    return m_writer.write(metadataObjects(), structure);
}

Result<Object> Finisher::fontResources() {
    Object fonts = m_pdf.makeIndirectObject(Object::newDictionary());
    for (const FontFace* face : m_composed.fonts->used()) {
        EXHIBIT_ASSIGN(const auto objects, fontObjects(m_pdf, *face));
        for (const FontObject& object : objects)
            fonts.replaceKey("/" + object.resourceName, object.font);
    }
    return fonts;
}

Result<> Finisher::finishPages() {
    EXHIBIT_ASSIGN(const Object fonts, fontResources());
    for (QPDFPageObjectHelper& helper : QPDFPageDocumentHelper(m_pdf).getAllPages())
        m_pages.push_back(helper.getObjectHandle());
    if (m_pages.empty() || m_pages.size() != m_composed.links.size())
        return inconsistent();
    for (std::size_t page = 0; page < m_pages.size(); ++page) {
        Object resources = m_pages[page].getKey("/Resources");
        keepOnly(resources, {"/XObject"});
        EXHIBIT_TRY(fillImages(resources));
        resources.replaceKey("/Font", fonts);
        m_pages[page].replaceKey("/Tabs", Object::newName("/S")); // ISO 14289-1 7.18.3
        EXHIBIT_TRY(finishLinks(page));
    }
    return {};
}

Result<> Finisher::fillImages(Object resources) {
    const std::string placeholderKey = "/" + std::string(kPlaceholderKey);
    Object images = resources.getKey("/XObject");
    if (!images.isDictionary())
        return {};
    for (const std::string& name : images.getKeys()) {
        Object image = images.getKey(name);
        Object number = image.getDict().getKey(placeholderKey);
        if (!number.isInteger())
            continue; // filled already: it stands on more than one page
        const auto index = static_cast<std::size_t>(number.getIntValue());
        if (index >= m_composed.images.size())
            return inconsistent();
        EXHIBIT_TRY(m_images.fill(image, m_composed.images[index]));
    }
    return {};
}

Result<> Finisher::finishLinks(std::size_t page) {
    std::vector<Object> annotations;
    Object array = m_pages[page].getKey("/Annots");
    if (array.isArray())
        annotations = array.getArrayAsVector();
    const auto& targets = m_composed.links[page];
    if (annotations.size() != targets.size())
        return inconsistent();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        Object link = annotations[i];
        link.replaceKey("/Contents", Object::newUnicodeString(cleanedText(targets[i].description)));
        link.replaceKey("/F", Object::newInteger(4)); // printed (ISO 19005-3 6.3.2)
        link.replaceKey("/A", Object::newDictionary({{"/S", Object::newName("/URI")},
                                                     {"/URI", Object::newString(asciiUri(targets[i].uri))}}));
    }
    m_annotations.push_back(std::move(annotations));
    return {};
}

// Created now, so that a signature or time stamp only has to set /V in its increment: a certified document forbids
// anything more (ISO 32000-1 12.8.2.2).
void Finisher::addSignatureFields() {
    Object fields = Object::newArray();
    for (const SignatureField& field : m_composed.signatureFields) {
        Object widget =
            m_pdf.makeIndirectObject(Object::parse("<</Type/Annot/Subtype/Widget/FT/Sig/F 132/Rect[0 0 0 0]>>"));
        widget.replaceKey("/T", Object::newString(field.name));
        widget.replaceKey("/TU", Object::newUnicodeString(cleanedText(field.description)));
        widget.replaceKey("/P", m_pages.front());
        m_annotations.front().push_back(widget);
        fields.appendItem(widget);
    }
    m_pages.front().replaceKey("/Annots", Object::newArray(m_annotations.front()));
    m_pdf.getRoot().replaceKey("/AcroForm", m_pdf.makeIndirectObject(Object::newDictionary({{"/Fields", fields}})));
}

/// libharu's titles are the numbers of ours.
Result<> Finisher::finishBookmarks() {
    std::vector<Object> open;
    Object outlines = m_pdf.getRoot().getKey("/Outlines");
    if (outlines.isDictionary())
        open.push_back(outlines.getKey("/First"));
    while (!open.empty()) {
        Object bookmark = open.back();
        open.pop_back();
        if (!bookmark.isDictionary())
            continue;
        const std::string title = bookmark.getKey("/Title").getUTF8Value();
        std::size_t number = 0;
        const auto parsed = std::from_chars(title.data(), title.data() + title.size(), number);
        if (parsed.ec != std::errc() || number >= m_composed.bookmarks.size())
            return inconsistent();
        bookmark.replaceKey("/Title", Object::newUnicodeString(cleanedText(m_composed.bookmarks[number])));
        Object target = bookmark.getKey("/Dest");
        if (target.isArray() && target.getArrayNItems() == 5)
            target.setArrayItem(4, Object::newNull()); // the reader's zoom stays as it is (ISO 32000-1 table 151)
        open.push_back(bookmark.getKey("/Next"));
        open.push_back(bookmark.getKey("/First"));
    }
    return {};
}

void Finisher::addCatalogEntries() {
    Object catalog = m_pdf.getRoot();
    keepOnly(catalog, {"/Type", "/Pages", "/Outlines", "/AcroForm"});
    if (m_composed.bookmarks.empty())
        catalog.removeKey("/Outlines");
    catalog.replaceKey("/PageMode", Object::newName(m_composed.bookmarks.empty() ? "/UseNone" : "/UseOutlines"));
    catalog.replaceKey("/Lang", Object::newString(m_composed.language));
    catalog.replaceKey("/MarkInfo", Object::parse("<</Marked true>>"));
    catalog.replaceKey("/ViewerPreferences", Object::parse("<</DisplayDocTitle true>>"));
    catalog.replaceKey("/PageLabels", Object::parse("<</Nums[0<</S/D>>]>>"));
}

void Finisher::addOutputIntent() {
    Object profile = m_pdf.newStream(srgbProfile());
    profile.getDict().replaceKey("/N", Object::newInteger(3));
    Object intent = m_pdf.makeIndirectObject(
        Object::parse("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
                      "/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)>>"));
    intent.replaceKey("/DestOutputProfile", profile);
    m_pdf.getRoot().replaceKey("/OutputIntents", Object::newArray({intent}));
}

/// The XMP packet in the catalog; answers the information dictionary, which says the same.
Object Finisher::metadataObjects() {
    const Metadata& metadata = m_composed.metadata;
    Object packet = m_pdf.newStream(xmpPacket(metadata));
    packet.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    packet.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    m_writer.keepPlain(packet);
    m_pdf.getRoot().replaceKey("/Metadata", packet);

    Object information = m_pdf.makeIndirectObject(Object::newDictionary());
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty())
            information.replaceKey(key, Object::newUnicodeString(text));
    };
    add("/Title", metadata.title);
    add("/Subject", metadata.subject);
    add("/Author", metadata.author);
    add("/Keywords", metadata.keywords);
    add("/Creator", metadata.producer);
    add("/Producer", metadata.producer);
    add("/CreationDate", dateText(metadata.created));
    add("/ModDate", dateText(metadata.created));
    return information;
}

} // namespace

Result<> writeFile(const ComposedPages& pages, const std::vector<Attachment>& attachments, ByteSink& sink,
                   const Progress& progress) {
    EXHIBIT_TRY(checkAttachments(attachments));
    try {
        Finisher finisher(pages, sink, progress);
        return finisher.run(attachments);
    } catch (const std::exception& exception) { // libqpdf reports by exceptions
        return fail(ErrorCode::Internal, "The file can't be finished: " + std::string(exception.what()));
    }
}

} // namespace exhibit::pdf
