// The windows on a Wayland compositor without a screen, with the desktop portal of a test.

#include "Application.h"
#include "Bus.h"
#include "desktop/AddPage.h"
#include "desktop/CaptureBar.h"
#include "desktop/Message.h"
#include "desktop/RegionOverlay.h"
#include "media/HelperProcess.h"

#include <QAbstractButton>
#include <QTest>
#include <QUrl>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

constexpr const char* kSocket = "exhibit17-test";

/// A compositor and a bus for this process, as its session would be.
struct Session {
    test::Bus bus;
    std::unique_ptr<test::Process> weston;

    Session() {
        auto environment = bus.environment();
        environment["XDG_RUNTIME_DIR"] = bus.folder().string();
        weston = std::make_unique<test::Process>(test::Arguments{"weston", "--backend=headless-backend.so",
                                                                 std::string("--socket=") + kSocket, "--idle-time=0",
                                                                 "--width=1280", "--height=800"},
                                                 environment);
        if (!test::waitUntil([&] { return std::filesystem::exists(bus.folder() / kSocket); }, test::Seconds(10)))
            FAIL("weston doesn't start. Is the package weston installed?");
        for (const auto& [name, value] : environment)
            qputenv(name.c_str(), QByteArray::fromStdString(value));
        qputenv("WAYLAND_DISPLAY", kSocket);
        qputenv("QT_QPA_PLATFORM", "wayland");
        qunsetenv("DISPLAY");
        test::startApplication();
        QApplication::setQuitOnLastWindowClosed(false);
    }
};

const Session& session() {
    static const auto* const made = new Session;
    return *made;
}

std::string pictureIn(const std::filesystem::path& folder, const QImage& image) {
    const QString path = QString::fromStdString((folder / "screen.png").string());
    REQUIRE(image.save(path));
    return QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded).toStdString();
}

QImage screenOfTest() {
    QImage image(1280, 800, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x % 256, y % 256, (x ^ y) % 256));
    return image;
}

struct World {
    const Session& desktop = session();
    test::TemporaryFolder folder;
    SystemClock clock;
    SystemRandom random;
    media::HelperProcess helper{MEDIA_PROGRAM};
    Desk desk{clock, random, helper};
    std::filesystem::path path;
    AddPage page{desk};
    CaptureBar bar{page, QStringLiteral(CAPTURE_PROGRAM)};

    World() {
        CaseDetails details;
        details.subject.name = "Erika Muster";
        details.country = "DE";
        details.wishes = {Wish::Erasure};
        path = desk.create(folder.path(), details).value();
        page.start(path);
        bar.start();
        REQUIRE(test::comesTrue([&] { return bar.windowHandle() != nullptr && bar.windowHandle()->isExposed(); }));
    }
    void press(const QString& text) const {
        for (QAbstractButton* const button : bar.findChildren<QAbstractButton*>())
            if (button->text().remove(QLatin1Char('&')) == text)
                return button->click();
        FAIL("no button " << text.toStdString());
    }
    [[nodiscard]] RegionOverlay* overlay() const {
        for (QWidget* const widget : QApplication::topLevelWidgets())
            if (auto* const found = qobject_cast<RegionOverlay*>(widget); found != nullptr && found->isVisible())
                return found;
        return nullptr;
    }
    [[nodiscard]] QImage saved(int number) {
        page.save();
        page.save(); // there is no prompt, and that is meant
        REQUIRE(test::comesTrue([&] { return desk.summary(path)->exhibits == number && page.pictures() == 0; }));
        return desk.picture(path, number, 1)->convertToFormat(QImage::Format_RGB32);
    }
};

} // namespace

TEST_CASE("on Wayland the screen and a part of it come through the portal") {
    World world;
    CHECK(QGuiApplication::platformName() == "wayland");
    const QImage screen = screenOfTest();
    const test::MockPortal portal(world.desktop.bus, "good", pictureIn(world.desktop.bus.folder(), screen));
    world.press("The screen");
    CHECK_FALSE(world.bar.isVisible());
    REQUIRE(test::comesTrue([&] { return world.page.pictures() == 1; }));
    CHECK(portal.nextCall() == "plain");
    CHECK(world.saved(1) == screen);

    static_cast<void>(pictureIn(world.desktop.bus.folder(), screen));
    world.press("A part");
    REQUIRE(test::comesTrue([&] { return world.overlay() != nullptr; }));
    RegionOverlay& overlay = *world.overlay();
    REQUIRE(test::comesTrue([&] { return overlay.width() == screen.width(); }));
    QTest::mousePress(&overlay, Qt::LeftButton, {}, {100, 50});
    QTest::mouseMove(&overlay, {300, 200});
    QTest::mouseRelease(&overlay, Qt::LeftButton, {}, {300, 200});
    REQUIRE(test::comesTrue([&] { return world.page.pictures() == 1; }));
    CHECK(world.saved(2) == screen.copy(100, 50, 200, 150));

    static_cast<void>(pictureIn(world.desktop.bus.folder(), screen));
    world.press("The window");
    REQUIRE(test::comesTrue([&] { return world.page.pictures() == 1; }));
    CHECK(portal.nextCall() == "plain");
    CHECK(portal.nextCall() == "interactive");
}

TEST_CASE("without an answer of the portal the bar comes back and says what to do") {
    World world;
    const auto says = [&](const QString& part) {
        return test::comesTrue(
            [&] { return world.bar.isVisible() && world.bar.findChild<Message*>()->text().contains(part); });
    };
    world.press("The screen");
    CHECK(says("no portal for screenshots"));
    const test::MockPortal portal(world.desktop.bus, "cancel", "");
    world.press("A part");
    CHECK(says("allow it"));
    CHECK(world.page.pictures() == 0);
}
