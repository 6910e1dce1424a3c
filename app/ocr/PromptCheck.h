#pragma once
// Whether the words that somebody says they asked stand in a picture: compared with what a machine read there. That is
// a hint for the person and proves nothing; whoever shows it shows the difference too.

#include "ocr/Reading.h"

#include <optional>

namespace exhibit::ocr {

/// A true prompt differs from its reading by up to 3 of 100 letters, one with a word changed by 11, another text by 60.
inline constexpr double kAppearsUpTo = 0.15;
/// So much of a prompt is compared, in letters.
inline constexpr std::size_t kComparedLetters = 5'000;

enum class WordState {
    Same,      ///< but for letters that look alike
    Different, ///< another word was read in its place
    Missing,   ///< nothing was read in its place
    Extra,     ///< read between the prompt's words
};

struct ComparedWord {
    WordState state = WordState::Same;
    std::string expected; ///< the prompt's word; empty if Extra
    std::string read;     ///< what was read; empty if Missing
    std::optional<Region> box;
};

struct PromptCheck {
    double difference = 1;           ///< edits, as a share of the prompt's letters
    bool appears = false;            ///< the difference is at most kAppearsUpTo
    bool onlyBeginning = false;      ///< the prompt is too long to be compared whole
    std::vector<ComparedWord> words; ///< in order; empty if it doesn't appear
    std::size_t reading = 0;         ///< in which it was found best
    std::size_t endLine = 0;         ///< of that reading: behind the last line that has a word of it
};

/// The best of several readings of one picture. A prompt without a letter appears nowhere.
[[nodiscard]] PromptCheck checkPrompt(std::string_view prompt, std::span<const Reading> readings);

/// What stands below the prompt in the picture: where the answer is. All of it if the prompt isn't found there.
[[nodiscard]] std::string answerText(std::string_view prompt, std::span<const Reading> readings);

} // namespace exhibit::ocr
