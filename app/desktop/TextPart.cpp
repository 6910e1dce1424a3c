#include "desktop/TextPart.h"

#include "core/Text.h"
#include "desktop/DataPanel.h"
#include "desktop/DataSearch.h"
#include "desktop/MarkedTextView.h"
#include "desktop/MarkupLegend.h"
#include "desktop/MarkupPanel.h"
#include "desktop/MarkupTools.h"
#include "desktop/Page.h"
#include "desktop/Wording.h"

#include <QHideEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace exhibit::desktop {

namespace {

constexpr int kLegendLines = 5;

const ShownText* textWith(const ExhibitView& view, Role role) {
    const auto found =
        std::ranges::find_if(view.texts, [&](const ShownText& text) { return text.artifact.role == role; });
    return found == view.texts.end() ? nullptr : &*found;
}

void showText(const ShownText* text, const QString& absence, MarkedTextView& view, QLabel& origin) {
    view.setShown(text == nullptr ? QString() : Wording::block(text->text), absence);
    if (text == nullptr)
        return origin.setText({});
    QString line =
        TextPart::tr("%n character(s)", nullptr, static_cast<int>(QString::fromStdString(text->text).size())) +
        QStringLiteral(", ") + Wording::origin(text->artifact.origin);
    if (text->artifact.confirmed)
        line += text->artifact.origin == Origin::Ocr ? TextPart::tr(", compared with the picture")
                                                     : TextPart::tr(", compared with the screen");
    if (hasInvisible(text->text))
        line += TextPart::tr("; characters that can't be seen are shown as \\u{…}");
    if (text->cut)
        line += TextPart::tr("; only the beginning is shown");
    origin.setText(line);
}

} // namespace

TextPart::TextPart(MarkupEditor& editor, DataSearch& search) : m_editor(editor) {
    auto* const layout = new QVBoxLayout(this);
    auto* const tools = new MarkupTools(editor, MarkupTools::Over::Text);
    m_prompt = new MarkedTextView(tr("Prompt"));
    m_prompt->setObjectName(QStringLiteral("promptText"));
    m_response = new MarkedTextView(tr("Answer"));
    m_response->setObjectName(QStringLiteral("answerText"));
    m_promptOrigin = wrappedLabel();
    m_responseOrigin = wrappedLabel();
    m_legend = new MarkupLegend(editor);
    m_legend->setMaximumHeight(fontMetrics().height() * kLegendLines);
    m_data = new DataPanel(search);
    layout->addWidget(tools);
    layout->addWidget(m_data);
    auto* const row = new QHBoxLayout; // the tools take the width of a small screen
    row->addWidget(headingLabel(tr("Prompt")), 1);
    row->addWidget(searchButton(search));
    layout->addLayout(row);
    layout->addWidget(m_prompt, 1);
    layout->addWidget(m_promptOrigin);
    layout->addWidget(headingLabel(tr("Answer")));
    layout->addWidget(m_response, 3);
    layout->addWidget(m_responseOrigin);
    layout->addWidget(m_legend);
    m_panel = new MarkupPanel(this);
    connect(tools, &MarkupTools::markRequested, this, &TextPart::askForMark);
    connect(tools, &MarkupTools::coverRequested, this, &TextPart::askForCover);
    connect(tools, &MarkupTools::coverWordsRequested, this, [this] {
        MarkupDraft draft;
        draft.id.kind = MarkupKind::Redaction;
        ask(draft, *m_prompt);
    });
    for (const auto signal : {&DataSearch::changed, &DataSearch::chosenChanged})
        connect(&search, signal, this, [this, &search] { showProposals(search); });
    connect(m_legend, &MarkupLegend::changeRequested, this, &TextPart::changeRequested);
    connect(m_panel, &MarkupPanel::accepted, &m_editor, &MarkupEditor::save);
    connect(m_panel, &MarkupPanel::focusLeft, this, [this] {
        if (isVisible())
            m_asked->setFocus();
    });
    connect(m_panel, &MarkupPanel::leftUnfinished, &m_editor, &MarkupEditor::leave);
    connect(m_panel, &MarkupPanel::removeRequested, &m_editor, &MarkupEditor::remove);
    connect(&m_editor, &MarkupEditor::aboutToStep, m_panel, &MarkupPanel::finishIfComplete);
    connectEditor();
}

void TextPart::connectEditor() {
    for (MarkedTextView* const one : {m_prompt, m_response})
        connect(one, &MarkedTextView::chosen, &m_editor, &MarkupEditor::choose);
    connect(&m_editor, &MarkupEditor::changed, this, &TextPart::showMarkings);
    connect(&m_editor, &MarkupEditor::stateChanged, this, &TextPart::showMarkings);
    connect(&m_editor, &MarkupEditor::chosenChanged, this, &TextPart::showChosen);
}

void TextPart::hideEvent(QHideEvent* event) {
    if (!event->spontaneous())
        m_panel->finishIfComplete();
    QWidget::hideEvent(event);
}

void TextPart::show(const ExhibitView& view) {
    m_exhibit = view.exhibit.number;
    showText(textWith(view, Role::Prompt), tr("This exhibit has no prompt."), *m_prompt, *m_promptOrigin);
    showText(textWith(view, Role::Response), tr("This exhibit has no text of the answer."), *m_response,
             *m_responseOrigin);
    showMarkings();
}

void TextPart::showMarkings() {
    if (m_editor.markings().exhibit != m_exhibit)
        return;
    for (const Role role : {Role::Prompt, Role::Response})
        for (const MarkedText& text : m_editor.markings().texts)
            if (text.role == role) {
                view(role).setMarked(text, m_editor.state());
                break;
            }
    showChosen();
}

void TextPart::showChosen() {
    m_prompt->choose(m_editor.chosen());
    m_response->choose(m_editor.chosen());
}

void TextPart::showProposals(const DataSearch& search) {
    const Proposal* const chosen = search.chosen();
    for (const Role role : {Role::Prompt, Role::Response}) {
        std::vector<std::string> words;
        for (const Proposal& proposal : search.proposals())
            if (!proposal.mark.region && proposal.mark.on == role)
                words.push_back(proposal.mark.text);
        const bool isHere = chosen != nullptr && !chosen->mark.region && chosen->mark.on == role;
        view(role).setProposals(std::move(words), isHere ? chosen->mark.text : std::string());
    }
}

void TextPart::focusProposals() {
    m_data->focusList();
}

std::optional<Role> TextPart::chosenRole() const {
    if (!m_prompt->chosenWords().empty())
        return Role::Prompt;
    return m_response->chosenWords().empty() ? std::nullopt : std::optional(Role::Response);
}

void TextPart::askForMark() {
    const auto role = chosenRole();
    if (!role)
        return emit failed(m_editor.state() == PictureState::Covered && !m_editor.markings().redactions.empty()
                               ? tr("First press “Before” and choose words in the prompt or the answer, with the mouse "
                                    "or with Shift and the arrow keys.")
                               : tr("First choose words in the prompt or the answer, with the mouse or with Shift and "
                                    "the arrow keys."));
    MarkupDraft draft;
    draft.mark.on = *role;
    draft.mark.text = view(*role).chosenWords();
    ask(draft, view(*role));
}

void TextPart::askForCover() {
    MarkupDraft draft;
    draft.id.kind = MarkupKind::Redaction;
    const auto role = chosenRole();
    if (role) {
        draft.redaction.on = *role;
        draft.redaction.text = view(*role).chosenWords();
    }
    ask(draft, view(role.value_or(Role::Prompt)));
}

void TextPart::ask(const MarkupDraft& draft, MarkedTextView& view) {
    m_panel->finish();
    m_asked = &view;
    const std::optional<MarkupId> id = draft.id.number > 0 ? std::optional(draft.id) : std::nullopt;
    m_panel->ask(draft, view.placeOf(id).translated(view.mapTo(this, QPoint(0, 0))));
}

void TextPart::change(const MarkupId& id) {
    m_panel->finish();
    const auto draft = m_editor.draftOf(id);
    if (!draft)
        return;
    m_editor.choose(id);
    const Role role = id.kind == MarkupKind::Mark ? draft->mark.on : draft->redaction.on.value_or(Role::Response);
    ask(*draft, view(role));
}

} // namespace exhibit::desktop
