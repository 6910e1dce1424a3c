#include "pdf/Xmp.h"

#include "core/Text.h"
#include "pdf/Syntax.h"

namespace exhibit::pdf {
namespace {

constexpr std::size_t kMaxCharacters = 2000;

/// XML 1.0, production 2
bool isXmlChar(char32_t c) {
    return c >= 0x20 && (c <= 0xD7FF || c >= 0xE000) && c != 0xFFFE && c != 0xFFFF;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string element(std::string_view name, std::string_view text) {
    if (text.empty())
        return {};
    return "<" + std::string(name) + ">" + escaped(text) + "</" + std::string(name) + ">\n";
}

std::string inDefaultLanguage(std::string_view name, std::string_view text) {
    if (text.empty())
        return {};
    return "<" + std::string(name) + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
           "</rdf:li></rdf:Alt></" + std::string(name) + ">\n";
}

/// 2026-11-22T10:15:30Z: whole seconds, as in the information dictionary
std::string xmpDate(Instant instant) {
    const std::string iso = instant.iso();
    return iso.substr(0, iso.find_first_of(".Z")) + "Z";
}

// PDF/UA's own property isn't among those that PDF/A knows, so its schema is described (ISO 19005-3 6.6.2.3).
constexpr std::string_view kUniversalAccessSchema =
    R"(<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
)";

constexpr std::string_view kPacketStart =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
)";

} // namespace

std::string cleanedText(std::string_view utf8) {
    std::u32string text = codePoints(utf8);
    if (text.size() > kMaxCharacters) {
        text.resize(kMaxCharacters - 1);
        text += U'\u2026';
    }
    for (char32_t& c : text) {
        if (c == U'\n' || c == U'\r' || c == U'\t')
            c = U' ';
        else if (!isXmlChar(c))
            c = U'\uFFFD';
    }
    return utf8Of(text);
}

Metadata cleaned(Metadata metadata) {
    for (std::string* text :
         {&metadata.title, &metadata.subject, &metadata.author, &metadata.keywords, &metadata.producer})
        *text = cleanedText(*text);
    return metadata;
}

std::string xmpPacket(const Metadata& metadata) {
    std::string packet(kPacketStart);
    packet += inDefaultLanguage("dc:title", metadata.title);
    packet += inDefaultLanguage("dc:description", metadata.subject);
    if (!metadata.author.empty())
        packet += "<dc:creator><rdf:Seq><rdf:li>" + escaped(metadata.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
    packet += element("pdf:Keywords", metadata.keywords);
    packet += element("pdf:Producer", metadata.producer);
    packet += element("xmp:CreatorTool", metadata.producer);
    packet += element("xmp:CreateDate", xmpDate(metadata.created));
    packet += element("xmp:ModifyDate", xmpDate(metadata.created));
    packet += "</rdf:Description>\n";
    packet += kUniversalAccessSchema;
    packet += "</rdf:RDF></x:xmpmeta>\n";
    for (int line = 0; line < 20; ++line) // room for editing in place, as the XMP specification advises
        packet += std::string(99, ' ') + "\n";
    return packet + "<?xpacket end=\"w\"?>";
}

} // namespace exhibit::pdf
