// Every text exactly: what is set can be read back to the letter, and stays on the page.

#include "pdf/Composition.h"

#include "MadeDocument.h"
#include "PdfProbe.h"
#include "Tools.h"
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

using namespace exhibit;
using namespace exhibit::pdf;
using namespace exhibit::test;

namespace {

const std::vector<std::pair<std::string, std::string>>& scripts() {
    static const std::vector<std::pair<std::string, std::string>> texts = {
        {"German", "Größe & Übermaß, »Straße« – ﬁle office"},
        {"Greek", "Ποιος είναι ο Γιάννης από την Αθήνα;"},
        {"Russian", "Кто такая Анна Мюллер из Берлина?"},
        {"Vietnamese", "Nguyễn Thị Ánh sống ở đâu tại Việt Nam?"},
        {"Yoruba", "Oṣù Ẹ̀bibi, Ọ̀wàrà, Ṣẹ́rẹ́"},
        {"Arabic", "من هي آنا مولر وأين تعيش؟ لا إله"},
        {"Hebrew", "מי היא אנה מילר ואיפה היא גרה?"},
        {"Yiddish", "יאַנואַר פֿעברואַר מערץ אַפּריל"},
        {"Hindi", "नमस्ते दुनिया क्षत्रिय हिन्दी कौन है"},
        {"Bengali", "বাংলা ভাষায় প্রশ্ন কে"},
        {"Tamil", "தமிழ் மொழியில் கேள்வி"},
        {"Thai", "ใครคือแอนนา มุลเลอร์ และเธออาศัยอยู่ที่ไหน"},
        {"Khmer", "តើអាណាជានរណា"},
        {"Chinese", "安娜·穆勒是谁？她住在哪里？"},
        {"Japanese", "アンナ・ミュラーは誰ですか。"},
        {"Korean", "안나 뮐러는 누구입니까?"},
        {"Ethiopic", "አና ሙለር ማን ናት?"},
        {"Georgian", "ვინ არის ანა მიულერი?"},
        {"Armenian", "Ո՞վ է Աննա Մյուլլերը"},
        {"Mathematics", "𝒜𝔅ℂ ∑∫√ x² ≠ ∞"},
        {"Emoji", "😀 👩‍👩‍👧‍👦 👍🏽 🇩🇪 1️⃣ ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"},
        {"Combining marks", "e\xCC\x81 x\xCC\xA7\xCC\xB1 a\xCC\x8A\xCC\x81"},
    };
    return texts;
}

Bytes fileWith(const std::string& text) {
    Document document = emptyDocument();
    document.blocks.emplace_back(Verbatim{.text = text, .id = "text"});
    return written(document);
}

void checkExact(const std::string& text) {
    const PdfProbe probe(fileWith(text));
    const auto read = probe.text("text");
    REQUIRE(read);
    CHECK(*read == text);
    CHECK(probe.staysOnPages());
    CHECK(probe.untaggedOperators() == 0);
    CHECK(probe.brokenParents() == 0);
    CHECK(probe.complaints().empty());
}

} // namespace

TEST_CASE("Every script is read back exactly, by our rules and by pdftotext") {
    const bool hasPdftotext = hasTool("pdftotext");
    for (const auto& [name, text] : scripts()) {
        INFO(name);
        const Bytes file = fileWith(text);
        CHECK(PdfProbe(file).text("text") == text);
        if (!hasPdftotext)
            continue;
        const TestFolder folder;
        const auto path = folder.file("a.pdf", file);
        const std::string read = withoutSpaces(runTool("pdftotext -enc UTF-8 " + path.string() + " -").output);
        CHECK(read.find(withoutSpaces(text)) != std::string::npos);
    }
}

TEST_CASE("Line ends, blanks, tabs and empty lines are kept") {
    checkExact("");
    checkExact("\n");
    checkExact("\n\n\n");
    checkExact("a");
    checkExact("a\n");
    checkExact("a\r\nb\n\r\n\n c  \n\td\te \n");
    checkExact("  leading and trailing  ");
    checkExact("a\rb\n\r");
    checkExact(std::string(3000, ' ') + "x" + std::string(300, '\t'));
}

TEST_CASE("Mixed directions are read back exactly") {
    checkExact("In Arabic: مرحبا (123) بالعالم. End.");
    checkExact("שלום (עולם) abc 123 סוף");
    checkExact("العنوان: طلب رقم 42 من الموقع example.com اليوم 😀 (نعم)");
    checkExact("a \xE2\x80\xAEoverride\xE2\x80\xAC b \xE2\x81\xA7isolate אבג\xE2\x81\xA9 c");
    std::string longText;
    for (int i = 0; i < 60; ++i)
        longText += "مرحبا hello (שלום) 123, ";
    checkExact(longText);
}

TEST_CASE("What nobody could see is shown as a box and read back") {
    checkExact("bell\x07 del\x7F c1\xC2\x85 nbsp\xC2\xA0 shy\xC2\xAD");
    checkExact("zero\xE2\x80\x8Bwidth joiner\xE2\x80\x8D\xE2\x80\x8C mark\xE2\x80\x8E\xE2\x80\x8F");
    checkExact("private \xEE\x80\x80 bom \xEF\xBB\xBF noncharacter \xEF\xBF\xBE \xF4\x8F\xBF\xBF");
    checkExact("tags \xF3\xA0\x81\x81\xF3\xA0\x81\x82 selectors a\xEF\xB8\x8F\xEF\xB8\x8F b\xF3\xA0\x84\x80");
    checkExact("unassigned \xF0\x9E\xBF\xBF \xCD\xB8");
    checkExact("lone marks \xCC\x81 \xE2\x83\xA3 \xEF\xB8\x8F");
}

TEST_CASE("Long words are broken, long texts go over pages, and nothing leaves the page") {
    checkExact(std::string(5000, 'W'));
    checkExact(std::string(3000, '-'));
    std::string arabic, chinese;
    for (int i = 0; i < 3000; ++i) {
        arabic += "م";
        chinese += "字";
    }
    checkExact(arabic);
    checkExact(chinese);
    checkExact("e" + arabic + chinese);
}

TEST_CASE("A text of a megabyte is set over its pages") {
    std::string text;
    while (text.size() < 1'000'000)
        text +=
            "Line " + std::to_string(text.size()) + ": the quick brown fox jumps over the lazy dog, again and again.\n";
    const PdfProbe probe(fileWith(text));
    CHECK(probe.pageCount() > 100);
    CHECK(probe.text("text") == text);
}

TEST_CASE("A hyphen at which a line could end stays with what follows") {
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += "a-b" + std::string(static_cast<std::size_t>(i % 13), 'x') + "-c ";
    const Bytes file = fileWith(text);
    CHECK(PdfProbe(file).text("text") == text);
    if (hasTool("pdftotext")) {
        const TestFolder folder;
        const auto path = folder.file("a.pdf", file);
        const std::string read = withoutSpaces(runTool("pdftotext -enc UTF-8 " + path.string() + " -").output);
        CHECK(read.find(withoutSpaces(text)) != std::string::npos);
    }
}

TEST_CASE("Two verbatim texts keep their own") {
    Document document = emptyDocument();
    document.blocks.emplace_back(Verbatim{.text = "first\n", .id = "a", .label = "One"});
    document.blocks.emplace_back(Paragraph{{{"between"}}});
    document.blocks.emplace_back(Verbatim{.text = "second\nlog", .id = "b", .style = SpanStyle::Mono, .small = true});
    const PdfProbe probe(written(document));
    CHECK(probe.text("a") == "first\n");
    CHECK(probe.text("b") == "second\nlog");
    CHECK_FALSE(probe.text("c"));
}

namespace {

/// Only some of the fonts that are installed.
class FewFonts final : public FontProvider {
public:
    explicit FewFonts(std::vector<std::string> families) : m_families(std::move(families)) {}
    [[nodiscard]] std::optional<FontFile> find(std::string_view family, FontWeight weight) const override {
        if (std::find(m_families.begin(), m_families.end(), family) == m_families.end())
            return std::nullopt;
        return installedFonts().find(family, weight);
    }

private:
    std::vector<std::string> m_families;
};

} // namespace

TEST_CASE("A script without a font gives boxes and a warning, never another letter") {
    Document document = emptyDocument();
    const std::string text = "Arabic مرحبا, emoji 👩‍👩‍👧‍👦😀, Chinese 字.";
    document.blocks.emplace_back(Verbatim{.text = text, .id = "text"});
    const auto composition = Composition::compose(document, FewFonts({"Noto Sans"}));
    REQUIRE(composition);
    REQUIRE(composition->warnings().size() == 1);
    CHECK(composition->warnings()[0].find("Arab U+0645") != std::string::npos);
    CHECK(PdfProbe(written(*composition)).text("text") == text);
    for (const UsedFont& font : composition->fonts())
        CHECK(font.file.find("NotoSans-") == 0);
}

TEST_CASE("Without the base font there is a clear error") {
    const auto composition = Composition::compose(emptyDocument(), FewFonts({}));
    REQUIRE_FALSE(composition);
    CHECK(composition.error().code == ErrorCode::NotFound);
    CHECK(composition.error().message.find("fonts-noto-core") != std::string::npos);
}

namespace {

/// The installed fonts, but one family's file has these bytes.
class BrokenFonts final : public FontProvider {
public:
    BrokenFonts(std::string family, Bytes bytes) : m_family(std::move(family)), m_bytes(std::move(bytes)) {}
    [[nodiscard]] std::optional<FontFile> find(std::string_view family, FontWeight weight) const override {
        if (family != m_family)
            return installedFonts().find(family, weight);
        return FontFile{"broken.ttf", 0, m_bytes, nullptr};
    }

private:
    std::string m_family;
    Bytes m_bytes;
};

Bytes fontBytes(const char* family) {
    const auto font = installedFonts().find(family, FontWeight::Regular);
    REQUIRE(font);
    return {font->bytes.begin(), font->bytes.end()};
}

/// The file cut off at some places, with some bytes flipped, and what is no font at all.
std::vector<Bytes> damaged(const Bytes& font) {
    std::vector<Bytes> files{{}, Bytes(1000, 0x41), Bytes(12, 0)};
    for (const std::size_t size :
         {std::size_t{12}, std::size_t{300}, std::size_t{5000}, font.size() / 2, font.size() - 64})
        files.emplace_back(font.begin(), font.begin() + static_cast<std::ptrdiff_t>(size));
    for (std::size_t at = 13; at < font.size(); at += font.size() / 40) {
        files.push_back(font);
        files.back()[at] ^= 0x11;
    }
    return files;
}

} // namespace

TEST_CASE("A damaged base font is a clear error") {
    for (const Bytes& file : damaged(fontBytes("Noto Sans"))) {
        const auto composition = Composition::compose(emptyDocument(), BrokenFonts("Noto Sans", file));
        if (composition) // a byte that no table holds
            continue;
        CHECK(composition.error().code == ErrorCode::Malformed);
        CHECK(composition.error().message.find("Install the font package again") != std::string::npos);
    }
    const Bytes cut(5000, 0);
    CHECK_FALSE(Composition::compose(emptyDocument(), BrokenFonts("Noto Sans", cut)));
}

TEST_CASE("A damaged font of a script gives boxes and a warning, never another letter or none") {
    const std::string text = "ભાષા and more";
    Document document = emptyDocument();
    document.blocks.emplace_back(Verbatim{.text = text, .id = "text"});
    std::size_t refused = 0;
    for (const Bytes& file : damaged(fontBytes("Noto Sans Gujarati"))) {
        const auto composition = Composition::compose(document, BrokenFonts("Noto Sans Gujarati", file));
        REQUIRE(composition);
        if (composition->warnings().empty())
            continue;
        ++refused;
        CHECK(composition->warnings().size() == 2);
        CHECK(composition->warnings()[0].find("broken.ttf") != std::string::npos);
        CHECK(composition->warnings()[1].find("Gujr U+0AAD") != std::string::npos);
        for (const UsedFont& font : composition->fonts())
            CHECK(font.file != "broken.ttf");
        CHECK(PdfProbe(written(*composition)).text("text") == text);
    }
    CHECK(refused >= 45); // all but flips in the few bytes between tables
}

TEST_CASE("A face that a collection doesn't have, and bold that is damaged, do no harm") {
    class Faces final : public FontProvider {
    public:
        [[nodiscard]] std::optional<FontFile> find(std::string_view family, FontWeight weight) const override {
            auto font = installedFonts().find(family, weight);
            if (font && family.starts_with("Noto Sans CJK"))
                font->face = 99;
            if (font && weight == FontWeight::Bold)
                font->bytes = font->bytes.first(1000);
            return font;
        }
    };
    Document document = emptyDocument();
    document.blocks.emplace_back(Paragraph{{{"bold", SpanStyle::Bold}, {" 字"}}});
    const auto composition = Composition::compose(document, Faces());
    REQUIRE(composition);
    CHECK(composition->warnings().size() >= 2);
    CHECK(PdfProbe(written(*composition)).complaints().empty());
}

TEST_CASE("A font file that goes away after it was listed is one that isn't there") {
    const TestFolder folder;
    const auto copy = folder.file("Copy.ttf", fontBytes("Noto Sans"));
    const std::string config = "<?xml version=\"1.0\"?><fontconfig><dir>" + folder.path().string() +
                               "</dir><cachedir>" + folder.path().string() + "/cache</cachedir></fontconfig>";
    const auto configFile = folder.file("fonts.conf", bytesOf(config));
    ::setenv("FONTCONFIG_FILE", configFile.c_str(), 1);
    const InstalledFonts fonts;
    ::unsetenv("FONTCONFIG_FILE");
    CHECK(Composition::compose(emptyDocument(), fonts));
    std::filesystem::remove(copy);
    const auto composition = Composition::compose(emptyDocument(), fonts);
    REQUIRE_FALSE(composition);
    CHECK(composition.error().code == ErrorCode::NotFound);
}

TEST_CASE("The fonts that were used are named with their digests") {
    Document document = emptyDocument();
    document.blocks.emplace_back(Paragraph{{{"text"}, {"bold", SpanStyle::Bold}, {"mono", SpanStyle::Mono}, {"😀"}}});
    const Composition composition = composed(document);
    std::vector<std::string> names;
    for (const UsedFont& font : composition.fonts())
        names.push_back(font.name);
    CHECK(names ==
          std::vector<std::string>{"NotoColorEmoji", "NotoSans-Bold", "NotoSans-Regular", "NotoSansMono-Regular"});
    const auto regular = installedFonts().find("Noto Sans", FontWeight::Regular);
    CHECK(composition.fonts()[2].digest == sha256(regular->bytes));
}
