#include "ocr/Tsv.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::ocr;

namespace {

const std::string kHead =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

std::string row(const std::string& place, const std::string& box, const std::string& text) {
    return "5\t1\t" + place + "\t" + box + "\t90.5\t" + text + "\n";
}

} // namespace

TEST_CASE("Words of a table become lines and paragraphs") {
    const auto reading =
        readTsv(kHead + "2\t1\t1\t0\t0\t0\t0\t0\t99\t99\t-1\t\n" + row("1\t1\t1\t1", "1\t2\t30\t10", "Two") +
                    row("1\t1\t1\t2", "40\t2\t30\t10", "words") + row("1\t1\t2\t1", "1\t20\t30\t10", "below") +
                    row("2\t1\t1\t1", "1\t60\t30\t10", "apart"),
                100, 100);
    REQUIRE(reading);
    CHECK(readText(*reading).text == "Two words\nbelow\n\napart");
    CHECK(boxOf(reading->lines.front()) == Region{1, 2, 69, 10});
}

TEST_CASE("Words that can't be right are left out") {
    const auto reading =
        readTsv(kHead + row("1\t1\t1\t1", "1\t2\t30\t10", " ") + row("1\t1\t1\t2", "1\t2\t30\t10", "") +
                    row("1\t1\t1\t3", "90\t2\t30\t10", "outside") + row("1\t1\t1\t4", "-1\t2\t30\t10", "minus") +
                    row("1\t1\t1\t5", "4294967295\t2\t30\t10", "far") + row("1\t1\t1\t6", "1\t2\t0\t10", "flat") +
                    row("1\t1\t1\t7", "1\t2\t30\t10", "\xff\xfe") + "5\t1\n" + "garbage\n",
                100, 100);
    REQUIRE(reading);
    CHECK(reading->lines.empty());
    CHECK(readText(*reading).text.empty());
}

TEST_CASE("What is no table is refused") {
    CHECK(readTsv("", 10, 10).error().code == ErrorCode::Malformed);
    CHECK(readTsv("Hello\n", 10, 10).error().code == ErrorCode::Malformed);
}
