#include "request/LetterText.h"

#include "core/Text.h"

#include <algorithm>
#include <charconv>

namespace exhibit::request {
namespace {

constexpr std::string_view kHeadingMark = "# ";
constexpr std::string_view kBulletMark = "- ";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// "12. " at the beginning of a line.
struct NumberMark {
    std::size_t number = 0;
    std::size_t length = 0; ///< of the mark; 0 if there is none
};
NumberMark numberMark(std::string_view line) {
    constexpr std::size_t kMostDigits = 3;
    const std::size_t digits = line.find_first_not_of("0123456789");
    const bool marked = digits != std::string_view::npos && digits > 0 && digits <= kMostDigits &&
                        line.substr(digits).starts_with(". ");
    NumberMark mark;
    if (!marked)
        return mark;
    std::from_chars(line.data(), line.data() + digits, mark.number);
    mark.length = digits + 2;
    return mark;
}

/// A paragraph that begins like something else gets a backslash, as in Markdown.
std::string plainLine(const std::string& text) {
    const bool marked = text.starts_with(kHeadingMark) || text.starts_with(kBulletMark) || text.starts_with('\\') ||
                        numberMark(text).length > 0 || text == kExhibitsLine;
    return marked ? "\\" + text : text;
}

std::string_view unescaped(std::string_view line) {
    return line.starts_with('\\') ? line.substr(1) : line;
}

/// One line: a block's own line ends would end it.
std::string joinedLine(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

void appendBlock(std::string& text, const LetterBlock& block) {
    const std::string words = joinedLine(block.text);
    if (block.kind == BlockKind::Heading)
        text += std::string(kHeadingMark) + words + "\n";
    else if (!words.empty())
        text += plainLine(words) + "\n";
    for (std::size_t i = 0; i < block.items.size(); ++i) {
        const bool numbered = block.kind == BlockKind::Numbered;
        text +=
            (numbered ? std::to_string(i + 1) + ". " : std::string(kBulletMark)) + joinedLine(block.items.at(i)) + "\n";
    }
    if (block.kind == BlockKind::Table)
        text += std::string(kExhibitsLine) + "\n";
    text += "\n";
}

/// Reads line by line; a block is open until an empty line, or a line that begins another.
class BodyReader {
public:
    void line(std::string_view line) {
        if (line.empty()) {
            // A list may have room between its items: it ends with the first other line.
            m_listPaused = m_block.kind == BlockKind::Numbered && !m_block.items.empty();
            if (!m_listPaused)
                close();
            return;
        }
        if (m_listPaused && numberMark(line).number != nextNumber())
            close();
        m_listPaused = false;
        if (line.starts_with(kHeadingMark))
            return heading(trimmed(line.substr(kHeadingMark.size())));
        if (line == kExhibitsLine)
            return table();
        if (line.starts_with(kBulletMark))
            return item(BlockKind::Bullets, trimmed(line.substr(kBulletMark.size())));
        // A line may well begin with a date, "22. November": only the number that comes next makes an item.
        if (const NumberMark mark = numberMark(line); mark.length > 0 && mark.number == nextNumber())
            return item(BlockKind::Numbered, trimmed(line.substr(mark.length)));
        words(unescaped(line));
    }
    [[nodiscard]] std::vector<LetterBlock> finish() {
        close();
        return std::move(m_blocks);
    }

private:
    void close() {
        if (!m_block.text.empty() || !m_block.items.empty() || m_block.kind == BlockKind::Table)
            m_blocks.push_back(std::move(m_block));
        m_block = {};
    }
    [[nodiscard]] std::size_t nextNumber() const {
        return m_block.kind == BlockKind::Numbered ? m_block.items.size() + 1 : 1;
    }
    void heading(std::string_view text) {
        close();
        m_block.kind = BlockKind::Heading;
        m_block.text = text;
        close();
    }
    void table() {
        if (!m_block.items.empty())
            close();
        m_block.kind = BlockKind::Table;
        close();
    }
    void item(BlockKind kind, std::string_view text) {
        if (!m_block.items.empty() && m_block.kind != kind)
            close();
        m_block.kind = kind;
        m_block.items.emplace_back(text);
    }
    /// Goes on with the last item, or with the paragraph.
    void words(std::string_view text) {
        std::string& target = m_block.items.empty() ? m_block.text : m_block.items.back();
        target += (target.empty() ? "" : " ") + std::string(text);
    }

    std::vector<LetterBlock> m_blocks;
    LetterBlock m_block;
    bool m_listPaused = false; ///< an empty line came after the items of a numbered list
};

Result<> checkText(std::string_view text) {
    if (text.size() > kLongestLetter)
        return fail(ErrorCode::LimitExceeded,
                    "The letter is too long: at most " + std::to_string(kLongestLetter) + " bytes of text fit.");
    if (const auto invalid = firstInvalidUtf8(text))
        return fail(ErrorCode::InvalidArgument, "The letter isn't valid UTF-8 text. Save it as UTF-8.",
                    "byte " + std::to_string(*invalid));
    return {};
}

constexpr char32_t kSoftHyphen = 0xad, kNonJoiner = 0x200c, kJoiner = 0x200d;

/// What changes how other characters are shown, or shows nothing where something is, would make the letter say
/// something else than it shows. Joiners belong to words (Persian, Indic) and to emoji.
bool isHidden(char32_t c) {
    if (c == kNonJoiner || c == kJoiner)
        return false;
    std::string alone;
    appendUtf8(alone, c);
    return escapeForDisplay(alone, EscapeStyle::Block) != alone;
}

/// The line without soft hyphens, which word processors leave behind.
Result<std::string> visibleLine(std::string_view line, std::size_t number) {
    std::string visible;
    for (std::size_t at = 0; at < line.size();) {
        const DecodedChar next = decodeUtf8(line.substr(at));
        at += next.length;
        const char32_t c = next.codePoint.value_or(U'\ufffd'); // the whole text is valid
        if (c == kSoftHyphen)
            continue;
        const bool blank = c == '\t' || c == '\f';
        if (!blank && isHidden(c))
            return fail(ErrorCode::InvalidArgument,
                        "The letter has a character that can't be seen: " +
                            escapeForDisplay(line.substr(at - next.length, next.length), EscapeStyle::Line) +
                            ". Take it out, or type the words around it again.",
                        "line " + std::to_string(number));
        if (blank)
            visible += ' ';
        else
            appendUtf8(visible, c);
    }
    return std::string(trimmed(visible));
}

} // namespace

std::string editableText(const Letter& letter) {
    std::string text = joinedLine(letter.subject) + "\n\n";
    for (const LetterBlock& block : letter.blocks)
        appendBlock(text, block);
    while (text.ends_with("\n\n"))
        text.pop_back();
    return text;
}

Result<LetterBody> readEditableText(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf"; // some editors put it first
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    EXHIBIT_TRY(checkText(text));
    LetterBody body;
    BodyReader reader;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size(); ++number) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        EXHIBIT_ASSIGN(const std::string line, visibleLine(text.substr(begin, end - begin), number + 1));
        begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
        if (body.subject.empty())
            body.subject = line;
        else
            reader.line(line);
    }
    body.blocks = reader.finish();
    if (body.subject.empty() || body.blocks.empty())
        return fail(ErrorCode::InvalidArgument, "The letter needs a first line that says what it is about, and below "
                                                "it, after an empty line, what you write.");
    return body;
}

} // namespace exhibit::request
