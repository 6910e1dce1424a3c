// Pictures that appear in a folder are told of once they are whole, and never before.

#include "capture/FolderWatch.h"

#include "VirtualDesktop.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <catch2/catch.hpp>
#include <fstream>

using exhibit::capture::FolderWatch;
using exhibit::capture::isPictureName;

namespace {

constexpr int kSettled = 2500; // ms

struct World {
    World() {
        static int argc = 1;
        static char name[] = "test";
        static char* argv[] = {name, nullptr};
        static const auto* const application =
            QCoreApplication::instance() == nullptr ? new QCoreApplication(argc, argv) : nullptr;
        static_cast<void>(application);
    }
    test::TemporaryFolder folder;
    QStringList appeared;

    [[nodiscard]] QString path() const { return QString::fromStdString(folder.path().string()); }
    void listen(FolderWatch& watch) {
        QObject::connect(&watch, &FolderWatch::appeared, &watch, [this](const QStringList& paths) {
            for (const QString& each : paths)
                appeared.append(each.section(QLatin1Char('/'), -1));
        });
    }
    void write(const std::string& name, const std::string& content) const {
        std::ofstream(folder.path() / name, std::ios::app | std::ios::binary) << content;
    }
    template <class Condition>
    bool comesTrue(Condition condition, int milliseconds = 10'000) const {
        QElapsedTimer timer;
        timer.start();
        while (!condition() && timer.elapsed() < milliseconds)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        return condition();
    }
    void live(int milliseconds) const {
        static_cast<void>(comesTrue([] { return false; }, milliseconds));
    }
};

} // namespace

TEST_CASE("only what was new is told of, once") {
    World world;
    world.write("old.png", "x");
    FolderWatch watch(world.path());
    REQUIRE(watch.isWatching());
    world.listen(watch);
    world.write("new.png", "x");
    world.write("photo.HEIC", "x");
    world.write("notes.txt", "x");
    world.write(".hidden.png", "x");
    REQUIRE(world.comesTrue([&] { return world.appeared.size() == 2; }));
    world.live(kSettled);
    CHECK(world.appeared == QStringList{"new.png", "photo.HEIC"});
}

TEST_CASE("a file that grows waits until it doesn't any more") {
    World world;
    FolderWatch watch(world.path());
    world.listen(watch);
    for (int piece = 0; piece < 8; ++piece) {
        world.write("slow.jpg", std::string(1000, 'x'));
        world.live(200);
        CHECK(world.appeared.isEmpty());
    }
    REQUIRE(world.comesTrue([&] { return world.appeared == QStringList{"slow.jpg"}; }));
}

TEST_CASE("a file that gets its name at the end is told of then, and an empty one never") {
    World world;
    FolderWatch watch(world.path());
    world.listen(watch);
    world.write(".syncthing.shot.png.tmp", "x");
    world.write("shot.png.part", "x");
    world.write("empty.png", "");
    world.live(kSettled);
    CHECK(world.appeared.isEmpty());
    std::filesystem::rename(world.folder.path() / ".syncthing.shot.png.tmp", world.folder.path() / "shot.png");
    REQUIRE(world.comesTrue([&] { return world.appeared == QStringList{"shot.png"}; }));
    // Deleted and sent again, it is new again.
    std::filesystem::remove(world.folder.path() / "shot.png");
    world.live(300);
    world.write("shot.png", "again");
    CHECK(world.comesTrue([&] { return world.appeared.size() == 2; }));
}

TEST_CASE("a folder that goes away is reported, and one that isn't there isn't watched") {
    World world;
    const auto folder = world.folder.path() / "sync";
    CHECK_FALSE(FolderWatch(QString::fromStdString(folder.string())).isWatching());
    std::filesystem::create_directory(folder);
    FolderWatch watch(QString::fromStdString(folder.string()));
    bool isLost = false;
    QObject::connect(&watch, &FolderWatch::lost, &watch, [&] { isLost = true; });
    std::filesystem::remove(folder);
    CHECK(world.comesTrue([&] { return isLost; }));
}

TEST_CASE("names of pictures") {
    for (const char* const name : {"a.png", "A.JPG", "x.y.jpeg", "b.webp", "c.heif", "d.heic"})
        CHECK(isPictureName(QString::fromLatin1(name)));
    for (const char* const name : {"a.png.part", "b.jpg.crdownload", "c.png.tmp", ".d.png", "png", "e.txt", "f.png~"})
        CHECK_FALSE(isPictureName(QString::fromLatin1(name)));
}
