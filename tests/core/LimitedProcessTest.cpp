#include "core/LimitedProcess.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

using namespace exhibit;

namespace {

class Input {
public:
    Input() : m_file(::open("/etc/passwd", O_RDONLY | O_CLOEXEC)) {}
    ~Input() { ::close(m_file); }
    [[nodiscard]] int get() const { return m_file; }

private:
    int m_file;
};

} // namespace

TEST_CASE("A program that misbehaves is stopped") {
    const Input input;
    const auto shell = [&](const std::string& command, const ProcessLimits& limits) {
        return runLimited({"sh", "dash"}, {"-c", command}, input.get(), limits);
    };
    ProcessLimits shortTime;
    shortTime.time = std::chrono::seconds(1);
    CHECK(shell("sleep 30", shortTime).error().code == ErrorCode::LimitExceeded);
    CHECK_FALSE(shell("while :; do :; done", shortTime));
    ProcessLimits little;
    little.output = 100'000;
    little.memory = std::uint64_t{64} << 20;
    CHECK(shell("while :; do echo spam; done", little).error().code == ErrorCode::LimitExceeded);
    CHECK(runLimited({"python3", "python3"}, {"-c", "x = bytearray(200_000_000)"}, input.get(), little).error().code ==
          ErrorCode::Malformed);
    CHECK(shell("exit 3", {}).error().code == ErrorCode::Malformed);
    CHECK(shell("kill -SEGV $$", {}).error().code == ErrorCode::Malformed);
    const auto missing = runLimited({"no-such-program", "its-package"}, {}, input.get(), {});
    CHECK(missing.error().code == ErrorCode::Unsupported);
    CHECK_THAT(missing.error().message, Catch::Contains("no-such-program") && Catch::Contains("its-package"));
    int asked = 0;
    const auto stopped = runLimited({"sh", "dash"}, {"-c", "sleep 30"}, input.get(), {}, [&] { return ++asked < 3; });
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(asked == 3);
}

TEST_CASE("A program gets its file and nothing else") {
    ::setenv("EXHIBIT_SECRET", "secret", 1);
    const Input input;
    const Input other;
    const auto shell = [&](const std::string& command) {
        const auto output = runLimited({"sh", "dash"}, {"-c", command}, input.get(), {});
        REQUIRE(output);
        return std::string(textOf(*output));
    };
    CHECK(shell("head -c 4 /dev/fd/3") == "root");
    CHECK(shell("env").find("SECRET") == std::string::npos);
    const auto given = runLimited({"env", "coreutils", {"OMP_THREAD_LIMIT=1"}}, {}, input.get(), {});
    REQUIRE(given);
    CHECK(textOf(*given) == "OMP_THREAD_LIMIT=1\nLC_ALL=C.UTF-8\nHOME=/nonexistent\n");
    CHECK(shell("exec ls /proc/self/fd") == "0\n1\n2\n3\n4\n"); // 4 is the folder that ls reads
    const std::string target =
        std::filesystem::temp_directory_path() / ("exhibit17-limit-" + std::to_string(::getpid()));
    CHECK(shell("(echo x > " + target + ") 2>/dev/null; wc -c < " + target + "; rm " + target).starts_with("0"));
}
