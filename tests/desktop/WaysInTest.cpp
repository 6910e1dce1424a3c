// Other ways of pictures into an exhibit: drop, paste, a folder, part by part.

#include "BarWorld.h"
#include "desktop/FolderOffer.h"
#include "desktop/Message.h"
#include "desktop/PictureWindow.h"
#include "desktop/model/DraftStore.h"
#include "dossier/Verify.h"

#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QUrl>
#include <QWheelEvent>
#include <QWindow>
#include <catch2/catch.hpp>
#include <fstream>

using namespace exhibit;
using namespace exhibit::desktop;
using test::BarWorld;
using test::button;
using test::copy;
using test::fileContent;
using test::named;
using test::World;

namespace {

QString dataFile(const char* name) {
    return QStringLiteral(TEST_DATA "/") + QString::fromLatin1(name);
}

std::unique_ptr<QMimeData> files(const QStringList& paths) {
    auto data = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data->setUrls(urls);
    return data;
}

/// What a window gets when something is dropped on it; false if it doesn't want it.
bool drop(QWidget& target, const QMimeData& data) {
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&target, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&target, &event);
    return event.isAccepted();
}

/// A chat of many lines, each different, under a title that stays.
class ScrollingChat final : public QWidget {
public:
    static constexpr int kTitle = 30;
    ScrollingChat() {
        setWindowTitle(QStringLiteral("Chat"));
        setGeometry(60, 80, 600, 500);
        show();
        REQUIRE(test::comesTrue([&] { return windowHandle() != nullptr && windowHandle()->isExposed(); }));
    }
    /// What the lines look like from this row on.
    [[nodiscard]] static QImage lines(int from, QSize size) {
        QImage image(size, QImage::Format_RGB32);
        QPainter painter(&image);
        paint(painter, from, size);
        return image;
    }
    [[nodiscard]] int scrolled() const { return m_scrolled; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.drawImage(0, kTitle, lines(m_scrolled, {width(), height() - kTitle}));
        painter.fillRect(0, 0, width(), kTitle, QColor(20, 90, 160));
    }
    void wheelEvent(QWheelEvent* event) override {
        m_scrolled = std::max(0, m_scrolled - event->angleDelta().y());
        update();
    }

private:
    static void paint(QPainter& painter, int from, QSize size) {
        constexpr int kLine = 22;
        painter.fillRect(QRect({0, 0}, size), Qt::white);
        painter.setFont(QFont(QStringLiteral("Noto Sans"), 11));
        for (int line = from / kLine; line * kLine < from + size.height(); ++line)
            painter.drawText(
                10, line * kLine - from + kLine - 6,
                QStringLiteral("%1: what it said, %2, about %3").arg(line).arg(line * 7919).arg(line * 31));
    }
    int m_scrolled = 0;
};

struct LongWorld : BarWorld {
    ScrollingChat chat;

    void begin() {
        bar.activateWindow();
        hand.click(button(bar, "Long chat"));
        choosePart(chat.mapToGlobal(QPoint(0, 0)), chat.mapToGlobal(QPoint(500, 400)));
        awaitParts(1, "1 part(s) taken.");
    }
    void awaitParts(int count, const QString& state) {
        awaitPictures(count);
        const bool isSaid =
            test::comesTrue([&] { return dynamic_cast<const QLabel&>(named(bar, "parts")).text().contains(state); });
        INFO(dynamic_cast<const QLabel&>(named(bar, "parts")).text().toStdString());
        REQUIRE(isSaid);
    }
    void scroll(int notches) {
        const QPoint at = chat.mapToGlobal(QPoint(250, 300));
        const int before = chat.scrolled();
        desktop.tool({"xdotool", "mousemove", std::to_string(at.x()), std::to_string(at.y()), "click", "--repeat",
                      std::to_string(std::abs(notches)), "--delay", "20", notches > 0 ? "5" : "4"});
        REQUIRE(test::comesTrue([&] { return chat.scrolled() == before + notches * 120; }));
    }
};

} // namespace

TEST_CASE("files and pictures that are dropped on the page or the bar are taken byte for byte") {
    BarWorld world;
    CHECK(drop(world.page, *files({dataFile("desk-1x-light.png"), dataFile("desk-1x-dark-jpg60.jpg")})));
    REQUIRE(test::comesTrue([&] { return world.page.pictures() == 2; }));
    const std::string png = fileContent(dataFile("phone-2x-light.png").toStdString());
    QMimeData picture;
    picture.setData("image/png", QByteArray::fromStdString(png));
    CHECK(drop(world.bar, picture));
    REQUIRE(test::comesTrue([&] { return world.page.pictures() == 3; }));
    QMimeData text;
    text.setText("no picture");
    CHECK_FALSE(drop(world.bar, text));
    const auto exhibit = world.saved();
    REQUIRE(exhibit.pictures.size() == 3);
    CHECK(exhibit.pictures[0].original.digest ==
          sha256(bytesOf(fileContent(dataFile("desk-1x-light.png").toStdString()))));
    CHECK(exhibit.pictures[0].original.fileName == "desk-1x-light.png");
    CHECK(exhibit.pictures[2].original.digest == sha256(bytesOf(png)));
}

TEST_CASE("a picture or a file that is pasted into a text is a picture") {
    World world;
    AddPage page(world.desk);
    page.start(world.makeCase(world.folder.path()));
    page.show();
    page.activateWindow();
    REQUIRE(test::comesTrue([&] { return page.isActiveWindow(); }));
    auto* const prompt = page.findChild<QPlainTextEdit*>("prompt");
    world.hand.click(*prompt);
    {
        const auto copied = copy(fileContent(dataFile("desk-1x-light.png").toStdString()), "image/png");
        world.hand.key("ctrl+v");
        REQUIRE(test::comesTrue([&] { return page.pictures() == 1; }));
    }
    {
        const auto copied = copy(QUrl::fromLocalFile(dataFile("phone-2x-light.png")).toString().toStdString() + "\r\n",
                                 "text/uri-list");
        world.hand.key("ctrl+v");
        REQUIRE(test::comesTrue([&] { return page.pictures() == 2; }));
    }
    CHECK(drop(*prompt, *files({dataFile("desk-1x-light.png")})));
    REQUIRE(test::comesTrue([&] { return page.pictures() == 3; }));
    CHECK(page.prompt().empty());
}

TEST_CASE("a new picture in a folder is offered, and taken when the person says so") {
    BarWorld world;
    const auto sync = world.folder.path() / "sync";
    std::filesystem::create_directory(sync);
    world.page.offer().watch(QString::fromStdString(sync.string()));
    const std::string png = fileContent(dataFile("phone-2x-light.png").toStdString());
    {
        std::ofstream file(sync / "phone.png", std::ios::binary);
        file << png.substr(0, png.size() / 2) << std::flush;
        CHECK_FALSE(test::comesTrue([&] { return !world.page.offer().offered().isEmpty(); }, 500));
        file << png.substr(png.size() / 2);
    }
    REQUIRE(test::comesTrue([&] { return !world.page.offer().offered().isEmpty(); }));
    CHECK(world.page.pictures() == 0);
    world.hand.click(button(world.bar, "Take 1 new picture(s) from the folder"));
    REQUIRE(test::comesTrue([&] { return world.page.pictures() == 1; }));
    CHECK(world.page.offer().offered().isEmpty());
    CHECK(world.saved().pictures.at(0).original.digest == sha256(bytesOf(png)));
    CHECK(std::filesystem::exists(sync / "phone.png"));
}

TEST_CASE("what the bar reads from a picture is compared in the window") {
    BarWorld world;
    world.page.addFiles({QStringLiteral(TEST_DATA "/desk-1x-light.png")});
    world.awaitPictures(1);
    world.hand.click(button(world.bar, "Read it from the picture"));
    REQUIRE(test::comesTrue([&] { return !world.page.response().empty(); }, 120'000));
    CHECK(world.page.mustCompare());
    world.pressSave();
    REQUIRE(test::comesTrue([&] { return world.page.message().text().contains("Compare it with the picture"); }));
    // The bar has grown, and may have been moved for that.
    static_cast<void>(test::comesTrue([] { return false; }, 500));
    world.hand.click(button(world.bar, "Compare the answer with the picture…"));
    REQUIRE(test::comesTrue([&] {
        const auto* const picture = world.page.findChild<PictureWindow*>();
        return !world.bar.isVisible() && picture != nullptr && picture->isVisible();
    }));
}

TEST_CASE("a long chat is taken part by part and becomes one picture, with each part kept") {
    LongWorld world;
    world.begin();
    for (int part = 2; part <= 4; ++part) {
        world.scroll(2);
        world.hand.click(button(world.bar, "Next part"));
        world.awaitParts(part, "They go together.");
    }
    world.hand.click(button(world.bar, "Done"));
    REQUIRE(test::comesTrue([&] { return world.page.pictures() == 1; }));
    REQUIRE(test::comesTrue([&] { return world.bar.findChild<Message*>()->text().contains("one long picture"); }));
    {
        // It survives the end of the program.
        auto kept = DraftStore(world.path).load();
        REQUIRE(test::comesTrue([&] {
            kept = DraftStore(world.path).load();
            return kept && kept->pictures.size() == 1;
        }));
        CHECK(kept->pictures[0].size() == 4);
        AddPage again(world.desk);
        again.start(world.path);
        REQUIRE(test::comesTrue([&] { return again.pictures() == 1; }));
    }
    const auto exhibit = world.saved();
    REQUIRE(exhibit.pictures.size() == 4);
    CHECK(world.savedPicture(1).size() == QSize(500, 400 + 3 * 240));
    CHECK(world.savedPicture(2).size() == QSize(500, 400));
    const QImage lines = world.savedPicture(1)
                             .convertToFormat(QImage::Format_RGB32)
                             .copy(0, ScrollingChat::kTitle, 500, 1120 - ScrollingChat::kTitle);
    CHECK(lines == ScrollingChat::lines(0, {600, 1120 - ScrollingChat::kTitle}).copy(0, 0, 500, lines.height()));
    const auto derived = std::find_if(exhibit.exhibit.artifacts.begin(), exhibit.exhibit.artifacts.end(),
                                      [](const Artifact& artifact) { return artifact.parent.has_value(); });
    REQUIRE(derived != exhibit.exhibit.artifacts.end());
    CHECK(derived->operation == "stitch:1-4");
    CHECK(derived->origin == Origin::Program);
    const auto dossier = world.folder.path() / "dossier.pdf";
    REQUIRE(world.desk.exportDossier(world.path, dossier, {}));
    CHECK(dossier::verifyDossier(FileSource::open(dossier).value()).verdict == Verdict::IntactUnanchored);
}

TEST_CASE("parts that don't surely overlap are said to, taken anew, or kept as they are") {
    LongWorld world;
    world.begin();
    world.scroll(4);
    world.hand.click(button(world.bar, "Next part"));
    world.awaitParts(2, "no part in common");
    // The same part anew, after scrolling back.
    world.scroll(-2);
    world.hand.click(button(world.bar, "This part again"));
    world.awaitParts(2, "They go together.");
    world.scroll(4);
    world.hand.click(button(world.bar, "Next part"));
    world.awaitParts(3, "no part in common");
    world.hand.click(button(world.bar, "Done"));
    REQUIRE(
        test::comesTrue([&] { return world.bar.findChild<Message*>()->text().contains("stay separate pictures"); }));
    CHECK(world.page.pictures() == 3);
}
