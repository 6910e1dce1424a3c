#include "ocr/PromptCheck.h"

#include "ocr/Letters.h"

#include <algorithm>
#include <array>

namespace exhibit::ocr {

namespace {

/// Of a reading: more than any screenshot shows.
constexpr std::size_t kMostReadLetters = 200'000;
/// Words of which more than half differs aren't the same word read wrongly.
constexpr std::size_t kFarthestParts = 2;

struct TextWord {
    std::string text;
    std::u32string letters; ///< as they are compared
};

struct ReadWord {
    TextWord word;
    Region box;
    std::size_t line = 0;
};

Letters comparable(std::string_view text) {
    return lettersOf(text, Capitals::Distinct);
}

TextWord textWord(std::string_view text) {
    return {std::string(text), lookAlike(comparable(text).letters)};
}

std::vector<TextWord> wordsOf(std::string_view text) {
    const Letters all = comparable(text);
    std::vector<TextWord> words;
    for (std::size_t at = 0; at < all.letters.size();) {
        const std::size_t end = std::min(all.letters.find(U' ', at), all.letters.size());
        const std::size_t begin = all.sources[at].begin;
        words.push_back(textWord(text.substr(begin, all.sources[end - 1].end - begin)));
        at = end + 1;
    }
    return words;
}

/// What is compared of a prompt, without half a word at its end.
std::string_view beginning(std::string_view prompt) {
    const Letters all = comparable(prompt);
    if (all.letters.size() <= kComparedLetters)
        return prompt;
    const std::size_t space = all.letters.rfind(U' ', kComparedLetters);
    const std::size_t end = space == std::u32string::npos ? kComparedLetters : space;
    return prompt.substr(0, all.sources[end].begin);
}

struct Found {
    Similar place;
    std::vector<ReadWord> words; ///< of the reading, that lie in the place
};

/// The words of a reading of which at least half lies in the place.
std::vector<ReadWord> wordsIn(const Reading& reading, const ReadText& text, const Letters& letters,
                              const Similar& place) {
    std::vector<ReadWord> words;
    if (place.begin >= place.end)
        return words;
    const std::size_t begin = letters.sources[place.begin].begin;
    const std::size_t end = letters.sources[place.end - 1].end;
    for (const ReadText::Place& at : text.places) {
        const std::size_t middle = (at.begin + at.end) / 2;
        if (middle < begin || middle >= end)
            continue;
        const Word& word = reading.lines[at.line].words[at.word];
        words.push_back({textWord(word.text), word.box, at.line});
    }
    return words;
}

Found find(const std::u32string& pattern, const Reading& reading) {
    const ReadText text = readText(reading);
    Letters letters = comparable(text.text);
    letters.letters.resize(std::min(letters.letters.size(), kMostReadLetters));
    const Similar place = mostSimilar(pattern, lookAlike(letters.letters));
    return {place, wordsIn(reading, text, letters, place)};
}

/// The steps by which a line of words becomes another, at the least cost in letters.
class WordAlignment {
public:
    WordAlignment(const std::vector<TextWord>& expected, const std::vector<ReadWord>& read)
        : m_expected(expected), m_read(read), m_costs((expected.size() + 1) * (read.size() + 1)) {
        for (std::size_t i = 0; i <= expected.size(); ++i)
            for (std::size_t j = 0; j <= read.size(); ++j)
                cost(i, j) = i == 0 && j == 0 ? 0 : std::min({viaMissing(i, j), viaExtra(i, j), viaBoth(i, j)});
    }

    [[nodiscard]] std::vector<ComparedWord> words() {
        std::vector<ComparedWord> backwards;
        std::size_t i = m_expected.size();
        std::size_t j = m_read.size();
        while (i > 0 || j > 0) {
            const std::size_t least = cost(i, j);
            if (least == viaBoth(i, j)) {
                const TextWord& expected = m_expected[--i];
                const ReadWord& read = m_read[--j];
                const bool same = expected.letters == read.word.letters;
                backwards.push_back(
                    {same ? WordState::Same : WordState::Different, expected.text, read.word.text, read.box});
            } else if (least == viaMissing(i, j)) {
                backwards.push_back({WordState::Missing, m_expected[--i].text, {}, std::nullopt});
            } else {
                const ReadWord& read = m_read[--j];
                backwards.push_back({WordState::Extra, {}, read.word.text, read.box});
            }
        }
        return {backwards.rbegin(), backwards.rend()};
    }

private:
    static constexpr std::size_t kNoWay = std::size_t{1} << 40;

    std::size_t& cost(std::size_t i, std::size_t j) { return m_costs[i * (m_read.size() + 1) + j]; }
    std::size_t viaMissing(std::size_t i, std::size_t j) {
        return i == 0 ? kNoWay : cost(i - 1, j) + m_expected[i - 1].letters.size() + 1;
    }
    std::size_t viaExtra(std::size_t i, std::size_t j) {
        return j == 0 ? kNoWay : cost(i, j - 1) + m_read[j - 1].word.letters.size() + 1;
    }
    std::size_t viaBoth(std::size_t i, std::size_t j) {
        if (i == 0 || j == 0)
            return kNoWay;
        const std::u32string& a = m_expected[i - 1].letters;
        const std::u32string& b = m_read[j - 1].word.letters;
        const std::size_t edits = a == b ? 0 : editDistance(a, b);
        return kFarthestParts * edits > std::max(a.size(), b.size()) ? kNoWay : cost(i - 1, j - 1) + edits;
    }

    const std::vector<TextWord>& m_expected;
    const std::vector<ReadWord>& m_read;
    std::vector<std::size_t> m_costs;
};

} // namespace

PromptCheck checkPrompt(std::string_view prompt, std::span<const Reading> readings) {
    const std::string_view compared = beginning(prompt);
    const std::u32string pattern = lookAlike(comparable(compared).letters);
    PromptCheck check;
    check.onlyBeginning = compared.size() < prompt.size();
    if (pattern.empty())
        return check;
    Found best;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        Found found = find(pattern, readings[i]);
        const double difference = static_cast<double>(found.place.edits) / static_cast<double>(pattern.size());
        if (difference >= check.difference)
            continue;
        check.difference = difference;
        check.reading = i;
        best = std::move(found);
    }
    check.appears = check.difference <= kAppearsUpTo;
    if (!check.appears || best.words.empty())
        return check;
    check.words = WordAlignment(wordsOf(compared), best.words).words();
    check.endLine = best.words.back().line + 1;
    return check;
}

std::string answerText(std::string_view prompt, std::span<const Reading> readings) {
    const std::array all{merged(readings)};
    const PromptCheck check = checkPrompt(prompt, all);
    Reading below;
    const auto first = check.appears ? static_cast<std::ptrdiff_t>(check.endLine) : 0;
    below.lines.assign(all[0].lines.begin() + first, all[0].lines.end());
    return readText(below).text;
}

} // namespace exhibit::ocr
