#include "pdf/reader/FindingList.h"

#include <algorithm>

namespace exhibit::pdf::reader {

void FindingList::add(std::string_view code, Severity severity, std::string message, std::string object,
                      std::optional<std::uint64_t> offset) {
    if (full()) {
        ++m_unlisted;
        m_worstUnlisted = std::max(m_worstUnlisted, severity);
        return;
    }
    m_findings.push_back({std::string(code), severity, std::move(message), std::move(object), offset});
}

std::vector<Finding> FindingList::all() const {
    std::vector<Finding> findings = m_findings;
    if (m_unlisted > 0)
        findings.push_back({"more-findings",
                            m_worstUnlisted,
                            "There are " + std::to_string(m_unlisted) + " more findings that aren't listed.",
                            "",
                            {}});
    return findings;
}

std::string objectName(std::uint32_t number) {
    return "object " + std::to_string(number) + " 0";
}

std::string pageName(std::size_t number) {
    return "page " + std::to_string(number);
}

} // namespace exhibit::pdf::reader
