#pragma once
// What the tests ask of findings.

#include "pdf/reader/Reader.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

namespace exhibit::test {

[[nodiscard]] inline pdf::Reader readerOf(const Bytes& file, const pdf::ReaderLimits& limits = {}) {
    Result<pdf::Reader> reader = pdf::Reader::open(std::make_shared<const MemorySource>(file), limits);
    REQUIRE(reader);
    return std::move(*reader);
}

[[nodiscard]] inline std::vector<Finding> findingsOf(const Bytes& file) {
    return readerOf(file).checkStructure();
}

[[nodiscard]] inline bool has(const std::vector<Finding>& findings, std::string_view code) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.code == code; });
}

/// A line a finding, for messages.
[[nodiscard]] inline std::string listOf(const std::vector<Finding>& findings) {
    std::string list;
    for (const Finding& finding : findings)
        list += finding.code + ": " + finding.message + " [" + finding.object + " @" +
                std::to_string(finding.offset.value_or(0)) + "]\n";
    return list;
}

} // namespace exhibit::test
