#pragma once
// Tokens -> values, within limits.

#include "core/Result.h"
#include "pdf/reader/Lexer.h"
#include "pdf/reader/Value.h"

#include <optional>

namespace exhibit::pdf::reader {

/// What the objects of a file may still use up; shared by all of them.
struct ParseBudget {
    std::size_t values = 0;
    std::size_t depth = 0;
};

class ValueParser {
public:
    ValueParser(std::string_view text, std::size_t offset, ParseBudget& budget)
        : m_lexer(text, offset), m_text(text), m_budget(&budget) {}
    /// The value at the current position. Malformed, or LimitExceeded; Error::offset is in the text.
    Result<Value> parse();
    /// The next operand of a content stream; or nothing, and the operator, which is empty at the end of the text.
    Result<std::optional<Value>> operand(std::string& operatorName);
    /// Behind what was read.
    [[nodiscard]] std::size_t position() const { return m_lexer.position(); }
    /// True if an error came from the end of the text: with more of it the value may be sound.
    [[nodiscard]] bool ranOut() const { return m_ranOut; }
    /// Where the first dictionary with the same key twice begins. Readers differ in which of the two they take.
    [[nodiscard]] std::optional<std::size_t> duplicateKey() const { return m_duplicateKey; }

private:
    Result<Value> parseToken(std::size_t depth);
    Result<Array> parseItems(TokenKind close, std::size_t depth);
    Result<Value> parseDictionary(std::size_t depth);
    [[nodiscard]] tl::unexpected<Error> malformed(std::string message);
    [[nodiscard]] bool collapseReference(Array& items) const;

    Lexer m_lexer;
    std::string_view m_text;
    ParseBudget* m_budget;
    Token m_token;
    bool m_ranOut = false;
    std::optional<std::size_t> m_duplicateKey;
};

} // namespace exhibit::pdf::reader
