#include "core/Clock.h"

#include <array>
#include <charconv>
#include <chrono>
#include <ctime>
#include <sys/timex.h>

namespace exhibit {

namespace {

constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;

std::int64_t floorDivide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

std::string padded(int value, std::size_t digits) {
    std::string text = std::to_string(value);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

/// Reads fixed-width decimal fields from the front of a text.
class FieldReader {
public:
    explicit FieldReader(std::string_view text) : m_rest(text) {}
    int number(std::size_t digits) {
        int value = 0;
        const auto end = m_rest.data() + std::min(digits, m_rest.size());
        const auto read = std::from_chars(m_rest.data(), end, value);
        m_ok = m_ok && m_rest.size() >= digits && m_rest.front() != '-' && read.ptr == end && read.ec == std::errc{};
        m_rest.remove_prefix(std::min(digits, m_rest.size()));
        return value;
    }
    bool skip(char c) {
        const bool there = !m_rest.empty() && m_rest.front() == c;
        if (there)
            m_rest.remove_prefix(1);
        return there;
    }
    void expect(char c) { m_ok = skip(c) && m_ok; }
    std::int64_t fraction() {
        std::int64_t value = 0;
        std::int64_t unit = kNanosecondsPerSecond;
        bool any = false;
        while (!m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9') {
            unit /= 10;
            value += unit * (m_rest.front() - '0');
            m_rest.remove_prefix(1);
            any = true;
        }
        m_ok = m_ok && any;
        return value;
    }
    [[nodiscard]] bool finished() const { return m_ok && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_ok = true;
};

} // namespace

std::int64_t Instant::seconds() const {
    return floorDivide(nanoseconds, kNanosecondsPerSecond);
}

std::string Instant::iso() const {
    const CivilTime t = civilTime(*this);
    const std::int64_t fraction = nanoseconds - seconds() * kNanosecondsPerSecond;
    return padded(t.year, 4) + "-" + padded(t.month, 2) + "-" + padded(t.day, 2) + "T" + padded(t.hour, 2) + ":" +
           padded(t.minute, 2) + ":" + padded(t.second, 2) + "." + padded(static_cast<int>(fraction / 1'000'000), 3) +
           "Z";
}

Result<Instant> Instant::fromIso(std::string_view text) {
    using namespace std::chrono;
    FieldReader in(text);
    const int y = in.number(4);
    in.expect('-');
    const int mo = in.number(2);
    in.expect('-');
    const int d = in.number(2);
    in.expect('T');
    const int h = in.number(2);
    in.expect(':');
    const int mi = in.number(2);
    in.expect(':');
    const int s = in.number(2);
    const std::int64_t fraction = in.skip('.') ? in.fraction() : 0;
    int offset = 0;
    if (!in.skip('Z')) {
        const int sign = in.skip('-') ? -1 : (in.expect('+'), 1);
        const int hours = in.number(2);
        in.expect(':');
        offset = sign * (hours * 60 + in.number(2));
    }
    const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    // Years are bounded so that nanoseconds fit in 64 bits.
    if (!in.finished() || !date.ok() || y < 1700 || y > 2250 || h > 23 || mi > 59 || s > 60)
        return fail(ErrorCode::Malformed, "This is not a time like 2026-11-22T10:15:30Z.", std::string(text));
    const auto whole = sys_days{date} + hours{h} + minutes{mi - offset} + std::chrono::seconds{s};
    return Instant{duration_cast<std::chrono::nanoseconds>(whole.time_since_epoch()).count() + fraction};
}

CivilTime civilTime(Instant instant, int offsetMinutes) {
    using namespace std::chrono;
    const std::int64_t local = instant.seconds() + std::int64_t{offsetMinutes} * 60;
    const std::int64_t dayNumber = floorDivide(local, 86400);
    const auto inDay = static_cast<int>(local - dayNumber * 86400);
    const year_month_day date{sys_days{days{static_cast<int>(dayNumber)}}};
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            inDay / 3600,
            inDay / 60 % 60,
            inDay % 60};
}

TimeReading SystemClock::read() const {
    TimeReading reading;
    timespec wall{};
    timespec monotonic{};
    ::clock_gettime(CLOCK_REALTIME, &wall);
    ::clock_gettime(CLOCK_MONOTONIC, &monotonic);
    reading.utc.nanoseconds = wall.tv_sec * kNanosecondsPerSecond + wall.tv_nsec;
    reading.monotonicNanoseconds = monotonic.tv_sec * kNanosecondsPerSecond + monotonic.tv_nsec;

    std::tm local{};
    ::localtime_r(&wall.tv_sec, &local);
    reading.offsetMinutes = static_cast<int>(local.tm_gmtoff / 60);
    reading.zone = local.tm_zone != nullptr ? local.tm_zone : "";

    timex kernel{};
    const int state = ::adjtimex(&kernel);
    reading.synchronised = state >= 0 && state != TIME_ERROR && (kernel.status & STA_UNSYNC) == 0;
    reading.maxErrorMicroseconds = state >= 0 ? kernel.maxerror : 0;
    return reading;
}

} // namespace exhibit
