#include "pdf/Xmp.h"

#include "MadeDocument.h"
#include "PdfProbe.h"
#include "Tools.h"
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::pdf;
using namespace exhibit::test;

TEST_CASE("Hostile titles make sound metadata that agree with the information dictionary") {
    const std::string titles[] = {"<b>&\"']]>",
                                  "control \x01\x1F and \x7F",
                                  "line\nends\r\nand\ttabs",
                                  "emoji \xF0\x9F\x98\x80 and \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                  "\xEF\xBF\xBE\xEF\xBF\xBF noncharacters",
                                  std::string(10000, 'x'),
                                  "<?xpacket end=\"w\"?>",
                                  "a </rdf:li> b"};
    const bool hasXmllint = hasTool("xmllint");
    for (const std::string& title : titles) {
        Document document = emptyDocument();
        document.title = title;
        document.author = title;
        document.subject = title;
        document.header = title;
        document.footer = title;
        document.blocks.emplace_back(Heading{.level = 2, .text = title});
        const PdfProbe probe(written(document));
        CHECK(probe.complaints().empty());
        CHECK(probe.staysOnPages());
        CHECK(probe.information("/Title") == cleanedText(title));
        CHECK(probe.information("/Author") == cleanedText(title));
        CHECK(probe.information("/Title").size() < 8000);
        if (hasXmllint) {
            const TestFolder folder;
            const auto path = folder.file("metadata.xml", bytesOf(probe.xmp()));
            CHECK(runTool("xmllint --noout " + path.string()).status == 0);
            const auto read = runTool("xmllint --xpath 'string(//*[local-name()=\"title\"]//*[local-name()=\"li\"])' " +
                                      path.string());
            CHECK(read.output == cleanedText(title) + "\n");
        }
    }
}

TEST_CASE("Metadata name the standards and the same dates as the information dictionary") {
    const PdfProbe probe(written(emptyDocument()));
    const std::string xmp = probe.xmp();
    CHECK(xmp.find("<pdfaid:part>3</pdfaid:part>") != std::string::npos);
    CHECK(xmp.find("<pdfaid:conformance>A</pdfaid:conformance>") != std::string::npos);
    CHECK(xmp.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos);
    CHECK(xmp.find("<xmp:CreateDate>2026-11-22T10:15:30Z</xmp:CreateDate>") != std::string::npos);
    CHECK(probe.information("/CreationDate") == "D:20261122101530Z");
    CHECK(probe.information("/ModDate") == "D:20261122101530Z");
}
