#pragma once
// How a text stands on a page, computed the same way when it is written and when it is verified.

#include "core/Manifest.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace exhibit::dossier {

/// Short texts, which stand among the facts of their exhibit, in this order.
inline constexpr std::array<Role, 6> kFactRoles{Role::ConversationUrl, Role::PromptSource, Role::Account,
                                                Role::AppTime,         Role::ModelLabel,   Role::WindowTitle};

/// A text for a page.
struct TextView {
    Shown as = Shown::Exact;
    std::string text;                 ///< shownText(text, as)
    std::optional<std::string> ascii; ///< stands below it where the reader could be misled by what is shown
    bool invisible = false;           ///< why: it has invisible characters (and not only mixed writing directions)
    bool windowsLineEnds = false;     ///< some of its lines end in CR LF
    bool asciiTooLong = false;        ///< it would be needed, but is too long
};
[[nodiscard]] TextView viewOf(std::string_view text);

/// What a page shows of an attached text; empty if it shows nothing. Not for Shown::Picture.
[[nodiscard]] std::string shownText(std::string_view text, Shown as);

/// The custody log for people, an entry a line: number, UTC time, event, exhibit, commitment and details. Lines that
/// can't be read stand as they are, escaped.
[[nodiscard]] std::string custodyText(std::span<const std::string> lines);

/// The lines of a text whose every line ends in LF.
[[nodiscard]] std::vector<std::string> linesOf(std::string_view text);

/// Of the cell with the time of a record: "exhibit-1-time"
[[nodiscard]] std::string timeId(int exhibit);

/// "exhibit-1-record.json"
[[nodiscard]] std::string recordFileName(int exhibit);

} // namespace exhibit::dossier
