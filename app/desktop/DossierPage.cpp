#include "desktop/DossierPage.h"

#include "desktop/ExactTextEdit.h"
#include "desktop/Message.h"
#include "desktop/PagesView.h"
#include "desktop/ScrollingPart.h"
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

QString unkeptSentence(const Error& error) {
    const QString sentence =
        DossierPage::tr("No dossier was made: your own words for the letter can't be kept in "
                        "the case, and it would go out without them. They are still in the field. %1")
            .arg(Wording::problem(error));
    if (error.code != ErrorCode::PermissionDenied)
        return sentence;
    return DossierPage::tr("%1 Take your words along: copy them from the field.").arg(sentence);
}

QString group(const QString& title, const QString& rows) {
    return QStringLiteral("<h4>%1</h4><table>%2</table>").arg(title.toHtmlEscaped(), rows);
}

} // namespace

DossierPage::DossierPage(const Desk& desk) : Page(tr("‹ &Back to the case")), m_desk(desk) {
    setTitle(tr("Make the dossier"),
             tr("One PDF with the letter and all evidence. Nothing is sent: you read it first, and send it yourself."));
    auto* const area = new FoldingParts(QStringLiteral("dossierParts"));
    area->parts().addWidget(makeChoices());
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
    area->parts().addWidget(m_tabs);
    area->parts().setStretchFactor(0, 2);
    area->parts().setStretchFactor(1, 5);
    content().addWidget(area, 1);
    makeButtons();
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(kKeepAfter);
    connect(&m_keepSoon, &QTimer::timeout, this, &DossierPage::keepLetter);
    m_prepareSoon.setSingleShot(true);
    m_prepareSoon.setInterval(kPrepareAfter);
    connect(&m_prepareSoon, &QTimer::timeout, this, &DossierPage::prepare);
    showState();
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
        m_isReady = false; // the letter in the field is in another language
        showState();
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

void DossierPage::forget(const std::filesystem::path& path) {
    m_unkept.forget(path);
    m_takenBack.forget(path);
    if (path != m_path)
        return;
    m_letters.clear();
    showLetter(-1);
}

void DossierPage::open(const std::filesystem::path& path) {
    keepLetter();
    m_path = path;
    m_output = Desk::dossierPath(path);
    m_existing = Existing::Refuse;
    resetChoices();
    m_letters.clear();
    m_noLetter.clear();
    m_chooser->clear();
    showLetter(-1);
    m_drawing.drop();
    m_pages->clear({});
    m_pageNumber->clear();
    m_disclosure->clear();
    m_pagesAreOld = true;
    message().hide();
    showOutput();
    m_tabs->setCurrentIndex(LetterTab);
    m_tabs->setFocus();
    m_reading.drop();
    m_reading.start([this, path](const Progress&) { return m_desk.view(path); },
                    [this](const Result<CaseView>& view) {
                        if (!view)
                            return message().showProblem(Wording::problem(view.error()));
                        fillChoices(*view);
                        prepare();
                    });
}

void DossierPage::resetChoices() {
    m_isRead = m_isReady = false;
    m_exhibits->clear();
    m_profile->setCurrentIndex(0);
    m_size->setValue(kUsualMegabytes);
    m_originals->setChecked(false);
    m_prepareSoon.stop(); // nothing is asked for this case yet
}

void DossierPage::showState() {
    const dossier::LetterDraft* const letter = shownLetter();
    const bool canChoose = m_isRead && !m_isMaking;
    for (QWidget* const choice :
         std::initializer_list<QWidget*>{m_exhibits, m_profile, m_size, m_language, m_originals})
        choice->setEnabled(canChoose);
    const bool canWrite = canChoose && m_isReady && letter != nullptr;
    m_chooser->setEnabled(canWrite);
    m_letter->setEnabled(canWrite);
    m_reset->setEnabled(canWrite && letter->ownWords);
    m_back->setEnabled(canWrite);
    m_back->setVisible(letter != nullptr && m_takenBack.find(m_path, *letter) != nullptr);
    m_make->setEnabled(canChoose && m_isReady && !options().exhibits.empty());
    m_elsewhere->setEnabled(canChoose);
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
    m_isRead = true;
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
    m_prepareSoon.stop();
    if (!m_isRead)
        return;
    const dossier::ExportOptions chosen = options();
    showState();
    if (chosen.exhibits.empty())
        return message().showProblem(tr("Choose at least one exhibit."));
    message().hide();
    m_reading.drop();
    m_reading.start(
        [this, path = m_path, chosen,
         language = Wording::language().toStdString()](const Progress& progress) -> Result<Prepared> {
            EXHIBIT_ASSIGN(const CaseFile file, m_desk.open(path, Access::Read));
            Prepared prepared;
            EXHIBIT_ASSIGN(prepared.letters, dossier::letterDrafts(file, chosen, m_desk.clock()));
            EXHIBIT_ASSIGN(prepared.preview,
                           dossier::previewDisclosure(file, chosen, m_desk.clock(), progress, language));
            return prepared;
        },
        [this, changes = m_changes](const Result<Prepared>& prepared) {
            if (changes != m_changes)
                return prepare(); // the letters that were read aren't the case's any more
            take(prepared);
        });
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
    m_isReady = true;
    showState();
    if (!prepared)
        return message().showProblem(Wording::problem(prepared.error()));
    showPreview(prepared->preview);
    if (m_tabs->hasFocus())
        m_make->setFocus();
    if (!m_edited) // the person isn't writing
        fillLetters(prepared->letters);
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
    m_isMaking = making;
    m_progress->setValue(0);
    m_progress->setFormat(tr("Dossier of %1: %p %").arg(toQt(m_path.stem())));
    m_progress->setVisible(making);
    m_cancel->setVisible(making);
    m_place->setVisible(!making);
    m_elsewhere->setVisible(!making);
    showState();
}

void DossierPage::make() {
    keepLetter();
    setMaking(true);
    message().hide();
    Order order{m_path, m_output, options()};
    order.options.existing = m_existing;
    const std::vector<dossier::LetterDraft> words = m_unkept.of(m_path);
    m_writing.start([this, path = m_path, words](const Progress&) { return keepWords(m_desk, path, words); },
                    [this, order, words](const Result<>& kept) {
                        if (!kept)
                            return refuse(order.path, unkeptSentence(kept.error()));
                        for (const dossier::LetterDraft& letter : words)
                            m_unkept.remove(order.path, letter);
                        write(order);
                    });
}

void DossierPage::write(const Order& order) {
    m_writing.start(
        [this, order](const Progress& progress) {
            return m_desk.exportDossier(order.path, order.output, order.options, progress);
        },
        [this, order](const Result<dossier::ExportResult>& result) {
            if (!result)
                return refuse(order.path,
                              tr("No new dossier was made; your case and what you made before are as they were. %1")
                                  .arg(Wording::problem(result.error())));
            setMaking(false);
            emit made(order.path, *result, order.options);
        });
}

void DossierPage::refuse(const std::filesystem::path& path, const QString& why) {
    setMaking(false);
    if (isVisible() && path == m_path)
        return message().showProblem(why);
    emit failed(path, why);
}

void DossierPage::hideEvent(QHideEvent* event) {
    keepLetter();
    Page::hideEvent(event);
}

} // namespace exhibit::desktop
