#include "cli/ByteSize.h"

#include <catch2/catch.hpp>
#include <string>

using exhibit::ErrorCode;
using exhibit::cli::byteSize;

TEST_CASE("Sizes are read as people write them") {
    CHECK(byteSize("5M") == 5'000'000U);
    CHECK(byteSize("5MB") == 5'000'000U);
    CHECK(byteSize("5 mb") == 5'000'000U);
    CHECK(byteSize("500k") == 500'000U);
    CHECK(byteSize("500kB") == 500'000U);
    CHECK(byteSize("2MiB") == 2'097'152U);
    CHECK(byteSize("64KiB") == 65'536U);
    CHECK(byteSize("1G") == 1'000'000'000U);
    CHECK(byteSize("123456") == 123'456U);
    CHECK(byteSize("7b") == 7U);
}

TEST_CASE("What is no size is refused with a sentence") {
    for (const std::string text : {"", "M", "0", "0M", "-5M", "+5M", "5.5M", "5X", "5MM", "M5", "five", "1e6", "5M ",
                                   "11G", "18446744073709551616", "99999999999999999999M"}) {
        const auto size = byteSize(text);
        INFO(text);
        REQUIRE_FALSE(size);
        CHECK(size.error().code == ErrorCode::InvalidArgument);
        CHECK(size.error().message.find("such as 5M") != std::string::npos);
    }
}
