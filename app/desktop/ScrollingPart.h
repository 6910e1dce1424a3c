#pragma once
// What keeps its place on a small screen.

#include <QScrollArea>

class QSplitter;

namespace exhibit::desktop {

/// Scrolls what doesn't fit, so that what is below stays in sight. It isn't a stop of its own for the Tab key, but
/// follows the focus of what is in it.
class ScrollingPart : public QScrollArea {
public:
    explicit ScrollingPart(QWidget* content);
};

/// Parts side by side; one below the other where there isn't room for that.
class FoldingParts final : public ScrollingPart {
public:
    /// The window keeps under this name how the person divides them.
    explicit FoldingParts(const QString& name);
    [[nodiscard]] QSplitter& parts() { return *m_parts; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit FoldingParts(QSplitter* parts);
    void fold();

    QSplitter* m_parts;
};

} // namespace exhibit::desktop
