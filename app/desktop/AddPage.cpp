#include "desktop/AddPage.h"

#include "capture/Clipboard.h"
#include "core/Text.h"
#include "desktop/ExactTextEdit.h"
#include "desktop/Message.h"
#include "desktop/Wording.h"
#include "desktop/model/RecentCases.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QUrl>

namespace exhibit::desktop {

namespace {

constexpr int kThumbnailSide = 128;

QImage thumbnailOf(const std::vector<CapturedItem>& items) {
    for (const CapturedItem& item : items) {
        const QImage image = decodedPicture(*item.bytes, item.mediaType);
        if (!image.isNull())
            return image.scaled(2 * kThumbnailSide, 2 * kThumbnailSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    return {};
}

QString labelOf(const CapturedItem& item) {
    const QString name = item.fileName.empty() ? Wording::origin(item.origin) : Wording::line(item.fileName);
    return item.picture ? AddPage::tr("%1\n%2 × %3 pixels").arg(name).arg(item.picture->width).arg(item.picture->height)
                        : name;
}

} // namespace

AddPage::AddPage(const Desk& desk) : Page(tr("‹ &Back to the case")), m_desk(desk) {
    setAcceptDrops(true);
    setTitle(tr("A new exhibit"), tr("One question and its answer. What you paste or drop is kept byte for byte."));
    auto* const splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTexts());
    auto* const right = new QWidget;
    auto* const layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makePictures(), 1);
    layout->addWidget(makeFacts());
    splitter->addWidget(right);
    content().addWidget(splitter, 1);
    auto* const clearButton = new QPushButton(tr("C&lear"));
    connect(clearButton, &QPushButton::clicked, this, &AddPage::clear);
    m_save = defaultButton(tr("&Save the exhibit"));
    const auto* const saveKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(saveKey, &QShortcut::activated, this, &AddPage::save);
    connect(m_save, &QPushButton::clicked, this, &AddPage::save);
    buttons().addWidget(clearButton);
    buttons().addStretch(1);
    buttons().addWidget(m_save);
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
        auto* const row = new QHBoxLayout;
        row->addWidget(label, 1);
        row->addWidget(button);
        layout->addLayout(row);
        layout->addWidget(edit, stretch);
        layout->addWidget(note);
        connect(button, &QPushButton::clicked, this, [this, edit] { pasteText(*edit); });
        connect(edit, &ExactTextEdit::valueChanged, this, [this, edit, note] { describe(*edit, *note); });
    };
    add(tr("&1. What you asked"), tr("Copy your prompt in the chat with Ctrl+C, then press “Paste the prompt”."),
        tr("Paste the &prompt"), m_prompt, m_promptNote, 1);
    m_prompt->setObjectName(QStringLiteral("prompt"));
    add(tr("&2. What it answered"), tr("Copy the answer and paste it here. If you can't, the picture is enough."),
        tr("Paste the ans&wer"), m_response, m_responseNote, 2);
    m_response->setObjectName(QStringLiteral("response"));
    m_checked = new QCheckBox(tr("I c&ompared both with the screen"));
    layout->addWidget(m_checked);
    return part;
}

QWidget* AddPage::makePictures() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = new QListWidget;
    m_list->setViewMode(QListView::IconMode);
    m_list->setIconSize(QSize(kThumbnailSide, kThumbnailSide));
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setWordWrap(true);
    m_list->setGridSize(
        QSize(kThumbnailSide + 2 * fontMetrics().height(), kThumbnailSide + 4 * fontMetrics().height()));
    m_list->setObjectName(QStringLiteral("pictures"));
    m_list->setAccessibleName(tr("Pictures of the answer"));
    auto* const label = headingLabel(tr("&3. Pictures of the answer"));
    label->setBuddy(m_list);
    auto* const capture = new QPushButton(tr("&Take a picture"));
    connect(capture, &QPushButton::clicked, this, &AddPage::captureRequested);
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
    for (QPushButton* const button : {capture, files, paste, m_remove})
        row->addWidget(button);
    row->addStretch(1);
    layout->addWidget(label);
    layout->addWidget(wrappedLabel(tr("Drop screenshots anywhere on this page.")));
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
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
    form->addRow(tr("Its a&ddress:"), m_address);
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
    if (path != m_path)
        clear();
    m_path = path;
    m_prompt->setFocus();
}

void AddPage::clear() {
    m_work.drop();
    m_pictures.clear();
    m_list->clear();
    m_prompt->setValue({});
    m_response->setValue({});
    m_checked->setChecked(false);
    m_conversation->setCurrentIndex(0);
    for (QLineEdit* const edit : {m_address, m_appTime, m_model, m_account, m_note})
        edit->clear();
    m_method = "import";
    m_windowTitle.clear();
    m_time.reset();
    message().hide();
    emit changed();
    m_prompt->setFocus();
}

void AddPage::describe(const ExactTextEdit& edit, QLabel& label) {
    emit changed();
    const DraftText& value = edit.value();
    if (value.text.empty())
        return label.setText({});
    QString text = tr("%n character(s)", nullptr, static_cast<int>(QString::fromStdString(value.text).size()));
    text += value.origin == Origin::Typed ? tr(", typed or changed by hand") : tr(", exactly as copied");
    if (!value.source.empty())
        text += tr(" from %1").arg(Wording::line(value.source));
    if (hasInvisible(value.text))
        text += tr(". It has characters that can't be seen; they are kept.");
    label.setText(text);
}

const std::string& AddPage::prompt() const {
    return m_prompt->value().text;
}
const std::string& AddPage::response() const {
    return m_response->value().text;
}

void AddPage::takePrompt() {
    pasteText(*m_prompt);
}
void AddPage::takeAnswer() {
    pasteText(*m_response);
}

void AddPage::pasteText(ExactTextEdit& edit) {
    if (const auto taken = edit.takeClipboard(); !taken)
        return message().showProblem(
            tr("No text is copied. Select it in the chat, press Ctrl+C, and come back; nothing here was changed."));
    message().hide();
    edit.setFocus();
}

void AddPage::pastePicture() {
    auto bytes = capture::copiedPng(capture::QtClipboard());
    if (!bytes)
        return message().showProblem(
            tr("No picture is copied. Take a screenshot and copy it, or add a file; nothing here was changed."));
    CapturedItem item;
    item.role = Role::Screenshot;
    item.origin = Origin::Clipboard;
    item.bytes = std::make_shared<MemorySource>(*std::move(bytes));
    addPicture(std::move(item));
}

void AddPage::chooseFiles() {
    addFiles(QFileDialog::getOpenFileNames(this, tr("Add pictures"), {},
                                           tr("Pictures (*.png *.jpg *.jpeg *.webp *.heic *.heif);;All files (*)")));
}

void AddPage::addFiles(const QStringList& paths) {
    for (const QString& path : paths) {
        CapturedItem item;
        item.role = Role::Screenshot;
        item.origin = Origin::File;
        item.fileName = QFileInfo(path).fileName().toStdString();
        auto file = FileSource::open(fromQt(path));
        if (!file) {
            message().showProblem(tr("“%1” can't be added; everything else is still here. %2")
                                      .arg(QFileInfo(path).fileName(), Wording::problem(file.error())));
            continue;
        }
        item.bytes = *std::move(file);
        addPicture(std::move(item));
    }
}

void AddPage::addCapture(const Capture& capture) {
    m_method = capture.method;
    m_time = capture.time;
    for (const CapturedItem& item : capture.items) {
        if (item.role == Role::Screenshot)
            addPicture(item);
        if (item.role != Role::WindowTitle)
            continue;
        if (const auto title = item.bytes->readAll(kPieceSize))
            m_windowTitle = std::string(textOf(*title));
    }
}

void AddPage::addPicture(CapturedItem item) {
    m_work.start(
        [this, item = std::move(item)](const Progress&) -> Result<Picture> {
            EXHIBIT_ASSIGN(std::vector<CapturedItem> items, m_desk.takePicture(item));
            QImage thumbnail = thumbnailOf(items);
            return Picture{std::move(items), std::move(thumbnail)};
        },
        [this](const Result<Picture>& picture) { takePicture(picture); });
}

void AddPage::takePicture(const Result<Picture>& picture) {
    if (!picture)
        return message().showProblem(
            tr("This picture isn't taken; everything else is still here. %1").arg(Wording::problem(picture.error())));
    const CapturedItem& original = picture->items.front();
    m_pictures.push_back(*picture);
    auto* const item = new QListWidgetItem(QIcon(QPixmap::fromImage(picture->thumbnail)), labelOf(original), m_list);
    item->setToolTip(labelOf(original));
    emit changed();
    if (original.discloses)
        message().showNote(tr("This picture tells more than it shows, such as the place, the time or the device. The "
                              "dossier gets a cleaned copy; the original stays in the case."));
}

void AddPage::removePicture() {
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_pictures.erase(m_pictures.begin() + row);
    delete m_list->takeItem(row);
    emit changed();
}

ExhibitDraft AddPage::draft() const {
    ExhibitDraft draft;
    draft.method = m_method;
    draft.conversation = static_cast<Conversation>(m_conversation->currentIndex());
    draft.time = m_time;
    draft.prompt = m_prompt->value();
    draft.response = m_response->value();
    draft.checked = m_checked->isChecked();
    for (const Picture& picture : m_pictures)
        draft.pictures.push_back(picture.items);
    draft.address = m_address->text().trimmed().toStdString();
    draft.appTime = m_appTime->text().trimmed().toStdString();
    draft.model = m_model->text().trimmed().toStdString();
    draft.account = m_account->text().trimmed().toStdString();
    draft.windowTitle = m_windowTitle;
    draft.note = m_note->text().trimmed().toStdString();
    return draft;
}

void AddPage::save() {
    if (m_work.isBusy())
        return; // a picture is still being read
    m_save->setEnabled(false);
    m_work.start(
        [this, path = m_path, draft = draft()](const Progress& progress) -> Result<int> {
            EXHIBIT_ASSIGN(const Capture capture, draft.capture(m_desk.clock()));
            return m_desk.add(path, capture, progress);
        },
        [this](const Result<int>& number) {
            m_save->setEnabled(true);
            if (!number)
                return message().showProblem(tr("Not saved yet; everything you entered is still here. %1")
                                                 .arg(Wording::problem(number.error())));
            clear();
            emit saved(*number);
        });
}

bool AddPage::takes(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    return !urls.isEmpty() && std::ranges::all_of(urls, [](const QUrl& url) { return url.isLocalFile(); });
}

void AddPage::dragEnterEvent(QDragEnterEvent* event) {
    if (takes(event->mimeData()))
        event->acceptProposedAction();
}

void AddPage::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        paths.append(url.toLocalFile());
    addFiles(paths);
}

} // namespace exhibit::desktop
