// Two monitors of a desktop that hands over all of them in one picture, as Wayland's portal does. The windows of the
// test are on an X display, where there can be two monitors.

#include "Application.h"
#include "Bus.h"
#include "desktop/RegionOverlay.h"
#include "desktop/ScreenTaker.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

QImage pattern(QSize size) {
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x % 251, y % 241, (x / 251) * 40));
    return image;
}

struct World {
    test::VirtualDesktop desktop;
    test::Bus bus;
    QWidget* owner = nullptr;

    World() {
        desktop.tool({"xrandr", "--setmonitor", "LEFT", "700/185x1000/265+0+0", "screen"});
        desktop.tool({"xrandr", "--setmonitor", "RIGHT", "900/238x1000/265+700+0", "none"});
        qputenv("DISPLAY", QByteArray::fromStdString(desktop.display()));
        qputenv("QT_QPA_PLATFORM", "xcb");
        qputenv("WAYLAND_DISPLAY", "wayland-0");
        qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray::fromStdString(bus.address()));
        test::startApplication();
        QApplication::setQuitOnLastWindowClosed(false);
        REQUIRE(QGuiApplication::screens().size() == 2);
        owner = new QWidget;
        owner->setGeometry(900, 100, 200, 100);
        owner->show();
        REQUIRE(test::comesTrue([&] { return owner->screen()->name() == "RIGHT"; }));
        owner->hide();
    }
    [[nodiscard]] std::string hand(const QImage& picture) const {
        const QString path = QString::fromStdString((bus.folder() / "screen.png").string());
        REQUIRE(picture.save(path));
        return QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded).toStdString();
    }
};

RegionOverlay* overlayAt(int x) {
    for (QWidget* const widget : QApplication::topLevelWidgets())
        if (auto* const found = qobject_cast<RegionOverlay*>(widget); found != nullptr && found->isVisible())
            if (found->geometry().x() == x)
                return found;
    return nullptr;
}

} // namespace

TEST_CASE("of several monitors in one picture the one with our windows is taken, or a part of any", "[.monitors]") {
    const World world;
    const QImage whole = pattern({1600, 1000});
    ScreenTaker taker(QStringLiteral(CAPTURE_PROGRAM), *world.owner);
    std::vector<Capture> captures;
    QStringList warnings;
    QObject::connect(&taker, &ScreenTaker::taken, world.owner, [&](const Capture& capture, const QStringList& more) {
        captures.push_back(capture);
        warnings = more;
    });
    const auto taken = [&](std::size_t count) { return test::comesTrue([&] { return captures.size() == count; }); };

    const test::MockPortal portal(world.bus, "good", world.hand(whole));
    taker.take(capture::Mode::Screen);
    REQUIRE(taken(1));
    CHECK(test::imageOf(captures.back()) == whole.copy(700, 0, 900, 1000));
    CHECK(test::factsOf(captures.back()) == PictureFacts{900, 1000, 100, "RIGHT"});
    CHECK(warnings.isEmpty());

    static_cast<void>(world.hand(whole));
    taker.take(capture::Mode::Region);
    REQUIRE(test::comesTrue([] { return overlayAt(0) != nullptr && overlayAt(700) != nullptr; }));
    QTest::mousePress(overlayAt(700), Qt::LeftButton, {}, {100, 50});
    QTest::mouseMove(overlayAt(700), {300, 200});
    QTest::mouseRelease(overlayAt(700), Qt::LeftButton, {}, {300, 200});
    REQUIRE(taken(2));
    CHECK(test::imageOf(captures.back()) == whole.copy(800, 50, 200, 150));

    // The same part again.
    static_cast<void>(world.hand(whole));
    taker.takeAgain();
    REQUIRE(taken(3));
    CHECK(test::imageOf(captures.back()) == whole.copy(800, 50, 200, 150));

    const QImage other = pattern({1500, 1000});
    static_cast<void>(world.hand(other));
    taker.take(capture::Mode::Screen);
    REQUIRE(taken(4));
    CHECK(test::imageOf(captures.back()) == other);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings.first().contains("all monitors"));
}
