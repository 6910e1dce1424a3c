#include "desktop/QuestionsPage.h"

#include "desktop/Message.h"
#include "desktop/ScrollingPart.h"
#include "desktop/Wording.h"
#include "desktop/model/RecentCases.h"
#include "request/Countries.h"
#include "request/Strings.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QCollator>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QStackedWidget>
#include <algorithm>

namespace exhibit::desktop {

namespace {

enum Step { Who, Where, What, Card };

constexpr int kAddressLines = 3;
constexpr int kKeepAfter = 500; // milliseconds without a change

QPlainTextEdit* smallEdit(int lines) {
    auto* const edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 2 * edit->fontMetrics().height());
    return edit;
}

std::string textOf(const QLineEdit* edit) {
    return edit->text().trimmed().toStdString();
}
std::string textOf(const QPlainTextEdit* edit) {
    return edit->toPlainText().trimmed().toStdString();
}

void addCountries(QComboBox& box) {
    const auto countries = request::Countries::builtIn();
    if (!countries)
        return;
    std::vector<std::pair<QString, QString>> names;
    const std::string language = Wording::language().toStdString();
    for (const request::Country& country : countries->all())
        names.emplace_back(QString::fromStdString(country.nameIn(language)), QString::fromStdString(country.code));
    QCollator collator;
    std::ranges::sort(names, [&](const auto& a, const auto& b) { return collator.compare(a.first, b.first) < 0; });
    box.addItem(QuestionsPage::tr("Choose a country"), QString());
    for (const auto& [name, code] : names)
        box.addItem(name, code);
}

QString hereCode() {
    return QLocale::territoryToCode(QLocale::system().territory());
}

} // namespace

QuestionsPage::QuestionsPage(const Desk& desk, std::filesystem::path folder)
    : Page(tr("‹ Cancel")), m_desk(desk), m_folder(std::move(folder)), m_kept(KeptAnswers::ofNewCase(m_folder)) {
    m_steps = new QStackedWidget;
    for (QWidget* const step : {makeWho(), makeWhere(), makeWhat(), makeCard()})
        m_steps->addWidget(new ScrollingPart(inColumn(step)));
    content().addWidget(m_steps, 1);
    m_earlier = new QPushButton(tr("&Back"));
    connect(m_earlier, &QPushButton::clicked, this, &QuestionsPage::goBack);
    m_onward = defaultButton({});
    m_onward->setObjectName(QStringLiteral("onward"));
    connect(m_onward, &QPushButton::clicked, this, &QuestionsPage::goOn);
    m_anew = new QPushButton(tr("Start ane&w"));
    m_anew->setObjectName(QStringLiteral("anew"));
    connect(m_anew, &QPushButton::clicked, this, &QuestionsPage::startAnew);
    buttons().addWidget(m_anew);
    buttons().addStretch(1);
    buttons().addWidget(m_earlier);
    buttons().addWidget(m_onward);
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(kKeepAfter);
    connect(&m_keepTimer, &QTimer::timeout, this, &QuestionsPage::keepNow);
    for (const QLineEdit* const edit : findChildren<QLineEdit*>())
        connect(edit, &QLineEdit::textChanged, this, &QuestionsPage::keepSoon);
    for (const QPlainTextEdit* const edit : findChildren<QPlainTextEdit*>())
        connect(edit, &QPlainTextEdit::textChanged, this, &QuestionsPage::keepSoon);
    for (const QAbstractButton* const button : findChildren<QAbstractButton*>())
        connect(button, &QAbstractButton::toggled, this, &QuestionsPage::keepSoon);
    for (const QComboBox* const box : findChildren<QComboBox*>())
        connect(box, &QComboBox::currentIndexChanged, this, &QuestionsPage::keepSoon);
    makeWayBack();
}

/// A field passes Enter on; what is typed after it is for the next question already.
void QuestionsPage::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && qobject_cast<const QLineEdit*>(focusWidget()) != nullptr)
        return goOn();
    Page::keyPressEvent(event);
}

/// The key goes back one question, and only Cancel goes all the way at once.
void QuestionsPage::makeWayBack() {
    auto* const cancel = findChild<QPushButton*>(QStringLiteral("back"));
    connect(cancel, &QPushButton::clicked, this, &QuestionsPage::leave);
    cancel->setToolTip({});
    m_earlier->setToolTip(tr("Back (Alt+Left)"));
    auto* const key = findChild<QShortcut*>();
    disconnect(key, nullptr, this, nullptr);
    connect(key, &QShortcut::activated, this, [this] {
        if (m_earlier->isVisible())
            return goBack();
        if (m_keepTimer.isActive())
            keepNow();
        emit backRequested();
    });
}

/// Answers for a new case come back with the next one; Cancel gives up changes of a case alone.
void QuestionsPage::leave() {
    if (!m_path.empty())
        return discard();
    if (m_keepTimer.isActive())
        keepNow();
}

void QuestionsPage::startAnew() {
    fill(m_before);
    discard();
    goTo(Who);
    m_anew->hide();
}

QuestionsPage::~QuestionsPage() {
    if (m_keepTimer.isActive())
        keepNow();
    m_work.finish();
}

void QuestionsPage::keepSoon() {
    if (m_new && !m_path.empty())
        return; // saved already: the card is what shows
    m_keepTimer.start();
}

void QuestionsPage::keepNow() {
    m_keepTimer.stop();
    const CaseDetails given = answers();
    if (given == m_before)
        return discard();
    // Nothing depends on it: if it fails, so does making the case, which says why.
    m_work.start([kept = m_kept, given](const Progress&) { return kept.keep(given); }, [](const Result<>&) {});
}

/// Nothing differs, or the person doesn't want it any more.
void QuestionsPage::discard() {
    m_keepTimer.stop();
    m_work.start(
        [kept = m_kept](const Progress&) {
            kept.discard();
            return true;
        },
        [](bool) {});
}

QWidget* QuestionsPage::makeWho() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    m_welcome =
        wrappedLabel(tr("This program makes evidence of what an AI said about you, in one file that you can send. "
                        "Everything stays on this computer until you send it yourself."));
    m_welcome->setObjectName(QStringLiteral("welcome"));
    layout->addWidget(m_welcome);
    layout->addSpacing(fontMetrics().height() / 2);
    auto* const form = new QFormLayout;
    layout->addLayout(form);
    layout->addStretch(1);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("name"));
    m_email = new QLineEdit;
    m_email->setObjectName(QStringLiteral("email"));
    m_email->setPlaceholderText(tr("Where the answer should go; Meta's forms ask for it"));
    m_address = smallEdit(kAddressLines);
    m_address->setPlaceholderText(tr("May stay empty"));
    m_reference = new QLineEdit;
    m_reference->setPlaceholderText(tr("A file number of your own; may stay empty"));
    form->addRow(tr("&Full name:"), m_name);
    form->addRow(tr("&E-mail address:"), m_email);
    form->addRow(tr("&Postal address:"), m_address);
    form->addRow(tr("&Reference:"), m_reference);

    m_acting = new QCheckBox(tr("I &act for this person (as a lawyer or a parent, for example)"));
    form->addRow(m_acting);
    m_otherName = new QLineEdit;
    m_otherName->setObjectName(QStringLiteral("representative"));
    m_otherEmail = new QLineEdit;
    m_otherAddress = smallEdit(kAddressLines);
    form->addRow(tr("Your full &name:"), m_otherName);
    form->addRow(tr("Your e-&mail address:"), m_otherEmail);
    form->addRow(tr("Your postal a&ddress:"), m_otherAddress);
    const auto showOther = [this, form](bool shown) {
        for (QWidget* const field : std::initializer_list<QWidget*>{m_otherName, m_otherEmail, m_otherAddress})
            form->setRowVisible(field, shown);
    };
    showOther(false);
    connect(m_acting, &QCheckBox::toggled, this, showOther);
    return part;
}

QWidget* QuestionsPage::makeWhere() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* const grid = new QGridLayout;
    m_surfaces = new QButtonGroup(this);
    int place = 0;
    for (const Surface surface : allSurfaces()) {
        const QString name = Wording::surface(surface);
        // A list of its own, and not within a sentence; brands keep their small letter.
        auto* const button = new QRadioButton(surface == Surface::Other ? name.left(1).toUpper() + name.mid(1) : name);
        m_surfaces->addButton(button, static_cast<int>(surface));
        grid->addWidget(button, place / 2, place % 2);
        ++place;
    }
    layout->addLayout(grid);
    auto* const note =
        wrappedLabel(tr("For another service the program knows no form and has no ready letter. It keeps the "
                        "evidence; you write to the company yourself, and the dossier goes with it."));
    note->setObjectName(QStringLiteral("otherService"));
    note->hide();
    layout->addWidget(note);
    connect(m_surfaces->button(static_cast<int>(Surface::Other)), &QRadioButton::toggled, note, &QWidget::setVisible);
    layout->addSpacing(fontMetrics().height());
    auto* const form = new QFormLayout;
    m_country = new QComboBox;
    m_country->setObjectName(QStringLiteral("country"));
    addCountries(*m_country);
    form->addRow(tr("The person &lives in:"), m_country);
    layout->addLayout(form);
    layout->addStretch(1);
    return part;
}

QWidget* QuestionsPage::makeWhat() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() * 2 / 3);
    const int indent = fontMetrics().height() * 3 / 2;
    QCheckBox* objection = nullptr;
    for (const Wish wish : allWishes()) {
        auto* const box = new QCheckBox(Wording::wish(wish));
        box->setAccessibleDescription(Wording::wishSentence(wish));
        box->setObjectName(QString::fromUtf8(name(wish).data(), static_cast<qsizetype>(name(wish).size())));
        auto* const sentence = wrappedLabel(Wording::wishSentence(wish));
        sentence->setContentsMargins(indent, 0, 0, 0);
        if (wish == Wish::Concern)
            connect(m_surfaces->button(static_cast<int>(Surface::Other)), &QRadioButton::toggled, sentence,
                    [box, sentence](bool isOther) {
                        const QString text =
                            Wording::wishSentence(Wish::Concern, isOther ? Surface::Other : Surface::MetaAi);
                        box->setAccessibleDescription(text);
                        sentence->setText(text);
                    });
        auto* const together = new QVBoxLayout;
        together->setSpacing(fontMetrics().height() / 8);
        together->addWidget(box);
        together->addWidget(sentence);
        layout->addLayout(together);
        m_wishes.push_back(box);
        if (wish == Wish::Objection)
            objection = box;
    }
    auto* const grounds = new QWidget;
    auto* const groundsForm = new QFormLayout(grounds);
    groundsForm->setContentsMargins(0, 0, 0, 0);
    groundsForm->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_grounds = smallEdit(kAddressLines);
    m_grounds->setPlaceholderText(tr("May stay empty"));
    groundsForm->addRow(tr("&Grounds of the objection: what about the person's situation speaks against the use?"),
                        m_grounds);
    layout->addWidget(grounds);
    grounds->hide();
    connect(objection, &QCheckBox::toggled, grounds, &QWidget::setVisible);
    auto* const form = new QFormLayout;
    m_language = new QComboBox;
    for (const std::string_view code : request::Strings::languages()) {
        const QString text = QString::fromStdString(std::string(code));
        m_language->addItem(Wording::languageName(text), text);
    }
    form->addRow(tr("&Language of the letter:"), m_language);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addLayout(form);
    layout->addStretch(1);
    return part;
}

QWidget* QuestionsPage::makeCard() {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    struct Advice {
        QString title;
        QString text;
    };
    for (const auto& [title, text] :
         {Advice{tr("1. Start a fresh chat."), tr("Then nothing that was said before can explain the answer.")},
          Advice{tr("2. Ask short and neutral."),
                 tr("For example: “What do you know about NAME from PLACE?” What the question itself says proves "
                    "nothing.")},
          Advice{tr("3. Copy the prompt, and take the picture at once."),
                 tr("With your prompt, the whole answer, and the address bar in it.")},
          Advice{tr("4. Only then reset or delete anything."), tr("What is gone can't be captured any more.")}}) {
        layout->addWidget(headingLabel(title));
        layout->addWidget(wrappedLabel(text));
        layout->addSpacing(part->fontMetrics().height() / 2);
    }
    layout->addStretch(1);
    return part;
}

/// Another case's answers stay kept.
void QuestionsPage::begin(KeptAnswers kept) {
    if (m_keepTimer.isActive())
        keepNow();
    m_work.finish();
    m_kept = std::move(kept);
    m_onward->setEnabled(true);
}

void QuestionsPage::askForNew() {
    begin(KeptAnswers::ofNewCase(m_folder));
    m_path.clear();
    m_new = true;
    CaseDetails details;
    details.country = hereCode().toStdString();
    details.language = Wording::language().toStdString();
    details.wishes = {Wish::Concern, Wish::Erasure};
    const auto kept = m_kept.load();
    fill(kept.value_or(details));
    m_before = details;
    m_keepTimer.stop();
    goTo(Who);
    m_anew->setVisible(kept.has_value());
    m_welcome->show();
    if (kept)
        message().showNote(
            tr("Your answers from before are here again. Go on where you were, or press “Start anew” for "
               "empty fields."));
}

void QuestionsPage::askFor(const std::filesystem::path& path, const CaseDetails& details) {
    begin(KeptAnswers::ofCase(path));
    m_path = path;
    m_new = false;
    const auto kept = m_kept.load();
    fill(kept.value_or(details));
    m_before = details;
    m_keepTimer.stop();
    goTo(Who);
    m_anew->hide();
    m_welcome->hide();
    if (kept)
        message().showNote(
            tr("You had changed these answers and not saved them. Go on where you were, or press Cancel: "
               "then the case stays as it is."));
}

void QuestionsPage::fill(const CaseDetails& details) {
    m_before = details;
    const auto text = [](const std::string& value) { return QString::fromStdString(value); };
    m_name->setText(text(details.subject.name));
    m_email->setText(text(details.subject.email));
    m_address->setPlainText(text(details.subject.address));
    m_reference->setText(text(details.reference));
    m_acting->setChecked(!details.representative.name.empty());
    m_otherName->setText(text(details.representative.name));
    m_otherEmail->setText(text(details.representative.email));
    m_otherAddress->setPlainText(text(details.representative.address));
    m_surfaces->button(static_cast<int>(details.surface))->setChecked(true);
    m_country->setCurrentIndex(std::max(0, m_country->findData(text(details.country))));
    for (std::size_t index = 0; index < m_wishes.size(); ++index)
        m_wishes[index]->setChecked(std::ranges::find(details.wishes, allWishes()[index]) != details.wishes.end());
    m_grounds->setPlainText(text(details.grounds));
    m_language->setCurrentIndex(std::max(0, m_language->findData(text(details.language))));
}

CaseDetails QuestionsPage::answers() const {
    CaseDetails details = m_before;
    details.subject = {textOf(m_name), textOf(m_email), textOf(m_address)};
    details.representative = {};
    if (m_acting->isChecked())
        details.representative = {textOf(m_otherName), textOf(m_otherEmail), textOf(m_otherAddress)};
    details.reference = textOf(m_reference);
    details.surface = static_cast<Surface>(m_surfaces->checkedId());
    details.country = m_country->currentData().toString().toStdString();
    details.language = m_language->currentData().toString().toStdString();
    details.wishes.clear();
    for (std::size_t index = 0; index < m_wishes.size(); ++index)
        if (m_wishes[index]->isChecked())
            details.wishes.push_back(allWishes()[index]);
    details.grounds = m_wishes[static_cast<std::size_t>(Wish::Objection)]->isChecked() ? textOf(m_grounds) : "";
    return details;
}

void QuestionsPage::goTo(int step) {
    const std::array titles{tr("Who is it about?"), tr("Where did the AI answer?"), tr("What do you want?"),
                            tr("How to ask")};
    const std::array subtitles{tr("Question 1 of 3 · Whose data did the AI show? This name stands in the letter."),
                               tr("Question 2 of 3 · This and the country decide which form and which law apply."),
                               tr("Question 3 of 3 · Choose as many as you like; each becomes a request of its own."),
                               tr("Your case is saved. Four things make the answer strong evidence.")};
    const auto index = static_cast<std::size_t>(step);
    setTitle(titles.at(index), subtitles.at(index));
    message().hide();
    m_steps->setCurrentIndex(step);
    m_earlier->setVisible(step == Where || step == What);
    if (step != Who)
        m_anew->hide();
    findChild<QPushButton*>(QStringLiteral("back"))->setVisible(step != Card);
    m_onward->setText(step == Card   ? tr("&Add the first exhibit")
                      : step != What ? tr("C&ontinue")
                      : m_new        ? tr("&Make the case")
                                     : tr("&Save the changes"));
    if (step == Who)
        m_name->setFocus();
    else if (step == Where)
        m_surfaces->checkedButton()->setFocus();
    else if (step == What)
        m_wishes.front()->setFocus();
    else
        m_onward->setFocus();
}

void QuestionsPage::goBack() {
    goTo(m_steps->currentIndex() - 1);
}

bool QuestionsPage::isComplete(int step) {
    const auto checked = checkDetails(answers());
    if (checked)
        return true;
    // A later question that isn't answered yet is no problem now.
    const std::string& field = checked.error().object;
    const int asked = field == "country" ? Where : field == "wishes" ? What : Who;
    if (asked > step)
        return true;
    showProblem(checked.error());
    return false;
}

void QuestionsPage::goOn() {
    const int step = m_steps->currentIndex();
    if (step == Card) {
        emit finished(toQt(m_path), m_new);
        return;
    }
    if (!isComplete(step))
        return;
    if (step == What)
        save();
    else
        goTo(step + 1);
}

void QuestionsPage::showProblem(const Error& error) {
    message().showProblem(Wording::problem(error));
    if (auto* const field = findChild<QWidget*>(QString::fromStdString(error.object)))
        field->setFocus();
}

void QuestionsPage::save() {
    const bool isNew = m_path.empty();
    m_keepTimer.stop();
    m_onward->setEnabled(false);
    m_work.start(
        [this, isNew, path = m_path, kept = m_kept,
         details = answers()](const Progress&) -> Result<std::filesystem::path> {
            if (isNew) {
                EXHIBIT_ASSIGN(std::filesystem::path made, m_desk.create(m_folder, details));
                kept.discard();
                return made;
            }
            EXHIBIT_TRY(m_desk.change(path, details));
            kept.discard();
            return path;
        },
        [this](const Result<std::filesystem::path>& saved) {
            m_onward->setEnabled(true);
            if (!saved)
                return message().showProblem(
                    tr("This couldn't be saved; your answers are still here. %1").arg(Wording::problem(saved.error())));
            m_path = *saved;
            if (m_new)
                goTo(Card);
            else
                emit finished(toQt(m_path), m_new);
        });
}

} // namespace exhibit::desktop
