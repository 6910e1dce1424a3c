#pragma once
// What a person points at in an exhibit (marks) and what they take out of it before it is sent (redactions). Both are
// stored as canonical JSON beside the exhibit; the custody log has only their salted commitments.

#include "core/CaseTypes.h"
#include "core/Hash.h"

#include <optional>
#include <span>
#include <vector>

namespace exhibit {

/// A rectangle of a picture, in pixels from the upper left corner of the picture as it is looked at (upright).
struct Region {
    std::uint32_t x = 0;
    std::uint32_t y = 0;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool operator==(const Region&) const = default;
};
/// "X,Y,W,H" with W and H from 1. InvalidArgument otherwise.
[[nodiscard]] Result<Region> regionFromText(std::string_view text);
/// True if no pixel of it is outside of a picture of this size.
[[nodiscard]] bool liesWithin(const Region& region, std::uint32_t width, std::uint32_t height);

/// What the person says about a statement that they marked.
enum class Truth { Unknown, True, False };
[[nodiscard]] std::string_view name(Truth truth);
[[nodiscard]] Result<Truth> truthFromName(std::string_view name);

/// Kinds of personal data: "name", "address", "phone", ...
[[nodiscard]] std::span<const std::string_view> markCategories();
/// The special categories of GDPR Art. 9(1): "religion", "health", ... and "offence" of Art. 10.
[[nodiscard]] std::span<const std::string_view> specialCategories();

enum class MarkupKind { Mark, Redaction };
/// "mark", "redaction"
[[nodiscard]] std::string_view name(MarkupKind kind);

/// A statement about the person, pointed at.
struct Mark {
    Role on = Role::Screenshot;   ///< screenshot, prompt or response
    int number = 1;               ///< which of them, counting those that were captured
    std::optional<Region> region; ///< of a screenshot
    std::string text; ///< the words in prompt or response; of a screenshot, as the person quotes it, or empty
    std::string category;
    Truth truth = Truth::Unknown;
    std::string special;         ///< empty: none
    std::string label;           ///< the person's own words; may be empty
    std::string correction = {}; ///< what is correct instead of a statement that is false; may be empty
    bool operator==(const Mark&) const = default;
};

/// Something that doesn't go out: a region of a screenshot, or words.
struct Redaction {
    std::optional<Role> on; ///< nothing: a text wherever it stands in the exhibit
    int number = 1;         ///< which screenshot, counting those that were captured
    std::optional<Region> region;
    std::string text;
    std::string reason; ///< the person's own words; may be empty
    bool operator==(const Redaction&) const = default;
};

/// Canonical JSON. InvalidArgument for what isn't valid UTF-8.
[[nodiscard]] Result<std::string> toJson(const Mark& mark);
[[nodiscard]] Result<std::string> toJson(const Redaction& redaction);
/// Strict: from a stranger's case file.
[[nodiscard]] Result<Mark> markFromJson(std::string_view json);
[[nodiscard]] Result<Redaction> redactionFromJson(std::string_view json);

/// The operation of an artifact that was derived by redaction.
inline constexpr std::string_view kRedactOperation = "redact";

} // namespace exhibit
