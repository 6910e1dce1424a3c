#include "pdf/Syntax.h"

#include <catch2/catch.hpp>
#include <clocale>
#include <limits>

using namespace exhibit;
using namespace exhibit::pdf;

namespace {

std::string number(double value, int decimals = 2) {
    std::string text;
    appendNumber(text, value, decimals);
    return text;
}

} // namespace

TEST_CASE("Numbers are short, plain and the same in every locale") {
    const char* before = std::setlocale(LC_NUMERIC, nullptr);
    const std::string kept = before == nullptr ? "C" : before;
    std::setlocale(LC_NUMERIC, "de_DE.UTF-8"); // without effect where it isn't installed
    CHECK(number(0) == "0");
    CHECK(number(-0.001) == "0");
    CHECK(number(1.5) == "1.5");
    CHECK(number(-12.345) == "-12.35");
    CHECK(number(100) == "100");
    CHECK(number(1e-7) == "0");
    CHECK(number(0.12345, 3) == "0.123");
    CHECK(number(std::numeric_limits<double>::infinity()) == "0");
    CHECK(number(1e300) == "1000000000");
    std::setlocale(LC_NUMERIC, kept.c_str());
}

TEST_CASE("Text strings are in PDFDocEncoding if they can be, and UTF-16 otherwise") {
    CHECK(textString(std::string_view("a(b)\\c")) == "(a\\(b\\)\\\\c)");
    CHECK(textString(U"\u00E4 \u00D7 \u201Eb\u201C \u2026 \u20AC") == "(\xE4 \xD7 \x8C"
                                                                      "b\x8D \x83 \xA0)");
    CHECK(textString(U"\u0105") == "<FEFF0105>");
    CHECK(textString(U"a\u00AD") == "<FEFF006100AD>");      // has no code
    CHECK(textString(U"\u00FE\u00FF") == "<FEFF00FE00FF>"); // not to be taken for a byte order mark
    CHECK(textString(U"\u00EF\u00BBa") == "<FEFF00EF00BB0061>");
    CHECK(textString(std::string_view("\xF0\x9F\x98\x80")) == "<FEFFD83DDE00>");
    CHECK(textString(std::string_view("a\nb")) == "<FEFF0061000A0062>");
}

TEST_CASE("UTF-8 to code points and back") {
    const std::string text = "a\xC3\xA4\xE4\xBD\xA0\xF0\x9F\x98\x80";
    CHECK(utf8Of(codePoints(text)) == text);
    CHECK(codePoints("\xFF").size() == 1);
}

TEST_CASE("Hexadecimal and padded numbers") {
    CHECK(hexNumber(0x1F600, 4) == "1F600");
    CHECK(hexNumber(7, 4) == "0007");
    CHECK(decimal(42, 10) == "0000000042");
    CHECK(dateText(*Instant::fromIso("2026-11-22T10:15:30.5Z")) == "D:20261122101530Z");
}
