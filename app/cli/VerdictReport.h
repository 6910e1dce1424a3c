#pragma once
// What a check found, for a person and for a program.

#include "cli/Verb.h"
#include "core/Finding.h"

namespace exhibit::cli {

/// {"verdict", "sentence", "findings": [{"code", "severity", "message", "object", "offset"}]}; `offset` is null where a
/// finding has none.
[[nodiscard]] Json verdictJson(Verdict verdict, std::string_view sentence, const std::vector<Finding>& findings);

/// The verdict as one sentence, then the findings, the worst kind first.
void printVerdict(Console& console, Verdict verdict, std::string_view sentence, const std::vector<Finding>& findings);

} // namespace exhibit::cli
