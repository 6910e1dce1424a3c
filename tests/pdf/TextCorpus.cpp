#include "TextCorpus.h"

#include "core/Json.h"
#include "core/Text.h"

#include <catch2/catch.hpp>
#include <charconv>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <unicode/brkiter.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <utility>

namespace exhibit::test {
namespace {

constexpr const char* kEmojiTest = "/usr/share/unicode/emoji/emoji-test.txt";

/// Collects names that bring something new.
class NameList {
public:
    NameList() {
        UErrorCode status = U_ZERO_ERROR;
        m_letters.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
        REQUIRE(U_SUCCESS(status));
    }
    /// ICU answers the code itself where it has no name.
    void add(const icu::UnicodeString& name, const std::string& code) {
        std::string utf8;
        name.toUTF8String(utf8);
        if (!utf8.empty() && utf8 != code && bringsNews(name))
            m_text += utf8 + "\n";
    }
    [[nodiscard]] std::string take() { return std::exchange(m_text, {}); }

private:
    bool bringsNews(const icu::UnicodeString& name) {
        m_letters->setText(name);
        bool isNew = false;
        icu::UnicodeString previous = " ";
        for (auto at = m_letters->first(), next = m_letters->next(); next != icu::BreakIterator::DONE;
             at = next, next = m_letters->next()) {
            const icu::UnicodeString letter = name.tempSubStringBetween(at, next);
            isNew = m_known.insert(previous + letter).second || isNew;
            previous = letter;
        }
        return m_known.insert(previous + " ").second || isNew;
    }

    std::unique_ptr<icu::BreakIterator> m_letters;
    std::set<icu::UnicodeString> m_known; ///< pairs of letters
    std::string m_text;
};

void addNames(const icu::Locale& locale, NameList& names) {
    icu::UnicodeString name;
    for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code)
        names.add(icu::Locale(*code).getDisplayLanguage(locale, name), *code);
    for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code)
        names.add(icu::Locale("", *code).getDisplayCountry(locale, name), *code);
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(locale, status);
    std::int32_t count = 0;
    const icu::UnicodeString* months =
        symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    for (std::int32_t i = 0; i < count; ++i)
        names.add(months[i], "");
}

std::string readWhole(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(stream), {}};
    INFO(path);
    REQUIRE_FALSE(content.empty());
    return content;
}

std::string repeated(const std::string& part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += part;
    return text;
}

} // namespace

std::vector<NamedText> localeTexts() {
    std::int32_t count = 0;
    const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
    NameList names;
    std::vector<NamedText> texts;
    for (std::int32_t i = 0; i < count; ++i) {
        addNames(locales[i], names);
        UErrorCode status = U_ZERO_ERROR;
        std::string text = names.take();
        if (!text.empty())
            texts.push_back({locales[i].getName(), std::move(text), locales[i].toLanguageTag<std::string>(status)});
    }
    return texts;
}

std::vector<NamedText> nastyTexts() {
    const auto json = parseJson(readWhole(std::string(EXHIBIT_TEST_DATA) + "/nasty-texts.json"));
    REQUIRE(json);
    std::vector<NamedText> texts;
    for (const Json& entry : *json)
        texts.push_back({entry.at("name"), entry.at("text"), ""});
    texts.push_back({"a word of 5,000 letters", repeated("W", 5000), ""});
    texts.push_back({"an Arabic word of 5,000 letters", repeated("م", 5000), "ar"});
    texts.push_back({"5,000 ideographs", repeated("字", 5000), "zh"});
    texts.push_back({"a Thai text without a space", repeated("ภาษาไทย", 700), "th"});
    texts.push_back({"2,000 marks on a letter", "a" + repeated("\u0301", 2000), ""});
    texts.push_back({"2,000 zero-width spaces", repeated("\u200B", 2000), ""});
    texts.push_back({"1,000 emoji in a row", repeated("\U0001F600", 1000), ""});
    texts.push_back({"500 nested overrides", repeated("\u202E", 500) + "text", ""});
    texts.push_back({"10,000 lines", repeated("-\n", 10000), ""});
    texts.push_back({"one writing direction after the other", repeated("سلام hello 12 ", 300), ""});
    return texts;
}

std::vector<std::string> emojiSequences() {
    std::istringstream lines(readWhole(kEmojiTest));
    std::vector<std::string> sequences;
    for (std::string line; std::getline(lines, line);) {
        if (line.find("; fully-qualified") == std::string::npos)
            continue;
        std::istringstream codes(line.substr(0, line.find(';')));
        std::string sequence;
        for (std::string code; codes >> code;) {
            std::uint32_t value = 0;
            std::from_chars(code.data(), code.data() + code.size(), value, 16);
            appendUtf8(sequence, value);
        }
        sequences.push_back(std::move(sequence));
    }
    return sequences;
}

std::vector<NamedText> characterTexts() {
    constexpr std::size_t kOnLine = 32;
    std::map<std::string, std::pair<std::string, std::size_t>> byScript;
    for (char32_t c = 0x20; c <= 0x10FFFF; ++c) {
        const auto code = static_cast<UChar32>(c);
        const auto type = u_charType(code);
        if (type == U_UNASSIGNED || type == U_SURROGATE || type == U_CONTROL_CHAR || type == U_PRIVATE_USE_CHAR)
            continue;
        UErrorCode status = U_ZERO_ERROR;
        auto& [text, count] = byScript[uscript_getShortName(uscript_getScript(code, &status))];
        appendUtf8(text, c);
        text += ++count % kOnLine == 0 ? '\n' : ' ';
    }
    std::vector<NamedText> texts;
    for (auto& [script, text] : byScript)
        texts.push_back({script, std::move(text.first), ""});
    return texts;
}

bool hasRightToLeft(const std::string& utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const DecodedChar c = decodeUtf8(std::string_view(utf8).substr(at));
        const auto direction = u_charDirection(static_cast<UChar32>(c.codePoint.value_or(0)));
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
            return true;
        at += c.length;
    }
    return false;
}

} // namespace exhibit::test
