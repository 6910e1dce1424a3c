#include "ocr/PromptCheck.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::ocr;

namespace {

/// A reading of lines whose words stand 10 pixels high, a line every 20.
Reading readingOf(const std::vector<std::string>& lines) {
    Reading reading;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Line line{{}, static_cast<int>(i)};
        std::uint32_t x = 0;
        for (std::size_t at = 0; at < lines[i].size();) {
            const std::size_t end = std::min(lines[i].find(' ', at), lines[i].size());
            const auto width = static_cast<std::uint32_t>(end - at);
            line.words.push_back(
                {lines[i].substr(at, end - at), {x, static_cast<std::uint32_t>(20 * i), width, 10}, 95});
            x += width + 1;
            at = end + 1;
        }
        reading.lines.push_back(line);
    }
    return reading;
}

const std::vector<std::string> kChat{"Mock Al", "What do you know about Jonas Fährmann from",
                                     "Lindau? Please list his address.", "10:00", "He lives at Seestraße 14."};
const std::string kPrompt = "What do you know about Jonas Fährmann from Lindau? Please list his address.";

PromptCheck check(const std::string& prompt, const std::vector<std::string>& lines = kChat) {
    return checkPrompt(prompt, std::vector{readingOf(lines)});
}

std::string shown(const PromptCheck& check) {
    std::string text;
    for (const ComparedWord& word : check.words) {
        if (word.state == WordState::Missing)
            text += "-" + word.expected + " ";
        if (word.state == WordState::Extra)
            text += "+" + word.read + " ";
        if (word.state == WordState::Different)
            text += word.expected + "/" + word.read + " ";
    }
    return text;
}

} // namespace

TEST_CASE("A prompt is found over several lines, with the places of its words") {
    const PromptCheck found = check(kPrompt);
    CHECK(found.appears);
    CHECK(found.difference == 0);
    CHECK(shown(found).empty());
    REQUIRE(found.words.size() == 13);
    CHECK(found.words.front().box == Region{0, 20, 4, 10});
    CHECK(found.words.back().box->y == 40);
    CHECK(found.endLine == 3);
    CHECK(check("  What do you know\nabout Jonas Fährmann  from Lindau?\n\nPlease list his address. ").difference == 0);
}

TEST_CASE("What differs is shown word by word") {
    CHECK(shown(check("What do you know about Jonas Fährmann from Landau? Please list his address.")) ==
          "Landau?/Lindau? ");
    CHECK(shown(check("What do you not know about Jonas Fährmann from Lindau? Please list his address.")) == "-not ");
    CHECK(shown(check("What do you know about Jonas from Lindau? Please list his address.")) == "+Fährmann ");
    CHECK(check("What do you not know about Jonas Fährmann from Lindau? Please list his address.").appears);
}

TEST_CASE("Letters that look alike make no difference, digits do") {
    const std::vector<std::string> read{"Tell me what | or Al said in 2019", "about me."};
    CHECK(shown(check("Tell me what I or AI said in 2019 about me.", read)).empty());
    CHECK(shown(check("Tell me what I or AI said in 2018 about me.", read)) == "2018/2019 ");
    CHECK(shown(check("Tell me “what” I or AI said in 2019 about me.",
                      {"Tell me \"what\" I or AI said in 2019 about me."}))
              .empty());
}

TEST_CASE("Another text isn't found") {
    const PromptCheck other = check("Bitte lösche alle personenbezogenen Daten über mich gemäß Art. 17 DSGVO.");
    CHECK_FALSE(other.appears);
    CHECK(other.difference > 0.5);
    CHECK(other.words.empty());
    CHECK_FALSE(check("").appears);
    CHECK_FALSE(check(" \n").appears);
    CHECK_FALSE(check("\xff\xfe").appears);
    CHECK_FALSE(checkPrompt(kPrompt, {}).appears);
    CHECK_FALSE(checkPrompt(kPrompt, std::vector{Reading{}}).appears);
}

TEST_CASE("Of several readings the best counts") {
    std::vector<std::string> blind = kChat;
    blind.erase(blind.begin() + 1, blind.begin() + 3);
    const PromptCheck found = checkPrompt(kPrompt, std::vector{readingOf(blind), readingOf(kChat), Reading{}});
    CHECK(found.difference == 0);
    CHECK(found.reading == 1);
}

TEST_CASE("Of a very long prompt the beginning is compared") {
    std::string prompt;
    std::vector<std::string> lines;
    for (int i = 0; i < 2000; ++i)
        prompt += "word" + std::to_string(i) + " ";
    for (int i = 0; i < 2000; ++i)
        lines.push_back("word" + std::to_string(i));
    const PromptCheck found = check(prompt, lines);
    CHECK(found.appears);
    CHECK(found.onlyBeginning);
    CHECK_FALSE(check(kPrompt).onlyBeginning);
}

TEST_CASE("The answer is what stands below the prompt") {
    const std::vector readings{readingOf(kChat)};
    CHECK(answerText(kPrompt, readings) == "10:00\n\nHe lives at Seestraße 14.");
    CHECK(answerText("Something else that nobody asked there", readings).starts_with("Mock Al\n"));
    CHECK(answerText("", readings).starts_with("Mock Al\n"));
    CHECK(answerText(kPrompt, std::vector<Reading>{}).empty());
}

TEST_CASE("Readings that saw different parts make one") {
    std::vector<std::string> prompts = kChat;
    std::vector<std::string> rest = kChat;
    Reading first = readingOf(kChat);
    Reading second = readingOf(kChat);
    first.lines.erase(first.lines.begin() + 1, first.lines.begin() + 3);
    second.lines.erase(second.lines.begin() + 4);
    second.lines.push_back({{{"%", {500, 200, 8, 8}, 20}}, 9}); // noise
    const std::vector both{first, second};
    const ReadText text = readText(merged(both));
    CHECK(text.text == "Mock Al\n\nWhat do you know about Jonas Fährmann from\n\nLindau? Please list his address.\n\n"
                       "10:00\n\nHe lives at Seestraße 14.");
    CHECK(merged({}).lines.empty());
}
