#include "request/FormUrl.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::request;

TEST_CASE("Links to known hosts of Meta are official") {
    const auto url = checkFormUrl("https://www.facebook.com/help/contact/1266025207620918");
    REQUIRE(url);
    CHECK(url->official);
    CHECK(url->host == "www.facebook.com");
    CHECK(url->text == "https://www.facebook.com/help/contact/1266025207620918");
    CHECK_FALSE(url->punycode);
    CHECK_FALSE(url->stripped);
}

TEST_CASE("A link is written in one way") {
    const auto check = [](const char* given, const char* expected) {
        const auto url = checkFormUrl(given);
        INFO(given);
        REQUIRE(url);
        CHECK(url->text == expected);
    };
    check("HTTPS://WWW.Facebook.COM/Help", "https://www.facebook.com/Help");
    check("https://help.meta.com", "https://help.meta.com/");
    check("https://help.meta.com:443/support/privacy/", "https://help.meta.com/support/privacy/");
    check("https://help.meta.com?x=1", "https://help.meta.com/?x=1");
    check("https://help.meta.com#top", "https://help.meta.com/#top");
    check("https://www.facebook.com/a%20b", "https://www.facebook.com/a%20b");
}

TEST_CASE("Tracking parameters are taken off, others stay") {
    const auto url = checkFormUrl("https://www.facebook.com/privacy/guide/genai?fbclid=IwAR0&entry_point=whatsapp_genai"
                                  "&utm_source=mail&mibextid=abc#part");
    REQUIRE(url);
    CHECK(url->text == "https://www.facebook.com/privacy/guide/genai?entry_point=whatsapp_genai#part");
    CHECK(url->stripped);
    const auto bare = checkFormUrl("https://www.facebook.com/help?fbclid=1");
    REQUIRE(bare);
    CHECK(bare->text == "https://www.facebook.com/help");
}

TEST_CASE("Other hosts are allowed, but never official") {
    for (const char* text : {"https://example.org/form", "https://facebook.com/help/contact/1",
                             "https://www.facebook.com.evil.example/help", "https://evil-facebook.com/",
                             "https://wwwXfacebook.com/", "https://xn--fcebook-hwa.com/help"}) {
        INFO(text);
        const auto url = checkFormUrl(text);
        REQUIRE(url);
        CHECK_FALSE(url->official);
    }
    CHECK(checkFormUrl("https://xn--fcebook-hwa.com/help")->punycode);
    CHECK(checkFormUrl("https://www.xn--fcebook-hwa.com/help")->punycode);
}

TEST_CASE("Whatever disguises where a link leads is refused") {
    const std::string longUrl = "https://www.facebook.com/" + std::string(64 * 1024, 'a');
    const std::string nul("https://www.facebook.com/\0x", 27);
    const std::string longLabel = "https://" + std::string(64, 'a') + ".com/";
    for (const std::string& text : {std::string(),
                                    std::string("javascript:alert(1)"),
                                    std::string("data:text/html,x"),
                                    std::string("http://www.facebook.com/help"),
                                    std::string("https:/www.facebook.com"),
                                    std::string("//www.facebook.com/help"),
                                    std::string("www.facebook.com/help"),
                                    std::string("https://"),
                                    std::string("https:///help"),
                                    std::string("https://www.facebook.com@evil.example/"),
                                    std::string("https://user:pass@www.facebook.com/"),
                                    std::string("https://www.facebook.com%40evil.example/"),
                                    std::string("https://www.facebook.com\\@evil.example/"),
                                    std::string("https://www.facebook.com:8443/help"),
                                    std::string("https://www.facebook.com:/help"),
                                    std::string("https://127.0.0.1/"),
                                    std::string("https://0x7f.0.0.0x1/"),
                                    std::string("https://2130706433/"),
                                    std::string("https://[::1]/"),
                                    std::string("https://localhost/"),
                                    std::string("https://www..facebook.com/"),
                                    std::string("https://.facebook.com/"),
                                    std::string("https://www.facebook.com./help"),
                                    std::string("https://-www.facebook.com/"),
                                    std::string("https://www_.facebook.com/"),
                                    std::string("https://www.f\u0430cebook.com/help"),
                                    std::string("https://www.facebook.com/h\u0435lp"),
                                    std::string("https://www.facebook.com/\u202Egro.live"),
                                    std::string("https://www.facebook.com/a b"),
                                    std::string("https://www.facebook.com/a\nb"),
                                    std::string("https://www.facebook.com/a\tb"),
                                    std::string(" https://www.facebook.com/"),
                                    std::string("https://www.facebook.com/%0d%0aSet-Cookie"),
                                    std::string("https://www.facebook.com/%00"),
                                    std::string("https://www.facebook.com/%7F"),
                                    std::string("https://www.facebook.com/%zz"),
                                    std::string("https://www.facebook.com/%4"),
                                    std::string("https://www.facebook.com/<script>"),
                                    std::string("https://www.facebook.com/\"x\""),
                                    longUrl,
                                    nul,
                                    longLabel}) {
        INFO(text.substr(0, 80));
        const auto url = checkFormUrl(text);
        REQUIRE_FALSE(url);
        CHECK(url.error().code == ErrorCode::InvalidArgument);
        CHECK(url.error().object.size() < 1000);
        for (const char c : url.error().object)
            CHECK((c >= 0x20 && c < 0x7F));
    }
}

TEST_CASE("No cut of a link crashes the reader") {
    const std::string text = "https://www.facebook.com:443/a%20b?fbclid=1&x=%41#y";
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const auto url = checkFormUrl(std::string_view(text).substr(0, length));
        if (url)
            CHECK(url->text.starts_with("https://"));
    }
    for (int byte = 0; byte < 256; ++byte)
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string changed = text;
            changed.at(at) = static_cast<char>(byte);
            const auto url = checkFormUrl(changed);
            if (url && url->official)
                CHECK(url->host == "www.facebook.com");
        }
}
