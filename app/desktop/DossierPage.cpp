#include "desktop/DossierPage.h"

#include "desktop/ExactTextEdit.h"
#include "desktop/Message.h"
#include "desktop/PagesView.h"
#include "desktop/Wording.h"
#include "desktop/model/RecentCases.h"
#include "request/Strings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>

namespace exhibit::desktop {

namespace {

constexpr int kThousandths = 1000;
constexpr int kKeepAfter = 700;       // ms without a key
constexpr int kPrepareAfter = 150;    // ms after the last choice
constexpr double kUsualMegabytes = 5; // what upload forms commonly take
constexpr double kBytesInMegabyte = 1e6;
enum Tab { LetterTab, DisclosureTab, PagesTab };

QString itemText(const ExhibitSummary& exhibit) {
    return DossierPage::tr("%1. %2", "number of an exhibit and its prompt")
        .arg(exhibit.number)
        .arg(exhibit.promptStart.empty() ? DossierPage::tr("without a prompt")
                                         : QString::fromStdString(exhibit.promptStart).simplified());
}

QString row(const std::string& what, const std::string& value) {
    return QStringLiteral("<tr><td style='padding-left:1em;padding-right:1em'>%1</td><td>%2</td></tr>")
        .arg(Wording::line(what).toHtmlEscaped(), Wording::line(value).toHtmlEscaped());
}

QString group(const QString& title, const QString& rows) {
    return QStringLiteral("<h4>%1</h4><table>%2</table>").arg(title.toHtmlEscaped(), rows);
}

} // namespace

DossierPage::DossierPage(const Desk& desk) : Page(tr("‹ &Back to the case")), m_desk(desk) {
    setTitle(tr("Make the dossier"),
             tr("One PDF with the letter and all evidence. Nothing is sent: you read it first, and send it yourself."));
    auto* const splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("dossierParts"));
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(fontMetrics().height());
    splitter->addWidget(makeChoices());
    m_tabs = new QTabWidget;
    m_tabs->addTab(makeLetters(), tr("The &letter"));
    m_tabs->addTab(makeDisclosure(), tr("What it &tells about you"));
    m_tabs->addTab(makePages(), tr("The &pages"));
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (tab == DisclosureTab)
            prepare();
        if (tab == PagesTab)
            drawPages();
    });
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 5);
    content().addWidget(splitter, 1);
    makeButtons();
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(kKeepAfter);
    connect(&m_keepSoon, &QTimer::timeout, this, &DossierPage::keepLetter);
    m_prepareSoon.setSingleShot(true);
    m_prepareSoon.setInterval(kPrepareAfter);
    connect(&m_prepareSoon, &QTimer::timeout, this, &DossierPage::prepare);
}

DossierPage::~DossierPage() {
    keepLetter();
    m_writing.finish();
}

QWidget* DossierPage::makeChoices() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* const heading = headingLabel(tr("&Exhibits"));
    m_exhibits = new QListWidget;
    m_exhibits->setAccessibleName(tr("Exhibits that go into the dossier"));
    m_exhibits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    heading->setBuddy(m_exhibits);
    m_language = new QComboBox;
    for (const std::string_view code : request::Strings::languages()) {
        const QString text = QString::fromStdString(std::string(code));
        m_language->addItem(Wording::languageName(text), text);
    }
    m_originals = new QCheckBox(tr("Attach &originals with place or device"));
    m_originals->setToolTip(
        tr("Without this, a picture that tells where or with what it was taken goes in as a cleaned "
           "copy, and the original is only named by its fingerprint."));
    auto* const form = new QFormLayout;
    addProfiles(*form);
    form->addRow(tr("La&nguage:"), m_language);
    layout->addWidget(heading);
    layout->addWidget(m_exhibits, 1);
    layout->addLayout(form);
    layout->addWidget(m_originals);
    const auto changed = [this] { m_prepareSoon.start(); };
    connect(m_exhibits, &QListWidget::itemChanged, this, changed);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        keepLetter();
        m_prepareSoon.start();
    });
    connect(m_originals, &QCheckBox::toggled, this, changed);
    return part;
}

void DossierPage::addProfiles(QFormLayout& form) {
    m_profile = new QComboBox;
    m_profile->setObjectName(QStringLiteral("profile"));
    const auto add = [this](dossier::Profile profile, const QString& text, const QString& meaning) {
        m_profile->addItem(text, static_cast<int>(profile));
        m_profile->setItemData(m_profile->count() - 1, meaning, Qt::ToolTipRole);
    };
    add(dossier::Profile::Full, tr("Complete (recommended)"),
        tr("Every original is attached. Anybody can check it with common programs."));
    add(dossier::Profile::Compact, tr("Half the size"),
        tr("Each picture is in it once. Nothing is lost, but checking it without this program takes more steps."));
    add(dossier::Profile::Upload, tr("Small, for a form"),
        tr("Pictures are made smaller if they must be, never below what can be read; the originals stay here. Beside "
           "it comes a folder with a picture of each exhibit, for forms that take only pictures."));
    m_size = new QDoubleSpinBox;
    m_size->setObjectName(QStringLiteral("size"));
    m_size->setRange(0.1, 1000);
    m_size->setDecimals(1);
    m_size->setValue(kUsualMegabytes);
    m_size->setSuffix(tr(" MB"));
    form.addRow(tr("&Kind:"), m_profile);
    form.addRow(tr("At mo&st:"), m_size);
    const auto showSize = [this, &form] {
        const bool isUpload = m_profile->currentData().toInt() == static_cast<int>(dossier::Profile::Upload);
        m_size->setVisible(isUpload);
        form.labelForField(m_size)->setVisible(isUpload);
        m_originals->setVisible(!isUpload);
        m_profile->setToolTip(m_profile->currentData(Qt::ToolTipRole).toString());
    };
    showSize();
    connect(m_profile, &QComboBox::currentIndexChanged, this, [this, showSize] {
        showSize();
        m_prepareSoon.start();
    });
    connect(m_size, &QDoubleSpinBox::valueChanged, this, [this] { m_prepareSoon.start(); });
}

QWidget* DossierPage::makeLetters() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    m_chooser = new QComboBox;
    // Screen readers take the name of a combo box from its label alone.
    auto* const label = new QLabel(tr("Which letter:"));
    label->setBuddy(m_chooser);
    connect(m_chooser, &QComboBox::activated, this, &DossierPage::showLetter);
    m_reset = new QPushButton(tr("&Undo my changes"));
    m_reset->setToolTip(tr("Goes back to the letter that the program writes."));
    connect(m_reset, &QPushButton::clicked, this, &DossierPage::dropLetter);
    auto* const row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_chooser, 1);
    row->addWidget(m_reset);
    m_letter = new QPlainTextEdit;
    m_letter->setObjectName(QStringLiteral("letter"));
    m_letter->setTabChangesFocus(true);
    m_letter->setAccessibleName(tr("The words of the letter"));
    connect(m_letter, &QPlainTextEdit::textChanged, this, &DossierPage::letterEdited);
    m_letterNote = wrappedLabel();
    layout->addLayout(row);
    layout->addWidget(m_letter, 1);
    layout->addWidget(m_letterNote);
    return part;
}

QWidget* DossierPage::makeDisclosure() {
    m_disclosure = new QTextBrowser;
    m_disclosure->setAccessibleName(tr("What the dossier tells"));
    return m_disclosure;
}

QWidget* DossierPage::makePages() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    m_pages = new PagesView;
    m_pages->setObjectName(QStringLiteral("pages"));
    m_pageNumber = new QLabel;
    m_pageNumber->setAlignment(Qt::AlignHCenter);
    connect(m_pages, &PagesView::pageChanged, this,
            [this](int page, int count) { m_pageNumber->setText(tr("Page %1 of %2").arg(page).arg(count)); });
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_pageNumber);
    return part;
}

void DossierPage::makeButtons() {
    m_place = wrappedLabel();
    m_elsewhere = new QPushButton(tr("Save else&where…"));
    connect(m_elsewhere, &QPushButton::clicked, this, &DossierPage::chooseOutput);
    m_progress = new QProgressBar;
    m_progress->setRange(0, kThousandths);
    m_progress->setAccessibleName(tr("Progress of the dossier"));
    m_progress->hide();
    connect(&m_writing, &Work::progressed, m_progress, &QProgressBar::setValue);
    m_cancel = new QPushButton(tr("C&ancel"));
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, &m_writing, &Work::cancel);
    m_make = defaultButton(tr("&Make the dossier"));
    m_make->setObjectName(QStringLiteral("make"));
    connect(m_make, &QPushButton::clicked, this, &DossierPage::make);
    buttons().addWidget(m_place, 1);
    buttons().addWidget(m_elsewhere);
    buttons().addWidget(m_progress, 1);
    buttons().addWidget(m_cancel);
    buttons().addWidget(m_make);
}

void DossierPage::open(const std::filesystem::path& path) {
    keepLetter();
    m_path = path;
    m_output = Desk::dossierPath(path);
    m_existing = Existing::Refuse;
    m_letters.clear();
    m_drawing.drop();
    m_pages->clear({});
    m_pageNumber->clear();
    m_pagesAreOld = true;
    message().hide();
    showOutput();
    m_tabs->setCurrentIndex(LetterTab);
    m_make->setFocus();
    m_reading.drop();
    m_reading.start([this, path](const Progress&) { return m_desk.view(path); },
                    [this](const Result<CaseView>& view) {
                        if (!view)
                            return message().showProblem(Wording::problem(view.error()));
                        fillChoices(*view);
                        prepare();
                    });
}

void DossierPage::fillChoices(const CaseView& view) {
    const QSignalBlocker quietList(m_exhibits);
    const QSignalBlocker quietLanguage(m_language);
    m_exhibits->clear();
    for (const ExhibitSummary& exhibit : view.exhibits) {
        auto* const item = new QListWidgetItem(itemText(exhibit), m_exhibits);
        item->setData(Qt::UserRole, exhibit.number);
        item->setCheckState(Qt::Checked);
        item->setToolTip(item->text());
    }
    m_language->setCurrentIndex(
        std::max(0, m_language->findData(QString::fromStdString(view.summary.details.language))));
}

dossier::ExportOptions DossierPage::options() const {
    dossier::ExportOptions options;
    for (int row = 0; row < m_exhibits->count(); ++row)
        if (m_exhibits->item(row)->checkState() == Qt::Checked)
            options.exhibits.push_back(m_exhibits->item(row)->data(Qt::UserRole).toInt());
    options.language = m_language->currentData().toString().toStdString();
    options.profile = static_cast<dossier::Profile>(m_profile->currentData().toInt());
    if (options.profile == dossier::Profile::Upload)
        options.maxSize = static_cast<std::uint64_t>(m_size->value() * kBytesInMegabyte);
    else
        options.attachOriginalsThatDisclose = m_originals->isChecked();
    return options;
}

void DossierPage::prepare() {
    const dossier::ExportOptions chosen = options();
    m_make->setEnabled(!chosen.exhibits.empty());
    if (chosen.exhibits.empty())
        return message().showProblem(tr("Choose at least one exhibit."));
    message().hide();
    m_reading.drop();
    m_reading.start(
        [this, path = m_path, chosen](const Progress& progress) -> Result<Prepared> {
            EXHIBIT_ASSIGN(const CaseFile file, m_desk.open(path, Access::Read));
            Prepared prepared;
            EXHIBIT_ASSIGN(prepared.letters, dossier::letterDrafts(file, chosen, m_desk.clock()));
            EXHIBIT_ASSIGN(prepared.preview, dossier::previewDisclosure(file, chosen, m_desk.clock(), progress));
            return prepared;
        },
        [this](const Result<Prepared>& prepared) { take(prepared); });
    m_pagesAreOld = true;
    drawPages();
}

void DossierPage::drawPages() {
    if (!m_pagesAreOld || m_tabs->currentIndex() != PagesTab)
        return;
    m_pagesAreOld = false;
    if (m_pages->pageCount() == 0)
        m_pages->clear(tr("The pages are being set…"));
    m_drawing.drop();
    m_drawing.start([this, path = m_path, chosen = options()](
                        const Progress& progress) { return m_desk.previewDossier(path, chosen, progress); },
                    [this](const Result<std::shared_ptr<const preview::PageRenderer>>& pages) {
                        if (pages)
                            return m_pages->setPages(*pages);
                        m_pageNumber->clear();
                        m_pages->clear(tr("The pages can't be shown. %1").arg(Wording::problem(pages.error())));
                    });
}

void DossierPage::take(const Result<Prepared>& prepared) {
    if (!prepared)
        return message().showProblem(Wording::problem(prepared.error()));
    showPreview(prepared->preview);
    if (m_edited)
        return; // the person is writing
    const int before = std::max(0, m_chooser->currentIndex());
    m_letters = prepared->letters.letters;
    m_chooser->clear();
    for (const dossier::LetterDraft& letter : m_letters)
        m_chooser->addItem(letter.ownWords ? tr("%1 (your own words)").arg(QString::fromStdString(letter.title))
                                           : QString::fromStdString(letter.title));
    m_chooser->setCurrentIndex(std::min(before, m_chooser->count() - 1));
    m_tabs->setTabEnabled(LetterTab, !m_letters.empty());
    showLetter(m_chooser->currentIndex());
}

void DossierPage::showLetter(int index) {
    keepLetter();
    m_shown = index;
    if (index < 0)
        return;
    const dossier::LetterDraft& letter = m_letters[static_cast<std::size_t>(index)];
    const QSignalBlocker quiet(m_letter);
    if (exactText(*m_letter) != letter.text)
        m_letter->setPlainText(QString::fromStdString(letter.text));
    m_reset->setEnabled(letter.ownWords);
    m_letterNote->setText(tr("Change what you like; it is kept as you write. “[exhibits]” stands for the table of your "
                             "exhibits; sender, addressee and date are added. %1")
                              .arg(Wording::line(letter.notice)));
}

void DossierPage::showPreview(const dossier::DisclosurePreview& preview) {
    QString html;
    for (const std::string& warning : preview.warnings)
        html +=
            QStringLiteral("<p>⚠ %1</p>").arg(Wording::line(Wording::sentence(warning).toStdString()).toHtmlEscaped());
    const QIcon attention = style()->standardIcon(QStyle::SP_MessageBoxWarning);
    m_tabs->setTabIcon(DisclosureTab, preview.warnings.empty() ? QIcon() : attention);
    for (const dossier::DisclosedGroup& one : preview.groups) {
        QString rows;
        for (const dossier::DisclosedFact& fact : one.facts)
            rows += row(fact.what, fact.value);
        html += group(Wording::line(one.title), rows);
    }
    QString files;
    for (const ManifestFile& file : preview.files)
        files += row(file.name, Wording::size(file.size).toStdString());
    m_disclosure->setHtml(html + group(tr("Attached files"), files));
}

void DossierPage::letterEdited() {
    m_edited = true;
    m_keepSoon.start();
}

void DossierPage::keepLetter() {
    m_keepSoon.stop();
    if (!m_edited || m_shown < 0)
        return;
    m_edited = false;
    dossier::LetterDraft& letter = m_letters[static_cast<std::size_t>(m_shown)];
    letter.text = exactText(*m_letter);
    letter.ownWords = true;
    m_reset->setEnabled(true);
    m_writing.start(
        [this, path = m_path, letter](const Progress&) -> Result<> {
            EXHIBIT_ASSIGN(CaseFile file, m_desk.open(path, Access::Write));
            return dossier::keepLetter(file, letter.kind, letter.language, letter.text);
        },
        [this](const Result<>& kept) {
            if (!kept)
                return message().showProblem(tr("Your words aren't kept yet; they are still in the field. %1")
                                                 .arg(Wording::problem(kept.error())));
            message().hide();
            m_pagesAreOld = true;
            m_letterNote->setText(tr("Your words are kept. They stand in every dossier in this language from now on."));
        });
}

void DossierPage::dropLetter() {
    m_keepSoon.stop();
    m_edited = false;
    const dossier::LetterDraft letter = m_letters[static_cast<std::size_t>(m_shown)];
    m_writing.start(
        [this, path = m_path, letter](const Progress&) -> Result<> {
            EXHIBIT_ASSIGN(CaseFile file, m_desk.open(path, Access::Write));
            return dossier::dropLetter(file, letter.kind, letter.language);
        },
        [this](const Result<>& dropped) {
            if (!dropped)
                return message().showProblem(Wording::problem(dropped.error()));
            prepare();
        });
}

void DossierPage::chooseOutput() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the dossier as"), toQt(m_output), tr("Dossiers (*.pdf)"));
    if (path.isEmpty())
        return;
    m_output =
        fromQt(path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive) ? path : path + QStringLiteral(".pdf"));
    m_existing = Existing::Replace; // the dialog has asked
    showOutput();
}

void DossierPage::showOutput() {
    m_place->setText(tr("Saves as %1").arg(toQt(m_output)));
}

void DossierPage::setMaking(bool making) {
    m_progress->setValue(0);
    m_progress->setVisible(making);
    m_cancel->setVisible(making);
    m_make->setEnabled(!making);
    m_place->setVisible(!making);
    m_elsewhere->setVisible(!making);
}

void DossierPage::make() {
    keepLetter();
    setMaking(true);
    message().hide();
    dossier::ExportOptions chosen = options();
    chosen.existing = m_existing;
    m_writing.start(
        [this, path = m_path, output = m_output, chosen](const Progress& progress) {
            return m_desk.exportDossier(path, output, chosen, progress);
        },
        [this, chosen](const Result<dossier::ExportResult>& result) {
            setMaking(false);
            if (!result)
                return message().showProblem(
                    tr("There is no dossier yet; your case is as it was. %1").arg(Wording::problem(result.error())));
            emit made(*result, chosen);
        });
}

void DossierPage::hideEvent(QHideEvent* event) {
    keepLetter();
    Page::hideEvent(event);
}

} // namespace exhibit::desktop
