#include "desktop/CaptureBar.h"

#include "desktop/AddPage.h"
#include "desktop/FolderOffer.h"
#include "desktop/LongChatPanel.h"
#include "desktop/Message.h"
#include "desktop/ScrollingPart.h"
#include "desktop/Wording.h"
#include "desktop/model/RecentCases.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>
#include <utility>

namespace exhibit::desktop {

namespace {

constexpr int kWidthInLetters = 52;
constexpr int kLeastLines = 6;        ///< of the steps, on whatever screen
constexpr int kDelays[] = {3, 5, 10}; // seconds

QLabel* previewLabel() {
    auto* const label = wrappedLabel();
    label->setMinimumHeight(label->fontMetrics().lineSpacing() * 2);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

QString preview(const std::string& text, const QString& note, const QString& absence) {
    constexpr qsizetype kShown = 100;
    if (text.empty())
        return absence;
    const QString line = Wording::block(text.substr(0, 4 * static_cast<std::size_t>(kShown)))
                             .replace(QLatin1Char('\n'), QStringLiteral(" ↵ "));
    const QString start = line.size() > kShown ? line.left(kShown) + QStringLiteral("…") : line;
    return CaptureBar::tr("“%1”").arg(start) + QLatin1Char('\n') + note;
}

QPushButton* stepButton(const QString& text) {
    auto* const button = new QPushButton(text);
    button->setAutoDefault(true);
    return button;
}

} // namespace

CaptureBar::CaptureBar(AddPage& page, const QString& program)
    : QWidget(nullptr, Qt::Tool | Qt::WindowStaysOnTopHint), m_page(page), m_taker(program, *this) {
    setAttribute(Qt::WA_QuitOnClose, false);
    setAcceptDrops(true);
    m_steps = new QWidget;
    auto* const layout = new QGridLayout(m_steps);
    layout->setContentsMargins(0, 0, 0, 0);
    m_message = new Message;
    addSteps(*layout);
    m_scroll = new ScrollingPart(m_steps);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_long = new LongChatPanel;
    m_long->hide();
    auto* const all = new QVBoxLayout(this);
    all->addWidget(m_message);
    all->addWidget(m_scroll);
    all->addWidget(makeEnd());
    all->addWidget(m_long);
    setFixedWidth(fontMetrics().averageCharWidth() * kWidthInLetters);
    connect(m_message, &Message::changed, this, &CaptureBar::fit);
    connectPage();
    connectLongChat();
    connectTaker();
}

CaptureBar::~CaptureBar() = default;

void CaptureBar::addSteps(QGridLayout& layout) {
    m_offered = stepButton({});
    connect(m_offered, &QPushButton::clicked, &m_page.offer(), &FolderOffer::take);
    layout.addWidget(m_offered, 0, 0, 1, 3);
    auto* const prompt = stepButton(tr("&1. Take the prompt"));
    prompt->setToolTip(tr("First copy it in the chat with Ctrl+C."));
    connect(prompt, &QPushButton::clicked, &m_page, &AddPage::takePrompt);
    m_prompt = previewLabel();
    layout.addWidget(prompt, 1, 0, 1, 3);
    layout.addWidget(m_prompt, 2, 0, 1, 3);
    layout.addWidget(headingLabel(tr("2. Take the picture")), 3, 0, 1, 3);
    makePictureButtons(layout, 4);
    auto* const response = stepButton(tr("&3. Take the answer"));
    response->setToolTip(tr("First copy it in the chat with Ctrl+C. If you can't, the picture is enough."));
    connect(response, &QPushButton::clicked, &m_page, &AddPage::takeAnswer);
    m_response = previewLabel();
    layout.addWidget(response, 7, 0, 1, 3);
    layout.addWidget(m_response, 8, 0, 1, 3);
    m_read = stepButton({});
    connect(m_read, &QPushButton::clicked, &m_page, &AddPage::readAnswer);
    connect(&m_page, &AddPage::readingNamed, m_read, &QPushButton::setText);
    m_compare = stepButton(tr("&Compare the answer with the picture…"));
    connect(m_compare, &QPushButton::clicked, this, [this] {
        close();
        m_page.showPictures();
    });
    layout.addWidget(m_read, 9, 0, 1, 3);
    layout.addWidget(m_compare, 10, 0, 1, 3);
}

QWidget* CaptureBar::makeEnd() {
    m_end = new QWidget;
    auto* const layout = new QGridLayout(m_end);
    layout->setContentsMargins(0, 0, 0, 0);
    m_save = defaultButton(tr("&Save the exhibit"));
    connect(m_save, &QPushButton::clicked, &m_page, &AddPage::save);
    auto* const close = stepButton(tr("&Back to the large window"));
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    m_undo = stepButton(tr("Und&o"));
    connect(m_undo, &QPushButton::clicked, &m_page, &AddPage::undo);
    layout->addWidget(m_save, 0, 0, 1, 3);
    layout->addWidget(close, 1, 0, 1, 2);
    layout->addWidget(m_undo, 1, 2);
    return m_end;
}

void CaptureBar::connectPage() {
    connect(&m_page.offer(), &FolderOffer::offeredChanged, this, &CaptureBar::refresh);
    connect(&m_page, &AddPage::changed, this, &CaptureBar::refresh);
    connect(&m_page, &AddPage::lastStepChanged, this, &CaptureBar::refreshUndo);
    connect(&m_page.message(), &Message::changed, this, &CaptureBar::refresh);
    connect(&m_page, &AddPage::saved, this, [this](const std::filesystem::path&, int number) {
        if (isVisible())
            m_message->showNote(tr("Exhibit %1 is saved. Ready for the next one.").arg(number));
    });
}

void CaptureBar::connectLongChat() {
    connect(m_long, &LongChatPanel::nextRequested, this, &CaptureBar::nextPart);
    connect(m_long, &LongChatPanel::doneRequested, this, [this] {
        const int parts = m_parts;
        endLongChat();
        if (parts > 1)
            m_page.joinLast(parts);
    });
    connect(m_long, &LongChatPanel::cancelled, this, [this] {
        const int parts = m_parts;
        endLongChat();
        for (int part = 0; part < parts; ++part)
            m_page.undo();
    });
    connect(&m_page, &AddPage::overlapChecked, this, [this](const QString& problem) {
        m_partProblem = problem;
        refresh();
    });
}

void CaptureBar::connectTaker() {
    connect(&m_taker, &ScreenTaker::taken, this, [this](const Capture& capture, const QStringList& warnings) {
        reappear();
        m_page.addCapture(capture);
        if (!warnings.isEmpty())
            m_message->showNote(warnings.join(QLatin1Char(' ')));
    });
    connect(&m_taker, &ScreenTaker::failed, this, [this](const QString& reason) {
        leaveEmptyLongChat();
        reappear();
        m_message->showProblem(tr("No picture was taken; everything else is still here. %1").arg(reason));
    });
    connect(&m_taker, &ScreenTaker::cancelled, this, [this] {
        leaveEmptyLongChat();
        reappear();
    });
}

void CaptureBar::makePictureButtons(QGridLayout& layout, int row) {
    const auto add = [&](const QString& text, int column) {
        auto* const made = new QPushButton(text);
        made->setAutoDefault(true);
        layout.addWidget(made, row, column);
        return made;
    };
    const auto mode = [&](const QString& text, capture::Mode what, int column) {
        connect(add(text, column), &QPushButton::clicked, this, [this, what] { takePicture(what); });
    };
    mode(tr("The &window"), capture::Mode::Window, 0);
    mode(tr("A &part"), capture::Mode::Region, 1);
    mode(tr("The sc&reen"), capture::Mode::Screen, 2);
    ++row;
    m_again = add(tr("A&gain"), 0);
    connect(m_again, &QPushButton::clicked, this, &CaptureBar::takeAgain);
    m_delay = new QComboBox;
    m_delay->setAccessibleDescription(tr("When the picture is taken")); // its name is what is chosen
    m_delay->addItem(tr("at once"), 0);
    for (const int seconds : kDelays)
        m_delay->addItem(tr("in %1 seconds").arg(seconds), seconds);
    layout.addWidget(m_delay, row, 1);
    QPushButton* const longChat = add(tr("&Long chat"), 2);
    longChat->setToolTip(tr("Part by part while you scroll, put together as one long picture."));
    connect(longChat, &QPushButton::clicked, this, &CaptureBar::startLongChat);
    m_pictures = wrappedLabel();
    layout.addWidget(m_pictures, row + 1, 0, 1, 3);
}

void CaptureBar::start() {
    setWindowTitle(tr("New exhibit – %1").arg(toQt(m_page.casePath().stem())));
    refresh();
    const QRect room = screen()->availableGeometry();
    move(room.right() - frameGeometry().width() - fontMetrics().height(), room.top() + room.height() / 5);
    fit();
    show();
    activateWindow();
    hearKey();
}

void CaptureBar::comeForward() {
    raise();
    activateWindow();
}

void CaptureBar::hearKey() {
    m_key.reset(); // it would let go of what the new one listens to
    auto key = capture::GlobalKey::listen(capture::kPictureKey, [this] {
        if (isVisible())
            takeAgain();
    });
    if (key)
        m_key = *std::move(key);
    const QString what = tr("The same way as before, of the same place.");
    m_again->setToolTip(what + QLatin1Char(' ') +
                        (key ? tr("Ctrl+Alt+E does it in any window.") : Wording::sentence(key.error().message)));
    m_long->setKeyHeard(m_key != nullptr);
}

void CaptureBar::refresh() {
    refreshLongChat();
    const auto offered = static_cast<int>(m_page.offer().offered().size());
    m_offered->setVisible(offered > 0);
    m_offered->setText(tr("Take %n new picture(s) from the folder", nullptr, offered));
    m_prompt->setText(
        preview(m_page.prompt(), m_page.promptNote(), tr("Copy your prompt in the chat first (Ctrl+C).")));
    m_response->setText(preview(m_page.response(), m_page.responseNote(), tr("Copy the answer too if you can.")));
    m_pictures->setText(m_page.pictures() == 0 ? tr("With your prompt, the whole answer and the address bar in it.")
                                               : tr("%n picture(s) taken.", nullptr, m_page.pictures()));
    m_read->setText(m_page.readingName());
    m_read->setVisible(m_page.pictures() > 0 && m_page.response().empty());
    m_compare->setVisible(m_page.mustCompare());
    m_again->setEnabled(m_taker.last().has_value());
    refreshUndo();
    m_save->setEnabled(m_page.pictures() > 0 || !m_page.prompt().empty() || !m_page.response().empty());
    if (m_page.message().isProblem() && !m_page.message().text().isEmpty())
        m_message->showProblem(m_page.message().text());
    else if (!m_page.message().text().isEmpty())
        m_message->showNote(m_page.message().text());
    else if (m_page.pictures() > 0 || !m_page.prompt().empty())
        m_message->hide();
    fit();
}

void CaptureBar::refreshUndo() {
    const QString step = m_page.lastStep();
    m_undo->setEnabled(!step.isEmpty());
    m_undo->setToolTip(step.isEmpty() ? step : tr("Takes back: %1").arg(step));
}

void CaptureBar::takePicture(capture::Mode mode) {
    vanish();
    m_taker.take(mode, m_delay->currentData().toInt());
}

void CaptureBar::takeAgain() {
    if (m_isLong)
        return nextPart();
    if (!m_taker.last())
        return takePicture(capture::Mode::Window);
    vanish();
    m_taker.takeAgain(m_delay->currentData().toInt());
}

void CaptureBar::startLongChat() {
    m_isLong = true;
    m_before = m_page.pictures();
    m_parts = 0;
    m_partProblem.clear();
    takePicture(capture::Mode::Region);
}

void CaptureBar::nextPart() {
    // A part that doesn't go with the one before it is taken anew.
    if (!m_partProblem.isEmpty())
        m_page.undo();
    vanish();
    m_taker.takeAgain();
}

void CaptureBar::endLongChat() {
    m_isLong = false;
    refresh();
}

void CaptureBar::leaveEmptyLongChat() {
    if (m_isLong && m_parts == 0)
        endLongChat();
}

void CaptureBar::fit() {
    // Texts that wrap need a height that goes with the width, which adjustSize() doesn't ask for.
    for (const QWidget* const part : std::initializer_list<QWidget*>{m_message, m_steps, m_end, m_long})
        part->layout()->activate();
    const QMargins margins = layout()->contentsMargins();
    const int least = fontMetrics().height() * kLeastLines;
    const int steps = m_steps->layout()->totalHeightForWidth(width() - margins.left() - margins.right());
    m_scroll->setFixedHeight(steps);
    const auto wanted = [this] {
        layout()->invalidate();
        layout()->activate();
        return layout()->totalHeightForWidth(width());
    };
    // On a low screen it stays whole, with what ends it in sight: the steps scroll.
    const QRect room = screen()->availableGeometry();
    const int frame = // not known before it is shown
        std::max(frameGeometry().height() - height(), style()->pixelMetric(QStyle::PM_TitleBarHeight));
    const int excess = wanted() + frame - room.height();
    if (excess > 0)
        m_scroll->setFixedHeight(std::max(steps - excess, least));
    resize(width(), wanted());
    const int below = y() + height() + frame - (room.y() + room.height());
    if (below > 0)
        move(x(), std::max(room.top(), y() - below));
}

void CaptureBar::refreshLongChat() {
    const int parts = m_page.pictures() - m_before;
    if (m_isLong && parts != m_parts) {
        m_parts = parts;
        m_partProblem.clear();
        if (parts > 1)
            m_page.checkLastOverlap();
    }
    m_scroll->setVisible(!m_isLong);
    m_end->setVisible(!m_isLong);
    m_long->setVisible(m_isLong);
    m_long->showParts(m_parts, m_partProblem);
}

void CaptureBar::vanish() {
    m_isTaking = true;
    m_message->hide();
    // Whatever else the person has open of this program would be in the picture as well.
    QWidgetList windows = m_page.window()->findChildren<QWidget*>();
    windows.append(m_page.window());
    for (QWidget* const window : windows)
        if (window->isWindow() && window->isVisible()) {
            window->hide();
            m_alsoHidden.emplace_back(window);
        }
    hide();
}

void CaptureBar::reappear() {
    for (const auto& window : std::exchange(m_alsoHidden, {}))
        if (window) {
            window->setAttribute(Qt::WA_ShowWithoutActivating);
            window->show();
            window->setAttribute(Qt::WA_ShowWithoutActivating, false);
        }
    show();
    activateWindow();
    refresh();
    m_isTaking = false;
    emit reappeared();
}

void CaptureBar::dragEnterEvent(QDragEnterEvent* event) {
    if (AddPage::takes(event->mimeData()))
        event->acceptProposedAction();
}

void CaptureBar::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    m_page.take(event->mimeData());
}

void CaptureBar::closeEvent(QCloseEvent* event) {
    m_key.reset();
    if (m_isLong)
        endLongChat();
    QWidget::closeEvent(event);
    emit closed();
}

} // namespace exhibit::desktop
