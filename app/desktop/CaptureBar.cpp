#include "desktop/CaptureBar.h"

#include "desktop/AddPage.h"
#include "desktop/Message.h"
#include "desktop/Wording.h"

#include <QCloseEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>

namespace exhibit::desktop {

namespace {

constexpr int kWidthInLetters = 46;

QLabel* previewLabel() {
    auto* const label = wrappedLabel();
    label->setMinimumHeight(label->fontMetrics().lineSpacing() * 2);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

QString preview(const std::string& text, const QString& absence) {
    constexpr qsizetype kShown = 100;
    if (text.empty())
        return absence;
    const QString line = Wording::line(text.substr(0, 4 * static_cast<std::size_t>(kShown)));
    const QString start = line.size() > kShown ? line.left(kShown) + QStringLiteral("…") : line;
    return CaptureBar::tr("“%1”").arg(start);
}

} // namespace

CaptureBar::CaptureBar(AddPage& page, const QString& program)
    : QWidget(nullptr, Qt::Tool | Qt::WindowStaysOnTopHint), m_page(page), m_taker(program) {
    setWindowTitle(tr("New exhibit"));
    setAttribute(Qt::WA_QuitOnClose, false);
    auto* const layout = new QGridLayout(this);
    const auto button = [this](const QString& text) {
        auto* const made = new QPushButton(text);
        made->setAutoDefault(true);
        return made;
    };
    m_message = new Message;
    layout->addWidget(m_message, 0, 0, 1, 3);
    auto* const prompt = button(tr("&1. Take the prompt"));
    prompt->setToolTip(tr("First copy it in the chat with Ctrl+C."));
    connect(prompt, &QPushButton::clicked, &m_page, &AddPage::takePrompt);
    m_prompt = previewLabel();
    layout->addWidget(prompt, 1, 0, 1, 3);
    layout->addWidget(m_prompt, 2, 0, 1, 3);
    layout->addWidget(headingLabel(tr("2. Take the picture")), 3, 0, 1, 3);
    const auto mode = [&](const QString& text, capture::Mode what, int column) {
        auto* const made = button(text);
        connect(made, &QPushButton::clicked, this, [this, what] { takePicture(what); });
        layout->addWidget(made, 4, column);
    };
    mode(tr("The &window"), capture::Mode::Window, 0);
    mode(tr("A &part"), capture::Mode::Region, 1);
    mode(tr("The sc&reen"), capture::Mode::Screen, 2);
    m_pictures = wrappedLabel();
    layout->addWidget(m_pictures, 5, 0, 1, 3);
    auto* const response = button(tr("&3. Take the answer"));
    response->setToolTip(tr("First copy it in the chat with Ctrl+C. If you can't, the picture is enough."));
    connect(response, &QPushButton::clicked, &m_page, &AddPage::takeAnswer);
    m_response = previewLabel();
    layout->addWidget(response, 6, 0, 1, 3);
    layout->addWidget(m_response, 7, 0, 1, 3);
    m_save = defaultButton(tr("&Save the exhibit"));
    connect(m_save, &QPushButton::clicked, &m_page, &AddPage::save);
    auto* const close = button(tr("&Back to the case"));
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    layout->addWidget(close, 8, 0);
    layout->addWidget(m_save, 8, 1, 1, 2);
    setFixedWidth(fontMetrics().averageCharWidth() * kWidthInLetters);

    connect(&m_page, &AddPage::changed, this, &CaptureBar::refresh);
    connect(&m_page.message(), &Message::changed, this, &CaptureBar::refresh);
    connect(&m_page, &AddPage::saved, this, [this](int number) {
        if (isVisible())
            m_message->showNote(tr("Exhibit %1 is saved. Ready for the next one.").arg(number));
    });
    connect(&m_taker, &ScreenTaker::taken, this, [this](const Capture& capture, const QStringList& warnings) {
        reappear();
        m_page.addCapture(capture);
        if (!warnings.isEmpty())
            m_message->showNote(warnings.join(QLatin1Char(' ')));
    });
    connect(&m_taker, &ScreenTaker::failed, this, [this](const Error& error) {
        reappear();
        m_message->showProblem(
            tr("No picture was taken; everything else is still here. %1").arg(Wording::problem(error)));
    });
    connect(&m_taker, &ScreenTaker::cancelled, this, &CaptureBar::reappear);
}

void CaptureBar::start() {
    refresh();
    adjustSize();
    const QRect room = screen()->availableGeometry();
    move(room.right() - frameGeometry().width() - fontMetrics().height(), room.top() + room.height() / 5);
    show();
    activateWindow();
}

void CaptureBar::refresh() {
    m_prompt->setText(preview(m_page.prompt(), tr("Copy your prompt in the chat first (Ctrl+C).")));
    m_response->setText(preview(m_page.response(), tr("Copy the answer too if you can.")));
    m_pictures->setText(m_page.pictures() == 0 ? tr("With your prompt, the whole answer and the address bar in it.")
                                               : tr("%n picture(s) taken.", nullptr, m_page.pictures()));
    m_save->setEnabled(m_page.pictures() > 0 || !m_page.prompt().empty() || !m_page.response().empty());
    if (!m_page.message().text().isEmpty())
        m_message->showNote(m_page.message().text());
    else if (m_page.pictures() > 0 || !m_page.prompt().empty())
        m_message->hide();
    adjustSize();
}

void CaptureBar::takePicture(capture::Mode mode) {
    m_message->hide();
    hide();
    m_taker.take(mode);
}

void CaptureBar::reappear() {
    show();
    activateWindow();
}

void CaptureBar::closeEvent(QCloseEvent* event) {
    QWidget::closeEvent(event);
    emit closed();
}

} // namespace exhibit::desktop
