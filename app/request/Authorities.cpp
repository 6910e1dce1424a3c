#include "request/Authorities.h"

#include "request/EmbeddedFile.h"
#include "request/FormJson.h"

#include <algorithm>
#include <iterator>

namespace exhibit::request {
namespace {

constexpr std::string_view kSchema = "exhibit17-authorities/1";

Result<Authority> readAuthority(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"country", "name", "address", "email", "complaintForm", "website", "languages"}));
    Authority authority;
    EXHIBIT_ASSIGN(authority.country, in.string("country"));
    EXHIBIT_ASSIGN(authority.name, in.string("name"));
    EXHIBIT_ASSIGN(authority.address, in.string("address"));
    EXHIBIT_ASSIGN(authority.email, in.string("email"));
    EXHIBIT_ASSIGN(authority.complaintForm, in.string("complaintForm"));
    EXHIBIT_ASSIGN(authority.website, in.string("website"));
    EXHIBIT_ASSIGN(authority.languages, in.strings("languages"));
    return authority;
}

Result<AuthorityNote> readNote(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"country", "name", "role", "certainty", "seen", "source", "url", "text"}));
    AuthorityNote note;
    EXHIBIT_ASSIGN(note.country, in.string("country"));
    EXHIBIT_ASSIGN(note.name, in.string("name"));
    EXHIBIT_ASSIGN(note.role, in.string("role"));
    EXHIBIT_ASSIGN(note.certainty, in.converted("certainty", certaintyFromName));
    EXHIBIT_ASSIGN(note.seen, in.string("seen"));
    EXHIBIT_ASSIGN(note.source, in.string("source"));
    EXHIBIT_ASSIGN(note.url, in.string("url"));
    EXHIBIT_ASSIGN(const JsonReader text, in.object("text"));
    EXHIBIT_ASSIGN(note.text, readLocalText(text));
    return note;
}

template <class Item>
std::vector<Item> ofCountry(const std::vector<Item>& items, std::string_view country) {
    std::vector<Item> found;
    std::copy_if(items.begin(), items.end(), std::back_inserter(found),
                 [&](const Item& item) { return item.country == country; });
    return found;
}

} // namespace

Result<Authorities> Authorities::builtIn() {
    EXHIBIT_ASSIGN(const std::string_view json, embeddedFile("authorities.json"));
    return parse(json);
}

Result<Authorities> Authorities::parse(std::string_view json) {
    EXHIBIT_ASSIGN(const Json file, parseJson(json));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(file));
    EXHIBIT_TRY(in.literal("schema", kSchema));
    Authorities result;
    EXHIBIT_ASSIGN(result.m_source, in.string("source"));
    EXHIBIT_ASSIGN(result.m_seen, in.string("seen"));
    EXHIBIT_ASSIGN(const auto authorities, in.array("authorities"));
    for (const JsonReader& item : authorities) {
        EXHIBIT_ASSIGN(Authority authority, readAuthority(item));
        result.m_authorities.push_back(std::move(authority));
    }
    EXHIBIT_ASSIGN(const auto notes, in.array("notes"));
    for (const JsonReader& item : notes) {
        EXHIBIT_ASSIGN(AuthorityNote note, readNote(item));
        result.m_notes.push_back(std::move(note));
    }
    return result;
}

std::vector<Authority> Authorities::in(std::string_view country) const {
    return ofCountry(m_authorities, country);
}

std::vector<AuthorityNote> Authorities::notesFor(std::string_view country) const {
    return ofCountry(m_notes, country);
}

} // namespace exhibit::request
