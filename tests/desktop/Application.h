#pragma once
// Qt for tests of windows.

#include <QApplication>
#include <QElapsedTimer>

namespace test {

/// One for all tests, since Qt has only one a process; without a display unless QT_QPA_PLATFORM says otherwise.
void startApplication();

/// Lets the windows live until something is true; false if it takes too long.
template <class Condition>
bool comesTrue(Condition condition, int milliseconds = 20'000) {
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < milliseconds)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 100);
    return condition();
}

} // namespace test
