#include "request/FormJson.h"

#include "request/FormUrl.h"

#include <algorithm>

namespace exhibit::request {
namespace {

constexpr std::string_view kFormSchema = "exhibit17-form-entry/1";
constexpr std::int64_t kLargestOrder = 1000;

bool isDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A date as precise as its source gives it: 2026, 2026-07 or 2026-07-23 (ISO 8601-1 5.2.2).
bool isDate(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10)
        return false;
    for (std::size_t i = 4; i < text.size(); i += 3)
        if (text.at(i) != '-' || !isDigits(text.substr(i + 1, 2)))
            return false;
    return isDigits(text.substr(0, 4));
}

/// A string, or null for one that isn't known.
Result<std::string> known(const JsonReader& in, const char* name) {
    if (in.has(name) && in.value()[name].is_null())
        return std::string();
    return in.string(name);
}

Result<std::string> knownDate(const JsonReader& in, const char* name) {
    EXHIBIT_ASSIGN(std::string date, known(in, name));
    if (!date.empty() && !isDate(date))
        return fail(ErrorCode::Malformed, "A date such as 2026-07-23, 2026-07 or 2026 is expected here.",
                    in.place(name));
    return date;
}

Result<std::string> officialUrl(const JsonReader& in, const char* name) {
    EXHIBIT_ASSIGN(std::string text, known(in, name));
    if (text.empty())
        return text;
    auto url = checkFormUrl(text);
    if (!url)
        return fail(ErrorCode::Malformed, url.error().message, in.place(name));
    if (!url->official || url->text != text)
        return fail(ErrorCode::Malformed, "The directory's links must lead to the known hosts of Meta.",
                    in.place(name));
    return text;
}

Result<LocalText> local(const JsonReader& in, const char* name) {
    EXHIBIT_ASSIGN(const JsonReader text, in.object(name));
    return readLocalText(text);
}

Result<Requirement> requirement(const JsonReader& in, const char* name) {
    if (in.has(name) && in.value()[name].is_null())
        return Requirement::Unknown;
    EXHIBIT_ASSIGN(const bool required, in.boolean(name));
    return required ? Requirement::Yes : Requirement::No;
}

template <class Item, class Read>
Result<std::vector<Item>> list(const JsonReader& in, const char* name, Read&& read) {
    EXHIBIT_ASSIGN(const std::vector<JsonReader> members, in.array(name));
    std::vector<Item> items;
    items.reserve(members.size());
    for (const JsonReader& member : members) {
        EXHIBIT_ASSIGN(Item item, read(member));
        items.push_back(std::move(item));
    }
    return items;
}

Result<Source> readSource(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"certainty", "date", "text"}));
    Source source;
    EXHIBIT_ASSIGN(source.certainty, in.converted("certainty", certaintyFromName));
    EXHIBIT_ASSIGN(source.date, knownDate(in, "date"));
    EXHIBIT_ASSIGN(source.text, in.string("text"));
    return source;
}

Result<AlternateUrl> readAlternateUrl(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"language", "url"}));
    AlternateUrl alternate;
    EXHIBIT_ASSIGN(alternate.language, in.string("language"));
    EXHIBIT_ASSIGN(alternate.url, officialUrl(in, "url"));
    return alternate;
}

Result<FieldOption> readOption(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"id", "label", "purposes", "residence", "text", "source"}));
    FieldOption option;
    EXHIBIT_ASSIGN(option.id, in.string("id"));
    EXHIBIT_ASSIGN(option.label, local(in, "label"));
    EXHIBIT_ASSIGN(option.purposes, in.strings("purposes"));
    EXHIBIT_ASSIGN(option.residence, in.strings("residence"));
    EXHIBIT_ASSIGN(option.text, known(in, "text"));
    EXHIBIT_ASSIGN(option.source, in.string("source"));
    return option;
}

Result<FormField> readField(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"id", "label", "type", "required", "certainty", "source", "note", "options"}));
    FormField field;
    EXHIBIT_ASSIGN(field.id, in.string("id"));
    EXHIBIT_ASSIGN(field.label, local(in, "label"));
    EXHIBIT_ASSIGN(field.type, in.string("type"));
    EXHIBIT_ASSIGN(field.required, requirement(in, "required"));
    EXHIBIT_ASSIGN(field.certainty, in.converted("certainty", certaintyFromName));
    EXHIBIT_ASSIGN(field.source, in.string("source"));
    if (in.has("note")) {
        EXHIBIT_ASSIGN(field.note, in.string("note"));
    }
    if (in.has("options")) {
        EXHIBIT_ASSIGN(field.options, list<FieldOption>(in, "options", readOption));
    }
    return field;
}

Result<FormUsage> readUsage(const JsonReader& in) {
    EXHIBIT_TRY(
        in.only({"purposes", "surfaces", "residence", "standing", "order", "certainty", "why", "warnings", "steps"}));
    FormUsage usage;
    EXHIBIT_ASSIGN(usage.purposes, in.strings("purposes"));
    EXHIBIT_ASSIGN(usage.surfaces, in.strings("surfaces"));
    EXHIBIT_ASSIGN(usage.residence, in.strings("residence"));
    EXHIBIT_ASSIGN(usage.standing, in.converted("standing", standingFromName));
    EXHIBIT_ASSIGN(const std::int64_t order, in.integer("order", 0, kLargestOrder));
    usage.order = static_cast<int>(order);
    EXHIBIT_ASSIGN(usage.certainty, in.converted("certainty", certaintyFromName));
    EXHIBIT_ASSIGN(usage.why, local(in, "why"));
    EXHIBIT_ASSIGN(usage.warnings, in.strings("warnings"));
    if (in.has("steps")) {
        EXHIBIT_ASSIGN(usage.steps, local(in, "steps"));
    }
    return usage;
}

Result<AddresseeRole> roleNamed(std::string_view text) {
    if (text == "to")
        return AddresseeRole::To;
    if (text == "copy")
        return AddresseeRole::Copy;
    return fail(ErrorCode::Malformed, "The role must be to or copy.");
}

Result<AddresseeUsage> readAddresseeUsage(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"surfaces", "residence", "role", "certainty", "why"}));
    AddresseeUsage usage;
    EXHIBIT_ASSIGN(usage.surfaces, in.strings("surfaces"));
    EXHIBIT_ASSIGN(usage.residence, in.strings("residence"));
    EXHIBIT_ASSIGN(usage.role, in.converted("role", roleNamed));
    EXHIBIT_ASSIGN(usage.certainty, in.converted("certainty", certaintyFromName));
    EXHIBIT_ASSIGN(usage.why, local(in, "why"));
    return usage;
}

Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json orNull(Requirement requirement) {
    return requirement == Requirement::Unknown ? Json(nullptr) : Json(requirement == Requirement::Yes);
}

Json json(const LocalText& text) {
    return Json{{"en", text.en}, {"de", text.de}};
}

Json json(const Source& source) {
    return Json{{"certainty", name(source.certainty)}, {"date", orNull(source.date)}, {"text", source.text}};
}

Json json(const AlternateUrl& alternate) {
    return Json{{"language", alternate.language}, {"url", alternate.url}};
}

Json json(const FieldOption& option) {
    return Json{{"id", option.id},
                {"label", json(option.label)},
                {"purposes", option.purposes},
                {"residence", option.residence},
                {"text", orNull(option.text)},
                {"source", option.source}};
}

Json json(const FormField& field);
Json json(const FormUsage& usage);

template <class Item>
Json jsonList(const std::vector<Item>& items) {
    Json list = Json::array();
    for (const Item& item : items)
        list.push_back(json(item));
    return list;
}

Json json(const FormField& field) {
    Json out{{"id", field.id},
             {"label", json(field.label)},
             {"type", field.type},
             {"required", orNull(field.required)},
             {"certainty", name(field.certainty)},
             {"source", field.source}};
    if (!field.note.empty())
        out["note"] = field.note;
    if (!field.options.empty())
        out["options"] = jsonList(field.options);
    return out;
}

Json json(const FormUsage& usage) {
    Json out{{"purposes", usage.purposes},       {"surfaces", usage.surfaces}, {"residence", usage.residence},
             {"standing", name(usage.standing)}, {"order", usage.order},       {"certainty", name(usage.certainty)},
             {"why", json(usage.why)},           {"warnings", usage.warnings}};
    if (!usage.steps.en.empty())
        out["steps"] = json(usage.steps);
    return out;
}

} // namespace

Result<LocalText> readLocalText(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"en", "de"}));
    LocalText text;
    EXHIBIT_ASSIGN(text.en, in.string("en"));
    EXHIBIT_ASSIGN(text.de, in.string("de"));
    if (text.en.empty() || text.de.empty())
        return fail(ErrorCode::Malformed, "A sentence is empty.", in.place(text.en.empty() ? "en" : "de"));
    return text;
}

Result<FormEntry> readFormEntry(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"id", "kind", "description", "title", "url", "alternateUrls", "languages", "login", "status",
                         "supersededBy", "certainty", "seen", "opened", "sources", "uses", "declines", "fields",
                         "warnings", "notes"}));
    FormEntry entry;
    EXHIBIT_ASSIGN(entry.id, in.string("id"));
    EXHIBIT_ASSIGN(entry.kind, in.converted("kind", kindFromName));
    EXHIBIT_ASSIGN(entry.description, local(in, "description"));
    EXHIBIT_ASSIGN(entry.title, known(in, "title"));
    EXHIBIT_ASSIGN(entry.url, officialUrl(in, "url"));
    EXHIBIT_ASSIGN(entry.alternateUrls, list<AlternateUrl>(in, "alternateUrls", readAlternateUrl));
    EXHIBIT_ASSIGN(entry.languages, in.strings("languages"));
    EXHIBIT_ASSIGN(entry.login, in.string("login"));
    EXHIBIT_ASSIGN(entry.status, in.converted("status", statusFromName));
    EXHIBIT_ASSIGN(entry.supersededBy, known(in, "supersededBy"));
    EXHIBIT_ASSIGN(entry.certainty, in.converted("certainty", certaintyFromName));
    EXHIBIT_ASSIGN(entry.seen, knownDate(in, "seen"));
    EXHIBIT_ASSIGN(entry.opened, knownDate(in, "opened"));
    EXHIBIT_ASSIGN(entry.sources, list<Source>(in, "sources", readSource));
    EXHIBIT_ASSIGN(entry.uses, list<FormUsage>(in, "uses", readUsage));
    EXHIBIT_ASSIGN(entry.declines, in.strings("declines"));
    EXHIBIT_ASSIGN(entry.fields, list<FormField>(in, "fields", readField));
    EXHIBIT_ASSIGN(entry.warnings, in.strings("warnings"));
    EXHIBIT_ASSIGN(entry.notes, in.strings("notes"));
    if (entry.seen.empty() || entry.sources.empty())
        return fail(ErrorCode::Malformed, "An entry needs a source and the date on which it was seen.",
                    in.place("seen"));
    return entry;
}

Result<Addressee> readAddressee(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"id", "name", "attention", "lines", "country", "email", "online", "certainty", "seen",
                         "opened", "status", "sources", "serves", "notes"}));
    Addressee addressee;
    EXHIBIT_ASSIGN(addressee.id, in.string("id"));
    EXHIBIT_ASSIGN(addressee.name, in.string("name"));
    EXHIBIT_ASSIGN(addressee.attention, known(in, "attention"));
    EXHIBIT_ASSIGN(addressee.lines, in.strings("lines"));
    EXHIBIT_ASSIGN(addressee.country, in.string("country"));
    EXHIBIT_ASSIGN(addressee.email, known(in, "email"));
    EXHIBIT_ASSIGN(addressee.online, known(in, "online"));
    EXHIBIT_ASSIGN(addressee.certainty, in.converted("certainty", certaintyFromName));
    EXHIBIT_ASSIGN(addressee.seen, knownDate(in, "seen"));
    EXHIBIT_ASSIGN(addressee.opened, knownDate(in, "opened"));
    EXHIBIT_ASSIGN(addressee.status, in.converted("status", statusFromName));
    EXHIBIT_ASSIGN(addressee.sources, list<Source>(in, "sources", readSource));
    EXHIBIT_ASSIGN(addressee.serves, list<AddresseeUsage>(in, "serves", readAddresseeUsage));
    EXHIBIT_ASSIGN(addressee.notes, in.strings("notes"));
    return addressee;
}

Json toJson(const FormEntry& entry) {
    Json value{{"id", entry.id},
               {"kind", name(entry.kind)},
               {"description", json(entry.description)},
               {"title", orNull(entry.title)},
               {"url", orNull(entry.url)},
               {"alternateUrls", jsonList(entry.alternateUrls)},
               {"languages", entry.languages},
               {"login", entry.login},
               {"status", name(entry.status)},
               {"supersededBy", orNull(entry.supersededBy)},
               {"certainty", name(entry.certainty)},
               {"seen", entry.seen},
               {"opened", orNull(entry.opened)},
               {"sources", jsonList(entry.sources)},
               {"uses", jsonList(entry.uses)},
               {"declines", entry.declines},
               {"fields", jsonList(entry.fields)},
               {"warnings", entry.warnings},
               {"notes", entry.notes}};
    return Json{{"schema", kFormSchema},
                {"directory", entry.directory},
                {"compiled", entry.compiled},
                {"entry", std::move(value)}};
}

Result<FormEntry> formEntryFromJson(const Json& value) {
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(value));
    EXHIBIT_TRY(in.only({"schema", "directory", "compiled", "entry"}));
    EXHIBIT_TRY(in.literal("schema", kFormSchema));
    EXHIBIT_ASSIGN(const JsonReader inner, in.object("entry"));
    EXHIBIT_ASSIGN(FormEntry entry, readFormEntry(inner));
    EXHIBIT_ASSIGN(entry.directory, in.string("directory"));
    EXHIBIT_ASSIGN(entry.compiled, in.string("compiled"));
    return entry;
}

} // namespace exhibit::request
