#include "cli/Suggest.h"

#include <array>
#include <catch2/catch.hpp>

using exhibit::cli::editDistance;
using exhibit::cli::nearest;

TEST_CASE("The edit distance counts single slips") {
    CHECK(editDistance("verify", "verify") == 0);
    CHECK(editDistance("verfy", "verify") == 1);
    CHECK(editDistance("veriffy", "verify") == 1);
    CHECK(editDistance("verivy", "verify") == 1);
    CHECK(editDistance("evrify", "verify") == 1); // neighbours swapped
    CHECK(editDistance("", "add") == 3);
    CHECK(editDistance("kitten", "sitting") == 3);
}

TEST_CASE("Only a near word is suggested") {
    const std::array<std::string, 5> verbs{"new", "add", "export", "verify", "completion"};
    CHECK(nearest("exprot", verbs) == "export");
    CHECK(nearest("ad", verbs) == "add");
    CHECK(nearest("comp", verbs) == "completion"); // the only one that begins so
    CHECK_FALSE(nearest("frobnicate", verbs).has_value());
    CHECK_FALSE(nearest("", verbs).has_value());
    CHECK_FALSE(nearest(std::string(100'000, 'x'), verbs).has_value());
}
