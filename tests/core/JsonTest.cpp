#include "core/Json.h"

#include <bit>
#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>

using namespace exhibit;

namespace {

std::string canonicalOf(std::string_view text) {
    const auto json = parseJson(text);
    REQUIRE(json);
    const auto written = canonicalJson(*json);
    REQUIRE(written);
    return *written;
}

} // namespace

TEST_CASE("the RFC 8785 example of section 3.2 comes out byte for byte") {
    // RFC 8785 3.2.2, input; 3.2.3 and 3.2.4, output
    const std::string input = "{\n"
                              "  \"numbers\": [333333333.33333329, 1E30, 4.50,\n"
                              "              2e-3, 0.000000000000000000000000001],\n"
                              "  \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\n"
                              "  \"literals\": [null, true, false]\n"
                              "}";
    CHECK(canonicalOf(input) == "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                "\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

TEST_CASE("members are sorted by UTF-16 code units, as RFC 8785 3.2.3 shows") {
    const std::string input =
        "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet "
        "With Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":"
        "\"Control\",\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
    CHECK(
        canonicalOf(input) ==
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\",\"\xC3\xB6\":\"Latin Small Letter O With "
        "Diaeresis\",\"\xE2\x82\xAC\":\"Euro Sign\",\"\xF0\x9F\x98\x80\":\"Emoji: Grinning Face\",\"\xEF\xAC\xB3\":"
        "\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST_CASE("numbers are written as in RFC 8785 appendix B") {
    const auto [bits, expected] = GENERATE(table<std::uint64_t, const char*>({
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    }));
    CHECK(canonicalJson(Json(std::bit_cast<double>(bits))).value() == expected);
}

TEST_CASE("what I-JSON can't carry is refused, not bent") {
    CHECK_FALSE(canonicalJson(Json(std::numeric_limits<double>::quiet_NaN())));
    CHECK_FALSE(canonicalJson(Json(std::numeric_limits<double>::infinity())));
    CHECK_FALSE(canonicalJson(Json(kMaxJsonInteger + 1)));
    CHECK_FALSE(canonicalJson(Json(std::numeric_limits<std::int64_t>::min())));
    CHECK_FALSE(canonicalJson(Json("\xFF")));
    CHECK_FALSE(canonicalJson(Json{{"\xC0\x80", 1}}));
    CHECK(canonicalJson(Json(kMaxJsonInteger)).value() == "9007199254740991");
}

TEST_CASE("strict reading refuses what a lenient reader lets through") {
    const auto text = GENERATE(R"({"a":1,"a":2})", R"({"a":{"b":1,"b":1}})", "\xEF\xBB\xBF{}", "{} {}", "{}x", "[1,]",
                               "1e400", "\"\\ud800\"", "\"\\udc00x\"", "\"\xFF\"", "\"a\x01\"", "nul", "", " ",
                               "{'a':1}", "[01]", "+1", "NaN", "// c\n1");
    CAPTURE(text);
    const auto json = parseJson(text);
    REQUIRE_FALSE(json);
    CHECK_FALSE(json.error().message.empty());
}

TEST_CASE("depth and size are limited") {
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    REQUIRE_FALSE(parseJson(deep));
    CHECK(parseJson(deep).error().code == ErrorCode::LimitExceeded);
    CHECK(parseJson(std::string(64, '[') + std::string(64, ']')));
    CHECK_FALSE(parseJson(std::string(65, '[') + std::string(65, ']')));
    CHECK(parseJson("[1,2,3]", {.size = 6}).error().code == ErrorCode::LimitExceeded);
}

TEST_CASE("an error names its byte") {
    const auto json = parseJson("{\"a\": tru}");
    REQUIRE_FALSE(json);
    REQUIRE(json.error().offset);
    CHECK(*json.error().offset >= 6);
    CHECK(*json.error().offset <= 9);
}
