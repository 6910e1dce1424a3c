// The smallest screen that is common, 1366 x 768, with everything in double size.

#include "Application.h"
#include "VirtualDesktop.h"
#include "desktop/AddPage.h"
#include "desktop/CaptureBar.h"
#include "desktop/MainWindow.h"
#include "media/HelperProcess.h"

#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QTest>
#include <QTranslator>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

struct World {
    test::VirtualDesktop desktop;
    test::TemporaryFolder folder;
    SystemClock clock;
    SystemRandom random;
    media::HelperProcess helper{MEDIA_PROGRAM};
    Desk desk{clock, random, helper};
    QTranslator german; // the longest words

    World() {
        desktop.tool({"xrandr", "--setmonitor", "SMALL", "1366/361x768/203+0+0", "screen"});
        qputenv("DISPLAY", QByteArray::fromStdString(desktop.display()));
        qputenv("QT_QPA_PLATFORM", "xcb");
        qputenv("QT_SCALE_FACTOR", "2");
        test::startApplication();
        QApplication::setQuitOnLastWindowClosed(false);
        REQUIRE(german.load(QLocale("de"), "exhibit17", "_", ":/translations"));
        QCoreApplication::installTranslator(&german);
        REQUIRE(QGuiApplication::primaryScreen()->geometry() == QRect(0, 0, 683, 384));
    }
    [[nodiscard]] std::filesystem::path makeCase() const {
        CaseDetails details;
        details.subject.name = "Erika Muster";
        details.country = "DE";
        details.wishes = {Wish::Erasure};
        return desk.create(folder.path(), details).value();
    }
};

/// With the frame that the window manager puts around it.
bool isOnScreen(const QWidget& window) {
    const bool hasFrame = window.frameGeometry() != window.geometry();
    return hasFrame && window.screen()->geometry().contains(window.frameGeometry());
}

bool isWhollySeen(const QWidget& widget) {
    return widget.visibleRegion().boundingRect() == widget.rect();
}

const QPushButton& buttonOf(const QWidget& window, const QString& text) {
    const auto buttons = window.findChildren<QPushButton*>();
    const auto found = std::ranges::find_if(buttons, [&](const QPushButton* button) { return button->text() == text; });
    REQUIRE(found != buttons.end());
    return **found;
}

} // namespace

TEST_CASE("on a small screen in double size every button can be reached", "[.small]") {
    const World world;
    AddPage page(world.desk);
    page.start(world.makeCase());
    CaptureBar bar(page, QStringLiteral(CAPTURE_PROGRAM));
    bar.start();
    REQUIRE(test::comesTrue([&] { return bar.isActiveWindow(); }));
    const auto checkBar = [&] {
        CHECK(test::comesTrue([&] { return isOnScreen(bar); }));
        for (const char* const text : {"&Save the exhibit", "&Back to the large window", "Und&o"}) {
            INFO(text);
            CHECK(isWhollySeen(buttonOf(bar, CaptureBar::tr(text))));
        }
        // What scrolls comes to be seen when the keyboard gets there.
        const QWidget* const first = bar.focusWidget();
        REQUIRE(first != nullptr);
        int stops = 0;
        do {
            QTest::keyClick(bar.focusWidget(), Qt::Key_Tab);
            INFO("stop " << ++stops);
            CHECK(isWhollySeen(*bar.focusWidget()));
        } while (bar.focusWidget() != first && stops < 30);
        CHECK(stops > 6);
    };
    checkBar();
    page.addFiles({QStringLiteral(EXAMPLE "/chat.png")});
    REQUIRE(test::comesTrue([&] { return page.pictures() == 1; }));
    checkBar();
    bar.close();

    QSettings settings(QString::fromStdString((world.folder.path() / "s.ini").string()), QSettings::IniFormat);
    MainWindow window(world.desk, settings, world.folder.path(), {});
    window.show();
    CHECK(test::comesTrue([&] { return isOnScreen(window); }));
}
