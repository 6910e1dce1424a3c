#include "desktop/StartWindow.h"

#include "core/Text.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGroupBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

namespace exhibit::desktop {

namespace {

constexpr int kThousandths = 1000;
constexpr int kCommandLines = 6;
constexpr int kWidthInLetters = 90;

QString shown(const std::string& text) {
    return QString::fromStdString(escapeForDisplay(text, EscapeStyle::Line));
}

/// Lines that a person copies into a terminal. They are the program's words, the same in every language.
QString commands() {
    return QStringLiteral("exhibit17 new my.exhibit17 --name \"YOUR NAME\" --email YOU@EXAMPLE.ORG --country DE "
                          "--surface meta.ai --wish erasure\n"
                          "exhibit17 capture my.exhibit17 --window \"Meta AI\" --delay 3\n"
                          "exhibit17 export my.exhibit17 dossier.pdf\n"
                          "exhibit17 verify dossier.pdf\n"
                          "exhibit17 log my.exhibit17 --verify");
}

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

QString lineOf(const Finding& finding) {
    const QString message = shown(finding.message);
    return finding.object.empty() ? message : StartWindow::tr("%1 (%2)").arg(message, shown(finding.object));
}

QLabel* wrappedLabel(const QString& text = {}) {
    auto* const label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// The one local file that is dragged; empty if it is anything else.
QString draggedFile(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

StartWindow::StartWindow() {
    setWindowTitle(tr("Exhibit 17"));
    setAcceptDrops(true);
    auto* const title = new QLabel(tr("Exhibit 17"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    title->setFont(large);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(wrappedLabel(tr("Turns what an AI answered about you into evidence that you can send with a "
                                      "request to delete it, and checks such evidence.")));
    layout->addWidget(makeCheckPart(), 1);
    layout->addWidget(makeCommandPart());
    resize(fontMetrics().averageCharWidth() * kWidthInLetters, 0);
    growToFit();
    connect(&m_check, &DossierCheck::progressed, m_progress, &QProgressBar::setValue);
}

QWidget* StartWindow::makeCheckPart() {
    auto* const part = new QGroupBox(tr("Check a dossier"));
    auto* const choose = new QPushButton(tr("&Check a dossier…"));
    connect(choose, &QPushButton::clicked, this, &StartWindow::chooseFile);
    m_file = wrappedLabel(tr("Choose a PDF, or drop it on this window. Nothing leaves this computer."));
    m_icon = new QLabel;
    m_verdict = wrappedLabel();
    m_findings = new QListWidget;
    m_findings->setWordWrap(true);
    m_findings->setAccessibleName(tr("Findings"));
    m_progress = new QProgressBar;
    m_progress->setRange(0, kThousandths);
    m_progress->setAccessibleName(tr("Progress of the check"));
    for (QWidget* const hidden : {static_cast<QWidget*>(m_findings), static_cast<QWidget*>(m_progress)})
        hidden->hide();

    auto* const top = new QHBoxLayout;
    top->addWidget(choose);
    top->addWidget(m_file, 1);
    auto* const verdict = new QHBoxLayout;
    verdict->addWidget(m_icon);
    verdict->addWidget(m_verdict, 1);
    auto* const layout = new QVBoxLayout(part);
    layout->addLayout(top);
    layout->addWidget(m_progress);
    layout->addLayout(verdict);
    layout->addWidget(m_findings, 1);
    return part;
}

QWidget* StartWindow::makeCommandPart() {
    auto* const part = new QGroupBox(tr("Make a dossier"));
    auto* const lines = new QPlainTextEdit(commands());
    lines->setReadOnly(true);
    lines->setTabChangesFocus(true);
    lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    lines->setFixedHeight(lines->fontMetrics().lineSpacing() * (kCommandLines + 1));
    lines->setAccessibleName(tr("Commands for a terminal"));
    auto* const copy = new QPushButton(tr("C&opy the commands"));
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(commands()); });
    auto* const layout = new QVBoxLayout(part);
    layout->addWidget(wrappedLabel(tr("This window can't record evidence yet. Five commands in a terminal do: copy "
                                      "your prompt in the browser with Ctrl+C, then capture its window.")));
    layout->addWidget(lines);
    layout->addWidget(copy, 0, Qt::AlignLeft);
    return part;
}

void StartWindow::chooseFile() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Check a dossier"), {}, tr("Dossiers (*.pdf);;All files (*)"));
    if (!path.isEmpty())
        checkFile(path);
}

void StartWindow::checkFile(const QString& path) {
    m_file->setText(shown(QFileInfo(path).fileName().toStdString()));
    m_findings->clear();
    m_icon->clear();
    m_verdict->setText(tr("Checking every byte…"));
    m_progress->setValue(0);
    m_progress->show();
    m_check.start(path, [this](const auto& result) { show(result); });
}

void StartWindow::show(const Result<dossier::Verification>& result) {
    m_progress->hide();
    m_findings->setVisible(result.has_value());
    if (!result)
        return showVerdict(shown(result.error().message), QStyle::SP_MessageBoxWarning);
    for (const Finding& finding : result->findings)
        m_findings->addItem(lineOf(finding));
    showVerdict(shown(result->sentence), iconOf(result->verdict));
}

void StartWindow::showVerdict(const QString& sentence, int icon) {
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize);
    m_icon->setPixmap(style()->standardIcon(static_cast<QStyle::StandardPixmap>(icon)).pixmap(size));
    m_verdict->setText(sentence);
    m_verdict->setAccessibleName(tr("Verdict: %1").arg(sentence));
    growToFit();
}

void StartWindow::growToFit() {
    // A layout's own least size doesn't know that texts wrap.
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void StartWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void StartWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    checkFile(draggedFile(event->mimeData()));
}

} // namespace exhibit::desktop
