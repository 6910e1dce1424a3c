#include "desktop/model/LongText.h"

#include <algorithm>

namespace exhibit::desktop {

namespace {

/// Characters of a paragraph that is still laid out in a few milliseconds, even in scripts that take longest.
constexpr qsizetype kLongest = 4000;
constexpr qsizetype kPiece = 1000;
/// How far before the end of a piece a space is looked for, and after which a character with its marks ends anyway.
constexpr qsizetype kLookBack = 300;
constexpr qsizetype kMostMarks = 40;

/// A place where a character begins that doesn't belong to the one before it.
bool isBetween(QStringView text, qsizetype at) {
    constexpr char16_t kJoiner = 0x200d;
    const QChar next = text[at];
    return !next.isLowSurrogate() && !next.isMark() && next != kJoiner && text[at - 1] != kJoiner;
}

/// The end of the piece that begins at `begin`: behind a space if there is one near.
qsizetype pieceEnd(QStringView text, qsizetype begin, qsizetype end) {
    const qsizetype most = begin + kPiece;
    if (end - begin <= kLongest)
        return end;
    for (qsizetype at = most; at > most - kLookBack; --at)
        if (text[at - 1].isSpace() && isBetween(text, at))
            return at;
    for (qsizetype at = most; at > most - kMostMarks; --at)
        if (isBetween(text, at))
            return at;
    return most;
}

} // namespace

LongText::LongText(QString text) : m_text(std::move(text)) {
    m_shown.reserve(m_text.size() + m_text.size() / kPiece);
    for (qsizetype begin = 0; begin <= m_text.size();) {
        const qsizetype lineEnd = m_text.indexOf(QLatin1Char('\n'), begin);
        const qsizetype end = lineEnd < 0 ? m_text.size() : lineEnd;
        addParagraph(begin, end);
        if (lineEnd >= 0)
            m_shown += QLatin1Char('\n');
        begin = end + 1;
    }
}

void LongText::addParagraph(qsizetype begin, qsizetype end) {
    for (qsizetype at = begin; at < end;) {
        const qsizetype next = pieceEnd(m_text, at, end);
        m_shown += QStringView(m_text).mid(at, next - at);
        at = next;
        if (at == end)
            break;
        m_shown += QLatin1Char('\n');
        m_ends.push_back(static_cast<int>(at));
    }
}

int LongText::shownAt(int place) const {
    return place + static_cast<int>(std::upper_bound(m_ends.begin(), m_ends.end(), place) - m_ends.begin());
}

int LongText::placeOf(int shown) const {
    int before = 0;
    for (const int end : m_ends) {
        if (shown <= end + before)
            break;
        ++before;
    }
    return shown - before;
}

} // namespace exhibit::desktop
