// Marks are drawn, and nobody who reads the text meets them.

#include "MadeDocument.h"
#include "PdfProbe.h"
#include "Tools.h"
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::pdf;
using namespace exhibit::test;

namespace {

const std::string kText =
    "Gr\u00FC\u00DFe an Anna.\r\nSie wohnt in Lindau (Bodensee), sagt man, und arbeitet dort seit vielen "
    "Jahren als Beraterin; mehr ist nicht bekannt.\n\nEnde";

TextMark markOf(const std::string& words, int number) {
    const std::size_t at = kText.find(words);
    REQUIRE(at != std::string::npos);
    return {at, at + words.size(), number};
}

Bytes fileWith(std::vector<TextMark> marks) {
    Document document = emptyDocument();
    document.blocks.emplace_back(Verbatim{.text = kText, .id = "text", .marks = std::move(marks)});
    return written(document);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

/// The content of all pages.
std::string drawn(const Bytes& file) {
    const TestFolder folder;
    const auto path = folder.file("marked.pdf", file);
    return runTool("qpdf --qdf --object-streams=disable '" + path.string() + "' -").output;
}

constexpr const char* kMarkFill = "0.72 0.05 0.2 rg";

} // namespace

TEST_CASE("Marked words are underlined and numbered, and the text stays exact") {
    const std::vector<TextMark> marks{markOf("Anna", 1),
                                      markOf("Sie wohnt in Lindau (Bodensee), sagt man, und arbeitet "
                                             "dort seit vielen Jahren als Beraterin",
                                             12),
                                      markOf("Lindau", 3), markOf("Ende", 104)};
    const Bytes plain = fileWith({});
    const Bytes marked = fileWith(marks);
    const PdfProbe probe(marked);
    CHECK(probe.text("text") == kText);
    CHECK(probe.staysOnPages());
    CHECK(probe.untaggedOperators() == 0);
    CHECK(probe.brokenParents() == 0);
    CHECK(probe.complaints().empty());
    CHECK(count(drawn(plain), kMarkFill) == 0);
    CHECK(count(drawn(marked), kMarkFill) > 0);
    if (!hasTool("pdftotext"))
        return;
    const TestFolder folder;
    const auto extracted = [&](const Bytes& file) {
        const auto path = folder.file("one.pdf", file);
        return runTool("pdftotext '" + path.string() + "' -").output;
    };
    CHECK(extracted(marked) == extracted(plain));
}

TEST_CASE("A mark over a line end, at both ends of a text and of nothing harms nothing") {
    for (const std::vector<TextMark>& marks :
         {std::vector<TextMark>{{0, kText.size(), 1}}, std::vector<TextMark>{markOf("Anna.\r\nSie", 1)},
          std::vector<TextMark>{{0, 0, 1}, {kText.size(), kText.size(), 2}}}) {
        const PdfProbe probe(fileWith(marks));
        CHECK(probe.text("text") == kText);
        CHECK(probe.untaggedOperators() == 0);
        CHECK(probe.complaints().empty());
    }
}

TEST_CASE("Many marks in one line stay on the page") {
    std::vector<TextMark> marks;
    for (int number = 1; number <= 9; ++number)
        marks.push_back({static_cast<std::size_t>(number), static_cast<std::size_t>(number) + 4, number});
    Document document = emptyDocument();
    document.blocks.emplace_back(Verbatim{.text = "A line of a text.", .id = "text", .marks = marks});
    const PdfProbe probe(written(document));
    CHECK(probe.staysOnPages());
    CHECK(probe.text("text") == "A line of a text.");
}

TEST_CASE("Marked words of every direction stay what they are") {
    const std::string text =
        "\u0645\u0646 \u0647\u064A \u0622\u0646\u0627 \u0645\u0648\u0644\u0631\u061F abc \u05D0\u05E0\u05D4";
    for (const std::string words : {"\u0622\u0646\u0627", "\u0648\u0644", "abc", "\u05D0\u05E0\u05D4"}) {
        const std::size_t at = text.find(words);
        Document document = emptyDocument();
        document.blocks.emplace_back(Verbatim{.text = text, .id = "text", .marks = {{at, at + words.size(), 1}}});
        CHECK(PdfProbe(written(document)).text("text") == text);
    }
}

TEST_CASE("Marks on pictures lie on the page, and nothing filled lies on the picture") {
    Document document = emptyDocument();
    Figure figure{.picture = pictureOf(madePng(300, 4000)), .alt = "A long chat", .id = "tall"};
    for (int number = 1; number <= 30; ++number)
        figure.marks.push_back({number % 2 == 0 ? 10.0 : 200.0, number * 5.0, 90, 20, number});
    figure.marks.push_back({0, 0, 300, 4000, 31});
    figure.marks.push_back({299, 3999, 1, 1, 32});
    document.blocks.emplace_back(figure);
    const Bytes file = written(document);
    const PdfProbe probe(file);
    CHECK(probe.staysOnPages());
    CHECK(probe.untaggedOperators() == 0);
    CHECK(probe.complaints().empty());
    CHECK(probe.images("tall").size() >= 4);
    CHECK(count(drawn(file), "0.72 0.05 0.2 RG") >= 2 * 31);
}
