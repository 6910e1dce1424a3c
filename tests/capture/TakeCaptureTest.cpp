#include "capture/TakeCapture.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::capture;

namespace {

using Formats = std::map<std::string, std::string>;

/// Every pixel says where on the virtual desktop it is.
QImage picture(const QRect& rect) {
    QImage image(rect.size(), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb((rect.x() + x) % 251, (rect.y() + y) % 241, 7));
    return image;
}

RecordedScreen::Recording recording(const char* name, const QRect& rect, int scale, bool primary = false) {
    return {{name, rect, scale, primary}, picture(rect)};
}

/// Two monitors of different height and scale, with a gap between them.
RecordedScreen twoMonitors(std::vector<Window> windows = {}) {
    return RecordedScreen(
        {recording("LEFT", QRect(0, 0, 400, 300), 100, true), recording("RIGHT", QRect(500, 50, 300, 400), 200)},
        std::move(windows));
}

Window window(std::uint64_t id, const char* title, const QRect& rect) {
    Window result;
    result.id = id;
    result.title = title;
    result.rect = rect;
    return result;
}

FixedClock fixedClock() {
    return FixedClock(Instant{1'795'342'530'123'456'789});
}

Result<Taken> take(const Request& request, Screen& screen, const capture::Clipboard& clipboard = RecordedClipboard()) {
    return takeCapture(request, screen, clipboard, fixedClock());
}

Taken taken(const Request& request, Screen& screen, const capture::Clipboard& clipboard = RecordedClipboard()) {
    auto result = take(request, screen, clipboard);
    if (!result)
        FAIL(result.error().text());
    return *result;
}

std::string textOfItem(const CapturedItem& item) {
    const Bytes bytes = item.bytes->readAll(1 << 20).value();
    return std::string(textOf(bytes));
}

QImage imageOf(const Taken& result) {
    const Bytes png = result.capture.items.at(0).bytes->readAll(1 << 24).value();
    return QImage::fromData(png.data(), static_cast<int>(png.size()), "PNG").convertToFormat(QImage::Format_RGB32);
}

std::vector<Role> rolesOf(const Capture& capture) {
    std::vector<Role> roles;
    for (const CapturedItem& item : capture.items)
        roles.push_back(item.role);
    return roles;
}

void checkRefused(const Result<Taken>& result, ErrorCode code, const std::string& part) {
    REQUIRE_FALSE(result);
    CHECK(result.error().code == code);
    CHECK_THAT(result.error().text(), Catch::Contains(part));
}

Request regionRequest(const QRect& rect) {
    Request request;
    request.mode = Mode::Region;
    request.region = rect;
    return request;
}

} // namespace

TEST_CASE("a region is cut in the pixels of its own monitor") {
    auto screen = twoMonitors();
    for (const QRect rect : {QRect(10, 20, 100, 50), QRect(560, 100, 240, 350)}) {
        const Taken result = taken(regionRequest(rect), screen);
        CHECK(imageOf(result) == picture(rect));
        CHECK(result.warnings.empty());
    }
    const Taken right = taken(regionRequest(QRect(560, 100, 240, 350)), screen);
    CHECK(right.capture.items.at(0).picture == PictureFacts{240, 350, 200, "RIGHT"});
}

TEST_CASE("a region over two monitors has both and black between them") {
    auto screen = twoMonitors();
    const QRect rect(350, 100, 250, 100);
    const Taken result = taken(regionRequest(rect), screen);
    const QImage image = imageOf(result);
    CHECK(image.copy(0, 0, 50, 100) == picture(QRect(350, 100, 50, 100)));
    CHECK(image.copy(150, 0, 100, 100) == picture(QRect(500, 100, 100, 100)));
    CHECK(image.pixel(100, 50) == qRgb(0, 0, 0));
    CHECK(result.capture.items.at(0).picture == PictureFacts{250, 100, 0, "RIGHT+LEFT"});
    CHECK(result.warnings.size() == 1);
}

TEST_CASE("a region partly outside is cut and said to be") {
    auto screen = twoMonitors();
    const Taken result = taken(regionRequest(QRect(-50, -60, 100, 100)), screen);
    CHECK(imageOf(result) == picture(QRect(0, 0, 50, 40)));
    REQUIRE(result.warnings.size() == 1);
    CHECK_THAT(result.warnings[0], Catch::Contains("partly outside"));
}

TEST_CASE("a region that no monitor shows is refused with the monitors that there are") {
    auto screen = twoMonitors();
    for (const QRect rect : {QRect(420, 0, 50, 50), QRect(5000, 0, 10, 10), QRect(-10, -10, 10, 10)})
        checkRefused(take(regionRequest(rect), screen), ErrorCode::InvalidArgument, "RIGHT 500,50,300,400");
    checkRefused(take(regionRequest(QRect()), screen), ErrorCode::InvalidArgument, "no size");
}

TEST_CASE("a screen is the one named, the one with the active window, or the primary one") {
    Request request;
    request.mode = Mode::Screen;
    auto screen = twoMonitors();
    CHECK(taken(request, screen).capture.items.at(0).picture->monitor == "LEFT");
    request.monitor = "RIGHT";
    const Taken right = taken(request, screen);
    CHECK(right.capture.items.at(0).picture == PictureFacts{300, 400, 200, "RIGHT"});
    CHECK(imageOf(right) == picture(QRect(500, 50, 300, 400)));
    CHECK(right.capture.method == "screen");
    CHECK(rolesOf(right.capture) == std::vector{Role::Screenshot});

    Window onRight = window(1, "Chat", QRect(380, 60, 300, 100));
    onRight.active = true;
    auto busy = twoMonitors({onRight});
    request.monitor.clear();
    CHECK(taken(request, busy).capture.items.at(0).picture->monitor == "RIGHT");

    request.monitor = "HDMI-7";
    checkRefused(take(request, screen), ErrorCode::NotFound, "LEFT, RIGHT");
}

TEST_CASE("a window is found by a part of its title in any case, the topmost first") {
    auto screen = twoMonitors({window(1,
                                      "\xC3\x9C"
                                      "ber mich - Chat",
                                      QRect(10, 10, 50, 60)),
                               window(2, "chat two", QRect(20, 20, 70, 80))});
    Request request;
    request.windowTitle = "CHAT";
    const Taken first = taken(request, screen);
    CHECK(imageOf(first) == picture(QRect(10, 10, 50, 60)));
    CHECK(first.capture.method == "window");
    CHECK(rolesOf(first.capture) == std::vector{Role::Screenshot, Role::WindowTitle});
    CHECK(textOfItem(first.capture.items[1]) == "\xC3\x9C"
                                                "ber mich - Chat");
    CHECK(first.capture.items[1].origin == Origin::Screen);
    request.windowTitle = "Two";
    CHECK(imageOf(taken(request, screen)) == picture(QRect(20, 20, 70, 80)));
    request.windowTitle = "\xC3\xBC"
                          "BER";
    CHECK(imageOf(taken(request, screen)) == picture(QRect(10, 10, 50, 60)));
    request.windowTitle = "mail";
    checkRefused(take(request, screen), ErrorCode::NotFound, "\"chat two\"");
}

TEST_CASE("without a title the active window is taken, but never the terminal itself") {
    Window chat = window(1, "Chat", QRect(10, 10, 50, 60));
    Window terminal = window(2, "$ exhibit17 capture --window-title chat", QRect(20, 20, 70, 80));
    terminal.ours = true;
    Request request;
    auto none = twoMonitors({terminal, chat});
    checkRefused(take(request, none), ErrorCode::NotFound, "No window is active");
    chat.active = true;
    auto active = twoMonitors({terminal, chat});
    CHECK(imageOf(taken(request, active)) == picture(chat.rect));
    chat.active = false;
    terminal.active = true;
    auto own = twoMonitors({terminal, chat});
    checkRefused(take(request, own), ErrorCode::NotFound, "terminal");
    request.windowTitle = "chat";
    CHECK(imageOf(taken(request, own)) == picture(chat.rect));
}

TEST_CASE("a minimised window is refused, a covered one is taken with a warning") {
    Window chat = window(1, "Chat", QRect(10, 10, 50, 60));
    Request request;
    request.windowTitle = "chat";
    auto screen = twoMonitors({chat});
    screen.setCovering({"Clock", ""});
    const Taken covered = taken(request, screen);
    REQUIRE(covered.warnings.size() == 1);
    CHECK_THAT(covered.warnings[0], Catch::Contains("\"Clock\", a window without a title"));
    chat.minimised = true;
    auto minimised = twoMonitors({chat});
    checkRefused(take(request, minimised), ErrorCode::NotFound, "minimised");
}

TEST_CASE("a picture that shows nothing is refused") {
    Request request;
    request.mode = Mode::Screen;
    for (const QImage& image : {QImage(), QImage(0, 5, QImage::Format_RGB32)}) {
        RecordedScreen screen({{{"A", QRect(0, 0, 10, 10), 100, true}, image}}, {});
        checkRefused(take(request, screen), ErrorCode::Malformed, "no picture");
    }
    QImage grey(40, 30, QImage::Format_RGB32);
    grey.fill(0xff808080);
    RecordedScreen screen({{{"A", QRect(0, 0, 40, 30), 100, true}, grey}}, {});
    checkRefused(take(request, screen), ErrorCode::Malformed, "all one colour");
    checkRefused(take(regionRequest(QRect(5, 5, 5, 5)), screen), ErrorCode::Malformed, "all one colour");
}

TEST_CASE("the reason why there is no screen is handed on") {
    NullScreen screen(Error{ErrorCode::Unsupported, "No screen here."});
    for (const Mode mode : {Mode::Screen, Mode::Window}) {
        Request request;
        request.mode = mode;
        checkRefused(take(request, screen), ErrorCode::Unsupported, "No screen here.");
    }
    checkRefused(take(regionRequest(QRect(0, 0, 5, 5)), screen), ErrorCode::Unsupported, "No screen here.");
}

TEST_CASE("a copied prompt comes with its address") {
    auto screen = twoMonitors();
    Request request = regionRequest(QRect(10, 20, 100, 50));
    request.clipboard = ClipboardUse::Prompt;
    const Taken result = taken(request, screen,
                               RecordedClipboard(Formats{{"text/plain;charset=utf-8", "Who am I?\r\n"},
                                                         {"chromium/x-source-url", "https://www.meta.ai/c/1"}}));
    const Capture& capture = result.capture;
    CHECK(rolesOf(capture) == std::vector{Role::Screenshot, Role::Prompt, Role::PromptSource, Role::ConversationUrl});
    CHECK(textOfItem(capture.items[1]) == "Who am I?\r\n");
    CHECK(textOfItem(capture.items[2]) == "https://www.meta.ai/c/1");
    CHECK(textOfItem(capture.items[3]) == "https://www.meta.ai/c/1");
    for (std::size_t index = 1; index < 4; ++index) {
        CHECK(capture.items[index].origin == Origin::Clipboard);
        CHECK_FALSE(capture.items[index].confirmed);
    }
    CHECK(capture.time.utc == fixedClock().now());
    CHECK(capture.tool == toolName());
}

TEST_CASE("a copied response has no prompt source") {
    auto screen = twoMonitors();
    Request request = regionRequest(QRect(10, 20, 100, 50));
    request.clipboard = ClipboardUse::Response;
    const RecordedClipboard clipboard(
        Formats{{"text/plain", "You are Jonas."}, {"chromium/x-source-url", "https://www.meta.ai/c/1"}});
    CHECK(rolesOf(taken(request, screen, clipboard).capture) ==
          std::vector{Role::Screenshot, Role::Response, Role::ConversationUrl});
    checkRefused(take(request, screen), ErrorCode::NotFound, "Copy the response");
    checkRefused(take(request, screen, RecordedClipboard(Formats{{"text/plain", std::string("a\0b", 3)}})),
                 ErrorCode::InvalidArgument, "NUL");
}

TEST_CASE("a copied picture is taken byte for byte") {
    auto screen = twoMonitors();
    Request request;
    request.mode = Mode::Clipboard;
    const Taken region = taken(regionRequest(QRect(0, 0, 30, 20)), screen);
    const Bytes bytes = region.capture.items[0].bytes->readAll(1 << 20).value();
    const Taken copied = taken(request, screen, RecordedClipboard(Formats{{"image/png", std::string(textOf(bytes))}}));
    CHECK(copied.capture.items[0].bytes->readAll(1 << 20).value() == bytes);
    CHECK(copied.capture.items[0].origin == Origin::Clipboard);
    CHECK(copied.capture.items[0].picture == PictureFacts{30, 20, 0, ""});
    CHECK(copied.capture.method == "clipboard");
    checkRefused(take(request, screen, RecordedClipboard(Formats{{"image/png", "\x89PNG"}})), ErrorCode::Malformed,
                 "picture");
    checkRefused(take(request, screen), ErrorCode::NotFound, "no picture");
}
