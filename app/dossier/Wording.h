#pragma once
// The dossier's words in one language, and dates, numbers and foreign texts as its pages show them.

#include "core/Clock.h"
#include "core/Text.h"
#include "request/Strings.h"

#include <string>
#include <string_view>

namespace exhibit::dossier {

class Wording {
public:
    /// Unsupported names the languages there are.
    static Result<Wording> load(std::string_view language);

    [[nodiscard]] std::string operator()(std::string_view key, const request::Values& values = {}) const {
        return m_strings(key, values);
    }
    /// The sentence "GROUP.NAME", or `name` itself if there is none: what a later version may have written.
    [[nodiscard]] std::string named(std::string_view group, std::string_view name) const;
    [[nodiscard]] const std::string& language() const { return m_strings.language(); }
    [[nodiscard]] const request::Strings& strings() const { return m_strings; }

    /// "22 November 2026"
    [[nodiscard]] std::string date(Instant instant, int offsetMinutes) const;
    /// "22 November 2026, 11:15:30, UTC+01:00"
    [[nodiscard]] std::string dateTime(Instant instant, int offsetMinutes) const;
    /// A date of the form directory, as precise as it is: 2026, 2026-07, 2026-07-23.
    [[nodiscard]] std::string isoDate(std::string_view iso) const;
    /// Words joined by '+', such as the operations of the image gate; what follows a ':' stands behind its word.
    [[nodiscard]] std::string operations(std::string_view words) const;

private:
    explicit Wording(request::Strings strings) : m_strings(std::move(strings)) {}
    request::Strings m_strings;
};

/// A person's or a page's text on one line: invisible characters and invalid bytes are escaped.
[[nodiscard]] inline std::string oneLine(std::string_view text) {
    return escapeForDisplay(text, EscapeStyle::Line);
}
/// Several lines of a postal address as one: "Merrion Road, Dublin 4".
[[nodiscard]] std::string joinedLines(std::string_view text);
/// The beginning of a text on one line, cut at a character and marked by an ellipsis.
[[nodiscard]] std::string beginning(std::string_view text, std::size_t characters);

} // namespace exhibit::dossier
