#include "desktop/MarkupEditor.h"

#include "desktop/Wording.h"

#include <algorithm>

namespace exhibit::desktop {

namespace {

template <class Markup>
const Markup* withNumber(const std::vector<dossier::Numbered<Markup>>& markups, int number) {
    const auto found =
        std::find_if(markups.begin(), markups.end(), [number](const auto& one) { return one.number == number; });
    return found == markups.end() ? nullptr : &found->markup;
}

QString places(const dossier::AddedRedactions& added) {
    QStringList names;
    for (const auto& [role, count] : added.places)
        names.append(MarkupEditor::tr("%1 (%2)", "role of a text, and how often words stand in it")
                         .arg(Wording::role(role))
                         .arg(count));
    return names.join(MarkupEditor::tr(", ", "between the items of a list"));
}

} // namespace

const std::optional<Region>& MarkupDraft::region() const {
    return id.kind == MarkupKind::Mark ? mark.region : redaction.region;
}

void MarkupDraft::setRegion(const Region& region) {
    (id.kind == MarkupKind::Mark ? mark.region : redaction.region) = region;
}

void MarkupEditor::open(const std::filesystem::path& path, const ExhibitId& exhibit) {
    if (path != m_path || exhibit.caseId != m_exhibit.caseId) {
        m_history.clear();
        m_later.clear();
    }
    const bool isOther = path != m_path || exhibit != m_exhibit;
    m_path = path;
    m_exhibit = exhibit;
    if (isOther) {
        m_saving.clear();
        m_moved.clear();
        m_moving.clear();
        m_new.reset();
        m_chosen.reset();
        m_markings = {};
        m_markings.exhibit = exhibit.number;
        emit changed();
        emit chosenChanged();
    }
    read();
}

void MarkupEditor::read() {
    m_work.start([this, path = m_path,
                  exhibit = m_exhibit.number](const Progress&) { return markingsOf(m_desk, path, exhibit); },
                 [this, path = m_path, exhibit = m_exhibit](const Result<Markings>& markings) {
                     if (path == m_path && exhibit == m_exhibit)
                         take(markings);
                     QMetaObject::invokeMethod(this, &MarkupEditor::runLater, Qt::QueuedConnection);
                 });
}

void MarkupEditor::runLater() {
    if (m_later.empty() || m_work.isBusy())
        return;
    const auto action = std::move(m_later.front());
    m_later.pop_front();
    action();
    QMetaObject::invokeMethod(this, &MarkupEditor::runLater, Qt::QueuedConnection);
}

void MarkupEditor::take(const Result<Markings>& markings) {
    if (!markings)
        return emit failed(Wording::problem(markings.error()));
    // A dossier that was made says what was covered then.
    if (markings->dossiers > m_markings.dossiers && m_markings.exhibit == markings->exhibit)
        m_history.clear();
    m_markings = *markings;
    m_moved.insert(m_moved.end(), m_moving.begin(), m_moving.end());
    m_moving.clear();
    std::erase_if(m_saving, [this](const Saving& saving) { return saving.change <= m_ended; });
    if (const auto chosen = m_new ? std::exchange(m_new, std::nullopt) : m_chosen)
        m_chosen = now(*chosen);
    if (m_chosen && !draftOf(*m_chosen))
        m_chosen.reset();
    emit changed();
    emit chosenChanged();
}

MarkupId MarkupEditor::now(MarkupId id) const {
    for (const auto& [before, after] : m_moved)
        if (before == id)
            id = after;
    return id;
}

void MarkupEditor::choose(const std::optional<MarkupId>& id) {
    m_new.reset();
    if (m_chosen == id)
        return;
    m_chosen = id;
    emit chosenChanged();
}

std::optional<MarkupDraft> MarkupEditor::draftOf(const MarkupId& id) const {
    MarkupDraft draft;
    draft.id = now(id);
    const auto isIt = [&](const Saving& saving) { return now(saving.id) == draft.id; };
    if (const auto last = std::find_if(m_saving.rbegin(), m_saving.rend(), isIt); last != m_saving.rend())
        return last->after;
    const Mark* const mark = withNumber(m_markings.marks, draft.id.number);
    const Redaction* const redaction = withNumber(m_markings.redactions, draft.id.number);
    if (id.kind == MarkupKind::Mark && mark != nullptr) {
        draft.mark = *mark;
        return draft;
    }
    if (id.kind == MarkupKind::Mark || redaction == nullptr)
        return std::nullopt;
    draft.redaction = *redaction;
    draft.reach = redaction->on ? Reach::Text : Reach::Exhibit;
    return draft;
}

void MarkupEditor::save(const MarkupDraft& draft) {
    if (draft.id.number > 0) {
        if (const auto before = draftOf(draft.id))
            return replace(*before, draft, {});
        return emit failed(tr("That isn't there: nothing was changed."));
    }
    MarkupChange change{m_exhibit.number, {}, {}, {}, {}};
    if (draft.id.kind == MarkupKind::Mark)
        change.marksIn.push_back(draft.mark);
    else if (draft.redaction.region)
        change.redactionsIn.push_back(draft.redaction);
    else
        return coverWords(draft);
    applyStep({change}, noteOf(draft));
}

void MarkupEditor::leave(const MarkupDraft& draft) {
    if (draft.id.kind == MarkupKind::Mark)
        emit noted(tr("Nothing was marked there, since it wasn't chosen what that is. Mark it again, and choose."));
}

void MarkupEditor::whenSaved(const std::function<void()>& then) {
    if (!m_work.isBusy())
        return then();
    m_work.start([](const Progress&) { return true; },
                 [this, then, failures = m_failures](bool) {
                     if (m_failures == failures)
                         then();
                 });
}

void MarkupEditor::tellOfFailure(const QString& text) {
    ++m_failures;
    emit failed(text);
}

void MarkupEditor::replace(const MarkupDraft& before, const std::optional<MarkupDraft>& after, const QString& note) {
    MarkupChange change{m_exhibit.number, {}, {}, {}, {}};
    const bool isMark = before.id.kind == MarkupKind::Mark;
    if (isMark)
        change.marksOut.push_back(before.mark);
    else
        change.redactionsOut.push_back(before.redaction);
    if (after && isMark)
        change.marksIn.push_back(after->mark);
    else if (after)
        change.redactionsIn.push_back(after->redaction);
    if (change.marksIn == change.marksOut && change.redactionsIn == change.redactionsOut)
        return;
    applyStep({change}, note);
    m_saving.push_back({m_changes, before.id, after});
}

QString MarkupEditor::noteOf(const MarkupDraft& draft) const {
    if (draft.id.kind == MarkupKind::Mark)
        return {};
    QString note = tr("Covered. The original stays in the case; dossiers get only the covered picture.");
    if (m_markings.exports > 0)
        note += tr(" What you have sent already still shows it.");
    return note;
}

void MarkupEditor::remove(const MarkupId& id) {
    if (const auto draft = draftOf(id))
        replace(*draft, std::nullopt,
                id.kind == MarkupKind::Mark
                    ? tr("Mark %1 is removed. Ctrl+Z brings it back.").arg(draft->id.number)
                    : tr("The cover is removed: the next dossier shows what was under it. Ctrl+Z brings it back."));
}

void MarkupEditor::addMarks(std::vector<Mark> marks, const std::function<void(bool)>& ended) {
    const auto count = static_cast<int>(marks.size());
    applyStep({MarkupChange{m_exhibit.number, {}, std::move(marks), {}, {}}},
              tr("%n mark(s) made. Ctrl+Z takes them away.", nullptr, count), {}, ended);
}

void MarkupEditor::step(MarkupHistory::Way way) {
    emit aboutToStep();
    travel(way);
}

void MarkupEditor::travel(MarkupHistory::Way way) {
    if (m_work.isBusy())
        return m_later.push_back([this, way] { travel(way); });
    if (!m_history.can(way))
        return;
    const MarkupStep step = m_history.next(way);
    applyStep(step, {}, way);
    expect(step);
}

void MarkupEditor::expect(const MarkupStep& step) {
    for (const MarkupChange& change : step) {
        if (change.exhibit != m_exhibit.number)
            continue;
        expect(MarkupKind::Mark, &MarkupDraft::mark, m_markings.marks, change.marksOut, change.marksIn);
        expect(MarkupKind::Redaction, &MarkupDraft::redaction, m_markings.redactions, change.redactionsOut,
               change.redactionsIn);
    }
}

template <class Markup>
void MarkupEditor::expect(MarkupKind kind, Markup MarkupDraft::*content,
                          const std::vector<dossier::Numbered<Markup>>& stored, const std::vector<Markup>& out,
                          const std::vector<Markup>& in) {
    for (std::size_t i = 0; i < out.size(); ++i)
        for (const auto& one : stored) {
            auto draft = draftOf({kind, one.number});
            if (!draft || (*draft).*content != out[i])
                continue;
            if (out.size() == in.size())
                (*draft).*content = in[i];
            else
                draft.reset();
            m_saving.push_back({m_changes, {kind, one.number}, draft});
            break;
        }
}

void MarkupEditor::applyStep(const MarkupStep& step, const QString& note, std::optional<MarkupHistory::Way> way,
                             const std::function<void(bool)>& ended) {
    m_work.start([this, path = m_path, step](const Progress&) { return apply(m_desk, path, step); },
                 [this, exhibit = m_exhibit, chosen = m_chosen, change = ++m_changes, step, way, note,
                  ended](const Applied& done) {
                     m_ended = change;
                     if (!done)
                         std::erase_if(m_saving, [change](const Saving& one) { return one.change == change; });
                     report(done, note);
                     if (exhibit.caseId == m_exhibit.caseId) // the person may have gone to another case
                         remember(step, way, done);
                     if (done && exhibit == m_exhibit)
                         follow(*done, chosen);
                     if (ended)
                         ended(done.has_value());
                     read();
                     if (done)
                         emit applied();
                 });
}

void MarkupEditor::report(const Applied& done, const QString& note) {
    if (!done && done.error().code == ErrorCode::NotFound)
        tellOfFailure(tr("That isn't there: nothing was changed."));
    else if (!done)
        tellOfFailure(Wording::problem(done.error()));
    else if (!note.isEmpty())
        emit noted(note);
}

void MarkupEditor::follow(const std::vector<AppliedChange>& changes, const std::optional<MarkupId>& chosenBefore) {
    for (const AppliedChange& change : changes) {
        if (change.exhibit != m_exhibit.number)
            continue;
        if (change.out.size() == change.in.size())
            for (std::size_t i = 0; i < change.in.size(); ++i)
                m_moving.emplace_back(change.out[i], change.in[i]);
        if (!change.in.empty())
            chooseNew(change.in.back(), chosenBefore);
    }
}

/// Unless the person has chosen another one since.
void MarkupEditor::chooseNew(const MarkupId& id, const std::optional<MarkupId>& chosenBefore) {
    const auto current = [this](const auto& one) { return one ? std::optional(now(*one)) : std::nullopt; };
    if (current(chosenBefore) == current(m_chosen))
        m_new = id;
}

void MarkupEditor::remember(const MarkupStep& step, std::optional<MarkupHistory::Way> way, const Applied& done) {
    if (done && !way)
        return m_history.note(step);
    if (!way || !m_history.can(*way)) // a dossier may have been made meanwhile
        return;
    if (done)
        m_history.moved(*way);
    else if (done.error().code == ErrorCode::NotFound)
        m_history.drop(*way); // the steps before it may still be there
}

void MarkupEditor::coverWords(const MarkupDraft& draft) {
    const std::vector<int> exhibits = draft.reach == Reach::Case ? std::vector<int>() : std::vector{m_exhibit.number};
    m_work.start(
        [this, path = m_path, exhibits, redaction = draft.redaction](const Progress&) {
            return desktop::coverWords(m_desk, path, exhibits, redaction);
        },
        [this, caseId = m_exhibit.caseId, chosen = m_chosen](const Result<CoveredWords>& covered) {
            if (covered && caseId == m_exhibit.caseId)
                noteCovered(*covered, chosen);
            if (covered)
                reportCovered(*covered);
            else if (covered.error().code == ErrorCode::NotFound)
                tellOfFailure(tr("These words stand in no text that was looked through. Pictures can't be searched: "
                                 "draw a box over them there."));
            else
                tellOfFailure(Wording::problem(covered.error()));
            read();
            if (covered)
                emit applied();
        });
}

void MarkupEditor::noteCovered(const CoveredWords& covered, const std::optional<MarkupId>& chosenBefore) {
    m_history.note(covered.step);
    for (const dossier::RedactedExhibit& made : covered.exhibits)
        if (made.exhibit == m_exhibit.number)
            chooseNew({MarkupKind::Redaction, made.added.numbers.back()}, chosenBefore);
}

void MarkupEditor::reportCovered(const CoveredWords& covered) {
    QStringList lines;
    bool wasSent = false;
    for (const dossier::RedactedExhibit& made : covered.exhibits) {
        lines.append(tr("exhibit %1: %2").arg(made.exhibit).arg(places(made.added)));
        wasSent = wasSent || made.exportsBefore > 0;
    }
    QString note = tr("Covered in %1. The originals stay in the case; dossiers get only the covered texts. Pictures "
                      "may show the words too: draw a box over them there.")
                       .arg(lines.join(tr("; ", "between the items of a list that have commas")));
    if (wasSent)
        note += tr(" What you have sent already still shows it.");
    emit noted(note);
}

void MarkupEditor::setState(PictureState state) {
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}

} // namespace exhibit::desktop
