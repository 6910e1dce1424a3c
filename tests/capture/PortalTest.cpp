// The desktop portal, as it answers and as it fails.

#include "Bus.h"
#include "capture/PortalCall.h"

#include <QCoreApplication>
#include <QUrl>
#include <catch2/catch.hpp>
#include <fstream>
#include <sysexits.h>

using namespace exhibit;
using namespace exhibit::capture;
using test::Bus;
using test::MockPortal;

namespace {

QImage chequered() {
    QImage image(60, 40, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, (x + y) % 2 == 0 ? qRgb(10, 124, 255) : qRgb(x, y, 0));
    return image;
}

std::filesystem::path makePicture(const std::filesystem::path& folder) {
    const auto path = folder / "Screenshot \xc3\xa4.png";
    REQUIRE(chequered().save(QString::fromStdString(path.string())));
    return path;
}

std::string uriOf(const std::filesystem::path& path) {
    return QUrl::fromLocalFile(QString::fromStdString(path.string())).toString(QUrl::FullyEncoded).toStdString();
}

/// Asks over a connection of its own, since Qt keeps the session's for good.
Result<std::string> ask(const Bus& bus, const PortalRequest& request) {
    static int argc = 1;
    static char name[] = "test";
    static char* argv[] = {name, nullptr};
    static const auto* const application =
        QCoreApplication::instance() == nullptr ? new QCoreApplication(argc, argv) : nullptr;
    static_cast<void>(application);
    static int number = 0;
    const QString connection = QStringLiteral("test %1").arg(++number);
    auto answer = [&] {
        PortalCall call(QDBusConnection::connectToBus(QString::fromStdString(bus.address()), connection));
        return call.ask(request);
    }();
    QDBusConnection::disconnectFromBus(connection);
    return answer;
}

void checkRefused(const std::string& behaviour, ErrorCode code, const std::string& words) {
    INFO(behaviour);
    const Bus bus;
    const MockPortal portal(bus, behaviour, "file:///tmp/x.png");
    const auto answer = ask(bus, {false, std::chrono::milliseconds(1500)});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == code);
    CHECK_THAT(answer.error().message, Catch::Contains(words) && Catch::Contains("add its file"));
}

test::Finished captured(const Bus& bus, const test::Arguments& arguments) {
    test::Arguments all{CAPTURE_PROGRAM};
    all.insert(all.end(), arguments.begin(), arguments.end());
    auto environment = bus.environment();
    environment["WAYLAND_DISPLAY"] = "wayland-0";
    return test::run(all, environment);
}

} // namespace

TEST_CASE("the portal is asked for all of the screen or for what the person chooses, whenever it answers") {
    for (const char* const behaviour : {"good", "early", "old"}) {
        INFO(behaviour);
        const Bus bus;
        const MockPortal portal(bus, behaviour, "file:///tmp/x%20y.png");
        CHECK(ask(bus, {}).value_or("") == "file:///tmp/x%20y.png");
        CHECK(portal.nextCall() == "plain");
        CHECK(ask(bus, {true}).value_or("") == "file:///tmp/x%20y.png");
        CHECK(portal.nextCall() == "interactive");
    }
}

TEST_CASE("whatever the portal fails with, it is said what to do") {
    checkRefused("cancel", ErrorCode::Cancelled, "answered with no, or closed");
    checkRefused("fail", ErrorCode::Unsupported, "couldn't take the picture");
    checkRefused("silent", ErrorCode::Busy, "didn't answer");
    checkRefused("vanish", ErrorCode::Unsupported, "portal");
    checkRefused("bare", ErrorCode::Unsupported, "xdg-desktop-portal-gnome");
    const Bus bus;
    CHECK_THAT(ask(bus, {}).error().message, Catch::Contains("has no portal for screenshots"));
}

TEST_CASE("a request that nobody answers is taken back") {
    const Bus bus;
    const MockPortal portal(bus, "silent", "file:///tmp/x.png");
    CHECK_FALSE(ask(bus, {false, std::chrono::milliseconds(300)}));
    CHECK(portal.nextCall() == "plain");
    CHECK(portal.nextCall() == "closed");
}

TEST_CASE("a picture's file is taken over: deleted where it is temporary, named where it isn't") {
    const test::TemporaryFolder folder; // in /tmp
    const auto path = makePicture(folder.path());
    const auto taken = takeOver(uriOf(path));
    REQUIRE(taken);
    CHECK(taken->image.convertToFormat(QImage::Format_RGB32) == chequered());
    CHECK(taken->leftAt.empty());
    CHECK_FALSE(std::filesystem::exists(path));

    // Nothing that a test may write to is a home folder; this isn't one for temporary files either.
    const auto pictures = std::filesystem::path("/dev/shm") / folder.path().filename();
    std::filesystem::create_directories(pictures);
    const auto kept = makePicture(pictures);
    const auto left = takeOver(uriOf(kept));
    REQUIRE(left);
    CHECK(left->leftAt == kept.string());
    CHECK(std::filesystem::exists(kept));
    std::filesystem::remove_all(pictures);
}

TEST_CASE("what isn't a picture on this computer is refused, and nothing but a file of ours is deleted") {
    const test::TemporaryFolder folder;
    const auto text = folder.path() / "text.png";
    std::ofstream(text) << "no picture";
    const auto link = folder.path() / "link.png";
    std::filesystem::create_symlink(text, link);
    for (const std::string& uri : {std::string("https://example.org/x.png"), std::string("file:///nowhere/x.png"),
                                   std::string(), uriOf(folder.path()), uriOf(link)})
        CHECK(takeOver(uri).error().code == ErrorCode::Malformed);
    CHECK(std::filesystem::is_symlink(link));
    CHECK(takeOver(uriOf(text)).error().code == ErrorCode::Malformed);
    CHECK_FALSE(std::filesystem::exists(text)); // nobody else would delete it
}

TEST_CASE("a picture of all monitors is split by where they are, at any scale") {
    QImage picture(150, 100, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            picture.setPixel(x, y, qRgb(x, y, 0));
    const std::vector<LogicalMonitor> two{{"LEFT", QRect(-40, 0, 40, 50), 1, false},
                                          {"RIGHT", QRect(0, 20, 60, 46), 2, true}};
    struct Expected {
        QSize size;
        QRect left, right;
        int percent;
    };
    for (const auto& [size, left, right, percent] :
         {Expected{{100, 66}, {0, 0, 40, 50}, {40, 20, 60, 46}, 100},
          Expected{{150, 99}, {0, 0, 60, 75}, {60, 30, 90, 69}, 150},    // what Qt takes for a scale of 2
          Expected{{125, 83}, {0, 0, 50, 63}, {50, 25, 75, 58}, 125}}) { // sizes that aren't whole
        INFO(percent);
        const QImage whole = picture.copy(QRect(QPoint(0, 0), size));
        const auto parts = splitPicture(whole, two);
        REQUIRE(parts.size() == 2);
        CHECK(parts[0].monitor.rect == left);
        CHECK(parts[0].picture == whole.copy(left));
        CHECK(parts[0].monitor.name == "LEFT");
        CHECK(parts[0].monitor.scalePercent == percent);
        CHECK_FALSE(parts[0].monitor.primary);
        CHECK(parts[1].monitor.rect == right);
        CHECK(parts[1].picture == whole.copy(right));
        CHECK(parts[1].monitor.primary);
    }
}

TEST_CASE("a picture of something else than all monitors stays whole") {
    const std::vector<LogicalMonitor> four{{"A", QRect(0, 0, 40, 30), 1, true},
                                           {"B", QRect(40, 0, 40, 30), 1, false},
                                           {"C", QRect(0, 30, 40, 30), 1, false},
                                           {"D", QRect(40, 30, 40, 30), 1, false}};
    CHECK(splitPicture(QImage(80, 60, QImage::Format_RGB32), four).size() == 4);
    // One monitor, of the same shape; a window; a scale that none of them has.
    for (const QSize size : {QSize(40, 30), QSize(80, 50), QSize(160, 120)}) {
        const QImage picture(size, QImage::Format_RGB32);
        const auto parts = splitPicture(picture, four);
        REQUIRE(parts.size() == 1);
        CHECK(parts.front().monitor == Monitor{"", picture.rect(), 0, true});
    }
    CHECK(splitPicture(chequered(), {four.front()}).size() == 1);
    CHECK(splitPicture(chequered(), {}).size() == 1);
}

TEST_CASE("shadows and round corners stand on white") {
    const test::TemporaryFolder folder;
    QImage image(4, 4, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    image.setPixelColor(1, 1, Qt::red);
    const auto path = folder.path() / "window.png";
    REQUIRE(image.save(QString::fromStdString(path.string())));
    const auto taken = takeOver(uriOf(path));
    REQUIRE(taken);
    CHECK(taken->image.pixelColor(0, 0) == QColor(Qt::white));
    CHECK(taken->image.pixelColor(1, 1) == QColor(Qt::red));
}

TEST_CASE("the headless capture on Wayland goes through the portal") {
    const Bus bus;
    const auto path = makePicture(bus.folder());
    const MockPortal portal(bus, "good", uriOf(path));
    const auto read = [](const test::Finished& finished) {
        INFO(finished.errors);
        REQUIRE(finished.status == 0);
        return readBundle(std::make_shared<MemorySource>(finished.output)).value();
    };
    const Capture whole = read(captured(bus, {"screen"}));
    CHECK(portal.nextCall() == "plain");
    CHECK(whole.method == "screen");
    CHECK(test::imageOf(whole) == chequered());
    CHECK_FALSE(std::filesystem::exists(path));

    makePicture(bus.folder());
    const Capture part = read(captured(bus, {"region", "--region", "10,5,20,8"}));
    CHECK(portal.nextCall() == "plain");
    CHECK(test::imageOf(part) == chequered().copy(10, 5, 20, 8));

    makePicture(bus.folder());
    const Capture chosen = read(captured(bus, {"window"}));
    CHECK(portal.nextCall() == "interactive");
    CHECK(chosen.method == "portal");
    CHECK(test::imageOf(chosen) == chequered());
}

TEST_CASE("what Wayland doesn't allow is said with what to do instead") {
    const Bus bus;
    const auto fails = [&](const test::Arguments& arguments, int status, const std::string& words) {
        const test::Finished finished = captured(bus, arguments);
        CHECK(finished.status == status);
        CHECK(finished.output.empty());
        CHECK_THAT(finished.errors, Catch::Contains(words));
    };
    fails({"clipboard"}, EX_UNAVAILABLE, "Paste in the window");
    fails({"screen", "--clipboard-prompt"}, EX_UNAVAILABLE, "Paste in the window");
    fails({"window", "--window-title", "chat"}, EX_UNAVAILABLE, "desktop's dialog");
    fails({"screen", "--monitor", "HDMI-1"}, EX_UNAVAILABLE, "all monitors");
    fails({"screen"}, EX_UNAVAILABLE, "no portal for screenshots");
    {
        const MockPortal portal(bus, "cancel", "");
        fails({"screen"}, EX_NOPERM, "allow it");
    }
    QImage blank(30, 20, QImage::Format_RGB32);
    blank.fill(Qt::black);
    const auto path = bus.folder() / "blank.png";
    REQUIRE(blank.save(QString::fromStdString(path.string())));
    const MockPortal portal(bus, "good", uriOf(path));
    fails({"screen"}, EX_DATAERR, "all one colour");
}
