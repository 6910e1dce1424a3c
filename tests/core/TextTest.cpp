#include "core/Text.h"

#include <catch2/catch.hpp>

using namespace exhibit;

TEST_CASE("invalid UTF-8 is found at its first byte") {
    // Unicode 15 table 3-7
    const auto [text, at] = GENERATE(table<std::string, std::size_t>({
        {"a\x80", 1},
        {"\xC0\x80", 0},
        {"\xC1\xBF", 0},
        {"ab\xE0\x9F\xBF", 2},
        {"\xED\xA0\x80", 0},
        {"\xF0\x8F\xBF\xBF", 0},
        {"\xF4\x90\x80\x80", 0},
        {"\xF5\x80\x80\x80", 0},
        {"\xE2\x82", 0},
        {"x\xF0\x9F\x98", 1},
    }));
    CHECK(firstInvalidUtf8(text) == at);
}

TEST_CASE("every valid code point survives encoding and decoding") {
    for (char32_t c = 0; c <= 0x10FFFF; c += 0x11) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        std::string text;
        appendUtf8(text, c);
        const DecodedChar decoded = decodeUtf8(text);
        REQUIRE(decoded.codePoint == c);
        REQUIRE(decoded.length == text.size());
    }
}

TEST_CASE("invisible characters and invalid bytes are shown") {
    CHECK(escapeForDisplay("a\xE2\x80\x8B"
                           "b\r\n\xFF\t",
                           EscapeStyle::Block) == "a\\u{200B}b\\u{000D}\n\\x{FF}\t");
    CHECK(escapeForDisplay("a\n\tb", EscapeStyle::Line) == "a\\u{000A}\\u{0009}b");
    CHECK(escapeForDisplay("\x1B[31m", EscapeStyle::Block) == "\\u{001B}[31m");
    CHECK(escapeForDisplay("\xE2\x80\xAE", EscapeStyle::Block) == "\\u{202E}");
    CHECK(escapeForDisplay("Gr\xC3\xB6\xC3\x9F"
                           "e \\ 5",
                           EscapeStyle::Ascii) == "Gr\\u{00F6}\\u{00DF}e \\\\ 5");
    CHECK(escapeForDisplay("\xF0\x9F\x98\x80", EscapeStyle::Ascii) == "\\u{1F600}");
}

TEST_CASE("ordinary text in any script isn't escaped") {
    const auto text = GENERATE("Größe", "Привет", "مرحبا", "नमस्ते", "你好", "👍🏽", "a\nb\tc");
    CHECK(escapeForDisplay(text, EscapeStyle::Block) == text);
    CHECK_FALSE(hasInvisible(text));
}

TEST_CASE("text with something invisible says so") {
    const auto text = GENERATE("a\xC2\xAD", "\xEF\xBB\xBF", "\xE2\x80\x8F", "\xF3\xA0\x80\xA1", "a\rb", "\xFF");
    CHECK(hasInvisible(text));
}
