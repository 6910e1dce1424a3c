#include "pdf/reader/Lexer.h"

#include <charconv>

namespace exhibit::pdf::reader {

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c) {
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' ||
           c == '%';
}

int hexValue(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

namespace {

bool isRegular(char c) {
    return !isSpace(c) && !isDelimiter(c);
}

bool startsNumber(char c) {
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

} // namespace

void Lexer::next(Token& token) {
    while (!atEnd() && isSpace(current()))
        ++m_position;
    token.bytes.clear();
    token.offset = m_position;
    token.kind = TokenKind::End;
    if (!atEnd()) {
        const char c = current();
        const bool doubled = m_position + 1 < m_text.size() && m_text[m_position + 1] == c;
        if (startsNumber(c)) {
            readNumber(token);
        } else if (c == '/') {
            readName(token);
        } else if (c == '(') {
            readLiteralString(token);
        } else if (c == '[' || c == ']') {
            token.kind = c == '[' ? TokenKind::ArrayOpen : TokenKind::ArrayClose;
            ++m_position;
        } else if ((c == '<' || c == '>') && doubled) {
            token.kind = c == '<' ? TokenKind::DictOpen : TokenKind::DictClose;
            m_position += 2;
        } else if (c == '<') {
            readHexString(token);
        } else if (isDelimiter(c)) {
            token.kind = TokenKind::Bad;
            ++m_position;
        } else {
            readKeyword(token);
        }
    }
    token.end = m_position;
}

void Lexer::readNumber(Token& token) {
    const std::size_t start = m_position;
    bool real = false;
    while (!atEnd() && isRegular(current())) {
        real = real || current() == '.';
        ++m_position;
    }
    std::string_view digits = m_text.substr(start, m_position - start);
    if (digits.front() == '+')
        digits.remove_prefix(1);
    const char* end = digits.data() + digits.size();
    std::from_chars_result parsed{};
    if (real) {
        parsed = std::from_chars(digits.data(), end, token.real, std::chars_format::fixed);
    } else {
        parsed = std::from_chars(digits.data(), end, token.integer);
        token.real = static_cast<double>(token.integer);
    }
    const bool whole = parsed.ec == std::errc{} && parsed.ptr == end;
    token.kind = !whole ? TokenKind::Bad : real ? TokenKind::Real : TokenKind::Integer;
}

void Lexer::readName(Token& token) {
    token.kind = TokenKind::Name;
    for (++m_position; !atEnd() && isRegular(current()); ++m_position) {
        if (current() != '#') {
            token.bytes += current();
            continue;
        }
        // 7.3.5: #xx stands for the byte of this number.
        const int high = m_position + 2 < m_text.size() ? hexValue(m_text[m_position + 1]) : -1;
        const int low = high < 0 ? -1 : hexValue(m_text[m_position + 2]);
        if (low < 0) {
            token.kind = TokenKind::Bad;
            continue;
        }
        token.bytes += static_cast<char>(high * 16 + low);
        m_position += 2;
    }
}

void Lexer::readLiteralString(Token& token) {
    token.kind = TokenKind::String;
    std::size_t open = 1;
    for (++m_position; !atEnd(); ++m_position) {
        const char c = current();
        if (c == '\\') {
            readEscape(token);
            continue;
        }
        if (c == '(')
            ++open;
        if (c == ')' && --open == 0) {
            ++m_position;
            return;
        }
        token.bytes += c;
    }
    token.kind = TokenKind::End;
}

/// 7.3.4.2, table 3. Stands on the backslash, and leaves on the last byte of the escape.
void Lexer::readEscape(Token& token) {
    if (m_position + 1 >= m_text.size())
        return;
    const char c = m_text[++m_position];
    static constexpr std::string_view kLetters = "nrtbf";
    static constexpr std::string_view kMeanings = "\n\r\t\b\f";
    if (const std::size_t at = kLetters.find(c); at != std::string_view::npos) {
        token.bytes += kMeanings[at];
        return;
    }
    if (c < '0' || c > '7') {
        if (c == '\r' && m_position + 1 < m_text.size() && m_text[m_position + 1] == '\n')
            ++m_position;
        if (c != '\r' && c != '\n')
            token.bytes += c;
        return;
    }
    int number = c - '0';
    for (int i = 0; i < 2 && m_position + 1 < m_text.size(); ++i) {
        const char digit = m_text[m_position + 1];
        if (digit < '0' || digit > '7')
            break;
        number = number * 8 + (digit - '0');
        ++m_position;
    }
    token.bytes += static_cast<char>(number & 0xFF);
}

void Lexer::readHexString(Token& token) {
    token.kind = TokenKind::String;
    int pending = -1;
    for (++m_position; !atEnd(); ++m_position) {
        const char c = current();
        if (c == '>') {
            if (pending >= 0)
                token.bytes += static_cast<char>(pending * 16);
            ++m_position;
            return;
        }
        if (isSpace(c))
            continue;
        const int digit = hexValue(c);
        if (digit < 0) {
            token.kind = TokenKind::Bad;
            return;
        }
        if (pending >= 0)
            token.bytes += static_cast<char>(pending * 16 + digit);
        pending = pending >= 0 ? -1 : digit;
    }
    token.kind = TokenKind::End;
}

void Lexer::readKeyword(Token& token) {
    token.kind = TokenKind::Keyword;
    while (!atEnd() && isRegular(current()))
        token.bytes += m_text[m_position++];
}

} // namespace exhibit::pdf::reader
