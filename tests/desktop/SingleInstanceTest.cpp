// One window a user and display: who is first, who hands over, and what a crash leaves.

#include "desktop/model/SingleInstance.h"

#include "Application.h"
#include "VirtualDesktop.h"

#include <QSignalSpy>
#include <catch2/catch.hpp>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace exhibit::desktop;

namespace {

constexpr std::chrono::milliseconds kShort{300};

mode_t modeOf(const std::filesystem::path& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode;
}

/// A second start in a thread of its own, since the first one answers in the windows' thread.
Start startAgain(const std::filesystem::path& folder, const QStringList& paths) {
    Start result = Start::First;
    std::atomic<bool> ended = false;
    std::thread other([&] {
        SingleInstance instance(folder, "xcb-_0");
        result = instance.start(paths);
        ended = true;
    });
    CHECK(test::comesTrue([&] { return ended.load(); }));
    other.join();
    return result;
}

/// Connects as `user` and sends a path; the exit status says how far that came: 0 answered, 1 not answered, 2 no way
/// in.
int askAs(uid_t user, const std::filesystem::path& socketPath) {
    const pid_t child = ::fork();
    if (child == 0) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        socketPath.string().copy(address.sun_path, sizeof(address.sun_path) - 1);
        const int connection = ::socket(AF_UNIX, SOCK_STREAM, 0);
        if (::setuid(user) != 0 ||
            ::connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
            ::_exit(2);
        char answer = 0;
        const bool answered = ::send(connection, "/x", 3, MSG_NOSIGNAL) == 3 && ::shutdown(connection, SHUT_WR) == 0 &&
                              ::recv(connection, &answer, 1, 0) == 1;
        ::_exit(answered ? 0 : 1);
    }
    int status = -1;
    bool ended = false;
    CHECK(test::comesTrue([&] { return ended = ended || ::waitpid(child, &status, WNOHANG) == child; }));
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

TEST_CASE("the first start is the window, and every other hands over what it was given") {
    test::startApplication();
    const test::TemporaryFolder folder;
    SingleInstance first(folder.path(), "xcb-_0");
    REQUIRE(first.start({"/ignored: it opens what it was given itself"}) == Start::First);
    QSignalSpy requested(&first, &SingleInstance::requested);

    const QStringList paths{QString::fromUtf8("/tmp/J\xc3\xb6rg \xf0\x9f\x99\x82/a\nb.exhibit17"), "/tmp/second.pdf"};
    CHECK(startAgain(folder.path(), paths) == Start::HandedOver);
    CHECK(startAgain(folder.path(), {}) == Start::HandedOver);
    REQUIRE(requested.size() == 2);
    CHECK(requested.at(0).at(0).toStringList() == paths);
    CHECK(requested.at(1).at(0).toStringList().isEmpty());
}

TEST_CASE("another display has a window of its own") {
    test::startApplication();
    const test::TemporaryFolder folder;
    SingleInstance first(folder.path(), "xcb-_0");
    REQUIRE(first.start({}) == Start::First);
    SingleInstance other(folder.path(), "xcb-_1");
    CHECK(other.start({}) == Start::First);
}

TEST_CASE("what a crash left is in nobody's way") {
    test::startApplication();
    const test::TemporaryFolder folder;
    const auto socketPath = folder.path() / "exhibit17-xcb-_0";
    const pid_t child = ::fork();
    if (child == 0) {
        // It ends without any clean-up, as if it had been killed.
        SingleInstance crashing(folder.path(), "xcb-_0");
        ::_exit(crashing.start({}) == Start::First ? 0 : 1);
    }
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WEXITSTATUS(status) == 0);
    REQUIRE(S_ISSOCK(modeOf(socketPath)));

    SingleInstance next(folder.path(), "xcb-_0");
    CHECK(next.start({}) == Start::First);
    CHECK(startAgain(folder.path(), {}) == Start::HandedOver);
}

TEST_CASE("after an orderly end the next start is the first") {
    test::startApplication();
    const test::TemporaryFolder folder;
    {
        SingleInstance first(folder.path(), "xcb-_0");
        REQUIRE(first.start({}) == Start::First);
    }
    CHECK_FALSE(std::filesystem::exists(folder.path() / "exhibit17-xcb-_0"));
    SingleInstance next(folder.path(), "xcb-_0");
    CHECK(next.start({}) == Start::First);
}

TEST_CASE("a window that doesn't answer keeps nobody waiting for long") {
    const test::TemporaryFolder folder;
    SingleInstance hanging(folder.path(), "xcb-_0");
    REQUIRE(hanging.start({}) == Start::First);
    // No event loop runs here, so that it never answers.
    SingleInstance second(folder.path(), "xcb-_0", kShort);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(second.start({"/tmp/a.exhibit17"}) == Start::Alone);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("somebody who holds the lock and never listens keeps nobody waiting for long") {
    const test::TemporaryFolder folder;
    const int lock = ::open((folder.path() / "exhibit17-xcb-_0.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    REQUIRE(::flock(lock, LOCK_EX) == 0);
    SingleInstance second(folder.path(), "xcb-_0", kShort);
    CHECK(second.start({}) == Start::Alone);
    ::close(lock);
}

TEST_CASE("without a folder for it the program starts all the same") {
    SingleInstance instance("/nonexistent/folder", "xcb-_0", kShort);
    CHECK(instance.start({}) == Start::Alone);
    SingleInstance tooLong(std::filesystem::temp_directory_path(), QString(120, 'x'), kShort);
    CHECK(tooLong.start({}) == Start::Alone);
    std::filesystem::remove(std::filesystem::temp_directory_path() / ("exhibit17-" + std::string(120, 'x') + ".lock"));
}

TEST_CASE("nobody but this user can hand over anything") {
    test::startApplication();
    const test::TemporaryFolder folder;
    const auto socketPath = folder.path() / "exhibit17-xcb-_0";
    SingleInstance first(folder.path(), "xcb-_0");
    REQUIRE(first.start({}) == Start::First);
    CHECK((modeOf(socketPath) & 0777) == 0600);
    CHECK((modeOf(folder.path() / "exhibit17-xcb-_0.lock") & 0777) == 0600);
    if (::geteuid() != 0)
        return; // who isn't root can't be somebody else
    constexpr uid_t kNobody = 65534;
    QSignalSpy requested(&first, &SingleInstance::requested);
    std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
    CHECK(askAs(kNobody, socketPath) == 2);
    // And where the modes are lost, it asks who it is.
    std::filesystem::permissions(socketPath, std::filesystem::perms::all);
    CHECK(askAs(kNobody, socketPath) == 1);
    CHECK(requested.isEmpty());
    CHECK(askAs(0, socketPath) == 0);
    CHECK(requested.size() == 1);
}

TEST_CASE("a message that is too long or makes no sense opens nothing") {
    test::startApplication();
    const test::TemporaryFolder folder;
    SingleInstance first(folder.path(), "xcb-_0");
    REQUIRE(first.start({}) == Start::First);
    QSignalSpy requested(&first, &SingleInstance::requested);
    CHECK(startAgain(folder.path(), {"relative/path"}) == Start::HandedOver);
    REQUIRE(requested.size() == 1);
    CHECK(requested.at(0).at(0).toStringList().isEmpty());
    SingleInstance huge(folder.path(), "xcb-_0", kShort);
    std::atomic<bool> ended = false;
    std::thread other([&] {
        CHECK(huge.start({QString(200'000, 'x').prepend('/')}) == Start::Alone);
        ended = true;
    });
    CHECK(test::comesTrue([&] { return ended.load(); }));
    other.join();
    CHECK(requested.size() == 1);
}
