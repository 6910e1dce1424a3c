#pragma once
// Time as evidence needs it: wall clock with offset and zone, a clock that never jumps, and how far to trust both.

#include "core/Result.h"

#include <cstdint>
#include <string>

namespace exhibit {

/// A moment in UTC, in nanoseconds since 1970-01-01 (POSIX time: leap seconds aren't counted).
struct Instant {
    std::int64_t nanoseconds = 0;

    [[nodiscard]] std::int64_t seconds() const;
    /// RFC 3339 in UTC with milliseconds: 2026-11-22T10:15:30.123Z
    [[nodiscard]] std::string iso() const;
    /// The inverse of iso(), with or without a fraction, with Z or an offset. Malformed for anything else.
    static Result<Instant> fromIso(std::string_view text);
    auto operator<=>(const Instant&) const = default;
};

/// The year, month, ... of an instant at an offset from UTC.
struct CivilTime {
    int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
};
[[nodiscard]] CivilTime civilTime(Instant instant, int offsetMinutes = 0);

/// What all clocks of the machine say at one moment.
struct TimeReading {
    Instant utc;
    int offsetMinutes = 0;                 ///< local time minus UTC
    std::string zone;                      ///< "CET" as the C library names it; says where someone is only coarsely
    std::int64_t monotonicNanoseconds = 0; ///< since an arbitrary start; shows steps of the wall clock
    bool synchronised = false;             ///< adjtimex(2): the kernel's clock is disciplined by a time service
    std::int64_t maxErrorMicroseconds = 0; ///< adjtimex(2): the kernel's bound on the error, when synchronised
};

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual TimeReading read() const = 0;
    [[nodiscard]] Instant now() const { return read().utc; }
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] TimeReading read() const override;
};

/// A clock that a test sets.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant instant) { m_reading.utc = instant; }
    explicit FixedClock(TimeReading reading) : m_reading(std::move(reading)) {}
    [[nodiscard]] TimeReading read() const override { return m_reading; }
    void set(Instant instant) { m_reading.utc = instant; }
    void advance(std::int64_t nanoseconds) {
        m_reading.utc.nanoseconds += nanoseconds;
        m_reading.monotonicNanoseconds += nanoseconds;
    }

private:
    TimeReading m_reading;
};

} // namespace exhibit
