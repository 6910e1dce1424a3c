#pragma once
// The tokens of PDF syntax (ISO 32000-1 7.2, 7.3), for objects and for content streams.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace exhibit::pdf::reader {

enum class TokenKind : std::uint8_t {
    End, ///< of the text, also in the middle of a token
    Integer,
    Real,
    Name,
    String,
    ArrayOpen,
    ArrayClose,
    DictOpen,
    DictClose,
    Keyword,
    Bad, ///< bytes that aren't PDF syntax
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::size_t offset = 0; ///< of its first byte in the text
    std::size_t end = 0;    ///< behind its last byte
    std::int64_t integer = 0;
    double real = 0;
    std::string bytes; ///< of a Name (decoded), String (decoded) or Keyword
};

/// Reads one token after another. Comments are Bad: our writer makes none, and they could carry anything.
class Lexer {
public:
    explicit Lexer(std::string_view text, std::size_t offset = 0) : m_text(text), m_position(offset) {}
    /// Reuses the token's memory.
    void next(Token& token);
    [[nodiscard]] std::size_t position() const { return m_position; }

private:
    void readNumber(Token& token);
    void readName(Token& token);
    void readLiteralString(Token& token);
    void readEscape(Token& token);
    void readHexString(Token& token);
    void readKeyword(Token& token);
    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] char current() const { return m_text[m_position]; }

    std::string_view m_text;
    std::size_t m_position;
};

[[nodiscard]] bool isSpace(char c);
[[nodiscard]] bool isDelimiter(char c);
/// -1 if it isn't a hexadecimal digit.
[[nodiscard]] int hexValue(char c);

} // namespace exhibit::pdf::reader
