#include "request/Countries.h"

#include "core/JsonReader.h"
#include "core/Text.h"
#include "request/EmbeddedFile.h"

#include <algorithm>
#include <array>

namespace exhibit::request {
namespace {

constexpr std::string_view kCountriesSchema = "exhibit17-countries/1";

/// Codes that people use though ISO 3166-1 has others: the EU's own for Greece, and the UK's usual one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kCommonCodes = {{{"UK", "GB"}, {"EL", "GR"}}};

Result<Region> regionNamed(std::string_view text) {
    if (text == "eea")
        return Region::Eea;
    if (text == "GB")
        return Region::UnitedKingdom;
    if (text == "CH")
        return Region::Switzerland;
    if (text == "other")
        return Region::Other;
    if (text == "unresolved")
        return Region::Unresolved;
    return fail(ErrorCode::Malformed, "The region must be eea, GB, CH, other or unresolved.");
}

bool isCode(std::string_view text) {
    return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Result<Country> readCountry(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"code", "region", "en", "de", "state"}));
    Country country;
    EXHIBIT_ASSIGN(country.code, in.string("code"));
    EXHIBIT_ASSIGN(country.region, in.converted("region", regionNamed));
    EXHIBIT_ASSIGN(country.english, in.string("en"));
    EXHIBIT_ASSIGN(country.german, in.string("de"));
    if (country.region == Region::Unresolved) {
        EXHIBIT_ASSIGN(country.state, in.string("state"));
    }
    if (!isCode(country.code))
        return fail(ErrorCode::Malformed, "A country's code is two capital letters.", in.place("code"));
    return country;
}

std::string capitals(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return result;
}

/// Small letters in ASCII and Latin-1 (U+00C0 to U+00DE but the multiplication sign), enough for the names here.
std::string folded(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const DecodedChar next = decodeUtf8(text);
        char32_t c = next.codePoint.value_or(U'?');
        const bool latin1 = c >= 0xC0 && c <= 0xDE && c != 0xD7;
        if ((c >= U'A' && c <= U'Z') || latin1)
            c += 0x20;
        appendUtf8(result, c);
        text.remove_prefix(next.length);
    }
    return result;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

} // namespace

Result<Countries> Countries::builtIn() {
    EXHIBIT_ASSIGN(const std::string_view json, embeddedFile("forms/countries.json"));
    return parse(json);
}

Result<Countries> Countries::parse(std::string_view json) {
    EXHIBIT_ASSIGN(const Json file, parseJson(json));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(file));
    EXHIBIT_TRY(in.literal("schema", kCountriesSchema));
    EXHIBIT_ASSIGN(const std::vector<JsonReader> rows, in.array("countries"));
    std::vector<Country> countries;
    for (const JsonReader& row : rows) {
        EXHIBIT_ASSIGN(Country country, readCountry(row));
        if (!countries.empty() && countries.back().code >= country.code)
            return fail(ErrorCode::Malformed, "The countries must be in the order of their codes.", country.code);
        countries.push_back(std::move(country));
    }
    return Countries(std::move(countries));
}

const Country* Countries::find(std::string_view code) const {
    const auto at = std::lower_bound(m_countries.begin(), m_countries.end(), code,
                                     [](const Country& country, std::string_view c) { return country.code < c; });
    return at != m_countries.end() && at->code == code ? &*at : nullptr;
}

Result<Country> Countries::check(std::string_view input) const {
    const std::string_view text = trimmed(input);
    const std::string code = capitals(text);
    if (const Country* country = find(code))
        return *country;
    const auto suggest = [&](const Country& country) {
        return fail(ErrorCode::InvalidArgument,
                    "Give the country as its two-letter code: " + country.code + " for " + country.english + ".",
                    escapeForDisplay(text, EscapeStyle::Line));
    };
    for (const auto& [common, right] : kCommonCodes)
        if (code == common)
            if (const Country* country = find(right))
                return suggest(*country);
    const std::string wanted = folded(text);
    for (const Country& country : m_countries)
        if (folded(country.english) == wanted || folded(country.german) == wanted)
            return suggest(country);
    return fail(ErrorCode::InvalidArgument,
                "There is no such country code. Give two letters as in ISO 3166-1, such as DE, FR or US.",
                escapeForDisplay(text, EscapeStyle::Line));
}

bool residenceFits(const std::vector<std::string>& residence, const Country* country) {
    const auto has = [&](std::string_view word) {
        return std::find(residence.begin(), residence.end(), word) != residence.end();
    };
    if (has("any"))
        return true;
    if (country == nullptr || country->region == Region::Unresolved)
        return false;
    return has(country->code) || (country->region == Region::Eea && has("eea")) ||
           (country->region == Region::Other && has("other"));
}

} // namespace exhibit::request
