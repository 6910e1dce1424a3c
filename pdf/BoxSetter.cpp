// Panels and columns.

#include "pdf/BlockSetter.h"

#include <algorithm>

namespace exhibit::pdf {

void BoxSink::add(Fragment fragment) {
    if (m_isFirst) {
        fragment.before = m_before;
        fragment.padBefore += m_box->pad;
    }
    m_isFirst = false;
    if (m_held)
        m_next.add(std::move(*m_held));
    m_held = std::move(fragment);
}

void BoxSink::finish() {
    if (!m_held)
        return;
    m_held->after = style::kBlockSpace;
    m_held->padAfter += m_box->pad;
    m_held->keepWithNext = false;
    m_next.add(std::move(*m_held));
    m_held.reset();
}

Result<> BlockSetter::setBlock(const Panel& panel, const Frame& frame, FragmentSink& sink) {
    auto box = std::make_shared<Decoration>();
    box->left = frame.left;
    box->width = frame.width;
    box->depth = static_cast<int>(frame.boxes.size());
    box->pad = style::kBoxPad + 3;
    if (panel.outlineOnly)
        box->outline = style::kHairline;
    else
        box->fill = style::kTint;
    Frame inside = frame;
    inside.left += style::kBoxInset + 3;
    inside.width -= 2 * (style::kBoxInset + 3);
    inside.boxes.push_back(box);
    BoxSink boxSink(sink, box);
    EXHIBIT_TRY(set(panel.children, inside, boxSink));
    boxSink.finish();
    return {};
}

Result<> BlockSetter::setBlock(const Columns& columns, const Frame& frame, FragmentSink& sink) {
    constexpr double kGutter = 22;
    double weights = 0;
    for (const Columns::Column& column : columns.columns)
        weights += std::max(0.01, column.weight);
    const double free = frame.width - kGutter * (static_cast<double>(columns.columns.size()) - 1);
    const Standing before = standing(frame.parent);
    auto stacks = std::make_shared<std::vector<FragmentStack>>(columns.columns.size());
    double left = frame.left, height = 0;
    for (std::size_t i = 0; i < columns.columns.size(); ++i) {
        const Columns::Column& column = columns.columns[i];
        const Frame inside{left, free * std::max(0.01, column.weight) / weights, frame.parent, {}};
        EXHIBIT_TRY(set(column.blocks, inside, stacks->at(i)));
        height = std::max(height, stacks->at(i).height());
        left += inside.width + kGutter;
    }
    if (height > style::kBodyHeight) {
        takeBack(frame.parent, before);
        for (const Columns::Column& column : columns.columns)
            EXHIBIT_TRY(set(column.blocks, frame, sink));
        return {};
    }
    Fragment fragment;
    fragment.height = height;
    fragment.before = fragment.after = style::kParagraphSpace;
    fragment.decorations = frame.boxes;
    fragment.draw = [stacks](Canvas& canvas, double flowLeft, double top) {
        for (const FragmentStack& stack : *stacks)
            stack.draw(canvas, flowLeft, top);
    };
    sink.add(std::move(fragment));
    return {};
}

Result<> BlockSetter::setBlock(const Choice& choice, const Frame& frame, FragmentSink& sink) {
    for (std::size_t i = 0; i + 1 < choice.ways.size(); ++i) {
        const Standing before = standing(frame.parent);
        FragmentStack stack;
        EXHIBIT_TRY(set(choice.ways[i], frame, stack));
        if (stack.height() <= sink.remaining(style::kBlockSpace)) {
            stack.moveTo(sink);
            return {};
        }
        takeBack(frame.parent, before);
    }
    return choice.ways.empty() ? Result<>() : set(choice.ways.back(), frame, sink);
}

} // namespace exhibit::pdf
