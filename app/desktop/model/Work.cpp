#include "desktop/model/Work.h"

#include <QCoreApplication>
#include <sys/resource.h>

namespace exhibit::desktop {

namespace {

constexpr std::uint64_t kWhole = 1000;
constexpr int kNiceness = 5;

/// The windows go first where the processors have too much to do. Linux has a nice value for each thread; the programs
/// that a thread starts get it too.
void giveWay() {
    // It may give way already, as the whole program does under nice(1).
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, kNiceness));
}

} // namespace

Work::Work(QObject* parent) : QObject(parent) {
    m_thread.setMaxThreadCount(1);
}

Work::~Work() {
    cancel();
    m_thread.clear();
    m_thread.waitForDone();
}

void Work::enqueue(std::function<std::function<void()>(const Progress&)> job) {
    const quint64 number = ++m_started;
    if (++m_running == 1)
        emit busyChanged(true);
    m_thread.start([this, number, job = std::move(job)] {
        giveWay();
        const Progress progress = [this, number, last = -1](std::uint64_t at, std::uint64_t total) mutable {
            const int done = total == 0 ? 0 : static_cast<int>(kWhole * at / total);
            if (done != last)
                emit progressed(done);
            last = done;
            return number > m_cancelled;
        };
        const auto done = job(progress);
        QMetaObject::invokeMethod(this, [this, number, done] { deliver(number, done); });
    });
}

void Work::deliver(quint64 number, const std::function<void()>& done) {
    ++m_delivering;
    if (number > m_dropped)
        done();
    --m_delivering;
    if (--m_running == 0)
        emit busyChanged(false);
}

void Work::cancel() {
    m_cancelled = m_started;
}

void Work::finish() {
    m_dropped = m_started;
    m_thread.waitForDone();
}

void Work::settle() {
    while (m_running > m_delivering) {
        m_thread.waitForDone();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    }
}

void Work::drop() {
    cancel();
    m_dropped = m_started;
}

} // namespace exhibit::desktop
