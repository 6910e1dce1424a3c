#pragma once
// Sentences with {placeholders}, as the data files hold them.

#include "core/Result.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace exhibit::request {

/// What stands for each placeholder, without the braces.
using Values = std::map<std::string, std::string, std::less<>>;

/// Puts the values in. A value is never looked through for placeholders itself, so that braces in a person's name are
/// only braces. InvalidArgument if a placeholder has no value. A placeholder is {word}: a small letter, then letters,
/// digits and hyphens; every other brace is an ordinary character.
[[nodiscard]] Result<std::string> fillPlaceholders(std::string_view text, const Values& values);

/// The names of all placeholders in a text.
[[nodiscard]] std::set<std::string> placeholdersOf(std::string_view text);

} // namespace exhibit::request
