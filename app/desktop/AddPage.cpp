#include "desktop/AddPage.h"

#include "capture/Clipboard.h"
#include "core/Text.h"
#include "desktop/ExactTextEdit.h"
#include "desktop/FolderOffer.h"
#include "desktop/Message.h"
#include "desktop/PictureList.h"
#include "desktop/PromptMatch.h"
#include "desktop/ScrollingPart.h"
#include "desktop/Wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QUrl>
#include <algorithm>
#include <array>
#include <utility>

namespace exhibit::desktop {

namespace {

/// What is typed is kept this often at most.
constexpr int kKeepInterval = 300; // ms

/// The address of a page and nothing else.
bool isAddress(const std::string& text) {
    constexpr std::size_t kLongest = 8000; // no browser's address is longer
    if (text.size() > kLongest)
        return false;
    const QString trimmed = QString::fromStdString(text).trimmed();
    const QUrl url(trimmed, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return isWeb && url.isValid() && !url.host().isEmpty() && !trimmed.contains(QLatin1Char(' '));
}

} // namespace

AddPage::AddPage(const Desk& desk) : Page(tr("‹ &Back to the case")), m_desk(desk) {
    setAcceptDrops(true);
    setTitle(tr("A new exhibit"), tr("One question and its answer. What you paste or drop is kept byte for byte."));
    content().addWidget(makeGuide());
    auto* const area = new FoldingParts(QStringLiteral("exhibitParts"));
    area->parts().addWidget(makeTexts());
    auto* const right = new QWidget;
    auto* const layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makePictures(), 1);
    layout->addWidget(makeFacts());
    area->parts().addWidget(right);
    content().addWidget(area, 1);
    makeButtons();
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(kKeepInterval);
    connect(&m_keepTimer, &QTimer::timeout, this, &AddPage::keep);
    connect(this, &AddPage::changed, this, &AddPage::keepSoon);
    connect(this, &AddPage::changed, this, &AddPage::showNextStep);
    connect(this, &AddPage::changed, this, &AddPage::showUndo);
    connect(&m_work, &Work::busyChanged, this, [this](bool busy) {
        if (!busy)
            workEnded();
        showUndo();
    });
    connectReading();
    reset();
    showNextStep();
}

/// Most people have the chat in another window; the rest of the page is for what they have already.
QWidget* AddPage::makeGuide() {
    auto* const part = new QWidget;
    auto* const row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height());
    m_capture = new QPushButton(tr("Cap&ture beside the chat"));
    connect(m_capture, &QPushButton::clicked, this, &AddPage::captureRequested);
    row->addWidget(m_capture);
    m_guide = wrappedLabel();
    row->addWidget(m_guide, 1);
    return part;
}

void AddPage::makeButtons() {
    m_clear = new QPushButton(tr("C&lear"));
    connect(m_clear, &QPushButton::clicked, this, &AddPage::clear);
    m_undo = new QPushButton(tr("Und&o"));
    connect(m_undo, &QPushButton::clicked, this, &AddPage::undo);
    m_save = new QPushButton(tr("&Save the exhibit"));
    m_save->setToolTip(tr("Ctrl+Enter"));
    const auto* const saveKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(saveKey, &QShortcut::activated, this, &AddPage::save);
    connect(m_save, &QPushButton::clicked, this, &AddPage::save);
    buttons().addWidget(m_clear);
    buttons().addWidget(m_undo);
    buttons().addStretch(1);
    buttons().addWidget(m_save);
}

void AddPage::showNextStep() {
    const bool hasNothing = isEmpty();
    m_save->setEnabled(!hasNothing && !m_saving);
    m_clear->setEnabled(!hasNothing && !m_saving);
    m_guide->setText(hasNothing ? tr("A small window stays beside the chat and takes your prompt, the picture and the "
                                     "answer, step by step. Or enter them here.")
                                : QString());
    setDefaultAmong({m_capture, m_save}, hasNothing ? m_capture : m_save);
}

bool AddPage::isEmpty() const {
    return prompt().empty() && response().empty() && pictures() == 0;
}

bool AddPage::isUntouched() const {
    return isEmpty() && m_conversation->currentIndex() == 0 &&
           std::ranges::all_of(std::array{m_address, m_appTime, m_model, m_account, m_note},
                               [](const QLineEdit* edit) { return edit->text().isEmpty(); });
}

bool AddPage::hasUnsaved(const std::filesystem::path& path) const {
    // The draft on the disk may be a moment behind what is seen here.
    return path == m_path && !m_recovering ? !isEmpty() : DraftStore(path).exists();
}

AddPage::~AddPage() {
    blockSignals(true); // whoever would hear of it is being destroyed too
    keepNow();
}

QWidget* AddPage::makeTexts() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& title, const QString& placeholder, const QString& paste, ExactTextEdit*& edit,
                         QLabel*& note, int stretch) {
        edit = new ExactTextEdit;
        edit->setPlaceholderText(placeholder);
        auto* const label = headingLabel(title);
        label->setBuddy(edit);
        auto* const button = new QPushButton(paste);
        note = wrappedLabel();
        note->hide();
        auto* const row = new QHBoxLayout;
        row->addWidget(label, 1);
        if (&edit == &m_response)
            row->addWidget(m_read);
        row->addWidget(button);
        layout->addLayout(row);
        layout->addWidget(edit, stretch);
        layout->addWidget(note);
        connect(button, &QPushButton::clicked, this, [this, edit] { pasteText(*edit); });
        connect(edit, &ExactTextEdit::picturesPasted, this, &AddPage::take);
        connect(edit, &ExactTextEdit::valueChanged, this, [this, edit, note] { describe(*edit, *note); });
    };
    m_read = new QPushButton;
    m_read->setObjectName(QStringLiteral("readAnswer"));
    add(tr("&1. What you asked"), tr("Copy your prompt in the chat with Ctrl+C, then press “Paste the prompt”."),
        tr("Paste the &prompt"), m_prompt, m_promptNote, 1);
    m_prompt->setObjectName(QStringLiteral("prompt"));
    m_match = new PromptMatch;
    layout->addWidget(m_match);
    add(tr("&2. What it answered"), tr("Copy the answer and paste it here. If you can't, the picture is enough."),
        tr("Paste the ans&wer"), m_response, m_responseNote, 2);
    m_response->setObjectName(QStringLiteral("response"));
    m_checked = new QCheckBox(tr("I co&mpared both with the screen"));
    m_checked->setObjectName(QStringLiteral("compared"));
    connect(m_checked, &QCheckBox::clicked, this, &AddPage::keepSoon);
    connect(m_checked, &QCheckBox::toggled, this, [this] { m_ticked = compared(); });
    m_look = new QPushButton(tr("Show the picture lar&ge"));
    m_look->setObjectName(QStringLiteral("showPicture"));
    auto* const comparing = new QHBoxLayout;
    comparing->addWidget(m_checked, 1);
    comparing->addWidget(m_look);
    layout->addLayout(comparing);
    return part;
}

QWidget* AddPage::makePictures() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = new PictureList;
    auto* const label = headingLabel(tr("&3. Pictures of the answer"));
    label->setBuddy(m_list);
    auto* const files = new QPushButton(tr("Add &files…"));
    connect(files, &QPushButton::clicked, this, &AddPage::chooseFiles);
    auto* const paste = new QPushButton(tr("Paste a pict&ure"));
    connect(paste, &QPushButton::clicked, this, &AddPage::pastePicture);
    m_remove = new QPushButton(tr("&Remove"));
    m_remove->setEnabled(false);
    connect(m_remove, &QPushButton::clicked, this, &AddPage::removePicture);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_remove->setEnabled(row >= 0); });
    auto* const removeKey = new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &AddPage::removePicture);
    auto* const row = new QHBoxLayout;
    m_offer = new FolderOffer;
    for (QPushButton* const button : {files, paste, m_remove, m_offer->chooser()})
        row->addWidget(button);
    row->addStretch(1);
    auto* const head = new QHBoxLayout;
    head->addWidget(label);
    // As high as the heads beside it, which have buttons.
    head->addStrut(files->sizeHint().height());
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    connect(m_offer, &FolderOffer::taken, this, &AddPage::addFiles);
    connect(m_offer, &FolderOffer::problem, this, [this](const QString& text) { message().showProblem(text); });
    layout->addWidget(m_offer);
    return part;
}

QWidget* AddPage::makeFacts() {
    auto* const part = new QWidget;
    auto* const form = new QFormLayout(part);
    form->setContentsMargins(0, 0, 0, 0);
    m_conversation = new QComboBox;
    m_conversation->addItem(tr("I don't know"));
    m_conversation->addItem(tr("fresh: the prompt was its first"));
    m_conversation->addItem(tr("continued: something was said before"));
    m_address = new QLineEdit;
    m_address->setPlaceholderText(QStringLiteral("https://"));
    form->addRow(tr("Con&versation:"), m_conversation);
    form->addRow(tr("A&ddress of the chat:"), m_address);
    auto* const more = new QWidget;
    auto* const moreForm = new QFormLayout(more);
    moreForm->setContentsMargins(0, 0, 0, 0);
    for (QLineEdit** const edit : {&m_appTime, &m_model, &m_account, &m_note})
        *edit = new QLineEdit;
    moreForm->addRow(tr("Time shown b&y the app:"), m_appTime);
    moreForm->addRow(tr("AI mod&el shown:"), m_model);
    moreForm->addRow(tr("Accou&nt, or “logged out”:"), m_account);
    moreForm->addRow(tr("Your note:"), m_note);
    auto* const toggle = new QToolButton;
    for (const QLineEdit* const edit : {m_address, m_appTime, m_model, m_account, m_note})
        connect(edit, &QLineEdit::textEdited, this, &AddPage::keepSoon);
    connect(m_conversation, &QComboBox::activated, this, &AddPage::keepSoon);
    toggle->setText(tr("More facts"));
    toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle->setArrowType(Qt::RightArrow);
    toggle->setCheckable(true);
    toggle->setAutoRaise(true);
    toggle->setFocusPolicy(Qt::StrongFocus);
    connect(toggle, &QToolButton::toggled, more, [more, toggle](bool open) {
        more->setVisible(open);
        toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    form->addRow(toggle);
    form->addRow(more);
    more->hide();
    return part;
}

void AddPage::start(const std::filesystem::path& path) {
    if (path != m_path) {
        keepNow();
        reset();
        m_path = path;
        m_store = std::make_shared<DraftStore>(path);
        recover();
    }
    m_saved.reset(); // it may have marks and notes by now
    showUndo();
    m_prompt->setFocus();
}

void AddPage::forget(const std::filesystem::path& path) {
    if (path != m_path)
        return;
    m_unkept = false;
    m_work.finish();
    m_store->discard(); // what was kept since
    m_path.clear();
    m_store.reset();
    reset();
    emit changed();
}

void AddPage::reset() {
    ++m_exhibit;
    m_answerWanted = false;
    m_toldOfPrompt = false;
    m_refused.clear();
    m_list->removeAll();
    fill({});
    m_steps.clear();
    m_saved.reset();
    m_keepTimer.stop();
    m_unkept = false;
    m_saving = false;
    m_recovering = false;
    setEnabled(true);
    message().hide();
    addStep({}, {});
}

void AddPage::fill(const ExhibitDraft& draft) {
    m_prompt->setValue(draft.prompt);
    m_response->setValue(draft.response);
    m_checked->setChecked(draft.checked);
    m_conversation->setCurrentIndex(static_cast<int>(draft.conversation));
    for (const auto& [edit, text] :
         {std::pair(m_address, &draft.address), std::pair(m_appTime, &draft.appTime), std::pair(m_model, &draft.model),
          std::pair(m_account, &draft.account), std::pair(m_note, &draft.note)})
        edit->setText(QString::fromStdString(*text));
}

void AddPage::clear() {
    m_work.drop();
    const auto takeBack = [this, before = draft(), pictures = m_list->pictures()] {
        fill(before);
        for (const TakenPicture& picture : pictures)
            m_list->add(picture);
    };
    reset();
    addStep(tr("clearing everything"), takeBack);
    emit changed();
    keepAtOnce();
    m_prompt->setFocus();
}

// ---- texts ------------------------------------------------------------------------------------------------------

void AddPage::describe(const ExactTextEdit& edit, QLabel& label) {
    emit changed();
    const DraftText& value = edit.value();
    label.setVisible(!value.text.empty());
    if (value.text.empty())
        return label.setText({});
    QString text = tr("%n character(s)", nullptr, static_cast<int>(QString::fromStdString(value.text).size()));
    text += value.origin == Origin::Ocr     ? tr(", read from the picture by a machine, which may be wrong")
            : value.origin == Origin::Typed ? tr(", typed or changed by hand")
                                            : tr(", exactly as copied");
    if (!value.source.empty())
        text += tr(" from %1").arg(Wording::line(value.source));
    if (hasInvisible(value.text))
        text += tr(". It has characters that can't be seen; they are kept.");
    if (edit.isCut())
        text += tr(". Only its beginning is shown; all of it is kept.");
    if (edit.isReadOnly())
        text += tr(". It is too long to be changed here; paste another one instead.");
    label.setText(text);
}

const std::string& AddPage::prompt() const {
    return m_prompt->value().text;
}
const std::string& AddPage::response() const {
    return m_response->value().text;
}

QString AddPage::promptNote() const {
    return m_promptNote->text();
}
QString AddPage::responseNote() const {
    return m_responseNote->text();
}

int AddPage::pictures() const {
    return m_list->count();
}

void AddPage::takePrompt() {
    pasteText(*m_prompt);
}
void AddPage::takeAnswer() {
    pasteText(*m_response);
}

void AddPage::pasteText(ExactTextEdit& edit) {
    const DraftText before = edit.value();
    const QString addressBefore = m_address->text();
    if (const auto taken = edit.takeClipboard(); !taken)
        return message().showProblem(
            tr("No text is copied. Select it in the chat, press Ctrl+C, and come back; nothing here was changed."));
    if (!prompt().empty() && prompt() == response()) {
        edit.setValue(before);
        return message().showProblem(
            &edit == m_response
                ? tr("What is copied is your prompt. Select the answer in the chat, press Ctrl+C, and come back; "
                     "nothing here was changed.")
                : tr("What is copied is the answer. Select your prompt in the chat, press Ctrl+C, and come back; "
                     "nothing here was changed."));
    }
    message().hide();
    if (isAddress(edit.value().text)) {
        m_address->setText(QString::fromStdString(edit.value().text).trimmed());
        edit.setValue(before);
        message().showNote(tr("What you had copied is an address: it is kept as that of the conversation. Now copy the "
                              "text itself."));
        addStep(tr("the address"), [this, addressBefore] { m_address->setText(addressBefore); });
        emit changed();
        return keepAtOnce();
    }
    addStep(&edit == m_prompt ? tr("the prompt") : tr("the answer"), [&edit, before] { edit.setValue(before); });
    emit changed();
    keepAtOnce();
    edit.setFocus();
}

ExhibitDraft AddPage::draft() const {
    ExhibitDraft draft;
    const CaptureFacts facts = factsOfAll(m_list->pictures());
    draft.method = facts.method;
    draft.conversation = static_cast<Conversation>(m_conversation->currentIndex());
    draft.time = facts.time;
    draft.prompt = m_prompt->value();
    draft.response = m_response->value();
    draft.checked = m_checked->isChecked();
    for (const TakenPicture& picture : m_list->pictures())
        draft.pictures.push_back(picture.items);
    draft.address = m_address->text().trimmed().toStdString();
    draft.appTime = m_appTime->text().trimmed().toStdString();
    draft.model = m_model->text().trimmed().toStdString();
    draft.account = m_account->text().trimmed().toStdString();
    draft.windowTitle = facts.windowTitle;
    draft.note = m_note->text().trimmed().toStdString();
    return draft;
}

void AddPage::save() {
    if (m_saving)
        return;
    if (m_answerWanted)
        return message().showNote(tr("The answer is still being read from the picture. Save when it is there, or stop "
                                     "the reading first."));
    if (prompt().empty() && !isEmpty() && !std::exchange(m_toldOfPrompt, true))
        return message().showNote(tr("Your prompt is missing. The form asks for its exact words, and a request without "
                                     "them may not be looked at. Copy it in the chat and take it; if you can't, save "
                                     "once more."));
    m_saving = true;
    showNextStep();
    // Behind the pictures that are on their way.
    m_work.start([](const Progress&) { return true; }, [this, pressed = draft()](bool) { saveNow(pressed); });
}

void AddPage::saveNow(const ExhibitDraft& pressed) {
    m_keepTimer.stop();
    ExhibitDraft draft = pressed;
    const ExhibitDraft now = this->draft();
    draft.pictures = now.pictures;
    draft.method = now.method;
    draft.time = now.time;
    draft.windowTitle = now.windowTitle;
    m_work.start(
        [this, path = m_path, draft, store = m_store](const Progress& progress) -> Result<int> {
            EXHIBIT_ASSIGN(const Capture capture, draft.capture(m_desk.clock()));
            EXHIBIT_ASSIGN(const CaseView before, m_desk.view(path));
            EXHIBIT_TRY(store->noteSaving(before.exhibits.empty() ? 0 : before.exhibits.back().number));
            EXHIBIT_ASSIGN(const int number, m_desk.add(path, capture, progress));
            store->discard();
            return number;
        },
        [this, path = m_path, draft, pictures = m_list->pictures()](const Result<int>& number) {
            m_saving = false;
            showNextStep();
            if (!number)
                return message().showProblem(tr("Not saved yet; everything you entered is still here. %1")
                                                 .arg(Wording::problem(number.error())));
            startNext({*number, draft, pictures});
            emit saved(path, *number);
        });
}

void AddPage::startNext(const Saved& saved) {
    const ExhibitDraft later = draft().since(saved.draft);
    std::vector<TakenPicture> pictures = m_list->pictures();
    std::erase_if(pictures, [&](const TakenPicture& picture) {
        return std::ranges::none_of(
            later.pictures, [&](const auto& items) { return items.front().bytes == picture.items.front().bytes; });
    });
    reset();
    fill(later);
    for (const TakenPicture& picture : pictures)
        m_list->add(picture);
    m_saved = saved;
    showUndo();
    emit changed();
    if (!isEmpty())
        keepAtOnce();
    m_prompt->setFocus();
}

} // namespace exhibit::desktop
