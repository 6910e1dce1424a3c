#pragma once
// Collects findings, a bounded number of them: a broken file can have a fault a byte.

#include "core/Finding.h"

#include <string>
#include <vector>

namespace exhibit::pdf::reader {

class FindingList {
public:
    explicit FindingList(std::size_t limit) : m_limit(limit) {}

    void add(std::string_view code, Severity severity, std::string message, std::string object = {},
             std::optional<std::uint64_t> offset = std::nullopt);
    /// What our writer never makes.
    void contradiction(std::string_view code, std::string message, std::string object = {},
                       std::optional<std::uint64_t> offset = std::nullopt) {
        add(code, Severity::Contradiction, std::move(message), std::move(object), offset);
    }
    /// What can't be parsed, isn't supported or is beyond the limits.
    void indeterminate(std::string_view code, std::string message, std::string object = {},
                       std::optional<std::uint64_t> offset = std::nullopt) {
        add(code, Severity::Indeterminate, std::move(message), std::move(object), offset);
    }
    [[nodiscard]] bool empty() const { return m_findings.empty(); }
    [[nodiscard]] bool full() const { return m_findings.size() >= m_limit; }
    /// With a last one that stands for those that weren't listed.
    [[nodiscard]] std::vector<Finding> all() const;

private:
    std::size_t m_limit;
    std::size_t m_unlisted = 0;
    Severity m_worstUnlisted = Severity::Note;
    std::vector<Finding> m_findings;
};

/// "object 12 0"
[[nodiscard]] std::string objectName(std::uint32_t number);
/// "page 3"
[[nodiscard]] std::string pageName(std::size_t number);

} // namespace exhibit::pdf::reader
