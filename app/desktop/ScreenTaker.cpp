#include "desktop/ScreenTaker.h"

#include "desktop/RegionOverlay.h"

#include <QGuiApplication>
#include <QProcess>
#include <QScreen>
#include <QTimer>

namespace exhibit::desktop {

namespace {

/// Until the window manager and the programs below have drawn what our windows covered.
constexpr int kUncovered = 350; // ms
constexpr auto kNote = "Please note: ";

QStringList notesOf(const QByteArray& errors) {
    QStringList notes;
    for (const QByteArray& line : errors.split('\n'))
        if (line.startsWith(kNote))
            notes.append(QString::fromUtf8(line.mid(static_cast<qsizetype>(std::string_view(kNote).size()))));
    return notes;
}

QScreen* screenOf(const capture::Monitor& monitor) {
    for (QScreen* const screen : QGuiApplication::screens())
        if (screen->name().toStdString() == monitor.name)
            return screen;
    return QGuiApplication::primaryScreen();
}

} // namespace

ScreenTaker::ScreenTaker(QString program, QObject* parent) : QObject(parent), m_program(std::move(program)) {}

ScreenTaker::~ScreenTaker() {
    for (const auto& overlay : m_overlays)
        delete overlay;
}

void ScreenTaker::take(capture::Mode mode) {
    QTimer::singleShot(kUncovered, this, [this, mode] {
        if (mode == capture::Mode::Region)
            takeRegion();
        else
            takeByProgram(mode);
    });
}

void ScreenTaker::takeByProgram(capture::Mode mode) {
    auto* const process = new QProcess(this);
    const std::string_view name = capture::name(mode);
    process->setProgram(m_program);
    process->setArguments(
        {QStringLiteral("--capture"), QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))});
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        emit failed({ErrorCode::Unsupported, "The part that takes pictures of the screen can't be started."});
        process->deleteLater();
    });
    connect(process, &QProcess::finished, this, [this, process](int status) {
        process->deleteLater();
        const QByteArray errors = process->readAllStandardError();
        const std::string output = process->readAllStandardOutput().toStdString();
        if (status != 0)
            return emit failed({ErrorCode::Unsupported, errors.trimmed().toStdString()});
        const auto capture = readBundle(std::make_shared<MemorySource>(std::string_view(output)));
        if (!capture)
            return emit failed(capture.error());
        emit taken(*capture, notesOf(errors));
    });
    process->start();
}

void ScreenTaker::takeRegion() {
    const auto screen = capture::nativeScreen();
    const auto monitors = screen->monitors();
    if (!monitors)
        return emit failed(monitors.error());
    m_frozen.clear();
    m_time = SystemClock().read();
    for (const capture::Monitor& monitor : *monitors) {
        auto picture = screen->grab(monitor);
        if (!picture)
            return emit failed(picture.error());
        m_frozen.push_back({monitor, *std::move(picture)});
    }
    for (const auto& [monitor, picture] : m_frozen) {
        auto* const overlay = new RegionOverlay(monitor.rect, picture, *screenOf(monitor));
        m_overlays.emplace_back(overlay);
        connect(overlay, &RegionOverlay::finished, this, &ScreenTaker::cut);
        overlay->show();
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
    m_work.start(
        [frozen = std::move(m_frozen), time = m_time, region](const Progress&) {
            capture::RecordedScreen screen(frozen, {});
            capture::Request request;
            request.mode = capture::Mode::Region;
            request.region = region;
            return capture::takeCapture(request, screen, capture::RecordedClipboard(), FixedClock(time));
        },
        [this](const Result<capture::Taken>& result) {
            if (!result)
                return emit failed(result.error());
            QStringList warnings;
            for (const std::string& warning : result->warnings)
                warnings.append(QString::fromStdString(warning));
            emit taken(result->capture, warnings);
        });
}

} // namespace exhibit::desktop
