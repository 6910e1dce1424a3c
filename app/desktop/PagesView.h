#pragma once
// The pages of a PDF, one below the other: the real ones, drawn beside the window's thread as they come into sight.

#include "desktop/model/Work.h"
#include "preview/PageRenderer.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>
#include <QTimer>

namespace exhibit::desktop {

/// Keys: + and - zoom, 0 fits the width, the arrows, Page Up/Down, Home and End move. Ctrl and the wheel zoom.
class PagesView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit PagesView(QWidget* parent = nullptr);
    ~PagesView() override;
    /// Shows it from where the view is, so that a page can be compared with what it was before.
    void setPages(std::shared_ptr<const preview::PageRenderer> pages);
    /// Shows a sentence in place of pages.
    void clear(const QString& sentence);
    [[nodiscard]] int pageCount() const;
    /// From 1: the one that takes most of the view.
    [[nodiscard]] int currentPage() const;
    /// Whether everything in sight is drawn.
    [[nodiscard]] bool isDrawn() const;

signals:
    void pageChanged(int page, int count);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct Drawn {
        QImage image; ///< null if it can't be drawn
        int dpi = 0;
    };
    [[nodiscard]] double scale() const; ///< logical pixels a point
    [[nodiscard]] int dpi() const;
    [[nodiscard]] QRectF pageRect(int index) const; ///< in the viewport
    [[nodiscard]] std::pair<int, int> visible() const;
    void layOut();
    void zoomTo(double zoom);
    void settle();
    void drawNext();
    void take(int index, int dpi, const Result<preview::PagePixels>& pixels);

    std::shared_ptr<const preview::PageRenderer> m_pages;
    QString m_sentence;
    std::vector<double> m_tops; ///< of the pages, and the end of the last, in points
    QHash<int, Drawn> m_drawn;
    double m_zoom = 1; ///< 1 fits the width
    int m_reported = 0;
    QTimer m_settle;
    Work m_work;
};

} // namespace exhibit::desktop
