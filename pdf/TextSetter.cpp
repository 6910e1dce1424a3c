#include "pdf/TextSetter.h"

#include "pdf/Syntax.h"

#include <algorithm>
#include <set>

namespace exhibit::pdf {
namespace {

bool isLineEnd(char32_t c) {
    return c == U'\n' || c == U'\r';
}

/// The parts of a line that belong to one element and one language: each is marked content of its own.
class LineMarks {
public:
    LineMarks(Canvas& canvas, const SetLine& line, double lineTop)
        : m_canvas(canvas), m_text(*line.text), m_top(lineTop), m_height(line.height),
          m_underline(lineTop - line.baseline - 1.7) {}

    void change(const TextLook& look, double x) {
        const ElementId element = look.uri.empty() ? m_text.element : linkElement(look);
        if (m_open && element == m_element && look.language == m_language)
            return;
        close(x);
        m_canvas.beginContent(element);
        if (!look.language.empty())
            m_canvas.content() += "/Span <</Lang " + textString(look.language) + ">> BDC\n";
        m_open = true;
        m_element = element;
        m_language = look.language;
        m_uri = look.uri;
        m_left = x;
    }
    void close(double x) {
        if (!m_open)
            return;
        const double left = std::min(m_left, x), right = std::max(m_left, x);
        if (!m_uri.empty()) // a link is known in black and white too
            m_canvas.fillRectangle({left, m_underline - 0.25, right, m_underline + 0.25}, style::kAccent);
        if (!m_language.empty())
            m_canvas.end();
        m_canvas.end();
        if (!m_uri.empty())
            m_canvas.link({left, m_top - m_height, right, m_top}, m_uri, filledIn(m_text.linkLabel, "{uri}", m_uri),
                          m_element);
        m_open = false;
    }

private:
    ElementId linkElement(const TextLook& look) {
        const auto known = m_text.links.find(&look);
        if (known != m_text.links.end())
            return known->second;
        StructureElement link;
        link.type = "Link";
        const ElementId element = m_canvas.structure().addWhenDrawn(m_text.element, std::move(link));
        m_text.links.emplace(&look, element);
        return element;
    }

    Canvas& m_canvas;
    SetText& m_text;
    double m_top, m_height, m_underline;
    bool m_open = false;
    ElementId m_element = 0;
    std::string m_language, m_uri;
    double m_left = 0;
};

double startOf(const SetLine& line, double left, double width, Alignment alignment) {
    const double free = width - line.range.width;
    if (alignment == Alignment::Centre)
        return left + free / 2;
    if (alignment == Alignment::Start && line.text->shaped.baseLevel == 1)
        return left + free - (line.fullWidth - line.range.width); // its last spaces stand at the left
    return left;
}

} // namespace

std::string filledIn(std::string text, std::string_view placeholder, std::string_view value) {
    for (std::size_t at = text.find(placeholder); at != std::string::npos;
         at = text.find(placeholder, at + value.size()))
        text.replace(at, placeholder.size(), value);
    return text;
}

double heightOf(const std::vector<SetLine>& lines) {
    double height = 0;
    for (const SetLine& line : lines)
        height += line.height;
    return height;
}

TextLook TextSetter::lookOf(const Span& span, const style::TextStyle& textStyle) const {
    TextLook look;
    look.size = textStyle.size;
    look.weight = span.style == SpanStyle::Bold ? FontWeight::Bold : textStyle.weight;
    look.mono = textStyle.mono || span.style == SpanStyle::Mono;
    look.colour = span.uri.empty() ? textStyle.colour : style::kAccent;
    if (look.mono)
        look.size *= 0.92; // Noto Sans Mono looks larger than Noto Sans
    if (span.language != m_document.language)
        look.language = span.language;
    look.uri = span.uri;
    return look;
}

std::vector<SetLine> TextSetter::lines(const Spans& spans, const style::TextStyle& textStyle, double width,
                                       ElementId element, BreakRule rule) {
    std::vector<SetLine> result;
    StyledText text;
    TextLook look = lookOf({}, textStyle);
    const auto flush = [&] {
        if (text.ranges.empty())
            text.ranges.push_back({0, look});
        auto lines = linesOf(std::move(text), textStyle, width, element, rule);
        result.insert(result.end(), lines.begin(), lines.end());
        text = {};
    };
    for (const Span& span : spans) {
        look = lookOf(span, textStyle);
        const std::u32string characters = codePoints(span.text);
        for (std::size_t i = 0; i < characters.size(); ++i) {
            const bool isPair = characters[i] == U'\r' && i + 1 < characters.size() && characters[i + 1] == U'\n';
            if (isPair)
                continue;
            if (isLineEnd(characters[i])) {
                // Whoever reads it aloud would say two words as one.
                if (rule != BreakRule::Anywhere && !text.text.empty() && !isBreakingSpace(text.text.back())) {
                    text.text += U' ';
                    text.ranges.push_back({text.text.size(), look});
                }
                flush();
                continue;
            }
            text.text += characters[i];
            if (i == 0 || text.ranges.empty() || isLineEnd(characters[i - 1]))
                text.ranges.push_back({0, look});
            text.ranges.back().end = text.text.size();
        }
    }
    flush();
    return result;
}

std::vector<SetLine> TextSetter::linesOf(StyledText text, const style::TextStyle& textStyle, double width,
                                         ElementId element, BreakRule rule) {
    auto set = std::make_shared<SetText>();
    if (text.language.empty())
        text.language = m_document.language;
    set->shaped = m_shaper.shape(std::move(text));
    set->element = element;
    set->linkLabel = m_document.labels.opensLink;
    std::vector<SetLine> result;
    for (const LineRange& range : m_breaker.breakLines(set->shaped, width, rule))
        result.push_back(lineOf(set, range, textStyle));
    return result;
}

/// The height of the style, or more where a script needs it.
SetLine TextSetter::lineOf(const std::shared_ptr<SetText>& text, const LineRange& range,
                           const style::TextStyle& textStyle) {
    const FontFace& base = m_shaper.fonts().base(textStyle.weight);
    double ascent = base.ascent() * textStyle.size, descent = base.descent() * textStyle.size;
    const double slack = std::max(0.0, textStyle.lineHeight - ascent - descent);
    SetLine line{text, range, 0, 0, 0};
    for (std::size_t i = range.begin; i < range.end; ++i)
        line.fullWidth += static_cast<double>(text->shaped.clusters[i].advance);
    std::set<const FontFace*> seen = {&base};
    for (const Item& item : text->shaped.items) {
        const bool isInLine = item.firstCluster < range.end && item.clusterEnd > range.begin;
        if (!isInLine || item.shown != Shown::Text || !seen.insert(item.face).second)
            continue;
        ascent = std::max(ascent, item.face->ascent() * text->shaped.lookOf(item).size);
        descent = std::max(descent, item.face->descent() * text->shaped.lookOf(item).size);
    }
    line.height = std::max(textStyle.lineHeight, ascent + descent);
    line.baseline = std::min(slack, line.height - ascent - descent) / 2 + ascent;
    return line;
}

SetLine TextSetter::shortened(const std::string& text, const style::TextStyle& textStyle, double width) {
    std::u32string characters = codePoints(text);
    std::replace_if(characters.begin(), characters.end(), isLineEnd, U' ');
    const auto linesFor = [&](std::u32string shown) {
        StyledText styled;
        styled.text = std::move(shown);
        styled.ranges.push_back({styled.text.size(), lookOf({}, textStyle)});
        return linesOf(std::move(styled), textStyle, width, 0, BreakRule::Anywhere);
    };
    constexpr std::size_t kLongest = 300; // more never fits
    if (characters.size() > kLongest)
        characters.resize(kLongest);
    auto lines = linesFor(characters);
    while (lines.size() > 1 && !characters.empty()) {
        const std::size_t end = lines.front().range.end;
        const auto& clusters = lines.front().text->shaped.clusters;
        std::size_t keep = end > 1 ? clusters[end - 1].begin : 0;
        keep = std::min(keep, characters.size() - 1);
        characters.resize(keep);
        lines = linesFor(characters + U'\u2026');
    }
    return lines.front();
}

double TextSetter::draw(Canvas& canvas, const SetLine& line, double left, double top, double width,
                        Alignment alignment) {
    const double start = startOf(line, left, width, alignment);
    LineMarks marks(canvas, line, top);
    const double end = canvas.painter().paint(canvas, line.text->shaped, line.range, start, top - line.baseline, {},
                                              [&](const TextLook& look, double x) { marks.change(look, x); });
    marks.close(end);
    return end;
}

double TextSetter::drawPlain(Canvas& canvas, const SetLine& line, double left, double top, double width,
                             Alignment alignment, const std::u32string& lineEnd, const LookHook& onLook) {
    return canvas.painter().paint(canvas, line.text->shaped, line.range, startOf(line, left, width, alignment),
                                  top - line.baseline, lineEnd, onLook);
}

} // namespace exhibit::pdf
