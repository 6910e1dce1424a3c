// What isn't saved yet: kept beside the case, found again, and taken back step by step.

#include "desktop/AddPage.h"

#include "core/Hash.h"
#include "desktop/ExactTextEdit.h"
#include "desktop/Message.h"
#include "desktop/PictureList.h"
#include "desktop/Wording.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>
#include <array>
#include <utility>

namespace exhibit::desktop {

namespace {

/// The exhibit has this text and no other, or none if it is empty.
bool isOf(const ExhibitView& exhibit, Role role, const std::string& text) {
    const auto found =
        std::ranges::find_if(exhibit.texts, [&](const ShownText& shown) { return shown.artifact.role == role; });
    if (found == exhibit.texts.end())
        return text.empty();
    return found->artifact.digest == sha256(bytesOf(text));
}

bool haveSamePictures(const ExhibitView& exhibit, const std::vector<std::vector<CapturedItem>>& pictures) {
    std::vector<Digest> theirs;
    for (const auto& frames : pictures)
        for (const CapturedItem& frame : frames)
            if (!frame.parent)
                theirs.push_back(sha256(*frame.bytes).value_or(Digest()));
    return std::ranges::equal(exhibit.pictures, theirs, {},
                              [](const ShownPicture& picture) { return picture.original.digest; });
}

bool haveSameTexts(const ExhibitView& exhibit, const ExhibitDraft& draft) {
    return isOf(exhibit, Role::Prompt, draft.prompt.text) && isOf(exhibit, Role::Response, draft.response.text);
}

/// The program ended after the exhibit was saved and before its draft was gone.
bool isSavedAlready(const Desk& desk, const std::filesystem::path& path, const DraftStore& store,
                    const KeptDraft& kept) {
    const auto last = store.savingAfter();
    const auto view = desk.view(path);
    if (!last || !view || view->exhibits.empty() || view->exhibits.back().number <= *last)
        return false;
    const auto exhibit = desk.exhibit(path, view->exhibits.back().number);
    return exhibit && haveSamePictures(*exhibit, kept.pictures) && haveSameTexts(*exhibit, kept.draft);
}

} // namespace

void AddPage::recover() {
    if (!m_store->exists())
        return m_store->discard(); // what was left of one that was being discarded
    m_recovering = true;
    setEnabled(false); // what is written meanwhile would be lost
    m_work.start(
        [this, path = m_path, store = m_store](const Progress&) -> Result<std::optional<KeptDraft>> {
            auto kept = store->load();
            if (!kept) {
                static_cast<void>(store->setAside()); // the first has to be told
                return fail(std::move(kept.error()));
            }
            if (!isSavedAlready(m_desk, path, *store, *kept))
                return *std::move(kept);
            store->discard();
            return std::nullopt;
        },
        [this](const Result<std::optional<KeptDraft>>& kept) { recovered(kept); });
}

void AddPage::recovered(const Result<std::optional<KeptDraft>>& found) {
    setEnabled(true);
    m_prompt->setFocus();
    if (!found || !*found)
        m_recovering = false;
    if (!found)
        return message().showProblem(
            tr("What wasn't saved when the program ended can't be read. %1").arg(Wording::problem(found.error())));
    const std::optional<KeptDraft>& kept = *found;
    if (!kept)
        return message().showNote(
            tr("Your last exhibit was saved before the program ended. Here is room for another."));
    fill(kept->draft);
    for (const auto& frames : kept->pictures)
        addFrames(frames, {kept->draft.method, kept->draft.windowTitle, kept->draft.time});
    // Behind the pictures.
    m_work.start([](const Progress&) { return true; },
                 [this, unreadable = kept->unreadable](bool) {
                     m_recovering = false;
                     m_steps.clear();
                     addStep({}, {});
                     if (unreadable > 0)
                         return message().showProblem(
                             tr("This exhibit wasn't saved yet when the program ended. %n picture(s) of it can't be "
                                "read any more; everything else is here again.",
                                nullptr, unreadable));
                     message().showNote(tr("This exhibit wasn't saved yet when the program ended. Everything that you "
                                           "had taken is here again: save it, or clear it."));
                 });
}

void AddPage::keepSoon() {
    m_unkept = true;
    if (!m_keepTimer.isActive())
        m_keepTimer.start();
}

void AddPage::keepNow() {
    m_work.settle(); // a picture on its way belongs to this draft, and what is being saved doesn't any more
    if (m_store && m_unkept)
        static_cast<void>(m_store->keep(draft())); // nobody is left to tell
}

void AddPage::keepAtOnce() {
    m_unkept = true;
    m_keepTimer.stop();
    keep();
}

void AddPage::keep() {
    if (!m_store || !m_unkept || m_work.isBusy())
        return; // workEnded() comes back to it
    m_unkept = false;
    m_work.start([store = m_store, draft = draft()](const Progress&) { return store->keep(draft); },
                 [this](const Result<>& kept) {
                     if (!kept)
                         message().showProblem(
                             tr("What you enter here is lost should the program end before you save it. %1")
                                 .arg(Wording::problem(kept.error())));
                     emit draftKept();
                 });
}

void AddPage::workEnded() {
    if (m_unkept && !m_keepTimer.isActive())
        keep();
}

void AddPage::addStep(const QString& what, std::function<void()> takeBack) {
    if (takeBack)
        m_steps.push_back({what, std::move(takeBack)});
    showUndo();
}

void AddPage::showUndo() {
    const QString step = lastStep();
    m_undo->setEnabled(!step.isEmpty());
    emit lastStepChanged();
    m_undo->setToolTip(step.isEmpty() ? step : tr("Takes back: %1").arg(step));
    m_undo->setAccessibleDescription(m_undo->toolTip());
}

QString AddPage::lastStep() const {
    if (!m_steps.empty())
        return m_steps.back().what;
    // Not while something is on its way that would come to stand beside it.
    const bool isQuiet = !m_saving && !m_work.isBusy();
    return m_saved && isQuiet && isUntouched() ? tr("saving exhibit %1").arg(m_saved->number) : QString();
}

void AddPage::undo() {
    if (lastStep().isEmpty())
        return;
    if (m_steps.empty())
        return takeBackSaved();
    const Step step = std::move(m_steps.back());
    m_steps.pop_back();
    step.takeBack();
    addStep({}, {});
    message().showNote(tr("Taken back: %1.").arg(step.what));
    emit changed();
}

void AddPage::takeBackSaved() {
    const Saved saved = *std::exchange(m_saved, std::nullopt);
    fill(saved.draft);
    for (const TakenPicture& picture : saved.pictures)
        m_list->add(picture);
    m_keepTimer.stop();
    m_unkept = false;
    m_work.start(
        [this, path = m_path, store = m_store, number = saved.number,
         draft = saved.draft](const Progress&) -> Result<std::optional<Error>> {
            // The case has it until the draft does; whoever is cut short here finds it in one of them.
            EXHIBIT_TRY(store->noteSaving(number - 1));
            EXHIBIT_TRY(store->keep(draft));
            EXHIBIT_ASSIGN(const ExhibitView view, m_desk.exhibit(path, number));
            if (!haveSamePictures(view, draft.pictures) || !haveSameTexts(view, draft))
                return fail(ErrorCode::NotFound, "The case has another exhibit under this number.");
            auto withdrawn = m_desk.withdraw(path, number);
            if (withdrawn)
                return std::nullopt;
            if (m_desk.exhibit(path, number))
                return fail(std::move(withdrawn.error()));
            return std::move(withdrawn.error()); // it is, and traces of it are left
        },
        [this, number = saved.number](const Result<std::optional<Error>>& done) {
            emit draftKept();
            if (!done)
                return message().showProblem(tr("Exhibit %1 can't be taken back; what was in it is here as well. %2")
                                                 .arg(number)
                                                 .arg(Wording::problem(done.error())));
            const QString note = tr("Exhibit %1 is taken back: what was in it is here again. The next one gets a new "
                                    "number, and the case's history tells of both.")
                                     .arg(number);
            if (*done)
                return message().showProblem(note + QLatin1Char(' ') + Wording::problem(**done));
            message().showNote(note);
        });
    emit changed();
}

} // namespace exhibit::desktop
