#pragma once
// Marks and covers of the exhibit that is shown: saves each change at once, beside the windows' thread.

#include "desktop/model/Markings.h"
#include "desktop/model/Work.h"

#include <deque>

namespace exhibit::desktop {

/// In what words are covered.
enum class Reach { Text, Exhibit, Case };

/// A mark or cover as the person fills it in.
struct MarkupDraft {
    MarkupId id{MarkupKind::Mark, 0}; ///< number 0: not saved yet
    Mark mark;
    Redaction redaction;
    Reach reach = Reach::Exhibit; ///< of words to cover

    [[nodiscard]] const std::optional<Region>& region() const;
    void setRegion(const Region& region);
};

class MarkupEditor final : public QObject {
    Q_OBJECT

public:
    explicit MarkupEditor(const Desk& desk) : m_desk(desk) {}

    /// Reads what was marked in an exhibit. What was done before in the same case can still be undone.
    void open(const std::filesystem::path& path, const ExhibitId& exhibit);
    [[nodiscard]] const Desk& desk() const { return m_desk; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] const ExhibitId& exhibit() const { return m_exhibit; }
    [[nodiscard]] const Markings& markings() const { return m_markings; }

    /// New, or in the place of the one with this number.
    void save(const MarkupDraft& draft);
    /// New ones, in one step.
    void addMarks(std::vector<Mark> marks);
    void remove(const MarkupId& id);
    /// After what is being saved; a step that fails can be tried again.
    void undo() { travel(MarkupHistory::Way::Undo); }
    void redo() { travel(MarkupHistory::Way::Redo); }
    [[nodiscard]] bool canUndo() const { return m_history.can(MarkupHistory::Way::Undo); }

    void choose(const std::optional<MarkupId>& id);
    [[nodiscard]] const std::optional<MarkupId>& chosen() const { return m_chosen; }
    /// The chosen one, to be changed.
    [[nodiscard]] std::optional<MarkupDraft> draftOf(const MarkupId& id) const;

    /// Whether covers hide what is under them.
    void setState(PictureState state);
    [[nodiscard]] PictureState state() const { return m_state; }

signals:
    /// Also: what can be undone.
    void changed();
    void chosenChanged();
    void stateChanged();
    /// Something of the case was changed.
    void applied();
    /// For the person.
    void noted(const QString& text);
    void failed(const QString& text);

private:
    void read();
    /// For what is chosen while a change is being saved: it has another number afterwards.
    void later(const MarkupId& id, std::function<void(const MarkupId&)> action);
    void runLater();
    void take(const Result<Markings>& markings);
    void travel(MarkupHistory::Way way);
    /// `way`: it comes from the history.
    void applyStep(const MarkupStep& step, const QString& note, std::optional<MarkupHistory::Way> way = {});
    void remember(const MarkupStep& step, std::optional<MarkupHistory::Way> way, const Result<>& done);
    void coverWords(const MarkupDraft& draft);
    void noteCovered(const CoveredWords& covered);
    void reportCovered(const CoveredWords& covered);
    void chooseLike(const MarkupStep& step);
    [[nodiscard]] QString noteOf(const MarkupDraft& draft) const;

    const Desk& m_desk;
    std::filesystem::path m_path;
    ExhibitId m_exhibit;
    Markings m_markings;
    MarkupHistory m_history;
    std::optional<MarkupId> m_chosen;
    std::optional<MarkupStep> m_applied; ///< what it put in is chosen when it is read back
    std::deque<std::function<void()>> m_later;
    PictureState m_state = PictureState::Covered;
    Work m_work;
};

} // namespace exhibit::desktop
