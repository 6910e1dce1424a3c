#include "core/Markup.h"

#include "core/JsonReader.h"
#include "core/Text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace exhibit {

namespace {

using namespace std::string_view_literals;

constexpr std::array kCategories{"name"sv,    "birth"sv,     "address"sv,   "location"sv, "phone"sv,   "email"sv,
                                 "account"sv, "employer"sv,  "education"sv, "family"sv,   "finance"sv, "health"sv,
                                 "photo"sv,   "character"sv, "offence"sv,   "other"sv};
constexpr std::array kSpecial{"origin"sv,    "politics"sv, "religion"sv, "union"sv,  "genetic"sv,
                              "biometric"sv, "health"sv,   "sex-life"sv, "offence"sv};
constexpr std::array kTruths{"unknown"sv, "true"sv, "false"sv};
constexpr std::int64_t kLargestSide = 1'000'000'000;

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N>& list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

Json regionJson(const Region& region) {
    return Json{{"x", region.x}, {"y", region.y}, {"width", region.width}, {"height", region.height}};
}

Result<Region> readRegion(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"x", "y", "width", "height"}));
    Region region;
    const auto read = [&](const char* member, std::int64_t smallest, std::uint32_t& target) -> Result<> {
        EXHIBIT_ASSIGN(const std::int64_t value, in.integer(member, smallest, kLargestSide));
        target = static_cast<std::uint32_t>(value);
        return {};
    };
    EXHIBIT_TRY(read("x", 0, region.x));
    EXHIBIT_TRY(read("y", 0, region.y));
    EXHIBIT_TRY(read("width", 1, region.width));
    EXHIBIT_TRY(read("height", 1, region.height));
    return region;
}

/// What marks and redactions have in common.
template <class Markup>
Json commonJson(const Markup& markup) {
    Json json{{"number", markup.number}, {"text", markup.text}};
    if (markup.region)
        json["region"] = regionJson(*markup.region);
    return json;
}

template <class Markup>
Result<> readCommon(const JsonReader& in, Markup& markup) {
    EXHIBIT_ASSIGN(const std::int64_t number, in.integer("number", 1, kMaxExhibitNumber));
    markup.number = static_cast<int>(number);
    EXHIBIT_ASSIGN(markup.text, in.string("text"));
    if (in.has("region")) {
        EXHIBIT_ASSIGN(const JsonReader region, in.object("region"));
        EXHIBIT_ASSIGN(markup.region, readRegion(region));
    }
    return {};
}

} // namespace

Result<Region> regionFromText(std::string_view text) {
    std::array<std::uint32_t, 4> numbers{};
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    bool sound = true;
    for (std::size_t i = 0; sound && i < numbers.size(); ++i) {
        sound = i == 0 || (at != end && *at++ == ',');
        const auto [next, error] = std::from_chars(at, end, numbers.at(i));
        sound = sound && error == std::errc() && numbers.at(i) <= kLargestSide;
        at = next;
    }
    if (!sound || at != end || numbers[2] == 0 || numbers[3] == 0)
        return fail(ErrorCode::InvalidArgument,
                    "\"" + escapeForDisplay(text, EscapeStyle::Line) +
                        "\" isn't a rectangle. Write X,Y,WIDTH,HEIGHT in pixels from the picture's upper left corner, "
                        "such as 40,120,300,24.");
    return Region{numbers[0], numbers[1], numbers[2], numbers[3]};
}

bool liesWithin(const Region& region, std::uint32_t width, std::uint32_t height) {
    return std::uint64_t{region.x} + region.width <= width && std::uint64_t{region.y} + region.height <= height;
}

std::string_view name(Truth truth) {
    return kTruths.at(static_cast<std::size_t>(truth));
}

Result<Truth> truthFromName(std::string_view text) {
    for (const Truth truth : {Truth::Unknown, Truth::True, Truth::False})
        if (name(truth) == text)
            return truth;
    return fail(ErrorCode::InvalidArgument,
                "\"" + escapeForDisplay(text, EscapeStyle::Line) + "\" is none of: true, false, unknown.");
}

std::string_view name(MarkupKind kind) {
    return kind == MarkupKind::Mark ? "mark" : "redaction";
}

std::span<const std::string_view> markCategories() {
    return kCategories;
}

std::span<const std::string_view> specialCategories() {
    return kSpecial;
}

Result<std::string> toJson(const Mark& mark) {
    Json json = commonJson(mark);
    json["on"] = name(mark.on);
    json["category"] = mark.category;
    json["truth"] = name(mark.truth);
    json["special"] = mark.special;
    json["label"] = mark.label;
    if (!mark.correction.empty())
        json["correction"] = mark.correction;
    return canonicalJson(json);
}

Result<std::string> toJson(const Redaction& redaction) {
    Json json = commonJson(redaction);
    if (redaction.on)
        json["on"] = name(*redaction.on);
    json["reason"] = redaction.reason;
    return canonicalJson(json);
}

Result<Mark> markFromJson(std::string_view text) {
    EXHIBIT_ASSIGN(const Json json, parseJson(text));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(json));
    EXHIBIT_TRY(in.only({"number", "text", "region", "on", "category", "truth", "special", "label", "correction"}));
    Mark mark;
    EXHIBIT_TRY(readCommon(in, mark));
    EXHIBIT_ASSIGN(mark.on, in.converted("on", roleFromName));
    EXHIBIT_ASSIGN(mark.category, in.string("category"));
    EXHIBIT_ASSIGN(mark.truth, in.converted("truth", truthFromName));
    EXHIBIT_ASSIGN(mark.special, in.string("special"));
    EXHIBIT_ASSIGN(mark.label, in.string("label"));
    if (in.has("correction")) {
        EXHIBIT_ASSIGN(mark.correction, in.string("correction"));
    }
    const bool markable = mark.on == Role::Screenshot || mark.on == Role::Prompt || mark.on == Role::Response;
    const bool known = isOneOf(mark.category, kCategories) && (mark.special.empty() || isOneOf(mark.special, kSpecial));
    const bool placed = mark.region.has_value() == (mark.on == Role::Screenshot) && (mark.region || !mark.text.empty());
    const bool sound = !in.has("correction") || (mark.truth == Truth::False && !mark.correction.empty());
    if (!markable || !known || !placed || !sound)
        return fail(ErrorCode::Malformed, "The mark isn't one that this program makes.");
    return mark;
}

Result<Redaction> redactionFromJson(std::string_view text) {
    EXHIBIT_ASSIGN(const Json json, parseJson(text));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(json));
    EXHIBIT_TRY(in.only({"number", "text", "region", "on", "reason"}));
    Redaction redaction;
    EXHIBIT_TRY(readCommon(in, redaction));
    if (in.has("on")) {
        EXHIBIT_ASSIGN(redaction.on, in.converted("on", roleFromName));
    }
    EXHIBIT_ASSIGN(redaction.reason, in.string("reason"));
    if (redaction.region.has_value() != (redaction.on == Role::Screenshot) ||
        redaction.region.has_value() != redaction.text.empty())
        return fail(ErrorCode::Malformed, "The redaction isn't one that this program makes.");
    return redaction;
}

} // namespace exhibit
