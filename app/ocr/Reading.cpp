#include "ocr/Reading.h"

#include <algorithm>

namespace exhibit::ocr {

namespace {

/// Lines of which less is sure are noise beside a better reading: icons, photos, edges of bubbles.
constexpr float kSureEnough = 60;
constexpr std::size_t kFewestLetters = 2;

std::size_t lengthOf(const Line& line) {
    std::size_t length = 0;
    for (const Word& word : line.words)
        length += word.text.size();
    return length;
}

/// How much of a line was read, and how surely.
float worthOf(const Line& line) {
    float worth = 0;
    for (const Word& word : line.words)
        worth += word.confidence * static_cast<float>(word.text.size());
    return worth;
}

bool isSure(const Line& line) {
    const auto length = lengthOf(line);
    return length >= kFewestLetters && worthOf(line) >= kSureEnough * static_cast<float>(length);
}

std::uint64_t common(std::uint64_t a, std::uint64_t aLength, std::uint64_t b, std::uint64_t bLength) {
    const std::uint64_t begin = std::max(a, b);
    const std::uint64_t end = std::min(a + aLength, b + bLength);
    return end > begin ? end - begin : 0;
}

/// The same line of the picture, or a part of it.
bool lieOver(const Region& a, const Region& b) {
    return common(a.x, a.width, b.x, b.width) > 0 &&
           3 * common(a.y, a.height, b.y, b.height) > std::min(a.height, b.height);
}

struct Candidate {
    const Line* line = nullptr;
    Region box;
    float worth = 0;
    std::size_t reading = 0;
    std::size_t place = 0; ///< in its reading
};

std::vector<Candidate> candidatesOf(std::span<const Reading> readings) {
    std::vector<Candidate> candidates;
    for (std::size_t reading = 0; reading < readings.size(); ++reading)
        for (std::size_t place = 0; place < readings[reading].lines.size(); ++place) {
            const Line& line = readings[reading].lines[place];
            if (isSure(line))
                candidates.push_back({&line, boxOf(line), worthOf(line), reading, place});
        }
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::worth);
    return candidates;
}

/// The reading that the most was taken from gives the order; lines of the others go where they stand in the picture.
std::vector<Candidate> inOrder(std::vector<Candidate> taken, std::size_t readings) {
    std::vector<float> worths(readings);
    for (const Candidate& one : taken)
        worths[one.reading] += one.worth;
    const auto leading = static_cast<std::size_t>(std::ranges::max_element(worths) - worths.begin());
    std::ranges::stable_sort(taken, {}, [](const Candidate& one) { return one.box.y; });
    std::vector<Candidate> ordered;
    std::ranges::copy_if(taken, std::back_inserter(ordered), [&](const auto& one) { return one.reading == leading; });
    std::ranges::stable_sort(ordered, {}, &Candidate::place);
    for (const Candidate& one : taken) {
        if (one.reading == leading)
            continue;
        const auto below =
            std::ranges::find_if(ordered, [&](const Candidate& other) { return other.box.y > one.box.y; });
        ordered.insert(below, one);
    }
    return ordered;
}

} // namespace

Region united(const Region& a, const Region& b) {
    const std::uint32_t x = std::min(a.x, b.x);
    const std::uint32_t y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.width, b.x + b.width) - x, std::max(a.y + a.height, b.y + b.height) - y};
}

Region boxOf(const Line& line) {
    Region box = line.words.front().box;
    for (const Word& word : line.words)
        box = united(box, word.box);
    return box;
}

Reading merged(std::span<const Reading> readings) {
    std::vector<Candidate> taken;
    for (const Candidate& candidate : candidatesOf(readings)) {
        const bool isFree = std::ranges::none_of(taken, [&](const Candidate& one) {
            return one.reading != candidate.reading && lieOver(one.box, candidate.box);
        });
        if (isFree)
            taken.push_back(candidate);
    }
    Reading reading;
    int paragraph = 0;
    const Candidate* before = nullptr;
    const std::vector<Candidate> ordered = inOrder(std::move(taken), readings.size());
    for (const Candidate& one : ordered) {
        const bool continues =
            before != nullptr && before->reading == one.reading && before->line->paragraph == one.line->paragraph;
        paragraph += continues ? 0 : 1;
        reading.lines.push_back({one.line->words, paragraph});
        before = &one;
    }
    return reading;
}

ReadText readText(const Reading& reading) {
    ReadText all;
    for (std::size_t line = 0; line < reading.lines.size(); ++line) {
        const Line& now = reading.lines[line];
        if (line > 0)
            all.text += now.paragraph == reading.lines[line - 1].paragraph ? "\n" : "\n\n";
        for (std::size_t word = 0; word < now.words.size(); ++word) {
            if (word > 0)
                all.text += ' ';
            const std::size_t begin = all.text.size();
            all.text += now.words[word].text;
            all.places.push_back({begin, all.text.size(), line, word});
        }
    }
    return all;
}

} // namespace exhibit::ocr
