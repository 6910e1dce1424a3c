#include "desktop/ScreenTaker.h"

#include "capture/Display.h"
#include "capture/Portal.h"
#include "desktop/RegionOverlay.h"
#include "desktop/Wording.h"
#include "desktop/model/Desk.h"

#include <QGuiApplication>
#include <QProcess>
#include <QScreen>
#include <QTimer>
#include <QWidget>
#include <array>

namespace exhibit::desktop {

namespace {

/// Until the window manager and the programs below have drawn what our windows covered.
constexpr int kUncovered = 350; // ms
constexpr auto kNote = "Please note: ";

/// What the program says, for languages other than its own; SentencePatterns.cpp has what has names in it.
[[maybe_unused]] constexpr std::array kScreenSentences{
    QT_TRANSLATE_NOOP("Sentence", "This desktop doesn't let a program hear keys while you are in another window. Click "
                                  "the button instead."),
    QT_TRANSLATE_NOOP("Sentence", "Another program uses this key already. Click the button instead."),
    QT_TRANSLATE_NOOP("Sentence", "The keyboard has no such key. Click the button instead."),
    QT_TRANSLATE_NOOP("Sentence", "The picture is all one colour, so it shows nothing. Is the screen locked, or the "
                                  "page not drawn yet? Bring the chat to the front and capture again."),
    QT_TRANSLATE_NOOP("Sentence", "The system handed over no picture. Is the screen locked? Capture again, or take the "
                                  "screenshot with your system's own tool and add the file."),
    QT_TRANSLATE_NOOP("Sentence", "This desktop has no window manager that lists its windows, so a window can't be "
                                  "found. Capture the screen or a region instead."),
    QT_TRANSLATE_NOOP("Sentence", "The part that takes pictures of the screen can't be started."),
    QT_TRANSLATE_NOOP("Sentence", "The region lies partly outside the monitors; the picture shows what can be seen."),
    QT_TRANSLATE_NOOP("Sentence", "The window lies partly outside the monitors; the picture shows what can be seen."),
    QT_TRANSLATE_NOOP("Sentence",
                      "The picture shows all monitors, since it can't be told where each of them is in it."),
    QT_TRANSLATE_NOOP("Sentence", "The desktop's portal for screenshots can't be reached, since there is no session "
                                  "bus. Start this program in the desktop's own session. Or take the screenshot with "
                                  "your system's own tool (often the Print key), and paste it or add its file."),
    QT_TRANSLATE_NOOP("Sentence",
                      "The desktop's portal for screenshots ended while it was asked. Capture again. Or take the "
                      "screenshot with your system's own tool (often the Print key), and paste it or add its file."),
    QT_TRANSLATE_NOOP("Sentence",
                      "This desktop has no portal for screenshots. Install the one that belongs to it: "
                      "xdg-desktop-portal with xdg-desktop-portal-gnome, -kde or -wlr. Or take the screenshot with "
                      "your system's own tool (often the Print key), and paste it or add its file."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "No picture was taken: the desktop's question was answered with no, or closed. Capture again and allow it. Or "
        "take the screenshot with your system's own tool (often the Print key), and paste it or add its file."),
    QT_TRANSLATE_NOOP("Sentence", "The desktop couldn't take the picture. Capture again. Or take the screenshot with "
                                  "your system's own tool (often the Print key), and paste it or add its file."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "The desktop didn't answer. Does a question of it wait behind another window? Capture again and allow it. Or "
        "take the screenshot with your system's own tool (often the Print key), and paste it or add its file."),
    QT_TRANSLATE_NOOP("Sentence", "The desktop took a picture that can't be read. Capture again, or take the "
                                  "screenshot with your system's own tool and add its file."),
};

/// In the windows' language; what nobody translated is told in general.
QString spoken(const QString& english, const QString& otherwise) {
    const QString said = Wording::sentence(english.toStdString());
    return Wording::language() == QStringLiteral("en") || said != english ? said : otherwise;
}

QString spokenNote(const QString& english) {
    return spoken(english, ScreenTaker::tr("Something about this picture is out of the ordinary: look at it closely "
                                           "before you save it."));
}

QString spokenReason(const QString& english) {
    return spoken(english, ScreenTaker::tr("No picture was taken. Capture again, or take the screenshot with your "
                                           "system's own tool and add its file."));
}

QStringList notesOf(const QByteArray& errors) {
    QStringList notes;
    for (const QByteArray& line : errors.split('\n'))
        if (line.startsWith(kNote))
            notes.append(
                spokenNote(QString::fromUtf8(line.mid(static_cast<qsizetype>(std::string_view(kNote).size())))));
    return notes;
}

QStringList argumentsOf(const capture::Request& request) {
    const std::string_view mode = capture::name(request.mode);
    QStringList arguments{QString::fromUtf8(mode.data(), static_cast<qsizetype>(mode.size()))};
    const QRect& region = request.region;
    if (request.mode == capture::Mode::Region)
        arguments
            << QStringLiteral("--region")
            << QStringLiteral("%1,%2,%3,%4").arg(region.x()).arg(region.y()).arg(region.width()).arg(region.height());
    return arguments;
}

std::vector<capture::LogicalMonitor> logicalMonitors() {
    std::vector<capture::LogicalMonitor> monitors;
    for (const QScreen* const screen : QGuiApplication::screens())
        monitors.push_back({screen->name().toStdString(), screen->geometry(), screen->devicePixelRatio(),
                            screen == QGuiApplication::primaryScreen()});
    return monitors;
}

QScreen* screenOf(const capture::Monitor& monitor) {
    for (QScreen* const screen : QGuiApplication::screens())
        if (screen->name().toStdString() == monitor.name)
            return screen;
    return QGuiApplication::primaryScreen();
}

} // namespace

ScreenTaker::ScreenTaker(QString program, const QWidget& owner) : m_program(std::move(program)), m_owner(owner) {
    connect(&m_countdown, &Countdown::finished, this,
            [this] { QTimer::singleShot(kUncovered, this, [this] { takeNow(); }); });
    connect(&m_countdown, &Countdown::cancelled, this, &ScreenTaker::cancelled);
}

ScreenTaker::~ScreenTaker() {
    for (const auto& overlay : m_overlays)
        delete overlay;
}

void ScreenTaker::take(capture::Mode mode, int delay) {
    capture::Request request;
    request.mode = mode;
    start(request, delay);
}

void ScreenTaker::takeAgain(int delay) {
    if (m_last)
        start(*m_last, delay);
}

void ScreenTaker::start(const capture::Request& request, int delay) {
    m_request = request;
    if (delay > 0)
        return m_countdown.start(delay);
    QTimer::singleShot(kUncovered, this, [this] { takeNow(); });
}

void ScreenTaker::takeNow() {
    const bool isChosenHere = m_request.mode == capture::Mode::Region && m_request.region.isEmpty();
    const bool isOneOfSeveral = m_request.mode == capture::Mode::Screen && QGuiApplication::screens().size() > 1;
    if ((isChosenHere || isOneOfSeveral) && capture::DisplayEnvironment::ofProcess().isWayland())
        takeFromPortal();
    else if (isChosenHere)
        takeRegion();
    else
        takeByProgram(m_request,
                      [this](const Capture& capture, const QStringList& warnings) { finish(capture, warnings); });
}

void ScreenTaker::takeByProgram(const capture::Request& request, const TakenFunction& done) {
    auto* const process = new QProcess(this);
    process->setProgram(m_program);
    process->setArguments(argumentsOf(request));
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        emit failed(spokenReason(QStringLiteral("The part that takes pictures of the screen can't be started.")));
        process->deleteLater();
    });
    connect(process, &QProcess::finished, this, [this, process, done](int status) {
        process->deleteLater();
        const QByteArray errors = process->readAllStandardError();
        const std::string output = process->readAllStandardOutput().toStdString();
        if (status != 0)
            return emit failed(spokenReason(QString::fromUtf8(errors.trimmed())));
        const auto capture = readBundle(std::make_shared<MemorySource>(std::string_view(output)));
        if (!capture)
            return fail(capture.error());
        done(*capture, notesOf(errors));
    });
    process->start();
}

void ScreenTaker::fail(const Error& error) {
    emit failed(Wording::problem(error));
}

void ScreenTaker::finish(const Capture& capture, const QStringList& warnings) {
    m_last = m_request;
    emit taken(capture, warnings);
}

void ScreenTaker::takeRegion() {
    const auto screen = capture::nativeScreen();
    const auto monitors = screen->monitors();
    if (!monitors)
        return fail(monitors.error());
    m_frozen.clear();
    m_warnings.clear();
    m_time = SystemClock().read();
    for (const capture::Monitor& monitor : *monitors) {
        auto picture = screen->grab(monitor);
        if (!picture)
            return fail(picture.error());
        m_frozen.push_back({monitor, *std::move(picture)});
    }
    showOverlays();
}

void ScreenTaker::takeFromPortal() {
    capture::Request whole;
    whole.mode = capture::Mode::Screen;
    takeByProgram(whole, [this](const Capture& capture, const QStringList& warnings) {
        m_time = capture.time;
        m_warnings = warnings;
        m_work.start(
            [png = capture.items.front().bytes, monitors = logicalMonitors()](const Progress&) {
                return capture::splitPicture(decodedPicture(*png, "image/png"), monitors);
            },
            [this, screens = QGuiApplication::screens().size()](std::vector<capture::RecordedScreen::Recording> parts) {
                m_frozen = std::move(parts);
                const bool isSplit = static_cast<qsizetype>(m_frozen.size()) == screens;
                if (!isSplit)
                    m_warnings.append(
                        spokenNote(QStringLiteral("The picture shows all monitors, since it can't be told "
                                                  "where each of them is in it.")));
                if (m_request.mode == capture::Mode::Region)
                    return showOverlays();
                m_request.monitor = isSplit ? m_owner.screen()->name().toStdString() : std::string();
                takeFrozen();
            });
    });
}

void ScreenTaker::showOverlays() {
    for (const auto& [monitor, picture] : m_frozen) {
        auto* const overlay = new RegionOverlay(monitor.rect, picture, *screenOf(monitor));
        m_overlays.emplace_back(overlay);
        connect(overlay, &RegionOverlay::finished, this, &ScreenTaker::cut);
        if (QGuiApplication::platformName().startsWith(QLatin1String("wayland"))) {
            overlay->setScreen(screenOf(monitor));
            overlay->showFullScreen(); // no program places its windows itself there
        } else {
            overlay->show();
        }
        overlay->activateWindow();
    }
}

void ScreenTaker::cut(const QRect& region) {
    for (const auto& overlay : m_overlays)
        if (overlay)
            overlay->deleteLater();
    m_overlays.clear();
    if (region.isEmpty()) {
        m_frozen.clear();
        return emit cancelled();
    }
    m_request.region = region;
    takeFrozen();
}

void ScreenTaker::takeFrozen() {
    m_work.start(
        [frozen = std::move(m_frozen), time = m_time, request = m_request](const Progress&) {
            capture::RecordedScreen screen(frozen, {});
            return capture::takeCapture(request, screen, capture::RecordedClipboard(), FixedClock(time));
        },
        [this](const Result<capture::Taken>& result) {
            if (!result)
                return fail(result.error());
            QStringList warnings = m_warnings;
            for (const std::string& warning : result->warnings)
                warnings.append(spokenNote(QString::fromStdString(warning)));
            finish(result->capture, warnings);
        });
}

} // namespace exhibit::desktop
