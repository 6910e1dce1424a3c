#pragma once
// Texts that a dossier may have to show: names in every language, emoji, and what programs stumble over.

#include <string>
#include <vector>

namespace exhibit::test {

struct NamedText {
    std::string name;
    std::string text;     ///< UTF-8
    std::string language; ///< BCP 47; may be empty
};

/// For each locale of ICU's the names of languages, countries and months in its language, a line each. Names whose
/// every pair of neighbouring letters stands in one before them are left out: they can show nothing new.
[[nodiscard]] std::vector<NamedText> localeTexts();

/// tests/data/nasty-texts.json, and some that are too long for a file.
[[nodiscard]] std::vector<NamedText> nastyTexts();

/// Every fully-qualified sequence of Unicode's emoji-test.txt (Debian's package unicode-data).
[[nodiscard]] std::vector<std::string> emojiSequences();

/// Every assigned character but controls and surrogates, by script, 32 a line.
[[nodiscard]] std::vector<NamedText> characterTexts();

/// Some character runs from right to left.
[[nodiscard]] bool hasRightToLeft(const std::string& utf8);

} // namespace exhibit::test
