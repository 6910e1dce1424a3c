#pragma once
// What in a text may not be what it seems: addresses with letters of other alphabets, words that mix them.

#include "dossier/Wording.h"

#include <string>
#include <string_view>
#include <vector>

namespace exhibit::dossier {

struct LookAlike {
    enum class Kind : std::uint8_t {
        Host,     ///< has letters outside ASCII; `plain` is its name in the network, "xn--..." (RFC 5890)
        Punycode, ///< the other way round
        UserName, ///< an address with something before an @; `plain` is the host
        Word,     ///< mixes scripts and looks like plain Latin; `plain` is what it looks like (UTS #39)
    };
    Kind kind = Kind::Word;
    std::string shown; ///< as it stands in the text
    std::string plain;
    std::vector<std::string> scripts; ///< of its letters, ISO 15924: "Cyrl", "Latn"
};

/// The first `most` of them, each once. Nothing for a text that isn't UTF-8.
[[nodiscard]] std::vector<LookAlike> lookAlikesIn(std::string_view utf8, std::size_t most);

/// A sentence for each of them, in the language of the pages. A text that is full of them has a few, and one that says
/// so.
[[nodiscard]] std::vector<std::string> lookAlikeNotes(const Wording& words, std::string_view utf8);

} // namespace exhibit::dossier
