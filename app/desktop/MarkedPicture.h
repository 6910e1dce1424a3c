#pragma once
// A picture on which rectangles are drawn: what is marked, and what is covered.

#include "desktop/PictureView.h"
#include "desktop/model/Markings.h"

#include <QTimer>

namespace exhibit::desktop {

/// A rectangle of the picture that is shown, in its pixels.
struct ShownMarkup {
    MarkupId id;
    QRect rect;
};

/// With the tool Look, dragging moves the picture and a click chooses what is under it; with the others dragging draws
/// a rectangle, and the middle button or the space bar moves the picture. What is chosen has grips; the arrows move it,
/// with Shift they resize it, with Ctrl by ten steps. Insert makes a rectangle without the mouse, Return changes what
/// is chosen, Delete takes it away, Escape lets go of it.
class MarkedPicture final : public PictureView {
    Q_OBJECT

public:
    enum class Tool { Look, Mark, Cover };

    MarkedPicture();
    void setTool(Tool tool);
    [[nodiscard]] Tool tool() const { return m_tool; }
    /// `chosen` gets grips, unless something was drawn that isn't saved yet.
    void setMarkups(std::vector<ShownMarkup> markups, const std::optional<MarkupId>& chosen);
    /// What is chosen has another number now.
    void renumber(const MarkupId& id);
    /// What may become marks; the chosen one stands out.
    void setProposals(std::vector<QRect> proposals, const std::optional<QRect>& chosen);
    /// Whether covers hide what is under them.
    void setState(PictureState state);
    /// Nothing is chosen if there is no such rectangle here.
    void choose(const std::optional<MarkupId>& id);
    /// What has grips: chosen, or drawn and not saved yet (number 0).
    [[nodiscard]] const std::optional<ShownMarkup>& active() const { return m_active; }

signals:
    /// A new rectangle: active() until something else is.
    void drawn();
    void chosen(const std::optional<exhibit::desktop::MarkupId>& id);
    /// active() has another shape.
    void reshaped();
    void changeRequested();
    void removeRequested();

protected:
    void paintOver(QPainter& painter) override;
    [[nodiscard]] Qt::CursorShape idleCursor() const override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    /// Which edges of active() a drag takes along: -1 left or upper, 1 right or lower, 0 neither. Both 0: all of it.
    struct Grip {
        int x = 0;
        int y = 0;
    };
    [[nodiscard]] std::optional<Grip> gripAt(QPointF at) const;
    [[nodiscard]] const ShownMarkup* markupAt(QPointF at) const;
    [[nodiscard]] QRect bounds() const { return {QPoint(0, 0), pictureSize()}; }
    void press(QPointF at);
    void drag(QPointF at);
    void dragGrip(QPoint by);
    void followPointer(QPoint at);
    void release(QPointF at);
    void drawNew(const QRect& rect);
    void insert();
    bool moveByKey(QKeyEvent& event);
    void settle();
    void activate(const std::optional<ShownMarkup>& markup);
    void paintProposals(QPainter& painter) const;
    void paintMark(QPainter& painter, const ShownMarkup& markup) const;
    void paintCover(QPainter& painter, const ShownMarkup& markup) const;
    void paintGrips(QPainter& painter, const QRectF& rect) const;

    Tool m_tool = Tool::Look;
    PictureState m_state = PictureState::Covered;
    std::vector<ShownMarkup> m_markups;
    std::vector<QRect> m_proposals;
    std::optional<QRect> m_chosenProposal;
    std::optional<ShownMarkup> m_active;
    std::optional<Grip> m_grip;      ///< while active() is dragged
    std::optional<QPointF> m_corner; ///< of the picture, where a new rectangle begins
    QRect m_before;                  ///< active() before the drag
    QPointF m_pressed;               ///< of the viewport
    QPointF m_grabbed;               ///< the same of the picture, which moves along with a drag
    bool m_spaceHeld = false;
    QTimer m_settling; ///< keys change a shape in many steps, which are one change
};

} // namespace exhibit::desktop
