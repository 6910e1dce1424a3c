#pragma once
// One exhibit to look at and to work on: picture, texts, facts, history.

#include "desktop/model/Desk.h"
#include "desktop/model/Work.h"

#include <QTabWidget>

class QTextBrowser;

namespace exhibit::desktop {

class DataSearch;
class MarkupEditor;
class NotesPart;
class PicturePart;
class TextPart;
struct MarkupId;

class ExhibitPane final : public QTabWidget {
    Q_OBJECT

public:
    explicit ExhibitPane(const Desk& desk);
    void show(const std::filesystem::path& path, const ExhibitView& view);
    /// Saves what is filled in already; `then` comes once it is in the case.
    void settle(const std::function<void()>& then);
    /// What is being filled in isn't wanted any more.
    void abandon();

signals:
    /// For the person: something was done, or couldn't be done.
    void noted(const QString& text);
    void failed(const QString& text);
    /// Something of the exhibit, and so of its case.
    void changed();

private:
    void change(const MarkupId& id);
    void check();
    void readAgain();
    void showProposal();

    const Desk& m_desk;
    std::filesystem::path m_path;
    ExhibitView m_view;
    MarkupEditor* m_editor;
    DataSearch* m_search;
    PicturePart* m_pictures;
    TextPart* m_texts;
    NotesPart* m_notes;
    QTextBrowser* m_facts;
    QTextBrowser* m_history;
    Work m_checking;
    Work m_reading;
};

} // namespace exhibit::desktop
