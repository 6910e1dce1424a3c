#include "desktop/SendPage.h"

#include "desktop/Message.h"
#include "desktop/Wording.h"
#include "desktop/model/LastDossier.h"
#include "desktop/model/RecentCases.h"
#include "request/FormDirectory.h"
#include "request/FormUrl.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGridLayout>
#include <QGroupBox>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <algorithm>

namespace exhibit::desktop {

namespace {

constexpr qsizetype kShownOfValue = 160;
constexpr int kLabelLetters = 24;
constexpr int kRest = 1500; // ms

QString beginning(const std::string& value) {
    const QString text = Wording::block(value);
    return text.size() > kShownOfValue ? text.left(kShownOfValue) + QStringLiteral("…") : text;
}

/// What is copied here is about a person: programs that keep what was on the clipboard are told not to keep it.
void copySecretly(const QString& text) {
    auto* const data = new QMimeData;
    data->setText(text);
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");
    QGuiApplication::clipboard()->setMimeData(data);
}

QPushButton* copyButton(const QString& text, const QString& label) {
    auto* const button = new QPushButton(SendPage::tr("Copy"));
    button->setAccessibleName(SendPage::tr("Copy “%1”").arg(label));
    button->setObjectName(QStringLiteral("copy"));
    QObject::connect(button, &QPushButton::clicked, button, [button, text] {
        copySecretly(text);
        button->setText(SendPage::tr("Copied"));
    });
    return button;
}

/// In lines, as on an envelope.
std::string addressOf(const request::Addressee& addressee) {
    std::string text = addressee.name;
    if (!addressee.attention.empty())
        text += '\n' + addressee.attention;
    for (const std::string& line : addressee.lines)
        text += '\n' + line;
    return text;
}

/// `form` is what the form is for.
QPushButton* openFormButton(const QString& address, const QString& form) {
    auto* const button = new QPushButton(SendPage::tr("Open the form in the browser"));
    button->setToolTip(address);
    button->setAccessibleName(SendPage::tr("Open the form in the browser: %1").arg(form));
    button->setObjectName(QStringLiteral("openForm"));
    QObject::connect(button, &QPushButton::clicked, button, [address] { QDesktopServices::openUrl(QUrl(address)); });
    return button;
}

} // namespace

SendPage::SendPage(const Desk& desk) : Page(tr("‹ &Back to the case")), m_desk(desk) {
    m_file = wrappedLabel();
    m_verdict = wrappedLabel();
    m_sheets = new QScrollArea;
    m_sheets->setWidgetResizable(true);
    m_sheets->setFrameShape(QFrame::NoFrame);
    m_sheets->setAccessibleName(tr("What goes into the forms"));
    m_changed = makeChangedPart();
    content().addWidget(m_file);
    content().addWidget(m_verdict);
    content().addWidget(m_changed);
    content().addWidget(m_sheets, 1);
    m_sent = new QPushButton(tr("I have &sent it"));
    m_sent->setObjectName(QStringLiteral("sent"));
    m_sent->setToolTip(tr("Notes the day in the case, so that you know when the answer is due."));
    connect(m_sent, &QPushButton::clicked, this, &SendPage::noteSent);
    m_notSent = new QPushButton(tr("&Not sent after all"));
    m_notSent->setObjectName(QStringLiteral("notSent"));
    m_notSent->setToolTip(tr("Notes in the case that it is still to be sent."));
    connect(m_notSent, &QPushButton::clicked, this, &SendPage::withdrawSent);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_sent->setEnabled(true);
        m_notSent->setEnabled(true);
    });
    buttons().addWidget(m_sent);
    buttons().addWidget(m_notSent);
    buttons().addStretch(1);
    addFileButtons();
    showSent(false);
}

QWidget* SendPage::makeChangedPart() {
    auto* const part = new QWidget;
    part->setObjectName(QStringLiteral("changed"));
    auto* const row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    auto* const text = wrappedLabel(tr("Something in the case changed since this dossier was made, for example what is "
                                       "covered. Make it anew before you send it."));
    text->setFont(headingLabel({})->font());
    auto* const anew = new QPushButton(tr("&Make it anew"));
    connect(anew, &QPushButton::clicked, this, &SendPage::dossierRequested);
    row->addWidget(text, 1);
    row->addWidget(anew, 0, Qt::AlignTop);
    return part;
}

/// Where the dossier's own button stood before, is what only opens it: a second click of an eager hand does no harm.
void SendPage::addFileButtons() {
    m_read = defaultButton(tr("&Read the dossier"));
    m_read->setObjectName(QStringLiteral("read"));
    connect(m_read, &QPushButton::clicked, this, [this] { openFile(m_dossier); });
    m_folder = new QPushButton(tr("Open the &folder"));
    connect(m_folder, &QPushButton::clicked, this, [this] { openFile(m_dossier.parent_path()); });
    m_pictures = new QPushButton(tr("Open the &pictures"));
    m_pictures->setToolTip(tr("A picture and a small PDF of each exhibit, for forms that take nothing else."));
    connect(m_pictures, &QPushButton::clicked, this, [this] { openFile(m_pictureFolder); });
    for (QPushButton* const button : {m_pictures, m_folder, m_read})
        buttons().addWidget(button);
}

void SendPage::openFile(const std::filesystem::path& path) {
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(toQt(path))))
        message().showProblem(tr("No program was found that opens this. It is here: %1").arg(toQt(path)));
}

void SendPage::showSent(bool sent) {
    if (sent)
        setTitle(tr("Your dossier is sent"),
                 tr("Keep the file as it is. Should they ask for something again, here is what goes into their form."));
    else
        setTitle(tr("Your dossier is ready"),
                 tr("Read it first. Then send it, as it says below. Press “I have sent it” when it is done."));
    m_sent->setVisible(!sent);
    m_notSent->setVisible(sent);
    m_sent->setEnabled(false);
    m_notSent->setEnabled(false);
    m_rest.start();
}

void SendPage::noteSent() {
    m_sent->setEnabled(false);
    m_work.start(
        [this, path = m_case, digest = m_digest](const Progress&) { return m_desk.noteSent(path, digest); },
        [this](const Result<>& noted) {
            showSent(noted.has_value());
            if (!noted)
                return message().showProblem(
                    tr("This could not be noted; your dossier is as it was. %1").arg(Wording::problem(noted.error())));
            message().showNote(tr("Noted in the case. Under the GDPR an answer is due without undue delay, at "
                                  "the latest one month after they received it (Article 12(3)). Keep their "
                                  "answer, whatever it says."));
        });
}

void SendPage::withdrawSent() {
    m_notSent->setEnabled(false);
    m_work.start(
        [this, path = m_case, digest = m_digest](const Progress&) { return m_desk.withdrawSent(path, digest); },
        [this](const Result<>& noted) {
            showSent(!noted);
            if (!noted)
                return message().showProblem(
                    tr("This could not be noted; your dossier is as it was. %1").arg(Wording::problem(noted.error())));
            message().showNote(tr("Noted in the case: the dossier is still to be sent."));
        });
}

void SendPage::clear(const std::filesystem::path& path) {
    m_case = path;
    m_dossier.clear();
    m_work.drop();
    m_rest.stop();
    for (QPushButton* const button : {m_sent, m_notSent, m_read, m_folder, m_pictures})
        button->hide();
    m_file->clear();
    m_verdict->clear();
    m_changed->hide();
    m_sheets->setWidget(new QWidget);
    message().hide();
}

void SendPage::open(const std::filesystem::path& path) {
    clear(path);
    m_work.start([this, path](const Progress& progress) { return lastDossier(m_desk, path, progress); },
                 [this, path](const Result<LastDossier>& last) {
                     if (!last)
                         return message().showProblem(Wording::problem(last.error()));
                     dossier::ExportOptions options;
                     options.profile = last->profile;
                     options.exhibits = last->result.exhibits;
                     show(path, last->result, options);
                     showSent(last->sent);
                     m_changed->setVisible(last->isOld);
                 });
}

void SendPage::show(const std::filesystem::path& path, const dossier::ExportResult& result,
                    const dossier::ExportOptions& options) {
    clear(path);
    m_dossier = result.path;
    m_digest = result.digest;
    m_pictureFolder = result.pictureFolder;
    m_pictures->setVisible(!m_pictureFolder.empty());
    m_read->setVisible(!m_dossier.empty());
    m_folder->setVisible(!m_dossier.empty());
    showSent(false);
    QStringList warnings;
    for (const std::string& warning : result.warnings)
        warnings << Wording::line(Wording::sentence(warning).toStdString());
    if (!warnings.isEmpty())
        message().showProblem(warnings.join(QLatin1Char('\n')));
    m_work.start(
        [this, path, options](const Progress&) -> Result<Ways> {
            EXHIBIT_ASSIGN(const CaseFile file, m_desk.open(path, Access::Read));
            return waysOf(file, options, m_desk.clock());
        },
        [this](const Result<Ways>& ways) { showWays(ways); });
    if (m_dossier.empty())
        return m_file->setText(
            tr("The dossier that was made last isn't beside the case any more: it was saved or moved "
               "elsewhere. If you can't find it, make it again."));
    const QString size = Wording::size(result.size);
    const QString file = toQt(m_dossier);
    m_file->setText(result.pages == 0
                        ? tr("%1 (%2)").arg(file, size)
                        : tr("%1 (%2, %3)").arg(file, tr("%n page(s)", nullptr, static_cast<int>(result.pages)), size));
    checkFile();
}

void SendPage::checkFile() {
    m_verdict->setText(tr("Checking every byte…"));
    m_work.start(
        [output = m_dossier](const Progress& progress) -> Result<dossier::Verification> {
            EXHIBIT_ASSIGN(const SharedSource file, FileSource::open(output));
            return dossier::verifyDossier(file, progress);
        },
        [this](const Result<dossier::Verification>& verification) { showVerification(verification); });
}

void SendPage::showVerification(const Result<dossier::Verification>& verification) {
    const bool isFine = verification && (verification->verdict == Verdict::Intact ||
                                         verification->verdict == Verdict::IntactUnanchored);
    if (isFine)
        return m_verdict->setText(tr("Checked: every file, text and picture in it agrees with all the others."));
    m_verdict->clear();
    message().showProblem(
        tr("Don't send this dossier: the check of it failed. Your case is as it was; make the dossier "
           "again. %1")
            .arg(verification ? Wording::sentence(verification->sentence) : Wording::problem(verification.error())));
}

Result<SendPage::Ways> SendPage::waysOf(const CaseFile& file, const dossier::ExportOptions& options,
                                        const Clock& clock) {
    Ways ways;
    EXHIBIT_ASSIGN(ways.sheets, dossier::pasteSheets(file, options, clock));
    EXHIBIT_ASSIGN(const dossier::LetterDrafts drafts, dossier::letterDrafts(file, options, clock));
    ways.hasLetter = !drafts.letters.empty();
    EXHIBIT_ASSIGN(const CaseDetails details, file.details());
    EXHIBIT_ASSIGN(const request::FormDirectory directory, request::FormDirectory::builtIn());
    // As for the letters: it depends on service and residence, not on the wish.
    EXHIBIT_ASSIGN(const request::Selection selection,
                   directory.select(Wish::Concern, details.surface, details.country, details.language));
    const auto to =
        std::ranges::find(selection.addressees, request::AddresseeRole::To, &request::ChosenAddressee::role);
    if (to != selection.addressees.end())
        ways.addressee = addressOf(to->addressee);
    return ways;
}

void SendPage::showWays(const Result<Ways>& ways) {
    if (!ways)
        return message().showProblem(tr("The dossier is made, but what goes into the form can't be shown. %1")
                                         .arg(Wording::problem(ways.error())));
    auto* const all = new QWidget;
    auto* const layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height());
    if (ways->sheets.empty())
        layout->addWidget(wrappedLabel(
            ways->hasLetter ? tr("No form is known for this. Send the dossier as a letter or by e-mail.")
                            : tr("No form is known for this, and there is no ready letter in the dossier. Write to the "
                                 "company in your own words, and send the dossier with it.")));
    for (const request::PasteSheet& sheet : ways->sheets)
        layout->addWidget(sheetPart(sheet));
    if (ways->hasLetter && !ways->addressee.empty())
        layout->addWidget(letterPart(Wording::block(ways->addressee)));
    layout->addStretch(1);
    m_sheets->setWidget(inColumn(all));
    // Tab goes on as people read, though the sheets came after the buttons below them.
    QList<QPushButton*> way = all->findChildren<QPushButton*>();
    way += {m_sent, m_notSent, m_pictures, m_folder, m_read};
    QWidget* before = m_sheets;
    for (QPushButton* const button : way) {
        setTabOrder(before, button);
        before = button;
    }
}

QWidget* SendPage::letterPart(const QString& addressee) {
    auto* const part = new QGroupBox(tr("By post"));
    auto* const layout = new QGridLayout(part);
    layout->setColumnStretch(0, 1);
    layout->addWidget(
        wrappedLabel(tr("The letter is in the dossier: “Read the dossier” shows it, and it can be printed "
                        "from there. It goes to:")),
        0, 0, 1, 2);
    layout->addWidget(wrappedLabel(addressee), 1, 0);
    layout->addWidget(copyButton(addressee, tr("Addressee")), 1, 1, Qt::AlignTop);
    return part;
}

QWidget* SendPage::sheetPart(const request::PasteSheet& sheet) {
    auto* const part = new QGroupBox(Wording::wish(sheet.wish));
    auto* const layout = new QVBoxLayout(part);
    auto* const row = new QHBoxLayout;
    row->addWidget(wrappedLabel(Wording::line(sheet.title)), 1);
    // A case can be anybody's: what it names as a form could be a program on this computer.
    const auto checked = request::checkFormUrl(sheet.form.url);
    if (checked)
        row->addWidget(openFormButton(QString::fromStdString(checked->text), Wording::wish(sheet.wish)));
    layout->addLayout(row);
    if (checked)
        layout->addWidget(wrappedLabel(QString::fromStdString(checked->text)));
    if (!checked && !sheet.form.url.empty())
        layout->addWidget(wrappedLabel(tr("What the case names as this form isn't the address of a page on the web, "
                                          "and isn't opened: %1")
                                           .arg(Wording::line(sheet.form.url))));
    for (const request::Warning& warning : sheet.warnings)
        layout->addWidget(wrappedLabel(Wording::line(warning.text)));
    if (!sheet.steps.empty())
        layout->addWidget(wrappedLabel(Wording::line(sheet.steps)));
    auto* const grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    for (const request::PasteField& field : sheet.fields)
        addField(*grid, field, Wording::wish(sheet.wish));
    layout->addLayout(grid);
    return part;
}

void SendPage::addField(QGridLayout& grid, const request::PasteField& field, const QString& form) {
    const int row = grid.rowCount();
    const QString label = Wording::line(field.label);
    const QString spoken = QStringLiteral("%1 (%2)").arg(label, form); // several forms have a field of this name
    QString text = beginning(field.value);
    if (!field.note.empty())
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + Wording::line(field.note);
    auto* const heading = headingLabel(label);
    heading->setWordWrap(true);
    heading->setFixedWidth(fontMetrics().averageCharWidth() * kLabelLetters);
    grid.addWidget(heading, row, 0, Qt::AlignTop);
    grid.addWidget(wrappedLabel(text), row, 1);
    const bool isCopied = field.action == request::PasteAction::Paste && !field.value.empty();
    if (isCopied)
        grid.addWidget(copyButton(QString::fromStdString(field.value), spoken), row, 2, Qt::AlignTop);
    else if (field.action == request::PasteAction::Attach)
        grid.addWidget(copyButton(toQt(m_dossier), spoken), row, 2, Qt::AlignTop);
    else
        grid.addWidget(
            new QLabel(field.action == request::PasteAction::Choose ? tr("choose it there") : tr("fill it in there")),
            row, 2, Qt::AlignTop);
}

} // namespace exhibit::desktop
