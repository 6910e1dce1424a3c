#include "ocr/Addresses.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unicode/uchar.h>

namespace exhibit::ocr {

namespace {

using Text = std::u32string_view;

constexpr std::array<Text, 7> kStreetEnds{U"straße", U"strasse", U"str.", U"str", U"gasse", U"allee", U"chaussee"};
/// Words that end like this are streets only where a postcode follows: "Startplatz 3", "Markt 5".
constexpr std::array<Text, 9> kWeakEnds{U"platz", U"weg",   U"ring",   U"damm", U"ufer",
                                        U"steig", U"markt", U"graben", U"hof"};
/// Without those that are words of every day, such as Way and Close.
constexpr std::array<Text, 14> kEnglishStreets{U"Street",  U"St",   U"Road",      U"Rd",      U"Avenue",
                                               U"Ave",     U"Lane", U"Ln",        U"Drive",   U"Square",
                                               U"Terrace", U"Blvd", U"Boulevard", U"Crescent"};
constexpr std::array<Text, 8> kFrenchStreets{U"rue",    U"avenue", U"boulevard", U"place",
                                             U"chemin", U"quai",   U"impasse",   U"allée"};
/// Between the capitalised words of a place's name: "Frankfurt am Main".
constexpr std::array<Text, 9> kWithinPlaces{U"am", U"an", U"der", U"im", U"in", U"bei", U"ob", U"vor", U"de"};
constexpr std::size_t kMostNameWords = 3;

/// A word without the punctuation around it.
struct Token {
    Span span;
    Text text;
    bool comma = false; ///< stands behind it
    bool stop = false;  ///< a sentence may end behind it
};
using Tokens = std::vector<Token>;

Token tokenOf(Text text, std::size_t begin, std::size_t end) {
    Token token{{begin, end}, {}, false, false};
    while (token.span.end > begin && Text(U",.;:!?\"'").find(text[token.span.end - 1]) != Text::npos) {
        const char32_t c = text[--token.span.end];
        token.comma = token.comma || c == U',';
        token.stop = token.stop || c != U',';
    }
    token.text = text.substr(begin, token.span.end - begin);
    return token;
}

Tokens tokensOf(Text text) {
    Tokens tokens;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(U' ', at), text.size());
        tokens.push_back(tokenOf(text, at, end));
        at = end + 1;
    }
    return tokens;
}

bool isDigits(Text text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most &&
           std::ranges::all_of(text, [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

bool isCapitalised(Text text) {
    return !text.empty() && u_isupper(static_cast<UChar32>(text.front())) != 0;
}

template <std::size_t N>
bool isOneOf(Text text, const std::array<Text, N>& words) {
    return std::ranges::find(words, text) != words.end();
}

/// "14", "14a", "12-14".
bool isHouseNumber(Text text) {
    const std::size_t digits = std::min(text.find_first_not_of(U"0123456789"), text.size());
    const Text rest = text.substr(digits);
    const bool isLetter = rest.size() == 1 && u_isalpha(static_cast<UChar32>(rest.front())) != 0;
    const bool isRange = rest.size() > 1 && rest.front() == U'-' && isDigits(rest.substr(1), 1, 4);
    return isDigits(text.substr(0, digits), 1, 4) && (rest.empty() || isLetter || isRange);
}

/// "88131", "D-88131", "A-1010", "CH-8001".
bool isPostcode(Text text) {
    const std::size_t hyphen = text.find(U'-');
    if (hyphen != Text::npos && hyphen <= 2 && isCapitalised(text))
        text.remove_prefix(hyphen + 1);
    return isDigits(text, 4, 5);
}

template <std::size_t N>
bool endsLike(Text word, const std::array<Text, N>& ends) {
    std::u32string folded(word);
    for (char32_t& c : folded)
        c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    return std::ranges::any_of(ends, [&](Text end) { return folded.ends_with(end); });
}

/// Behind the words of a place's name that begins at `at`.
std::size_t behindPlace(const Tokens& tokens, std::size_t at) {
    std::size_t end = at;
    for (std::size_t i = at; i < tokens.size() && i < at + kMostNameWords; ++i) {
        const Text word = tokens[i].text;
        if (isCapitalised(word) || (i > at && word.starts_with(U'(')))
            end = i + 1;
        else if (!isOneOf(word, kWithinPlaces))
            break;
        if (tokens[i].comma || tokens[i].stop)
            break;
    }
    return end;
}

/// Behind postcode and place at `at`; nothing if there are none.
std::optional<std::size_t> behindPostcode(const Tokens& tokens, std::size_t at) {
    if (at + 1 >= tokens.size() || !isPostcode(tokens[at].text) || !isCapitalised(tokens[at + 1].text))
        return std::nullopt;
    return behindPlace(tokens, at + 1);
}

/// "Seestraße 14, 88131 Lindau (Bodensee)": behind it, if it begins at `at` or its street's name ends there.
std::optional<std::size_t> germanAddress(const Tokens& tokens, std::size_t at) {
    if (at + 1 >= tokens.size() || !isCapitalised(tokens[at].text) || tokens[at].comma ||
        !isHouseNumber(tokens[at + 1].text))
        return std::nullopt;
    const auto whole = behindPostcode(tokens, at + 2);
    if (whole && (endsLike(tokens[at].text, kStreetEnds) || endsLike(tokens[at].text, kWeakEnds)))
        return whole;
    return endsLike(tokens[at].text, kStreetEnds) ? std::optional(at + 2) : std::nullopt;
}

/// "Lange Straße", "Am Alten Markt": where the street's name begins whose last word is at `at`.
std::size_t streetBegin(const Tokens& tokens, std::size_t at) {
    const bool isWhole =
        !isOneOf(tokens[at].text, std::array<Text, 6>{U"Straße", U"Strasse", U"Str", U"Weg", U"Platz", U"Allee"});
    const bool precedes = at > 0 && isCapitalised(tokens[at - 1].text) && !tokens[at - 1].comma && !tokens[at - 1].stop;
    return isWhole || !precedes ? at : at - 1;
}

/// "10 Downing Street, London SW1A 2AA": behind it.
std::optional<std::size_t> englishAddress(const Tokens& tokens, std::size_t at) {
    if (!isDigits(tokens[at].text, 1, 5) || tokens[at].comma || tokens[at].stop)
        return std::nullopt;
    for (std::size_t i = at + 1; i < tokens.size() && i <= at + kMostNameWords + 1; ++i) {
        if (!isCapitalised(tokens[i].text))
            return std::nullopt;
        if (i > at + 1 && isOneOf(tokens[i].text, kEnglishStreets)) {
            std::size_t end = i + 1;
            const auto belongs = [&] {
                return isCapitalised(tokens[end].text) || isDigits(tokens[end].text.substr(0, 1), 1, 1);
            };
            while (tokens[i].comma && end < tokens.size() && end <= i + 2 * kMostNameWords && belongs() &&
                   !(tokens[end - 1].stop))
                ++end;
            return end;
        }
        if (tokens[i].comma || tokens[i].stop)
            return std::nullopt;
    }
    return std::nullopt;
}

/// "12, rue de la Paix, 75002 Paris": behind it.
std::optional<std::size_t> frenchAddress(const Tokens& tokens, std::size_t at) {
    if (at + 2 >= tokens.size() || !isHouseNumber(tokens[at].text) || !isOneOf(tokens[at + 1].text, kFrenchStreets))
        return std::nullopt;
    for (std::size_t i = at + 2; i < tokens.size() && i <= at + 2 + kMostNameWords; ++i)
        if (isCapitalised(tokens[i].text))
            return behindPostcode(tokens, i + 1).value_or(i + 1);
    return std::nullopt;
}

} // namespace

void findAddresses(std::u32string_view text, std::vector<Span>& found) {
    const Tokens tokens = tokensOf(text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        std::size_t begin = at;
        auto end = germanAddress(tokens, at);
        if (end)
            begin = streetBegin(tokens, at);
        if (!end)
            end = englishAddress(tokens, at);
        if (!end)
            end = frenchAddress(tokens, at);
        if (!end)
            continue;
        found.push_back({tokens[begin].span.begin, tokens[*end - 1].span.end});
        at = *end - 1;
    }
}

} // namespace exhibit::ocr
