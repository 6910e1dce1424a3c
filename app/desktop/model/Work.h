#pragma once
// Work beside the windows' own thread, so that they stay usable.

#include "core/Bytes.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <functional>
#include <memory>

namespace exhibit::desktop {

/// Does one thing after another in a thread of its own.
class Work final : public QObject {
    Q_OBJECT

public:
    explicit Work(QObject* parent = nullptr);
    /// Stops what goes on, forgets the rest, and waits.
    ~Work() override;

    /// `task(const Progress&)` runs in the other thread, after everything that was started before; `done` then takes
    /// its result in this object's thread, which has an event loop. Neither may throw.
    template <class Task, class Done>
    void start(Task task, Done done) {
        enqueue([task = std::move(task), done = std::move(done)](const Progress& progress) -> std::function<void()> {
            return [done, result = std::make_shared<decltype(task(progress))>(task(progress))] {
                done(std::move(*result));
            };
        });
    }
    /// Asks what was started so far to end early; its results still come.
    void cancel();
    /// The same, but no result of it comes any more.
    void drop();
    /// Waits until everything that was started is done. No result of it comes any more.
    void finish();
    /// The same, but the results come before it returns, as do those of what they start.
    void settle();
    [[nodiscard]] bool isBusy() const { return m_running > 0; }

signals:
    /// In thousandths.
    void progressed(int done);
    void busyChanged(bool busy);

private:
    void enqueue(std::function<std::function<void()>(const Progress&)> job);
    void deliver(quint64 number, const std::function<void()>& done);

    QThreadPool m_thread;
    std::atomic<quint64> m_cancelled = 0; ///< the last job that shall end early
    quint64 m_started = 0;
    quint64 m_dropped = 0;
    int m_running = 0;
    int m_delivering = 0; ///< one within the other
};

} // namespace exhibit::desktop
