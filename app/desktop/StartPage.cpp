#include "desktop/StartPage.h"

#include "desktop/Message.h"
#include "desktop/TwoLineList.h"
#include "desktop/Wording.h"
#include "desktop/model/LastDossier.h"
#include "store/Hidden.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

namespace exhibit::desktop {

namespace {

QString titleOf(const CaseSummary& summary) {
    const QString name = Wording::line(summary.details.subject.name);
    return summary.details.reference.empty()
               ? name
               : StartPage::tr("%1 (%2)").arg(name, Wording::line(summary.details.reference));
}

QString lineOf(const CaseSummary& summary) {
    QStringList parts{Wording::waits(summary)};
    if (summary.exhibits > 0)
        parts << StartPage::tr("%n exhibit(s)", nullptr, summary.exhibits);
    parts << Wording::surface(summary.details.surface)
          << StartPage::tr("changed %1").arg(Wording::dateTime(summary.changedAt));
    return parts.join(QStringLiteral(" · "));
}

/// A case that looks like another one is deleted in its place: where titles are the same, the file stands beside them.
QStringList distinctTitles(const std::vector<CaseSummary>& summaries) {
    QMap<QString, int> titles;
    QMap<std::string, int> files;
    for (const CaseSummary& summary : summaries) {
        ++titles[titleOf(summary)];
        ++files[summary.path.filename().string()];
    }
    QStringList distinct;
    for (const CaseSummary& summary : summaries) {
        const std::string file = summary.path.filename().string();
        const QString title = titleOf(summary);
        distinct << (titles[title] == 1
                         ? title
                         : StartPage::tr("%1 – %2", "a case and its file")
                               .arg(title, Wording::line(files[file] == 1 ? file : summary.path.string())));
    }
    return distinct;
}

/// The last dossier of a case and the folder of its pictures, as far as they still lie beside it. Nothing else knows,
/// once the case is gone.
QStringList madeFrom(const Desk& desk, const std::filesystem::path& path) {
    const auto last = lastDossier(desk, path);
    QStringList files;
    if (!last || last->result.path.empty())
        return files;
    files << toQt(last->result.path);
    if (!last->result.pictureFolder.empty())
        files << toQt(last->result.pictureFolder);
    return files;
}

} // namespace

StartPage::StartPage(const Desk& desk, RecentCases& recent) : m_desk(desk), m_recent(recent) {
    m_welcome = makeWelcome();
    m_cases = makeList();
    content().addWidget(m_welcome, 1);
    content().addWidget(m_cases, 1);
    m_cases->hide();
    auto* const openFile = new QPushButton(tr("Open a &file…"));
    connect(openFile, &QPushButton::clicked, this, &StartPage::openFileRequested);
    auto* const check = new QPushButton(tr("Chec&k a dossier…"));
    connect(check, &QPushButton::clicked, this, &StartPage::checkRequested);
    buttons().addWidget(openFile);
    buttons().addWidget(check);
    buttons().addStretch(1);
    buttons().addWidget(makeProgress());
    makeCaseButtons();
}

/// What is done with the chosen case, and beside it the way to another.
void StartPage::makeCaseButtons() {
    m_open = new QPushButton(tr("&Open"));
    connect(m_open, &QPushButton::clicked, this, &StartPage::choose);
    m_more = new QPushButton(tr("&More"));
    m_more->setMenu(makeMore());
    const auto enable = [this](int row) {
        m_open->setEnabled(row >= 0);
        m_more->setEnabled(row >= 0);
        for (QAction* const action : m_list->actions())
            action->setEnabled(row >= 0);
    };
    enable(-1);
    connect(m_list, &QListWidget::currentRowChanged, this, enable);
    auto* const create = defaultButton(tr("&New case"));
    connect(create, &QPushButton::clicked, this, &StartPage::newCaseRequested);
    buttons().addWidget(m_more);
    buttons().addWidget(m_open);
    buttons().addWidget(create);
}

QWidget* StartPage::makeWelcome() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, fontMetrics().height(), 0, 0);
    layout->addWidget(headingLabel(tr("Did an AI say something about you?")));
    layout->addWidget(wrappedLabel(
        tr("This program turns it into evidence: your exact prompt, a picture of the answer, and the request that "
           "belongs to it, in one file that you can send. “New case” asks three short questions first.")));
    layout->addStretch(1);
    return inColumn(part);
}

QWidget* StartPage::makeList() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search for a name, a reference or a file"));
    m_search->setAccessibleName(tr("Search the cases"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &StartPage::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &StartPage::choose);
    m_list = new TwoLineList;
    m_list->setAccessibleName(tr("Cases"));
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_list, &QListWidget::itemActivated, this, &StartPage::choose);
    m_nothing = wrappedLabel(tr("No case has these words in its name, its reference or its file."));
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    return part;
}

QWidget* StartPage::makeProgress() {
    auto* const part = new QWidget;
    auto* const bar = new QProgressBar;
    bar->setMaximum(1000);
    bar->setAccessibleName(tr("How far this is"));
    auto* const cancel = new QPushButton(tr("&Stop"));
    auto* const layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(bar);
    layout->addWidget(cancel);
    part->hide();
    connect(cancel, &QPushButton::clicked, &m_work, &Work::cancel);
    connect(&m_work, &Work::progressed, bar, &QProgressBar::setValue);
    connect(&m_work, &Work::busyChanged, part, [bar, part](bool busy) {
        bar->reset();
        part->setVisible(busy);
    });
    return part;
}

QMenu* StartPage::makeMore() {
    auto* const menu = new QMenu(this);
    menu->addAction(tr("D&uplicate"), this, &StartPage::duplicate);
    menu->addAction(tr("&Back up…"), this, &StartPage::backUp);
    menu->addAction(tr("&Take off this list"), this, &StartPage::forget);
    menu->addSeparator();
    menu->addAction(tr("&Delete for good…"), this, &StartPage::askToDelete);
    m_list->addActions(menu->actions());
    return menu;
}

void StartPage::refresh() {
    message().hide();
    m_search->clear();
    m_isBack = true;
    read();
}

void StartPage::read() {
    m_reading.drop();
    struct Read {
        std::vector<CaseSummary> summaries;
        std::vector<std::filesystem::path> unreadable;
    };
    m_reading.start(
        [this, paths = m_recent.paths(), folders = m_recent.folders()](const Progress& progress) {
            for (const std::filesystem::path& folder : folders)
                removeLeftovers(folder); // a case whose deletion was cut short
            Read read;
            for (const std::filesystem::path& path : paths) {
                if (!progress(0, 1))
                    break;
                if (auto summary = m_desk.summary(path))
                    read.summaries.push_back(*std::move(summary));
                else
                    read.unreadable.push_back(path);
            }
            return read;
        },
        [this](const Read& read) { take(read.summaries, read.unreadable); });
}

void StartPage::take(const std::vector<CaseSummary>& summaries, const std::vector<std::filesystem::path>& unreadable) {
    const QVariant before = m_isBack ? QVariant() : m_list->currentId(); // the case that was left is the first
    m_list->clear();
    const QStringList titles = distinctTitles(summaries);
    for (std::size_t i = 0; i < summaries.size(); ++i)
        m_list->add(toQt(summaries[i].path), titles.at(static_cast<qsizetype>(i)), lineOf(summaries[i]));
    for (const std::filesystem::path& path : unreadable)
        m_list->add(toQt(path), Wording::line(path.filename().string()),
                    tr("Can't be read now: it is damaged, in use, or no case. Open it to see why."));
    if (!m_list->select(before))
        m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    const bool isEmpty = m_list->count() == 0;
    setTitle(isEmpty ? tr("Exhibit 17") : tr("Your cases"),
             tr("Everything stays on this computer. You decide what leaves it, and when."));
    m_welcome->setVisible(isEmpty);
    for (QWidget* const part : std::initializer_list<QWidget*>{m_cases, m_open, m_more})
        part->setVisible(!isEmpty);
    m_search->setVisible(m_list->count() > 1);
    filter();
    if (std::exchange(m_isBack, false))
        m_list->setFocus(); // Enter opens the case
}

void StartPage::filter() {
    const QString words = m_search->text().trimmed();
    int shown = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        const QString all = m_list->item(row)->text() + QLatin1Char('\n') + m_list->idAt(row).toString();
        m_list->setRowHidden(row, !all.contains(words, Qt::CaseInsensitive));
        shown += m_list->isRowHidden(row) ? 0 : 1;
    }
    m_nothing->setVisible(shown == 0 && m_list->count() > 0);
    // What is done is done to a case that can be seen.
    if (m_list->currentRow() >= 0 && !m_list->isRowHidden(m_list->currentRow()))
        return;
    int first = 0;
    while (first < m_list->count() && m_list->isRowHidden(first))
        ++first;
    m_list->setCurrentRow(first < m_list->count() ? first : -1);
}

std::filesystem::path StartPage::selected() const {
    return fromQt(m_list->currentId().toString());
}

void StartPage::choose() {
    if (m_list->currentRow() >= 0)
        emit caseChosen(m_list->currentId().toString());
}

void StartPage::duplicate() {
    m_work.start([this, path = selected()](const Progress& progress) { return m_desk.duplicate(path, progress); },
                 [this](const Result<std::filesystem::path>& copy) {
                     if (!copy)
                         return message().showProblem(
                             tr("There is no copy; the case is as it was. %1").arg(Wording::problem(copy.error())));
                     m_recent.add(*copy);
                     message().showNote(
                         tr("The copy is “%1”. The case itself is as it was.").arg(toQt(copy->filename())));
                     read();
                 });
}

void StartPage::backUp() {
    const std::filesystem::path path = selected();
    const QString proposed = QDir::home().filePath(
        tr("%1, backup of %2.exhibit17").arg(toQt(path.stem()), QDate::currentDate().toString(Qt::ISODate)));
    const QString target = QFileDialog::getSaveFileName(
        this, tr("Back up this case"), proposed, tr("Cases (*.exhibit17)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (target.isEmpty())
        return;
    m_work.start(
        [this, path, target](const Progress& progress) { return m_desk.backUp(path, fromQt(target), progress); },
        [this, target](const Result<>& done) {
            if (done)
                return message().showNote(
                    tr("The backup is in %1. It is a whole copy: it opens like the case itself.").arg(target));
            message().showProblem(
                tr("There is no backup; the case is as it was. %1").arg(Wording::problem(done.error())));
        });
}

void StartPage::forget() {
    const std::filesystem::path path = selected();
    m_recent.remove(path);
    if (path.parent_path() == m_recent.folder())
        return message().showNote(
            tr("This case stays here, since it lies in the program's own folder, %1. Move its file elsewhere first.")
                .arg(toQt(m_recent.folder())));
    message().showNote(tr("Off the list. The file is still there: %1").arg(toQt(path)));
    read();
}

void StartPage::askToDelete() {
    const std::filesystem::path path = selected();
    auto* const box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Delete for good"));
    box->setText(tr("Delete “%1” and everything in it?").arg(m_list->currentItem()->text()));
    box->setInformativeText(
        tr("The file is overwritten and removed. This can't be undone. Dossiers that you made, backups, and copies "
           "that you sent are not touched."));
    auto* const destroyButton = box->addButton(tr("&Delete for good"), QMessageBox::DestructiveRole);
    auto* const keep = box->addButton(tr("&Keep the case"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(destroyButton, &QPushButton::clicked, this, [this, path] { destroy(path); });
    box->open();
}

void StartPage::destroy(const std::filesystem::path& path) {
    m_work.start(
        [this, path](const Progress&) -> Result<QStringList> {
            const QStringList staying = madeFrom(m_desk, path);
            EXHIBIT_TRY(m_desk.destroy(path));
            return staying;
        },
        [this, path](const Result<QStringList>& staying) {
            if (!staying)
                return message().showProblem(tr("The case was not deleted. %1").arg(Wording::problem(staying.error())));
            m_recent.remove(path);
            emit caseDestroyed(path);
            QString note =
                tr("The case was overwritten and deleted. Backups, snapshots of the disk and worn cells of an "
                   "SSD are outside this program's reach.");
            if (!staying->isEmpty())
                note += QLatin1Char('\n') + tr("What you made from it stays until you delete it yourself: %1")
                                                .arg(staying->join(tr(", ", "between the names of files")));
            message().showNote(note);
            read();
        });
}

} // namespace exhibit::desktop
