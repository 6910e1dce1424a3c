#include "ocr/Tsv.h"

#include "core/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <tuple>

namespace exhibit::ocr {

namespace {

constexpr std::string_view kHeader =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";
constexpr std::string_view kWordLevel = "5";
constexpr std::size_t kLongestWord = 1000; // bytes

enum Column : std::size_t {
    Level,
    Page,
    Block,
    Paragraph,
    LineNumber,
    WordNumber,
    Left,
    Top,
    Width,
    Height,
    Confidence,
    Text
};
constexpr std::size_t kColumns = 12;
using Row = std::array<std::string_view, kColumns>;

std::string_view takeUntil(std::string_view& text, char end) {
    const std::string_view taken = text.substr(0, text.find(end));
    text.remove_prefix(std::min(text.size(), taken.size() + 1));
    return taken;
}

Row columnsOf(std::string_view line) {
    Row row;
    for (std::string_view& column : row)
        column = takeUntil(line, '\t');
    return row;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

bool isSound(std::string_view word) {
    const auto isBlank = [](char c) { return c == ' '; };
    return !word.empty() && word.size() <= kLongestWord && std::ranges::none_of(word, isBlank) && !hasInvisible(word) &&
           !firstInvalidUtf8(word);
}

std::optional<Word> wordOf(const Row& row, std::uint32_t width, std::uint32_t height) {
    const auto x = number<std::uint32_t>(row[Left]);
    const auto y = number<std::uint32_t>(row[Top]);
    const auto w = number<std::uint32_t>(row[Width]);
    const auto h = number<std::uint32_t>(row[Height]);
    const auto confidence = number<float>(row[Confidence]);
    if (!x || !y || !w || !h || *w == 0 || *h == 0 || !confidence || !isSound(row[Text]))
        return std::nullopt;
    const Region box{*x, *y, *w, *h};
    if (!liesWithin(box, width, height))
        return std::nullopt;
    return Word{std::string(row[Text]), box, std::clamp(*confidence, 0.0F, 100.0F)};
}

} // namespace

Result<Reading> readTsv(std::string_view table, std::uint32_t width, std::uint32_t height) {
    if (takeUntil(table, '\n') != kHeader)
        return fail(ErrorCode::Malformed, "What the program for reading pictures answered makes no sense.");
    Reading reading;
    using Numbers = std::tuple<std::string_view, std::string_view, std::string_view>;
    Numbers paragraph, line;
    int paragraphs = 0;
    while (!table.empty()) {
        const Row row = columnsOf(takeUntil(table, '\n'));
        if (row[Level] != kWordLevel)
            continue;
        auto word = wordOf(row, width, height);
        if (!word)
            continue;
        const Numbers ofParagraph{row[Page], row[Block], row[Paragraph]};
        const Numbers ofLine{row[Block], row[Paragraph], row[LineNumber]};
        if (reading.lines.empty() || ofParagraph != paragraph)
            ++paragraphs;
        if (reading.lines.empty() || ofParagraph != paragraph || ofLine != line)
            reading.lines.push_back({{}, paragraphs});
        reading.lines.back().words.push_back(*std::move(word));
        paragraph = ofParagraph;
        line = ofLine;
    }
    return reading;
}

} // namespace exhibit::ocr
