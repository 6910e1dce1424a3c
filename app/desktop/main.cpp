#include "capture/Display.h"
#include "core/Capture.h"
#include "desktop/CaptureCommand.h"
#include "desktop/MainWindow.h"
#include "media/HelperProcess.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTranslator>
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
    std::cout << "Usage: exhibit17-desktop [CASE.exhibit17 | DOSSIER.pdf]\n"
                 "       exhibit17-desktop --capture MODE [OPTIONS]\n\n"
                 "Without options a window opens, with the case, or with the check of the dossier.\n\n"
              << captureUsage();
    return EX_OK;
}

/// Our own words, and those of Qt's dialogs.
void speak(const QLocale& locale) {
    const std::pair<QString, QString> files[] = {
        {QStringLiteral("exhibit17"), QStringLiteral(":/translations")},
        {QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)}};
    for (const auto& [name, folder] : files) {
        auto* const translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
    }
}

int runWindow(int& argc, char** argv) {
    if (const auto checked = capture::checkShowable(capture::DisplayEnvironment::ofProcess()); !checked) {
        std::cerr << checked.error().text() << '\n';
        return exitStatus(checked.error().code);
    }
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("exhibit17"));
    QApplication::setApplicationDisplayName(QStringLiteral("Exhibit 17"));
    QApplication::setDesktopFileName(QStringLiteral("exhibit17"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/exhibit17.svg")));
    speak(QLocale::system());

    const SystemClock clock;
    SystemRandom random;
    const media::HelperProcess helper(fromQt(QApplication::applicationDirPath()) / "exhibit17-media");
    const Desk desk(clock, random, helper);
    QSettings settings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                           QStringLiteral("/desktop.ini"),
                       QSettings::IniFormat);
    const auto folder = fromQt(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)) / "Exhibit 17";
    MainWindow window(desk, settings, folder, QApplication::applicationFilePath());
    window.show();
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() > 1)
        window.openFile(arguments.at(1));
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
