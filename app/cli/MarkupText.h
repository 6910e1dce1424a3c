#pragma once
// Marks and redactions as "mark --list", "redact --list" and "show" print them.

#include "core/Json.h"
#include "core/Markup.h"

namespace exhibit::cli {

/// On one line, without the exhibit: 'mark 2: response "tax adviser", employer, false'.
[[nodiscard]] std::string lineOf(int number, const Mark& mark);
[[nodiscard]] std::string lineOf(int number, const Redaction& redaction);
[[nodiscard]] Json jsonOf(int exhibit, int number, const Mark& mark);
[[nodiscard]] Json jsonOf(int exhibit, int number, const Redaction& redaction);

} // namespace exhibit::cli
