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

enum Shown { Empty, Filled, Nothing };
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
                                       exhibit.screenshots == 0
                                           ? CasePage::tr("no picture")
                                           : CasePage::tr("%n picture(s)", nullptr, exhibit.screenshots));
}

} // namespace

CasePage::CasePage(const Desk& desk) : Page(tr("‹ &All cases")), m_desk(desk) {
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeFilled());
    m_stack->addWidget(new QWidget); // a case that can't be read
    content().addWidget(m_stack, 1);
    makeButtons();
}

void CasePage::makeButtons() {
    m_change = new QPushButton(tr("Chan&ge name, place or wishes…"));
    connect(m_change, &QPushButton::clicked, this, [this] { emit changeRequested(m_view.summary.details); });
    m_add = new QPushButton(tr("A&dd an exhibit"));
    connect(m_add, &QPushButton::clicked, this, &CasePage::addRequested);
    m_dossier = new QPushButton(tr("&Make the dossier"));
    m_dossier->setObjectName(QStringLiteral("dossier"));
    connect(m_dossier, &QPushButton::clicked, this, &CasePage::dossierRequested);
    m_send = new QPushButton(tr("Send it…"));
    m_send->setObjectName(QStringLiteral("send"));
    connect(m_send, &QPushButton::clicked, this, &CasePage::sendRequested);
    buttons().addWidget(m_change);
    buttons().addStretch(1);
    for (QPushButton* const button : {m_add, m_dossier, m_send})
        buttons().addWidget(button);
    showNextStep();
}

void CasePage::showNextStep() {
    const Waits waits = m_view.summary.waits;
    const bool isMade = waits == Waits::Sending || waits == Waits::Answer;
    m_send->setEnabled(isMade);
    setDefaultAmong({m_add, m_dossier, m_send}, waits == Waits::Dossier   ? m_dossier
                                                : waits == Waits::Sending ? m_send
                                                                          : m_add);
}

QWidget* CasePage::makeEmpty() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, fontMetrics().height(), 0, 0);
    layout->addWidget(headingLabel(tr("No exhibit yet")));
    layout->addWidget(wrappedLabel(
        tr("An exhibit is one question and its answer: your exact prompt, and a picture of what the AI said. Have the "
           "chat on the screen and press “Add an exhibit”: it goes on from there, step by step.")));
    layout->addStretch(1);
    return inColumn(part);
}

QWidget* CasePage::makeFilled() {
    auto* const splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("caseParts"));
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(fontMetrics().height());
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
    message().hideNote();
    m_path = path;
    m_work.start([this, path](const Progress&) { return m_desk.view(path); },
                 [this, exhibit](const Result<CaseView>& view) { take(view, exhibit); });
}

void CasePage::take(const Result<CaseView>& view, int exhibit) {
    if (!view) {
        setTitle(Wording::line(m_path.filename().string()));
        m_stack->setCurrentIndex(Nothing);
        for (QPushButton* const button : {m_change, m_add, m_dossier})
            button->setEnabled(false);
        return message().showProblem(
            tr("This case can't be shown; its file was not changed. %1").arg(Wording::problem(view.error())));
    }
    m_view = *view;
    const CaseSummary& summary = m_view.summary;
    setTitle(Wording::line(summary.details.subject.name),
             tr("%1 · %2 · %3")
                 .arg(Wording::wishes(summary.details.wishes), Wording::surface(summary.details.surface),
                      Wording::waits(summary)));
    m_stack->setCurrentIndex(m_view.exhibits.empty() ? Empty : Filled);
    for (QPushButton* const button : {m_change, m_add})
        button->setEnabled(true);
    m_dossier->setEnabled(!m_view.exhibits.empty());
    showNextStep();
    fillList(m_view, exhibit);
    emit opened();
}

void CasePage::fillList(const CaseView& view, int exhibit) {
    m_looking.drop();
    m_filling = true;
    m_list->clear();
    for (const PromptGroup& group : view.groups)
        addGroup(group);
    if (!m_list->select(exhibit))
        m_list->select(view.exhibits.empty() ? 0 : view.exhibits.back().number);
    m_filling = false;
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
            line = tr("Answer %1 · %2", "which of several different answers an exhibit has, and its line")
                       .arg(QChar(QLatin1Char('A').unicode() + (*run.answer - 1) % 26))
                       .arg(line);
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
    if (!m_filling)
        message().hideNote(); // the person has gone on to something else
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
                     open(m_path);
                     if (!done)
                         message().showProblem(Wording::problem(done.error()));
                     else
                         message().showNote(tr("Exhibit %1 was withdrawn.").arg(number));
                 });
}

} // namespace exhibit::desktop
