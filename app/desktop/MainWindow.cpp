#include "desktop/MainWindow.h"

#include "desktop/AddPage.h"
#include "desktop/CaptureBar.h"
#include "desktop/CasePage.h"
#include "desktop/DossierPage.h"
#include "desktop/FolderOffer.h"
#include "desktop/Message.h"
#include "desktop/PictureData.h"
#include "desktop/QuestionsPage.h"
#include "desktop/SendPage.h"
#include "desktop/StartPage.h"
#include "desktop/VerifyPage.h"
#include "desktop/Wording.h"
#include "desktop/model/DraftStore.h"
#include "desktop/model/FileNames.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace exhibit::desktop {

namespace {

constexpr int kAdviceLetters = 76;

QString geometryKey() {
    return QStringLiteral("window");
}

QString keyOf(const QSplitter& splitter) {
    return QStringLiteral("parts/") + splitter.objectName();
}

/// The folder whose new pictures are offered.
QString folderKey() {
    return QStringLiteral("folder");
}

bool isCase(const QString& path) {
    return fromQt(path).extension() == kCaseSuffix;
}

} // namespace

MainWindow::MainWindow(const Desk& desk, QSettings& settings, const std::filesystem::path& folder,
                       const QString& captureProgram)
    : m_desk(desk), m_settings(settings), m_recent(settings, folder) {
    setAcceptDrops(true);
    m_pages = new QStackedWidget;
    setCentralWidget(m_pages);
    makePages();
    m_bar = std::make_unique<CaptureBar>(*m_add, captureProgram);
    makeMenus();
    connectPages();
    resize(startSize());
    restoreGeometry(m_settings.value(geometryKey()).toByteArray());
    for (QSplitter* const splitter : findChildren<QSplitter*>())
        splitter->restoreState(m_settings.value(keyOf(*splitter)).toByteArray());
    showFirst();
}

void MainWindow::showFirst() {
    const auto cases = m_recent.paths();
    for (const auto& path : cases)
        if (DraftStore draft(path); !draft.exists())
            draft.discard(); // what is left of one where the program ended while it was overwritten
    if (cases.empty() || m_questions->hasKeptAnswers())
        return showQuestions();
    const auto unsaved = std::ranges::find_if(cases, [](const auto& path) { return DraftStore(path).exists(); });
    if (unsaved == cases.end())
        return showStart();
    showCase(*unsaved);
    showAdd();
}

QSize MainWindow::startSize() const {
    // Frames and panels aren't known before the window is shown.
    const QSize room = screen()->availableGeometry().size() - QSize(4, 4) * fontMetrics().height();
    return QSize(fontMetrics().averageCharWidth() * 160, fontMetrics().height() * 46).boundedTo(room);
}

MainWindow::~MainWindow() = default;

void MainWindow::makePages() {
    m_start = new StartPage(m_desk, m_recent);
    m_questions = new QuestionsPage(m_desk, m_recent.folder());
    m_case = new CasePage(m_desk);
    m_add = new AddPage(m_desk);
    m_dossier = new DossierPage(m_desk);
    m_send = new SendPage(m_desk);
    m_verify = new VerifyPage;
    for (Page* const page :
         std::initializer_list<Page*>{m_start, m_questions, m_case, m_add, m_dossier, m_send, m_verify})
        m_pages->addWidget(page);
}

void MainWindow::makeMenus() {
    QMenu* const file = menuBar()->addMenu(tr("&Case"));
    file->addAction(tr("&New case"), QKeySequence::New, this, &MainWindow::showQuestions);
    file->addAction(tr("&Open a file…"), QKeySequence::Open, this, &MainWindow::chooseFile);
    file->addAction(tr("&All cases"), this, &MainWindow::showStart);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
    QMenu* const help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&How to ask"), this, &MainWindow::showAdvice);
    help->addAction(tr("&Check a dossier…"), this, &MainWindow::showVerify);
    help->addAction(tr("&About Exhibit 17"), this, [this] {
        QMessageBox::about(
            this, tr("About Exhibit 17"),
            tr("Exhibit 17 %1\n\nTurns what an AI answered about you into evidence that you can send with "
               "a request to delete it. Everything stays on this computer.\n\nThis is no legal advice. "
               "Licence: GPL-3.0-or-later.")
                .arg(QString::fromStdString(toolName()).section(QLatin1Char(' '), 1)));
    });
}

/// It may stay open beside the work.
void MainWindow::showAdvice() {
    const auto name = QStringLiteral("advice");
    auto* advice = findChild<QDialog*>(name);
    if (advice == nullptr) {
        advice = new QDialog(this);
        advice->setObjectName(name);
        advice->setAttribute(Qt::WA_DeleteOnClose);
        advice->setWindowTitle(QuestionsPage::tr("How to ask"));
        auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
        connect(buttons, &QDialogButtonBox::rejected, advice, &QWidget::close);
        auto* const layout = new QVBoxLayout(advice);
        layout->addWidget(QuestionsPage::makeCard());
        layout->addWidget(buttons);
        const int width = fontMetrics().averageCharWidth() * kAdviceLetters;
        advice->resize(width, layout->totalHeightForWidth(width));
    }
    advice->show();
    advice->raise();
    advice->activateWindow();
}

void MainWindow::connectPages() {
    connect(m_start, &StartPage::newCaseRequested, this, &MainWindow::showQuestions);
    connect(m_start, &StartPage::openFileRequested, this, &MainWindow::chooseFile);
    connect(m_start, &StartPage::checkRequested, this, &MainWindow::showVerify);
    connect(m_start, &StartPage::caseChosen, this, [this](const QString& path) { showCase(fromQt(path)); });
    connect(m_start, &StartPage::caseDestroyed, m_add, &AddPage::forget);
    connect(m_start, &StartPage::caseDestroyed, m_dossier, &DossierPage::forget);
    connect(m_questions, &QuestionsPage::finished, this, [this](const QString& path, bool isNew) {
        showCase(fromQt(path));
        if (isNew)
            showAdd();
    });
    connect(m_questions, &Page::backRequested, this, [this] {
        if (m_case->path().empty() || m_questions->isNew())
            showStart();
        else
            go(m_case);
    });
    connect(m_verify, &Page::backRequested, this, [this] {
        if (m_beforeVerify == m_start)
            showStart();
        else
            go(m_beforeVerify);
    });
    connectCase();
    connectAdd();
}

void MainWindow::connectCase() {
    connect(m_case, &Page::backRequested, this, &MainWindow::showStart);
    connect(m_case, &CasePage::addRequested, this, &MainWindow::showAdd);
    connect(m_case, &CasePage::changeRequested, this, [this](const CaseDetails& details) {
        m_questions->askFor(m_case->path(), details);
        go(m_questions);
    });
    connect(m_case, &CasePage::dossierRequested, this, &MainWindow::showDossier);
    connect(m_case, &CasePage::sendRequested, this, &MainWindow::showSend);
    for (Page* const page : std::initializer_list<Page*>{m_add, m_dossier, m_send})
        connect(page, &Page::backRequested, this, [this] { showCase(m_case->path()); });
    connect(m_dossier, &DossierPage::made, m_case, &CasePage::refreshSummary);
    connect(m_dossier, &DossierPage::made, this, &MainWindow::showMade);
    connect(m_dossier, &DossierPage::failed, this, [this](const std::filesystem::path& path, const QString& why) {
        currentPage().message().showProblem(tr("%1: %2", "name of a case and a message").arg(toQt(path.stem()), why));
    });
    connect(m_send, &SendPage::dossierRequested, this, &MainWindow::showDossier);
}

void MainWindow::connectAdd() {
    connect(m_add, &AddPage::draftKept, m_case, &CasePage::refreshSummary);
    connect(m_add, &AddPage::saved, this, [this](const std::filesystem::path& path, int number) {
        if (path != m_case->path()) // another case was opened meanwhile
            return m_case->message().showNote(tr("Exhibit %1 of “%2” is saved.").arg(number).arg(toQt(path.stem())));
        showCase(path, number);
        m_case->message().showNote(
            tr("Exhibit %1 is saved. Whatever is changed about it from now on will show.").arg(number));
        if (!m_add->hasUnsaved(path))
            return;
        showAdd();
        m_add->message().showNote(
            tr("Exhibit %1 is saved. What you entered since is the beginning of the next one.").arg(number));
    });
    connect(m_add, &AddPage::captureRequested, this, [this] {
        m_bar->start();
        m_place = geometry();
        hide();
    });
    connect(m_bar.get(), &CaptureBar::closed, this, [this] {
        // The window manager would find it another place.
        if (!isMaximized())
            setGeometry(m_place);
        // What was begun beside the chat goes on here.
        if (m_add->casePath() == m_case->path() && m_add->hasUnsaved(m_case->path()))
            showAdd();
        show();
        activateWindow();
    });
    connect(
        m_bar.get(), &CaptureBar::reappeared, this,
        [this] {
            if (!m_toOpen.isEmpty())
                openFile(std::exchange(m_toOpen, {}));
        },
        Qt::QueuedConnection); // behind whoever takes the picture
    m_add->offer().watch(m_settings.value(folderKey()).toString());
    connect(&m_add->offer(), &FolderOffer::folderChosen, this,
            [this](const QString& folder) { m_settings.setValue(folderKey(), folder); });
}

void MainWindow::go(Page* page) {
    m_pages->setCurrentWidget(page);
    const bool isOfCase = page != m_start && page != m_verify && !(page == m_questions && m_questions->isNew());
    const QString name = tr("Exhibit 17");
    setWindowTitle(isOfCase ? toQt(m_case->path().stem()) + QStringLiteral(" - ") + name : name);
}

void MainWindow::showStart() {
    m_start->refresh();
    go(m_start);
}

void MainWindow::showQuestions() {
    m_questions->askForNew();
    go(m_questions);
}

void MainWindow::showCase(const std::filesystem::path& path, int exhibit) {
    m_recent.add(path);
    m_case->open(path, exhibit);
    go(m_case);
}

void MainWindow::showAdd() {
    m_add->start(m_case->path());
    go(m_add);
}

void MainWindow::showDossier() {
    m_dossier->open(m_case->path());
    go(m_dossier);
}

void MainWindow::showSend() {
    m_send->open(m_case->path());
    go(m_send);
}

Page& MainWindow::currentPage() const {
    return static_cast<Page&>(*m_pages->currentWidget());
}

void MainWindow::showMade(const std::filesystem::path& path, const dossier::ExportResult& result,
                          const dossier::ExportOptions& options) {
    // The person may have gone on, even to another case, and isn't called away from there.
    if (m_pages->currentWidget() != m_dossier || path != m_case->path())
        return currentPage().message().showNote(
            tr("The dossier of %1 is made: %2").arg(toQt(path.stem()), toQt(result.path)));
    m_send->show(path, result, options);
    go(m_send);
}

void MainWindow::showVerify() {
    Page* const current = &currentPage();
    if (current != m_verify)
        m_beforeVerify = current;
    go(m_verify);
}

void MainWindow::chooseFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open"), toQt(m_recent.folder()),
                                                      tr("Cases and dossiers (*.exhibit17 *.pdf);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::openFile(const QString& path) {
    if (m_bar->isTaking()) {
        m_toOpen = path; // the picture that is being taken belongs to the case that is open
        return;
    }
    if (m_bar->isVisible())
        m_bar->close(); // what was taken there is kept
    if (isCase(path)) {
        const auto file = fromQt(QFileInfo(path).absoluteFilePath());
        showCase(file);
        if (m_add->hasUnsaved(file))
            showAdd();
        return;
    }
    showVerify();
    m_verify->checkFile(path);
}

void MainWindow::comeForward() {
    if (m_bar->isTaking())
        return; // it would be in the picture
    if (m_bar->isVisible())
        return m_bar->comeForward();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    // Where the window manager keeps others from coming to the front, the task bar shows it.
    QApplication::alert(this);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_settings.setValue(geometryKey(), saveGeometry());
    for (const QSplitter* const splitter : findChildren<QSplitter*>())
        m_settings.setValue(keyOf(*splitter), splitter->saveState());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const bool isForCase = m_pages->currentWidget() == m_case && AddPage::takes(event->mimeData());
    if (isForCase || !filesIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    const QStringList files = filesIn(*event->mimeData());
    const QString path = files.isEmpty() ? QString() : files.constFirst();
    const bool isOurs = isCase(path) || path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
    if (isOurs)
        return openFile(path);
    if (m_pages->currentWidget() != m_case)
        return static_cast<Page*>(m_pages->currentWidget())
            ->message()
            .showNote(tr("Open the case that this belongs to, and drop it there: it becomes an exhibit."));
    // Pictures that are dropped on a case are a new exhibit of it.
    showAdd();
    m_add->take(event->mimeData());
}

} // namespace exhibit::desktop
