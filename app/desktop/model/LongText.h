#pragma once
// A text as a field can show it without a pause. Qt lays out a paragraph as a whole, in a time that grows with its
// length, and again whenever the field changes its width: a long one is shown as several, with line ends that aren't in
// the text.

#include <QString>
#include <vector>

namespace exhibit::desktop {

class LongText {
public:
    LongText() = default;
    explicit LongText(QString text);

    [[nodiscard]] const QString& text() const { return m_text; }
    /// With a line end after each piece of a long paragraph.
    [[nodiscard]] const QString& shown() const { return m_shown; }
    /// It is shown as it is.
    [[nodiscard]] bool isPlain() const { return m_ends.empty(); }
    /// Where a place of the text is in what is shown.
    [[nodiscard]] int shownAt(int place) const;
    /// The other way round.
    [[nodiscard]] int placeOf(int shown) const;

private:
    void addParagraph(qsizetype begin, qsizetype end);

    QString m_text;
    QString m_shown;
    std::vector<int> m_ends; ///< places in the text before which a line end was put in
};

} // namespace exhibit::desktop
