#pragma once
// What other people's programs take out of the pages that we made.

#include "MadeDocument.h"
#include "TextCorpus.h"

namespace exhibit::test {

/// One page section for each text, under a heading that tells them apart.
[[nodiscard]] pdf::Document sectionsOf(const std::vector<NamedText>& texts);

/// The texts of the sections as a program gives them; {} stands for the file in `command`.
[[nodiscard]] std::vector<std::string> sectionsBy(const std::string& command, const std::string& path,
                                                  std::size_t count);

/// White space as single blanks, no bidirectional marks: what a program that reads a page can't know.
[[nodiscard]] std::string withSingleSpaces(const std::string& utf8);

/// Empty if they are the same; otherwise where they begin to differ.
[[nodiscard]] std::string firstDifference(const std::string& actual, const std::string& expected);

/// Prints how many of the sections mutool and pdf.js give back exactly, where they are at hand.
void printOtherAnswers(const std::string& path, const std::vector<NamedText>& texts);

} // namespace exhibit::test
