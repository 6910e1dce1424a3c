#pragma once
// Fragments one below the other: what may not be torn apart is placed whole, pages are begun as needed.

#include "pdf/Canvas.h"

#include <functional>
#include <limits>
#include <memory>
#include <vector>

namespace exhibit::pdf {

/// A box behind a row of fragments; it goes on over pages.
struct Decoration {
    double left = 0, width = 0;
    int depth = 0; ///< nested boxes are drawn after the ones around them
    std::optional<Colour> fill;
    std::optional<Colour> leftRule;
    std::optional<Colour> outline;
    double pad = 0; ///< from the first fragment to the upper edge, and from the last one to the lower
};
using Decorations = std::vector<std::shared_ptr<const Decoration>>;

/// What is never torn apart: a line, a row, a picture.
struct Fragment {
    double height = 0;
    double before = 0, after = 0;       ///< the larger one of two neighbours' spaces counts
    double padBefore = 0, padAfter = 0; ///< counts in addition: the inside of boxes
    bool newPage = false;
    bool keepWithNext = false;
    Decorations decorations = {}; ///< the outer ones first
    /// Drawn above the fragment when a page begins with it: a table's header.
    std::shared_ptr<const Fragment> repeatedHead = nullptr;
    /// `left` is that of the whole flow; `top` the upper edge of the fragment.
    std::function<void(Canvas& canvas, double left, double top)> draw = {};
};

class FragmentSink {
public:
    virtual ~FragmentSink() = default;
    virtual void add(Fragment fragment) = 0;
    /// The height that is left on the page for what comes next with this space `before` it.
    [[nodiscard]] virtual double remaining(double before) const = 0;
};

/// Keeps them: for what is drawn as one piece.
class FragmentStack final : public FragmentSink {
public:
    void add(Fragment fragment) override { m_fragments.push_back(std::move(fragment)); }
    [[nodiscard]] double remaining(double) const override { return std::numeric_limits<double>::max(); }
    [[nodiscard]] double height() const;
    void draw(Canvas& canvas, double left, double top) const;
    /// Hands the fragments on, one below the other.
    void moveTo(FragmentSink& sink);

private:
    std::vector<Fragment> m_fragments;
};

/// Follows the boxes from fragment to fragment on one page.
class BoxTracker {
public:
    /// A fragment was placed between `top` and `bottom`.
    void place(Canvas& canvas, const Fragment& fragment, double left, double top, double bottom);
    /// Draws what is still open: at the end of a page.
    void close(Canvas& canvas);

private:
    struct Open {
        std::shared_ptr<const Decoration> decoration;
        double left = 0, top = 0, bottom = 0;
    };
    void closeFrom(Canvas& canvas, std::size_t first);

    std::vector<Open> m_open; ///< the outer ones first
};

/// Begins pages: the area in which fragments are placed.
class Flow final : public FragmentSink {
public:
    explicit Flow(Workshop& workshop) : m_workshop(workshop) {}

    void add(Fragment fragment) override;
    [[nodiscard]] double remaining(double before) const override;
    /// Places what waits and finishes the last page.
    void finish();

private:
    void placeWaiting();
    void place(const Fragment& fragment);
    void beginPage();
    void endPage();
    [[nodiscard]] double waitingHeight() const;

    Workshop& m_workshop;
    std::unique_ptr<Canvas> m_canvas;
    BoxTracker m_boxes;
    double m_bottom = 0;            ///< of the last fragment on the page
    std::optional<Fragment> m_last; ///< on this page, without its drawing
    std::vector<Fragment> m_waiting;
};

} // namespace exhibit::pdf
