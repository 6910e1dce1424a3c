#include "pdf/Composition.h"

#include "MadeDocument.h"
#include "PdfProbe.h"
#include "Tools.h"
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::pdf;
using namespace exhibit::test;

namespace {

ErrorCode refusal(const Document& document) {
    const auto composition = Composition::compose(document, installedFonts());
    REQUIRE_FALSE(composition);
    return composition.error().code;
}

ErrorCode refusal(Block block) {
    Document document = emptyDocument();
    document.blocks.push_back(std::move(block));
    return refusal(document);
}

} // namespace

TEST_CASE("The same document gives the same bytes") {
    const auto make = [] {
        Document document = emptyDocument();
        document.blocks.emplace_back(
            Paragraph{{{"Größe, 你好, 😀 مرحبا "}, {"link", SpanStyle::Regular, "", "https://example.org/"}}});
        document.blocks.emplace_back(Figure{.picture = pictureOf(madePng(100, 60)), .alt = "A picture"});
        return document;
    };
    const std::vector<Attachment> attachments = {attachmentOf("a.txt", "a", true), attachmentOf("b.txt", "b")};
    const Composition composition = composed(make());
    const Bytes first = written(composition, attachments);
    CHECK(first == written(composition, attachments));
    CHECK(first == written(composed(make()), {attachments[1], attachments[0]}));
    // Another attachment of the same length: another identifier.
    const Bytes other = written(composition, {attachments[0], attachmentOf("b.txt", "c")});
    const auto identifier = [](const Bytes& file) {
        const std::string_view text = textOf(file);
        return std::string(text.substr(text.rfind("/ID ["), 75));
    };
    CHECK(identifier(first) != identifier(other));
}

TEST_CASE("Pages are counted and blocks are found on them") {
    Document document = emptyDocument();
    document.blocks.emplace_back(Heading{.level = 2, .text = "Two", .newPage = true, .id = "two"});
    document.blocks.emplace_back(PageBreak{});
    document.blocks.emplace_back(PageBreak{});
    document.blocks.emplace_back(Verbatim{.text = "text", .id = "text"});
    document.blocks.emplace_back(Heading{.level = 2, .text = "Four", .newPage = true});
    document.blocks.emplace_back(Figure{.picture = pictureOf(madePng(10, 10)), .alt = "x", .id = "figure"});
    const Composition composition = composed(document);
    CHECK(composition.pageCount() == 4);
    CHECK(composition.pageOf("two") == 2U);
    CHECK(composition.pageOf("text") == 3U);
    CHECK(composition.pageOf("figure") == 4U);
    CHECK_FALSE(composition.pageOf("none"));
    CHECK(PdfProbe(written(composition)).pageCount() == 4);
}

TEST_CASE("A document without blocks is a page") {
    Document document = emptyDocument();
    document.blocks.clear();
    CHECK(composed(document).pageCount() == 1);
    document.blocks.emplace_back(PageBreak{});
    CHECK(PdfProbe(written(document)).complaints().empty());
}

TEST_CASE("Page numbers, header and footer stand on every page") {
    if (!hasTool("pdftotext"))
        return;
    Document document = emptyDocument();
    document.header = "Case A ./. B";
    document.footer = "Foot";
    document.labels.pageOfPages = "Seite {page} von {pages}";
    document.blocks.emplace_back(Heading{.level = 2, .text = "Two", .newPage = true, .runningTitle = "Exhibit 2"});
    document.blocks.emplace_back(PageBreak{});
    document.blocks.emplace_back(Paragraph{{{"Three"}}});
    const TestFolder folder;
    const auto path = folder.file("a.pdf", written(document));
    for (int page = 1; page <= 3; ++page) {
        const std::string number = std::to_string(page);
        const std::string text =
            runTool("pdftotext -f " + number + " -l " + number + " " + path.string() + " -").output;
        CHECK(text.find("Seite " + number + " von 3") != std::string::npos);
        CHECK(text.find("Case A ./. B") != std::string::npos);
        CHECK(text.find("Foot") != std::string::npos);
        CHECK((text.find("Exhibit 2") != std::string::npos) == (page > 1));
    }
}

TEST_CASE("What breaks the rules of a document is refused") {
    Document untitled = emptyDocument();
    untitled.title = "";
    CHECK(refusal(untitled) == ErrorCode::InvalidArgument);
    Document badTitle = emptyDocument();
    badTitle.title = "\xFF";
    CHECK(refusal(badTitle) == ErrorCode::InvalidArgument);
    Document badLanguage = emptyDocument();
    badLanguage.language = "en) /Evil (";
    CHECK(refusal(badLanguage) == ErrorCode::InvalidArgument);
    CHECK(refusal(Heading{.level = 3, .text = "skipped"}) == ErrorCode::InvalidArgument);
    CHECK(refusal(Heading{.level = 0, .text = "none"}) == ErrorCode::InvalidArgument);
    CHECK(refusal(Paragraph{{{"\xC3"}}}) == ErrorCode::InvalidArgument);
    CHECK(refusal(Paragraph{{{std::string("a\0b", 3)}}}) == ErrorCode::InvalidArgument);
    CHECK(refusal(Verbatim{.text = "\xED\xA0\x80"}) == ErrorCode::InvalidArgument);
    CHECK(refusal(Verbatim{.text = "a", .id = "with blank"}) == ErrorCode::InvalidArgument);
    CHECK(refusal(Table{}) == ErrorCode::InvalidArgument);
    CHECK(refusal(QrCode{"", "alt"}) == ErrorCode::InvalidArgument);
    CHECK(refusal(QrCode{std::string(1001, 'a'), "alt"}) == ErrorCode::InvalidArgument);
    Document twice = emptyDocument();
    twice.blocks.emplace_back(Verbatim{.text = "a", .id = "same"});
    twice.blocks.emplace_back(Verbatim{.text = "b", .id = "same"});
    CHECK(refusal(twice) == ErrorCode::InvalidArgument);
}

TEST_CASE("Columns higher than a page stand below each other, a panel goes over pages") {
    Blocks many;
    for (int i = 0; i < 100; ++i)
        many.emplace_back(Paragraph{{{"Paragraph " + std::to_string(i)}}});
    Document document = emptyDocument();
    SECTION("columns") {
        document.blocks.emplace_back(Columns{{{1, many}, {1, {Paragraph{{{"beside"}}}}}}});
    }
    SECTION("a panel") {
        document.blocks.emplace_back(Panel{{Panel{many, true}}});
    }
    const PdfProbe probe(written(document));
    CHECK(probe.pageCount() > 2);
    CHECK(probe.staysOnPages());
    CHECK(probe.brokenParents() == 0);
}

TEST_CASE("Columns that don't fit side by side are as wide as the text") {
    const std::string line(150, 'n'); // two lines of half the width, or one of the whole
    Blocks many;
    for (int i = 0; i < 60; ++i)
        many.emplace_back(Paragraph{{{line}}, ParagraphStyle::Caption});
    Document stacked = emptyDocument();
    stacked.blocks.emplace_back(Columns{{{1, many}, {1, {Verbatim{.text = "beside", .id = "beside"}}}}});
    Document plain = emptyDocument();
    plain.blocks.insert(plain.blocks.end(), many.begin(), many.end());
    plain.blocks.emplace_back(Verbatim{.text = "beside", .id = "beside"});
    const Bytes file = written(stacked);
    CHECK(file == written(plain));
    CHECK(PdfProbe(file).text("beside") == "beside");
}

TEST_CASE("Of several ways to say something the first one that fits is set, and nothing is left of the others") {
    const auto made = [](int lines, std::vector<Blocks> ways) {
        Document document = emptyDocument();
        for (int i = 0; i < lines; ++i)
            document.blocks.emplace_back(Paragraph{{{"line"}}});
        if (!ways.empty())
            document.blocks.emplace_back(Choice{std::move(ways)});
        return document;
    };
    const auto way = [](int lines, const std::string& word) {
        Blocks blocks{Heading{.level = 2, .text = word}, Verbatim{.text = word, .id = "text"}};
        for (int i = 0; i < lines; ++i)
            blocks.emplace_back(Paragraph{{{word, SpanStyle::Regular, "", "https://example.org/"}}});
        return blocks;
    };
    const std::vector<Blocks> ways = {way(16, "ample"), way(5, "brief"), way(3, "none")};
    const auto chosen = [&](int lines) {
        const Composition composition = composed(made(lines, ways));
        const Bytes file = written(composition);
        const PdfProbe probe(file);
        CHECK(probe.complaints().empty());
        CHECK(probe.brokenParents() == 0);
        const std::string text = probe.text("text").value_or("");
        for (const Blocks& blocks : ways)
            if (std::get<Heading>(blocks.front().value).text == text)
                CHECK(file == written([&] {
                          Document alone = made(lines, {});
                          alone.blocks.insert(alone.blocks.end(), blocks.begin(), blocks.end());
                          return alone;
                      }()));
        return text + " on " + std::to_string(composition.pageCount());
    };
    CHECK(chosen(0) == "ample on 1");
    CHECK(chosen(15) == "brief on 1");
    CHECK(chosen(27) == "none on 2");
    CHECK(PdfProbe(written(made(0, {{}}))).complaints().empty());
}

TEST_CASE("The entries of a log stay on one page each, if a page has room for one") {
    std::string log, longEntry = "first";
    for (int entry = 0; entry < 60; ++entry) {
        log += (log.empty() ? "" : "\n") + std::to_string(entry) + "  begun";
        for (int i = 0; i <= entry % 7; ++i)
            log += "\n    detail of " + std::to_string(entry) + " " + std::string(i % 3 == 2 ? 400 : 5, 'x');
    }
    for (int i = 0; i < 200; ++i)
        longEntry += "\n    more";
    if (!hasTool("pdftotext"))
        return;
    Document document = emptyDocument();
    document.blocks.emplace_back(Verbatim{.text = log, .id = "log", .small = true, .keepIndented = true});
    document.blocks.emplace_back(Verbatim{.text = longEntry, .id = "long", .small = true, .keepIndented = true});
    const Composition composition = composed(document);
    const Bytes file = written(composition);
    CHECK(composition.pageCount() > 4);
    CHECK(PdfProbe(file).text("log") == log);
    CHECK(PdfProbe(file).text("long") == longEntry);
    const TestFolder folder;
    const auto path = folder.file("log.pdf", file);
    for (std::size_t page = 2; page < *composition.pageOf("long"); ++page) {
        const std::string number = std::to_string(page);
        const std::string text =
            runTool("pdftotext -layout -f " + number + " -l " + number + " " + path.string() + " - | head -1").output;
        INFO(text);
        CHECK(text.find("begun") != std::string::npos);
    }
}

TEST_CASE("Odd sizes and empty parts do no harm") {
    Document document = emptyDocument();
    auto& blocks = document.blocks;
    blocks.emplace_back(Paragraph{});
    blocks.emplace_back(Paragraph{{{""}}});
    blocks.emplace_back(List{});
    blocks.emplace_back(List{true, {{}}});
    blocks.emplace_back(Facts{});
    blocks.emplace_back(Panel{});
    blocks.emplace_back(Columns{});
    blocks.emplace_back(Gallery{});
    blocks.emplace_back(Gallery{{{pictureOf(madePng(1, 3000)), "thin", {}}}, -5, -10});
    blocks.emplace_back(Spacer{-100});
    blocks.emplace_back(Spacer{1e9});
    Table table;
    table.columns = {{-1, {}}, {0, {}}, {1e9, {{"wide"}}}};
    table.rows = {{}, {{{"a"}}, {{std::string(3000, 'x')}}, {{"c"}}, {{"too many"}}}};
    blocks.emplace_back(std::move(table));
    blocks.emplace_back(Figure{.picture = pictureOf(madePng(1, 1)), .alt = "dot"});
    blocks.emplace_back(Figure{.picture = pictureOf(madePng(3000, 1)), .alt = "line", .maxWidth = -3});
    blocks.emplace_back(Paragraph{{{"bad link", SpanStyle::Regular, "", "https://x/\xC3\xA4 (a)"}}});
    const PdfProbe probe(written(document));
    CHECK(probe.complaints().empty());
    CHECK(probe.brokenParents() == 0);
    CHECK(probe.staysOnPages());
}

TEST_CASE("Lone marks in a column that is too narrow still come to an end") {
    Document document = emptyDocument();
    Table table;
    table.columns = {{1e-9, {{"n"}}}, {1, {{"w"}}}};
    table.rows = {{{{"narrow 😀 字 مرحبا"}}, {{"b"}}}};
    document.blocks.emplace_back(std::move(table));
    CHECK(PdfProbe(written(document)).brokenParents() == 0);
}

TEST_CASE("Pages don't cost memory for each picture: a thousand are composed and written") {
    Document document = emptyDocument();
    for (std::uint32_t i = 0; i < 1000; ++i)
        document.blocks.emplace_back(Figure{.picture = pictureOf(madePng(40, 30, i)), .alt = "Picture"});
    const PdfProbe probe(written(document));
    CHECK(probe.pageCount() > 10);
    CHECK(probe.complaints().empty());
}
