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
    bool operator==(const MarkupDraft&) const = default;
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

    /// New, or in the place of the one with this number, whatever is chosen meanwhile.
    void save(const MarkupDraft& draft);
    /// A new one that was left before it could be saved: the person is told.
    void leave(const MarkupDraft& draft);
    /// New ones, in one step. `ended` is told whether they are in the case.
    void addMarks(std::vector<Mark> marks, const std::function<void(bool)>& ended = {});
    void remove(const MarkupId& id);
    /// After what is being saved; a step that fails can be tried again.
    void undo() { step(MarkupHistory::Way::Undo); }
    void redo() { step(MarkupHistory::Way::Redo); }
    /// Once everything that was saved so far is in the case; at once if it is, and not at all if some of it failed.
    void whenSaved(const std::function<void()>& then);
    [[nodiscard]] bool canUndo() const { return m_history.can(MarkupHistory::Way::Undo); }

    void choose(const std::optional<MarkupId>& id);
    [[nodiscard]] const std::optional<MarkupId>& chosen() const { return m_chosen; }
    /// To be changed: as it was saved last, even if that isn't in the case yet.
    [[nodiscard]] std::optional<MarkupDraft> draftOf(const MarkupId& id) const;
    /// Each change gives a mark or cover another number: the one it has now.
    [[nodiscard]] MarkupId now(MarkupId id) const;

    /// Whether covers hide what is under them.
    void setState(PictureState state);
    [[nodiscard]] PictureState state() const { return m_state; }

signals:
    /// Also: what can be undone.
    void changed();
    void chosenChanged();
    void stateChanged();
    /// What is being filled in comes before the step that is undone or done again now.
    void aboutToStep();
    /// Something of the case was changed.
    void applied();
    /// For the person.
    void noted(const QString& text);
    void failed(const QString& text);

private:
    void read();
    void runLater();
    void take(const Result<Markings>& markings);
    void step(MarkupHistory::Way way);
    void travel(MarkupHistory::Way way);
    void tellOfFailure(const QString& text);
    /// What is changed next is what the history makes of it.
    void expect(const MarkupStep& step);
    template <class Markup>
    void expect(MarkupKind kind, Markup MarkupDraft::*content, const std::vector<dossier::Numbered<Markup>>& stored,
                const std::vector<Markup>& out, const std::vector<Markup>& in);
    /// What became of one while it isn't read back yet.
    struct Saving {
        int change = 0;
        MarkupId id;
        std::optional<MarkupDraft> after; ///< none: it is taken away
    };
    void replace(const MarkupDraft& before, const std::optional<MarkupDraft>& after, const QString& note);
    /// `way`: it comes from the history.
    void applyStep(const MarkupStep& step, const QString& note, std::optional<MarkupHistory::Way> way = {},
                   const std::function<void(bool)>& ended = {});
    using Applied = Result<std::vector<AppliedChange>>;
    void report(const Applied& done, const QString& note);
    void remember(const MarkupStep& step, std::optional<MarkupHistory::Way> way, const Applied& done);
    void follow(const std::vector<AppliedChange>& changes, const std::optional<MarkupId>& chosenBefore);
    void chooseNew(const MarkupId& id, const std::optional<MarkupId>& chosenBefore);
    void coverWords(const MarkupDraft& draft);
    void noteCovered(const CoveredWords& covered, const std::optional<MarkupId>& chosenBefore);
    void reportCovered(const CoveredWords& covered);
    [[nodiscard]] QString noteOf(const MarkupDraft& draft) const;

    const Desk& m_desk;
    std::filesystem::path m_path;
    ExhibitId m_exhibit;
    Markings m_markings;
    MarkupHistory m_history;
    std::optional<MarkupId> m_chosen;
    std::optional<MarkupId> m_new; ///< chosen when it is read back
    /// From one number to the next; those that aren't read back yet apart.
    std::vector<std::pair<MarkupId, MarkupId>> m_moved, m_moving;
    std::vector<Saving> m_saving;
    int m_changes = 0; ///< that were begun
    int m_ended = 0;   ///< the last one that was done, or couldn't be
    int m_failures = 0;
    std::deque<std::function<void()>> m_later;
    PictureState m_state = PictureState::Covered;
    Work m_work;
};

} // namespace exhibit::desktop
