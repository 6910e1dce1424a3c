#include "desktop/PagesView.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

namespace exhibit::desktop {

namespace {

constexpr double kGap = 10; // points, around a page
constexpr double kPointsPerInch = 72;
constexpr double kZoomStep = 1.25;
constexpr double kLargestZoom = 5;
constexpr int kSettleAfter = 60;   // ms without a movement
constexpr int kPagesKept = 8;      // before and behind those in sight
constexpr int kAngleOfNotch = 120; // QWheelEvent::angleDelta

QImage imageOf(const preview::PagePixels& pixels) {
    const auto width = static_cast<int>(pixels.width);
    const QImage view(reinterpret_cast<const uchar*>(pixels.samples.data()), width, static_cast<int>(pixels.height),
                      3 * width, QImage::Format_RGB888);
    return view.convertToFormat(QImage::Format_RGB32);
}

} // namespace

PagesView::PagesView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pages of the dossier"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setMinimumSize(fontMetrics().height() * 10, fontMetrics().height() * 8);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleAfter);
    connect(&m_settle, &QTimer::timeout, this, &PagesView::drawNext);
}

PagesView::~PagesView() {
    m_work.finish();
}

void PagesView::setPages(std::shared_ptr<const preview::PageRenderer> pages) {
    m_work.drop();
    m_pages = std::move(pages);
    m_sentence.clear();
    m_drawn.clear();
    m_tops.assign(1, 0);
    for (const preview::PageSize& page : m_pages->pages())
        m_tops.push_back(m_tops.back() + page.height + kGap);
    m_reported = 0;
    layOut();
}

void PagesView::clear(const QString& sentence) {
    m_work.drop();
    m_pages.reset();
    m_sentence = sentence;
    setAccessibleDescription(sentence);
    m_drawn.clear();
    viewport()->update();
}

int PagesView::pageCount() const {
    return m_pages ? static_cast<int>(m_pages->pages().size()) : 0;
}

double PagesView::scale() const {
    double widest = 1;
    for (const preview::PageSize& page : m_pages->pages())
        widest = std::max(widest, page.width);
    return m_zoom * viewport()->width() / (widest + 2 * kGap);
}

int PagesView::dpi() const {
    const double wanted = scale() * devicePixelRatioF() * kPointsPerInch;
    return std::clamp(static_cast<int>(std::lround(wanted)), preview::kSmallestDpi, preview::kLargestDpi / 2);
}

QRectF PagesView::pageRect(int index) const {
    const preview::PageSize& page = m_pages->pages()[static_cast<std::size_t>(index)];
    const double perPoint = scale();
    const double width = page.width * perPoint;
    const double x = std::max((viewport()->width() - width) / 2, kGap * perPoint - horizontalScrollBar()->value());
    const double y = (m_tops[static_cast<std::size_t>(index)] + kGap) * perPoint - verticalScrollBar()->value();
    return {x, y, width, page.height * perPoint};
}

/// First and last page in sight.
std::pair<int, int> PagesView::visible() const {
    const double top = verticalScrollBar()->value() / scale();
    const double bottom = top + viewport()->height() / scale();
    const auto at = [&](double y) {
        const auto next = std::upper_bound(m_tops.begin(), m_tops.end(), y);
        return std::clamp(static_cast<int>(next - m_tops.begin()) - 1, 0, pageCount() - 1);
    };
    return {at(top), at(bottom)};
}

int PagesView::currentPage() const {
    if (pageCount() == 0)
        return 0;
    const auto [first, last] = visible();
    const QRectF room = viewport()->rect();
    int best = first;
    for (int index = first; index <= last; ++index)
        if (pageRect(index).intersected(room).height() > pageRect(best).intersected(room).height())
            best = index;
    return best + 1;
}

bool PagesView::isDrawn() const {
    if (pageCount() == 0)
        return false;
    const auto [first, last] = visible();
    for (int index = first; index <= last; ++index)
        if (m_drawn.value(index).dpi != dpi())
            return false;
    return true;
}

void PagesView::layOut() {
    if (!m_pages)
        return;
    const double perPoint = scale();
    const int height = static_cast<int>(std::ceil((m_tops.back() + kGap) * perPoint));
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(static_cast<int>(20 * perPoint));
    const int width = static_cast<int>(std::ceil(m_zoom * viewport()->width()));
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    settle();
}

/// After a movement: says where it is, and draws what came into sight as soon as there is no further one.
void PagesView::settle() {
    viewport()->update();
    m_settle.start();
    const int page = currentPage();
    if (page == m_reported)
        return;
    m_reported = page;
    setAccessibleDescription(tr("Page %1 of %2").arg(page).arg(pageCount()));
    emit pageChanged(page, pageCount());
}

void PagesView::zoomTo(double zoom) {
    if (!m_pages)
        return;
    const double top = verticalScrollBar()->value() / scale();
    m_zoom = std::clamp(zoom, 1.0, kLargestZoom);
    layOut();
    verticalScrollBar()->setValue(static_cast<int>(std::lround(top * scale())));
}

/// One page at a time, so that what has left the view meanwhile isn't drawn.
void PagesView::drawNext() {
    if (!m_pages || m_work.isBusy())
        return;
    const auto [first, last] = visible();
    m_drawn.removeIf([first = first, last = last](const auto& page) {
        return page.key() < first - kPagesKept || page.key() > last + kPagesKept;
    });
    const int wanted = dpi();
    for (int index = first; index <= std::min(last + 1, pageCount() - 1); ++index) {
        if (m_drawn.value(index).dpi == wanted)
            continue;
        m_work.start([pages = m_pages, index,
                      wanted](const Progress&) { return pages->pixels(static_cast<std::size_t>(index) + 1, wanted); },
                     [this, index, wanted](const Result<preview::PagePixels>& pixels) { take(index, wanted, pixels); });
        return;
    }
}

void PagesView::take(int index, int dpi, const Result<preview::PagePixels>& pixels) {
    m_drawn[index] = {pixels ? imageOf(*pixels) : QImage(), dpi};
    viewport()->update();
    m_settle.start();
}

void PagesView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(viewport()->rect(), palette().brush(QPalette::Mid));
    if (!m_pages) {
        painter.fillRect(viewport()->rect(), palette().brush(QPalette::Base));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(viewport()->rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap, m_sentence);
        return;
    }
    const auto [first, last] = visible();
    for (int index = first; index <= last; ++index) {
        const QRectF rect = pageRect(index);
        const Drawn drawn = m_drawn.value(index);
        painter.fillRect(rect, Qt::white);
        if (!drawn.image.isNull()) {
            painter.drawImage(rect, drawn.image);
            continue;
        }
        painter.setPen(Qt::black);
        painter.drawText(rect, Qt::AlignCenter | Qt::TextWordWrap,
                         drawn.dpi == 0 ? tr("Page %1").arg(index + 1)
                                        : tr("Page %1 can't be drawn here; it is in the dossier.").arg(index + 1));
    }
}

void PagesView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    const double place = m_tops.empty() || verticalScrollBar()->maximum() == 0
                             ? 0
                             : static_cast<double>(verticalScrollBar()->value()) / verticalScrollBar()->maximum();
    layOut();
    verticalScrollBar()->setValue(static_cast<int>(std::lround(place * verticalScrollBar()->maximum())));
}

void PagesView::scrollContentsBy(int, int) {
    if (m_pages)
        settle();
}

void PagesView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Plus:
        return zoomTo(m_zoom * kZoomStep);
    case Qt::Key_Minus:
        return zoomTo(m_zoom / kZoomStep);
    case Qt::Key_0:
        return zoomTo(1);
    case Qt::Key_Home:
        return verticalScrollBar()->setValue(0);
    case Qt::Key_End:
        return verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PagesView::wheelEvent(QWheelEvent* event) {
    if ((event->modifiers() & Qt::ControlModifier) == 0)
        return QAbstractScrollArea::wheelEvent(event);
    zoomTo(m_zoom * std::pow(kZoomStep, static_cast<double>(event->angleDelta().y()) / kAngleOfNotch));
}

} // namespace exhibit::desktop
