#pragma once
// What "mark" and "redact" have in common: where something is, lists, removal.

#include "cli/CaseAccess.h"
#include "core/Markup.h"

namespace exhibit::cli {

/// Whether words may go with a rectangle, as a quotation of what stands there.
enum class Quotes { Refused, Allowed };

class MarkupOptions {
public:
    void declarePlace(Options& options, std::string_view rectangleHelp, std::string_view textHelp);
    /// Case and exhibit.
    void declareTarget(Options& options, std::string_view exhibitHelp);

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] Result<int> exhibit() const;
    [[nodiscard]] bool namesExhibits() const { return !m_exhibit.empty(); }
    /// Those that were named, such as "2,5-7"; for "all" and no name all that aren't withdrawn. NotFound if one isn't
    /// there.
    [[nodiscard]] Result<std::vector<int>> exhibits(const CaseFile& file) const;

    /// Rectangles of a screenshot, or words of a text: InvalidArgument for neither, and for both unless they may go
    /// together.
    [[nodiscard]] Result<> checkPlace(Quotes quotes) const;
    [[nodiscard]] Result<std::vector<Region>> regions() const;
    [[nodiscard]] const std::optional<std::string>& text() const { return m_text; }
    /// 1 if it wasn't named.
    [[nodiscard]] Result<int> screenshot() const;

private:
    std::string m_path, m_exhibit;
    std::optional<std::string> m_screenshot, m_text;
    std::vector<std::string> m_rectangles;
};

/// A number from 1, such as that of a mark.
[[nodiscard]] Result<int> markupNumber(const std::string& text);

} // namespace exhibit::cli
