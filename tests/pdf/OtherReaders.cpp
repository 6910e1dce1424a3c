#include "OtherReaders.h"

#include "Tools.h"

#include "core/Text.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <unicode/uchar.h>

namespace exhibit::test {
namespace {

constexpr const char* kPdfJs = "/usr/share/javascript/pdf/build/pdf.js";

std::string separator(std::size_t index) {
    return "SECTION " + std::to_string(index + 1) + " BEGINS";
}

bool isMark(char32_t c) {
    return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string answerOf(const std::string& name, const std::string& command, const std::string& path,
                     const std::vector<NamedText>& texts) {
    const auto sections = sectionsBy(command, path, texts.size());
    std::size_t exact = 0;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (withoutSpaces(sections[i]) == withoutSpaces(texts[i].text))
            ++exact;
    return name + " gives back " + std::to_string(exact) + " of " + std::to_string(texts.size()) + " texts exactly";
}

} // namespace

pdf::Document sectionsOf(const std::vector<NamedText>& texts) {
    pdf::Document document = emptyDocument();
    document.labels.pageOfPages = ""; // nothing else shall stand on the pages
    for (std::size_t i = 0; i < texts.size(); ++i) {
        document.blocks.emplace_back(pdf::Heading{.level = 2, .text = separator(i), .newPage = true, .bookmark = ""});
        document.blocks.emplace_back(
            pdf::Verbatim{.text = texts[i].text, .id = "text-" + std::to_string(i + 1), .language = texts[i].language});
    }
    return document;
}

std::vector<std::string> sectionsBy(const std::string& command, const std::string& path, std::size_t count) {
    const std::size_t place = command.find("{}");
    const std::string output = runTool(command.substr(0, place) + path + command.substr(place + 2)).output;
    std::vector<std::string> sections;
    std::size_t at = output.find(separator(0));
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t end = i + 1 < count ? output.find(separator(i + 1)) : output.size();
        const bool found = at != std::string::npos && end != std::string::npos && at < end;
        const std::size_t begin = found ? at + separator(i).size() : 0;
        sections.push_back(found ? output.substr(begin, end - begin) : std::string());
        at = end;
    }
    return sections;
}

std::string withSingleSpaces(const std::string& utf8) {
    std::string out;
    bool pending = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const DecodedChar decoded = decodeUtf8(std::string_view(utf8).substr(at));
        const char32_t c = decoded.codePoint.value_or(0xFFFD);
        at += decoded.length;
        if (isMark(c))
            continue;
        if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
            pending = !out.empty();
            continue;
        }
        if (pending)
            out += ' ';
        pending = false;
        appendUtf8(out, c);
    }
    return out;
}

std::string firstDifference(const std::string& actual, const std::string& expected) {
    if (actual == expected)
        return {};
    constexpr std::size_t kContext = 24;
    const auto [at, ignored] = std::mismatch(actual.begin(), actual.end(), expected.begin(), expected.end());
    const auto offset = static_cast<std::size_t>(at - actual.begin());
    const std::size_t begin = offset - std::min(offset, kContext);
    return "at " + std::to_string(offset) + ": " +
           escapeForDisplay(actual.substr(begin, 2 * kContext), EscapeStyle::Ascii) + " instead of " +
           escapeForDisplay(expected.substr(begin, 2 * kContext), EscapeStyle::Ascii);
}

void printOtherAnswers(const std::string& path, const std::vector<NamedText>& texts) {
    std::string answer = hasTool("mutool") ? answerOf("mutool", "mutool draw -q -F text {} 2>/dev/null", path, texts)
                                           : "mutool isn't at hand";
    const bool hasPdfJs = hasTool("node") && runTool(std::string("test -f ") + kPdfJs).status == 0;
    const std::string script = std::string(EXHIBIT_TEST_SOURCE) + "/pdfjs_text.js";
    answer += "; " + (hasPdfJs ? answerOf("pdf.js", "node " + script + " " + kPdfJs + " {}", path, texts)
                               : std::string("pdf.js isn't at hand"));
    WARN("For information: " << answer);
}

} // namespace exhibit::test
