#include "desktop/CasePage.h"

#include "desktop/ExhibitPane.h"
#include "desktop/Message.h"
#include "desktop/ScrollingPart.h"
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
    connect(m_dossier, &QPushButton::clicked, this, [this] { goOn(&CasePage::dossierRequested); });
    m_send = new QPushButton(tr("Send it…"));
    m_send->setObjectName(QStringLiteral("send"));
    connect(m_send, &QPushButton::clicked, this, [this] { goOn(&CasePage::sendRequested); });
    buttons().addWidget(m_change);
    buttons().addStretch(1);
    for (QPushButton* const button : {m_add, m_dossier, m_send})
        buttons().addWidget(button);
    showNextStep();
}

void CasePage::goOn(void (CasePage::*request)()) {
    m_pane->settle([this, request, path = m_path] {
        if (path == m_path && isVisible())
            emit(this->*request)();
    });
}

void CasePage::showNextStep() {
    const CaseSummary& summary = m_view.summary;
    m_send->setEnabled(summary.madeAt.has_value());
    const bool isToBeMade = summary.exhibits > 0 && (summary.waits == Waits::Dossier || summary.changedSinceDossier);
    const QPushButton* next = m_add;
    if (isToBeMade)
        next = m_dossier;
    else if (summary.waits == Waits::Sending)
        next = m_send;
    setDefaultAmong({m_add, m_dossier, m_send}, summary.hasUnsavedExhibit ? m_add : next);
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
    auto* const area = new FoldingParts(QStringLiteral("caseParts"));
    auto* const left = new QWidget;
    auto* const layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = new TwoLineList(kThumbnailSide);
    m_list->setAccessibleName(tr("Exhibits"));
    m_list->setObjectName(QStringLiteral("exhibits"));
    connect(m_list, &QListWidget::currentRowChanged, this, &CasePage::showCurrent);
    m_withdraw = new QPushButton(tr("&Withdraw this exhibit…"));
    connect(m_withdraw, &QPushButton::clicked, this, &CasePage::askToWithdraw);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_withdraw);
    m_pane = new ExhibitPane(m_desk);
    connect(m_pane, &ExhibitPane::noted, this, [this](const QString& text) { message().showNote(text); });
    connect(m_pane, &ExhibitPane::failed, this, [this](const QString& text) { message().showProblem(text); });
    connect(m_pane, &ExhibitPane::changed, this, &CasePage::refreshSummary);
    area->parts().addWidget(left);
    area->parts().addWidget(m_pane);
    area->parts().setStretchFactor(1, 1);
    left->setMinimumWidth(fontMetrics().averageCharWidth() * kListLetters);
    return area;
}

void CasePage::open(const std::filesystem::path& path, int exhibit) {
    const bool isOther = path != m_path;
    m_path = path;
    if (isOther) {
        clear();
        m_thumbnails.clear();
        message().hide();
    }
    message().hideNote();
    m_work.start([this, path](const Progress&) { return m_desk.view(path); },
                 [this, path, exhibit](const Result<CaseView>& view) {
                     if (path == m_path)
                         take(view, exhibit);
                 });
}

void CasePage::clear() {
    m_looking.drop();
    m_view = {};
    m_filling = true;
    m_list->clear();
    m_filling = false;
    m_stack->setCurrentIndex(Nothing);
    setTitle(Wording::line(m_path.stem().string()));
    showNextStep();
    for (QPushButton* const button : {m_change, m_add, m_dossier, m_send})
        button->setEnabled(false);
}

void CasePage::take(const Result<CaseView>& view, int exhibit) {
    if (!view) {
        clear();
        return message().showProblem(
            tr("This case can't be shown; its file was not changed. %1").arg(Wording::problem(view.error())));
    }
    m_view = *view;
    m_stack->setCurrentIndex(m_view.exhibits.empty() ? Empty : Filled);
    for (QPushButton* const button : {m_change, m_add})
        button->setEnabled(true);
    m_dossier->setEnabled(!m_view.exhibits.empty());
    showSummary();
    fillList(m_view, exhibit);
    emit opened();
}

void CasePage::showSummary() {
    const CaseSummary& summary = m_view.summary;
    QString line = tr("%1 · %2 · %3")
                       .arg(Wording::wishes(summary.details.wishes), Wording::surface(summary.details.surface),
                            Wording::waits(summary));
    if (summary.changedSinceDossier && summary.exhibits > 0)
        line += QLatin1Char('\n') + tr("Make the dossier anew, so that it holds the change.");
    setTitle(Wording::line(summary.details.subject.name), line);
    showNextStep();
}

void CasePage::refreshSummary() {
    m_work.start([this, path = m_path](const Progress&) { return m_desk.summary(path); },
                 [this](const Result<CaseSummary>& summary) {
                     if (!summary || summary->path != m_view.summary.path || summary->id != m_view.summary.id)
                         return;
                     m_view.summary = *summary;
                     showSummary();
                 });
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

ExhibitId CasePage::idOf(int number) const {
    const auto found = std::ranges::find(m_view.exhibits, number, &ExhibitSummary::number);
    return found == m_view.exhibits.end() ? ExhibitId{} : ExhibitId{m_view.summary.id, number, found->addedAt};
}

void CasePage::loadThumbnails() {
    const int side = qRound(kThumbnailSide * devicePixelRatioF());
    for (int row = 0; row < m_list->count(); ++row) {
        const int number = m_list->idAt(row).toInt();
        const ExhibitId id = idOf(number);
        const auto known = m_thumbnails.find(id);
        if (known != m_thumbnails.end())
            m_list->setPicture(row, known->second);
        if (number == 0 || known != m_thumbnails.end())
            continue;
        m_looking.start(
            [this, path = m_path, number, side](const Progress&) { return m_desk.thumbnail(path, number, side); },
            [this, row, id](QImage picture) {
                picture.setDevicePixelRatio(devicePixelRatioF());
                m_thumbnails.insert_or_assign(id, picture);
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
                     if (path != m_path || m_list->currentId().toInt() != number)
                         return; // the person went on
                     if (!view)
                         return message().showProblem(tr("Exhibit %1 can't be shown; nothing was changed. %2")
                                                          .arg(number)
                                                          .arg(Wording::problem(view.error())));
                     m_pane->show(path, *view);
                 });
}

void CasePage::askToWithdraw() {
    const ExhibitId exhibit = idOf(m_list->currentId().toInt());
    if (exhibit.number == 0)
        return;
    auto* const box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Withdraw an exhibit"));
    box->setText(tr("Withdraw exhibit %1 and destroy its content?").arg(exhibit.number));
    box->setInformativeText(tr("Its texts and pictures are overwritten in the case. The log keeps that it existed. To "
                               "leave it out of one dossier only, choose the exhibits when you make the dossier."));
    auto* const withdrawButton = box->addButton(tr("&Withdraw for good"), QMessageBox::DestructiveRole);
    auto* const keep = box->addButton(tr("&Keep the exhibit"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(withdrawButton, &QPushButton::clicked, this, [this, exhibit] { withdraw(exhibit); });
    box->open();
}

void CasePage::withdraw(const ExhibitId& exhibit) {
    const int number = exhibit.number;
    if (idOf(number) != exhibit)
        return; // it is another case by now
    m_pane->abandon();
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
