#pragma once
// Takes a picture of the screen while the windows stay responsive.

#include "capture/TakeCapture.h"
#include "desktop/Countdown.h"
#include "desktop/model/Work.h"

#include <QPointer>
#include <functional>
#include <optional>
#include <vector>

namespace exhibit::desktop {

class RegionOverlay;

class ScreenTaker final : public QObject {
    Q_OBJECT

public:
    /// `program` is exhibit17-capture, which takes windows and whole screens. On Wayland nobody says where the chat is:
    /// "the screen" is the one that `owner` is on.
    ScreenTaker(QString program, const QWidget& owner);
    ~ScreenTaker() override;
    /// Ends with taken(), failed() or cancelled(). Our own windows must be hidden before. Counts the seconds of the
    /// delay down before it.
    void take(capture::Mode mode, int delay = 0);
    /// The same once more: of a part of the screen the same part.
    void takeAgain(int delay = 0);
    /// How the last picture was taken; nothing if there was none.
    [[nodiscard]] const std::optional<capture::Request>& last() const { return m_last; }

signals:
    void taken(const exhibit::Capture& capture, const QStringList& warnings);
    /// `reason` says what to do, in the language of the windows.
    void failed(const QString& reason);
    void cancelled();

private:
    void start(const capture::Request& request, int delay);
    void takeNow();
    using TakenFunction = std::function<void(const Capture&, const QStringList& warnings)>;
    void takeByProgram(const capture::Request& request, const TakenFunction& done);
    void takeRegion();
    void takeFromPortal();
    void takeFrozen();
    void showOverlays();
    void fail(const Error& error);
    void finish(const Capture& capture, const QStringList& warnings);
    void cut(const QRect& region);

    QString m_program;
    const QWidget& m_owner;
    capture::Request m_request; ///< a region without a size is chosen by the person
    std::optional<capture::Request> m_last;
    Countdown m_countdown;
    std::vector<capture::RecordedScreen::Recording> m_frozen;
    TimeReading m_time;
    QStringList m_warnings;
    std::vector<QPointer<RegionOverlay>> m_overlays;
    Work m_work;
};

} // namespace exhibit::desktop
