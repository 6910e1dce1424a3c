// The clauses of PDF/A-3a and PDF/UA-1 that can be seen in the structure of the file.

#include "pdf/Composition.h"

#include "MadeDocument.h"
#include "PdfProbe.h"
#include "Tools.h"
#include <algorithm>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::pdf;
using namespace exhibit::test;

namespace {

Document everything() {
    Document document = emptyDocument();
    const SharedPicture picture = pictureOf(madePng(320, 200));
    auto& blocks = document.blocks;
    blocks.emplace_back(Paragraph{{{"Lead, with a "}, {"link", SpanStyle::Regular, "", "https://example.org/"}, {"."}},
                                  ParagraphStyle::Lead});
    blocks.emplace_back(Paragraph{{{"Un texte", SpanStyle::Bold, "fr"}}});
    blocks.emplace_back(List{true, {{{"One"}}, {{"Two"}}}});
    blocks.emplace_back(List{false, {{{"Three"}}}});
    blocks.emplace_back(Heading{.level = 2, .text = "Exhibit", .newPage = true, .runningTitle = "Exhibit 1"});
    blocks.emplace_back(Panel{{Columns{{{2, {Facts{{{{{"Key"}}, {{"Value"}}}, {{{"Hash"}}, {{"abc"}}, true}}}}},
                                        {1, {QrCode{"https://example.org/", "A code", {{"Scan"}}}}}}}}});
    blocks.emplace_back(Gallery{{{picture, "Small", {{"A"}}}, {picture, "Small too", {{"B"}}}}, 4, 60});
    blocks.emplace_back(Figure{.picture = picture, .alt = "Large", .id = "figure", .caption = {{"Caption"}}});
    Table table;
    table.columns = {{1, {{"File"}}}, {3, {{"SHA-256"}}, true}};
    table.firstColumnIsHeader = true;
    for (int i = 0; i < 80; ++i)
        table.rows.push_back({{{"file " + std::to_string(i)}}, {{std::string(64, 'a')}}});
    blocks.emplace_back(std::move(table));
    blocks.emplace_back(Rule{});
    blocks.emplace_back(Spacer{});
    blocks.emplace_back(PageBreak{});
    blocks.emplace_back(Heading{.level = 3, .text = "Text"});
    blocks.emplace_back(Verbatim{.text = "a\n\nb", .id = "text", .language = "de", .label = "Label"});
    return document;
}

std::ptrdiff_t countOf(const std::vector<std::string>& types, const std::string& type) {
    return std::count(types.begin(), types.end(), type);
}

} // namespace

TEST_CASE("Everything drawn is tagged or an artifact, and both trees agree") {
    const PdfProbe probe(written(everything()));
    CHECK(probe.complaints().empty());
    CHECK(probe.untaggedOperators() == 0);
    CHECK(probe.brokenParents() == 0);
    CHECK(probe.staysOnPages());
    const auto types = probe.elementTypes();
    CHECK(countOf(types, "H1") == 1);
    CHECK(countOf(types, "H2") == 1);
    CHECK(countOf(types, "H3") == 1);
    CHECK(countOf(types, "L") == 2);
    CHECK(countOf(types, "LI") == 3);
    CHECK(countOf(types, "Link") == 1);
    CHECK(countOf(types, "Figure") == 4);
    CHECK(countOf(types, "Table") == 2);
    CHECK(countOf(types, "TR") == 2 + 81);
    CHECK(countOf(types, "TH") == 2 + 2 + 80);
    CHECK(countOf(types, "TD") == 2 + 80);
    CHECK(countOf(types, "BlockQuote") == 1);
    CHECK(countOf(types, "Form") == 2);
}

TEST_CASE("The tags read as the document says it") {
    Document document = emptyDocument();
    auto& blocks = document.blocks;
    blocks.emplace_back(
        Paragraph{{{"Name\nStreet\n"}, {"a link", SpanStyle::Regular, "", "https://example.org/"}, {"\nTown"}}});
    blocks.emplace_back(Paragraph{{{"Bonjour", SpanStyle::Regular, "fr"}}});
    blocks.emplace_back(Facts{{{{{"Key"}}, {{"Value"}}}}});
    blocks.emplace_back(Figure{.picture = pictureOf(madePng(30, 20)), .alt = "What it shows"});
    blocks.emplace_back(Verbatim{.text = "a\nb", .id = "text", .language = "de", .label = "Label"});
    std::string read;
    for (const std::string& line : PdfProbe(written(document)).readingOrder())
        read += line + "\n";
    CHECK(read.substr(read.find("  P:")) == "  P: Name Street [Link: a link -> Opens https://example.org/] Town\n"
                                            "  P: [fr: Bonjour]\n"
                                            "  Table\n"
                                            "    TR\n"
                                            "      TH (of its Row): Key\n"
                                            "      TD: Value\n"
                                            "  Figure: \"What it shows\"\n"
                                            "  P: Label\n"
                                            "  BlockQuote (de)\n"
                                            "    P: a\\u{000A}\n"
                                            "    P: b\n"
                                            "  Form: \"Signature (empty until the document is sealed)\"\n"
                                            "  Form: \"Document time stamp (empty until the document is sealed)\"\n");
}

TEST_CASE("The catalog says what the standards ask for") {
    const Bytes file = written(everything());
    const PdfProbe probe(file);
    CHECK(probe.catalog("/Lang") == "(en)");
    CHECK(probe.catalog("/MarkInfo") == "<< /Marked true >>");
    CHECK(probe.catalog("/ViewerPreferences") == "<< /DisplayDocTitle true >>");
    CHECK_FALSE(probe.catalog("/OutputIntents").empty());
    CHECK_FALSE(probe.catalog("/Outlines").empty());
    CHECK_FALSE(probe.catalog("/PageLabels").empty());
    CHECK(probe.catalog("/OpenAction").empty());
    const std::string text(textOf(file));
    CHECK(text.find("/Title (Exhibit)") != std::string::npos);
    CHECK(text.find("/Contents (Opens https://example.org/)") != std::string::npos);
    CHECK(text.find("/Scope /Column") == std::string::npos); // written without blanks
    CHECK(text.find("/Scope/Column") != std::string::npos);
    CHECK(text.find("/Scope/Row") != std::string::npos);
    CHECK(text.find("/Lang (de)") != std::string::npos);
    CHECK(text.find("/T (Signature1)") != std::string::npos);
    CHECK(text.find("/T (DocTimeStamp1)") != std::string::npos);
    CHECK(text.find("/JavaScript") == std::string::npos);
}

TEST_CASE("Other programs find nothing to complain about") {
    const TestFolder folder;
    const auto path = folder.file("a.pdf", written(everything(), {attachmentOf("a.txt", "a")}));
    if (hasTool("qpdf")) {
        const auto checked = runTool("qpdf --check " + path.string());
        CHECK(checked.status == 0);
        CHECK(checked.output.find("No syntax or stream encoding errors") != std::string::npos);
    }
    if (hasTool("pdfinfo")) {
        const auto information = runTool("pdfinfo " + path.string());
        CHECK(information.output.find("Tagged:          yes") != std::string::npos);
        CHECK(information.output.find("Title:           A test") != std::string::npos);
        CHECK(information.output.find("Error") == std::string::npos);
    }
    if (hasTool("pdffonts")) {
        const auto fonts =
            runTool("pdffonts " + path.string() + " | tail -n +3 | awk '{print $(NF-4), $(NF-3), $(NF-2)}' | sort -u");
        CHECK(fonts.output == "yes yes yes\n"); // embedded, a subset, with ToUnicode
    }
    if (hasTool("verapdf"))
        for (const std::string flavour : {"3a", "ua1"})
            CHECK(runTool("verapdf --flavour " + flavour + " " + path.string()).output.find("isCompliant=\"true\"") !=
                  std::string::npos);
}

TEST_CASE("The file is laid out as Composition.h says: no byte between the objects") {
    const Bytes file = written(everything(), {attachmentOf("a.bin", std::string(1000, '\0'))});
    const std::string_view text = textOf(file);
    CHECK(text.substr(0, 15) == "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    CHECK(text.substr(15, 8) == "1 0 obj\n");
    CHECK(text.substr(text.size() - 7) == "\n%%EOF\n");
    const std::size_t table = text.rfind("xref\n0 ");
    CHECK(text.substr(table - 8, 8) == "\nendobj\n");
    CHECK(text.find("/ObjStm") == std::string_view::npos);
    CHECK(text.find("/XRef") == std::string_view::npos);
    std::size_t number = 0;
    for (std::size_t at = text.find("\n0000000000 65535 f \n", table) + 21; text[at] != 't'; at += 20) {
        const auto offset = static_cast<std::size_t>(std::stoull(std::string(text.substr(at, 10))));
        const std::string begin = std::to_string(++number) + " 0 obj\n";
        CHECK(text.substr(offset, begin.size()) == begin);
        if (offset > 15)
            CHECK(text.substr(offset - 8, 8) == "\nendobj\n");
    }
    CHECK(number > 50);
}
