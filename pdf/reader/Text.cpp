#include "pdf/reader/Text.h"

#include "pdf/reader/TextStrings.h"

#include <fribidi.h>
#include <limits>

namespace exhibit::pdf::reader {
namespace {

/// One line of the text, which may be several on the page, in logical order.
struct LogicalLine {
    std::u32string characters;
    std::string levels;
    std::vector<bool> joined;
    std::vector<std::size_t> wraps; ///< where a line of the page ends
};

bool isSpace(char32_t c) {
    return c == U' ' || c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x205F || c == 0x3000 ||
           c == U'\t';
}

/// UAX #9 L2, undone: from the lowest level up, every unbroken row of this level or more is turned round.
void appendLogical(const ShownText& shown, LogicalLine& line) {
    std::vector<std::size_t> order(shown.characters.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto levelAt = [&](std::size_t index) { return static_cast<int>(shown.levels[index]); };
    int highest = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
        highest = std::max(highest, levelAt(i));
    for (int level = 1; level <= highest; ++level)
        for (auto at = order.begin(); at != order.end();) {
            const auto isIn = [&](std::size_t index) { return levelAt(index) >= level; };
            const auto begin = std::find_if(at, order.end(), isIn);
            at = std::find_if_not(begin, order.end(), isIn);
            std::reverse(begin, at);
        }
    for (const std::size_t index : order) {
        line.characters += shown.characters[index];
        line.levels += shown.levels[index];
        line.joined.push_back(shown.joined[index]);
    }
    line.wraps.push_back(line.characters.size());
}

/// The levels that UAX #9 gives to the text.
std::vector<FriBidiLevel> levelsOf(std::u32string_view text, bool& rightToLeft) {
    const auto length = static_cast<FriBidiStrIndex>(text.size());
    const std::vector<FriBidiChar> characters(text.begin(), text.end());
    std::vector<FriBidiCharType> types(text.size());
    std::vector<FriBidiBracketType> brackets(text.size());
    std::vector<FriBidiLevel> levels(text.size());
    fribidi_get_bidi_types(characters.data(), length, types.data());
    fribidi_get_bracket_types(characters.data(), length, types.data(), brackets.data());
    FriBidiParType direction = FRIBIDI_PAR_ON;
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &direction, levels.data()) == 0)
        levels.clear();
    rightToLeft = FRIBIDI_IS_RTL(direction);
    return levels;
}

/// Empty lines hang on the line before them.
std::size_t lengthWithoutLineEnds(std::u32string_view text) {
    const std::size_t last = text.find_last_not_of(U"\r\n");
    return last == std::u32string_view::npos ? 0 : last + 1;
}

/// A level that the text doesn't have by itself would show its characters in another order than they are read.
bool levelsAreRight(const LogicalLine& line) {
    const std::size_t length = lengthWithoutLineEnds(line.characters);
    const bool plain =
        std::all_of(line.characters.begin(), line.characters.end(), [](char32_t c) { return c < 0x590; });
    if (plain || length > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return plain && line.levels.find_first_not_of('\0') == std::string::npos;
    bool rightToLeft = false;
    const std::vector<FriBidiLevel> levels =
        levelsOf(std::u32string_view(line.characters).substr(0, length), rightToLeft);
    if (levels.size() != length)
        return false;
    std::size_t wrap = line.wraps.size();
    std::size_t inkEnd = line.characters.size();
    for (std::size_t i = length; i-- > 0;) {
        while (wrap > 0 && i < line.wraps[wrap - 1]) {
            --wrap;
            inkEnd = line.wraps[wrap];
        }
        // L1: spaces at the end of a line have the level of the paragraph.
        const bool hangs = i + 1 == inkEnd && isSpace(line.characters[i]);
        if (hangs)
            inkEnd = i;
        const int expected = hangs ? (rightToLeft ? 1 : 0) : static_cast<int>(levels[i]);
        if (!line.joined[i] && static_cast<int>(line.levels[i]) != expected)
            return false;
    }
    return true;
}

} // namespace

Result<std::string> textOf(const TextBlock& block, std::uint32_t index, const PageReading& reading) {
    if (const auto fault = reading.textFaults.find(index); fault != reading.textFaults.end())
        return fail(fault->second.code, fault->second.message, block.id + ", " + pageName(fault->second.page));
    std::u32string text;
    std::size_t page = 0;
    float baseline = 0;
    for (const TextLine& row : block.lines) {
        LogicalLine line;
        for (const MarkedContent& content : row.contents) {
            const auto shown = reading.texts.find(Structure::key(content.page, content.mcid));
            if (shown == reading.texts.end())
                continue; // a marked content without a glyph
            const bool down =
                text.empty() && line.characters.empty()
                    ? true
                    : content.page > page || (content.page == page && shown->second.baseline < baseline - 1);
            if (!down)
                return fail(ErrorCode::Malformed, "The lines of a text don't stand one below the other.", block.id);
            page = content.page;
            baseline = shown->second.baseline;
            appendLogical(shown->second, line);
        }
        if (!levelsAreRight(line))
            return fail(ErrorCode::Malformed, "A text is shown in another order than it is read.", block.id);
        text += line.characters;
    }
    return utf8Text(text);
}

} // namespace exhibit::pdf::reader
