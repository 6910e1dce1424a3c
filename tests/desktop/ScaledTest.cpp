// What is shown 1:1 is shown pixel by pixel, also where the windows have a scale of one and a half.

#include "Application.h"
#include "VirtualDesktop.h"
#include "desktop/PictureView.h"

#include <QVBoxLayout>
#include <catch2/catch.hpp>

using namespace exhibit::desktop;

TEST_CASE("a picture is sharp at a fractional scale") {
    const test::VirtualDesktop desktop;
    qputenv("DISPLAY", QByteArray::fromStdString(desktop.display()));
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("QT_SCALE_FACTOR", "1.5");
    test::startApplication();
    // Lines of one pixel, which any interpolation makes grey.
    QImage lines(900, 700, QImage::Format_RGB32);
    for (int y = 0; y < lines.height(); ++y)
        for (int x = 0; x < lines.width(); ++x)
            lines.setPixelColor(x, y, (x + y) % 2 == 0 ? Qt::black : Qt::white);
    QWidget window;
    auto* const layout = new QVBoxLayout(&window);
    layout->setContentsMargins(13, 7, 11, 9); // so that the view begins within a pixel
    auto* const view = new PictureView;
    layout->addWidget(view);
    window.resize(401, 303);
    window.show();
    REQUIRE(view->devicePixelRatioF() == 1.5);
    view->setPicture(Pyramid(lines));
    view->zoomToPixels();
    CHECK(view->zoom() == 1.0);
    // How many pixels aren't the opposite of the one beside them; an empty screen is all of that.
    const auto wrong = [&] {
        const QImage shown = desktop.framebuffer();
        const QPointF corner = view->viewport()->mapToGlobal(QPointF(0, 0)) * 1.5;
        const QSizeF size = QSizeF(view->viewport()->size()) * 1.5;
        const QRect inside = QRectF(corner, size).toRect().adjusted(2, 2, -2, -2);
        int count = 0;
        for (int y = inside.top(); y <= inside.bottom(); ++y)
            for (int x = inside.left(); x < inside.right(); ++x) {
                const QRgb colour = shown.pixel(x, y);
                const QRgb opposite = colour ^ RGB_MASK;
                const bool isPure = colour == qRgb(0, 0, 0) || colour == qRgb(255, 255, 255);
                count += isPure && shown.pixel(x + 1, y) == opposite ? 0 : 1;
            }
        return count;
    };
    const bool isSharp = test::comesTrue([&] { return wrong() == 0; });
    INFO(wrong() << " pixels");
    CHECK(isSharp);
}
