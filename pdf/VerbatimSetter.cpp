// Text to the letter: a BlockQuote with a P for each line that isn't empty. The ends of lines are drawn too, without
// ink, so that the page's content holds the whole text. See Composition.h.

#include "pdf/BlockSetter.h"
#include "pdf/Syntax.h"

namespace exhibit::pdf {
namespace {

constexpr double kLabelSpace = 4; ///< between the label and the box

struct HardLine {
    std::u32string text;
    std::u32string end; ///< "\n", "\r\n", or nothing behind the last line
};

/// Cuts the next line off the front.
HardLine takeLine(std::u32string_view& rest) {
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

const style::TextStyle& styleOf(const Verbatim& verbatim) {
    return verbatim.small ? style::kSmallVerbatim : style::kVerbatim;
}

} // namespace

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
    std::u32string_view rest = text;
    inside.parent = block; // until the first line has an element of its own
    bool isFirst = true;
    do {
        HardLine line = takeLine(rest);
        if (isFirst || !line.text.empty())
            inside.parent = element(block, "P");
        addHardLine(verbatim, std::move(line.text), std::move(line.end), inside.parent, inside, boxSink);
        isFirst = false;
        if (m_workshop.error)
            return fail(*m_workshop.error);
    } while (!rest.empty());
    boxSink.finish();
    return {};
}

void BlockSetter::addHardLine(const Verbatim& verbatim, std::u32string line, std::u32string lineEnd, ElementId block,
                              const Frame& inside, FragmentSink& sink) {
    style::TextStyle look = styleOf(verbatim);
    look.mono = verbatim.style == SpanStyle::Mono;
    look.weight = verbatim.style == SpanStyle::Bold ? FontWeight::Bold : FontWeight::Regular;
    StyledText styled;
    styled.text = std::move(line);
    styled.language = verbatim.language;
    TextLook textLook;
    textLook.size = look.mono ? look.size * 0.92 : look.size;
    textLook.weight = look.weight;
    textLook.mono = look.mono;
    textLook.colour = look.colour;
    styled.ranges.push_back({styled.text.size(), textLook});
    const Lines lines = m_text.linesOf(std::move(styled), look, inside.width, block, BreakRule::NotAtHyphens);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool isLast = i + 1 == lines.size();
        Fragment fragment;
        fragment.height = lines[i].height;
        fragment.keepWithNext = !isLast && (i == 0 || i + 2 == lines.size());
        fragment.decorations = inside.boxes;
        fragment.draw = [block, line = lines[i], lineEnd = isLast ? lineEnd : std::u32string(),
                         offset = inside.left, width = inside.width](Canvas& canvas, double left, double top) {
            canvas.beginContent(block);
            TextSetter::drawPlain(canvas, line, left + offset, top, width, Alignment::Start, lineEnd);
            canvas.end();
        };
        if (i == 0 && !verbatim.id.empty() && !m_pages.contains(verbatim.id))
            noteStart(verbatim.id, fragment);
        sink.add(std::move(fragment));
    }
}

} // namespace exhibit::pdf
