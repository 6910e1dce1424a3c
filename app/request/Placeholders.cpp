#include "request/Placeholders.h"

#include <algorithm>
#include <optional>

namespace exhibit::request {
namespace {

bool isSmall(char c) {
    return c >= 'a' && c <= 'z';
}

bool isWordPart(char c) {
    return isSmall(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

struct Placeholder {
    std::size_t begin = 0; ///< of the brace
    std::size_t end = 0;   ///< after the closing brace
    std::string_view word;
};

std::optional<Placeholder> nextPlaceholder(std::string_view text, std::size_t from) {
    for (std::size_t open = text.find('{', from); open != text.npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        if (close == text.npos)
            return std::nullopt;
        const std::string_view word = text.substr(open + 1, close - open - 1);
        if (!word.empty() && isSmall(word.front()) && std::all_of(word.begin(), word.end(), isWordPart))
            return Placeholder{open, close + 1, word};
    }
    return std::nullopt;
}

} // namespace

Result<std::string> fillPlaceholders(std::string_view text, const Values& values) {
    std::string filled;
    std::size_t done = 0;
    while (const auto found = nextPlaceholder(text, done)) {
        const auto value = values.find(found->word);
        if (value == values.end())
            return fail(ErrorCode::InvalidArgument, "A placeholder has no value.", std::string(found->word));
        filled.append(text.substr(done, found->begin - done)).append(value->second);
        done = found->end;
    }
    filled.append(text.substr(done));
    return filled;
}

std::set<std::string> placeholdersOf(std::string_view text) {
    std::set<std::string> words;
    std::size_t from = 0;
    while (const auto found = nextPlaceholder(text, from)) {
        words.emplace(found->word);
        from = found->end;
    }
    return words;
}

} // namespace exhibit::request
