#pragma once
// A letter as text that a person can change in any editor, and back. The first line is the subject; then come blocks
// with empty lines between them:
//
//     # Heading
//     A paragraph, on one line or several.
//     - an item of a list            1. an item of a numbered list
//     [exhibits]                     the table of exhibits, as it is at the time of the export
//
// What stands before and after (sender, addressee, date, salutation, signature) comes from the case.

#include "request/Letter.h"

namespace exhibit::request {

/// Where the table of exhibits belongs.
inline constexpr std::string_view kExhibitsLine = "[exhibits]";
/// No letter is longer.
inline constexpr std::size_t kLongestLetter = 200'000; ///< bytes

[[nodiscard]] std::string editableText(const Letter& letter);

struct LetterBody {
    std::string subject;
    std::vector<LetterBlock> blocks; ///< the table of exhibits without rows
};
/// InvalidArgument with the place for a text without a subject or without anything after it, for invalid UTF-8 and for
/// characters that can't be seen; LimitExceeded beyond kLongestLetter.
[[nodiscard]] Result<LetterBody> readEditableText(std::string_view text);

} // namespace exhibit::request
