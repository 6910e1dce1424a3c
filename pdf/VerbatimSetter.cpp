// Text to the letter: a BlockQuote with a P for each line that isn't empty. The ends of lines are drawn too, without
// ink, so that the page's content holds the whole text. See Composition.h.

#include "pdf/Marks.h"
#include "pdf/Syntax.h"

#include <algorithm>
#include <set>

namespace exhibit::pdf {
namespace {

constexpr double kLabelSpace = 4; ///< between the label and the box

constexpr double kNumberSpace = 5; ///< between the box and the numbers of marks

const style::TextStyle& styleOf(const Verbatim& verbatim) {
    return verbatim.small ? style::kSmallVerbatim : style::kVerbatim;
}

/// The marks of a text, counted in characters instead of bytes.
std::vector<TextMark> inCharacters(const Verbatim& verbatim) {
    std::vector<TextMark> marks = verbatim.marks;
    const std::string_view text = verbatim.text;
    for (TextMark& mark : marks) {
        const std::size_t begin = codePoints(text.substr(0, mark.begin)).size();
        mark.end = begin + codePoints(text.substr(mark.begin, mark.end - mark.begin)).size();
        mark.begin = begin;
    }
    return marks;
}

/// The parts of the marks that lie between two characters, counted from the first.
std::vector<TextMark> marksWithin(const std::vector<TextMark>& marks, std::size_t begin, std::size_t end) {
    std::vector<TextMark> parts;
    for (const TextMark& mark : marks)
        if (mark.begin < end && mark.end > begin)
            parts.push_back({std::max(mark.begin, begin) - begin, std::min(mark.end, end) - begin, mark.number});
    return parts;
}

/// Ranges of one look that end wherever a mark begins or ends.
std::vector<StyledText::Range> rangesOf(std::size_t size, const TextLook& look, const std::vector<TextMark>& marks) {
    std::set<std::size_t> ends{size};
    for (const TextMark& mark : marks)
        ends.insert({mark.begin, mark.end});
    if (size > 0)
        ends.erase(0);
    std::vector<StyledText::Range> ranges;
    for (const std::size_t end : ends)
        ranges.push_back({end, look});
    return ranges;
}

} // namespace

struct BlockSetter::HardLine {
    std::u32string text;
    std::u32string end; ///< "\n", "\r\n", or nothing behind the last line
    bool keepWithNext = false;
    std::vector<TextMark> marks; ///< in characters of `text`

    /// Cuts the next line off the front.
    static HardLine take(std::u32string_view& rest) {
        const std::size_t at = rest.find(U'\n');
        HardLine line;
        if (at == std::u32string_view::npos) {
            line.text = rest;
            rest = {};
            return line;
        }
        const bool isPair = at > 0 && rest[at - 1] == U'\r';
        line.text = rest.substr(0, isPair ? at - 1 : at);
        line.end = isPair ? U"\r\n" : U"\n";
        rest.remove_prefix(at + 1);
        return line;
    }
};

Result<> BlockSetter::setBlock(const Verbatim& verbatim, const Frame& frame, FragmentSink& sink) {
    EXHIBIT_TRY(check(verbatim.text));
    EXHIBIT_TRY(check(verbatim.label));
    EXHIBIT_TRY(takeId(verbatim.id));
    if (!verbatim.label.empty()) {
        const ElementId label = element(frame.parent, "P");
        addLines(m_text.lines({{verbatim.label}}, style::kLabel, frame.width, label), frame, sink, style::kBlockSpace,
                 kLabelSpace, true);
    }
    auto box = std::make_shared<Decoration>();
    box->left = frame.left;
    box->width = frame.width;
    box->depth = static_cast<int>(frame.boxes.size());
    box->fill = style::kTint;
    box->leftRule = style::kAccent;
    box->pad = verbatim.small ? 6 : style::kBoxPad;
    Frame inside = frame;
    inside.left += style::kBoxInset;
    inside.width -= 2 * style::kBoxInset;
    inside.boxes.push_back(box);

    const ElementId block = element(frame.parent, "BlockQuote", verbatim.language, verbatim.id);
    BoxSink boxSink(sink, box, verbatim.label.empty() ? style::kBlockSpace : kLabelSpace);
    const std::u32string text = codePoints(verbatim.text);
    const std::vector<TextMark> marks = inCharacters(verbatim);
    std::u32string_view rest = text;
    inside.parent = block; // until the first line has an element of its own
    bool isFirst = true;
    do {
        const std::size_t begin = text.size() - rest.size();
        HardLine line = HardLine::take(rest);
        line.marks = marksWithin(marks, begin, begin + line.text.size());
        line.keepWithNext = verbatim.keepIndented && rest.starts_with(U' ');
        if (isFirst || !line.text.empty())
            inside.parent = element(block, "P");
        addHardLine(verbatim, std::move(line), inside, boxSink);
        isFirst = false;
        if (m_workshop.error)
            return fail(*m_workshop.error);
    } while (!rest.empty());
    boxSink.finish();
    return {};
}

void BlockSetter::addHardLine(const Verbatim& verbatim, HardLine line, const Frame& inside, FragmentSink& sink) {
    style::TextStyle look = styleOf(verbatim);
    look.mono = verbatim.style == SpanStyle::Mono;
    look.weight = verbatim.style == SpanStyle::Bold ? FontWeight::Bold : FontWeight::Regular;
    TextLook textLook;
    textLook.size = look.mono ? look.size * 0.92 : look.size;
    textLook.weight = look.weight;
    textLook.mono = look.mono;
    textLook.colour = look.colour;
    StyledText styled;
    styled.ranges = rangesOf(line.text.size(), textLook, line.marks);
    styled.text = std::move(line.text);
    styled.language = verbatim.language;
    const Lines lines = m_text.linesOf(std::move(styled), look, inside.width, inside.parent, BreakRule::NotAtHyphens);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool isLast = i + 1 == lines.size();
        Fragment fragment;
        fragment.height = lines[i].height;
        const bool isNearEdge = !isLast && (i == 0 || i + 2 == lines.size());
        fragment.keepWithNext = line.keepWithNext || isNearEdge || (verbatim.keepIndented && !isLast);
        fragment.decorations = inside.boxes;
        fragment.draw = [this,
                         line = MarkedLine{lines[i], isLast ? line.end : std::u32string(), line.marks, inside.parent},
                         offset = inside.left, width = inside.width](Canvas& canvas, double left, double top) {
            const Rectangle area{left + offset, top - line.line.height, left + offset + width, top};
            drawMarkedLine(canvas, m_text.digits(), line, area, area.right + style::kBoxInset + kNumberSpace);
        };
        if (i == 0 && !verbatim.id.empty() && !m_pages.contains(verbatim.id))
            noteStart(verbatim.id, fragment);
        sink.add(std::move(fragment));
    }
}

} // namespace exhibit::pdf
