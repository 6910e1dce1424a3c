// Changes by someone who keeps offsets, lengths and the integrity digest right: each must be seen for what it is.

#include "DossierMaker.h"
#include "Findings.h"
#include "PdfEditor.h"

#include <functional>

using namespace exhibit;
using namespace exhibit::test;

namespace {

struct Attack {
    std::string name;
    std::string code; ///< that must be among the findings
    std::function<void(PdfEditor&)> change;
};

int catalogOf(const PdfEditor& pdf) {
    return pdf.find("/Type /Catalog");
}

void addToCatalog(PdfEditor& pdf, const std::string& entries) {
    pdf.replace(catalogOf(pdf), "<< ", "<< " + entries + " ");
}

void addToPage(PdfEditor& pdf, const std::string& entries) {
    pdf.replace(pdf.find("/Type /Page "), "<< ", "<< " + entries + " ");
}

std::string reference(int number) {
    return std::to_string(number) + " 0 R";
}

void addAnnotation(PdfEditor& pdf, const std::string& entries) {
    const int annotation =
        pdf.add("<< /Type /Annot /Contents (x) /F 4 /Rect [10 10 90 90] /StructParent 0 " + entries + " >>");
    pdf.replace(pdf.find("/Annots ["), "/Annots [", "/Annots [" + reference(annotation) + " ");
}

void changeContent(PdfEditor& pdf, int page, const std::function<void(std::string&)>& change) {
    const int content = pdf.contentOf(page);
    std::string text = pdf.streamText(content);
    change(text);
    pdf.setStreamText(content, text);
}

const std::vector<Attack> kAttacks = {
    {"a program in the names", "script",
     [](PdfEditor& pdf) { pdf.replace(catalogOf(pdf), "/Names << ", "/Names << /JavaScript << /Names [] >> "); }},
    {"an action on opening", "automatic-action",
     [](PdfEditor& pdf) { addToCatalog(pdf, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"); }},
    {"actions of a page", "automatic-action", [](PdfEditor& pdf) { addToPage(pdf, "/AA << >>"); }},
    {"layers", "hidden-layer", [](PdfEditor& pdf) { addToCatalog(pdf, "/OCProperties << /OCGs [] /D << >> >>"); }},
    {"a layer around content", "hidden-layer",
     [](PdfEditor& pdf) { changeContent(pdf, 1, [](std::string& text) { text.insert(0, "/OC << >> BDC\nEMC\n"); }); }},
    {"a form that is drawn by the reader", "form",
     [](PdfEditor& pdf) { pdf.replace(pdf.find("/Fields "), "<< ", "<< /NeedAppearances true "); }},
    {"an XML form", "form", [](PdfEditor& pdf) { pdf.replace(pdf.find("/Fields "), "<< ", "<< /XFA (x) "); }},
    {"a filled field", "form", [](PdfEditor& pdf) { pdf.replace(pdf.find("/FT /Sig"), "<< ", "<< /V (x) "); }},
    {"a field with an appearance", "form",
     [](PdfEditor& pdf) { pdf.replace(pdf.find("/FT /Sig"), "<< ", "<< /AP << >> "); }},
    {"a third field", "form",
     [](PdfEditor& pdf) {
         const std::string field = pdf.value(pdf.find("/FT /Sig"));
         pdf.replace(pdf.find("/Fields "), "/Fields [", "/Fields [" + reference(pdf.add(field)) + " ");
     }},
    {"a text field", "unexpected-value",
     [](PdfEditor& pdf) { pdf.replace(pdf.find("/FT /Sig"), "/FT /Sig", "/FT /Tx"); }},
    {"a field on the page", "form",
     [](PdfEditor& pdf) { pdf.replace(pdf.find("/FT /Sig"), "/Rect [0 0 0 0]", "/Rect [0 0 90 90]"); }},
    {"a note", "unexpected-value", [](PdfEditor& pdf) { addAnnotation(pdf, "/Subtype /FreeText"); }},
    {"a link into another file", "action",
     [](PdfEditor& pdf) { addAnnotation(pdf, "/Subtype /Link /A << /S /GoToR /URI (https://x) >>"); }},
    {"a link that starts a program", "action",
     [](PdfEditor& pdf) { addAnnotation(pdf, "/Subtype /Link /A << /S /Launch /URI (https://x) >>"); }},
    {"a link to a local file", "link-target",
     [](PdfEditor& pdf) { addAnnotation(pdf, "/Subtype /Link /A << /S /URI /URI (file:///etc/passwd) >>"); }},
    {"data from outside", "external-data",
     [](PdfEditor& pdf) { pdf.replace(pdf.find("/Subtype /Image"), "<< ", "<< /F (picture.png) "); }},
    {"transparency", "transparency",
     [](PdfEditor& pdf) {
         pdf.replace(pdf.find("/Type /Page "), "/Resources << ", "/Resources << /ExtGState << >> ");
     }},
    {"a font that isn't embedded", "font-not-embedded",
     [](PdfEditor& pdf) {
         const int descriptor = pdf.find("/FontFile2");
         const std::string value = pdf.value(descriptor);
         const std::size_t at = value.find("/FontFile2");
         pdf.set(descriptor, value.substr(0, at) + value.substr(value.find('R', at) + 2));
     }},
    {"an object that nothing leads to", "orphan", [](PdfEditor& pdf) { pdf.add("(hidden)"); }},
    {"an object that isn't there", "missing-object", [](PdfEditor& pdf) { addToPage(pdf, "/Annots 9999 0 R"); }},
    {"the same key twice", "duplicate-key",
     [](PdfEditor& pdf) { pdf.replace(pdf.find("/Type /Page "), "<< ", "<< /Contents 1 0 R "); }},
    {"the same key twice, once disguised", "duplicate-key",
     [](PdfEditor& pdf) { pdf.replace(pdf.find("/Type /Page "), "<< ", "<< /C#6fntents 1 0 R "); }},
    {"an object that was freed", "cross-reference-entry",
     [](PdfEditor& pdf) {
         const int freed = pdf.add("(x)");
         pdf.add("(y)");
         pdf.remove(freed);
     }},
    {"an unknown entry in the trailer", "unexpected-entry", [](PdfEditor& pdf) { pdf.addToTrailer("/Hint (x) "); }},
    {"encryption", "encrypted", [](PdfEditor& pdf) { pdf.addToTrailer("/Encrypt << >> "); }},
    {"a hybrid file", "hybrid-file", [](PdfEditor& pdf) { pdf.addToTrailer("/XRefStm 16 "); }},
    {"a loop of tables", "previous-table", [](PdfEditor& pdf) { pdf.addToTrailer("/Prev 99999999 "); }},
    {"a comment", "syntax", [](PdfEditor& pdf) { pdf.replace(catalogOf(pdf), "<< ", "<< %hidden\n"); }},
    {"a circle of pages", "page-tree",
     [](PdfEditor& pdf) {
         const int pages = pdf.find("/Type /Pages");
         pdf.replace(pages, "/Kids [", "/Kids [" + reference(pages) + " ");
     }},
    {"a page twice", "page-tree",
     [](PdfEditor& pdf) {
         const int page = pdf.find("/Type /Page ");
         pdf.replace(pdf.find("/Type /Pages"), "/Kids [", "/Kids [" + reference(page) + " ");
     }},
    {"an attached file more, in the tree", "attachment-list",
     [](PdfEditor& pdf) {
         const int stream = pdf.addStream("/Type /EmbeddedFile /Subtype /text#2fplain /Params << /Size 1 >>", "x");
         const int file = pdf.add("<< /Type /Filespec /AFRelationship /Data /F (a) /UF (a) /EF << /F " +
                                  reference(stream) + " /UF " + reference(stream) + " >> >>");
         pdf.replace(catalogOf(pdf), "/Names [", "/Names [(a) " + reference(file) + " ");
     }},
    {"an attached file more, beside the tree", "attachment-list",
     [](PdfEditor& pdf) {
         const int stream = pdf.addStream("/Type /EmbeddedFile /Subtype /text#2fplain /Params << /Size 1 >>", "x");
         const int file = pdf.add("<< /Type /Filespec /AFRelationship /Data /F (a) /UF (a) /EF << /F " +
                                  reference(stream) + " /UF " + reference(stream) + " >> >>");
         const std::string catalog = pdf.value(catalogOf(pdf));
         const int associated = std::stoi(catalog.substr(catalog.find("/AF ") + 4));
         pdf.replace(associated, "[", "[" + reference(file) + " ");
     }},
    {"two readings of an attached file", "attachment",
     [](PdfEditor& pdf) {
         const int other = pdf.addStream("/Type /EmbeddedFile /Subtype /text#2fplain /Params << /Size 1 >>", "x");
         const int file = pdf.find("/Type /Filespec");
         const std::string value = pdf.value(file);
         const std::size_t at = value.find("/EF << /F ") + 10;
         pdf.set(file, value.substr(0, at) + reference(other) + value.substr(value.find('R', at) + 1));
     }},
    {"an object in two roles", "ambiguous-object",
     [](PdfEditor& pdf) { pdf.replace(catalogOf(pdf), "/Type /Catalog", "/Outlines 1 0 R /Type /Catalog"); }},
    {"a text that can't be seen", "invisible-text",
     [](PdfEditor& pdf) {
         changeContent(pdf, 1, [](std::string& text) {
             text.insert(text.find("TJ\n", text.find("BlockQuote") + 1) + 3, "3 Tr ");
         });
     }},
    {"a text in another rendering mode", "page-content",
     [](PdfEditor& pdf) { changeContent(pdf, 1, [](std::string& text) { text += "7 Tr\n"; }); }},
    {"an unknown instruction", "page-operator",
     [](PdfEditor& pdf) { changeContent(pdf, 1, [](std::string& text) { text += "/G gs\n"; }); }},
    {"a picture within the page's content", "page-operator",
     [](PdfEditor& pdf) { changeContent(pdf, 1, [](std::string& text) { text += "BI /W 1 /H 1 ID x EI\n"; }); }},
    {"white over everything", "hidden-text",
     [](PdfEditor& pdf) {
         changeContent(pdf, 1, [](std::string& text) { text += "/Artifact BMC 1 1 1 rg 0 0 700 900 re f EMC\n"; });
     }},
    {"a thick white line over everything", "hidden-text",
     [](PdfEditor& pdf) {
         changeContent(pdf, 1,
                       [](std::string& text) { text += "/Artifact BMC 1 1 1 RG 900 w 0 400 m 700 400 l S EMC\n"; });
     }},
    {"a thumbnail over a text", "hidden-text",
     [](PdfEditor& pdf) {
         changeContent(pdf, 1, [](std::string& text) {
             const std::size_t name = text.find(" Do Q");
             const std::size_t slash = text.rfind('/', name);
             text += "/Artifact BMC q 600 0 0 900 0 0 cm " + text.substr(slash, name - slash) + " Do Q EMC\n";
         });
     }},
    {"text that no structure knows", "unmarked-content",
     [](PdfEditor& pdf) {
         changeContent(pdf, 1, [](std::string& text) {
             const std::size_t begin = text.find("BT ");
             text += text.substr(begin, text.find("ET", begin) + 2 - begin) + "\n";
         });
     }},
    {"another title in the list of parts", "structure-id",
     [](PdfEditor& pdf) { pdf.replace(pdf.find("<< /Names [(prompt)"), "(prompt)", "(pr0mpt)"); }},
    {"two parts with one id", "structure-id",
     [](PdfEditor& pdf) { pdf.replace(pdf.find("/ID (response)"), "/ID (response)", "/ID (prompt)"); }},
    {"a broken stream", "unreadable-stream",
     [](PdfEditor& pdf) {
         const int content = pdf.contentOf(1);
         std::string value = pdf.value(content);
         value[value.find("\nstream\n") + 40] ^= 0x55;
         pdf.set(content, value);
     }},
    {"a stream that is longer than it says", "stream-length",
     [](PdfEditor& pdf) { pdf.replace(pdf.contentOf(1), "\nendstream", "hidden\nendstream"); }},
    {"an indirect length", "stream-length",
     [](PdfEditor& pdf) {
         const int content = pdf.contentOf(1);
         const std::string value = pdf.value(content);
         const std::size_t at = value.find("/Length ") + 8;
         const std::size_t end = value.find_first_not_of("0123456789", at);
         const int length = pdf.add(value.substr(at, end - at));
         pdf.set(content, value.substr(0, at) + reference(length) + value.substr(end));
     }},
    {"an object stream", "unexpected-entry",
     [](PdfEditor& pdf) {
         addToCatalog(pdf, "/Extra " + reference(pdf.addStream("/Type /ObjStm /N 0 /First 0", "")));
     }},
    {"a picture that belongs to nothing", "unaccounted-picture",
     [](PdfEditor& pdf) {
         const int image = pdf.addStream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
                                         "/ColorSpace /DeviceGray",
                                         "x");
         pdf.replace(pdf.find("/XObject << "), "/XObject << ", "/XObject << /Evil " + reference(image) + " ");
         changeContent(pdf, 1, [](std::string& text) { text += "/Artifact BMC q 9 0 0 9 9 9 cm /Evil Do Q EMC\n"; });
     }},
};

} // namespace

TEST_CASE("The editor by itself changes nothing that is found") {
    CHECK(listOf(findingsOf(PdfEditor(plainDossier().file).file())) == "");
}

TEST_CASE("Every attack on the form of a dossier is found") {
    for (const Attack& attack : kAttacks) {
        INFO(attack.name);
        PdfEditor pdf(plainDossier().file);
        attack.change(pdf);
        const std::vector<Finding> findings = findingsOf(pdf.file());
        INFO(listOf(findings));
        CHECK(has(findings, attack.code));
        CHECK_FALSE(has(findings, "integrity-mismatch"));
        const Verdict verdict = verdictOf(findings);
        CHECK((verdict == Verdict::Tampered || verdict == Verdict::Indeterminate));
    }
}

TEST_CASE("What is added around a dossier is found") {
    const Bytes& file = plainDossier().file;
    const auto with = [&](std::string_view before, std::string_view after) {
        Bytes changed(before.begin(), before.end());
        changed.insert(changed.end(), file.begin(), file.end());
        changed.insert(changed.end(), after.begin(), after.end());
        return changed;
    };
    for (const std::string_view after : {"\n", "%%EOF\n", "x", "startxref\n0\n%%EOF\n", "\nstartxref\n99\n%%EOF\n"}) {
        const std::vector<Finding> findings = findingsOf(with("", after));
        INFO(listOf(findings));
        CHECK(verdictOf(findings) != Verdict::Intact);
        CHECK(verdictOf(findings) != Verdict::NotADossier);
    }
    const std::vector<Finding> appended = findingsOf(with("", "garbage"));
    REQUIRE(has(appended, "bytes-after-end"));
    for (const Finding& finding : appended)
        if (finding.code == "bytes-after-end")
            CHECK(finding.offset == file.size());
    CHECK(has(findingsOf(with("GIF89a", "")), "bytes-before-header"));
    CHECK(has(findingsOf(with("", std::string(300'000, ' '))), "bytes-after-end"));
}

TEST_CASE("An incremental update is found, and where it begins") {
    Bytes file = plainDossier().file;
    const std::string text(textOf(file));
    const std::string previous =
        text.substr(text.rfind("startxref\n") + 10, text.rfind("\n%%EOF") - text.rfind("startxref\n") - 10);
    std::string update = "1 0 obj\n<< /Type /Catalog >>\nendobj\n";
    const std::size_t table = file.size() + update.size();
    std::string offset = std::to_string(file.size());
    offset.insert(0, 10 - offset.size(), '0');
    update += "xref\n1 1\n" + offset + " 00000 n \ntrailer\n<< /Size 9 /Root 1 0 R /Prev " + previous +
              " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    const std::size_t end = file.size();
    file.insert(file.end(), update.begin(), update.end());
    const std::vector<Finding> findings = findingsOf(file);
    INFO(listOf(findings));
    REQUIRE(has(findings, "bytes-after-end"));
    CHECK(verdictOf(findings) == Verdict::Tampered);
    CHECK(findings.front().offset == end);
}

TEST_CASE("Pictures and texts that were exchanged aren't the ones expected") {
    const Dossier& dossier = plainDossier();
    const MemorySource png(dossier.png), jpeg(dossier.jpeg);

    SECTION("two screenshots exchanged") {
        PdfEditor pdf(dossier.file);
        const int first = pdf.find("/Predictor"), second = pdf.find("/DCTDecode");
        const std::string kept = pdf.value(first);
        pdf.set(first, pdf.value(second));
        pdf.set(second, kept);
        const pdf::Reader reader = readerOf(pdf.file());
        CHECK_FALSE(reader.pictureEquals("shot-1", png).value());
        CHECK_FALSE(reader.pictureEquals("shot-2", jpeg).value());
    }
    SECTION("one byte of a picture changed") {
        PdfEditor pdf(dossier.file);
        const int image = pdf.find("/Predictor");
        std::string value = pdf.value(image);
        value[value.size() - 200] ^= 1;
        pdf.set(image, value);
        CHECK_FALSE(readerOf(pdf.file()).pictureEquals("shot-1", png).value());
    }
    SECTION("the picture's dictionary changed") {
        for (const auto& [old, now] : std::vector<std::pair<std::string, std::string>>{
                 {"/DeviceRGB", "/DeviceGray"}, {"<< ", "<< /Decode [1 0 1 0 1 0] "}, {"/Colors 3", "/Colors 1"}}) {
            PdfEditor pdf(dossier.file);
            pdf.replace(pdf.find("/Predictor"), old, now);
            CHECK_FALSE(readerOf(pdf.file()).pictureEquals("shot-1", png).value());
        }
    }
    SECTION("half of a picture cut off") {
        PdfEditor pdf(dossier.file);
        const int page = 2;
        changeContent(pdf, page, [](std::string& text) {
            const std::size_t clip =
                text.find(" re\nW n") != std::string::npos ? text.find(" re\nW n") : text.find(" re W n");
            const std::size_t line = text.rfind('\n', clip);
            text.replace(line + 1, clip - line - 1, "0 0 200 900");
        });
        const std::vector<Finding> findings = findingsOf(pdf.file());
        INFO(listOf(findings));
        CHECK(has(findings, "hidden-picture"));
    }
    SECTION("a text on the page changed through its font's map") {
        PdfEditor pdf(dossier.file);
        const int map = pdf.find("/ToUnicode");
        const int stream = std::stoi(pdf.value(map).substr(pdf.value(map).find("/ToUnicode ") + 11));
        std::string text = pdf.streamText(stream);
        const std::size_t letter = text.find("<006C>"); // l
        REQUIRE(letter != std::string::npos);
        text.replace(letter, 6, "<0049>"); // I
        pdf.setStreamText(stream, text);
        CHECK_FALSE(readerOf(pdf.file()).textEquals("prompt", dossier.prompt).value_or(false));
    }
}
