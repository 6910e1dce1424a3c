#include "capture/CaptureCommand.h"

#include "capture/Display.h"
#include "capture/Portal.h"
#include "capture/StandardOutput.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <array>
#include <charconv>
#include <iostream>
#include <sysexits.h>
#include <thread>

namespace exhibit::capture {

namespace {

constexpr double kLongestDelay = 600;

void addOptions(QCommandLineParser& parser) {
    const auto value = [&](const char* name) {
        parser.addOption(QCommandLineOption(QString::fromLatin1(name), {}, QStringLiteral("VALUE")));
    };
    for (const char* const name : {"region", "monitor", "window-title", "delay"})
        value(name);
    for (const char* const name : {"clipboard-prompt", "clipboard-response"})
        parser.addOption(QCommandLineOption(QString::fromLatin1(name)));
}

std::string valueOf(const QCommandLineParser& parser, const char* name) {
    return parser.value(QString::fromLatin1(name)).toStdString();
}

bool has(const QCommandLineParser& parser, const char* name) {
    return parser.isSet(QString::fromLatin1(name));
}

/// "X,Y,WIDTH,HEIGHT"
Result<QRect> regionOf(const std::string& text) {
    std::array<int, 4> numbers{};
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        const auto read = std::from_chars(at, end, numbers.at(index));
        const bool isLast = index + 1 == numbers.size();
        const bool goesOn = isLast ? read.ptr == end : read.ptr != end && *read.ptr == ',';
        if (read.ec != std::errc{} || !goesOn)
            return fail(ErrorCode::InvalidArgument,
                        "A region is four whole numbers, LEFT,TOP,WIDTH,HEIGHT in pixels: --region 100,80,1200,700.",
                        text);
        at = read.ptr + 1;
    }
    const auto [x, y, width, height] = numbers;
    if (width <= 0 || height <= 0)
        return fail(ErrorCode::InvalidArgument, "A region has a width and a height above zero.", text);
    return QRect(x, y, width, height);
}

Result<std::chrono::milliseconds> delayOf(const std::string& text) {
    double seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool isNumber = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    if (!isNumber || !(seconds >= 0) || seconds > kLongestDelay)
        return fail(ErrorCode::InvalidArgument, "A delay is a number of seconds from 0 to 600.", text);
    return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

Result<ClipboardUse> clipboardUseOf(const QCommandLineParser& parser) {
    const bool prompt = has(parser, "clipboard-prompt");
    const bool response = has(parser, "clipboard-response");
    if (prompt && response)
        return fail(ErrorCode::InvalidArgument,
                    "The clipboard holds one text: it is the prompt or the response, so "
                    "only one of --clipboard-prompt and --clipboard-response can be given.");
    return prompt ? ClipboardUse::Prompt : response ? ClipboardUse::Response : ClipboardUse::None;
}

/// An option that says something about another way to capture is a misunderstanding that must not pass silently.
Result<> checkModeOptions(const QCommandLineParser& parser, Mode mode) {
    struct Belongs {
        const char* option;
        Mode mode;
    };
    for (const auto& [option, owner] :
         {Belongs{"region", Mode::Region}, Belongs{"monitor", Mode::Screen}, Belongs{"window-title", Mode::Window}})
        if (has(parser, option) && mode != owner)
            return fail(ErrorCode::InvalidArgument,
                        "--" + std::string(option) + " goes with \"" + std::string(name(owner)) + "\".");
    if (mode == Mode::Region && !has(parser, "region"))
        return fail(ErrorCode::InvalidArgument,
                    "Say which region: --region LEFT,TOP,WIDTH,HEIGHT, in pixels of the whole desktop.");
    return {};
}

Result<Mode> modeOf(const QCommandLineParser& parser) {
    const QStringList words = parser.positionalArguments();
    if (words.size() > 1)
        return fail(ErrorCode::InvalidArgument, "One thing is captured at a time. See --help.",
                    words.at(1).toStdString());
    return modeFromName(words.isEmpty() ? std::string() : words.constFirst().toStdString());
}

Result<CaptureOrder> orderOf(const QCommandLineParser& parser) {
    CaptureOrder order;
    EXHIBIT_ASSIGN(order.request.mode, modeOf(parser));
    EXHIBIT_TRY(checkModeOptions(parser, order.request.mode));
    if (has(parser, "region")) {
        EXHIBIT_ASSIGN(order.request.region, regionOf(valueOf(parser, "region")));
    }
    order.request.monitor = valueOf(parser, "monitor");
    order.request.windowTitle = valueOf(parser, "window-title");
    EXHIBIT_ASSIGN(order.request.clipboard, clipboardUseOf(parser));
    if (has(parser, "delay")) {
        EXHIBIT_ASSIGN(order.delay, delayOf(valueOf(parser, "delay")));
    }
    return order;
}

/// Qt's warnings mean nothing to a person and would stand among our own words.
void onlyFatal(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtFatalMsg)
        std::cerr << message.toStdString() << '\n';
}

/// Qt's clipboard needs its platform, which takes longer than everything else: only for who wants the clipboard.
class LazyClipboard final : public Clipboard {
public:
    LazyClipboard(int& argc, char** argv) : m_argc(argc), m_argv(argv) {}
    [[nodiscard]] std::optional<Bytes> data(const std::string& format) const override {
        // Never taken apart: that would first read the descriptions of all fonts.
        static const auto* const application = makeApplication();
        static_cast<void>(application);
        return QtClipboard().data(format);
    }

private:
    [[nodiscard]] const QGuiApplication* makeApplication() const {
        qInstallMessageHandler(onlyFatal);
        // checkCapturable() found an X display; a session that calls itself otherwise would make Qt look elsewhere.
        qputenv("QT_QPA_PLATFORM", "xcb");
        qputenv("QT_XCB_GL_INTEGRATION", "none"); // nothing is drawn
        return new QGuiApplication(m_argc, m_argv);
    }

    int& m_argc;
    char** m_argv;
};

Result<Taken> takeOnX11(const CaptureOrder& order, int& argc, char** argv) {
    std::this_thread::sleep_for(order.delay);
    const auto screen = nativeScreen();
    return takeCapture(order.request, *screen, LazyClipboard(argc, argv), SystemClock());
}

/// What Wayland keeps from a program without a window of its own.
Result<> checkWaylandOrder(const Request& request) {
    if (request.mode == Mode::Clipboard || request.clipboard != ClipboardUse::None)
        return fail(ErrorCode::Unsupported,
                    "On Wayland the clipboard is for windows alone. Paste in the window of exhibit17-desktop instead.");
    if (!request.windowTitle.empty())
        return fail(ErrorCode::Unsupported, "On Wayland a program doesn't know other programs' windows. Leave "
                                            "--window-title out, and choose the window in the desktop's dialog.");
    if (!request.monitor.empty())
        return fail(ErrorCode::Unsupported, "On Wayland the desktop hands over all monitors in one picture. Leave "
                                            "--monitor out, or cut a part with \"region\".");
    return {};
}

Result<Taken> takeOnWayland(const CaptureOrder& order, int& argc, char** argv) {
    EXHIBIT_TRY(checkWaylandOrder(order.request));
    std::this_thread::sleep_for(order.delay);
    const QCoreApplication application(argc, argv);
    const bool isChosen = order.request.mode == Mode::Window;
    EXHIBIT_ASSIGN(const PortalPicture picture, portalPicture({isChosen}, SystemClock()));
    EXHIBIT_ASSIGN(Taken taken,
                   takeCapture(order.request, *picture.screen, RecordedClipboard(), FixedClock(picture.time)));
    // Whether it is a window, a part or all of the screen, the person chose it.
    if (isChosen)
        taken.capture.method = "portal";
    taken.warnings.insert(taken.warnings.end(), picture.warnings.begin(), picture.warnings.end());
    return taken;
}

Result<> captureToOutput(int& argc, char** argv) {
    QStringList arguments;
    for (int index = 0; index < argc; ++index)
        arguments.append(QString::fromLocal8Bit(argv[index]));
    EXHIBIT_ASSIGN(const CaptureOrder order, captureOrder(arguments));
    const auto environment = DisplayEnvironment::ofProcess();
    EXHIBIT_TRY(checkCapturable(environment));
    StandardOutput output;
    EXHIBIT_TRY(output.checkNotTerminal());
    EXHIBIT_ASSIGN(const Taken taken,
                   environment.isWayland() ? takeOnWayland(order, argc, argv) : takeOnX11(order, argc, argv));
    for (const std::string& warning : taken.warnings)
        std::cerr << "Please note: " << warning << '\n';
    return writeBundle(taken.capture, output);
}

} // namespace

std::string_view captureUsage() {
    return "Usage: exhibit17-capture MODE [OPTIONS]\n\n"
           "Takes a picture and writes a capture bundle to standard output. MODE: screen, window, region or clipboard\n"
           "(a picture that was copied).\n\n"
           "  --window-title TEXT    a part of the window's title; without it, the active window\n"
           "  --region X,Y,W,H       left, top, width, height in pixels of the whole desktop\n"
           "  --monitor NAME         the monitor; without it, the one with the active window\n"
           "  --clipboard-prompt     the text on the clipboard is the prompt\n"
           "  --clipboard-response   the text on the clipboard is the response\n"
           "  --delay SECONDS        waits before it captures\n";
}

Result<CaptureOrder> captureOrder(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return fail(ErrorCode::InvalidArgument, parser.errorText().toStdString() + " See --help.");
    return orderOf(parser);
}

int exitStatus(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return EX_USAGE;
    case ErrorCode::Malformed:
    case ErrorCode::LimitExceeded:
        return EX_DATAERR;
    case ErrorCode::NotFound:
        return EX_NOINPUT;
    case ErrorCode::Unsupported:
        return EX_UNAVAILABLE;
    case ErrorCode::Cancelled:
        return EX_NOPERM;
    case ErrorCode::Busy:
        return EX_TEMPFAIL;
    case ErrorCode::Io:
    case ErrorCode::NoSpace:
        return EX_IOERR;
    default:
        return EX_SOFTWARE;
    }
}

int runCapture(int& argc, char** argv) {
    const auto done = captureToOutput(argc, argv);
    if (done)
        return EX_OK;
    std::cerr << done.error().text() << '\n';
    return exitStatus(done.error().code);
}

} // namespace exhibit::capture
