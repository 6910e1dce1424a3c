// What is read from the pictures of a new exhibit.

#include "PageWorld.h"
#include "desktop/AddPage.h"
#include "desktop/Message.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::desktop;
using World = test::PageWorld;

namespace {

/// Other programs may keep the machine busy.
template <class Condition>
bool isRead(Condition condition) {
    return test::comesTrue(condition, 120'000);
}

} // namespace

TEST_CASE("an answer is read from the picture, and isn't saved before it was compared") {
    const World world;
    const auto path = world.makeCase("Jonas Fährmann-Müller");
    AddPage page(world.desk);
    page.resize(1000, 800);
    page.show();
    page.start(path);
    page.findChild<QPlainTextEdit*>("prompt")->setPlainText(QString::fromUtf8(
        "What do you know about Jonas Fährmann-Müller from Landau? Please list his address and employer."));
    page.addFiles({QStringLiteral(TEST_DATA "/desk-1x-dark-jpg60.jpg")});
    const auto* const match = page.findChild<QLabel*>("promptMatch");
    REQUIRE(isRead([&] { return match->isVisible(); }));
    CHECK(match->text().contains("appears in the picture, with 1 difference"));
    CHECK_FALSE(match->text().contains("verif"));
    const auto* const words = page.findChild<QLabel*>("comparedWords");
    CHECK_FALSE(words->isVisible());
    page.findChild<QAbstractButton*>("promptWords")->click();
    CHECK(words->isVisible());
    CHECK(words->text().contains("<s>Landau?</s> <b><u>Lindau?</u></b>"));
    CHECK(words->accessibleName().contains(QString::fromUtf8("“Landau?” was read as “Lindau?”")));

    page.findChild<QPlainTextEdit*>("response")->setPlainText("Mine.");
    auto* const compared = page.findChild<QAbstractButton*>("compared");
    compared->click();
    page.findChild<QAbstractButton*>("readAnswer")->click();
    auto* const response = page.findChild<QPlainTextEdit*>("response");
    REQUIRE(isRead([&] { return page.response().size() > 100; }));
    CHECK(page.response().find("Seestraße 14, 88131 Lindau") != std::string::npos);
    CHECK(page.response().find("What do you know") == std::string::npos);
    CHECK_FALSE(compared->isChecked());
    page.undo();
    CHECK(page.response() == "Mine.");
    CHECK(compared->isChecked());
    page.findChild<QAbstractButton*>("readAnswer")->click();
    REQUIRE(isRead([&] { return page.response().size() > 100; }));
    response->textCursor().insertText("corrected ");
    CHECK(page.responseNote().contains("read from the picture by a machine"));
    CHECK(page.mustCompare());
    QSignalSpy saved(&page, &AddPage::saved);
    page.save();
    REQUIRE(test::comesTrue([&] { return page.message().isProblem(); }));
    CHECK(page.message().text().contains("Compare it with the picture"));
    CHECK(saved.isEmpty());
    compared->click();
    page.save();
    REQUIRE(test::comesTrue([&] { return !saved.isEmpty(); }));
    CHECK_FALSE(match->isVisible());
    const auto exhibit = world.desk.exhibit(path, 1);
    REQUIRE(exhibit);
    const ShownText& answer = exhibit->texts.at(1);
    CHECK(answer.artifact.role == Role::Response);
    CHECK(answer.artifact.origin == Origin::Ocr);
    CHECK(answer.artifact.confirmed);
}

TEST_CASE("without the program that reads pictures it is said what to install, and everything else works") {
    const World world;
    AddPage page(world.desk);
    page.start(world.makeCase("Jonas Fährmann-Müller"));
    auto* const read = page.findChild<QAbstractButton*>("readAnswer");
    read->click();
    CHECK(page.message().text().contains("First take a picture"));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nonexistent");
    page.findChild<QPlainTextEdit*>("prompt")->setPlainText("Who is Erika?");
    page.addFiles({QStringLiteral(TEST_DATA "/desk-1x-light.png")});
    REQUIRE(test::comesTrue([&] { return page.pictures() == 1; }));
    read->click();
    REQUIRE(test::comesTrue([&] { return page.message().text().contains("tesseract-ocr-deu"); }));
    qputenv("PATH", path);
    CHECK(page.response().empty());
    read->click(); // it was installed meanwhile
    REQUIRE(isRead([&] { return !page.response().empty(); }));
    const auto* const match = page.findChild<QLabel*>("promptMatch");
    REQUIRE(isRead([&] { return match->text().contains("couldn't be found"); }));
}

TEST_CASE("reading is stopped by the same button, and by what changes") {
    const World world;
    AddPage page(world.desk);
    page.start(world.makeCase("Jonas Fährmann-Müller"));
    page.addFiles({QStringLiteral(TEST_DATA "/phone-2x-light.png")});
    REQUIRE(test::comesTrue([&] { return page.pictures() == 1; }));
    auto* const read = page.findChild<QAbstractButton*>("readAnswer");
    const QString name = read->text();
    read->click();
    CHECK(read->text().contains("Stop"));
    read->click();
    CHECK(read->text() == name);
    read->click();
    page.undo(); // the picture is gone
    CHECK(page.pictures() == 0);
    CHECK(read->text() == name);
    CHECK_FALSE(test::comesTrue([&] { return !page.response().empty(); }, 2000));
}

TEST_CASE("words that were read for one exhibit don't come into the next") {
    const World world;
    AddPage page(world.desk);
    const auto path = world.makeCase("Jonas Fährmann-Müller");
    page.start(path);
    page.findChild<QPlainTextEdit*>("prompt")->setPlainText("Who is Erika?");
    page.addFiles({QStringLiteral(TEST_DATA "/desk-1x-light.png")});
    REQUIRE(test::comesTrue([&] { return page.pictures() == 1; }));
    page.readAnswer();
    QSignalSpy saved(&page, &AddPage::saved);
    page.save();
    CHECK(page.message().text().contains("still being read"));
    page.readAnswer(); // stops it
    page.save();
    REQUIRE(test::comesTrue([&] { return !saved.isEmpty(); }));
    CHECK_FALSE(test::comesTrue([&] { return !page.response().empty(); }, 2000));
    CHECK(page.pictures() == 0);
    CHECK(world.desk.exhibit(path, 1)->texts.size() == 1); // the prompt alone
}
