#include "desktop/ExhibitPane.h"

#include "desktop/DataSearch.h"
#include "desktop/ExhibitFacts.h"
#include "desktop/MarkupEditor.h"
#include "desktop/MarkupPanel.h"
#include "desktop/NotesPart.h"
#include "desktop/PicturePart.h"
#include "desktop/TextPart.h"

#include <QShortcut>
#include <QTextBrowser>

namespace exhibit::desktop {

ExhibitPane::ExhibitPane(const Desk& desk) : m_desk(desk), m_editor(new MarkupEditor(desk)) {
    m_editor->setParent(this);
    m_search = new DataSearch(*m_editor);
    m_search->setParent(this);
    m_pictures = new PicturePart(*m_editor, *m_search);
    m_texts = new TextPart(*m_editor, *m_search);
    addTab(m_pictures, tr("&Picture"));
    addTab(m_texts, tr("Prompt and a&nswer"));
    m_notes = new NotesPart(desk);
    addTab(m_notes, tr("No&tes"));
    m_facts = new QTextBrowser;
    m_facts->setAccessibleName(tr("Facts"));
    addTab(m_facts, tr("&Facts"));
    m_history = new QTextBrowser;
    m_history->setAccessibleName(tr("History"));
    addTab(m_history, tr("Hi&story"));
    for (const auto& [keys, action] :
         {std::pair(QKeySequence::Undo, &MarkupEditor::undo), std::pair(QKeySequence::Redo, &MarkupEditor::redo)}) {
        const auto* const key = new QShortcut(QKeySequence(keys), this);
        connect(key, &QShortcut::activated, m_editor, action);
    }
    connect(m_pictures, &PicturePart::changeRequested, this, &ExhibitPane::change);
    connect(m_texts, &TextPart::changeRequested, this, &ExhibitPane::change);
    connect(m_texts, &TextPart::failed, this, &ExhibitPane::failed);
    connect(m_notes, &NotesPart::noted, this, &ExhibitPane::noted);
    connect(m_notes, &NotesPart::failed, this, &ExhibitPane::failed);
    connect(m_notes, &NotesPart::changed, this, &ExhibitPane::readAgain);
    connect(m_notes, &NotesPart::changed, this, &ExhibitPane::changed);
    connect(m_editor, &MarkupEditor::applied, this, &ExhibitPane::changed);
    connect(m_search, &DataSearch::chosenChanged, this, &ExhibitPane::showProposal);
    connect(m_search, &DataSearch::failed, this, &ExhibitPane::failed);
    connect(m_editor, &MarkupEditor::noted, this, &ExhibitPane::noted);
    connect(m_editor, &MarkupEditor::failed, this, &ExhibitPane::failed);
    connect(m_editor, &MarkupEditor::changed, this, &ExhibitPane::readAgain);
}

void ExhibitPane::show(const std::filesystem::path& path, const ExhibitView& view) {
    for (MarkupPanel* const panel : {&m_pictures->panel(), &m_texts->panel()})
        panel->finish();
    m_path = path;
    m_view = view;
    m_editor->open(path, view.id);
    m_reading.drop(); // what was there before
    m_pictures->show(view);
    m_texts->show(view);
    m_notes->show(path, view);
    m_facts->setHtml(ExhibitFacts::facts(view, {}));
    m_history->setHtml(ExhibitFacts::timeline(view));
    check();
}

void ExhibitPane::settle(const std::function<void()>& then) {
    for (MarkupPanel* const panel : {&m_pictures->panel(), &m_texts->panel()})
        panel->finishIfComplete();
    m_editor->whenSaved(then);
}

void ExhibitPane::abandon() {
    for (MarkupPanel* const panel : {&m_pictures->panel(), &m_texts->panel()})
        panel->abandon();
}

void ExhibitPane::change(const MarkupId& id) {
    const auto draft = m_editor->draftOf(id);
    if (!draft)
        return;
    if (draft->region()) {
        setCurrentWidget(m_pictures);
        m_pictures->change(id);
    } else {
        setCurrentWidget(m_texts);
        m_texts->change(id);
    }
}

void ExhibitPane::showProposal() {
    const Proposal* const chosen = m_search->chosen();
    if (chosen == nullptr)
        return;
    if (chosen->mark.region && currentWidget() != m_pictures) {
        setCurrentWidget(m_pictures);
        m_pictures->focusProposals();
    } else if (!chosen->mark.region && currentWidget() != m_texts) {
        setCurrentWidget(m_texts);
        m_texts->focusProposals();
    }
}

void ExhibitPane::check() {
    m_checking.drop();
    m_checking.start([this, path = m_path, number = m_view.exhibit.number](
                         const Progress& progress) { return m_desk.check(path, number, progress); },
                     [this](const Result<std::vector<ArtifactCheck>>& checks) {
                         if (checks)
                             m_facts->setHtml(ExhibitFacts::facts(m_view, *checks));
                     });
}

void ExhibitPane::readAgain() {
    if (m_path.empty())
        return;
    m_reading.drop();
    m_reading.start(
        [this, path = m_path, number = m_view.exhibit.number](const Progress&) { return m_desk.exhibit(path, number); },
        [this](const Result<ExhibitView>& view) {
            if (!view)
                return;
            m_view = *view;
            m_notes->show(m_path, m_view);
            m_history->setHtml(ExhibitFacts::timeline(m_view));
            check();
        });
}

} // namespace exhibit::desktop
