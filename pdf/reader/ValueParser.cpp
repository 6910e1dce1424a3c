#include "pdf/reader/ValueParser.h"

#include <limits>

namespace exhibit::pdf::reader {

Result<Value> ValueParser::parse() {
    m_lexer.next(m_token);
    return parseToken(0);
}

Result<std::optional<Value>> ValueParser::operand(std::string& operatorName) {
    m_lexer.next(m_token);
    const bool isWord = m_token.kind == TokenKind::Keyword && m_token.bytes != "true" && m_token.bytes != "false" &&
                        m_token.bytes != "null";
    if (isWord || (m_token.kind == TokenKind::End && m_token.offset == m_text.size())) {
        operatorName = m_token.bytes;
        return std::optional<Value>();
    }
    EXHIBIT_ASSIGN(Value value, parseToken(0));
    return std::optional(std::move(value));
}

tl::unexpected<Error> ValueParser::malformed(std::string message) {
    m_ranOut = m_ranOut || m_token.kind == TokenKind::End;
    return fail(ErrorCode::Malformed, std::move(message), {}, m_token.offset);
}

Result<Value> ValueParser::parseToken(std::size_t depth) {
    if (depth > m_budget->depth)
        return fail(ErrorCode::LimitExceeded, "Arrays and dictionaries are nested too deeply.", {}, m_token.offset);
    if (m_budget->values == 0)
        return fail(ErrorCode::LimitExceeded, "The file has too many values.", {}, m_token.offset);
    --m_budget->values;
    switch (m_token.kind) {
    case TokenKind::Integer:
        return Value(m_token.integer);
    case TokenKind::Real:
        return Value(m_token.real);
    case TokenKind::Name:
        return Value(Name{m_token.bytes});
    case TokenKind::String:
        return Value(String{m_token.bytes});
    case TokenKind::ArrayOpen: {
        EXHIBIT_ASSIGN(Array items, parseItems(TokenKind::ArrayClose, depth + 1));
        items.shrink_to_fit();
        return Value(std::move(items));
    }
    case TokenKind::DictOpen:
        return parseDictionary(depth + 1);
    case TokenKind::Keyword:
        if (m_token.bytes == "null")
            return Value();
        if (m_token.bytes == "true" || m_token.bytes == "false")
            return Value(m_token.bytes == "true");
        return malformed("There is a word where a value should be.");
    default:
        return malformed("There is something that isn't a value.");
    }
}

/// "12 0 R": the two integers are already among the items.
bool ValueParser::collapseReference(Array& items) const {
    if (items.size() < 2)
        return false;
    const std::int64_t* number = items[items.size() - 2].integer();
    const std::int64_t* generation = items.back().integer();
    if (number == nullptr || generation == nullptr || *number < 1 || *generation < 0 || *generation > 65535 ||
        *number > std::numeric_limits<std::uint32_t>::max())
        return false;
    const Ref ref{static_cast<std::uint32_t>(*number), static_cast<std::uint32_t>(*generation)};
    items.pop_back();
    items.back() = Value(ref);
    return true;
}

Result<Array> ValueParser::parseItems(TokenKind close, std::size_t depth) {
    Array items;
    for (;;) {
        m_lexer.next(m_token);
        if (m_token.kind == close)
            return items;
        if (m_token.kind == TokenKind::Keyword && m_token.bytes == "R") {
            if (!collapseReference(items))
                return malformed("There is a reference that names no object.");
            continue;
        }
        EXHIBIT_ASSIGN(Value item, parseToken(depth));
        items.push_back(std::move(item));
    }
}

Result<Value> ValueParser::parseDictionary(std::size_t depth) {
    const std::size_t start = m_token.offset;
    EXHIBIT_ASSIGN(Array items, parseItems(TokenKind::DictClose, depth));
    if (items.size() % 2 != 0)
        return fail(ErrorCode::Malformed, "There is a dictionary with a key that has no value.", {}, start);
    std::vector<Entry> entries;
    entries.reserve(items.size() / 2);
    for (std::size_t i = 0; i < items.size(); i += 2) {
        const Name* key = items[i].name();
        if (key == nullptr)
            return fail(ErrorCode::Malformed, "There is a dictionary with a key that isn't a name.", {}, start);
        entries.push_back({key->text, std::move(items[i + 1])});
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
    const auto twice = std::adjacent_find(entries.begin(), entries.end(),
                                          [](const Entry& a, const Entry& b) { return a.key == b.key; });
    if (twice != entries.end() && !m_duplicateKey)
        m_duplicateKey = start;
    return Value(Dictionary(std::move(entries)));
}

} // namespace exhibit::pdf::reader
