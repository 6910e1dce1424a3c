#include "desktop/MarkedTextView.h"

#include "desktop/MarkPaint.h"
#include "desktop/Wording.h"

#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <algorithm>

namespace exhibit::desktop {

namespace {

constexpr double kMarginDiscs = 2.4; // width, in radiuses of a disc

bool isOnScreen(const QRect& line, const QWidget& viewport) {
    return line.bottom() >= 0 && line.top() <= viewport.height();
}

} // namespace

/// The strip beside the lines.
class MarkedTextView::Margin final : public QWidget {
public:
    explicit Margin(MarkedTextView& view) : QWidget(&view), m_view(view) {}

protected:
    void paintEvent(QPaintEvent*) override { m_view.paintMargin(); }

private:
    MarkedTextView& m_view;
};

MarkedTextView::MarkedTextView(const QString& name) : m_margin(new Margin(*this)) {
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(name);
    m_margin->setVisible(false);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, qOverload<>(&QWidget::update));
}

void MarkedTextView::setShown(const QString& text, const QString& absence) {
    m_marked = {};
    m_chosen.reset();
    setPlaceholderText(absence);
    m_text = LongText(text);
    // The field's own setPlainText() also gives every paragraph a format, which takes longer than all the rest.
    document()->setPlainText(m_text.shown());
    moveCursor(QTextCursor::Start);
    colour();
}

void MarkedTextView::setMarked(const MarkedText& text, PictureState state) {
    m_marked = text;
    m_state = state;
    const bool isCovered = state == PictureState::Covered && text.covered != text.text;
    const QString shown = Wording::block(isCovered ? text.covered : text.text);
    if (shown != m_text.text()) {
        const int at = verticalScrollBar()->value();
        m_text = LongText(shown);
        document()->setPlainText(m_text.shown());
        verticalScrollBar()->setValue(at);
    }
    if (isCovered)
        m_marked.places = m_marked.coveredPlaces;
    colour();
}

void MarkedTextView::choose(const std::optional<MarkupId>& id) {
    m_chosen = id;
    colour();
    for (const TextPlace& place : m_marked.places)
        if (id && place.id == *id) {
            QTextCursor cursor = textCursor();
            cursor.setPosition(m_text.shownAt(place.begin));
            setTextCursor(cursor);
            return ensureCursorVisible();
        }
}

void MarkedTextView::setProposals(std::vector<std::string> words, const std::string& chosen) {
    m_proposals = std::move(words);
    const bool isNew = chosen != m_chosenProposal && !chosen.empty();
    m_chosenProposal = chosen;
    colour();
    const auto places = isNew ? placesIn(shownBytes(), {}, chosen) : std::vector<TextPlace>();
    if (places.empty())
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(cursorOf(places.front()).selectionStart());
    setTextCursor(cursor);
    ensureCursorVisible();
}

const std::string& MarkedTextView::shownBytes() const {
    return m_state == PictureState::Covered ? m_marked.covered : m_marked.text;
}

void MarkedTextView::addProposals(QList<QTextEdit::ExtraSelection>& selections) const {
    for (const std::string& words : m_proposals)
        for (const TextPlace& place : placesIn(shownBytes(), {}, words)) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = cursorOf(place);
            selection.format.setUnderlineColor(kMarkColour);
            selection.format.setUnderlineStyle(QTextCharFormat::DotLine);
            if (words == m_chosenProposal) {
                selection.format.setBackground(palette().highlight());
                selection.format.setForeground(palette().highlightedText());
            }
            selections.append(selection);
        }
}

QTextCursor MarkedTextView::cursorOf(const TextPlace& place) const {
    QTextCursor cursor(document());
    const int last = std::max(0, document()->characterCount() - 1);
    cursor.setPosition(std::min(m_text.shownAt(place.begin), last));
    cursor.setPosition(std::min(m_text.shownAt(place.end), last), QTextCursor::KeepAnchor);
    return cursor;
}

void MarkedTextView::colour() {
    QList<QTextEdit::ExtraSelection> selections;
    bool hasMarks = false;
    for (const TextPlace& place : m_marked.places) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = cursorOf(place);
        const bool isMark = place.id.kind == MarkupKind::Mark;
        const bool isChosen = m_chosen && *m_chosen == place.id;
        QColor ground = isMark ? kMarkColour : palette().color(QPalette::Text);
        ground.setAlpha(isChosen ? 110 : 50);
        selection.format.setBackground(ground);
        selection.format.setUnderlineColor(isMark ? kMarkColour : palette().color(QPalette::Text));
        selection.format.setUnderlineStyle(isMark ? QTextCharFormat::SingleUnderline : QTextCharFormat::DashUnderline);
        selections.append(selection);
        hasMarks = hasMarks || isMark;
    }
    addProposals(selections);
    setExtraSelections(selections);
    const int width = hasMarks ? static_cast<int>(discRadius(font()) * kMarginDiscs) : 0;
    setViewportMargins(width, 0, 0, 0);
    m_margin->setVisible(hasMarks);
    placeMargin();
    m_margin->update();
}

void MarkedTextView::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void MarkedTextView::placeMargin() {
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), viewportMargins().left(), inside.height());
}

void MarkedTextView::paintMargin() {
    QPainter painter(m_margin);
    painter.fillRect(m_margin->rect(), palette().base());
    const double radius = discRadius(font());
    double lowest = -radius;
    for (const TextPlace& place : m_marked.places) {
        if (place.id.kind != MarkupKind::Mark)
            continue;
        QTextCursor cursor(document());
        cursor.setPosition(cursorOf(place).selectionStart());
        const QRect line = cursorRect(cursor);
        if (!isOnScreen(line, *viewport()))
            continue;
        // Several marks of one line stand one below the other.
        const double middle = std::max<double>(line.center().y(), lowest + 2 * radius);
        paintDisc(painter, {m_margin->width() / 2.0, middle}, font(), place.id.number);
        lowest = middle;
    }
}

void MarkedTextView::mouseReleaseEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection())
        return;
    const int at = m_text.placeOf(cursorForPosition(event->pos()).position());
    for (const TextPlace& place : m_marked.places)
        if (at >= place.begin && at < place.end)
            return emit chosen(place.id);
}

QMimeData* MarkedTextView::createMimeDataFromSelection() const {
    const int begin = m_text.placeOf(textCursor().selectionStart());
    auto* const copied = new QMimeData;
    copied->setText(m_text.text().mid(begin, m_text.placeOf(textCursor().selectionEnd()) - begin));
    return copied;
}

std::string MarkedTextView::chosenWords() const {
    const QTextCursor cursor = textCursor();
    if (!cursor.hasSelection() || (m_state == PictureState::Covered && m_marked.covered != m_marked.text))
        return {};
    return wordsAt(m_marked.text, m_text.placeOf(cursor.selectionStart()), m_text.placeOf(cursor.selectionEnd()));
}

QRect MarkedTextView::placeOf(const std::optional<MarkupId>& id) const {
    QTextCursor cursor = textCursor();
    for (const TextPlace& place : m_marked.places)
        if (id && place.id == *id) {
            cursor = cursorOf(place);
            break;
        }
    QTextCursor first(document());
    QTextCursor last(document());
    first.setPosition(cursor.selectionStart());
    last.setPosition(cursor.selectionEnd());
    const QRect place = cursorRect(first).united(cursorRect(last));
    return place.intersected(viewport()->rect()).translated(viewport()->pos());
}

} // namespace exhibit::desktop
