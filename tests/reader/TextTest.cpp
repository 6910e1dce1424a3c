// Texts of every kind come back as they were set; and what isn't shown as it is read is noticed.

#include "DossierMaker.h"
#include "Findings.h"
#include "PdfEditor.h"

using namespace exhibit;
using namespace exhibit::test;

namespace {

Dossier dossierWith(const std::string& prompt) {
    DossierOptions options;
    options.prompt = prompt;
    options.withPictures = false;
    return makeDossier(options);
}

std::string repeated(std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i)
        text += part;
    return text;
}

const std::vector<std::string> kTexts = {
    "",
    "a",
    " ",
    "\n",
    "\n\n\n",
    "\r\n",
    "a\r\nb\nc\r\n\r\n",
    "lone\rreturn",
    "tab\there\t\tand\t",
    "  leading, trailing   \n   and  double  ",
    "Größe & Übermaß: ﬁle, Привет мир, Ελληνικά, Tiếng Việt, e\xCC\x81 x\xCC\xA7\xCC\xB1, ½ № ™ …",
    "مرحبا بالعالم",
    "مرحبا بالعالم (لا إله) 123, abc 45 و",
    "English مرحبا (لا) 12.5 שלום (עולם), end.",
    "שלום עולם",
    "שָׁלוֹם עֲלֵיכֶם",
    "שלום (עולם) abc 123 סוף",
    "नमस्ते दुनिया क्षत्रिय हिन्दी",
    "你好，世界。日本語 한국어 繁體",
    "สวัสดีชาวโลก",
    "👩‍👩‍👧‍👦 😀 👍🏽 🇩🇪 1️⃣ ❤️ done",
    "😀😀😀",
    "עברית 😀 עברית",
    "zero\u200Bwidth \u202Eoverride\u202C \uFEFF \u00AD soft",
    "\u0001\u0002\u001F control \u007F",
    "\uE000 private \U000F0000",
    "\u2028line\u2029separators\u0085",
    "math 𝒳 𝔸 ∑ ∫ ≠ ⇒",
    "⼀ 一 Ⅷ ㎏ ﷺ",
    "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u030D\u030E\u030F\u0310\u0311\n"
    "Zx\u0316\u0317\u0318\u0319\u031A\u031B\u031C\u031D\u0316\u0317\u0318\u0319\nlgo Zalgo Zalgo",
    "\uFDFD \uFDFA \U0001242B \U0001F1E6",
    "a\u00A0b\u2003c\u3000d",
};

} // namespace

TEST_CASE("Texts of every kind are read back byte for byte") {
    for (const std::string& text : kTexts) {
        INFO(text);
        const Dossier dossier = dossierWith(text);
        const pdf::Reader reader = readerOf(dossier.file);
        CHECK(listOf(reader.checkStructure()) == "");
        const Result<std::string> read = reader.text("prompt");
        if (!read)
            FAIL_CHECK(read.error().text());
        else
            CHECK(*read == text);
    }
}

TEST_CASE("Long texts are read back across lines and pages") {
    std::string all;
    for (const std::string& text : kTexts)
        all += text + "\n";
    for (const std::string& text :
         {repeated("Some words that are wrapped, ", 300), repeated("x", 5000), repeated("line\n", 400),
          repeated("مرحبا بالعالم (لا إله) 123 ", 200), repeated("English مرحبا 12 שלום, ", 200), repeated(all, 8),
          repeated(" ", 2000), repeated("你好世界", 500)}) {
        const Dossier dossier = dossierWith(text);
        const pdf::Reader reader = readerOf(dossier.file);
        CHECK(listOf(reader.checkStructure()) == "");
        const Result<std::string> read = reader.text("prompt");
        if (!read)
            FAIL_CHECK(read.error().text());
        else
            CHECK(*read == text);
    }
}

TEST_CASE("A text that isn't shown as it is read is noticed") {
    const Dossier dossier = dossierWith("The secret is 4711.");
    const std::string original = PdfEditor(dossier.file).streamText(PdfEditor(dossier.file).contentOf(1));
    const auto readWith = [&](const std::string& content) {
        PdfEditor pdf(dossier.file);
        pdf.setStreamText(pdf.contentOf(1), content);
        const Bytes file = pdf.file();
        CHECK(verdictOf(findingsOf(file)) != Verdict::Intact);
        return readerOf(file).text("prompt");
    };
    /// Something put in place of every occurrence of a part.
    const auto everywhere = [&](std::string_view part, std::string_view now) {
        std::string content = original;
        for (std::size_t at = content.find(part); at != std::string::npos; at = content.find(part, at + now.size()))
            content.replace(at, part.size(), now);
        return content;
    };

    SECTION("white on its ground") {
        CHECK_FALSE(readWith(everywhere("BT ", "0.96 0.97 0.98 rg BT ")));
    }
    SECTION("tiny") {
        CHECK_FALSE(readWith(everywhere("Tf 1 0 0 1 ", "Tf .1 0 0 .1 ")));
    }
    SECTION("mirrored") {
        CHECK_FALSE(readWith(everywhere("Tf 1 0 0 1 ", "Tf -1 0 0 1 ")));
    }
    SECTION("beside the page") {
        CHECK_FALSE(readWith(everywhere("Tf 1 0 0 1 ", "Tf 1 0 0 1 9")));
    }
    SECTION("all letters in one place") {
        CHECK_FALSE(readWith(everywhere(">]TJ", "> 90000 <0001>]TJ")));
    }
    SECTION("written over") {
        std::string twice;
        for (std::size_t at = original.find("BT "); at != std::string::npos; at = original.find("BT ", at + 1))
            twice += original.substr(at, original.find("ET\n", at) + 3 - at);
        CHECK_FALSE(readWith(original + "/Artifact BMC\n" + twice + "EMC\n"));
    }
    SECTION("clipped away") {
        CHECK_FALSE(readWith("0 0 9 9 re W n\n" + original));
    }
}

TEST_CASE("A forged reading direction or replacement text is noticed") {
    const Dossier dossier = dossierWith("abc def");
    const PdfEditor pdf(dossier.file);
    const int page = pdf.contentOf(1);
    const std::string content = pdf.streamText(page);
    // Every row of glyphs on the page is tried; one of them is the prompt.
    std::vector<std::size_t> shows;
    for (std::size_t at = content.find("]TJ\n"); at != std::string::npos; at = content.find("]TJ\n", at + 1))
        shows.push_back(at);
    bool direction = false, replacement = false;
    for (const std::size_t show : shows) {
        const std::size_t begin = content.rfind("BT ", show);
        const std::size_t end = content.find("ET\n", show) + 3;
        const auto wrapped = [&](const std::string& properties) {
            PdfEditor changed(dossier.file);
            std::string text = content;
            text.insert(end, "EMC\n");
            text.insert(begin, "/Span <<" + properties + ">> BDC\n");
            changed.setStreamText(page, text);
            return readerOf(changed.file()).text("prompt");
        };
        const Result<std::string> turned = wrapped("/Exhibit17Level 1");
        direction = direction || (!turned && turned.error().code == ErrorCode::Malformed);
        CHECK((!turned || *turned == dossier.prompt));
        const Result<std::string> replaced = wrapped("/ActualText (abc def)");
        CHECK((!replaced || *replaced == dossier.prompt));
        const Result<std::string> forged = wrapped("/ActualText (xyz)");
        replacement = replacement || (!forged && forged.error().code == ErrorCode::Unsupported);
        CHECK((!forged || *forged == dossier.prompt));
    }
    CHECK(direction);
    CHECK(replacement);
}
