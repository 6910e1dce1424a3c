#include "capture/TakeCapture.h"

#include "capture/ScreenPng.h"
#include "core/Text.h"

#include <QPainter>
#include <algorithm>
#include <array>

namespace exhibit::capture {

namespace {

constexpr std::array kModes{Mode::Screen, Mode::Window, Mode::Region, Mode::Clipboard};
/// How many windows or monitors a message names.
constexpr std::size_t kMostNames = 12;

/// A picture with what is known of it.
struct Picture {
    Bytes png;
    Origin origin = Origin::Screen;
    PictureFacts facts;
    TimeReading time;
    std::string title; ///< of the window; may be empty
    std::vector<std::string> warnings;
};

/// Pixels on their way to a PNG.
struct Grab {
    QImage image;
    std::string monitor;
    int scalePercent = 0;
    bool complete = true; ///< no part lay outside the monitors
};

std::string quoted(const std::string& title) {
    return title.empty() ? "a window without a title" : "\"" + escapeForDisplay(title, EscapeStyle::Line) + "\"";
}

template <class Things, class NameOf>
std::string listOf(const Things& things, NameOf nameOf) {
    std::string text;
    std::size_t count = 0;
    for (const auto& thing : things) {
        if (count == kMostNames)
            return text + ", and " + std::to_string(things.size() - count) + " more";
        text += (count++ == 0 ? "" : ", ") + nameOf(thing);
    }
    return text;
}

std::string listOfWindows(const std::vector<Window>& windows) {
    if (windows.empty())
        return "No window is open.";
    return "Open are: " + listOf(windows, [](const Window& window) { return quoted(window.title); }) + ".";
}

std::string rectText(const QRect& rect) {
    return std::to_string(rect.x()) + "," + std::to_string(rect.y()) + "," + std::to_string(rect.width()) + "," +
           std::to_string(rect.height());
}

Result<> checkPicture(const QImage& image) {
    if (image.isNull() || image.width() <= 0 || image.height() <= 0)
        return fail(ErrorCode::Malformed,
                    "The system handed over no picture. Is the screen locked? Capture again, or take the screenshot "
                    "with your system's own tool and add the file.");
    if (onlyColour(image))
        return fail(ErrorCode::Malformed,
                    "The picture is all one colour, so it shows nothing. Is the screen locked, or the page not drawn "
                    "yet? Bring the chat to the front and capture again.");
    return {};
}

// ---- pixels -----------------------------------------------------------------------------------------------------

/// The monitors that show a part of `rect`, the one with the largest part first.
std::vector<Monitor> monitorsShowing(const QRect& rect, std::vector<Monitor> monitors) {
    std::erase_if(monitors, [&](const Monitor& monitor) { return !monitor.rect.intersects(rect); });
    const auto shown = [&](const Monitor& monitor) {
        const QRect part = monitor.rect.intersected(rect);
        return std::int64_t{part.width()} * part.height();
    };
    std::stable_sort(monitors.begin(), monitors.end(),
                     [&](const Monitor& a, const Monitor& b) { return shown(a) > shown(b); });
    return monitors;
}

/// Each monitor's part, cut in that monitor's own pixels, on black where no monitor is.
Result<Grab> grabRect(Screen& screen, const std::vector<Monitor>& showing, const QRect& wanted) {
    QRect area;
    for (const Monitor& monitor : showing)
        area = area.united(monitor.rect.intersected(wanted));
    Grab grab{QImage(area.size(), QImage::Format_RGB32), showing.front().name, showing.front().scalePercent};
    if (grab.image.isNull())
        return fail(ErrorCode::LimitExceeded, "The picture is too large for this computer's memory.");
    grab.image.fill(Qt::black);
    std::int64_t drawn = 0;
    QPainter painter(&grab.image);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    for (const Monitor& monitor : showing) {
        EXHIBIT_ASSIGN(QImage whole, screen.grab(monitor));
        whole.setDevicePixelRatio(1);
        const QRect part = QRect(monitor.rect.topLeft(), whole.size()).intersected(wanted);
        painter.drawImage(part.topLeft() - area.topLeft(), whole, part.translated(-monitor.rect.topLeft()));
        drawn += std::int64_t{part.width()} * part.height();
        if (monitor.scalePercent != grab.scalePercent)
            grab.scalePercent = 0;
        if (monitor.name != showing.front().name)
            grab.monitor += "+" + monitor.name;
    }
    grab.complete = drawn >= std::int64_t{wanted.width()} * wanted.height();
    return grab;
}

Result<Picture> pictureOf(const Grab& grab, const TimeReading& time) {
    EXHIBIT_TRY(checkPicture(grab.image));
    Picture picture;
    EXHIBIT_ASSIGN(picture.png, screenPng(grab.image));
    picture.facts = {static_cast<std::uint32_t>(grab.image.width()), static_cast<std::uint32_t>(grab.image.height()),
                     grab.scalePercent, grab.monitor};
    picture.time = time;
    return picture;
}

/// `what` begins a sentence: "The window".
Result<Picture> takeRect(Screen& screen, const Clock& clock, const QRect& rect, const std::string& what) {
    EXHIBIT_ASSIGN(const auto monitors, screen.monitors());
    if (rect.width() <= 0 || rect.height() <= 0)
        return fail(ErrorCode::InvalidArgument, what + " has no size.", rectText(rect));
    const auto showing = monitorsShowing(rect, monitors);
    if (showing.empty())
        return fail(
            ErrorCode::InvalidArgument,
            what + " lies outside every monitor. There are: " +
                listOf(monitors, [](const Monitor& monitor) { return monitor.name + " " + rectText(monitor.rect); }) +
                " (left, top, width, height in pixels).",
            rectText(rect));
    EXHIBIT_ASSIGN(const Grab grab, grabRect(screen, showing, rect));
    EXHIBIT_ASSIGN(Picture picture, pictureOf(grab, clock.read()));
    if (!grab.complete)
        picture.warnings.push_back(what + " lies partly outside the monitors; the picture shows what can be seen.");
    return picture;
}

// ---- the modes --------------------------------------------------------------------------------------------------

Result<Monitor> chooseMonitor(const Request& request, const Screen& screen) {
    EXHIBIT_ASSIGN(const auto monitors, screen.monitors());
    for (const Monitor& monitor : monitors)
        if (monitor.name == request.monitor)
            return monitor;
    if (!request.monitor.empty())
        return fail(ErrorCode::NotFound,
                    "There is no such monitor. There are: " +
                        listOf(monitors, [](const Monitor& monitor) { return monitor.name; }) + ".",
                    request.monitor);
    if (monitors.size() == 1)
        return monitors.front();
    // Without a list of windows the primary monitor does.
    const auto windows = screen.windows();
    for (const Window& window : windows ? *windows : std::vector<Window>())
        if (const auto showing = monitorsShowing(window.rect, monitors); window.active && !showing.empty())
            return showing.front();
    const auto primary = std::find_if(monitors.begin(), monitors.end(), [](const auto& each) { return each.primary; });
    return primary == monitors.end() ? monitors.front() : *primary;
}

Result<Picture> takeScreen(const Request& request, Screen& screen, const Clock& clock) {
    EXHIBIT_ASSIGN(const Monitor monitor, chooseMonitor(request, screen));
    EXHIBIT_ASSIGN(const QImage image, screen.grab(monitor));
    return pictureOf(Grab{image, monitor.name, monitor.scalePercent}, clock.read());
}

Result<Window> activeWindow(const std::vector<Window>& windows) {
    const auto found = std::find_if(windows.begin(), windows.end(), [](const Window& window) { return window.active; });
    if (found == windows.end())
        return fail(ErrorCode::NotFound,
                    "No window is active. Name the one to capture by a part of its title. " + listOfWindows(windows));
    if (found->ours)
        return fail(ErrorCode::NotFound,
                    "The active window is the terminal that this was started from. Name the window to capture by a "
                    "part of its title, or set a delay and switch to it in time. " +
                        listOfWindows(windows));
    return *found;
}

/// The topmost window with `part` in its title. The terminal that this was started from is none: its title may quote
/// the very command.
Result<Window> windowTitled(const std::string& part, const std::vector<Window>& windows) {
    const QString wanted = QString::fromStdString(part);
    for (const Window& window : windows)
        if (!window.ours && QString::fromStdString(window.title).contains(wanted, Qt::CaseInsensitive))
            return window;
    return fail(ErrorCode::NotFound, "No window has this in its title. " + listOfWindows(windows), part);
}

Result<Picture> takeWindow(const Request& request, Screen& screen, const Clock& clock) {
    EXHIBIT_ASSIGN(const auto windows, screen.windows());
    EXHIBIT_ASSIGN(const Window window,
                   request.windowTitle.empty() ? activeWindow(windows) : windowTitled(request.windowTitle, windows));
    if (window.minimised)
        return fail(ErrorCode::NotFound, "The window is minimised. Open it and capture again.", quoted(window.title));
    EXHIBIT_ASSIGN(const Raised raised, screen.raise(window));
    EXHIBIT_ASSIGN(Picture picture, takeRect(screen, clock, raised.window.rect, "The window"));
    picture.title = raised.window.title;
    if (!raised.covering.empty())
        picture.warnings.push_back("Part of the window is covered, and what covers it is in the picture: " +
                                   listOf(raised.covering, quoted) + ". Move it away and capture again.");
    return picture;
}

Result<Picture> takeCopiedPicture(const Clipboard& clipboard, const Clock& clock) {
    Picture picture;
    EXHIBIT_ASSIGN(picture.png, copiedPng(clipboard));
    const QImage image = QImage::fromData(picture.png.data(), static_cast<int>(picture.png.size()), "PNG");
    EXHIBIT_TRY(checkPicture(image));
    picture.origin = Origin::Clipboard;
    picture.facts.width = static_cast<std::uint32_t>(image.width());
    picture.facts.height = static_cast<std::uint32_t>(image.height());
    picture.time = clock.read();
    return picture;
}

Result<Picture> takePicture(const Request& request, Screen& screen, const Clipboard& clipboard, const Clock& clock) {
    switch (request.mode) {
    case Mode::Screen:
        return takeScreen(request, screen, clock);
    case Mode::Window:
        return takeWindow(request, screen, clock);
    case Mode::Region:
        return takeRect(screen, clock, request.region, "The region");
    case Mode::Clipboard:
        return takeCopiedPicture(clipboard, clock);
    }
    return fail(ErrorCode::Internal, "There is no such way to capture.");
}

// ---- items ------------------------------------------------------------------------------------------------------

CapturedItem screenshotItem(Picture& picture) {
    CapturedItem item;
    item.role = Role::Screenshot;
    item.mediaType = "image/png";
    item.origin = picture.origin;
    item.picture = picture.facts;
    item.bytes = std::make_shared<MemorySource>(std::move(picture.png));
    return item;
}

Result<std::vector<CapturedItem>> copiedItems(ClipboardUse use, const Clipboard& clipboard) {
    std::vector<CapturedItem> items;
    if (use == ClipboardUse::None)
        return items;
    const Role role = use == ClipboardUse::Prompt ? Role::Prompt : Role::Response;
    EXHIBIT_ASSIGN(const CopiedText copied, copiedText(clipboard, name(role)));
    const auto add = [&](Role itemRole, const std::string& text) -> Result<> {
        EXHIBIT_ASSIGN(CapturedItem item, textItem(itemRole, text, Origin::Clipboard, false));
        items.push_back(std::move(item));
        return {};
    };
    EXHIBIT_TRY(add(role, copied.text));
    if (role == Role::Prompt && !copied.sourceUrl.empty()) {
        EXHIBIT_TRY(add(Role::PromptSource, copied.sourceUrl));
    }
    if (copied.isPage) {
        EXHIBIT_TRY(add(Role::ConversationUrl, copied.sourceUrl));
    }
    return items;
}

} // namespace

std::string_view name(Mode mode) {
    switch (mode) {
    case Mode::Screen:
        return "screen";
    case Mode::Window:
        return "window";
    case Mode::Region:
        return "region";
    case Mode::Clipboard:
        return "clipboard";
    }
    return "screen";
}

Result<Mode> modeFromName(std::string_view text) {
    const auto* const found = std::find_if(kModes.begin(), kModes.end(), [&](Mode mode) { return name(mode) == text; });
    if (found == kModes.end())
        return fail(ErrorCode::InvalidArgument, "What can be captured is one of: screen, window, region, clipboard.",
                    std::string(text));
    return *found;
}

Result<Taken> takeCapture(const Request& request, Screen& screen, const Clipboard& clipboard, const Clock& clock) {
    // The text first: it is read in no time, and nothing has to be brought to the front if there is none.
    EXHIBIT_ASSIGN(auto texts, copiedItems(request.clipboard, clipboard));
    EXHIBIT_ASSIGN(Picture picture, takePicture(request, screen, clipboard, clock));
    Taken taken;
    Capture& capture = taken.capture;
    capture.method = name(request.mode);
    capture.time = picture.time;
    capture.tool = toolName();
    capture.operatingSystem = operatingSystemName();
    capture.items.push_back(screenshotItem(picture));
    if (!picture.title.empty()) {
        EXHIBIT_ASSIGN(CapturedItem title, textItem(Role::WindowTitle, picture.title, Origin::Screen, false));
        capture.items.push_back(std::move(title));
    }
    std::move(texts.begin(), texts.end(), std::back_inserter(capture.items));
    taken.warnings = std::move(picture.warnings);
    return taken;
}

} // namespace exhibit::capture
