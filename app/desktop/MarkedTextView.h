#pragma once
// A text of an exhibit to read, with what is marked and covered in it.

#include "desktop/model/LongText.h"
#include "desktop/model/Markings.h"

#include <QPlainTextEdit>

namespace exhibit::desktop {

/// Marked words have a coloured ground, and the numbers of their marks in the margin beside their lines.
class MarkedTextView final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit MarkedTextView(const QString& name);
    /// As it is shown until its marks are known; `absence` stands for no text.
    void setShown(const QString& text, const QString& absence);
    void setMarked(const MarkedText& text, PictureState state);
    void choose(const std::optional<MarkupId>& id);
    /// Words that may become marks; the chosen ones stand out.
    void setProposals(std::vector<std::string> words, const std::string& chosen);
    /// The words that are chosen, as the exhibit has them; empty if none are, or if the text is shown covered.
    [[nodiscard]] std::string chosenWords() const;
    /// Where a mark or cover first stands, or else the selection: in this widget's coordinates.
    [[nodiscard]] QRect placeOf(const std::optional<MarkupId>& id) const;

signals:
    void chosen(const exhibit::desktop::MarkupId& id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;

private:
    void paintMargin();
    void colour();
    void addProposals(QList<QTextEdit::ExtraSelection>& selections) const;
    [[nodiscard]] const std::string& shownBytes() const;
    void placeMargin();
    [[nodiscard]] QTextCursor cursorOf(const TextPlace& place) const;

    LongText m_text;
    MarkedText m_marked;
    PictureState m_state = PictureState::Covered;
    std::optional<MarkupId> m_chosen;
    std::vector<std::string> m_proposals;
    std::string m_chosenProposal;
    class Margin;
    Margin* m_margin;
};

} // namespace exhibit::desktop
