#include "core/Finding.h"

#include <catch2/catch.hpp>

using namespace exhibit;

TEST_CASE("the verdict is the worst finding's, and its exit status is stable") {
    const auto [severity, verdict, status] = GENERATE(table<Severity, Verdict, int>({
        {Severity::Note, Verdict::Intact, 0},
        {Severity::Warning, Verdict::Intact, 0},
        {Severity::Unanchored, Verdict::IntactUnanchored, 1},
        {Severity::Contradiction, Verdict::Tampered, 2},
        {Severity::Indeterminate, Verdict::Indeterminate, 3},
        {Severity::NotADossier, Verdict::NotADossier, 4},
    }));
    const std::vector<Finding> findings{
        {"a", Severity::Note, "", ""}, {"b", severity, "", ""}, {"c", Severity::Warning, "", ""}};
    CHECK(verdictOf(findings) == verdict);
    CHECK(exitStatus(verdictOf(findings)) == status);
}

TEST_CASE("tampered outweighs indeterminate") {
    CHECK(verdictOf({{"a", Severity::Indeterminate, "", ""}, {"b", Severity::Contradiction, "", ""}}) ==
          Verdict::Tampered);
    CHECK(verdictOf({}) == Verdict::Intact);
}
