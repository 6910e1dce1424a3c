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
    if (markup.region.has_value() == !markup.text.empty())
        return fail(ErrorCode::Malformed, "Either a rectangle or a text is expected here.");
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
    EXHIBIT_TRY(in.only({"number", "text", "region", "on", "category", "truth", "special", "label"}));
    Mark mark;
    EXHIBIT_TRY(readCommon(in, mark));
    EXHIBIT_ASSIGN(mark.on, in.converted("on", roleFromName));
    EXHIBIT_ASSIGN(mark.category, in.string("category"));
    EXHIBIT_ASSIGN(mark.truth, in.converted("truth", truthFromName));
    EXHIBIT_ASSIGN(mark.special, in.string("special"));
    EXHIBIT_ASSIGN(mark.label, in.string("label"));
    const bool markable = mark.on == Role::Screenshot || mark.on == Role::Prompt || mark.on == Role::Response;
    const bool known = isOneOf(mark.category, kCategories) && (mark.special.empty() || isOneOf(mark.special, kSpecial));
    if (!markable || !known || mark.region.has_value() != (mark.on == Role::Screenshot))
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
    if (redaction.region.has_value() != (redaction.on == Role::Screenshot))
        return fail(ErrorCode::Malformed, "The redaction isn't one that this program makes.");
    return redaction;
}

// ---- finding words -------------------------------------------------------------------------------------------------

namespace {

bool isWhite(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0d) || c == 0xa0 || (c >= 0x2000 && c <= 0x200b) || c == 0x202f ||
           c == 0x3000;
}

/// Small letters for capitals: the simple foldings of the Latin, Greek and Cyrillic blocks (Unicode 15,
/// CaseFolding.txt).
char32_t folded(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (within(U'A', U'Z') || (within(0xc0, 0xde) && c != 0xd7) || within(0x391, 0x3ab) || within(0x410, 0x42f))
        return c + 0x20;
    if (within(0x400, 0x40f))
        return c + 0x50;
    if (within(0x100, 0x137) || within(0x14a, 0x177) || within(0x1e00, 0x1e95) || within(0x1ea0, 0x1eff))
        return c | 1U;
    if (within(0x139, 0x148) || within(0x179, 0x17e))
        return (c & 1U) != 0 ? c + 1 : c;
    return c;
}

std::optional<std::uint8_t> percentByte(std::string_view text) {
    std::uint8_t byte = 0;
    if (text.size() < 3 || text[0] != '%')
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 3, byte, 16);
    return error == std::errc() && end == text.data() + 3 ? std::optional(byte) : std::nullopt;
}

/// The character at the beginning of a text, which may be percent-encoded.
DecodedChar characterAt(std::string_view text) {
    if (!percentByte(text))
        return decodeUtf8(text);
    std::string bytes;
    for (std::size_t at = 0; bytes.size() < 4; at += 3) {
        const auto byte = percentByte(text.substr(std::min(at, text.size())));
        if (!byte)
            break;
        bytes += static_cast<char>(*byte);
    }
    const DecodedChar decoded = decodeUtf8(bytes);
    return {decoded.codePoint, decoded.length * 3};
}

/// The words as code points: folded, white space as one space.
std::u32string patternOf(std::string_view words) {
    std::u32string pattern;
    while (!words.empty()) {
        const DecodedChar next = decodeUtf8(words);
        words.remove_prefix(next.length);
        const char32_t c = next.codePoint.value_or(0xfffd);
        if (!isWhite(c))
            pattern += folded(c);
        else if (!pattern.empty() && pattern.back() != U' ')
            pattern += U' ';
    }
    while (!pattern.empty() && pattern.back() == U' ')
        pattern.pop_back();
    return pattern;
}

std::size_t whiteLength(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size()) {
        const DecodedChar next = characterAt(text.substr(length));
        const bool plus = text[length] == '+';
        if (!plus && (!next.codePoint || !isWhite(*next.codePoint)))
            break;
        length += next.length;
    }
    return length;
}

/// How long the occurrence at the beginning of the text is; nothing if there is none.
std::optional<std::size_t> matchLength(std::string_view text, std::u32string_view pattern) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < pattern.size();) {
        if (at >= text.size())
            return std::nullopt;
        const std::string_view rest = text.substr(at);
        if (pattern[i] == U' ') {
            const std::size_t white = whiteLength(rest);
            if (white == 0)
                return std::nullopt;
            at += white;
            ++i;
            continue;
        }
        const DecodedChar plain = decodeUtf8(rest);
        const bool isPlain = plain.codePoint && folded(*plain.codePoint) == pattern[i];
        const DecodedChar next = isPlain ? plain : characterAt(rest);
        if (!next.codePoint)
            return std::nullopt;
        if (folded(*next.codePoint) == pattern[i])
            ++i;
        else if (i == 0 || !isInvisible(*next.codePoint))
            return std::nullopt;
        at += next.length;
    }
    return at;
}

struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
};

void findAll(std::string_view text, std::u32string_view pattern, std::vector<Extent>& found) {
    for (std::size_t at = 0; !pattern.empty() && at < text.size(); at += decodeUtf8(text.substr(at)).length)
        if (const auto length = matchLength(text.substr(at), pattern))
            found.push_back({at, at + *length});
}

} // namespace

RedactedText redactText(std::string_view text, std::span<const std::string> phrases) {
    std::vector<Extent> found;
    for (const std::string& phrase : phrases)
        findAll(text, patternOf(phrase), found);
    std::sort(found.begin(), found.end(), [](const Extent& a, const Extent& b) { return a.begin < b.begin; });
    RedactedText result;
    std::size_t done = 0;
    for (std::size_t i = 0; i < found.size(); ++result.count) {
        Extent whole = found[i];
        for (; i < found.size() && found[i].begin < whole.end; ++i)
            whole.end = std::max(whole.end, found[i].end);
        result.text += text.substr(done, whole.begin - done);
        result.text += kRedactionToken;
        done = whole.end;
    }
    result.text += text.substr(done);
    return result;
}

} // namespace exhibit
