#include "pdf/Flow.h"

#include "pdf/Style.h"

#include <algorithm>

namespace exhibit::pdf {
namespace {

double gapBetween(const Fragment* above, const Fragment& fragment) {
    if (above == nullptr)
        return 0;
    return std::max(above->after, fragment.before) + above->padAfter + fragment.padBefore;
}

} // namespace

double FragmentStack::height() const {
    double height = 0;
    const Fragment* above = nullptr;
    for (const Fragment& fragment : m_fragments) {
        height += (above == nullptr ? fragment.padBefore : gapBetween(above, fragment)) + fragment.height;
        above = &fragment;
    }
    return above == nullptr ? 0 : height + above->padAfter;
}

void FragmentStack::moveTo(FragmentSink& sink) {
    for (Fragment& fragment : m_fragments)
        sink.add(std::move(fragment));
    m_fragments.clear();
}

void FragmentStack::draw(Canvas& canvas, double left, double top) const {
    BoxTracker boxes;
    const Fragment* above = nullptr;
    for (const Fragment& fragment : m_fragments) {
        top -= above == nullptr ? fragment.padBefore : gapBetween(above, fragment);
        if (fragment.draw)
            fragment.draw(canvas, left, top);
        boxes.place(canvas, fragment, left, top, top - fragment.height);
        top -= fragment.height;
        above = &fragment;
    }
    boxes.close(canvas);
}

void BoxTracker::place(Canvas& canvas, const Fragment& fragment, double left, double top, double bottom) {
    std::size_t same = 0; // boxes that go on
    while (same < m_open.size() && same < fragment.decorations.size() &&
           m_open[same].decoration == fragment.decorations[same])
        ++same;
    closeFrom(canvas, same);
    double edge = top;
    const std::size_t count = fragment.decorations.size();
    for (std::size_t i = same; i < count; ++i)
        m_open.push_back({fragment.decorations[i], left, 0, 0});
    for (std::size_t i = count; i-- > same;) { // from the inside out
        edge += m_open[i].decoration->pad;
        m_open[i].top = edge;
    }
    for (Open& open : m_open)
        open.bottom = bottom;
}

void BoxTracker::closeFrom(Canvas& canvas, std::size_t first) {
    double pad = 0;
    while (m_open.size() > first) {
        const Open open = m_open.back();
        m_open.pop_back();
        const Decoration& box = *open.decoration;
        pad += box.pad;
        const double left = open.left + box.left;
        canvas.addBackground(
            {box.depth, {left, open.bottom - pad, left + box.width, open.top}, box.fill, box.leftRule, box.outline});
    }
}

void BoxTracker::close(Canvas& canvas) {
    closeFrom(canvas, 0);
}

double Flow::waitingHeight() const {
    double height = 0;
    const Fragment* above = m_last ? &*m_last : nullptr;
    for (const Fragment& fragment : m_waiting) {
        height += gapBetween(above, fragment) + fragment.height;
        above = &fragment;
    }
    return height;
}

double Flow::remaining(double before) const {
    const double free = m_canvas == nullptr ? style::kBodyHeight : m_bottom - style::kBodyBottom;
    const Fragment* above = !m_waiting.empty() ? &m_waiting.back() : m_last ? &*m_last : nullptr;
    Fragment next;
    next.before = before;
    const double left = free - waitingHeight() - gapBetween(above, next);
    return left > 0 ? left : style::kBodyHeight;
}

void Flow::add(Fragment fragment) {
    if (m_workshop.error)
        return;
    if (fragment.newPage) {
        placeWaiting();
        endPage();
    }
    if (!fragment.draw && fragment.height <= 0)
        return; // a mere page break
    const bool waits = fragment.keepWithNext;
    m_waiting.push_back(std::move(fragment));
    if (!waits)
        placeWaiting();
}

/// Together if they fit on a page, one by one otherwise.
void Flow::placeWaiting() {
    std::vector<Fragment> group;
    group.swap(m_waiting);
    if (group.empty())
        return;
    double height = 0;
    const Fragment* above = m_last ? &*m_last : nullptr;
    for (const Fragment& fragment : group) {
        height += gapBetween(above, fragment) + fragment.height;
        above = &fragment;
    }
    const bool fits = m_canvas == nullptr || height <= m_bottom - style::kBodyBottom;
    if (!fits && height - gapBetween(m_last ? &*m_last : nullptr, group.front()) <= style::kBodyHeight)
        endPage();
    for (const Fragment& fragment : group)
        place(fragment);
}

void Flow::place(const Fragment& fragment) {
    if (m_canvas != nullptr) {
        const double needed = gapBetween(m_last ? &*m_last : nullptr, fragment) + fragment.height;
        if (m_last && needed > m_bottom - style::kBodyBottom)
            endPage();
    }
    if (m_canvas == nullptr) {
        beginPage();
        if (fragment.repeatedHead != nullptr)
            place(*fragment.repeatedHead);
    }
    if (m_workshop.error)
        return;
    const double top = m_bottom - gapBetween(m_last ? &*m_last : nullptr, fragment);
    if (fragment.draw)
        fragment.draw(*m_canvas, style::kLeft, top);
    m_boxes.place(*m_canvas, fragment, style::kLeft, top, top - fragment.height);
    m_bottom = top - fragment.height;
    m_last = fragment;
    m_last->draw = {};
    m_last->repeatedHead = nullptr;
}

void Flow::beginPage() {
    const auto page = m_workshop.writer.addPage(style::kPageWidth, style::kPageHeight);
    if (!page) {
        m_workshop.error = page.error();
        return;
    }
    m_workshop.links.emplace_back();
    m_canvas = std::make_unique<Canvas>(m_workshop, *page);
    m_bottom = style::kBodyTop;
    m_last.reset();
}

void Flow::endPage() {
    if (m_canvas == nullptr)
        return;
    m_boxes.close(*m_canvas);
    m_canvas->finish();
    m_canvas.reset();
    m_last.reset();
}

void Flow::finish() {
    if (!m_waiting.empty())
        placeWaiting();
    endPage();
}

} // namespace exhibit::pdf
