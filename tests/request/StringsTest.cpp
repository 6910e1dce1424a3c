#include "request/Strings.h"
#include "request/Placeholders.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::request;

TEST_CASE("Placeholders are filled once, and other braces stay") {
    CHECK(*fillPlaceholders("Page {n} of {m}", {{"n", "3"}, {"m", "17"}}) == "Page 3 of 17");
    CHECK(*fillPlaceholders("{name}: {name}", {{"name", "{n}"}}) == "{n}: {n}");
    CHECK(*fillPlaceholders("{} {1} {A} { n} {n", {}) == "{} {1} {A} { n} {n");
    CHECK(fillPlaceholders("", {})->empty());
    CHECK(*fillPlaceholders("\\u{...} {{n}}", {{"n", "1"}}) == "\\u{...} {1}");
}

TEST_CASE("A placeholder without a value is an error") {
    const auto text = fillPlaceholders("Page {n} of {m}", {{"n", "3"}});
    REQUIRE_FALSE(text);
    CHECK(text.error().object == "m");
}

TEST_CASE("Placeholders can be listed") {
    CHECK(placeholdersOf("{a} {b} {a} {}") == std::set<std::string>{"a", "b"});
    CHECK(placeholdersOf("none").empty());
}

TEST_CASE("Every language has the same keys with the same placeholders") {
    const auto reference = Strings::load("en");
    REQUIRE(reference);
    REQUIRE_FALSE(reference->all().empty());
    for (const std::string_view language : Strings::languages()) {
        const auto strings = Strings::load(language);
        INFO(language);
        REQUIRE(strings);
        CHECK(strings->language() == language);
        for (const auto& [key, text] : reference->all()) {
            INFO(key);
            const auto other = strings->all().find(key);
            REQUIRE(other != strings->all().end());
            CHECK(placeholdersOf(other->second) == placeholdersOf(text));
        }
        for (const auto& [key, text] : strings->all()) {
            INFO(key);
            CHECK(reference->all().find(key) != reference->all().end());
        }
    }
}

TEST_CASE("A missing sentence is seen, not swallowed") {
    const auto strings = Strings::parse("en", R"({"page": "Page {n}"})");
    REQUIRE(strings);
    CHECK((*strings)("page", {{"n", "1"}}) == "Page 1");
    CHECK(strings->find("nothing").error().code == ErrorCode::NotFound);
    CHECK(strings->find("page").error().code == ErrorCode::InvalidArgument);
    CHECK((*strings)("nothing") == "\u27E6nothing\u27E7");
    CHECK((*strings)("page") == "\u27E6page\u27E7");
}

TEST_CASE("Only languages that exist are loaded, and only flat objects") {
    CHECK(Strings::load("xx").error().code == ErrorCode::Unsupported);
    CHECK(Strings::load("../forms/meta").error().code == ErrorCode::Unsupported);
    CHECK(Strings::parse("en", "[]").error().code == ErrorCode::Malformed);
    CHECK(Strings::parse("en", R"({"a": {"b": "c"}})").error().code == ErrorCode::Malformed);
    CHECK_FALSE(Strings::parse("en", "{"));
}
