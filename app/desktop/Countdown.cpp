#include "desktop/Countdown.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>

namespace exhibit::desktop {

namespace {

constexpr int kSecond = 1000; // ms
constexpr double kTextSize = 1.6;

} // namespace

Countdown::Countdown()
    : QWidget(nullptr, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint | Qt::WindowDoesNotAcceptFocus) {
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    m_text = new QLabel;
    m_text->setObjectName(QStringLiteral("countdown"));
    QFont font = m_text->font();
    font.setPointSizeF(font.pointSizeF() * kTextSize);
    m_text->setFont(font);
    auto* const button = new QPushButton(tr("Cancel (Esc)"));
    connect(button, &QPushButton::clicked, this, &Countdown::cancel);
    const auto* const key = new QShortcut(QKeySequence::Cancel, this);
    connect(key, &QShortcut::activated, this, &Countdown::cancel);
    auto* const layout = new QHBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(button);
    m_timer.setInterval(kSecond);
    connect(&m_timer, &QTimer::timeout, this, &Countdown::tick);
}

Countdown::~Countdown() = default;

void Countdown::start(int seconds) {
    m_left = seconds;
    showLeft();
    adjustSize();
    const QRect room = screen()->availableGeometry();
    move(room.right() - width() - fontMetrics().height(), room.bottom() - height() - fontMetrics().height());
    show();
    // Where Esc can't be heard in other windows, the button is there.
    auto escape = capture::GlobalKey::listen(capture::kEscapeKey, [this] { cancel(); });
    m_escape = escape ? *std::move(escape) : nullptr;
    m_timer.start();
}

void Countdown::showLeft() {
    m_text->setText(tr("Picture in %1 s").arg(m_left));
    setAccessibleName(m_text->text());
}

void Countdown::tick() {
    if (--m_left > 0)
        return showLeft();
    m_timer.stop();
    m_escape.reset();
    hide();
    emit finished();
}

void Countdown::cancel() {
    m_timer.stop();
    m_escape.reset();
    hide();
    emit cancelled();
}

} // namespace exhibit::desktop
