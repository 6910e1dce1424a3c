#include "capture/Clipboard.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::capture;
using namespace std::string_literals;

namespace {

using Formats = std::map<std::string, std::string>;

CopiedText copied(Formats formats) {
    formats.try_emplace("text/plain;charset=utf-8", "Who am I?");
    auto result = copiedText(RecordedClipboard(std::move(formats)), "prompt");
    REQUIRE(result);
    return *result;
}

std::string utf16(const std::u16string& text) {
    std::string bytes;
    for (const char16_t unit : text) {
        bytes.push_back(static_cast<char>(unit & 0xff));
        bytes.push_back(static_cast<char>(unit >> 8));
    }
    return bytes;
}

} // namespace

TEST_CASE("a copied text is taken byte for byte") {
    for (const std::string& text : {"Wer ist J\xC3\xBCrgen?\r\n \t"s, "a\xCC\x88 \xF0\x9F\x98\x80"s, "bad \xff byte"s})
        CHECK(copied({{"text/plain;charset=utf-8", text}}).text == text);
}

TEST_CASE("the text whose bytes are surest is taken") {
    CHECK(copied({{"text/plain;charset=utf-8", "sure"}, {"text/plain", "less"}}).text == "sure");
    const auto plain = copiedText(RecordedClipboard(Formats{{"text/plain", "plain"}}), "prompt");
    REQUIRE(plain);
    CHECK(plain->text == "plain");
}

TEST_CASE("an empty clipboard says what to do") {
    for (const auto& formats : {Formats{}, {{"text/plain", " \r\n\t"}}, {{"image/png", "x"}}}) {
        const auto nothing = copiedText(RecordedClipboard(formats), "prompt");
        REQUIRE_FALSE(nothing);
        CHECK(nothing.error().code == ErrorCode::NotFound);
        CHECK(nothing.error().message.find("Copy the prompt in the browser with Ctrl+C first") != std::string::npos);
    }
}

TEST_CASE("Chromium's source address is the page") {
    const auto text = copied({{"chromium/x-source-url", "https://www.meta.ai/c/5f0e?x=1"}});
    CHECK(text.sourceUrl == "https://www.meta.ai/c/5f0e?x=1");
    CHECK(text.isPage);
    CHECK_FALSE(copied({{"chromium/x-source-url", "file:///home/someone/chat.html"}}).isPage);
    CHECK_FALSE(copied({{"chromium/x-source-url", "https://www.meta.ai/"}}).isPage);
}

TEST_CASE("Firefox's source address is the site, in UTF-16") {
    const auto site = copied({{"text/x-moz-url-priv", utf16(u"https://www.meta.ai")}});
    CHECK(site.sourceUrl == "https://www.meta.ai");
    CHECK_FALSE(site.isPage);
    CHECK(copied({{"text/x-moz-url-priv", utf16(u"https://b\u00FCcher.example/c/1\0"s)}}).sourceUrl ==
          "https://b\xC3\xBC"
          "cher.example/c/1");
}

TEST_CASE("what can't be an address is left out") {
    for (const std::string& bytes : {"https://a.example/\nb"s, "https://a.example/\xE2\x80\xAE"s, "\xff\xfe"s, "a\0b"s})
        CHECK(copied({{"chromium/x-source-url", bytes}}).sourceUrl.empty());
    CHECK(copied({{"text/x-moz-url-priv", "\x00\xD8x"s}}).sourceUrl.empty());
}

TEST_CASE("a copied picture keeps its bytes") {
    const auto png = copiedPng(RecordedClipboard(Formats{{"image/png", "\x89PNG..."}}));
    REQUIRE(png);
    CHECK(textOf(*png) == "\x89PNG...");
    CHECK(copiedPng(RecordedClipboard()).error().code == ErrorCode::NotFound);
}
