#include "desktop/ExhibitPane.h"

#include "core/Text.h"
#include "desktop/Page.h"
#include "desktop/PictureView.h"
#include "desktop/Wording.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace exhibit::desktop {

namespace {

QString row(const QString& left, const QString& right) {
    return QStringLiteral("<tr><td style='padding-right:1em'><b>%1</b></td><td>%2</td></tr>")
        .arg(left.toHtmlEscaped(), right.toHtmlEscaped());
}

QString labelOf(const Artifact& artifact) {
    const QString role = Wording::role(artifact.role);
    return artifact.ordinal == 1 ? role : ExhibitPane::tr("%1 %2", "picture 2").arg(role).arg(artifact.ordinal);
}

QString captureRows(const ExhibitView& view) {
    const CaptureRecord& record = view.record;
    QString rows = row(ExhibitPane::tr("Taken"), Wording::dateTime(record.time.utc));
    rows +=
        row(ExhibitPane::tr("Clock"),
            record.time.synchronised ? ExhibitPane::tr("synchronised with a time service")
                                     : ExhibitPane::tr("not synchronised: the time is what this computer believed"));
    rows += row(ExhibitPane::tr("Where"), Wording::surface(record.surface));
    rows += row(ExhibitPane::tr("How"), Wording::method(record.method));
    if (record.conversation == Conversation::Fresh)
        rows += row(ExhibitPane::tr("Conversation"), ExhibitPane::tr("fresh: the prompt was its first"));
    if (record.conversation == Conversation::Continued)
        rows += row(ExhibitPane::tr("Conversation"), ExhibitPane::tr("continued: something was said before"));
    for (const ShownText& text : view.texts)
        if (text.artifact.role != Role::Prompt && text.artifact.role != Role::Response)
            rows += row(labelOf(text.artifact), Wording::line(text.text));
    return rows;
}

QString hashRows(const ExhibitView& view) {
    QString rows;
    for (const Artifact& artifact : view.exhibit.artifacts) {
        QString about = ExhibitPane::tr("%1, %2").arg(QLocale().formattedDataSize(static_cast<qint64>(artifact.size)),
                                                      Wording::origin(artifact.origin));
        if (!artifact.fileName.empty())
            about += QStringLiteral(", ") + Wording::line(artifact.fileName);
        const QString label =
            artifact.parent ? ExhibitPane::tr("%1 (copy for the dossier)").arg(labelOf(artifact)) : labelOf(artifact);
        rows += row(label, about);
        rows += QStringLiteral("<tr><td></td><td><code>%1</code></td></tr>")
                    .arg(QString::fromStdString(artifact.digest.hex()));
    }
    return rows;
}

QString factsHtml(const ExhibitView& view) {
    return QStringLiteral("<table>%1</table><h3>%2</h3><p>%3</p><table>%4</table>")
        .arg(captureRows(view), ExhibitPane::tr("Fingerprints").toHtmlEscaped(),
             ExhibitPane::tr("The fingerprint (SHA-256) of a file is the same as long as no bit of it changes. It was "
                             "written down the moment that the file came in, so that anyone can check later that what "
                             "you show is what you saved then.")
                 .toHtmlEscaped(),
             hashRows(view));
}

QString historyHtml(const ExhibitView& view) {
    QString rows;
    for (const CustodyEntry& entry : view.history)
        rows += row(Wording::dateTime(entry.at), Wording::event(entry));
    return QStringLiteral("<table>%1</table><p>%2</p>")
        .arg(rows,
             ExhibitPane::tr("Each entry holds the fingerprint of the one before, so that none can be taken out or "
                             "changed unnoticed.")
                 .toHtmlEscaped());
}

const ShownText* textWith(const ExhibitView& view, Role role) {
    const auto found =
        std::ranges::find_if(view.texts, [&](const ShownText& text) { return text.artifact.role == role; });
    return found == view.texts.end() ? nullptr : &*found;
}

QPlainTextEdit* readOnlyText(const QString& name) {
    auto* const edit = new QPlainTextEdit;
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    edit->setAccessibleName(name);
    return edit;
}

void showText(const ShownText* text, const QString& absence, QPlainTextEdit& edit, QLabel& origin) {
    edit.setPlainText(text == nullptr ? QString() : Wording::block(text->text));
    edit.setPlaceholderText(absence);
    if (text == nullptr)
        return origin.setText({});
    QString line =
        ExhibitPane::tr("%n character(s)", nullptr, static_cast<int>(QString::fromStdString(text->text).size())) +
        QStringLiteral(", ") + Wording::origin(text->artifact.origin);
    if (text->artifact.confirmed)
        line += ExhibitPane::tr(", compared with the screen");
    if (hasInvisible(text->text))
        line += ExhibitPane::tr("; characters that can't be seen are shown as \\u{…}");
    if (text->cut)
        line += ExhibitPane::tr("; only the beginning is shown");
    origin.setText(line);
}

} // namespace

ExhibitPane::ExhibitPane() {
    addTab(makePicturePart(), tr("&Picture"));
    addTab(makeTextPart(), tr("Prompt and a&nswer"));
    m_facts = new QTextBrowser;
    m_facts->setAccessibleName(tr("Facts"));
    addTab(m_facts, tr("&Facts"));
    m_history = new QTextBrowser;
    m_history->setAccessibleName(tr("History"));
    addTab(m_history, tr("Hi&story"));
}

QWidget* ExhibitPane::makePicturePart() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    m_picture = new PictureView;
    auto* const row = new QHBoxLayout;
    m_chooser = new QComboBox;
    m_chooser->setAccessibleName(tr("Which picture"));
    connect(m_chooser, &QComboBox::currentIndexChanged, this, &ExhibitPane::showPicture);
    row->addWidget(m_chooser);
    const auto add = [&](const QString& text, const QString& tip, void (PictureView::*action)()) {
        auto* const button = new QToolButton;
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        connect(button, &QToolButton::clicked, m_picture, action);
        row->addWidget(button);
    };
    add(QStringLiteral("−"), tr("Smaller (-)"), &PictureView::zoomOut);
    auto* const percent = new QLabel;
    percent->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("1600 %")));
    percent->setAlignment(Qt::AlignCenter);
    connect(m_picture, &PictureView::zoomChanged, percent,
            [percent](int value) { percent->setText(tr("%1 %", "zoom").arg(value)); });
    row->addWidget(percent);
    add(QStringLiteral("+"), tr("Larger (+)"), &PictureView::zoomIn);
    add(tr("1:1"), tr("One pixel for one (0)"), &PictureView::zoomToPixels);
    add(tr("Fit"), tr("Fit into the window (F)"), &PictureView::zoomToFit);
    row->addStretch(1);
    m_pictureNote = new QLabel;
    row->addWidget(m_pictureNote);
    layout->addWidget(m_picture, 1);
    layout->addLayout(row);
    return part;
}

QWidget* ExhibitPane::makeTextPart() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    m_prompt = readOnlyText(tr("Prompt"));
    m_response = readOnlyText(tr("Answer"));
    m_promptOrigin = wrappedLabel();
    m_responseOrigin = wrappedLabel();
    layout->addWidget(headingLabel(tr("Prompt")));
    layout->addWidget(m_prompt, 1);
    layout->addWidget(m_promptOrigin);
    layout->addWidget(headingLabel(tr("Answer")));
    layout->addWidget(m_response, 3);
    layout->addWidget(m_responseOrigin);
    return part;
}

void ExhibitPane::show(const ExhibitView& view) {
    m_pictures = view.pictures;
    m_chooser->clear();
    for (const ShownPicture& picture : m_pictures)
        m_chooser->addItem(labelOf(picture.original));
    m_chooser->setVisible(m_pictures.size() > 1);
    if (m_pictures.empty())
        showPicture(-1);
    showText(textWith(view, Role::Prompt), tr("This exhibit has no prompt."), *m_prompt, *m_promptOrigin);
    showText(textWith(view, Role::Response), tr("This exhibit has no text of the answer."), *m_response,
             *m_responseOrigin);
    m_facts->setHtml(factsHtml(view));
    m_history->setHtml(historyHtml(view));
}

void ExhibitPane::showPicture(int index) {
    m_pictureNote->clear();
    if (index < 0 || index >= static_cast<int>(m_pictures.size()))
        return m_picture->setPicture({}, tr("This exhibit has no picture."));
    const ShownPicture& picture = m_pictures[static_cast<std::size_t>(index)];
    m_picture->setPicture(picture.image, tr("This picture can't be shown here; it is stored as it came in."));
    if (picture.original.picture)
        m_pictureNote->setText(
            tr("%1 × %2 pixels").arg(picture.original.picture->width).arg(picture.original.picture->height));
}

} // namespace exhibit::desktop
