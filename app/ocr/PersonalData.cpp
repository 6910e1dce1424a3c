#include "ocr/PersonalData.h"

#include "ocr/Letters.h"
#include "ocr/Patterns.h"

#include <algorithm>
#include <optional>

namespace exhibit::ocr {

namespace {

constexpr std::size_t kShortestValue = 4; ///< letters; shorter ones stand in many a word
constexpr std::size_t kLettersForAnEdit = 8;
constexpr std::size_t kLongestValue = 200;
constexpr std::uint32_t kRoomParts = 5; ///< the room around words, as a part of their height

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n,;") + 1 - first);
}

void add(std::vector<KnownDatum>& known, std::string_view category, std::string_view value) {
    const std::string_view text = trimmed(value);
    const std::size_t length = lettersOf(text, Capitals::Same).letters.size();
    if (length >= kShortestValue && length <= kLongestValue)
        known.push_back({std::string(category), std::string(text)});
}

void addName(std::vector<KnownDatum>& known, std::string_view name) {
    add(known, "name", name);
    const std::string_view whole = trimmed(name);
    const auto space = whole.find_last_of(" \t");
    if (space != std::string_view::npos)
        add(known, "name", whole.substr(space + 1));
}

void addAddress(std::vector<KnownDatum>& known, std::string_view address) {
    while (!address.empty()) {
        const std::string_view line = address.substr(0, address.find_first_of("\n,"));
        add(known, "address", line);
        address.remove_prefix(std::min(address.size(), line.size() + 1));
    }
}

bool overlap(std::size_t aBegin, std::size_t aEnd, std::size_t bBegin, std::size_t bEnd) {
    return aBegin < bEnd && bBegin < aEnd;
}

/// Adds one place in the stead of those that it covers; one that covers it stays.
void put(std::vector<FoundWords>& found, FoundWords one) {
    const auto collides = [&](const FoundWords& other) { return overlap(one.begin, one.end, other.begin, other.end); };
    for (const FoundWords& other : found)
        if (collides(other) && other.end - other.begin >= one.end - one.begin)
            return;
    std::erase_if(found, collides);
    found.push_back(std::move(one));
}

void addKnown(std::string_view text, std::span<const KnownDatum> known, std::vector<FoundWords>& found) {
    const Letters letters = lettersOf(text, Capitals::Same);
    for (const KnownDatum& datum : known) {
        const std::u32string pattern = lettersOf(datum.value, Capitals::Same).letters;
        for (const Similar& place : allSimilar(pattern, letters.letters, pattern.size() / kLettersForAnEdit))
            put(found, {letters.sources[place.begin].begin, letters.sources[place.end - 1].end, datum.category});
    }
}

Region withRoom(const Region& box, std::uint32_t width, std::uint32_t height) {
    const std::uint32_t room = std::max(2U, box.height / kRoomParts);
    const std::uint32_t x = box.x > room ? box.x - room : 0;
    const std::uint32_t y = box.y > room ? box.y - room : 0;
    return {x, y, std::min(width, box.x + box.width + room) - x, std::min(height, box.y + box.height + room) - y};
}

} // namespace

std::vector<KnownDatum> knownData(const CaseDetails& details, std::span<const std::string> accounts) {
    std::vector<KnownDatum> known;
    addName(known, details.subject.name);
    add(known, "email", details.subject.email);
    addAddress(known, details.subject.address);
    for (const std::string& account : accounts)
        if (account != "logged out")
            add(known, "account", account);
    return known;
}

std::vector<FoundWords> findPersonalData(std::string_view text, std::span<const KnownDatum> known) {
    std::vector<FoundWords> found;
    addKnown(text, known, found);
    for (const FormedDatum& datum : findByForm(text))
        put(found, {datum.begin, datum.end, std::string(datum.category)});
    std::ranges::sort(found, {}, &FoundWords::begin);
    return found;
}

std::vector<FoundPlace> findPersonalData(const Reading& reading, std::uint32_t width, std::uint32_t height,
                                         std::span<const KnownDatum> known) {
    const ReadText text = readText(reading);
    std::vector<FoundPlace> places;
    for (const FoundWords& found : findPersonalData(text.text, known)) {
        std::optional<std::size_t> line;
        for (const ReadText::Place& at : text.places) {
            if (!overlap(found.begin, found.end, at.begin, at.end))
                continue;
            const Word& word = reading.lines[at.line].words[at.word];
            if (line == at.line) {
                places.back().region = united(places.back().region, word.box);
                places.back().words += " " + word.text;
            } else {
                places.push_back({word.box, word.text, found.category});
            }
            line = at.line;
        }
    }
    for (FoundPlace& place : places)
        place.region = withRoom(place.region, width, height);
    return places;
}

} // namespace exhibit::ocr
