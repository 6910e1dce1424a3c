#include "core/JsonReader.h"

#include <algorithm>
#include <charconv>

namespace exhibit {

Result<JsonReader> JsonReader::open(const Json& value, std::string pointer) {
    if (!value.is_object())
        return fail(ErrorCode::Malformed, "An object is expected here.", pointer.empty() ? "/" : pointer);
    return JsonReader(value, std::move(pointer));
}

Result<> JsonReader::only(std::initializer_list<std::string_view> names) const {
    for (const auto& member : m_value->items())
        if (std::find(names.begin(), names.end(), member.key()) == names.end())
            return fail(ErrorCode::Malformed, "There is an unknown member.", m_pointer + "/" + member.key());
    return {};
}

Result<const Json*> JsonReader::member(const char* name) const {
    const auto at = m_value->find(name);
    if (at == m_value->end())
        return fail(ErrorCode::Malformed, "A member is missing.", place(name));
    return &*at;
}

Result<> JsonReader::literal(const char* name, std::string_view expected) const {
    EXHIBIT_ASSIGN(const std::string text, string(name));
    if (text == expected)
        return {};
    const std::string_view family = expected.substr(0, expected.rfind('/'));
    const bool otherVersion = std::string_view(text).starts_with(family);
    return fail(otherVersion ? ErrorCode::Unsupported : ErrorCode::Malformed,
                otherVersion ? "It was written by another version of the program." : "It is something else.",
                place(name));
}

Result<std::string> JsonReader::string(const char* name) const {
    EXHIBIT_ASSIGN(const Json* const value, member(name));
    if (!value->is_string())
        return fail(ErrorCode::Malformed, "A string is expected here.", place(name));
    return value->get<std::string>();
}

Result<std::vector<std::string>> JsonReader::strings(const char* name) const {
    EXHIBIT_ASSIGN(const Json* const value, member(name));
    const bool fits =
        value->is_array() && std::all_of(value->begin(), value->end(), [](const Json& v) { return v.is_string(); });
    if (!fits)
        return fail(ErrorCode::Malformed, "An array of strings is expected here.", place(name));
    return value->get<std::vector<std::string>>();
}

Result<bool> JsonReader::boolean(const char* name) const {
    EXHIBIT_ASSIGN(const Json* const value, member(name));
    if (!value->is_boolean())
        return fail(ErrorCode::Malformed, "True or false is expected here.", place(name));
    return value->get<bool>();
}

Result<std::int64_t> JsonReader::integer(const char* name, std::int64_t smallest, std::int64_t largest) const {
    EXHIBIT_ASSIGN(const Json* const value, member(name));
    // An unsigned value above 2^63 would wrap round in get<std::int64_t>().
    const bool tooLarge =
        value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(kMaxJsonInteger);
    if (!value->is_number_integer() || tooLarge)
        return fail(ErrorCode::Malformed, "A whole number is expected here.", place(name));
    const auto number = value->get<std::int64_t>();
    if (number < smallest || number > largest)
        return fail(ErrorCode::Malformed, "The number is out of range.", place(name));
    return number;
}

Result<std::int64_t> JsonReader::longInteger(const char* name) const {
    EXHIBIT_ASSIGN(const std::string text, string(name));
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || std::to_string(number) != text)
        return fail(ErrorCode::Malformed, "A decimal number in quotes is expected here.", place(name));
    return number;
}

Result<JsonReader> JsonReader::object(const char* name) const {
    EXHIBIT_ASSIGN(const Json* const value, member(name));
    return open(*value, place(name));
}

Result<std::vector<JsonReader>> JsonReader::array(const char* name) const {
    EXHIBIT_ASSIGN(const Json* const value, member(name));
    if (!value->is_array())
        return fail(ErrorCode::Malformed, "An array is expected here.", place(name));
    std::vector<JsonReader> items;
    items.reserve(value->size());
    for (std::size_t i = 0; i < value->size(); ++i) {
        EXHIBIT_ASSIGN(JsonReader item, open((*value)[i], place(name) + "/" + std::to_string(i)));
        items.push_back(std::move(item));
    }
    return items;
}

Json toJson(const PictureFacts& picture) {
    return Json{{"width", picture.width},
                {"height", picture.height},
                {"scalePercent", picture.scalePercent},
                {"monitor", picture.monitor}};
}

Result<PictureFacts> readPictureFacts(const JsonReader& in) {
    constexpr std::int64_t kLargestSide = std::int64_t{1} << 31;
    EXHIBIT_TRY(in.only({"width", "height", "scalePercent", "monitor"}));
    PictureFacts picture;
    EXHIBIT_ASSIGN(const std::int64_t width, in.integer("width", 1, kLargestSide));
    EXHIBIT_ASSIGN(const std::int64_t height, in.integer("height", 1, kLargestSide));
    EXHIBIT_ASSIGN(const std::int64_t scale, in.integer("scalePercent", 0, 10'000));
    picture.width = static_cast<std::uint32_t>(width);
    picture.height = static_cast<std::uint32_t>(height);
    picture.scalePercent = static_cast<int>(scale);
    EXHIBIT_ASSIGN(picture.monitor, in.string("monitor"));
    return picture;
}

Json toJson(const TimeReading& time) {
    return Json{{"utc", time.utc.iso()},
                {"nanoseconds", std::to_string(time.utc.nanoseconds)},
                {"offsetMinutes", time.offsetMinutes},
                {"zone", time.zone},
                {"monotonicNanoseconds", std::to_string(time.monotonicNanoseconds)},
                {"synchronised", time.synchronised},
                {"maxErrorMicroseconds", time.maxErrorMicroseconds}};
}

Result<TimeReading> readTimeReading(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"utc", "nanoseconds", "offsetMinutes", "zone", "monotonicNanoseconds", "synchronised",
                         "maxErrorMicroseconds"}));
    TimeReading time;
    EXHIBIT_ASSIGN(time.utc.nanoseconds, in.longInteger("nanoseconds"));
    EXHIBIT_TRY(in.literal("utc", time.utc.iso()));
    EXHIBIT_ASSIGN(const std::int64_t offset, in.integer("offsetMinutes", -24 * 60, 24 * 60));
    time.offsetMinutes = static_cast<int>(offset);
    EXHIBIT_ASSIGN(time.zone, in.string("zone"));
    EXHIBIT_ASSIGN(time.monotonicNanoseconds, in.longInteger("monotonicNanoseconds"));
    EXHIBIT_ASSIGN(time.synchronised, in.boolean("synchronised"));
    EXHIBIT_ASSIGN(time.maxErrorMicroseconds, in.integer("maxErrorMicroseconds", 0, kMaxJsonInteger));
    return time;
}

Json toJson(const Person& person) {
    return Json{{"name", person.name}, {"email", person.email}, {"address", person.address}};
}

Result<Person> readPerson(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"name", "email", "address"}));
    Person person;
    EXHIBIT_ASSIGN(person.name, in.string("name"));
    EXHIBIT_ASSIGN(person.email, in.string("email"));
    EXHIBIT_ASSIGN(person.address, in.string("address"));
    return person;
}

Json toJson(const FormUse& form) {
    return Json{{"wish", name(form.wish)},
                {"id", form.id},
                {"title", form.title},
                {"url", form.url},
                {"seen", form.seen},
                {"directory", form.directory},
                {"overridden", form.overridden}};
}

Result<FormUse> readFormUse(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"wish", "id", "title", "url", "seen", "directory", "overridden"}));
    FormUse form;
    EXHIBIT_ASSIGN(form.wish, in.converted("wish", wishFromName));
    EXHIBIT_ASSIGN(form.id, in.string("id"));
    EXHIBIT_ASSIGN(form.title, in.string("title"));
    EXHIBIT_ASSIGN(form.url, in.string("url"));
    EXHIBIT_ASSIGN(form.seen, in.string("seen"));
    EXHIBIT_ASSIGN(form.directory, in.string("directory"));
    EXHIBIT_ASSIGN(form.overridden, in.boolean("overridden"));
    return form;
}

namespace {

Json toJson(const OwnLetter& letter) {
    return Json{{"kind", letter.kind}, {"language", letter.language}, {"text", letter.text}};
}

Result<OwnLetter> readOwnLetter(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"kind", "language", "text"}));
    OwnLetter letter;
    EXHIBIT_ASSIGN(letter.kind, in.string("kind"));
    EXHIBIT_ASSIGN(letter.language, in.string("language"));
    EXHIBIT_ASSIGN(letter.text, in.string("text"));
    return letter;
}

} // namespace

Json toJson(const CaseDetails& details) {
    Json wishes = Json::array();
    for (const Wish wish : details.wishes)
        wishes.push_back(name(wish));
    Json forms = Json::array();
    for (const FormUse& form : details.forms)
        forms.push_back(toJson(form));
    Json letters = Json::array();
    for (const OwnLetter& letter : details.letters)
        letters.push_back(toJson(letter));
    return Json{{"subject", toJson(details.subject)}, {"representative", toJson(details.representative)},
                {"country", details.country},         {"surface", name(details.surface)},
                {"wishes", std::move(wishes)},        {"language", details.language},
                {"reference", details.reference},     {"forms", std::move(forms)},
                {"grounds", details.grounds},         {"letters", std::move(letters)}};
}

Result<CaseDetails> readCaseDetails(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"subject", "representative", "country", "surface", "wishes", "language", "reference", "forms",
                         "grounds", "letters"}));
    CaseDetails details;
    EXHIBIT_ASSIGN(const JsonReader subject, in.object("subject"));
    EXHIBIT_ASSIGN(details.subject, readPerson(subject));
    EXHIBIT_ASSIGN(const JsonReader representative, in.object("representative"));
    EXHIBIT_ASSIGN(details.representative, readPerson(representative));
    EXHIBIT_ASSIGN(details.country, in.string("country"));
    EXHIBIT_ASSIGN(details.surface, in.converted("surface", surfaceFromName));
    EXHIBIT_ASSIGN(const auto wishes, in.strings("wishes"));
    for (const std::string& wish : wishes) {
        EXHIBIT_ASSIGN(const Wish value, wishFromName(wish));
        details.wishes.push_back(value);
    }
    EXHIBIT_ASSIGN(details.language, in.string("language"));
    EXHIBIT_ASSIGN(details.reference, in.string("reference"));
    EXHIBIT_ASSIGN(const auto forms, in.array("forms"));
    for (const JsonReader& form : forms) {
        EXHIBIT_ASSIGN(FormUse use, readFormUse(form));
        details.forms.push_back(std::move(use));
    }
    EXHIBIT_ASSIGN(details.grounds, in.string("grounds"));
    EXHIBIT_ASSIGN(const auto letters, in.array("letters"));
    for (const JsonReader& letter : letters) {
        EXHIBIT_ASSIGN(OwnLetter own, readOwnLetter(letter));
        details.letters.push_back(std::move(own));
    }
    return details;
}

} // namespace exhibit
