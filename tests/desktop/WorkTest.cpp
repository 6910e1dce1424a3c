// Work beside the windows' thread.

#include "desktop/model/Work.h"

#include "Application.h"

#include <catch2/catch.hpp>
#include <thread>

using exhibit::Progress;
using exhibit::desktop::Work;

namespace {

/// Goes on until it is asked to end; answers how it ended.
std::string waitForEnd(const Progress& progress) {
    for (int turn = 0; turn < 2000; ++turn) {
        if (!progress(static_cast<std::uint64_t>(turn), 2000))
            return "stopped";
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return "not stopped";
}

} // namespace

TEST_CASE("results come in order, in the windows' own thread") {
    test::startApplication();
    Work work;
    const auto here = std::this_thread::get_id();
    std::vector<int> results;
    for (int number = 1; number <= 3; ++number)
        work.start([number, here](const Progress&) { return std::this_thread::get_id() == here ? 0 : number; },
                   [&](int result) {
                       CHECK(std::this_thread::get_id() == here);
                       results.push_back(result);
                   });
    CHECK(work.isBusy());
    REQUIRE(test::comesTrue([&] { return !work.isBusy(); }));
    CHECK(results == std::vector{1, 2, 3});
}

TEST_CASE("what is cancelled ends early and says so; what is started afterwards doesn't") {
    test::startApplication();
    Work work;
    std::vector<std::string> results;
    const auto done = [&](const std::string& result) { results.push_back(result); };
    work.start(waitForEnd, done);
    work.cancel();
    work.start([](const Progress& progress) { return std::string(progress(1, 2) ? "went on" : "stopped"); }, done);
    REQUIRE(test::comesTrue([&] { return results.size() == 2; }));
    CHECK(results == std::vector<std::string>{"stopped", "went on"});
}

TEST_CASE("of what is dropped nothing comes back") {
    test::startApplication();
    Work work;
    std::vector<std::string> results;
    work.start(waitForEnd, [&](const std::string& result) { results.push_back(result); });
    work.drop();
    work.start([](const Progress&) { return std::string("next"); },
               [&](const std::string& result) { results.push_back(result); });
    REQUIRE(test::comesTrue([&] { return !work.isBusy(); }));
    CHECK(results == std::vector<std::string>{"next"});
}

TEST_CASE("what is settled has come, with what it started, even from within a result") {
    test::startApplication();
    Work work;
    std::vector<int> results;
    work.start([](const Progress&) { return 1; },
               [&](int first) {
                   results.push_back(first);
                   work.start([](const Progress&) { return 2; }, [&](int second) { results.push_back(second); });
                   work.settle();
                   CHECK(results == std::vector{1, 2});
               });
    work.settle();
    CHECK(results == std::vector{1, 2});
    CHECK_FALSE(work.isBusy());
}

TEST_CASE("an end in the middle waits for nothing") {
    test::startApplication();
    const auto start = std::chrono::steady_clock::now();
    for (int run = 0; run < 20; ++run) {
        Work work;
        work.start(waitForEnd, [](const std::string&) { FAIL("it was gone"); });
        work.start(waitForEnd, [](const std::string&) { FAIL("it was gone"); });
    }
    QApplication::processEvents();
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}
