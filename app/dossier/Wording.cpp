#include "dossier/Wording.h"

#include <cstdlib>

namespace exhibit::dossier {

namespace {

std::string twoDigits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string zoneName(int offsetMinutes) {
    if (offsetMinutes == 0)
        return "UTC";
    const int minutes = std::abs(offsetMinutes);
    return std::string("UTC") + (offsetMinutes < 0 ? "\u2212" : "+") + twoDigits(minutes / 60) + ":" +
           twoDigits(minutes % 60);
}

} // namespace

Result<Wording> Wording::load(std::string_view language) {
    EXHIBIT_ASSIGN(request::Strings strings, request::Strings::load(language));
    return Wording(std::move(strings));
}

std::string Wording::named(std::string_view group, std::string_view name) const {
    const auto text = m_strings.find(std::string(group) + "." + std::string(name));
    return text ? *text : oneLine(name);
}

std::string Wording::date(Instant instant, int offsetMinutes) const {
    const CivilTime time = civilTime(instant, offsetMinutes);
    return m_strings("date", {{"day", std::to_string(time.day)},
                              {"month", m_strings("month." + std::to_string(time.month))},
                              {"year", std::to_string(time.year)}});
}

std::string Wording::dateTime(Instant instant, int offsetMinutes) const {
    const CivilTime time = civilTime(instant, offsetMinutes);
    return m_strings("date-time",
                     {{"date", date(instant, offsetMinutes)},
                      {"time", twoDigits(time.hour) + ":" + twoDigits(time.minute) + ":" + twoDigits(time.second)},
                      {"zone", zoneName(offsetMinutes)}});
}

std::string Wording::isoDate(std::string_view iso) const {
    const auto instant = Instant::fromIso(std::string(iso) + "T00:00:00Z");
    return instant ? date(*instant, 0) : oneLine(iso);
}

std::string Wording::operations(std::string_view words) const {
    std::string text;
    while (!words.empty()) {
        const std::size_t end = words.find('+');
        const std::string_view word = words.substr(0, end);
        const std::size_t colon = word.find(':');
        text += (text.empty() ? "" : ", ") + named("operation", word.substr(0, colon));
        if (colon != std::string_view::npos)
            text += " " + oneLine(word.substr(colon + 1));
        words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
    }
    return text;
}

std::string joinedLines(std::string_view text) {
    std::string joined;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!line.empty())
            joined += (joined.empty() ? "" : ", ") + oneLine(line);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return joined;
}

std::string beginning(std::string_view text, std::size_t characters) {
    std::string shown;
    std::size_t at = 0;
    bool space = false;
    for (std::size_t count = 0; at < text.size() && count < characters; ++count) {
        const DecodedChar c = decodeUtf8(text.substr(at));
        const bool blank = c.codePoint == U'\n' || c.codePoint == U'\r' || c.codePoint == U'\t' || c.codePoint == U' ';
        if (!blank) {
            shown += (space && !shown.empty() ? " " : "") + oneLine(text.substr(at, c.length));
            space = false;
        }
        space = space || blank;
        at += c.length;
    }
    return at < text.size() ? shown + "\u2026" : shown;
}

} // namespace exhibit::dossier
