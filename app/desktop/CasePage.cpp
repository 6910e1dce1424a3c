#include "desktop/CasePage.h"

#include "desktop/ExhibitPane.h"
#include "desktop/Message.h"
#include "desktop/TwoLineList.h"
#include "desktop/Wording.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace exhibit::desktop {

namespace {

enum Shown { Empty, Filled };
constexpr int kThumbnailSide = 56;
constexpr int kListLetters = 38;

QString promptOf(const ExhibitSummary& exhibit) {
    if (exhibit.promptStart.empty())
        return CasePage::tr("without a prompt");
    // The start may be cut within a character.
    QString text = QString::fromStdString(exhibit.promptStart).simplified();
    while (text.endsWith(QChar::ReplacementCharacter))
        text.chop(1);
    return text;
}

QString lineOf(const ExhibitSummary& exhibit) {
    return CasePage::tr("%1 · %2").arg(Wording::dateTime(exhibit.addedAt),
                                       CasePage::tr("%n picture(s)", nullptr, exhibit.screenshots));
}

} // namespace

CasePage::CasePage(const Desk& desk) : Page(tr("‹ &All cases")), m_desk(desk) {
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeFilled());
    content().addWidget(m_stack, 1);
    auto* const add = defaultButton(tr("A&dd an exhibit"));
    connect(add, &QPushButton::clicked, this, &CasePage::addRequested);
    m_dossier = new QPushButton(tr("&Make the dossier"));
    m_dossier->setObjectName(QStringLiteral("dossier"));
    connect(m_dossier, &QPushButton::clicked, this, &CasePage::dossierRequested);
    auto* const change = new QPushButton(tr("Chan&ge the answers…"));
    connect(change, &QPushButton::clicked, this, [this] { emit changeRequested(m_view.summary.details); });
    buttons().addWidget(change);
    buttons().addStretch(1);
    buttons().addWidget(add);
    buttons().addWidget(m_dossier);
}

QWidget* CasePage::makeEmpty() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->addStretch(1);
    layout->addWidget(headingLabel(tr("No exhibit yet")));
    layout->addWidget(wrappedLabel(
        tr("An exhibit is one question and its answer: your exact prompt, and a picture of what the AI said. Copy the "
           "prompt in the chat, take a picture, and press “Add an exhibit”.")));
    layout->addStretch(2);
    return part;
}

QWidget* CasePage::makeFilled() {
    auto* const splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    auto* const left = new QWidget;
    auto* const layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = new TwoLineList(kThumbnailSide);
    m_list->setAccessibleName(tr("Exhibits"));
    m_list->setObjectName(QStringLiteral("exhibits"));
    connect(m_list, &QListWidget::currentRowChanged, this, &CasePage::showCurrent);
    auto* const withdraw = new QPushButton(tr("&Withdraw this exhibit…"));
    connect(withdraw, &QPushButton::clicked, this, &CasePage::askToWithdraw);
    layout->addWidget(m_list, 1);
    layout->addWidget(withdraw);
    m_pane = new ExhibitPane(m_desk);
    connect(m_pane, &ExhibitPane::noted, this, [this](const QString& text) { message().showNote(text); });
    connect(m_pane, &ExhibitPane::failed, this, [this](const QString& text) { message().showProblem(text); });
    splitter->addWidget(left);
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(1, 1);
    left->setMinimumWidth(fontMetrics().averageCharWidth() * kListLetters);
    return splitter;
}

void CasePage::open(const std::filesystem::path& path, int exhibit) {
    if (path != m_path) {
        m_thumbnails.clear();
        message().hide();
    }
    m_path = path;
    m_work.start([this, path](const Progress&) { return m_desk.view(path); },
                 [this, exhibit](const Result<CaseView>& view) { take(view, exhibit); });
}

void CasePage::take(const Result<CaseView>& view, int exhibit) {
    if (!view) {
        setTitle(Wording::line(m_path.filename().string()));
        m_stack->hide();
        m_dossier->setEnabled(false);
        return message().showProblem(
            tr("This case can't be shown; its file was not changed. %1").arg(Wording::problem(view.error())));
    }
    m_view = *view;
    const CaseSummary& summary = m_view.summary;
    setTitle(Wording::line(summary.details.subject.name),
             tr("%1 · %2 · %3")
                 .arg(Wording::wishes(summary.details.wishes), Wording::surface(summary.details.surface),
                      Wording::waits(summary)));
    m_stack->show();
    m_stack->setCurrentIndex(m_view.exhibits.empty() ? Empty : Filled);
    m_dossier->setEnabled(!m_view.exhibits.empty());
    fillList(m_view, exhibit);
    emit opened();
}

void CasePage::fillList(const CaseView& view, int exhibit) {
    m_looking.drop();
    m_list->clear();
    for (const PromptGroup& group : view.groups)
        addGroup(group);
    if (!m_list->select(exhibit))
        m_list->select(view.exhibits.empty() ? 0 : view.exhibits.back().number);
    loadThumbnails();
}

void CasePage::addGroup(const PromptGroup& group) {
    const bool isRepeated = group.runs.size() > 1;
    m_list->addHeading(isRepeated ? Wording::repeated(group) : QString());
    for (const PromptRun& run : group.runs) {
        const auto exhibit = std::ranges::find(m_view.exhibits, run.exhibit, &ExhibitSummary::number);
        if (exhibit == m_view.exhibits.end())
            continue;
        QString line = lineOf(*exhibit);
        if (isRepeated && run.answer)
            line = tr("%1 · answer %2", "the line of an exhibit, and which of several different answers it has")
                       .arg(line, QChar(QLatin1Char('A').unicode() + (*run.answer - 1) % 26));
        m_list->add(exhibit->number,
                    tr("%1. %2", "number of an exhibit and its prompt").arg(exhibit->number).arg(promptOf(*exhibit)),
                    line);
    }
}

void CasePage::loadThumbnails() {
    const int side = qRound(kThumbnailSide * devicePixelRatioF());
    for (int row = 0; row < m_list->count(); ++row) {
        const int number = m_list->idAt(row).toInt();
        if (m_thumbnails.contains(number))
            m_list->setPicture(row, m_thumbnails.value(number));
        if (number == 0 || m_thumbnails.contains(number))
            continue;
        m_looking.start(
            [this, path = m_path, number, side](const Progress&) { return m_desk.thumbnail(path, number, side); },
            [this, row, number](QImage picture) {
                picture.setDevicePixelRatio(devicePixelRatioF());
                m_thumbnails.insert(number, picture);
                m_list->setPicture(row, picture);
            });
    }
}

void CasePage::showCurrent() {
    if (m_list->currentRow() < 0)
        return;
    const int number = m_list->currentId().toInt();
    m_work.start([this, path = m_path, number](const Progress&) { return m_desk.exhibit(path, number); },
                 [this, path = m_path, number](const Result<ExhibitView>& view) {
                     if (m_list->currentId().toInt() != number)
                         return; // the person went on
                     if (!view)
                         return message().showProblem(tr("Exhibit %1 can't be shown; nothing was changed. %2")
                                                          .arg(number)
                                                          .arg(Wording::problem(view.error())));
                     m_pane->show(path, *view);
                 });
}

void CasePage::askToWithdraw() {
    const int number = m_list->currentId().toInt();
    auto* const box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Withdraw an exhibit"));
    box->setText(tr("Withdraw exhibit %1 and destroy its content?").arg(number));
    box->setInformativeText(tr("Its texts and pictures are overwritten in the case. The log keeps that it existed. To "
                               "leave it out of one dossier only, choose the exhibits when you make the dossier."));
    auto* const withdrawButton = box->addButton(tr("&Withdraw for good"), QMessageBox::DestructiveRole);
    auto* const keep = box->addButton(tr("&Keep the exhibit"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(withdrawButton, &QPushButton::clicked, this, [this, number] { withdraw(number); });
    box->open();
}

void CasePage::withdraw(int number) {
    m_work.start([this, path = m_path, number](const Progress&) { return m_desk.withdraw(path, number); },
                 [this, number](const Result<>& done) {
                     if (!done)
                         message().showProblem(Wording::problem(done.error()));
                     else
                         message().showNote(tr("Exhibit %1 was withdrawn.").arg(number));
                     open(m_path);
                 });
}

} // namespace exhibit::desktop
