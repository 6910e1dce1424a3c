#pragma once
// What a program keeps beside a case while it isn't in it yet: drafts of exhibits and notes, changed answers.

#include <filesystem>
#include <string_view>

namespace exhibit {

/// Hidden, in the case's folder and named after it: ".NAME.KIND". Kinds: draft, draft-unreadable, notes, answers.
[[nodiscard]] std::filesystem::path besideCase(const std::filesystem::path& casePath, std::string_view kind);
/// Of a case that is there or that was: whoever gets its name would find it as their own.
[[nodiscard]] bool isAnythingBeside(const std::filesystem::path& casePath);
/// Overwrites and removes all of it, as far as shred() can.
void shredBeside(const std::filesystem::path& casePath);

} // namespace exhibit
