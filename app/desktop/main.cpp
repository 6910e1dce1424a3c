#include "capture/Display.h"
#include "core/Capture.h"
#include "desktop/CaptureCommand.h"
#include "desktop/StartWindow.h"

#include <QApplication>
#include <algorithm>
#include <iostream>
#include <string_view>
#include <sysexits.h>

namespace exhibit::desktop {

namespace {

bool given(int argc, char** argv, std::string_view option) {
    return std::any_of(argv + 1, argv + argc, [&](std::string_view argument) {
        return argument == option || (argument.starts_with(option) && argument.substr(option.size()).starts_with('='));
    });
}

int showUsage() {
    std::cout << "Usage: exhibit17-desktop [DOSSIER.pdf]\n"
                 "       exhibit17-desktop --capture MODE [OPTIONS]\n\n"
                 "Without options a window opens, which checks the dossier.\n\n"
              << captureUsage();
    return EX_OK;
}

int runWindow(int& argc, char** argv) {
    if (const auto checked = capture::checkShowable(capture::DisplayEnvironment::ofProcess()); !checked) {
        std::cerr << checked.error().text() << '\n';
        return exitStatus(checked.error().code);
    }
    const QApplication application(argc, argv);
    StartWindow window;
    window.QWidget::show();
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() > 1)
        window.checkFile(arguments.at(1));
    return QApplication::exec();
}

int run(int& argc, char** argv) {
    if (given(argc, argv, "--help"))
        return showUsage();
    if (given(argc, argv, "--version")) {
        std::cout << toolName() << '\n';
        return EX_OK;
    }
    const bool isOption = argc > 1 && std::string_view(argv[1]).starts_with("--");
    return isOption ? runCapture(argc, argv) : runWindow(argc, argv);
}

} // namespace

} // namespace exhibit::desktop

int main(int argc, char** argv) {
    return exhibit::desktop::run(argc, argv);
}
