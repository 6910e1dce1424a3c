#pragma once
// Takes a picture of the screen while the windows stay responsive.

#include "capture/TakeCapture.h"
#include "desktop/model/Work.h"

#include <QPointer>
#include <vector>

namespace exhibit::desktop {

class RegionOverlay;

class ScreenTaker final : public QObject {
    Q_OBJECT

public:
    /// `program` is exhibit17-desktop, whose headless capture takes windows and whole screens.
    ScreenTaker(QString program, QObject* parent = nullptr);
    ~ScreenTaker() override;
    /// Ends with taken(), failed() or cancelled(). Our own windows must be hidden before.
    void take(capture::Mode mode);

signals:
    void taken(const exhibit::Capture& capture, const QStringList& warnings);
    void failed(const exhibit::Error& error);
    void cancelled();

private:
    void takeByProgram(capture::Mode mode);
    void takeRegion();
    void cut(const QRect& region);

    QString m_program;
    std::vector<capture::RecordedScreen::Recording> m_frozen;
    TimeReading m_time;
    std::vector<QPointer<RegionOverlay>> m_overlays;
    Work m_work;
};

} // namespace exhibit::desktop
