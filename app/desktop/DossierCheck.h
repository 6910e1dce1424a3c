#pragma once
// The check of a dossier beside the window's own thread, so that the window stays usable.

#include "dossier/Verify.h"

#include <QObject>
#include <QString>
#include <atomic>
#include <functional>
#include <thread>

namespace exhibit::desktop {

class DossierCheck final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<dossier::Verification>&)>;

    explicit DossierCheck(QObject* parent = nullptr) : QObject(parent) {}
    /// Stops what goes on and waits for it.
    ~DossierCheck() override;

    /// Checks a file; what went on before is stopped. `done` runs in the caller's thread, which has an event loop. An
    /// Error means that the file couldn't be opened.
    void start(const QString& path, Done done);

signals:
    /// In thousandths.
    void progressed(int done);

private:
    void stop();

    std::thread m_worker;
    std::atomic<bool> m_stopping = false;
    quint64 m_run = 0;
};

} // namespace exhibit::desktop
