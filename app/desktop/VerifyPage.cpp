#include "desktop/VerifyPage.h"

#include "core/Bytes.h"
#include "desktop/Wording.h"
#include "desktop/model/RecentCases.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

namespace exhibit::desktop {

namespace {

constexpr int kThousandths = 1000;
constexpr std::string_view kIncomplete = "incomplete"; ///< the finding's code

QStyle::StandardPixmap iconOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Intact:
    case Verdict::IntactUnanchored:
        return QStyle::SP_MessageBoxInformation;
    case Verdict::Indeterminate:
    case Verdict::NotADossier:
        return QStyle::SP_MessageBoxWarning;
    case Verdict::Tampered:
        break;
    }
    return QStyle::SP_MessageBoxCritical;
}

QStyle::StandardPixmap iconOf(Severity severity) {
    switch (severity) {
    case Severity::Note:
    case Severity::Unanchored:
        return QStyle::SP_MessageBoxInformation;
    case Severity::Warning:
    case Severity::Indeterminate:
    case Severity::NotADossier:
        return QStyle::SP_MessageBoxWarning;
    case Severity::Contradiction:
        break;
    }
    return QStyle::SP_MessageBoxCritical;
}

/// A PDF of whoever made it, without what every PDF ends with (ISO 32000-1 7.5.5).
bool hasNoEnd(const ByteSource& file) {
    constexpr std::string_view kHead = "%PDF-";
    constexpr std::uint64_t kTail = 1024;
    const std::uint64_t tail = std::min(file.size(), kTail);
    const auto head = file.readExactly(0, kHead.size());
    const auto end = file.readExactly(file.size() - tail, tail);
    return head && end && textOf(*head) == kHead && textOf(*end).find("%%EOF") == std::string_view::npos;
}

Result<dossier::Verification> check(const std::filesystem::path& path, const Progress& progress) {
    EXHIBIT_ASSIGN(const SharedSource file, FileSource::open(path));
    dossier::Verification verification = dossier::verifyDossier(file, progress);
    if (verification.verdict == Verdict::NotADossier && hasNoEnd(*file))
        verification.findings.push_back({std::string(kIncomplete),
                                         Severity::NotADossier,
                                         "The end of the file is missing: it was cut off or damaged.",
                                         {}});
    return verification;
}

bool isCutOff(const std::vector<Finding>& findings) {
    return std::ranges::find(findings, kIncomplete, &Finding::code) != findings.end();
}

/// The one local file that is dragged; empty if it is anything else.
QString draggedFile(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

VerifyPage::VerifyPage() : Page(tr("‹ &Back")) {
    setAcceptDrops(true);
    setTitle(tr("Check a dossier"),
             tr("Choose a PDF, or drop it here. Every byte is checked anew; nothing leaves this computer."));
    auto* const choose = defaultButton(tr("Ch&oose a dossier…"));
    connect(choose, &QPushButton::clicked, this, &VerifyPage::chooseFile);
    m_file = wrappedLabel();
    m_icon = new QLabel;
    m_verdict = wrappedLabel();
    QFont large = m_verdict->font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    m_verdict->setFont(large);
    m_findings = new QListWidget;
    m_findings->setWordWrap(true);
    m_findings->setAccessibleName(tr("Findings"));
    m_progress = new QProgressBar;
    m_progress->setRange(0, kThousandths);
    m_progress->setAccessibleName(tr("Progress of the check"));
    m_findings->setSpacing(fontMetrics().height() / 8);
    m_cancel = new QPushButton(tr("C&ancel"));
    connect(m_cancel, &QPushButton::clicked, &m_work, &Work::cancel);
    m_about = wrappedLabel(tr("Whoever made it, and wherever it comes from: the check compares every file, text and "
                              "picture in a dossier with what was written down about them when it was made. The file "
                              "itself is not changed."));
    m_findings->hide();
    setChecking(false);
    auto* const top = new QHBoxLayout;
    top->addWidget(choose);
    top->addWidget(m_file, 1);
    auto* const verdict = new QHBoxLayout;
    verdict->addWidget(m_icon, 0, Qt::AlignTop);
    verdict->addWidget(m_verdict, 1);
    content().addLayout(top);
    auto* const progress = new QHBoxLayout;
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_cancel);
    content().addWidget(m_about);
    content().addLayout(progress);
    content().addLayout(verdict);
    content().addWidget(m_findings, 1);
    content().addStretch(0);
    connect(&m_work, &Work::progressed, m_progress, &QProgressBar::setValue);
}

void VerifyPage::setChecking(bool checking) {
    m_progress->setVisible(checking);
    m_cancel->setVisible(checking);
}

void VerifyPage::chooseFile() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Check a dossier"), {}, tr("Dossiers (*.pdf);;All files (*)"));
    if (!path.isEmpty())
        checkFile(path);
}

void VerifyPage::checkFile(const QString& path) {
    m_file->setText(Wording::line(QFileInfo(path).fileName().toStdString()));
    m_findings->clear();
    m_icon->clear();
    m_verdict->setText(tr("Checking every byte…"));
    m_progress->setValue(0);
    m_about->hide();
    setChecking(true);
    m_work.drop();
    m_work.start([path = fromQt(path)](const Progress& progress) { return check(path, progress); },
                 [this](const Result<dossier::Verification>& result) { show(result); });
}

void VerifyPage::show(const Result<dossier::Verification>& result) {
    setChecking(false);
    m_findings->setVisible(result.has_value());
    if (!result)
        return showVerdict(tr("The file can't be read. %1").arg(Wording::problem(result.error())),
                           QStyle::SP_MessageBoxWarning);
    for (const Finding& finding : result->findings) {
        auto* const item =
            new QListWidgetItem(style()->standardIcon(iconOf(finding.severity)), Wording::finding(finding), m_findings);
        item->setToolTip(QString::fromStdString(finding.code)); // for whoever is asked about it
    }
    QString sentence = Wording::sentence(result->sentence);
    if (result->verdict == Verdict::NotADossier && isCutOff(result->findings))
        sentence +=
            QLatin1Char(' ') + tr("But the end of the file is missing: it may be a dossier that wasn't copied or "
                                  "downloaded as a whole. Fetch it again, and check it once more.");
    showVerdict(sentence, iconOf(result->verdict));
}

void VerifyPage::showVerdict(const QString& sentence, int icon) {
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize);
    m_icon->setPixmap(style()->standardIcon(static_cast<QStyle::StandardPixmap>(icon)).pixmap(size));
    m_verdict->setText(sentence);
    m_verdict->setAccessibleName(tr("Verdict: %1").arg(sentence));
}

void VerifyPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void VerifyPage::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    checkFile(draggedFile(event->mimeData()));
}

} // namespace exhibit::desktop
