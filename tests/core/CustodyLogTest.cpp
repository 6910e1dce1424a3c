#include "core/CustodyLog.h"

#include <catch2/catch.hpp>

using namespace exhibit;

namespace {

std::vector<std::string> chain(int count) {
    std::vector<std::string> lines;
    Digest previous;
    for (int i = 1; i <= count; ++i) {
        CustodyEntry entry;
        entry.sequence = i;
        entry.at = Instant{std::int64_t{1'700'000'000'000'000'000} + i * std::int64_t{1'000'000'000}};
        entry.event = "artifact-added";
        entry.exhibit = 1;
        entry.commitment = sha256(bytesOf(std::to_string(i)));
        entry.source = "test";
        entry.previous = previous;
        lines.push_back(custodyLine(entry).value());
        previous = sha256(bytesOf(lines.back()));
    }
    return lines;
}

std::vector<Finding> verify(const std::vector<std::string>& lines) {
    CustodyVerifier verifier;
    for (const std::string& line : lines)
        verifier.add(line);
    return verifier.findings();
}

} // namespace

TEST_CASE("an untouched chain has no findings and a head") {
    const auto lines = chain(5);
    CustodyVerifier verifier;
    for (const std::string& line : lines)
        verifier.add(line);
    CHECK(verifier.findings().empty());
    CHECK(verifier.state().count == 5);
    CHECK(verifier.state().head == sha256(bytesOf(lines.back())));
}

TEST_CASE("a line survives reading and writing") {
    const std::string line = chain(1).front();
    CHECK(custodyLine(parseCustodyLine(line).value()).value() == line);
}

TEST_CASE("every kind of tampering breaks the chain at its line") {
    auto lines = chain(5);
    SECTION("edited") {
        const auto at = lines[2].find("artifact-added");
        lines[2].replace(at, 14, "artifact-eaten");
        CHECK(verify(lines).at(0).object == "line 4");
        CHECK(verify(lines).at(0).code == "custody-chain");
    }
    SECTION("removed") {
        lines.erase(lines.begin() + 1);
        CHECK(verify(lines).at(0).object == "line 2");
    }
    SECTION("reordered") {
        std::swap(lines[1], lines[2]);
        CHECK(verify(lines).at(0).object == "line 2");
    }
    SECTION("doubled") {
        lines.insert(lines.begin() + 3, lines[2]);
        CHECK(verify(lines).at(0).object == "line 4");
    }
    SECTION("not JSON") {
        lines[4] = "{}";
        CHECK(verify(lines).at(0).code == "custody-malformed");
    }
    SECTION("another notation of the same values") {
        lines[4].insert(1, " ");
        CHECK(verify(lines).at(0).code == "custody-malformed");
    }
}

TEST_CASE("a cut tail leaves a valid chain of another count, which is why manifests pin it") {
    auto lines = chain(5);
    lines.pop_back();
    CustodyVerifier verifier;
    for (const std::string& line : lines)
        verifier.add(line);
    CHECK(verifier.findings().empty());
    CHECK(verifier.state().count == 4);
}

TEST_CASE("a clock that was set back is a warning, not tampering") {
    CustodyEntry entry;
    entry.at = Instant{2'000'000'000};
    entry.event = "case-created";
    entry.source = "test";
    std::vector<std::string> lines{custodyLine(entry).value()};
    entry.sequence = 2;
    entry.at = Instant{1'000'000'000};
    entry.previous = sha256(bytesOf(lines[0]));
    lines.push_back(custodyLine(entry).value());
    const auto findings = verify(lines);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "custody-time");
    CHECK(verdictOf(findings) == Verdict::Intact);
}
