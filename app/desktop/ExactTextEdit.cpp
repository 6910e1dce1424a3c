#include "desktop/ExactTextEdit.h"

#include "capture/Clipboard.h"
#include "desktop/PictureData.h"
#include "desktop/model/LongText.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <cmath>

namespace exhibit::desktop {

namespace {

constexpr qsizetype kMostShown = 50'000; // characters, 20 pages: more would be laid out too long

bool isTooLong(const QString& text) {
    return text.size() > kMostShown || !LongText(text).isPlain();
}

} // namespace

std::string exactText(const QPlainTextEdit& edit) {
    // toPlainText() would turn spaces that don't break into ordinary ones.
    QString text = edit.document()->toRawText();
    text.replace(QChar::ParagraphSeparator, QLatin1Char('\n')).replace(QChar::LineSeparator, QLatin1Char('\n'));
    return text.toStdString();
}

ExactTextEdit::ExactTextEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    // On a small screen it gives way to the words around it, which can't scroll: two lines are enough to read in.
    const double margins = 2 * (frameWidth() + document()->documentMargin());
    setMinimumHeight(2 * fontMetrics().lineSpacing() + static_cast<int>(std::ceil(margins)));
    connect(this, &QPlainTextEdit::textChanged, this, &ExactTextEdit::takeTyped);
}

void ExactTextEdit::setValue(DraftText value) {
    m_value = std::move(value);
    QString text = QString::fromStdString(m_value.text);
    m_isCut = text.size() > kMostShown;
    text.truncate(kMostShown);
    const LongText shown(std::move(text));
    m_setting = true;
    document()->setPlainText(shown.shown()); // the field's own takes much longer for a long text
    moveCursor(QTextCursor::Start);
    setTextInteractionFlags(m_isCut || !shown.isPlain() ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                                        : Qt::TextEditorInteraction);
    m_setting = false;
    emit valueChanged();
}

Result<> ExactTextEdit::takeClipboard() {
    EXHIBIT_ASSIGN(const capture::CopiedText copied, capture::copiedText(capture::QtClipboard(), "text"));
    setValue({copied.text, Origin::Clipboard, copied.sourceUrl, copied.isPage});
    return {};
}

bool ExactTextEdit::canInsertFromMimeData(const QMimeData* source) const {
    // Files that are dropped here are for the page, and their names are no prompt.
    return !holdsPictures(*source) && QPlainTextEdit::canInsertFromMimeData(source);
}

void ExactTextEdit::insertFromMimeData(const QMimeData* source) {
    if (holdsPictures(*source))
        return emit picturesPasted(source);
    const bool replacesAll = document()->isEmpty() || textCursor().selectedText().size() == toPlainText().size();
    const bool isClipboard = source == QGuiApplication::clipboard()->mimeData();
    if (replacesAll && isClipboard && takeClipboard())
        return;
    QString whole = QString::fromStdString(exactText(*this));
    const QTextCursor cursor = textCursor();
    whole.replace(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart(), source->text());
    if (isTooLong(whole))
        return setValue({whole.toStdString(), Origin::Typed, {}, false});
    QPlainTextEdit::insertFromMimeData(source);
}

void ExactTextEdit::takeTyped() {
    if (m_setting)
        return;
    m_value.text = exactText(*this);
    // What a machine read stays that when the person corrects it: only then does it have to be compared.
    if (m_value.origin != Origin::Ocr || m_value.text.empty())
        m_value.origin = Origin::Typed;
    emit valueChanged();
}

} // namespace exhibit::desktop
