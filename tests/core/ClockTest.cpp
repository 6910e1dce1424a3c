#include "core/Clock.h"

#include <catch2/catch.hpp>

using namespace exhibit;

TEST_CASE("instants are written and read in RFC 3339") {
    const auto [text, seconds] = GENERATE(table<const char*, std::int64_t>({
        {"1970-01-01T00:00:00.000Z", 0},
        {"2026-11-22T10:15:30.000Z", 1795342530},
        {"2024-02-29T23:59:59.000Z", 1709251199},
        {"1969-12-31T23:59:59.000Z", -1},
        {"2000-03-01T00:00:00.000Z", 951868800},
    }));
    CHECK(Instant{seconds * 1'000'000'000}.iso() == text);
    CHECK(Instant::fromIso(text).value().seconds() == seconds);
}

TEST_CASE("fractions and offsets are understood") {
    CHECK(Instant::fromIso("2026-11-22T11:15:30.5+01:00").value().iso() == "2026-11-22T10:15:30.500Z");
    CHECK(Instant::fromIso("2026-11-22T04:45:30-05:30").value().iso() == "2026-11-22T10:15:30.000Z");
    CHECK(Instant{-1}.iso() == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("anything else is refused") {
    const auto text =
        GENERATE("", "2026-11-22", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-22T24:00:00Z",
                 "2026-11-22T10:15:30", "2026-11-22 10:15:30Z", "2026-11-22T10:15:30.Z", "2026-11-22T10:15:30Zx",
                 "-026-11-22T10:15:30Z", "2026-1-22T10:15:30Z", "9999-01-01T00:00:00Z", "2026-11-22T10:15:30+0100");
    CAPTURE(text);
    CHECK_FALSE(Instant::fromIso(text));
}

TEST_CASE("civil time follows the offset over midnight") {
    const Instant instant = Instant::fromIso("2026-12-31T23:30:00Z").value();
    const CivilTime local = civilTime(instant, 60);
    CHECK(local.year == 2027);
    CHECK(local.month == 1);
    CHECK(local.day == 1);
    CHECK(local.hour == 0);
    CHECK(local.minute == 30);
    CHECK(civilTime(instant, -24 * 60).day == 30);
}

TEST_CASE("the system clock gives a plausible reading") {
    const SystemClock clock;
    const TimeReading first = clock.read();
    const TimeReading second = clock.read();
    CHECK(first.utc.nanoseconds > Instant::fromIso("2024-01-01T00:00:00Z").value().nanoseconds);
    CHECK(second.monotonicNanoseconds >= first.monotonicNanoseconds);
    CHECK(first.offsetMinutes >= -12 * 60);
    CHECK(first.offsetMinutes <= 14 * 60);
}
