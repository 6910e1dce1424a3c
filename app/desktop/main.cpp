#include "capture/CaptureCommand.h"
#include "capture/Display.h"
#include "core/Capture.h"
#include "desktop/MainWindow.h"
#include "desktop/RestingCursor.h"
#include "desktop/ScrollAreaAccess.h"
#include "desktop/model/RecentCases.h"
#include "desktop/model/SingleInstance.h"
#include "media/HelperProcess.h"

#include <QApplication>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTranslator>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <string_view>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sysexits.h>

namespace exhibit::desktop {

namespace {

bool given(int argc, char** argv, std::string_view option) {
    return std::any_of(argv + 1, argv + argc, [&](std::string_view argument) {
        return argument == option || (argument.starts_with(option) && argument.substr(option.size()).starts_with('='));
    });
}

int showUsage(std::ostream& out, int status) {
    out << "Usage: exhibit17-desktop [CASE.exhibit17 | DOSSIER.pdf]\n\n"
           "A window opens, with the case, or with the check of the dossier.\n\n"
           "  --help                 explains the options\n"
           "  --version              prints the version\n";
    return status;
}

/// No file that is made is anybody else's to read, and none is made of the memory, with the letters and pictures in it,
/// when the program crashes. It stays dumpable: portals have no file dialog for a program that isn't.
void keepSecrets() {
    ::umask(S_IRWXG | S_IRWXO);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    // A program that the system hands the dump to gets it whatever the limit is: without memory, then.
    std::ofstream("/proc/self/coredump_filter") << 0;
}

/// Our own words, and those of Qt's dialogs.
void speak(const QLocale& locale) {
    const std::pair<QString, QString> files[] = {
        {QStringLiteral("exhibit17"), QStringLiteral(":/translations")},
        {QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)}};
    for (const auto& [name, folder] : files) {
        auto* const translator = new QTranslator(QCoreApplication::instance());
        // English too has a translation: of its plurals.
        if (translator->load(locale, name, QStringLiteral("_"), folder) ||
            translator->load(QLocale(QLocale::English), name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
    }
}

/// What was named when the program was started, from wherever that was.
QStringList givenPaths() {
    QStringList paths;
    for (const QString& argument : QApplication::arguments().mid(1))
        paths.append(QFileInfo(argument).absoluteFilePath());
    return paths;
}

int runWindow(int& argc, char** argv) {
    if (const auto checked = capture::checkShowable(capture::DisplayEnvironment::ofProcess()); !checked) {
        std::cerr << checked.error().text() << '\n';
        return capture::exitStatus(checked.error().code);
    }
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("exhibit17"));
    QApplication::setApplicationDisplayName(QStringLiteral("Exhibit 17"));
    QApplication::setDesktopFileName(QStringLiteral("exhibit17"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/exhibit17.svg")));
    SingleInstance instance(fromQt(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)), sessionName());
    const QStringList paths = givenPaths();
    if (instance.start(paths) == Start::HandedOver)
        return EX_OK;
    speak(QLocale::system());
    installScrollAreaAccess();
    const RestingCursor cursor;

    const SystemClock clock;
    SystemRandom random;
    const media::HelperProcess helper(fromQt(QApplication::applicationDirPath()) / "exhibit17-media");
    const Desk desk(clock, random, helper);
    const QString settingsFile =
        QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/desktop.ini");
    makePrivate(fromQt(settingsFile));
    QSettings settings(settingsFile, QSettings::IniFormat);
    const auto folder = fromQt(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)) / "Exhibit 17";
    MainWindow window(desk, settings, folder,
                      QApplication::applicationDirPath() + QStringLiteral("/exhibit17-capture"));
    window.show();
    for (const QString& path : paths)
        window.openFile(path);
    QObject::connect(&instance, &SingleInstance::requested, &window, [&](const QStringList& requested) {
        window.comeForward();
        for (const QString& path : requested)
            window.openFile(path);
    });
    return QApplication::exec();
}

int run(int& argc, char** argv) {
    keepSecrets();
    if (given(argc, argv, "--help"))
        return showUsage(std::cout, EX_OK);
    if (given(argc, argv, "--version")) {
        std::cout << toolName() << '\n';
        return EX_OK;
    }
    const bool isOption = argc > 1 && std::string_view(argv[1]).starts_with("--");
    return isOption ? showUsage(std::cerr, EX_USAGE) : runWindow(argc, argv);
}

} // namespace

} // namespace exhibit::desktop

int main(int argc, char** argv) {
    return exhibit::desktop::run(argc, argv);
}
