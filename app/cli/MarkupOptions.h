#pragma once
// What "mark" and "redact" have in common: where something is, lists, removal.

#include "cli/CaseAccess.h"
#include "core/Markup.h"

namespace exhibit::cli {

class MarkupOptions {
public:
    void declarePlace(Options& options, std::vector<std::string> roles);
    /// Case and exhibit.
    void declareTarget(Options& options);

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] bool namesExhibit() const { return !m_exhibit.empty(); }
    [[nodiscard]] Result<int> exhibit() const;
    /// The exhibit that was named, or all that aren't withdrawn.
    [[nodiscard]] Result<std::vector<int>> exhibits(const CaseFile& file) const;

    [[nodiscard]] bool namesPlace() const { return m_on || !m_rectangles.empty() || m_text; }
    [[nodiscard]] Result<std::optional<Role>> role() const;
    /// Rectangles on a screenshot, or a text elsewhere: InvalidArgument for anything else.
    [[nodiscard]] Result<> checkPlace() const;
    [[nodiscard]] Result<std::vector<Region>> regions() const;
    [[nodiscard]] const std::optional<std::string>& text() const { return m_text; }
    /// 1 if it wasn't named.
    [[nodiscard]] Result<int> screenshot() const;

private:
    std::string m_path, m_exhibit;
    std::optional<std::string> m_on, m_screenshot, m_text;
    std::vector<std::string> m_rectangles;
};

/// A number from 1, such as that of a mark.
[[nodiscard]] Result<int> markupNumber(const std::string& text);
[[nodiscard]] Json regionJson(const Region& region);
/// "40,120,300,24"
[[nodiscard]] std::string regionText(const Region& region);

} // namespace exhibit::cli
