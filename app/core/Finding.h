#pragma once
// What a check reports: every finding, and one verdict.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exhibit {

/// How much a finding weighs. In rising order: the verdict is that of the worst finding.
enum class Severity {
    Note,          ///< a fact, such as who sealed the file
    Warning,       ///< worth reading; doesn't change the verdict
    Unanchored,    ///< consistent, but without trusted time
    Indeterminate, ///< unsupported, unparsable, beyond the limits, cut back below its intended seal
    Contradiction, ///< something is not what the file itself says it is
    NotADossier,   ///< it isn't one of our files at all
};

/// One observation. `code` is stable and lower-case-with-hyphens; scripts may rely on it.
struct Finding {
    std::string code;
    Severity severity = Severity::Note;
    std::string message;                                ///< a whole sentence in plain words
    std::string object;                                 ///< the attachment, page, exhibit or entry; may be empty
    std::optional<std::uint64_t> offset = std::nullopt; ///< byte offset in the file or object
};

/// In the terms of the design: Intact needs positive proof of every item.
enum class Verdict { Intact, IntactUnanchored, Tampered, Indeterminate, NotADossier };

[[nodiscard]] std::string_view name(Severity severity);
[[nodiscard]] std::string_view name(Verdict verdict);
/// 0 intact, 1 intact-unanchored, 2 tampered, 3 indeterminate, 4 not-a-dossier.
[[nodiscard]] int exitStatus(Verdict verdict);
/// NotADossier before all; then tampered > indeterminate > intact-unanchored > intact.
[[nodiscard]] Verdict verdictOf(const std::vector<Finding>& findings);

} // namespace exhibit
