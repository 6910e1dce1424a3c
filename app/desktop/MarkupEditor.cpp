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

template <class Markup>
int numberOf(const std::vector<dossier::Numbered<Markup>>& markups, const Markup& markup) {
    const auto found =
        std::find_if(markups.rbegin(), markups.rend(), [&](const auto& one) { return one.markup == markup; });
    return found == markups.rend() ? 0 : found->number;
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
    if (path != m_path || exhibit.caseId != m_exhibit.caseId)
        m_history.clear();
    const bool isOther = path != m_path || exhibit != m_exhibit;
    m_path = path;
    m_exhibit = exhibit;
    if (isOther) {
        m_later.clear();
        m_applied.reset();
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

void MarkupEditor::later(const MarkupId& id, std::function<void(const MarkupId&)> action) {
    m_later.push_back([this, id, wasChosen = m_chosen == id, action = std::move(action)] {
        if (!wasChosen)
            action(id);
        else if (m_chosen)
            action(*m_chosen);
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
    if (m_applied)
        chooseLike(*std::exchange(m_applied, std::nullopt));
    if (m_chosen && !draftOf(*m_chosen))
        m_chosen.reset();
    emit changed();
    emit chosenChanged();
}

void MarkupEditor::chooseLike(const MarkupStep& step) {
    m_chosen.reset();
    for (const MarkupChange& change : step) {
        if (change.exhibit != m_exhibit.number)
            continue;
        if (!change.marksIn.empty())
            m_chosen = MarkupId{MarkupKind::Mark, numberOf(m_markings.marks, change.marksIn.back())};
        if (!change.redactionsIn.empty())
            m_chosen = MarkupId{MarkupKind::Redaction, numberOf(m_markings.redactions, change.redactionsIn.back())};
    }
}

void MarkupEditor::choose(const std::optional<MarkupId>& id) {
    if (m_chosen == id)
        return;
    m_chosen = id;
    emit chosenChanged();
}

std::optional<MarkupDraft> MarkupEditor::draftOf(const MarkupId& id) const {
    MarkupDraft draft;
    draft.id = id;
    const Mark* const mark = withNumber(m_markings.marks, id.number);
    const Redaction* const redaction = withNumber(m_markings.redactions, id.number);
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
    const bool isNew = draft.id.number == 0;
    if (!isNew && m_work.isBusy())
        return later(draft.id, [this, draft](const MarkupId& now) {
            MarkupDraft moved = draft;
            moved.id = now;
            save(moved);
        });
    const bool isMark = draft.id.kind == MarkupKind::Mark;
    if (!isMark && isNew && !draft.redaction.region)
        return coverWords(draft);
    MarkupChange change{m_exhibit.number, {}, {}, {}, {}};
    if (const auto before = draftOf(draft.id)) {
        if (isMark)
            change.marksOut.push_back(before->mark);
        else
            change.redactionsOut.push_back(before->redaction);
    } else if (!isNew) {
        return; // it was taken away meanwhile
    }
    if (isMark)
        change.marksIn.push_back(draft.mark);
    else
        change.redactionsIn.push_back(draft.redaction);
    if (change.marksIn == change.marksOut && change.redactionsIn == change.redactionsOut)
        return;
    applyStep({change}, noteOf(draft));
}

QString MarkupEditor::noteOf(const MarkupDraft& draft) const {
    if (draft.id.kind == MarkupKind::Mark || draft.id.number > 0)
        return {};
    QString note = tr("Covered. The original stays in the case; dossiers get only the covered picture.");
    if (m_markings.exports > 0)
        note += tr(" What you have sent already still shows it.");
    return note;
}

void MarkupEditor::remove(const MarkupId& id) {
    if (m_work.isBusy())
        return later(id, [this](const MarkupId& now) { remove(now); });
    const auto draft = draftOf(id);
    if (!draft)
        return;
    MarkupChange change{m_exhibit.number, {}, {}, {}, {}};
    QString note;
    if (id.kind == MarkupKind::Mark) {
        change.marksOut.push_back(draft->mark);
        note = tr("Mark %1 is removed. Ctrl+Z brings it back.").arg(id.number);
    } else {
        change.redactionsOut.push_back(draft->redaction);
        note = tr("The cover is removed: the next dossier shows what was under it. Ctrl+Z brings it back.");
    }
    applyStep({change}, note);
}

void MarkupEditor::addMarks(std::vector<Mark> marks) {
    const auto count = static_cast<int>(marks.size());
    applyStep({MarkupChange{m_exhibit.number, {}, std::move(marks), {}, {}}},
              tr("%n mark(s) made. Ctrl+Z takes them away.", nullptr, count));
}

void MarkupEditor::travel(MarkupHistory::Way way) {
    if (m_work.isBusy())
        return m_later.push_back([this, way] { travel(way); });
    if (m_history.can(way))
        applyStep(m_history.next(way), {}, way);
}

void MarkupEditor::applyStep(const MarkupStep& step, const QString& note, std::optional<MarkupHistory::Way> way) {
    m_work.start([this, path = m_path, step](const Progress&) { return apply(m_desk, path, step); },
                 [this, caseId = m_exhibit.caseId, step, way, note](const Result<>& done) {
                     const bool isMissing = !done && done.error().code == ErrorCode::NotFound;
                     if (isMissing)
                         emit failed(tr("That isn't there: nothing was changed."));
                     else if (!done)
                         emit failed(Wording::problem(done.error()));
                     else if (!note.isEmpty())
                         emit noted(note);
                     const bool isHere = caseId == m_exhibit.caseId; // the person may have gone to another case
                     if (isHere)
                         remember(step, way, done);
                     if (done && isHere)
                         m_applied = step;
                     read();
                     if (done)
                         emit applied();
                 });
}

void MarkupEditor::remember(const MarkupStep& step, std::optional<MarkupHistory::Way> way, const Result<>& done) {
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
        [this, caseId = m_exhibit.caseId](const Result<CoveredWords>& covered) {
            if (covered && caseId == m_exhibit.caseId)
                noteCovered(*covered);
            if (covered)
                reportCovered(*covered);
            else if (covered.error().code == ErrorCode::NotFound)
                emit failed(tr("These words stand in no text that was looked through. Pictures can't be searched: "
                               "draw a box over them there."));
            else
                emit failed(Wording::problem(covered.error()));
            read();
            if (covered)
                emit applied();
        });
}

void MarkupEditor::noteCovered(const CoveredWords& covered) {
    m_history.note(covered.step);
    m_applied = covered.step;
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
