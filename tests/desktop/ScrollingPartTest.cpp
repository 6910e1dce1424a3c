#include "desktop/ScrollingPart.h"

#include "Application.h"

#include <QScrollBar>
#include <QSplitter>
#include <catch2/catch.hpp>

using namespace exhibit::desktop;

TEST_CASE("parts stand one below the other where there isn't room for them side by side") {
    test::startApplication();
    FoldingParts area(QStringLiteral("parts"));
    auto* const first = new QWidget;
    auto* const second = new QWidget;
    for (QWidget* const part : {first, second}) {
        part->setMinimumSize(300, 100);
        area.parts().addWidget(part);
    }
    area.resize(800, 400);
    area.show();
    const auto isBeside = [&] { return second->x() >= first->geometry().right() && second->y() == first->y(); };
    const auto isBelow = [&] { return second->y() >= first->geometry().bottom() && second->x() == first->x(); };
    CHECK(test::comesTrue(isBeside));
    area.resize(500, 400);
    CHECK(test::comesTrue(isBelow));
    CHECK(area.horizontalScrollBar()->maximum() == 0);
    area.resize(500, 150);
    CHECK(test::comesTrue([&] { return area.verticalScrollBar()->maximum() > 0; }));
    area.resize(800, 400);
    CHECK(test::comesTrue(isBeside));
    second->setMinimumWidth(600);
    CHECK(test::comesTrue(isBelow));
    second->setMinimumWidth(300);
    CHECK(test::comesTrue(isBeside));
}
