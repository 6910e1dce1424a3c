#pragma once
// Prompt and answer of an exhibit, with what is marked and covered in them.

#include "desktop/MarkupEditor.h"

#include <QWidget>

class QLabel;

namespace exhibit::desktop {

class DataPanel;
class DataSearch;
class MarkedTextView;
class MarkupLegend;
class MarkupPanel;

class TextPart final : public QWidget {
    Q_OBJECT

public:
    TextPart(MarkupEditor& editor, DataSearch& search);
    void show(const ExhibitView& view);
    [[nodiscard]] MarkupPanel& panel() { return *m_panel; }
    /// Asks about a mark or cover, and shows where it is.
    void change(const MarkupId& id);
    void focusProposals();

protected:
    void hideEvent(QHideEvent* event) override;

signals:
    void changeRequested(const exhibit::desktop::MarkupId& id);
    void failed(const QString& text);

private:
    void connectEditor();
    void showMarkings();
    void showChosen();
    void showProposals(const DataSearch& search);
    [[nodiscard]] MarkedTextView& view(Role role) { return role == Role::Prompt ? *m_prompt : *m_response; }
    /// The text that words are chosen in.
    [[nodiscard]] std::optional<Role> chosenRole() const;
    void askForMark();
    void askForCover();
    void ask(const MarkupDraft& draft, MarkedTextView& view);

    MarkupEditor& m_editor;
    int m_exhibit = 0;
    MarkedTextView *m_prompt, *m_response;
    QLabel *m_promptOrigin, *m_responseOrigin;
    MarkupLegend* m_legend;
    MarkupPanel* m_panel;
    DataPanel* m_data;
    MarkedTextView* m_asked = nullptr; ///< whose words the panel is about
};

} // namespace exhibit::desktop
