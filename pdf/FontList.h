#pragma once
// The preference list: which families are asked for, and for which script. Nothing else is ever used.

#include <hb.h>
#include <span>
#include <string_view>

namespace exhibit::pdf {

inline constexpr std::string_view kBaseFamily = "Noto Sans";
inline constexpr std::string_view kMonoFamily = "Noto Sans Mono";
inline constexpr std::string_view kEmojiFamily = "Noto Color Emoji";

/// The family of a script; empty if there is none. Han and its companions aren't here: see cjkFamily.
[[nodiscard]] std::string_view familyOf(hb_script_t script);

/// Han characters look different in the languages that share them: JP, KR, SC and TC, chosen by language ("ja", "ko",
/// "zh-Hant", ...) and, without one, by the script that stands beside them.
enum class CjkForm : std::uint8_t { Simplified, Traditional, Japanese, Korean };
[[nodiscard]] std::string_view cjkFamily(CjkForm form);
[[nodiscard]] bool isCjk(hb_script_t script);

/// Asked in this order for what belongs to no script.
[[nodiscard]] std::span<const std::string_view> symbolFamilies();

} // namespace exhibit::pdf
