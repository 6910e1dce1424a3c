#include "pdf/BlockSetter.h"

#include "core/Text.h"
#include "pdf/Syntax.h"

#include <algorithm>

namespace exhibit::pdf {
namespace {

constexpr double kListIndent = 18;

const style::TextStyle& styleOf(ParagraphStyle paragraphStyle) {
    switch (paragraphStyle) {
    case ParagraphStyle::Lead:
        return style::kLead;
    case ParagraphStyle::Small:
        return style::kSmall;
    case ParagraphStyle::Note:
        return style::kNote;
    case ParagraphStyle::Caption:
        return style::kCaption;
    case ParagraphStyle::Body:
        break;
    }
    return style::kBody;
}

const style::HeadingStyle& styleOf(const Heading& heading) {
    const auto level = static_cast<std::size_t>(heading.level - 1);
    switch (heading.look) {
    case HeadingLook::Dense:
        return style::kDenseHeadings[level];
    case HeadingLook::Letter:
        return style::kLetterHeadings[level];
    case HeadingLook::Document:
        break;
    }
    return style::kHeadings[level];
}

} // namespace

Result<> BlockSetter::check(std::string_view text) {
    if (const auto invalid = firstInvalidUtf8(text))
        return fail(ErrorCode::InvalidArgument, "The text isn't valid UTF-8.", {}, *invalid);
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
        return fail(ErrorCode::InvalidArgument, "The text holds the character U+0000.", {}, zero);
    return {};
}

Result<> BlockSetter::check(const Spans& spans) {
    for (const Span& span : spans) {
        EXHIBIT_TRY(check(span.text));
        EXHIBIT_TRY(check(span.uri));
        EXHIBIT_TRY(check(span.language));
    }
    return {};
}

Result<> BlockSetter::takeId(const std::string& id) {
    const auto isPlain = [](char c) { return c > 0x20 && c < 0x7F && c != '(' && c != ')' && c != '\\'; };
    if (id.size() > 200 || !std::all_of(id.begin(), id.end(), isPlain))
        return fail(ErrorCode::InvalidArgument, "An id may hold only printable ASCII characters.", id);
    if (!id.empty() && !m_ids.emplace(id, true).second)
        return fail(ErrorCode::InvalidArgument, "Two blocks have the same id.", id);
    return {};
}

ElementId BlockSetter::element(ElementId parent, std::string type, std::string language, std::string id) {
    StructureElement element;
    element.type = std::move(type);
    if (language != m_document.language)
        element.language = std::move(language);
    element.id = std::move(id);
    return m_workshop.structure.add(parent, std::move(element));
}

BlockSetter::Standing BlockSetter::standing(ElementId parent) const {
    const auto& elements = m_workshop.structure.elements();
    return {elements.at(parent).kids.size(), elements.size(), m_headingLevel, m_ids};
}

void BlockSetter::takeBack(ElementId parent, const Standing& standing) {
    m_workshop.structure.takeBack(parent, standing.kids, standing.elements);
    m_headingLevel = standing.headingLevel;
    m_ids = standing.ids;
}

void BlockSetter::noteStart(const std::string& id, Fragment& fragment) {
    if (id.empty())
        return;
    auto draw = std::move(fragment.draw);
    fragment.draw = [this, id, draw](Canvas& canvas, double left, double top) {
        m_pages.emplace(id, canvas.page());
        if (draw)
            draw(canvas, left, top);
    };
}

Result<> BlockSetter::set(const Blocks& blocks, const Frame& frame, FragmentSink& sink) {
    for (const Block& block : blocks) {
        EXHIBIT_TRY(std::visit([&](const auto& value) { return setBlock(value, frame, sink); }, block.value));
        if (m_workshop.error)
            return fail(*m_workshop.error);
    }
    return {};
}

void BlockSetter::addLines(const Lines& lines, const Frame& frame, FragmentSink& sink, double before, double after,
                           bool keepWithNext, Alignment alignment) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool isLast = i + 1 == lines.size();
        Fragment fragment;
        fragment.height = lines[i].height;
        fragment.before = i == 0 ? before : 0;
        fragment.after = isLast ? after : 0;
        fragment.keepWithNext = isLast ? keepWithNext : (i == 0 || i + 2 == lines.size());
        fragment.decorations = frame.boxes;
        fragment.draw = [line = lines[i], offset = frame.left, width = frame.width,
                         alignment](Canvas& canvas, double left, double top) {
            TextSetter::draw(canvas, line, left + offset, top, width, alignment);
        };
        sink.add(std::move(fragment));
    }
}

Result<> BlockSetter::setBlock(const Heading& heading, const Frame& frame, FragmentSink& sink) {
    EXHIBIT_TRY(check(heading.text));
    EXHIBIT_TRY(takeId(heading.id));
    if (heading.level < 1 || heading.level > 3 || heading.level > m_headingLevel + 1)
        return fail(ErrorCode::InvalidArgument, "A heading skips a level.", heading.text);
    m_headingLevel = heading.level;
    const style::HeadingStyle& look = styleOf(heading);
    const ElementId id =
        element(frame.parent, "H" + decimal(static_cast<std::uint64_t>(heading.level)), heading.language);
    const Lines lines = m_text.lines({{heading.text}}, look.text, frame.width, id);
    const bool isMarked = heading.bookmark ? !heading.bookmark->empty() : heading.level <= 2;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Fragment fragment;
        fragment.height = lines[i].height;
        fragment.newPage = i == 0 && heading.newPage;
        fragment.before = i == 0 ? look.before : 0;
        fragment.after = i + 1 == lines.size() ? look.after : 0;
        fragment.keepWithNext = true;
        fragment.decorations = frame.boxes;
        fragment.draw = [this, heading, isMarked, isFirst = i == 0, line = lines[i], offset = frame.left,
                         width = frame.width](Canvas& canvas, double left, double top) {
            if (isFirst && isMarked) {
                m_bookmarks.push_back(heading.bookmark.value_or(heading.text));
                const auto added = m_workshop.writer.addBookmark(heading.level, canvas.page(), top + 12);
                if (!added && !m_workshop.error)
                    m_workshop.error = added.error();
            }
            if (isFirst && heading.runningTitle)
                m_runningTitles.insert_or_assign(canvas.page(), *heading.runningTitle);
            TextSetter::draw(canvas, line, left + offset, top, width);
        };
        if (i == 0)
            noteStart(heading.id, fragment);
        sink.add(std::move(fragment));
    }
    return {};
}

Result<> BlockSetter::setBlock(const Paragraph& paragraph, const Frame& frame, FragmentSink& sink) {
    EXHIBIT_TRY(check(paragraph.spans));
    const ElementId id = element(frame.parent, "P");
    // Notes name files and addresses, as captions do.
    const BreakRule rule = paragraph.style == ParagraphStyle::Note ? BreakRule::NotAtHyphens : BreakRule::Words;
    const Lines lines = m_text.lines(paragraph.spans, styleOf(paragraph.style), frame.width, id, rule);
    const double space =
        paragraph.style == ParagraphStyle::Small ? style::kSmallParagraphSpace : style::kParagraphSpace;
    addLines(lines, frame, sink, space, space, paragraph.keepWithNext);
    return {};
}

// ISO 32000-1 14.8.4.3.3: L > LI > Lbl, LBody
Result<> BlockSetter::setBlock(const List& list, const Frame& frame, FragmentSink& sink) {
    const ElementId listElement = element(frame.parent, "L");
    m_workshop.structure.element(listElement).attributes =
        list.ordered ? "<</O/List/ListNumbering/Decimal>>" : "<</O/List/ListNumbering/Disc>>";
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        EXHIBIT_TRY(check(list.items[i]));
        const ElementId item = element(listElement, "LI");
        const ElementId label = element(item, "Lbl");
        const ElementId body = element(item, "LBody");
        const std::string mark = list.ordered ? decimal(i + 1) + "." : "\u2022";
        const SetLine markLine = m_text.lines({{mark}}, style::kBody, kListIndent, label).front();
        const Lines lines = m_text.lines(list.items[i], style::kBody, frame.width - kListIndent, body);
        for (std::size_t k = 0; k < lines.size(); ++k) {
            Fragment fragment;
            fragment.height = lines[k].height;
            fragment.before = k > 0 ? 0 : i == 0 ? style::kParagraphSpace : 3;
            fragment.after = k + 1 < lines.size() ? 0 : i + 1 == list.items.size() ? style::kParagraphSpace : 3;
            fragment.keepWithNext = k + 1 < lines.size() && (k == 0 || k + 2 == lines.size());
            fragment.decorations = frame.boxes;
            fragment.draw = [markLine, line = lines[k], isFirst = k == 0, offset = frame.left,
                             width = frame.width](Canvas& canvas, double left, double top) {
                if (isFirst)
                    TextSetter::draw(canvas, markLine, left + offset, top, kListIndent, Alignment::Left);
                TextSetter::draw(canvas, line, left + offset + kListIndent, top, width - kListIndent);
            };
            sink.add(std::move(fragment));
        }
    }
    return {};
}

void BlockSetter::addCaption(const Spans& caption, const Frame& frame, FragmentSink& sink, Alignment alignment) {
    const ElementId id = element(frame.parent, "P");
    addLines(captionLines(caption, frame.width, id), frame, sink, kCaptionSpace, style::kBlockSpace, false, alignment);
}

/// Captions name files: a hyphen at the end of a line gets lost when they are copied.
BlockSetter::Lines BlockSetter::captionLines(const Spans& caption, double width, ElementId element) {
    return m_text.lines(caption, style::kCaption, width, element, BreakRule::NotAtHyphens);
}

Result<> BlockSetter::setBlock(const Rule&, const Frame& frame, FragmentSink& sink) {
    Fragment fragment;
    fragment.height = 0.75;
    fragment.before = fragment.after = style::kBlockSpace;
    fragment.decorations = frame.boxes;
    fragment.draw = [offset = frame.left, width = frame.width](Canvas& canvas, double left, double top) {
        canvas.rule(left + offset, left + offset + width, top - 0.375, 0.75, style::kHairline);
    };
    sink.add(std::move(fragment));
    return {};
}

Result<> BlockSetter::setBlock(const Spacer& spacer, const Frame& frame, FragmentSink& sink) {
    Fragment fragment;
    fragment.height = std::clamp(spacer.height, 0.0, style::kBodyHeight);
    fragment.decorations = frame.boxes;
    sink.add(std::move(fragment));
    return {};
}

Result<> BlockSetter::setBlock(const PageBreak&, const Frame& frame, FragmentSink& sink) {
    Fragment fragment;
    fragment.newPage = true;
    fragment.decorations = frame.boxes;
    sink.add(std::move(fragment));
    return {};
}

} // namespace exhibit::pdf
